"""The table of the log: a page at a time, newest first, however long the log is."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from console.errors import Problem
from db.records import TrailQuery
from db.structs import replace
from ui.audit import names
from ui.audit.acts import TROUBLE
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.tasks import Tasks
from ui.theme import Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.audit_sheet import Shown

FIRST_PAGE = 50  # fills any screen, and is there in half the time
PAGE = 200
_TROUBLE = frozenset(str(act) for act in TROUBLE)


class Column(IntEnum):
    """The columns, from the left."""

    TIME = 0
    WHO = 1
    ACT = 2
    WHAT = 3


class LogTable(RowModel):
    """Entries that fit a query.  More are asked for, off the GUI thread, as one scrolls down."""

    columns = Column

    arrived = Signal()  # a page is there
    failed = Signal(object)  # the Problem

    def __init__(self, tasks: Tasks, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._colours = colours
        self._search: Callable[[TrailQuery], list[Shown]] | None = None
        self._query = TrailQuery()
        self._rows: list[Shown] = []
        self._whole = True
        self._asking = False
        self._round = 0  # answers of an earlier one come too late

    @property
    def is_whole(self) -> bool:
        """Whether every entry that fits is listed."""
        return self._whole

    def show_log(self, search: Callable[[TrailQuery], list[Shown]], query: TrailQuery) -> None:
        """List what ``search`` finds for ``query``, from the newest on.

        What was listed before stays in sight until the first page is there.
        """
        self._search = search
        self._query = query
        self._round += 1
        self._asking = False
        self._ask(replace(query, before=None, limit=FIRST_PAGE), anew=True)

    def clear(self) -> None:
        """List nothing."""
        self._round += 1
        self._asking = False
        self._fill([], whole=True)

    def entry(self, row: int) -> Shown:
        """The entry of a row."""
        return self._rows[row]

    def row_of(self, seq: int) -> int | None:
        """Where the entry of that number stands, if it is listed."""
        return next((row for row, each in enumerate(self._rows) if each.entry.seq == seq), None)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        if self._rows:
            end = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.ForegroundRole])

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole and not self._asking

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            last = self._rows[-1].entry.seq
            self._ask(replace(self._query, before=last, limit=PAGE), anew=False)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Time"), self.tr("Who"), self.tr("What"), self.tr("Of what"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (DISPLAY, TOOL_TIP):
            return _text(self._rows[index.row()], Column(index.column()))
        if role == FOREGROUND:
            return self._colour(self._rows[index.row()], Column(index.column()))
        return None

    def _colour(self, shown: Shown, column: Column) -> QColor | None:
        if column is Column.ACT and shown.entry.act in _TROUBLE:
            return QColor(self._colours.ill)
        quiet = column is Column.WHAT or (column is Column.WHO and not shown.officer)
        return QColor(self._colours.dim) if quiet else None

    def _ask(self, query: TrailQuery, *, anew: bool) -> None:
        search, its_round = self._search, self._round
        if search is None:
            return
        self._asking = True

        def done(page: list[Shown]) -> None:
            if its_round != self._round:
                return
            self._asking = False
            whole = len(page) < query.limit
            if anew:
                self._fill(page, whole=whole)
            else:
                self._append(page, whole=whole)
            self.arrived.emit()

        def failed(problem: Problem) -> None:
            if its_round == self._round:
                self._asking = False
                self._whole = True  # or the view would ask again at once, and again
                self.failed.emit(problem)

        self._tasks.run(lambda: search(query), done=done, failed=failed)

    def _fill(self, rows: list[Shown], *, whole: bool) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._whole = whole
        self.endResetModel()

    def _append(self, rows: list[Shown], *, whole: bool) -> None:
        self._whole = whole
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()


def _text(shown: Shown, column: Column) -> str:
    match column:
        case Column.TIME:
            return stamp_words(shown.entry.at)
        case Column.WHO:
            return names.who(shown)
        case Column.ACT:
            return names.act(shown)
        case Column.WHAT:
            return names.told(shown)
