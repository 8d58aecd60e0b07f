"""The table of officers: one row each, searched without diacritics."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from console.clock import Clock
from db.records import Officer, Team
from ui.access.words import role_word, state_of
from ui.overriding import override
from ui.search import plain
from ui.tables import Index, RowModel

OFFICER_ROLE = Qt.ItemDataRole.UserRole
_SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class OfficerColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    ROLE = 1
    TEAMS = 2
    STATE = 3


class OfficerTable(RowModel):
    """The officers as rows; ``found`` are those that the search lets through."""

    columns = OfficerColumn

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._officers: Sequence[Officer] = ()
        self._cells: list[tuple[str, ...]] = []
        self.found = _Found(self)
        self.found.setSortRole(_SORT_ROLE)
        self.found.setSourceModel(self)

    def set_officers(self, officers: Sequence[Officer], teams: Sequence[Team]) -> None:
        """List these."""
        names = {team.id: team.name for team in teams}
        now = self._clock.now()
        self.beginResetModel()
        self._officers = officers
        self._cells = [
            (
                each.name,
                role_word(each.role),
                ", ".join(sorted(names[team] for team in each.teams if team in names))
                or self.tr("All teams"),
                state_of(each, now),
            )
            for each in officers
        ]
        self.endResetModel()

    def look_for(self, text: str) -> None:
        """Let through what holds every word of ``text``."""
        self.found.look_for(text)

    def holds(self, row: int, words: Sequence[str]) -> bool:
        """Whether a row holds every one of ``words``."""
        hay = plain(" ".join(self._cells[row]))
        return all(word in hay for word in words)

    @override
    def count(self) -> int:
        return len(self._officers)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Name"), self.tr("Role"), self.tr("Teams"), self.tr("State"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self._cells[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == _SORT_ROLE:
            return plain(text)
        if role == OFFICER_ROLE:
            return self._officers[index.row()]
        return None


class _Found(QSortFilterProxyModel):
    """The rows that hold every word that was typed."""

    def __init__(self, table: OfficerTable) -> None:
        super().__init__(table)
        self._table = table
        self._words: list[str] = []

    def look_for(self, text: str) -> None:
        self._words = plain(text).split()
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._table.holds(source_row, self._words)
