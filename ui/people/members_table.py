"""The table of members: one row each, searched without diacritics, sorted as names are in lists."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QBrush, QColor

from console.name_order import order_of
from db.case_records import Member, MemberRole
from db.records import TeamId
from ui.overriding import override
from ui.people.words import phone_words, role_word
from ui.search import plain
from ui.tables import Index, RowModel
from ui.theme import Colours
from ui.ward import Ward

MEMBER_ROLE = Qt.ItemDataRole.UserRole
_SORT_ROLE = Qt.ItemDataRole.UserRole + 1
_RANKS = list(MemberRole)


class MemberColumn(IntEnum):
    """The columns, from the left."""

    TEAM = 0
    ROLE = 1
    NAME = 2
    PHONE = 3
    STATE = 4


class MemberTable(RowModel):
    """The members as rows; ``found`` are those that search and team let through."""

    columns = MemberColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._teams: dict[TeamId | None, str] = {}
        self.members: Sequence[Member] = ()
        self._cells: list[tuple[str, ...]] = []
        self._hay: list[str] = []  # what is searched of each
        self._names: list[int] = []  # the place of each in the order of names
        self.found = _Found(self)
        self.found.setSortRole(_SORT_ROLE)
        self.found.setSourceModel(self)

    def set_members(self, members: Sequence[Member], ward: Ward) -> None:
        """List these."""
        self._teams = {team.id: team.name for team in ward.teams}
        self.beginResetModel()
        self.members = members
        self._cells = [self._words(each) for each in members]
        self._hay = [
            plain(" ".join((*cells, each.phone)))
            for cells, each in zip(self._cells, members, strict=True)
        ]
        by_name = sorted(range(len(members)), key=lambda row: order_of(members[row].name))
        self._names = [0] * len(members)
        for place, row in enumerate(by_name):
            self._names[row] = place
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        if self.members:
            last = self.index(self.count() - 1, len(MemberColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def holds(self, row: int, words: Sequence[str]) -> bool:
        """Whether a row holds every one of ``words``; a number also without its blanks."""
        return all(word in self._hay[row] for word in words)

    def _words(self, member: Member) -> tuple[str, ...]:
        return (
            self._teams.get(member.team_id, ""),
            role_word(member.role),
            member.name,
            phone_words(member.phone),
            self.tr("Retired") if member.retired else self.tr("Is called"),
        )

    @override
    def count(self) -> int:
        return len(self.members)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Team"),
            self.tr("Role"),
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("State"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        member = self.members[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[row][column]
        if role == Qt.ItemDataRole.ForegroundRole:
            pale = member.retired or (column == MemberColumn.PHONE and not member.phone)
            return QBrush(QColor(self._colours.dim if pale else self._colours.text))
        if role == MEMBER_ROLE:
            return member
        if role == _SORT_ROLE:
            if column == MemberColumn.NAME:
                return self._names[row]
            if column == MemberColumn.ROLE:
                return _RANKS.index(member.role)
            return plain(self._cells[row][column])
        return None


class _Found(QSortFilterProxyModel):
    """The rows of the chosen team that hold every word that was typed."""

    def __init__(self, table: MemberTable) -> None:
        super().__init__(table)
        self._table = table
        self._words: list[str] = []
        self._team: TeamId | None = None

    def look_for(self, text: str) -> None:
        """Let through what holds every word of ``text``."""
        self._words = plain(text).split()
        self.invalidate()

    def set_team(self, team_id: TeamId | None) -> None:
        """Let through one team alone; None: all of them."""
        self._team = team_id
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._team is not None and self._table.members[source_row].team_id != self._team:
            return False
        return self._table.holds(source_row, self._words)
