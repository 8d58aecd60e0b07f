"""The table of incidents: a page at a time, the newest first, however many there are."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from console.clock import Clock
from console.errors import Problem
from db.case_records import IncidentId, IncidentState, Severity
from db.incident_records import IncidentLine, IncidentQuery
from db.structs import replace
from ui.case_words import age_words, number_words, severity_word, state_word
from ui.cases.list_words import Names, began_words, due_words, is_overdue
from ui.cases.marks import mark_icon
from ui.icons import blank, icon
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.tasks import Tasks
from ui.theme import Colours
from ui.times import stamp_words

FIRST_PAGE = 50  # fills any screen, and is there in half the time
PAGE = 200
_MOST_RENEWED = 1000  # so many are read again at once when something changed
_DECORATION = Qt.ItemDataRole.DecorationRole.value
_HEARD = Qt.ItemDataRole.AccessibleTextRole.value
_SIDE = 16

Read = Callable[[IncidentQuery], list[IncidentLine]]


class CaseColumn(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    BEGAN = 1
    TITLE = 2
    CATEGORY = 3
    PLACE = 4
    STATE = 5
    ASSIGNED = 6
    DUE = 7
    AGE = 8


class IncidentTable(RowModel):
    """Incidents that fit a query.  More are asked for, off the GUI thread, as one scrolls down."""

    columns = CaseColumn

    arrived = Signal()  # a page is there
    failed = Signal(object)  # the Problem

    def __init__(
        self,
        tasks: Tasks,
        clock: Clock,
        read: Read,
        colours: Colours,
        parent: QObject | None = None,
    ) -> None:
        """``read`` gives a page; it is called off the GUI thread."""
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._read = read
        self._colours = colours
        self._names = Names()
        self._query = IncidentQuery()
        self._rows: list[IncidentLine] = []
        self._whole = True
        self._asking = False
        self._round = 0  # answers of an earlier one come too late
        self._marks: dict[IncidentState | Severity, QIcon] = {}
        self._no_mark = QIcon(blank(_SIDE))

    @property
    def is_whole(self) -> bool:
        """Whether every incident that fits is listed."""
        return self._whole

    @property
    def is_asking(self) -> bool:
        """Whether a page is on its way."""
        return self._asking

    @property
    def lines(self) -> list[IncidentLine]:
        """What is listed."""
        return list(self._rows)

    def line(self, row: int) -> IncidentLine | None:
        """The incident of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, incident_id: IncidentId) -> int | None:
        """Where an incident stands, if it is listed."""
        return next((row for row, each in enumerate(self._rows) if each.id == incident_id), None)

    def show_query(self, query: IncidentQuery) -> None:
        """List what fits ``query``, from the newest on; what was there stays until it comes."""
        self._query = query
        self._begin(FIRST_PAGE)

    def renew(self) -> None:
        """Read again what is listed."""
        self._begin(min(max(FIRST_PAGE, len(self._rows)), _MOST_RENEWED))

    def show_lines(self, lines: list[IncidentLine]) -> None:
        """List these, and nothing more."""
        self._round += 1
        self._asking = False
        self._fill(lines, whole=True)

    def clear(self) -> None:
        """List nothing."""
        self.show_lines([])

    def set_names(self, names: Names) -> None:
        """What the ids stand for from now on."""
        self._names = names
        self._redraw()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._marks.clear()
        self._redraw()

    def words(self, row: int) -> list[str]:
        """A row as text, column by column."""
        return [self._text(self._rows[row], column) for column in CaseColumn]

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole and not self._asking

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            last = self._rows[-1]
            self._ask(replace(self._query, before=(last.began_at, last.id), limit=PAGE), anew=False)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Began"),
            self.tr("Title"),
            self.tr("Category"),
            self.tr("Place"),
            self.tr("State"),
            self.tr("Assigned to"),
            self.tr("Due"),
            self.tr("So for"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._rows[index.row()], CaseColumn(index.column())
        if role == DISPLAY:
            return self._text(line, column)
        if role in (TOOL_TIP, _HEARD):
            return self._hint(line, column)
        if role == FOREGROUND:
            return self._colour(line, column)
        if role == _DECORATION:
            return self._mark(line, column)
        return None

    def _text(self, line: IncidentLine, column: CaseColumn) -> str:
        match column:
            case CaseColumn.NUMBER:
                return number_words(line)
            case CaseColumn.BEGAN:
                return began_words(line.began_at)
            case CaseColumn.TITLE:
                return line.title
            case CaseColumn.CATEGORY:
                return self._names.category(line.category_id)
            case CaseColumn.PLACE:
                return self._names.place(line.cluster_id)
            case CaseColumn.STATE:
                return state_word(line.state)
            case CaseColumn.ASSIGNED:
                return self._names.officer(line.assigned_to)
            case CaseColumn.DUE:
                return due_words(line, self._clock.now())
            case CaseColumn.AGE:
                return age_words(self._clock.now() - line.state_at)

    def _hint(self, line: IncidentLine, column: CaseColumn) -> str:
        text = self._text(line, column)
        match column:
            case CaseColumn.NUMBER:
                return f"{text} · {severity_word(line.severity)}"
            case CaseColumn.TITLE if line.restricted:
                words = self.tr("{title} · restricted: only officers who are named see it")
                return words.format(title=text)
            case CaseColumn.AGE:
                words = self.tr("{state} since {time}")
                return words.format(state=state_word(line.state), time=stamp_words(line.state_at))
            case _:
                return text

    def _colour(self, line: IncidentLine, column: CaseColumn) -> QColor | None:
        if column is CaseColumn.DUE and is_overdue(line, self._clock.now()):
            return QColor(self._colours.ill)
        if column in (CaseColumn.TITLE, CaseColumn.STATE, CaseColumn.NUMBER):
            return None
        return QColor(self._colours.dim)

    def _mark(self, line: IncidentLine, column: CaseColumn) -> QIcon | None:
        match column:
            case CaseColumn.NUMBER:
                is_usual = line.severity is Severity.ROUTINE
                return self._no_mark if is_usual else self._kept(line.severity)
            case CaseColumn.TITLE if line.restricted:
                return icon("lock", self._colours.held)
            case CaseColumn.STATE:
                return self._kept(line.state)
            case _:
                return None

    def _kept(self, of: IncidentState | Severity) -> QIcon:
        """A mark with its colour in a chosen row, too, where Qt would tint it."""
        if of not in self._marks:
            self._marks[of] = mark = mark_icon(of, self._colours)
            for size in mark.availableSizes():
                mark.addPixmap(mark.pixmap(size), QIcon.Mode.Selected)
        return self._marks[of]

    def _begin(self, limit: int) -> None:
        self._round += 1
        self._asking = False
        self._ask(replace(self._query, before=None, limit=limit), anew=True)

    def _ask(self, query: IncidentQuery, *, anew: bool) -> None:
        read, its_round = self._read, self._round
        self._asking = True

        def done(page: list[IncidentLine]) -> None:
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

        self._tasks.run(lambda: read(query), done=done, failed=failed)

    def _fill(self, rows: list[IncidentLine], *, whole: bool) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._whole = whole
        self.endResetModel()

    def _append(self, rows: list[IncidentLine], *, whole: bool) -> None:
        self._whole = whole
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _redraw(self) -> None:
        if self._rows:
            end = self.index(len(self._rows) - 1, len(CaseColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), end)
