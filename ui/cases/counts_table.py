"""What outcomes come to, a row for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from db.case_records import OutcomeKind
from db.incident_records import Tally
from ui.case_words import outcome_word
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.theme import Colours


class CountColumn(IntEnum):
    """The columns, from the left."""

    KIND = 0
    COUNT = 1
    PERSONS = 2
    CASES = 3


class CountsTable(RowModel):
    """Ten kinds, those without any dimmed; drugs have two figures."""

    columns = CountColumn
    figures = frozenset({CountColumn.COUNT, CountColumn.PERSONS, CountColumn.CASES})

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._tallies: Mapping[OutcomeKind, Tally] = {}

    def show_tallies(self, tallies: Mapping[OutcomeKind, Tally]) -> None:
        """These figures from now on."""
        self._tallies = tallies
        self.dataChanged.emit(self.index(0, 0), self.index(self.count() - 1, CountColumn.CASES))

    def tally(self, row: int) -> Tally | None:
        """What stands in a row."""
        kinds = list(OutcomeKind)
        return self._tallies.get(kinds[row]) if 0 <= row < len(kinds) else None

    @override
    def count(self) -> int:
        return len(OutcomeKind)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("What came of it"), self.tr("Count"), self.tr("Persons"), self.tr("Cases"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        kind, column = list(OutcomeKind)[index.row()], CountColumn(index.column())
        tally = self._tallies.get(kind)
        if role in (DISPLAY, TOOL_TIP):
            return _text(kind, tally, column)
        if role == FOREGROUND and (tally is None or not tally.lines):
            return QColor(self._colours.dim)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(column)
        return None


def _text(kind: OutcomeKind, tally: Tally | None, column: CountColumn) -> str:
    match column:
        case CountColumn.KIND:
            return outcome_word(kind)
        case CountColumn.COUNT:
            return "" if tally is None else str(tally.count)
        case CountColumn.PERSONS:
            return "" if tally is None or kind is not OutcomeKind.DRUGS else str(tally.persons)
        case CountColumn.CASES:
            return "" if tally is None else str(tally.cases)
