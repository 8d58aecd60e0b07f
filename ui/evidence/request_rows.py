"""The list of requests: what waits first, the longest above; then the newest, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.clock import Clock
from console.errors import Problem
from db.evidence_records import RequestId, RequestLine, RequestQuery, RequestState
from db.records import OfficerId
from db.structs import replace
from ui.case_words import age_words, date_words
from ui.overriding import override
from ui.requests import words
from ui.requests.marks import mark_colour, mark_pixmap
from ui.tasks import Tasks
from ui.theme import STRIP_PX, Colours, font
from ui.words import translate

PAGE = 100
MOST_WAITING = 1000
ITEM = Qt.ItemDataRole.UserRole
_WAITS = frozenset({RequestState.ASKED})
_ROW, _EDGE, _MARK = 52, 12, 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
Read = Callable[[RequestQuery], Sequence[RequestLine]]


class RequestRows(QAbstractListModel):
    """Requests that fit.  More is asked for, off the GUI thread, on the way down."""

    arrived = Signal()  # the list begins anew
    failed = Signal(object)  # the Problem

    def __init__(
        self, tasks: Tasks, clock: Clock, read: Read, parent: QObject | None = None
    ) -> None:
        """``read`` gives a page; it is called off the GUI thread."""
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._read = read
        self._query = RequestQuery()
        self._lines: list[RequestLine] = []
        self._whole = True
        self._asking = False
        self._round = 0  # answers of an earlier one come too late
        self._names: Mapping[OfficerId, str] = {}

    @property
    def lines(self) -> list[RequestLine]:
        """What is listed."""
        return list(self._lines)

    def line(self, row: int) -> RequestLine | None:
        """The request of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, request_id: RequestId | None) -> int | None:
        """Where a request stands, if it is listed."""
        rows = (row for row, each in enumerate(self._lines) if each.id == request_id)
        return next(rows, None)

    def show_query(self, query: RequestQuery) -> None:
        """List what fits; what stood there before stays until the answer is there."""
        self._query = query
        self.renew()

    def renew(self) -> None:
        """Read what is listed again, as far as one has gone down, within reason."""
        self._round += 1
        self._asking = True
        read, query, its_round = self._read, self._query, self._round
        length = max(PAGE, min(len(self._lines), MOST_WAITING))

        def done(found: tuple[list[RequestLine], bool]) -> None:
            if its_round == self._round:
                self._asking = False
                self._fill(found[0], whole=found[1])
                self.arrived.emit()

        self._tasks.run(
            lambda: _first(read, query, length), done=done, failed=self._failure(its_round)
        )

    def clear(self) -> None:
        """List nothing."""
        self._round += 1
        self._asking = False
        self._fill([], whole=True)

    def set_names(self, names: Mapping[OfficerId, str]) -> None:
        """What the officers are called."""
        self._names = names
        self.grow_older()

    def grow_older(self) -> None:
        """Time has passed: ages are others."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def facts(self, line: RequestLine) -> str:
        """What the second line of its row tells: its state and paper, how much, until when."""
        today = self._clock.now().astimezone().date()
        due = "" if line.state in words.OVER else words.due_words(line.due_on, today)
        parts = (
            words.state_word(line.state),
            translate("requests", "urgent") if line.urgent else "",
            due,
            line.paper_number,
            words.spans_words(line.spans),
        )
        return words.JOINT.join(part for part in parts if part)

    def title(self, line: RequestLine) -> str:
        """What it is about, on one line."""
        number = words.number_words(line)
        return f"{number}{words.JOINT}{line.unit}" if line.unit else number

    def age(self, line: RequestLine) -> str:
        """How long it waits; of what is over, the day."""
        if line.state in words.OVER:
            return date_words(line.state_at.astimezone().date())
        return age_words(self._clock.now() - line.state_at)

    def is_late(self, line: RequestLine) -> bool:
        """Whether somebody must see to it now."""
        now = self._clock.now()
        return words.is_overdue(line, now) or (
            line.state in _WAITS and words.is_due(line, now.astimezone().date())
        )

    def words(self, row: int) -> list[str]:
        """A row as text, column by column."""
        line = self._lines[row]
        by = words.name_words(self._names, line.made_by)
        due, made = date_words(line.due_on), date_words(line.made_at.astimezone().date())
        return [
            *(words.number_words(line), line.paper_number, line.unit),
            *(words.state_word(line.state), due, made, by),
        ]

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._whole and not self._asking

    @override
    def fetchMore(self, parent: _Index) -> None:
        if not self.canFetchMore(parent):
            return
        read, query, its_round = self._read, _rest(self._query), self._round
        query = replace(query, before=self._lines[-1].id, limit=PAGE)
        self._asking = True

        def done(page: Sequence[RequestLine]) -> None:
            if its_round == self._round:
                self._asking = False
                self._append(list(page))

        self._tasks.run(lambda: read(query), done=done, failed=self._failure(its_round))

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == ITEM:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.title(line)}. {self.facts(line)}. {self.age(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            told = words.overdue_words(line, self._clock.now())
            parts = (self.title(line), self.facts(line), self.age(line), told)
            return "\n".join(part for part in parts if part)
        return None

    def _failure(self, its_round: int) -> Callable[[Problem], None]:
        def failed(problem: Problem) -> None:
            if its_round == self._round:
                self._asking = False
                self._whole = True  # or the view would ask again at once, and again
                self.failed.emit(problem)

        return failed

    def _fill(self, lines: list[RequestLine], *, whole: bool) -> None:
        self.beginResetModel()
        self._lines, self._whole = lines, whole
        self.endResetModel()

    def _append(self, lines: list[RequestLine]) -> None:
        self._whole = len(lines) < PAGE
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()


def _first(read: Read, query: RequestQuery, length: int) -> tuple[list[RequestLine], bool]:
    """What waits, the longest first, then so many of the rest; whether that is all."""
    waiting: list[RequestLine] = []
    if not query.states or query.states & _WAITS:
        asked = replace(query, states=_WAITS, limit=200)
        while len(waiting) < MOST_WAITING:
            page = read(asked)
            waiting += page
            if len(page) < asked.limit:
                break
            asked = replace(asked, before=page[-1].id)
        waiting.sort(key=lambda each: (each.approve_by is None, each.state_at, each.id))
    rest = _rest(query)
    lines: list[RequestLine] = []
    if not rest.states:
        return waiting, True
    while len(lines) < length:
        before = lines[-1].id if lines else None
        page = read(replace(rest, before=before, limit=PAGE))
        lines += page
        if len(page) < PAGE:
            return waiting + lines, True
    return waiting + lines, False


def _rest(query: RequestQuery) -> RequestQuery:
    """The same without what waits, which stands above."""
    every = query.states or frozenset(RequestState)
    return replace(query, states=every - _WAITS)


class RequestDelegate(QStyledItemDelegate):
    """Paints a row: its mark, number and unit, and for how long; then where it stands."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: RequestLine = index.data(ITEM)
        rows = index.model()
        assert isinstance(rows, RequestRows)
        colours, box = self.colours, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        late = rows.is_late(line)
        painter.save()
        painter.fillRect(box, QColor(colours.picked if chosen else colours.surface))
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            edge = QColor(colours.accent if focused else colours.dim)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), edge)
        inner = box.adjusted(_EDGE, 7, -_EDGE, -7)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        below = top.translated(0, top.height())
        mark = mark_pixmap(line.state, colours, _MARK)
        painter.drawPixmap(top.left(), top.center().y() - _MARK // 2, _MARK, _MARK, mark)
        top.setLeft(top.left() + _MARK + 8)
        below.setLeft(top.left())
        painter.setFont(font(STRIP_PX + 1, bold=late))
        age = rows.age(line)
        width = painter.fontMetrics().horizontalAdvance(age) + 2
        aside = QRect(top.right() - width, top.top(), width, top.height())
        painter.setPen(QColor(colours.alarm if late else colours.dim))
        painter.drawText(aside, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), age)
        top.setRight(aside.left() - 8)
        painter.setFont(font(bold=late))
        painter.setPen(QColor(colours.text))
        _write(painter, top, rows.title(line))
        painter.setFont(font(STRIP_PX + 1))
        painter.setPen(QColor(self._colour(line, chosen=chosen, late=late)))
        _write(painter, below, rows.facts(line))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _colour(self, line: RequestLine, *, chosen: bool, late: bool) -> str:
        if late:
            return self.colours.alarm
        if line.state in _WAITS:
            return mark_colour(line.state, self.colours)
        return self.colours.text if chosen else self.colours.dim


def _write(painter: QPainter, box: QRect, said: str) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), shown)
