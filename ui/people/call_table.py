"""The list of whom to call: numbers that are read from afar, and what was logged before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from db.case_records import CallResult, MemberId
from ui import theme
from ui.overriding import override
from ui.people.words import ago_words, phone_words, result_word, role_word
from ui.tables import Index, RowModel, RowView
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.calls import Callee

_ROW = 64
_TEXT_PX, _PHONE_PX = 16, 28  # read from 60 cm, at night
_COLOURS = {
    CallResult.REACHED: "text",
    CallResult.NO_ANSWER: "ill",
    CallResult.ON_THE_WAY: "good",
    CallResult.ARRIVED: "good",
}


class CallColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    ROLE = 1
    PHONE = 2
    LAST = 3


_WIDTHS = {CallColumn.ROLE: 112, CallColumn.PHONE: 224, CallColumn.LAST: 290}


class CallTable(RowModel):
    """The people as rows, in the order in which they are called."""

    columns = CallColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._now: datetime | None = None
        self.people: Sequence[Callee] = ()

    def set_people(self, people: Sequence[Callee], now: datetime) -> None:
        """List these, with ages as they are at ``now``."""
        self.beginResetModel()
        self.people, self._now = people, now
        self.endResetModel()

    def grow_older(self, now: datetime) -> None:
        """Show ages as they are at ``now``."""
        self._now = now
        if self.people:
            column = CallColumn.LAST
            self.dataChanged.emit(self.index(0, column), self.index(len(self.people) - 1, column))

    def row_of(self, member_id: MemberId | None) -> int:
        """Where somebody is listed; the first row where he is not."""
        ids = [each.member.id for each in self.people]
        return ids.index(member_id) if member_id in ids else 0

    def words(self, callee: Callee) -> tuple[str, ...]:
        """What stands in a row."""
        member = callee.member
        return (
            member.name,
            role_word(member.role),
            phone_words(member.phone),
            self._last(callee),
        )

    def _last(self, callee: Callee) -> str:
        if callee.last is None or self._now is None:
            return self.tr("not called yet")
        call = callee.last.call
        first = self.tr("{result} · {ago}").format(
            result=result_word(call.result), ago=ago_words(call.at, self._now)
        )
        second = " · ".join(part for part in (callee.last.called_by, call.note) if part)
        return f"{first}\n{second}" if second else first

    @override
    def count(self) -> int:
        return len(self.people)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Who"), self.tr("Role"), self.tr("Phone"), self.tr("Last call"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        callee, column = self.people[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(callee)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part.replace("\n", ", ") for part in self.words(callee))
        if role == Qt.ItemDataRole.FontRole:
            if column == CallColumn.PHONE and callee.member.phone:
                return theme.font(_PHONE_PX, bold=True)
            return theme.font(_TEXT_PX, bold=column == CallColumn.NAME)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(getattr(self._colours, self._colour(callee, column))))
        return None

    def _colour(self, callee: Callee, column: int) -> str:
        if column == CallColumn.ROLE or (column == CallColumn.PHONE and not callee.member.phone):
            return "dim"
        if column != CallColumn.LAST:
            return "text"
        return "dim" if callee.last is None else _COLOURS[callee.last.call.result]


class CallView(RowView):
    """The table itself."""

    def __init__(self, rows: CallTable, parent: QWidget | None = None) -> None:
        super().__init__("call-list", "", rows, parent)
        self.setAccessibleName(self.tr("Whom to call"))
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(CallColumn.NAME, QHeaderView.ResizeMode.Stretch)
