"""The icons of drawing on a still, drawn as those of ``ui.icons``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.icon_paths import PATHS


def _box(path: QPainterPath) -> None:
    path.addRect(QRectF(4, 6, 16, 12))


def _arrow(path: QPainterPath) -> None:
    path.moveTo(5, 19)
    path.lineTo(19, 5)
    path.moveTo(10, 5)
    path.lineTo(19, 5)
    path.lineTo(19, 14)


def _mask(path: QPainterPath) -> None:
    for y in (7.0, 9.0, 11.0, 13.0, 15.0, 17.0):
        path.moveTo(4, y)
        path.lineTo(20, y)


def _polygon(path: QPainterPath) -> None:
    path.moveTo(5, 9)
    path.lineTo(13, 4)
    path.lineTo(20, 10)
    path.lineTo(16, 19)
    path.lineTo(6, 18)
    path.closeSubpath()


def _undo(path: QPainterPath) -> None:
    _turn(path, 1)


def _redo(path: QPainterPath) -> None:
    _turn(path, -1)


def _turn(path: QPainterPath, way: int) -> None:
    """An arrow that goes back on itself; ``way`` 1 points left."""
    tip, far = 12 - 7 * way, 12 + 7 * way
    path.moveTo(tip, 9)
    path.lineTo(far - 5 * way, 9)
    path.cubicTo(QPointF(far, 9), QPointF(far, 18), QPointF(far - 5 * way, 18))
    path.lineTo(12 - 2 * way, 18)
    path.moveTo(tip + 5 * way, 4)
    path.lineTo(tip, 9)
    path.lineTo(tip + 5 * way, 14)


DRAWING_ICONS: dict[str, Callable[[QPainterPath], None]] = {
    "draw-box": _box,
    "draw-arrow": _arrow,
    "draw-mask": _mask,
    "draw-polygon": _polygon,
    "draw-undo": _undo,
    "draw-redo": _redo,
    "draw-remove": PATHS["remove"],
    "draw-camera-back": PATHS["previous"],
    "draw-camera-on": PATHS["next"],
}
