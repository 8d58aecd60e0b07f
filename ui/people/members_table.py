"""The table of members: one row each, searched without diacritics, sorted as names are in lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor

from console.name_order import order_of
from db.case_records import Member, MemberId, MemberRole
from db.records import TeamId
from ui.found_rows import FoundRows
from ui.overriding import override
from ui.people.words import phone_words, role_word
from ui.search import plain
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index
from ui.theme import Colours
from ui.ward import Ward

MEMBER_ROLE = Qt.ItemDataRole.UserRole
_RANKS = list(MemberRole)


class MemberColumn(IntEnum):
    """The columns, from the left."""

    TEAM = 0
    ROLE = 1
    NAME = 2
    PHONE = 3
    STATE = 4


class MemberTable(FoundRows):
    """The members as rows: those that search and team let through."""

    columns = MemberColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._teams: dict[TeamId | None, str] = {}
        self.members: Sequence[Member] = ()
        self._cells: list[tuple[str, ...]] = []
        self._hay: list[str] = []  # what is searched of each, once something is
        self._needle: list[str] = []
        self._team: TeamId | None = None

    def set_members(self, members: Sequence[Member], ward: Ward) -> None:
        """List these."""
        self._teams = {team.id: team.name for team in ward.teams}
        self.members = members
        self._cells = [self._words(each) for each in members]
        self._hay = []
        self._look()

    def look_for(self, text: str) -> None:
        """Let through what holds every word of ``text``; a number also without its blanks."""
        self._needle = plain(text).split()
        self._look()

    def set_team(self, team_id: TeamId | None) -> None:
        """Let through one team alone; None: all of them."""
        self._team = team_id
        self._look()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        if self.count():
            last = self.index(self.count() - 1, len(MemberColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of_member(self, member_id: MemberId | None) -> int | None:
        """Where a member is listed; None: he is not."""
        return self.row_of(
            next((at for at, each in enumerate(self.members) if each.id == member_id), None)
        )

    def _look(self) -> None:
        if self._needle and not self._hay:
            self._hay = [
                plain(" ".join((*cells, each.phone)))
                for cells, each in zip(self._cells, self.members, strict=True)
            ]
        self.show_anew()

    @override
    def things(self) -> int:
        return len(self.members)

    @override
    def lets_through(self, place: int) -> bool:
        if self._team is not None and self.members[place].team_id != self._team:
            return False
        return all(word in self._hay[place] for word in self._needle)

    @override
    def key(self, column: int) -> Callable[[int], Any]:
        members = self.members
        if column == MemberColumn.NAME:
            return lambda place: order_of(members[place].name)
        if column == MemberColumn.ROLE:
            return lambda place: _RANKS.index(members[place].role)
        words = {cells[column] for cells in self._cells}  # a team stands beside each of its members
        plainly = {each: plain(each) for each in words}
        return lambda place: plainly[self._cells[place][column]]

    def _words(self, member: Member) -> tuple[str, ...]:
        return (
            self._teams.get(member.team_id, ""),
            role_word(member.role),
            member.name,
            phone_words(member.phone),
            self.tr("Retired") if member.retired else self.tr("Is called"),
        )

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
        at, column = self.place(index.row()), index.column()
        if role in (DISPLAY, TOOL_TIP):
            return self._cells[at][column]
        member = self.members[at]
        if role == FOREGROUND:
            pale = member.retired or (column == MemberColumn.PHONE and not member.phone)
            return QBrush(QColor(self._colours.dim if pale else self._colours.text))
        return member if role == MEMBER_ROLE else None
