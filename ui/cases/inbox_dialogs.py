"""What the chief is asked before something is returned or given to somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from typing_extensions import override

from console.errors import Problem
from db.records import OfficerId
from ui.access.names import NamePicker
from ui.desk import Desk
from ui.form_dialog import FormDialog
from ui.messages import sentence

_WIDTH = 480
_ROWS = 5


class _Lines(QPlainTextEdit):
    """A few lines of text; Enter ends them."""

    def __init__(self, entered: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._entered = entered
        self.setTabChangesFocus(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._entered()
        else:
            super().keyPressEvent(event)


class ReasonDialog(FormDialog):
    """Asks why; Enter keeps, Shift+Enter begins a line."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        button: str,
        give_back: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, title, button, _WIDTH, parent)
        self.setObjectName("reason-dialog")
        self._give_back = give_back
        label = QLabel(self.tr("What is missing, what must be mended? *"), self)
        self.reason = _Lines(self.keep, self)
        self.reason.setObjectName("box-reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        height = self.reason.fontMetrics().lineSpacing() * _ROWS + 16
        self.reason.setFixedHeight(height)
        label.setBuddy(self.reason)
        hint = QLabel(
            self.tr("The officer reads this. Enter sends it, Shift+Enter begins a new line."), self
        )
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        for widget in (label, self.reason, hint):
            self.body.addWidget(widget)
        self.reason.setFocus()

    @override
    @Slot()
    def keep(self) -> None:
        reason, give_back = self.reason.toPlainText().strip(), self._give_back
        if not reason:
            self.notice.setText(self.tr("Say what is missing: the officer must know it."))
            self.notice.show()
            self.reason.setFocus()
            return
        self.run(lambda: give_back(reason))


class AssignDialog(FormDialog):
    """Asks who shall have it."""

    def __init__(
        self,
        desk: Desk,
        read: Callable[[], Sequence[tuple[OfficerId, str]]],
        assign: Callable[[OfficerId], object],
        parent: QWidget,
    ) -> None:
        """``read`` tells whom it may be given to."""
        title = self.tr("Who takes this on?")
        super().__init__(desk, title, self.tr("Assign"), _WIDTH, parent)
        self.setObjectName("assign-dialog")
        self._assign = assign
        self.names = NamePicker(self)
        self.body.addWidget(self.names)
        self.names.picked.connect(self._keep.setFocus)
        self.names.box.setFocus()
        desk.tasks.run(read, done=self._on_read, failed=self._on_unread)

    @override
    @Slot()
    def keep(self) -> None:
        if not self.names.pick() or self.names.officer_id is None:
            self.names.box.setFocus()
            return
        officer_id, assign = self.names.officer_id, self._assign
        self.run(lambda: assign(officer_id))

    def _on_read(self, names: Sequence[tuple[OfficerId, str]]) -> None:
        self.names.set_names(names)
        self.names.box.setFocus()

    def _on_unread(self, problem: Problem) -> None:
        self.notice.setText(sentence(problem))
        self.notice.show()
