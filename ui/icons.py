"""Icons, drawn with the paths of ``icon_paths``: any size, no file to load at start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from ui.icon_paths import PATHS, SIDE

_LINE = 2.0
_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, colour: str, chosen: str | None = None) -> QIcon:
    """The icon ``name`` in ``colour``, and in ``chosen`` where it is checked."""
    return drawn(PATHS[name], colour, chosen, name)


def drawn(
    draw: Callable[[QPainterPath], None], colour: str, chosen: str | None = None, name: str = ""
) -> QIcon:
    """An icon that a page draws by itself, in a square of ``SIDE``; with a ``name`` only once."""
    made = QIcon()
    path = QPainterPath()

    def pixels(of: str, side: int) -> QPixmap:
        return kept(f"icon {name} {of} {side}" if name else "", lambda: stroked(of, side))

    def stroked(of: str, side: int) -> QPixmap:
        if path.isEmpty():  # only drawn where it is not kept yet
            draw(path)
        return _stroked(path, of, side)

    for side in _SIZES:
        made.addPixmap(pixels(colour, side))
        if chosen is not None:
            made.addPixmap(pixels(chosen, side), QIcon.Mode.Normal, QIcon.State.On)
    return made


def grid_icon(side: int, colour: str, chosen: str) -> QIcon:
    """A square of ``side`` × ``side`` places, as the buttons of the grids show it."""
    count = min(side, 5)
    made = QIcon()
    for pixels in (16, 20, 32):
        made.addPixmap(_grid(count, colour, pixels))
        made.addPixmap(_grid(count, chosen, pixels), QIcon.Mode.Normal, QIcon.State.On)
    return made


def blank(pixels: int) -> QPixmap:
    """Nothing yet, to draw on."""
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    return made


def kept(key: str, draw: Callable[[], QPixmap]) -> QPixmap:
    """What many widgets share: drawn once, then Qt keeps its pixels.  No ``key``: never kept."""
    found = QPixmap()
    if key and QPixmapCache.find(key, found):
        return found
    made = draw()
    if key:
        QPixmapCache.insert(key, made)
    return made


def _grid(count: int, colour: str, pixels: int) -> QPixmap:
    return kept(f"grid {count} {colour} {pixels}", lambda: _squares(count, colour, pixels))


def _squares(count: int, colour: str, pixels: int) -> QPixmap:
    path = QPainterPath()
    step = 18 / count
    for row in range(count):
        for column in range(count):
            path.addRect(QRectF(3.5 + column * step, 3.5 + row * step, step - 1.5, step - 1.5))
    return _filled(path, colour, pixels)


def _stroked(path: QPainterPath, colour: str, pixels: int) -> QPixmap:
    made = blank(pixels)
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
    made = blank(pixels)
    painter = QPainter(made)
    painter.scale(pixels / SIDE, pixels / SIDE)
    painter.fillPath(path, QColor(colour))
    painter.end()
    return made
