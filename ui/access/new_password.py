"""Two boxes for a new password, with the rules beside them in a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.passwords import PasswordRule
from console.secret import Secret
from ui.access.password import PasswordField
from ui.messages import sentence

_SHORTEST = 8
_DIFFERS = "differs"  # a rule of ours: the core sees one password only


class NewPassword(QWidget):
    """Asks for a new password twice.  What the core alone knows is told by ``refuse``."""

    entered = Signal()  # Enter in the second box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rules = self.tr(
            "At least 8 characters, 15 are better: a few words that only you put together."
        )
        self.first = PasswordField("new", self.tr("New password"), hint=rules, parent=self)
        self.second = PasswordField("again", self.tr("The same once more"), parent=self)
        self.first.check_with(_check_length)
        self.second.check_with(self._check_same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in (self.first, self.second):
            column.addWidget(field)
        self.first.edit.returnPressed.connect(self.second.edit.setFocus)
        self.second.edit.returnPressed.connect(self.entered)

    def look(self) -> bool:
        """Check both boxes; the first that is wrong gets the focus."""
        for field in (self.first, self.second):
            if not field.look():
                field.edit.setFocus()
                return False
        return True

    def secret(self) -> Secret:
        """What was typed."""
        return Secret(self.first.text)

    def refuse(self, problem: FieldRefused) -> None:
        """Say what the core has against it."""
        self.first.show_error(sentence(problem))
        self.first.edit.setFocus()

    def _check_same(self, text: str) -> None:
        if text != self.first.text:
            raise FieldRefused("again", _DIFFERS)


def _check_length(text: str) -> None:
    if len(text) < _SHORTEST:
        raise FieldRefused("new", PasswordRule.SHORT)
