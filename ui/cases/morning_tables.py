"""The tables of the morning page: what came, by team and category; what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.case_records import Category, CategoryId
from db.incident_records import IncidentLine
from db.records import TeamId
from ui.case_words import age_words, number_words, state_word
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.theme import Colours
from ui.ward import Ward

_BAR, _NUMBER = 10, 36


class BroughtColumn(IntEnum):
    """The columns, from the left."""

    TEAM = 0
    CATEGORY = 1
    COUNT = 2


@dataclass(frozen=True, slots=True)
class Brought:
    """So many cases of a category began where a team answers; None: where none does."""

    team_id: TeamId | None
    category_id: CategoryId
    count: int
    is_first: bool  # of its team


class BroughtTable(RowModel):
    """What the last 24 hours brought: the team with most first."""

    columns = BroughtColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._ward = Ward()
        self._rows: list[Brought] = []
        self._categories: Mapping[CategoryId, Category] = {}

    @property
    def most(self) -> int:
        """The highest of the figures: its bar is the longest."""
        return max((row.count for row in self._rows), default=0)

    def show_brought(
        self,
        brought: Mapping[tuple[TeamId | None, CategoryId], int],
        categories: Mapping[CategoryId, Category],
        ward: Ward,
    ) -> None:
        """List these figures."""
        self.beginResetModel()
        self._ward, self._categories = ward, categories
        totals: dict[TeamId | None, int] = {}
        for (team_id, _), count in brought.items():
            totals[team_id] = totals.get(team_id, 0) + count
        self._rows = []
        for team_id in sorted(totals, key=lambda each: (-totals[each], self.team_words(each))):
            of_it = [(count, its) for (team, its), count in brought.items() if team == team_id]
            of_it.sort(key=lambda each: (-each[0], self.category_words(each[1])))
            self._rows += [
                Brought(team_id, category_id, count, place == 0)
                for place, (count, category_id) in enumerate(of_it)
            ]
        self.endResetModel()

    def row(self, row: int) -> Brought | None:
        """The figure of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def team_words(self, team_id: TeamId | None) -> str:
        """What a team is called."""
        if team_id is None:
            return self.tr("no team answers there")
        team = next((each for each in self._ward.teams if each.id == team_id), None)
        return "–" if team is None else team.name

    def category_words(self, category_id: CategoryId) -> str:
        """What a category is called."""
        category = self._categories.get(category_id)
        return "–" if category is None else category.name

    @override
    def titles(self) -> tuple[str, ...]:
        return self.tr("Team"), self.tr("Category"), self.tr("Cases")

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == DISPLAY:
            match BroughtColumn(index.column()):
                case BroughtColumn.TEAM:
                    return self.team_words(row.team_id) if row.is_first else ""
                case BroughtColumn.CATEGORY:
                    return self.category_words(row.category_id)
                case _:
                    return str(row.count)
        if role in (TOOL_TIP, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr("{team}, {category}: {count}")
            return words.format(
                team=self.team_words(row.team_id),
                category=self.category_words(row.category_id),
                count=row.count,
            )
        return None


class BarDelegate(QStyledItemDelegate):
    """A figure with a bar as long as it is large: read without any colour, on paper, too."""

    def __init__(self, rows: BroughtTable, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index.row())
        if row is None:
            return
        box: QRect = option.rect
        colours = self._rows.colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.picked))
        painter.setPen(QColor(colours.text))
        number = QRect(box.left(), box.top(), _NUMBER, box.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, int(side), str(row.count))
        room = box.width() - _NUMBER - 24
        length = max(2, room * row.count // max(1, self._rows.most))
        top = box.center().y() - _BAR // 2
        painter.fillRect(QRect(number.right() + 12, top, length, _BAR), QColor(colours.text))
        painter.restore()


class OpenColumn(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    TITLE = 1
    STATE = 2
    WAITS = 3
    DUE = 4


class OpenTable(RowModel):
    """Cases that nobody vouched for yet, the one that waits longest first."""

    columns = OpenColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._lines: Sequence[IncidentLine] = ()
        self._now: datetime | None = None

    def show_lines(self, lines: Sequence[IncidentLine], now: datetime) -> None:
        """List these, as they stand at ``now``."""
        self.beginResetModel()
        self._lines, self._now = lines, now
        self.endResetModel()

    def line(self, row: int) -> IncidentLine | None:
        """The incident of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Case"),
            self.tr("State"),
            self.tr("Waits"),
            self.tr("Due"),
        )

    @override
    def count(self) -> int:
        return len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role in (DISPLAY, TOOL_TIP):
            return self._words(line, OpenColumn(index.column()))
        if role == FOREGROUND and index.column() == OpenColumn.DUE and self._is_overdue(line):
            return QColor(self.colours.alarm)
        if role == FOREGROUND and index.column() in (OpenColumn.STATE, OpenColumn.WAITS):
            return QColor(self.colours.dim)
        return None

    def _words(self, line: IncidentLine, column: OpenColumn) -> str:
        match column:
            case OpenColumn.NUMBER:
                return number_words(line)
            case OpenColumn.TITLE:
                return line.title
            case OpenColumn.STATE:
                return state_word(line.state)
            case OpenColumn.WAITS:
                return "" if self._now is None else age_words(self._now - line.state_at)
            case _:
                return self._due(line)

    def _due(self, line: IncidentLine) -> str:
        if line.due_on is None:
            return ""
        day = f"{line.due_on:%d/%m}"
        if not self._is_overdue(line):
            return day
        return self.tr("{day}, overdue").format(day=day)

    def _is_overdue(self, line: IncidentLine) -> bool:
        return line.due_on is not None and line.due_on < self._today()

    def _today(self) -> date:
        assert self._now is not None
        return self._now.astimezone().date()
