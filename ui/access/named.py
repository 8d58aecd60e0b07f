"""A card with a name from a list and something secret beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.records import OfficerId
from ui.access.card import Card
from ui.access.names import NamePicker
from ui.access.password import PasswordField
from ui.desk import Desk
from ui.overriding import override


class NamedCard(Card):
    """Asks for both; each kind says in ``send`` what is done with them."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        button: tuple[str, str],
        secret: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """``secret`` is the field's name and the words over it; ``button`` as in ``Card``."""
        super().__init__(desk, title, button, parent)
        self._offered: Sequence[tuple[OfficerId, str]] = ()
        self.names = NamePicker(self)
        self.secret = PasswordField(*secret, parent=self)
        self.body.addWidget(self.names)
        self.body.addWidget(self.secret)
        self.names.picked.connect(self.secret.edit.setFocus)
        self.secret.edit.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._on_go)

    def offer(self, names: Sequence[tuple[OfficerId, str]]) -> None:
        """Let one of these be chosen."""
        if names != self._offered:
            self._offered = names
            self.names.set_names(names)

    def send(self, officer_id: OfficerId) -> None:
        """Do it, with what was typed; a card that only asks does nothing."""

    @override
    def take_focus(self) -> None:
        if self.names.officer_id is None:
            self.names.box.setFocus()
        else:
            self.secret.edit.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if not self.names.pick() or self.names.officer_id is None:
            self.message.setText(self.tr("Choose your name first."))
            self.names.box.setFocus()
            return
        if self.secret.text:
            self.send(self.names.officer_id)
        self.secret.edit.setFocus()
