"""Asks to whom an incident is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from console.errors import Problem
from db.records import OfficerId
from ui.access.names import NamePicker
from ui.desk import Desk
from ui.form_dialog import FormDialog
from ui.messages import sentence
from ui.overriding import override

_WIDTH = 480


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
