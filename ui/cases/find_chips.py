"""What was understood, as buttons that take it away again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from console.asked import Asked, Part, PartKind
from db.case_records import CategoryId
from ui import keys
from ui.cases.find_words import part_words
from ui.icons import icon
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.finding import Finding

_WIDEST, _NARROWEST = 320, 96
_SIDES = 56  # of a chip, beside its words


class Chips(QWidget):
    """A chip for each part of what was typed; words that stand side by side share one."""

    removed = Signal(str)  # the text without it

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-chips")
        self._colours = colours
        self._chips: list[tuple[QPushButton, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        keys.action("find-unsay", self, self._on_unsay)
        self.hide()

    def show_finding(self, finding: Finding, now: datetime) -> None:
        """Say what was understood of what it is the answer to."""
        had = next((place for place, (chip, _) in enumerate(self._chips) if chip.hasFocus()), None)
        self.clear()
        groups = _groups(finding.asked)
        # Hidden, it has no width of its own yet.
        parent = self.parentWidget()
        whole = (self if parent is None else parent).width() - 32
        room = max(_NARROWEST, whole // max(1, len(groups)) - 8 - _SIDES)
        for group in groups:
            unknown = group[0] in finding.unknown
            words = _words_of(group, finding.categories, now, unknown=unknown)
            text = _without(finding.asked, group)
            shown = QFontMetrics(self.font()).elidedText(
                words, Qt.TextElideMode.ElideRight, min(room, _WIDEST)
            )
            self._add(shown, words, text, unknown=unknown)
        self.setVisible(bool(groups))
        if had is not None and self._chips:
            self._chips[min(had, len(self._chips) - 1)][0].setFocus()

    def clear(self) -> None:
        """Say nothing."""
        for chip, _ in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        self.hide()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        for chip, _ in self._chips:
            chip.setIcon(icon("close", colours.dim))

    def words(self) -> list[str]:
        """What is said, from the left."""
        return [chip.accessibleName() for chip, _ in self._chips]

    def _add(self, shown: str, words: str, text: str, *, unknown: bool) -> None:
        chip = QPushButton(shown, self)
        chip.setObjectName("chip")
        chip.setProperty("unknown", unknown)
        chip.setAccessibleName(words)
        hint = keys.hint_of("find-unsay")
        chip.setToolTip(f"{words}\n{hint}")
        chip.setIcon(icon("close", self._colours.dim))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        chip.clicked.connect(lambda _checked=False: self.removed.emit(text))
        self._row.insertWidget(self._row.count() - 1, chip)
        self._chips.append((chip, text))

    def _on_unsay(self) -> None:
        for chip, text in self._chips:
            if chip.hasFocus():
                self.removed.emit(text)
                return


def _groups(asked: Asked) -> list[list[Part]]:
    groups: list[list[Part]] = []
    for part in asked.parts:
        beside = groups and groups[-1][0].kind is part.kind is PartKind.WORDS
        if beside:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _without(asked: Asked, group: list[Part]) -> str:
    places = tuple(place for part in group for place in part.places)
    return asked.without(Part(group[0].kind, group[0].value, places))


def _words_of(
    group: list[Part], categories: Mapping[CategoryId, str], now: datetime, *, unknown: bool
) -> str:
    first = group[0]
    if first.kind is PartKind.WORDS:
        return " ".join(str(part.value) for part in group)
    called = ""
    if first.kind is PartKind.CATEGORY and isinstance(first.value, int):
        called = categories.get(CategoryId(first.value), "")
    return part_words(first, called, now, unknown=unknown)
