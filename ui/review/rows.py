"""Where the parts of the timeline lie, and how its words and markers are painted over the bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from db.records import CameraId
from ui.review.raster import blend
from ui.review.scale import Scale
from ui.review.words import length_words
from ui.theme import STRIP_PX, Colours, font
from ui.wall.lettering import Label

LABELS = 184  # logical pixels for names
RULER, FLAGS, SUM = 24, 14, 18
LOW, HIGH = 15, 28  # a row's height


@dataclass(frozen=True, slots=True)
class Find:
    """A moment that a tool found on a camera."""

    at_us: int
    words: str
    camera_id: CameraId


@dataclass(frozen=True, slots=True)
class Lay:
    """The parts of a timeline with ``count`` rows, ``top`` of them scrolled away; in pixels."""

    width: int
    height: int
    count: int
    top: int = 0

    @property
    def left(self) -> int:
        """Where bars begin."""
        return LABELS

    @property
    def across(self) -> int:
        """How wide they are."""
        return max(1, self.width - LABELS)

    @property
    def rows_top(self) -> int:
        """Where the first row lies."""
        return RULER + FLAGS + SUM

    @property
    def row(self) -> int:
        """A row's height."""
        return max(LOW, min(HIGH, (self.height - self.rows_top) // max(1, self.count)))

    @property
    def fitting(self) -> int:
        """How many rows are wholly in sight."""
        return max(1, (self.height - self.rows_top) // self.row)

    @property
    def in_sight(self) -> range:
        """The rows that are in sight, the last one perhaps in part."""
        return range(self.top, min(self.count, self.top + self.fitting + 1))

    def y(self, row: int) -> int:
        """Where a row begins."""
        return self.rows_top + (row - self.top) * self.row

    def is_flags(self, y: float) -> bool:
        """Whether a height is that of the bookmarks' lane, or of the sum below it."""
        return RULER <= y < self.rows_top

    def row_at(self, y: float) -> int | None:
        """The row at a height, None above and below."""
        row = self.top + int((y - self.rows_top) // self.row)
        return row if y >= self.rows_top and row in self.in_sight else None


class Painter:
    """Everything of a timeline but its bars, in logical pixels."""

    def __init__(self, painter: QPainter, lay: Lay, scale: Scale, colours: Colours) -> None:
        self._painter = painter
        self._lay = lay
        self._scale = scale
        self._colours = colours
        self._small = font(STRIP_PX)

    def ground(self, sum_words: str, flag_words: str) -> None:
        """Grounds, and the words at the left of ruler, flags and sum."""
        painter, lay = self._painter, self._lay
        painter.fillRect(QRect(0, 0, lay.width, lay.height), QColor(self._colours.ground))
        painter.fillRect(QRect(0, 0, lay.left, lay.height), QColor(self._colours.surface))
        painter.fillRect(QRect(0, 0, lay.width, RULER), QColor(self._colours.surface))
        painter.setFont(self._small)
        painter.setPen(QColor(self._colours.dim))
        for top, height, words in (
            (0, RULER, f"{self._scale.begin_words()} · {length_words(self._scale.length_us)}"),
            (RULER, FLAGS, flag_words),
            (RULER + FLAGS, SUM, sum_words),
        ):
            box = QRect(8, top, lay.left - 16, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def ruler(self) -> None:
        """Times, and a line through all rows where a day begins."""
        painter, lay = self._painter, self._lay
        for mark in self._scale.marks():
            x = lay.left + mark.x
            painter.setPen(QColor(self._colours.text if mark.day else self._colours.dim))
            painter.drawLine(QPointF(x, RULER - 5), QPointF(x, RULER - 1))
            wide = QFontMetrics(self._small).horizontalAdvance(mark.words)
            if x + wide / 2 < lay.width:
                box = QRectF(x - 40, 0, 80, RULER - 5)
                if x - 40 < lay.left:
                    box = QRectF(max(x - wide / 2, lay.left + 2), 0, wide + 2, RULER - 5)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.words)
            if mark.day:
                painter.setPen(QColor(self._colours.line))
                painter.drawLine(QPointF(x, RULER), QPointF(x, lay.height))

    def labels(
        self,
        cameras: Sequence[CameraId],
        labels: Mapping[CameraId, Label],
        chosen: CameraId | None,
    ) -> None:
        """Number and name of each row."""
        painter, lay = self._painter, self._lay
        metrics = QFontMetrics(self._small)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for row in lay.in_sight:
            camera_id = cameras[row]
            label = labels.get(camera_id)
            box = QRect(0, lay.y(row), lay.left, lay.row)
            if camera_id == chosen:
                painter.fillRect(box, QColor(self._colours.picked))
                painter.fillRect(QRect(0, box.y(), 3, box.height()), QColor(self._colours.accent))
            if label is None:
                continue
            painter.setPen(QColor(self._colours.text))
            text = metrics.elidedText(
                f"{label.digits}  {label.name}".strip(), Qt.TextElideMode.ElideRight, lay.left - 16
            )
            painter.drawText(box.adjusted(8, 0, -8, 0), flags, text)

    def finds(self, finds: Sequence[Find]) -> None:
        """Moments that a tool found, as diamonds; several on a pixel are one."""
        painter, lay = self._painter, self._lay
        places = {round(lay.left + self._scale.x(find.at_us)) for find in finds}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.ill))
        middle, half = RULER + FLAGS / 2, 4.0
        for x in sorted(places):
            if lay.left <= x < lay.width:
                corners = ((x, middle - half), (x + half, middle), (x, middle + half))
                tips = [QPointF(*corner) for corner in (*corners, (x - half, middle))]
                painter.drawPolygon(QPolygonF(tips))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._colours.raised))
        painter.drawLine(0, RULER + FLAGS - 1, lay.width, RULER + FLAGS - 1)

    def marks(self, in_us: int | None, out_us: int | None) -> None:
        """Marks in and out: brackets, and what lies between them lit."""
        painter, lay = self._painter, self._lay
        x_in = None if in_us is None else lay.left + self._scale.x(in_us)
        x_out = None if out_us is None else lay.left + self._scale.x(out_us)
        if x_in is not None and x_out is not None:
            lit = QColor(self._colours.accent)
            lit.setAlpha(48)
            left = max(float(lay.left), x_in)
            if x_out > left:
                painter.fillRect(QRectF(left, 0, x_out - left, lay.height), lit)
        painter.setPen(QPen(QColor(self._colours.accent), 2))
        for x, inward in ((x_in, 5), (x_out, -5)):
            if x is not None and lay.left <= x < lay.width:
                painter.drawLine(QPointF(x, 0), QPointF(x, lay.height))
                for y in (1.0, lay.height - 1.0):
                    painter.drawLine(QPointF(x, y), QPointF(x + inward, y))

    def now(self, us: int) -> None:
        """The present: what lies right of it has not happened."""
        painter, lay = self._painter, self._lay
        x = lay.left + self._scale.x(us)
        if x < lay.width:
            left = max(float(lay.left), x)
            shade = QColor(blend(self._colours.raised, self._colours.ground, 0.6))
            painter.fillRect(QRectF(left, RULER, lay.width - left, lay.height), shade)

    def position(self, us: int) -> None:
        """Where the clock stands: a line and a head."""
        painter, lay = self._painter, self._lay
        x = lay.left + self._scale.x(us)
        if not lay.left <= x < lay.width:
            return
        painter.setPen(QPen(QColor(0, 0, 0, 160), 4))
        painter.drawLine(QPointF(x, RULER), QPointF(x, lay.height))
        painter.setPen(QPen(QColor(self._colours.text), 2))
        painter.drawLine(QPointF(x, RULER - 4), QPointF(x, lay.height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.text))
        head = [QPointF(x - 6, RULER - 10), QPointF(x + 6, RULER - 10), QPointF(x, RULER)]
        painter.drawPolygon(QPolygonF(head))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def pointer(self, x: float) -> None:
        """Where the pointer is."""
        self._painter.setPen(QPen(QColor(self._colours.dim), 1, Qt.PenStyle.DotLine))
        self._painter.drawLine(QPointF(x, RULER), QPointF(x, self._lay.height))

    def focus(self) -> None:
        """The timeline has the keys."""
        self._painter.setPen(QPen(QColor(self._colours.accent), 2))
        self._painter.drawRect(QRect(1, 1, self._lay.width - 2, self._lay.height - 2))
