"""The icons of the review page, drawn as those of ``ui.icons``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.icon_paths import PATHS


def _play(path: QPainterPath) -> None:
    path.moveTo(8, 5)
    path.lineTo(18, 12)
    path.lineTo(8, 19)
    path.closeSubpath()


def _pause(path: QPainterPath) -> None:
    for x in (7.0, 14.0):
        path.addRect(QRectF(x, 6, 3, 12))


def _faster(path: QPainterPath) -> None:
    _chevrons(path, 6, 1)


def _slower(path: QPainterPath) -> None:
    _chevrons(path, 18, -1)


def _chevrons(path: QPainterPath, start: float, way: int) -> None:
    for x in (start, start + 6 * way):
        path.moveTo(x, 6)
        path.lineTo(x + 6 * way, 12)
        path.lineTo(x, 18)


def _frame_on(path: QPainterPath) -> None:
    _frame(path, 8, 1)


def _frame_back(path: QPainterPath) -> None:
    _frame(path, 16, -1)


def _frame(path: QPainterPath, start: float, way: int) -> None:
    path.moveTo(start, 6)
    path.lineTo(start + 7 * way, 12)
    path.lineTo(start, 18)
    path.moveTo(start + 10 * way, 6)
    path.lineTo(start + 10 * way, 18)


def _mark_in(path: QPainterPath) -> None:
    _bracket(path, 9, 1)


def _mark_out(path: QPainterPath) -> None:
    _bracket(path, 15, -1)


def _bracket(path: QPainterPath, x: float, way: int) -> None:
    path.moveTo(x + 5 * way, 4)
    path.lineTo(x, 4)
    path.lineTo(x, 20)
    path.lineTo(x + 5 * way, 20)


def _loop(path: QPainterPath) -> None:
    path.moveTo(4, 12)
    path.cubicTo(4, 6, 8, 6, 18, 7)
    path.moveTo(15, 4)
    path.lineTo(18.5, 7)
    path.lineTo(15, 10)
    path.moveTo(20, 12)
    path.cubicTo(20, 18, 16, 18, 6, 17)
    path.moveTo(9, 14)
    path.lineTo(5.5, 17)
    path.lineTo(9, 20)


def _still(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 7, 18, 13), 2, 2)
    path.addEllipse(QPointF(12, 13.5), 3.5, 3.5)
    path.moveTo(8, 7)
    path.lineTo(9.5, 4)
    path.lineTo(14.5, 4)
    path.lineTo(16, 7)


def _sound(path: QPainterPath) -> None:
    _speaker(path)
    path.moveTo(16, 9)
    path.cubicTo(18, 11, 18, 13, 16, 15)
    path.moveTo(18.5, 6.5)
    path.cubicTo(22, 10, 22, 14, 18.5, 17.5)


def _sound_off(path: QPainterPath) -> None:
    _speaker(path)
    path.moveTo(16, 9)
    path.lineTo(21, 15)
    path.moveTo(21, 9)
    path.lineTo(16, 15)


def _speaker(path: QPainterPath) -> None:
    path.moveTo(4, 9.5)
    path.lineTo(8, 9.5)
    path.lineTo(12.5, 5.5)
    path.lineTo(12.5, 18.5)
    path.lineTo(8, 14.5)
    path.lineTo(4, 14.5)
    path.closeSubpath()


def _day(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(4, 5, 16, 15), 2, 2)
    path.moveTo(4, 10)
    path.lineTo(20, 10)
    path.moveTo(8, 3)
    path.lineTo(8, 6)
    path.moveTo(16, 3)
    path.lineTo(16, 6)


def _live(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 2, 2)
    for reach in (5.0, 9.0):
        box = QRectF(12 - reach, 12 - reach, 2 * reach, 2 * reach)
        for start in (-45, 135):
            path.arcMoveTo(box, start)
            path.arcTo(box, start, 90)


def _rows(path: QPainterPath) -> None:
    for y, left, right in ((6, 4, 20), (12, 4, 14), (18, 8, 20)):
        path.moveTo(left, y)
        path.lineTo(right, y)


def _hold(path: QPainterPath) -> None:
    """A padlock between the marks."""
    path.moveTo(6, 4)
    path.lineTo(3, 4)
    path.lineTo(3, 20)
    path.lineTo(6, 20)
    path.moveTo(18, 4)
    path.lineTo(21, 4)
    path.lineTo(21, 20)
    path.lineTo(18, 20)
    path.addRect(QRectF(8, 11, 8, 6))
    path.moveTo(10, 11)
    path.lineTo(10, 9)
    path.arcTo(QRectF(10, 7, 4, 4), 180, -180)
    path.lineTo(14, 11)


REVIEW_ICONS: dict[str, Callable[[QPainterPath], None]] = {
    "review-play": _play,
    "review-pause": _pause,
    "review-faster": _faster,
    "review-slower": _slower,
    "review-frame-on": _frame_on,
    "review-frame-back": _frame_back,
    "review-in": _mark_in,
    "review-out": _mark_out,
    "review-loop": _loop,
    "review-still": _still,
    "review-hold": _hold,
    "review-mark": PATHS["bookmark"],
    "review-sound": _sound,
    "review-sound-off": _sound_off,
    "review-day": _day,
    "review-live": _live,
    "review-rows": _rows,
}
