"""A list of pictures with words, of which only what is in sight is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.video.footage_ports import WHOLE
from db.records import CameraId
from ui.overriding import override
from ui.review.finding.sheet import Sheet
from ui.review.zoom import Zoom
from ui.theme import BASE_PX, STRIP_PX, font
from ui.words import translate

STILL = QSize(136, 76)  # logical pixels
_PAUSE_MS = 60  # a list that is being scrolled asks once
_MARGIN = 4
_BAR = 6
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """``us`` is its instant; ``strength`` from 0 to 1 is drawn as a bar; ``gap``: no picture."""

    us: int
    title: str
    line: str = ""
    strength: float | None = None
    gap: bool = False

    @property
    def words(self) -> str:
        """All that it says."""
        return ". ".join(part for part in (self.title, self.line) if part)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []

    def put(self, cards: Sequence[Card]) -> None:
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def append(self, cards: Sequence[Card]) -> None:
        if cards:
            first = len(self.cards)
            self.beginInsertRows(QModelIndex(), first, first + len(cards) - 1)
            self.cards += cards
            self.endInsertRows()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self.cards[index.row()].words
        return None


class CardList(QListView):
    """Cards one below the other, or with ``grid`` side by side."""

    opened = Signal(object)  # the Card: Enter, or a double click

    def __init__(self, sheet: Sheet, parent: QWidget, *, grid: bool, still: QSize = STILL) -> None:
        """``still`` is how large a picture is, in logical pixels."""
        super().__init__(parent)
        self.sheet = sheet
        self.still = still
        self.zoom: Zoom = WHOLE  # the part of the pictures that is shown
        self._model = _Model(self)
        self._camera: CameraId | None = None
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self, grid=grid))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(120)
        if grid:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.fetch)
        self.verticalScrollBar().valueChanged.connect(self._ask)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards[index.row()]))
        sheet.came.connect(self.viewport().update)

    @property
    def cards(self) -> list[Card]:
        """What is listed."""
        return self._model.cards

    @property
    def chosen(self) -> int | None:
        """The place of the chosen card."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def room(self) -> int:
        """How many cards of a grid are in sight at once."""
        size = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        across = max(1, self.viewport().width() // size.width())
        return across * max(1, self.viewport().height() // size.height())

    def put(self, camera_id: CameraId, cards: Sequence[Card]) -> None:
        """List these, of a camera."""
        self._camera = camera_id
        self._model.put(cards)
        self._ask()

    def append(self, cards: Sequence[Card]) -> None:
        """List these, too."""
        self._model.append(cards)
        self._ask()

    def choose(self, place: int) -> None:
        """Choose a card and bring it into sight."""
        self.setCurrentIndex(self._model.index(place))

    def in_sight(self) -> list[int]:
        """The places of the cards that can be seen."""
        area, count = self.viewport().rect(), len(self.cards)
        first = self.indexAt(QPoint(_MARGIN * 3, _MARGIN * 3))
        found = []
        for place in range(first.row() if first.isValid() else 0, count):
            box = self.visualRect(self._model.index(place))
            if box.top() > area.bottom():
                break
            if box.intersects(area):
                found.append(place)
        return found

    def fetch(self) -> None:
        """Ask for the pictures that are in sight."""
        if self._camera is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.still.width() * ratio), round(self.still.height() * ratio))
        self.sheet.frame(self._camera, size, self.zoom)
        seen = (self.cards[place] for place in self.in_sight())
        self.sheet.want([card.us for card in seen if not card.gap])

    def _ask(self) -> None:
        self._pause.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.emit(self.cards[chosen])
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        self.sheet.rest()


class _Painter(QStyledItemDelegate):
    def __init__(self, cards: CardList, *, grid: bool) -> None:
        super().__init__(cards)
        self._cards = cards
        self._grid = grid

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        wide, high = self._cards.still.width(), self._cards.still.height()
        if self._grid:
            return QSize(wide + 2 * _MARGIN, high + 3 * _MARGIN + 16)
        return QSize(wide + 100, high + 2 * _MARGIN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = self._cards.cards[index.row()]
        box: QRect = option.rect.adjusted(1, 1, -1, -1)
        palette: QPalette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        accent = QGuiApplication.palette().color(role.Highlight)  # the list's own is a ground
        if chosen:
            painter.fillRect(box, palette.color(role.Button))
        still = QRect(box.topLeft() + QPoint(_MARGIN - 1, _MARGIN - 1), self._cards.still)
        self._still(painter, card, still, palette)
        if chosen:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setFont(font(STRIP_PX if self._grid else BASE_PX))
        painter.setPen(palette.color(role.Text))
        if self._grid:
            under = QRect(still.left(), still.bottom() + 3, still.width(), 18)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, card.title)
            return
        beside = box.adjusted(still.width() + 3 * _MARGIN, _MARGIN, -2 * _MARGIN, -_MARGIN)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        under = painter.drawText(beside, flags, card.title)  # one line, or two in a narrow panel
        painter.setPen(palette.color(role.PlaceholderText))
        painter.setFont(font(STRIP_PX))
        painter.drawText(beside.adjusted(0, under.height() + 2, 0, 0), flags, card.line)
        if card.strength is not None:
            bar = QRect(beside.left(), beside.bottom() - _BAR - 2, beside.width(), _BAR)
            painter.fillRect(bar, palette.color(role.AlternateBase))
            bar.setWidth(max(2, round(bar.width() * card.strength)))
            painter.fillRect(bar, accent)

    def _still(self, painter: QPainter, card: Card, box: QRect, palette: QPalette) -> None:
        sheet = self._cards.sheet
        image = None if card.gap else sheet.image(card.us)
        if image is not None:
            painter.fillRect(box, QColor(0, 0, 0))
            size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
            return
        painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(font(STRIP_PX))
        words = "…"
        if card.gap:
            words = card.line
        elif sheet.knows(card.us):
            words = translate("finding", "No picture")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(4, 2, -4, -2), flags, words)
