"""Icons and state marks, drawn with paths: one style, any size, no file to load at start.

Every drawing lives in a square of 24 × 24; lines are 2 wide with round ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from console.events import StreamState

SIDE = 24
_LINE = 2.0
_SIZES = (16, 20, 24, 32, 48)


def _wall(path: QPainterPath) -> None:
    for x in (4.0, 13.0):
        for y in (5.0, 13.0):
            path.addRect(QRectF(x, y, 7, 6))


def _devices(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 7, 12, 9), 2, 2)
    path.moveTo(15, 10)
    path.lineTo(20.5, 7.5)
    path.lineTo(20.5, 15.5)
    path.lineTo(15, 13)
    path.moveTo(6, 20)
    path.lineTo(12, 20)


def _plus(path: QPainterPath) -> None:
    path.moveTo(12, 5)
    path.lineTo(12, 19)
    path.moveTo(5, 12)
    path.lineTo(19, 12)


def _pencil(path: QPainterPath) -> None:
    path.moveTo(5, 19)
    path.lineTo(6, 15)
    path.lineTo(16, 5)
    path.lineTo(19, 8)
    path.lineTo(9, 18)
    path.closeSubpath()


def _bin(path: QPainterPath) -> None:
    path.moveTo(5, 7)
    path.lineTo(19, 7)
    path.moveTo(9, 7)
    path.lineTo(9, 4)
    path.lineTo(15, 4)
    path.lineTo(15, 7)
    path.moveTo(7, 7)
    path.lineTo(8, 20)
    path.lineTo(16, 20)
    path.lineTo(17, 7)


def _arrow_in(path: QPainterPath) -> None:
    _arrow(path, 4, 15, 11)
    path.moveTo(5, 20)
    path.lineTo(19, 20)


def _arrow_out(path: QPainterPath) -> None:
    _arrow(path, 15, 4, 8)
    path.moveTo(5, 20)
    path.lineTo(19, 20)


def _arrow(path: QPainterPath, tail: float, tip: float, barb: float) -> None:
    path.moveTo(12, tail)
    path.lineTo(12, tip)
    path.moveTo(8, barb)
    path.lineTo(12, tip)
    path.lineTo(16, barb)


def _previous(path: QPainterPath) -> None:
    path.moveTo(14.5, 6)
    path.lineTo(8.5, 12)
    path.lineTo(14.5, 18)


def _next(path: QPainterPath) -> None:
    path.moveTo(9.5, 6)
    path.lineTo(15.5, 12)
    path.lineTo(9.5, 18)


def _panel(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 5, 18, 14), 2, 2)
    path.moveTo(9, 5)
    path.lineTo(9, 19)


def _full(path: QPainterPath) -> None:
    for x, y, dx, dy in ((4, 4, 5, 5), (20, 4, -5, 5), (4, 20, 5, -5), (20, 20, -5, -5)):
        path.moveTo(x + dx, y)
        path.lineTo(x, y)
        path.lineTo(x, y + dy)


def _theme(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8, 8)
    path.moveTo(12, 4)
    path.lineTo(12, 20)
    for y in (8, 12, 16):
        path.moveTo(12, y)
        path.lineTo(18.5, y)


def _audit(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 3, 14, 18), 2, 2)
    for y, end in ((8, 16), (12, 16), (16, 13)):
        path.moveTo(8, y)
        path.lineTo(end, y)


def _settings(path: QPainterPath) -> None:
    for y, knob in ((6, 15), (12, 8), (18, 13)):
        path.moveTo(4, y)
        path.lineTo(knob - 2, y)
        path.addEllipse(QPointF(knob, y), 2, 2)
        path.moveTo(knob + 2, y)
        path.lineTo(20, y)


def _shield(path: QPainterPath) -> None:
    path.moveTo(12, 3)
    path.lineTo(19, 6)
    path.cubicTo(19, 14, 16.5, 18, 12, 21)
    path.cubicTo(7.5, 18, 5, 14, 5, 6)
    path.closeSubpath()
    path.moveTo(9, 12)
    path.lineTo(11.5, 14.5)
    path.lineTo(15.5, 9.5)


def _up(path: QPainterPath) -> None:
    path.moveTo(5, 4)
    path.lineTo(19, 4)
    path.moveTo(12, 20)
    path.lineTo(12, 9)
    path.moveTo(7.5, 13.5)
    path.lineTo(12, 9)
    path.lineTo(16.5, 13.5)


def _record(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8, 8)
    path.addEllipse(QPointF(12, 12), 3, 3)


def _close(path: QPainterPath) -> None:
    path.moveTo(7, 7)
    path.lineTo(17, 17)
    path.moveTo(17, 7)
    path.lineTo(7, 17)


def _officers(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 8), 4, 4)
    path.moveTo(4, 20)
    path.cubicTo(4, 12.5, 20, 12.5, 20, 20)


def _padlock(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 11, 14, 9), 2, 2)
    path.moveTo(8, 11)
    path.lineTo(8, 8)
    path.cubicTo(8, 2.5, 16, 2.5, 16, 8)
    path.lineTo(16, 11)


def _padlock_open(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 11, 14, 9), 2, 2)
    path.moveTo(8, 11)
    path.lineTo(8, 7)
    path.cubicTo(8, 1.5, 15, 1.5, 16, 6)


def _key(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 12), 4, 4)
    path.moveTo(12, 12)
    path.lineTo(21, 12)
    path.lineTo(21, 16)
    path.moveTo(17, 12)
    path.lineTo(17, 15)


def _door(path: QPainterPath) -> None:
    path.moveTo(13, 4)
    path.lineTo(5, 4)
    path.lineTo(5, 20)
    path.lineTo(13, 20)
    path.moveTo(10, 12)
    path.lineTo(20, 12)
    path.moveTo(16, 8)
    path.lineTo(20, 12)
    path.lineTo(16, 16)


def _eye(path: QPainterPath) -> None:
    path.moveTo(3, 12)
    path.cubicTo(7, 5, 17, 5, 21, 12)
    path.cubicTo(17, 19, 7, 19, 3, 12)
    path.addEllipse(QPointF(12, 12), 2.5, 2.5)


def _eye_off(path: QPainterPath) -> None:
    _eye(path)
    path.moveTo(5, 20)
    path.lineTo(19, 4)


def _review(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    path.moveTo(10, 8.5)
    path.lineTo(15.5, 12)
    path.lineTo(10, 15.5)
    path.closeSubpath()


_ICONS: dict[str, Callable[[QPainterPath], None]] = {
    "wall": _wall,
    "review": _review,
    "devices": _devices,
    "add": _plus,
    "change": _pencil,
    "remove": _bin,
    "import": _arrow_in,
    "export": _arrow_out,
    "recording": _record,
    "previous": _previous,
    "next": _next,
    "panel": _panel,
    "full-screen": _full,
    "theme": _theme,
    "close": _close,
    "audit": _audit,
    "settings": _settings,
    "verify": _shield,
    "newest": _up,
    "officers": _officers,
    "lock": _padlock,
    "unlock": _padlock_open,
    "key": _key,
    "sign-out": _door,
    "eye": _eye,
    "eye-off": _eye_off,
}


def icon(name: str, colour: str, chosen: str | None = None) -> QIcon:
    """The icon ``name`` in ``colour``, and in ``chosen`` where it is checked."""
    return drawn(_ICONS[name], colour, chosen)


def drawn(draw: Callable[[QPainterPath], None], colour: str, chosen: str | None = None) -> QIcon:
    """An icon that a page draws by itself, in a square of ``SIDE``."""
    made = QIcon()
    path = QPainterPath()
    draw(path)
    for side in _SIZES:
        made.addPixmap(_stroked(path, colour, side))
        if chosen is not None:
            made.addPixmap(_stroked(path, chosen, side), QIcon.Mode.Normal, QIcon.State.On)
    return made


def grid_icon(side: int, colour: str, chosen: str) -> QIcon:
    """A square of ``side`` × ``side`` places, as the buttons of the grids show it."""
    path = QPainterPath()
    count = min(side, 5)
    step = 18 / count
    for row in range(count):
        for column in range(count):
            path.addRect(QRectF(3.5 + column * step, 3.5 + row * step, step - 1.5, step - 1.5))
    made = QIcon()
    for pixels in (16, 20, 32):
        made.addPixmap(_filled(path, colour, pixels))
        made.addPixmap(_filled(path, chosen, pixels), QIcon.Mode.Normal, QIcon.State.On)
    return made


def mark(state: StreamState, colour: str, pixels: int) -> QPixmap:
    """The mark of a state, told apart by its shape alone.  ``pixels`` is its side."""
    made = _blank(pixels)
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
    pen = QPen(QColor(colour), 3.0, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
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


def _blank(pixels: int) -> QPixmap:
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _stroked(path: QPainterPath, colour: str, pixels: int) -> QPixmap:
    made = _blank(pixels)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(pixels / SIDE, pixels / SIDE)
    painter.setPen(
        QPen(QColor(colour), _LINE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)
    painter.end()
    return made


def _filled(path: QPainterPath, colour: str, pixels: int) -> QPixmap:
    made = _blank(pixels)
    painter = QPainter(made)
    painter.scale(pixels / SIDE, pixels / SIDE)
    painter.fillPath(path, QColor(colour))
    painter.end()
    return made
