"""The line over the inbox: how much waits of each kind, each a filter; and what was just done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui import keys
from ui.cases.inbox_words import KINDS, filter_words


class InboxFilters(QWidget):
    """One button a kind with its count; the one that is in force is checked."""

    chosen = Signal(str)  # a kind, "" for all

    def __init__(self, page: QWidget) -> None:
        """The keys act inside ``page``."""
        super().__init__(page)
        self.setObjectName("inbox-filters")
        self.kind = ""
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind in ("", *KINDS):
            name = f"inbox-{kind or 'all'}"
            action = keys.action(name, page, partial(self.choose, kind))
            button = QToolButton(self)
            button.setObjectName(f"button-{name}")
            button.setCheckable(True)
            button.setToolTip(action.toolTip())
            button.clicked.connect(partial(self._on_clicked, kind))
            row.addWidget(button)
            self._buttons[kind] = button
        self._said = QLabel(self)
        self._said.setObjectName("inbox-told")
        self._said.setProperty("quiet", True)
        row.addSpacing(12)
        row.addWidget(self._said, 1)
        self.forget()

    @property
    def words(self) -> str:
        """What is said beside the filters."""
        return self._said.text()

    def choose(self, kind: str) -> None:
        """Show one kind, "" for all."""
        self.kind = kind
        self._check()
        self.chosen.emit(kind)

    def set_counts(self, counts: Mapping[str, int], total: int) -> None:
        """So much waits."""
        for kind, button in self._buttons.items():
            count = counts.get(kind, 0) if kind else total
            button.setText(f"{filter_words(kind)} {count}")

    def say(self, words: str) -> None:
        """What was just done, and what is late."""
        self._said.setText(words)
        self._said.setToolTip(words)

    def forget(self) -> None:
        """All kinds, and no counts of somebody else."""
        self.kind = ""
        self._check()
        self.say("")
        for kind, button in self._buttons.items():
            button.setText(filter_words(kind))

    def _check(self) -> None:
        for kind, button in self._buttons.items():
            button.setChecked(kind == self.kind)

    def _on_clicked(self, kind: str, _checked: bool) -> None:
        self.choose(kind)
