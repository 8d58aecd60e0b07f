"""The rectangle in which changes are looked for, drawn on the picture by mouse or by keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent

from console.video.looks import Area
from db.records import CameraId
from ui import keys
from ui.overriding import override
from ui.review.finding.over import Over
from ui.review.pictures import Pictures
from ui.review.zoom import Zoom
from ui.theme import STRIP_PX, font

_START = Area(0.375, 0.35, 0.625, 0.65)
_LEAST = 1 / 32  # of the picture: less is a slip of the hand
_STEP = 1 / 32
_ALL = 10_000


class AreaOver(Over):
    """Lies over the pictures; the area is one of the chosen camera's picture."""

    drawn = Signal()  # there is another area
    search_wanted = Signal()

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(pictures)
        self.setAccessibleName(self.tr("Area in the picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.area = _START
        self.is_drawn = False  # whether somebody has drawn one
        self._camera: CameraId | None = None
        self._from: QPointF | None = None  # where the mouse was pressed: a share of the picture
        self._grip: Area | None = None  # the area that is being moved, as it was
        for name, across, down in (
            ("left", -1, 0),
            ("right", 1, 0),
            ("up", 0, -1),
            ("down", 0, 1),
        ):
            keys.action(f"area-{name}", self, partial(self.move_by, across, down))
            keys.action(f"area-size-{name}", self, partial(self.size_by, across, down))
        keys.action("area-search", self, self.search_wanted.emit)

    def set_camera(self, camera_id: CameraId | None) -> None:
        """Whose picture it is drawn on."""
        self._camera = camera_id
        self.update()

    def move_by(self, across: int, down: int) -> None:
        """Move the rectangle by steps."""
        self._put(_moved(self.area, across * _STEP, down * _STEP))

    def size_by(self, across: int, down: int) -> None:
        """Make the rectangle wider or higher, or less so, by steps."""
        its = self.area
        right = min(1.0, max(its.left + _STEP, its.right + across * _STEP))
        bottom = min(1.0, max(its.top + _STEP, its.bottom + down * _STEP))
        self._put(Area(its.left, its.top, right, bottom))

    def frame(self) -> QRectF:
        """Where the whole picture lies, in this widget's pixels; empty without one."""
        tile = next((t for t in self.pictures.tiles if t.camera_id == self._camera), None)
        if tile is None:
            return QRectF()
        ratio = self.devicePixelRatioF()
        box = tile.box if tile.picture_box.isEmpty() else tile.picture_box
        shown = QRectF(box.x() / ratio, box.y() / ratio, box.width() / ratio, box.height() / ratio)
        return _whole(shown, self.pictures.zoom(tile.camera_id))

    def box(self) -> QRectF:
        """Where the area lies, in this widget's pixels."""
        frame, its = self.frame(), self.area
        return QRectF(
            frame.x() + its.left * frame.width(),
            frame.y() + its.top * frame.height(),
            (its.right - its.left) * frame.width(),
            (its.bottom - its.top) * frame.height(),
        )

    def _put(self, area: Area) -> None:
        if area != self.area or not self.is_drawn:
            self.area, self.is_drawn = area, True
            self.setAccessibleDescription(
                self.tr("Left {left} %, top {top} %, {width} % wide, {height} % high").format(
                    left=round(100 * area.left),
                    top=round(100 * area.top),
                    width=round(100 * (area.right - area.left)),
                    height=round(100 * (area.bottom - area.top)),
                )
            )
            self.drawn.emit()
        self.update()

    def _share(self, point: QPointF) -> QPointF:
        frame = self.frame()
        x = (point.x() - frame.x()) / frame.width()
        y = (point.y() - frame.y()) / frame.height()
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self.frame()
        if frame.isEmpty():
            return
        painter = QPainter(self)
        tile = next(t for t in self.pictures.tiles if t.camera_id == self._camera)
        ratio = self.devicePixelRatioF()
        clip = QRectF(
            tile.box.x() / ratio,
            tile.box.y() / ratio,
            tile.box.width() / ratio,
            tile.box.height() / ratio,
        )
        painter.setClipRect(clip)
        box = self.box()
        shade = QColor(0, 0, 0, 110)
        for part in (
            QRectF(clip.left(), clip.top(), clip.width(), box.top() - clip.top()),
            QRectF(clip.left(), box.bottom(), clip.width(), clip.bottom() - box.bottom()),
            QRectF(clip.left(), box.top(), box.left() - clip.left(), box.height()),
            QRectF(box.right(), box.top(), clip.right() - box.right(), box.height()),
        ):
            if part.width() > 0 and part.height() > 0:
                painter.fillRect(part, shade)
        painter.setPen(QPen(QColor(0, 0, 0, 180), 4))
        painter.drawRect(box)
        painter.setPen(QPen(QColor(255, 255, 255), 2))
        painter.drawRect(box)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2, Qt.PenStyle.DashLine))
            painter.drawRect(box)
        if not self.is_drawn:
            self._invite(painter, clip)
        painter.end()

    def _invite(self, painter: QPainter, clip: QRectF) -> None:
        words = self.tr(
            "Drag a rectangle around the place. Keys: arrows move it, Shift+arrows size it"
        )
        painter.setFont(font(STRIP_PX))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        line = QRectF(clip.left(), clip.top() + 28, clip.width(), 36)
        painter.fillRect(line, QColor(0, 0, 0, 170))
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(line, flags, words)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.pictures.tile_at(event.position())
        if tile is not None and tile.camera_id != self._camera:
            self.pictures.chosen.emit(tile.camera_id)
        elif tile is not None and event.button() is Qt.MouseButton.LeftButton:
            self._from = self._share(event.position())
            inside = self.is_drawn and self.box().contains(event.position())
            self._grip = self.area if inside else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        here = self._share(event.position())
        if self._grip is not None:
            self._put(_moved(self._grip, here.x() - self._from.x(), here.y() - self._from.y()))
            return
        left, right = sorted((self._from.x(), here.x()))
        top, bottom = sorted((self._from.y(), here.y()))
        if right - left >= _LEAST and bottom - top >= _LEAST:
            self._put(Area(left, top, right, bottom))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = self._grip = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        QCoreApplication.sendEvent(self.pictures, event)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonDblClick:
            return True
        return super().event(event)


def _moved(area: Area, across: float, down: float) -> Area:
    across = min(1.0 - area.right, max(-area.left, across))
    down = min(1.0 - area.bottom, max(-area.top, down))
    return Area(
        max(0.0, area.left + across),
        max(0.0, area.top + down),
        min(1.0, area.right + across),
        min(1.0, area.bottom + down),
    )


def _whole(shown: QRectF, zoom: Zoom) -> QRectF:
    """Where all of a picture would lie of which a part is shown."""
    left, top, width, height = zoom
    across, down = shown.width() * _ALL / width, shown.height() * _ALL / height
    return QRectF(shown.x() - left / _ALL * across, shown.y() - top / _ALL * down, across, down)
