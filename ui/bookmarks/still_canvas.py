"""The still as large as there is room, and the mouse that draws on it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.drawings import FULL, Figure, FigureKind
from ui.bookmarks.figures import HANDLE, box_of, ends_of, paint_figures
from ui.bookmarks.sketch import Sketch, fitted
from ui.overriding import override
from ui.theme import Colours

_NEAR = 8.0  # pixels: a line that can be taken hold of
_LEAST = (480, 270)


class StillCanvas(QWidget):
    """Shows a sketch over its picture.  What a drag would make is shown before it is made."""

    changed = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("still-canvas")
        self.setMinimumSize(*_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture to draw on"))
        self.tool = FigureKind.BOX
        self.sketch = Sketch()
        self.words = ""  # what stands there while there is no picture
        self._colours = colours
        self._image: QImage | None = None
        self._grip = ""  # what is dragged: "new", "move", "first", "second"
        self._from = QPointF()
        self._dragged: Figure | None = None

    @property
    def has_picture(self) -> bool:
        """Whether there is something to draw on."""
        return self._image is not None

    @property
    def area(self) -> QRectF:
        """Where the picture lies."""
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._image is None:
            return whole
        size = self._image.size().toSizeF()
        size.scale(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size)
        area.moveCenter(whole.center())
        return area

    def show_picture(self, image: QImage | None, sketch: Sketch, words: str = "") -> None:
        """Another picture; None: ``words`` say why there is none."""
        self._image, self.sketch, self.words = image, sketch, words
        self._grip, self._dragged = "", None
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.ground))
        area = self.area
        if self._image is None:
            painter.setPen(QColor(self._colours.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self.words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
            figures, chosen = list(self.sketch.figures), self.sketch.chosen
            if self._dragged is not None:
                if self._grip == "new":
                    figures.append(self._dragged)
                    chosen = len(figures) - 1
                elif chosen is not None:
                    figures[chosen] = self._dragged
            paint_figures(painter, area, figures, chosen)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._image is None:
            return
        point = event.position()
        self._from = point
        self._grip = self._handle_at(point)
        if not self._grip:
            place = self._figure_at(point)
            self.sketch.choose(place)
            self._grip = "new" if place is None else "move"
        self.changed.emit()
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip:
            self._dragged = self._made(event.position())
        else:
            self._point(event.position())
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._grip:
            return
        made, grip = self._dragged, self._grip
        self._grip, self._dragged = "", None
        if made is not None:
            points = (made.x1, made.y1, made.x2, made.y2)
            if grip == "new":
                self.sketch.put(made.kind, points)
            else:
                self.sketch.reshape(points)
        self.changed.emit()
        self.update()

    def _made(self, point: QPointF) -> Figure | None:
        """What the drag would make."""
        start, end = self._at(self._from), self._at(point)
        if self._grip == "new":
            return fitted(self.tool, (*start, *end))
        chosen = self.sketch.chosen
        if chosen is None:
            return None
        its = self.sketch.figures[chosen]
        if self._grip == "first":
            return fitted(its.kind, (*end, its.x2, its.y2))
        if self._grip == "second":
            return fitted(its.kind, (its.x1, its.y1, *end))
        moved = Sketch([its])
        moved.choose(0)
        moved.move(end[0] - start[0], end[1] - start[1])
        return moved.figures[0]

    def _at(self, point: QPointF) -> tuple[int, int]:
        """A point of the picture, in ten-thousandths, at its edge if it lies beyond."""
        area = self.area
        x = (point.x() - area.x()) / max(1.0, area.width())
        y = (point.y() - area.y()) / max(1.0, area.height())
        return round(max(0.0, min(1.0, x)) * FULL), round(max(0.0, min(1.0, y)) * FULL)

    def _handle_at(self, point: QPointF) -> str:
        chosen = self.sketch.chosen
        if chosen is not None:
            ends = ends_of(self.area, self.sketch.figures[chosen])
            for name, end in zip(("first", "second"), ends, strict=True):
                if QLineF(point, end).length() <= HANDLE:
                    return name
        return ""

    def _figure_at(self, point: QPointF) -> int | None:
        """The figure under the pointer, the newest first: a mask anywhere, others at their line."""
        area = self.area
        for place, figure in reversed(list(enumerate(self.sketch.figures))):
            box = box_of(area, figure).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
            if not box.contains(point):
                continue
            inner = box.adjusted(2 * _NEAR, 2 * _NEAR, -2 * _NEAR, -2 * _NEAR)
            if figure.kind is FigureKind.ARROW:
                if _distance(point, *ends_of(area, figure)) <= _NEAR:
                    return place
            elif figure.kind is FigureKind.MASK or not inner.contains(point):
                return place
        return None

    def _point(self, point: QPointF) -> None:
        if self._image is None:
            self.unsetCursor()
        elif self._handle_at(point):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        elif self._figure_at(point) is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)


def _distance(point: QPointF, start: QPointF, end: QPointF) -> float:
    """From a point to the line between two others."""
    line = QLineF(start, end)
    length = line.length()
    if not length:
        return QLineF(point, start).length()
    share = ((point.x() - start.x()) * line.dx() + (point.y() - start.y()) * line.dy()) / length**2
    return QLineF(point, line.pointAt(max(0.0, min(1.0, share)))).length()
