"""The ward plan with a spot on it: looked at closer, the spot placed by mouse or arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from db.case_records import Spot
from ui.overriding import override
from ui.theme import Colours

_WHOLE = 10_000
_STEP, _WIDE = 50, 500  # half and five hundredths of the plan
_CLOSER, _CLOSEST = 1.5, 8.0
_RING = 11.0  # pixels
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PlanView(QWidget):
    """Shows the picture whole or a part of it; the spot stays in sight as it moves."""

    placed = Signal(object)  # the Spot, or None
    taken = Signal()  # Enter, or a double click

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 240))
        self.setAccessibleName(self.tr("Ward plan"))
        self.setToolTip(
            self.tr("Click, or arrow keys (Shift: bigger steps); wheel or + and − look closer")
        )
        self._colours = colours
        self._image: QImage | None = None
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)  # of what is in sight, as parts of the plan
        self._pressed: QPointF | None = None
        self._dragged = False
        self.spot: Spot | None = None

    def show_plan(self, image: QImage | None, spot: Spot | None) -> None:
        """Show a plan and the spot on it."""
        self._image, self.spot = image, spot
        self.show_whole()

    def place(self, spot: Spot | None) -> None:
        """Let the spot be there, or nowhere."""
        if spot != self.spot:
            self.spot = spot
            self._keep_in_sight()
            self.placed.emit(spot)
        self.update()

    def look(self, by: float, at: QPointF | None = None) -> None:
        """Look ``by`` times as close, around a point of this widget or the spot."""
        if self._image is None:
            return
        zoom = min(max(self._zoom * by, 1.0), _CLOSEST)
        if at is None and self.spot is not None:
            self._centre = QPointF(self.spot.x, self.spot.y) / _WHOLE
        elif at is not None:
            held = self._part_at(at)
            self._centre = held + (self._centre - held) * (self._zoom / zoom)
        self._zoom = zoom
        self.update()

    def closer(self) -> None:
        """A step closer."""
        self.look(_CLOSER)

    def further(self) -> None:
        """A step back."""
        self.look(1 / _CLOSER)

    def show_whole(self) -> None:
        """The whole plan."""
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)
        self.update()

    def point_of(self, spot: Spot) -> QPointF:
        """Where a spot lies in this widget."""
        area = self._area()
        return QPointF(
            area.x() + spot.x / _WHOLE * area.width(), area.y() + spot.y / _WHOLE * area.height()
        )

    def _area(self) -> QRectF:
        """Where the whole plan lies, most of it out of sight while one looks closer."""
        if self._image is None:
            return QRectF(self.rect())
        width, height = self._image.width(), self._image.height()
        scale = min(self.width() / width, self.height() / height) * self._zoom
        return QRectF(
            _begin(width * scale, self.width(), self._centre.x()),
            _begin(height * scale, self.height(), self._centre.y()),
            width * scale,
            height * scale,
        )

    def _part_at(self, point: QPointF) -> QPointF:
        area = self._area()
        return QPointF(
            (point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height()
        )

    def _keep_in_sight(self) -> None:
        if self.spot is not None and not QRectF(self.rect()).contains(self.point_of(self.spot)):
            self._centre = QPointF(self.spot.x, self.spot.y) / _WHOLE

    def _spot_at(self, point: QPointF) -> Spot | None:
        part = self._part_at(point)
        inside = 0 <= part.x() <= 1 and 0 <= part.y() <= 1
        return _spot(part.x() * _WHOLE, part.y() * _WHOLE) if inside else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._image is not None:
            right, down = _ARROWS[key]
            wide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = _WIDE if wide else _STEP
            here = self.spot or Spot(_WHOLE // 2, _WHOLE // 2)
            moved = _spot(here.x + right * step, here.y + down * step)
            self.place(here if self.spot is None else moved)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._image is None:
            return
        way = event.position() - self._pressed
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._pressed = True, event.position()
            area = self._area()
            self._centre -= QPointF(way.x() / area.width(), way.y() / area.height())
            self._centre = QPointF(_part(self._centre.x()), _part(self._centre.y()))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged and self._image is not None:
            spot = self._spot_at(event.position())
            if spot is not None:
                self.place(spot)
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._image is not None and self._spot_at(event.position()) is not None:
            self.taken.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        self.look(_CLOSER**steps, event.position())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.ground))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._area(), self._image)
            if self.spot is not None:
                self._paint_spot(painter, self.point_of(self.spot))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_spot(self, painter: QPainter, at: QPointF) -> None:
        """A ring with a cross: white below, so that it is seen on any plan."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#ffffff", 6.0), ("#c8201a", 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, _RING, _RING)
            for right, down in _ARROWS.values():
                way = QPointF(right, down)
                painter.drawLine(at + way * 4, at + way * (_RING + 7))


def _begin(length: float, room: float, centre: float) -> float:
    """Where a plan of that length begins for ``centre`` to be in the middle, as far as it goes."""
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, room / 2 - centre * length))


def _spot(x: float, y: float) -> Spot:
    return Spot(min(max(round(x), 0), _WHOLE), min(max(round(y), 0), _WHOLE))


def _part(value: float) -> float:
    return min(max(value, 0.0), 1.0)
