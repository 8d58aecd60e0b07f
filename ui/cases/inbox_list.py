"""The list of what waits: two lines a row, the longest first, read a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.errors import Problem
from db.records import OfficerId
from ui.case_words import age_words
from ui.cases.inbox_reading import InboxSeen, in_order, read_waiting
from ui.cases.inbox_words import AGEING, JOINT, fact_words, item_facts, item_title
from ui.overriding import override
from ui.requests.waiting import RequestItem
from ui.tasks import Tasks
from ui.theme import STRIP_PX, Colours, font
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.requests import Requests
    from console.inbox import Inbox, InboxItem
    from ui.cases.inbox_reading import Item

FIRST_PAGE, PAGE = 50, 100
MOST_ANEW = 500  # the chief has scrolled, answers, and stays where he is
ITEM = Qt.ItemDataRole.UserRole
_ROW, _EDGE, _MARK = 52, 12, 10
_Index = QModelIndex | QPersistentModelIndex


class InboxRows(QAbstractListModel):
    """What waits, of one kind or of all; more is asked for, off the GUI thread, on the way down."""

    arrived = Signal(object)  # an InboxSeen: the first page of it is listed
    failed = Signal(object)  # the Problem

    def __init__(
        self,
        tasks: Tasks,
        inbox: Inbox,
        requests: Requests | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Without ``requests`` those of cases alone are listed."""
        super().__init__(parent)
        self._tasks = tasks
        self._inbox = inbox
        self._services = requests
        self._requests: tuple[RequestItem, ...] = ()
        self._cases: list[InboxItem] = []
        self._kinds: tuple[str, ...] = ()
        self._items: list[Item] = []  # both, in order
        self._names: Mapping[OfficerId, str] = {}
        self._fitting = 0
        self._asking = False
        self._round = 0  # answers of an earlier one come too late

    def show_kind(self, kind: str) -> None:
        """List one kind, "" for all; what stood there before stays until the answer is there."""
        self._kinds = (kind,) if kind else ()
        self.renew()

    def renew(self) -> None:
        """Read the first page again, as long as what is listed, within reason."""
        self._round += 1
        self._ask(0, max(FIRST_PAGE, min(len(self._cases), MOST_ANEW)))

    def clear(self) -> None:
        """List nothing."""
        self._round += 1
        self._asking = False
        self._fill((), 0)

    def set_names(self, names: Mapping[OfficerId, str]) -> None:
        """What the officers are called."""
        self._names = names
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def item(self, row: int) -> Item | None:
        """The item of a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, key: tuple[object, ...]) -> int | None:
        """Where the item of that key (``key_of``) stands, if it is listed."""
        return next((row for row, each in enumerate(self._items) if key_of(each) == key), None)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._items)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._asking and len(self._cases) < self._fitting

    @override
    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._ask(len(self._cases), PAGE)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item_title(item)}. {item_facts(item, self._names)}. {wait_words(item)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item_title(item)}\n{item_facts(item, self._names)}\n{wait_words(item)}"
        return None

    def facts(self, item: Item) -> list[str]:
        """What the second line of its row tells."""
        return fact_words(item, self._names)

    def _ask(self, skip: int, limit: int) -> None:
        self._asking = True
        inbox, requests, kinds = self._inbox, self._services, self._kinds
        its_round = self._round

        def done(seen: InboxSeen) -> None:
            if its_round != self._round:
                return
            self._asking = False
            if skip:
                self._append(seen)
            else:
                self._fill(seen.view.items, seen.view.fitting, seen.requests.items)
                self.arrived.emit(seen)

        def failed(problem: Problem) -> None:
            if its_round == self._round:
                self._asking = False
                self._fitting = len(self._cases)  # or the view would ask again at once
                self.failed.emit(problem)

        self._tasks.run(
            lambda: read_waiting(inbox, requests, limit, skip, kinds), done=done, failed=failed
        )

    def _fill(
        self, cases: Sequence[InboxItem], fitting: int, requests: tuple[RequestItem, ...] = ()
    ) -> None:
        self.beginResetModel()
        self._cases, self._fitting, self._requests = list(cases), fitting, requests
        self._items = self._in_order()
        self.endResetModel()

    def _append(self, seen: InboxSeen) -> None:
        known = {key_of(each) for each in self._cases}
        items = seen.view.items
        self._cases += [each for each in items if key_of(each) not in known]
        self._fitting = seen.view.fitting if items else len(self._cases)
        both, first = self._in_order(), len(self._items)
        if len(both) > first:
            self.beginInsertRows(QModelIndex(), first, len(both) - 1)
            self._items = both
            self.endInsertRows()

    def _in_order(self) -> list[Item]:
        whole = len(self._cases) >= self._fitting
        return in_order(self._cases, self._requests, whole=whole)


def key_of(item: Item) -> tuple[object, ...]:
    """What tells an item from others, also after the list was read again."""
    if isinstance(item, RequestItem):
        return (item.waits, item.asked.id)
    about = item.bookmark_id or item.hold_id if item.line is None else item.line.id
    return (str(item.waits), about)


def wait_words(item: Item) -> str:
    """How long it waits; what is late says so, not by its colour alone."""
    length = age_words(item.age)
    words = translate("inbox", "{length}, late") if item.is_late else "{length}"
    return words.format(length=length)


class InboxDelegate(QStyledItemDelegate):
    """Paints a row: what it is about and for how long it waits, then what is wanted."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: Item = index.data(ITEM)
        rows = index.model()
        assert isinstance(rows, InboxRows)
        colours, box = self.colours, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(colours.picked if chosen else colours.surface))
        if chosen:
            edge = colours.accent if state & QStyle.StateFlag.State_HasFocus else colours.dim
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(edge))
        inner = box.adjusted(_EDGE, 7, -_EDGE, -7)
        colour = self._colour(item)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        below = top.translated(0, top.height())
        painter.setFont(font(bold=item.is_late))
        painter.setPen(QColor(colours.text))
        _write(painter, top, item_title(item))
        below.setRight(self._age(painter, below, item, colour) - 8)
        painter.setFont(font(STRIP_PX + 1))
        painter.setPen(QColor(colours.text if chosen else colours.dim))
        _write(painter, below, _in_short(rows.facts(item), painter.fontMetrics(), below.width()))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _age(self, painter: QPainter, inner: QRect, item: Item, colour: str) -> int:
        """For how long, on the right; what is late has a mark.  Where it begins."""
        painter.setFont(font(STRIP_PX + 1, bold=item.is_late))
        words = wait_words(item)
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        line = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.setPen(QColor(colour))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), words)
        if not item.is_late:
            return line.left()
        middle, left = line.center().y(), line.left() - _MARK - 5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(left + _MARK / 2, middle - _MARK / 2),
                    QPointF(left + _MARK, middle + _MARK / 2),
                    QPointF(left, middle + _MARK / 2),
                ]
            )
        )
        return left

    def _colour(self, item: Item) -> str:
        if item.is_late:
            return self.colours.alarm
        return self.colours.ill if item.age >= AGEING else self.colours.dim


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _in_short(facts: list[str], metrics: QFontMetrics, width: int) -> str:
    """What has room: of the middle the last goes first, and of what remains the kind is cut.

    Who it was is read whole: the number and what it matters stand beside, once it is chosen.
    """
    kept = facts
    while len(kept) > 2 and metrics.horizontalAdvance(JOINT.join(kept)) > width:
        kept = [*kept[:-2], kept[-1]]
    if len(kept) != 2:
        return JOINT.join(kept)
    end = JOINT + kept[1]
    room = max(0, width - metrics.horizontalAdvance(end))
    return metrics.elidedText(kept[0], Qt.TextElideMode.ElideRight, room) + end


def _write(painter: QPainter, box: QRect, words: str) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), shown)
