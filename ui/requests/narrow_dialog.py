"""Asks what of a request is allowed, line by line, and why not all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.forms import FieldRule
from db.evidence_records import Request, Wanted
from db.records import Span
from ui.access.confirm import run_confirmed
from ui.desk import Desk
from ui.form_dialog import FormDialog
from ui.holds.words import span_of, typed_span
from ui.messages import sentence
from ui.overriding import override
from ui.requests.words import camera_words, number_words, role_word
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

_WIDTH = 620
_LINES = 3  # of the reason
_IN_SIGHT = 4  # lines that are wanted; more are scrolled to
_SECOND = timedelta(seconds=1)


class NarrowDialog(FormDialog):
    """Accepted when it is approved in part.  What was typed stays while it was not."""

    def __init__(
        self,
        desk: Desk,
        access: Access,
        request: Request,
        ward: Ward,
        step: Callable[[Sequence[Wanted], str], object],
        parent: QWidget | None = None,
    ) -> None:
        """``step`` is told what is allowed, and the reason."""
        title = translate("requests", "Allow a part of {number}")
        title = title.format(number=number_words(request))
        super().__init__(desk, title, translate("requests", "Approve this part"), _WIDTH, parent)
        self.setObjectName("narrow-dialog")
        self._access = access
        self._step = step
        told = QLabel(
            self.tr(
                "Untick what is not allowed, and shorten times as they are typed: 22h05 - 22h10. "
                "Nothing can be added. Whoever asked reads the reason."
            ),
            self,
        )
        told.setWordWrap(True)
        told.setProperty("quiet", True)
        self.lines = [_Line(each, ward, desk.clock.now, self) for each in request.wanted]
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        shown = min(_IN_SIGHT, len(self.lines))
        room = 2 * self.fontMetrics().lineSpacing()  # for what is wrong with one of them
        area.setMinimumHeight(shown * (self.lines[0].sizeHint().height() + 8) + room)
        label = QLabel(self.tr("Reason") + " *", self)
        self.reason = QPlainTextEdit(self)
        self.reason.setObjectName("box-reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_LINES * self.reason.fontMetrics().lineSpacing() + 14)
        label.setBuddy(self.reason)
        for widget in (told, area, label, self.reason):
            self.body.addWidget(widget)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone is a new line
            QShortcut(QKeySequence(key), self).activated.connect(self.keep)
        self._keep.setAutoDefault(False)
        self._keep.setDefault(False)
        self._keep.setToolTip(self.tr("Approve this part (Ctrl+Enter)"))
        self.lines[0].tick.setFocus()

    @override
    @Slot()
    def keep(self) -> None:
        if not self._keep.isEnabled():
            return
        looked = [line.look() for line in self.lines]
        if not all(looked):
            self.lines[looked.index(False)].span.setFocus()
            return
        allowed = [each for line in self.lines if (each := line.allowed()) is not None]
        reason = self.reason.toPlainText()
        if not reason.strip():
            self._say(FieldRefused("reason", FieldRule.EMPTY))
            self.reason.setFocus()
            return
        self._wait(waiting=True)
        run_confirmed(
            self,
            self._desk,
            self._access,
            lambda: self._step(allowed, reason),
            done=lambda _: self.accept(),
            failed=self._on_refused,
            given_up=lambda: self._wait(waiting=False),
        )

    def _wait(self, *, waiting: bool) -> None:
        self._keep.setEnabled(not waiting)
        self._cancel.setEnabled(not waiting)
        self.notice.hide()

    def _say(self, problem: Problem) -> None:
        self.notice.setText(sentence(problem))
        self.notice.show()

    def _on_refused(self, problem: Problem) -> None:
        self._wait(waiting=False)
        self._say(problem)


class _Line(QWidget):
    """One line that is wanted: whether it is allowed, and from when to when."""

    def __init__(
        self, wanted: Wanted, ward: Ward, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._now = now
        self._typed = typed_span(wanted.span)
        name = f"{camera_words(wanted.camera_id, ward)}, {role_word(wanted.role)}"
        self.tick = QCheckBox(name, self)
        self.tick.setObjectName("narrow-tick")
        self.tick.setToolTip(self.tr("Allowed, or not (Space)"))
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._on_ticked)
        self.span = QLineEdit(self._typed, self)
        self.span.setObjectName("narrow-span")
        self.span.setAccessibleName(self.tr("{camera}: from when to when").format(camera=name))
        self.span.setToolTip(self.tr("From when to when, within what was asked"))
        self.span.editingFinished.connect(self.look)
        self._error = QLabel(self)
        self._error.setProperty("error", True)
        self._error.setWordWrap(True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.tick, self.span, self._error):
            column.addWidget(widget)

    def allowed(self) -> Wanted | None:
        """What is allowed of it, None for nothing.  Raises FieldRefused."""
        if not self.tick.isChecked():
            return None
        if self.span.text().strip() == self._typed:
            return self._wanted
        whole = self._wanted.span
        typed = span_of(self.span.text(), self._now())
        # What was asked is shown in whole seconds around it.
        start, end = typed.start, typed.end
        if timedelta() < whole.start - start < _SECOND:
            start = whole.start
        if timedelta() < end - whole.end < _SECOND:
            end = whole.end
        if start < whole.start or end > whole.end:
            raise FieldRefused("narrowed", "request_outside")
        return Wanted(self._wanted.camera_id, Span(start, end), self._wanted.role)

    @Slot()
    def look(self) -> bool:
        """Check what was typed; whether it is right."""
        try:
            self.allowed()
        except FieldRefused as problem:
            self._error.setText(sentence(problem))
            self._error.show()
            return False
        self._error.hide()
        return True

    def _on_ticked(self, ticked: bool) -> None:
        self.span.setEnabled(ticked)
        self.look()
