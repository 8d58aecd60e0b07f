"""Asks for a reason, and takes the step that wants one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from console.errors import FieldRefused, Problem
from console.forms import FieldRule
from ui.access.confirm import run_confirmed
from ui.desk import Desk
from ui.form_dialog import FormDialog
from ui.messages import sentence
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

_WIDTH = 520
_LINES = 5


class ReasonDialog(FormDialog):
    """Accepted when the step was taken.  What was typed stays while it was not."""

    def __init__(
        self,
        desk: Desk,
        access: Access,
        words: tuple[str, str, str],
        step: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """``words`` are the title, what becomes of it, and the button's; ``step`` takes it."""
        title, sentence_, button = words
        super().__init__(desk, title, button, _WIDTH, parent)
        self.setObjectName("reason-dialog")
        self._access = access
        self._step = step
        text = QLabel(sentence_, self)
        text.setWordWrap(True)
        text.setProperty("quiet", True)
        label = QLabel(self.tr("Reason") + " *", self)
        self.reason = QPlainTextEdit(self)
        self.reason.setObjectName("box-reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_LINES * self.reason.fontMetrics().lineSpacing() + 14)
        label.setBuddy(self.reason)
        for widget in (text, label, self.reason):
            self.body.addWidget(widget)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone is a new line
            QShortcut(QKeySequence(key), self).activated.connect(self.keep)
        self._keep.setToolTip(f"{button} (Ctrl+Enter)")
        self.reason.setFocus()

    @override
    @Slot()
    def keep(self) -> None:
        if not self._keep.isEnabled():
            return
        reason = self.reason.toPlainText()
        if not reason.strip():
            self.notice.setText(sentence(FieldRefused("reason", FieldRule.EMPTY)))
            self.notice.show()
            self.reason.setFocus()
            return
        self._wait(waiting=True)
        run_confirmed(
            self,
            self._desk,
            self._access,
            lambda: self._step(reason),
            done=lambda _: self.accept(),
            failed=self._on_refused,
            given_up=lambda: self._wait(waiting=False),
        )

    def _wait(self, *, waiting: bool) -> None:
        self._keep.setEnabled(not waiting)
        self._cancel.setEnabled(not waiting)
        self.notice.hide()

    def _on_refused(self, problem: Problem) -> None:
        self._wait(waiting=False)
        self.notice.setText(sentence(problem))
        self.notice.show()
