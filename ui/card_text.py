"""A card of words that scrolls: a title, a state, facts in two columns, and sections below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget


class CardText(QScrollArea):
    """What its kinds have in common; whatever people wrote is plain text.

    A kind adds its own parts to ``column`` from top to bottom, and calls ``close_card`` last.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case-text")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._inside.setObjectName("card-inside")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.title = self.label("empty-title")
        self.state = self.label("case-state")
        self.facts: list[tuple[QLabel, QLabel]] = []

    def label(self, name: str) -> QLabel:
        """A label below what is there."""
        label = _words(QLabel(self))
        label.setObjectName(name)
        self.column.addWidget(label)
        return label

    def section(self, text: str) -> QLabel:
        """The title of what follows."""
        label = self.label("section-title")
        label.setText(text)
        return label

    def add_facts(self, rows: int) -> None:
        """Room for so many facts, each with a head."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        for row in range(rows):
            head, value = QLabel(self), _words(QLabel(self))
            head.setProperty("quiet", True)
            head.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(head, row, 0)
            grid.addWidget(value, row, 1)
            self.facts.append((head, value))

    def fill_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts, of which there is room for all, and no others."""
        for row, (head, value) in enumerate(self.facts):
            said = facts[row] if row < len(facts) else ("", "")
            head.setText(said[0])
            value.setText(said[1])
            head.setVisible(bool(said[0]))
            value.setVisible(bool(said[0]))

    def close_card(self) -> None:
        """Nothing more is added."""
        self.column.addStretch(1)
        self.setWidget(self._inside)


def say(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all."""
    label.setText(text)
    label.setVisible(bool(text))


def _words(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
