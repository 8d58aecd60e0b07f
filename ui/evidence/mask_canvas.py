"""The picture as large as there is room, its masks over it, and the mouse that draws them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from console.evidence.masks import WHOLE
from db.evidence_records import MaskWanted
from ui.evidence import shapes
from ui.evidence.mask_paint import (
    HANDLE,
    paint_begun,
    paint_chosen,
    paint_mask,
    paint_number,
    point_of,
)
from ui.evidence.mask_sketch import MaskSketch, holds_at, shape_of
from ui.evidence.picture_box import PictureBox
from ui.evidence.shapes import Point, Shape
from ui.overriding import override
from ui.theme import Colours

_NEW, _MOVE, _CORNER = "new", "move", "corner"


class Tool(StrEnum):
    """What a drag or Enter makes."""

    RECTANGLE = "rectangle"
    POLYGON = "polygon"


class MaskCanvas(PictureBox):
    """Shows a sketch as it is at the instant of the picture; a drag is one step of it."""

    changed = Signal()

    def __init__(self, colours: Colours, sketch: MaskSketch, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self.setObjectName("mask-canvas")
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture to mask"))
        self.sketch = sketch
        self.tool = Tool.RECTANGLE
        self.points: list[Point] = []  # of a polygon that is not closed yet
        self._grip = ""
        self._from = QPointF()
        self._pointer: QPointF | None = None
        self._corner = 0  # that is dragged
        self._dragged: Shape | None = None

    @override
    def show_words(self, words: str, at_us: int) -> None:
        self._grip, self._dragged = "", None
        self.points.clear()
        super().show_words(words, at_us)

    def close_polygon(self) -> bool:
        """Make a mask of the points; False where there are none."""
        if not self.points:
            return False
        shape, self.points = shapes.polygon(self.points), []
        if shape is not None:
            self.sketch.put(shape, self.at_us)
        self._tell()
        return True

    def drop_points(self) -> bool:
        """Let go of a polygon that is not closed; False where there is none."""
        there = bool(self.points)
        self.points.clear()
        self.update()
        return there

    @override
    def paint_over(self, painter: QPainter, area: QRectF) -> None:
        chosen = self.sketch.chosen
        for place in self.sketch.places:
            mask = self.sketch.masks[place]
            if place != chosen and holds_at(mask, self.at_us):
                paint_mask(painter, area, shape_of(mask, self.at_us))
        if self._grip == _NEW and self._dragged is not None:
            paint_mask(painter, area, self._dragged)
        its = self.sketch.its
        if its is not None:
            shape = self._shape_of_chosen(its)
            paint_chosen(
                painter,
                area,
                shape,
                holds=holds_at(its, self.at_us),
                corner=self.sketch.corner,
            )
        for number, place in enumerate(self.sketch.places, 1):
            mask = self.sketch.masks[place]
            if place == chosen:
                paint_number(painter, area, self._shape_of_chosen(mask), number)
            elif holds_at(mask, self.at_us):
                paint_number(painter, area, shape_of(mask, self.at_us), number)
        if self.points:
            paint_begun(painter, area, self.points, self._pointer)

    def _shape_of_chosen(self, mask: MaskWanted) -> Shape:
        if self._dragged is not None and self._grip in (_MOVE, _CORNER):
            return self._dragged
        return shape_of(mask, self.at_us)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.has_picture:
            return
        self._from = point = event.position()
        corner = self._corner_at(point)
        if self.points:
            self._add_point(point)
        elif corner is not None:
            self._grip, self._corner = _CORNER, corner
            self.sketch.choose_corner(None)
        elif (place := self._mask_at(point)) is not None:
            self.sketch.choose(place)
            self._grip = _MOVE
        else:
            self.sketch.choose(None)
            if self.tool is Tool.POLYGON:
                self._add_point(point)
            else:
                self._grip = _NEW
        self._tell()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._grip:
            self._dragged = self._made(event.position())
        elif self.has_picture:
            self._point(event.position())
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._grip:
            return
        made, grip = self._dragged, self._grip
        self._grip, self._dragged = "", None
        if made is not None and grip == _NEW:
            self.sketch.put(made, self.at_us)
        elif made is not None:
            self.sketch.reshape(made, self.at_us)
        self._tell()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.close_polygon():
            self.mousePressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from mask to mask, and from the last one on."""
        if self.hasFocus() and self.sketch.chosen is not None:
            there = self.sketch.turn(1 if forward else -1)
            self._tell()
            if there:
                return True
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        came = event.reason()
        if self.sketch.chosen is None and self.has_picture:
            if came is Qt.FocusReason.TabFocusReason:
                self.sketch.turn(1)
            elif came is Qt.FocusReason.BacktabFocusReason:
                self.sketch.turn(-1)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.update()

    def _add_point(self, point: QPointF) -> None:
        """One corner more; the first one once more closes the polygon."""
        first = self.points[:1]
        if first and QLineF(point, point_of(self.area, *first[0])).length() <= HANDLE:
            self.close_polygon()
        elif len(self.points) < shapes.MOST_CORNERS:
            self.points.append(self._at(point))

    def _made(self, point: QPointF) -> Shape | None:
        """What the drag would make."""
        start, end = self._at(self._from), self._at(point)
        if self._grip == _NEW:
            return shapes.rectangle(start, end)
        its = self.sketch.its
        if its is None:
            return None
        shape = shape_of(its, self.at_us)
        if self._grip == _CORNER:
            return shapes.with_corner(shape, self._corner, end)
        return shapes.moved(shape, end[0] - start[0], end[1] - start[1])

    def _at(self, point: QPointF) -> Point:
        """A point of the picture, in ten-thousandths, at its edge if it lies beyond."""
        area = self.area
        x = (point.x() - area.x()) / max(1.0, area.width())
        y = (point.y() - area.y()) / max(1.0, area.height())
        return round(max(0.0, min(1.0, x)) * WHOLE), round(max(0.0, min(1.0, y)) * WHOLE)

    def _corner_at(self, point: QPointF) -> int | None:
        its = self.sketch.its
        if its is not None:
            for corner, (x, y) in enumerate(shapes.corners_of(shape_of(its, self.at_us))):
                if QLineF(point, point_of(self.area, x, y)).length() <= HANDLE:
                    return corner
        return None

    def _mask_at(self, point: QPointF) -> int | None:
        """The mask under the pointer, the chosen one first, then the newest."""
        x, y = self._at(point)
        if not self.area.contains(point):
            return None
        for place in [self.sketch.chosen, *reversed(self.sketch.places)]:
            if place is not None:
                mask = self.sketch.masks[place]
                there = place == self.sketch.chosen or holds_at(mask, self.at_us)
                if there and shapes.contains(shape_of(mask, self.at_us), x, y):
                    return place
        return None

    def _point(self, point: QPointF) -> None:
        if self.points:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._corner_at(point) is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        elif self._mask_at(point) is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)
