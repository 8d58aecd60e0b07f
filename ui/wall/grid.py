"""Where tiles lie: squares of 1 to 81 places, in device pixels."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect

GRIDS = (1, 4, 9, 16, 25, 36, 64, 81)
GAP = 1  # device pixels between tiles


def side_of(tiles: int) -> int:
    """Columns, and rows, of a grid."""
    return math.isqrt(tiles)


def grid_for(cameras: int) -> int:
    """The smallest grid that holds ``cameras``, at most 81."""
    return next((tiles for tiles in GRIDS if tiles >= cameras), GRIDS[-1])


def boxes(tiles: int, width: int, height: int) -> list[QRect]:
    """The places of a grid in an area, row by row.  They differ by a pixel at most.

    Args:
        tiles: One of ``GRIDS``.
        width: Of the area, in device pixels.
        height: Of the area, in device pixels.

    """
    side = side_of(tiles)
    across = _cuts(side, width)
    down = _cuts(side, height)
    return [QRect(x, y, wide, high) for y, high in down for x, wide in across]


def logical_box(box: QRect, ratio: float) -> QRect:
    """A box of device pixels in a widget's own coordinates, rounded outwards."""
    left, top = math.floor(box.x() / ratio), math.floor(box.y() / ratio)
    right = math.ceil((box.x() + box.width()) / ratio)
    bottom = math.ceil((box.y() + box.height()) / ratio)
    return QRect(left, top, right - left, bottom - top)


def _cuts(count: int, length: int) -> list[tuple[int, int]]:
    room = max(count, length - GAP * (count - 1))
    edges = [room * number // count for number in range(count + 1)]
    return [
        (edges[number] + GAP * number, edges[number + 1] - edges[number]) for number in range(count)
    ]
