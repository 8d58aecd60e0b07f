"""The strip over the pages that share a place on the rail: which is in sight, and the way on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from console.rights import Action
from ui import keys


class PartStrip(QWidget):
    """One button a page; the page in sight is checked."""

    wanted = Signal(str)  # the name of another page

    def __init__(self, parts: Mapping[str, Action], key: str, here: str, parent: QWidget) -> None:
        """The keys of the strip act while the focus is in ``parent``, the page called ``here``.

        ``parts`` are the pages, from the left, and what one must be allowed to be shown them; their
        keys are called as ``key``, with the page's name for ``{}``.
        """
        super().__init__(parent)
        self.setObjectName("case-strip")
        self._parts = parts
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name in parts:
            action = keys.action(key.format(name), parent, partial(self.wanted.emit, name))
            button = QPushButton(action.text(), self)
            button.setObjectName("case-part")
            button.setToolTip(action.toolTip())
            button.setCheckable(True)
            button.setChecked(name == here)
            # A press must not change what is in sight: only another page's strip does.
            button.clicked.connect(partial(self._on_clicked, name, here))
            row.addWidget(button)
            self._buttons[name] = button
        row.addStretch(1)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer the pages that are for whoever sits here."""
        for name, button in self._buttons.items():
            button.setVisible(may(self._parts[name]))

    def button(self, name: str) -> QPushButton:
        """The button of a page."""
        return self._buttons[name]

    def _on_clicked(self, name: str, here: str, _checked: bool) -> None:
        self._buttons[name].setChecked(name == here)
        if name != here:
            self.wanted.emit(name)
