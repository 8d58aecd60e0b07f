"""The lines of every icon, in one style.

Every drawing lives in a square of ``SIDE`` × ``SIDE``; lines are 2 wide with round ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

SIDE = 24


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


def _record(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8, 8)
    path.addEllipse(QPointF(12, 12), 3, 3)


def _review(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    path.moveTo(10, 8.5)
    path.lineTo(15.5, 12)
    path.lineTo(10, 15.5)
    path.closeSubpath()


def _bookmark(path: QPainterPath) -> None:
    path.moveTo(6, 21)
    path.lineTo(6, 4)
    path.lineTo(18, 4)
    path.lineTo(15, 8.5)
    path.lineTo(18, 13)
    path.lineTo(6, 13)


def _case(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 8, 18, 11), 2, 2)
    path.moveTo(9, 8)
    path.lineTo(9, 5)
    path.lineTo(15, 5)
    path.lineTo(15, 8)
    path.moveTo(3, 13)
    path.lineTo(21, 13)


def _film(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 5, 18, 14), 2, 2)
    for x in (8, 16):
        path.moveTo(x, 5)
        path.lineTo(x, 19)
    for y in (9.5, 14.5):
        for left in (3, 16):
            path.moveTo(left, y)
            path.lineTo(left + 5, y)


PATHS: dict[str, Callable[[QPainterPath], None]] = {
    "wall": _wall,
    "bookmark": _bookmark,
    "cases": _case,
    "evidence": _film,
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
    "members": _officers,
    "lock": _padlock,
    "unlock": _padlock_open,
    "key": _key,
    "own-password": _key,
    "sign-out": _door,
    "eye": _eye,
    "eye-off": _eye_off,
}
