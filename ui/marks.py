"""The marks of the states a camera can be in, told apart by their shape alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from console.events import StreamState
from ui.icon_paths import SIDE
from ui.icons import blank, kept

_LINE = 3.0


def mark(state: StreamState, colour: str, pixels: int) -> QPixmap:
    """The mark of a state, told apart by its shape alone.  ``pixels`` is its side."""
    return kept(f"mark {state} {colour} {pixels}", lambda: _drawn(state, colour, pixels))


def _drawn(state: StreamState, colour: str, pixels: int) -> QPixmap:
    made = blank(pixels)
    painter = QPainter(made)
    draw_mark(painter, state, colour, QRectF(0, 0, pixels, pixels))
    painter.end()
    return made


def draw_mark(painter: QPainter, state: StreamState, colour: str, box: QRectF) -> None:
    """Paint the mark of ``state`` into ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIDE, box.height() / SIDE)
    pen = QPen(QColor(colour), _LINE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    lines, fill = QPainterPath(), QPainterPath()
    _MARKS[state](lines, fill)
    painter.drawPath(lines)
    painter.fillPath(fill, QColor(colour))
    painter.restore()


def _dot(_lines: QPainterPath, fill: QPainterPath) -> None:
    fill.addEllipse(QPointF(12, 12), 8, 8)


def _dots(_lines: QPainterPath, fill: QPainterPath) -> None:
    for x in (5, 12, 19):
        fill.addEllipse(QPointF(x, 12), 2.6, 2.6)


def _triangle(lines: QPainterPath, fill: QPainterPath) -> None:
    for path in (lines, fill):
        path.moveTo(12, 4)
        path.lineTo(21, 20)
        path.lineTo(3, 20)
        path.closeSubpath()


def _frozen(lines: QPainterPath, _fill: QPainterPath) -> None:
    lines.addEllipse(QPointF(12, 12), 9, 9)
    lines.moveTo(12, 7)
    lines.lineTo(12, 12)
    lines.lineTo(16, 14)


def _ring_cut(lines: QPainterPath, _fill: QPainterPath) -> None:
    lines.addEllipse(QPointF(12, 12), 9, 9)
    lines.moveTo(6, 18)
    lines.lineTo(18, 6)


def _lock(lines: QPainterPath, fill: QPainterPath) -> None:
    fill.addRoundedRect(QRectF(4, 11, 16, 11), 2, 2)
    lines.moveTo(8, 11)
    lines.lineTo(8, 8)
    lines.cubicTo(8, 2.5, 16, 2.5, 16, 8)
    lines.lineTo(16, 11)


def _crossed_box(lines: QPainterPath, _fill: QPainterPath) -> None:
    lines.addRect(QRectF(4, 4, 16, 16))
    lines.moveTo(9, 9)
    lines.lineTo(15, 15)
    lines.moveTo(15, 9)
    lines.lineTo(9, 15)


def _bars(_lines: QPainterPath, fill: QPainterPath) -> None:
    fill.addRect(QRectF(6, 5, 4, 14))
    fill.addRect(QRectF(14, 5, 4, 14))


_MARKS: dict[StreamState, Callable[[QPainterPath, QPainterPath], None]] = {
    StreamState.CONNECTING: _dots,
    StreamState.LIVE: _dot,
    StreamState.LATE: _triangle,
    StreamState.STALLED: _frozen,
    StreamState.OFFLINE: _ring_cut,
    StreamState.REFUSED: _lock,
    StreamState.UNSUPPORTED: _crossed_box,
    StreamState.PAUSED: _bars,
}
