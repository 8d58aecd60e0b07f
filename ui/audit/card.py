"""One entry in full, beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.audit import names
from ui.audit.words import detail_pairs
from ui.times import day_words, time_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.audit_sheet import Shown

_A_GROUP = 8


class EntryCard(QScrollArea):
    """Every field of an entry, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The chosen entry"))
        self._hints = False  # it says how to choose an entry
        self.show_entry(None)

    @property
    def text(self) -> str:
        """Everything that it says, line by line."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def show_entry(self, shown: Shown | None) -> None:
        """Show an entry, or how to choose one."""
        if shown is None and self._hints:
            return
        self._hints = shown is None
        inside = QWidget(self)
        inside.setObjectName("card-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(2)
        if shown is None:
            words = self.tr("Choose a line to read all of it.")
            column.addWidget(self._label(words, inside, quiet=True))
        else:
            self._fill(column, inside, shown)
        column.addStretch(1)
        self.setWidget(inside)

    def _fill(self, column: QVBoxLayout, inside: QWidget, shown: Shown) -> None:
        entry = shown.entry
        title = self._label(names.act(shown), inside)
        title.setObjectName("empty-title")
        column.addWidget(title)
        millis = entry.at.microsecond // 1000
        pairs = [
            (self.tr("Time"), f"{time_words(entry.at)}.{millis:03}, {day_words(entry.at)}"),
            (self.tr("Who"), names.who(shown)),
            (self.tr("At"), entry.workstation),
            (self.tr("Of what"), names.what(shown)),
            *((words[:1].upper() + words[1:], told) for words, told in detail_pairs(entry.detail)),
            (self.tr("Entry number"), str(entry.seq)),
            (self.tr("Hash"), _grouped(entry.hash)),
            (self.tr("Hash of the entry before"), _grouped(entry.previous)),
        ]
        for words, value in pairs:
            if value:
                column.addSpacing(8)
                column.addWidget(self._label(words, inside, quiet=True))
                column.addWidget(self._label(value, inside))

    def _label(self, words: str, parent: QWidget, *, quiet: bool = False) -> QLabel:
        label = QLabel(words, parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("quiet", quiet)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + _A_GROUP] for at in range(0, len(digits), _A_GROUP))
