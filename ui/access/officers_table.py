"""The table of officers: one row each, searched without diacritics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from console.clock import Clock
from console.name_order import order_of
from db.records import Officer, Team
from ui.access.words import role_word, state_of
from ui.found_rows import FoundRows
from ui.overriding import override
from ui.search import plain
from ui.tables import DISPLAY, TOOL_TIP, Index

OFFICER_ROLE = Qt.ItemDataRole.UserRole


class OfficerColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    ROLE = 1
    TEAMS = 2
    STATE = 3


class OfficerTable(FoundRows):
    """The officers as rows: those that the search lets through."""

    columns = OfficerColumn

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._officers: Sequence[Officer] = ()
        self._cells: list[tuple[str, ...]] = []
        self._needle: list[str] = []

    def set_officers(self, officers: Sequence[Officer], teams: Sequence[Team]) -> None:
        """List these."""
        names = {team.id: team.name for team in teams}
        now = self._clock.now()
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
        self.show_anew()

    def look_for(self, text: str) -> None:
        """Let through what holds every word of ``text``."""
        self._needle = plain(text).split()
        self.rearrange()

    @override
    def things(self) -> int:
        return len(self._officers)

    @override
    def lets_through(self, place: int) -> bool:
        hay = plain(" ".join(self._cells[place])) if self._needle else ""
        return all(word in hay for word in self._needle)

    @override
    def key(self, column: int) -> Callable[[int], Any]:
        if column == OfficerColumn.NAME:
            return lambda place: order_of(self._cells[place][column])
        return lambda place: plain(self._cells[place][column])

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Name"), self.tr("Role"), self.tr("Teams"), self.tr("State"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.place(index.row())
        if role in (DISPLAY, TOOL_TIP):
            return self._cells[place][index.column()]
        return self._officers[place] if role == OFFICER_ROLE else None
