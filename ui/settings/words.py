"""The way from the settings to the words of cases: categories, phrases."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import NotAllowed
from console.rights import Action
from ui import keys
from ui.messages import sentence

_PAGES = {"settings-categories": "categories", "settings-phrases": "phrases"}


class WordsCard(QFrame):
    """Two buttons, for whoever may change them."""

    page_wanted = Signal(str)  # its name

    def __init__(self, owner: QWidget, parent: QWidget | None = None) -> None:
        """The keys act in ``owner``."""
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(self.tr("Words of cases"), self)
        title.setObjectName("section-title")
        hint = QLabel(self.tr("What officers choose from when they describe what happened."), self)
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(8)
        self._buttons: dict[str, QPushButton] = {}
        for name, page in _PAGES.items():
            action = keys.action(name, owner, self._asker(page))
            button = self._buttons[name] = QPushButton(keys.words_of(name), self)
            button.setObjectName(f"button-{name}")
            button.clicked.connect(action.trigger)
            column.addWidget(button)
            column.addSpacing(4)
        self.set_rights(lambda _: False)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        allowed = may(Action.CHANGE_CATEGORIES)
        refusal = sentence(NotAllowed(Action.CHANGE_CATEGORIES, "role"))
        for name, button in self._buttons.items():
            button.setEnabled(allowed)
            button.setToolTip(keys.hint_of(name) if allowed else refusal)

    def _asker(self, page: str) -> Callable[[], None]:
        return lambda: self.page_wanted.emit(page)
