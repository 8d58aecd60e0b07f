"""The marks of a request's state: shapes that differ without their colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QPainterPath, QPixmap

from db.evidence_records import RequestState
from ui.icons import drawn
from ui.mark_shapes import hourglass, pencil, tick
from ui.theme import Colours

_S = RequestState
_COLOURS = {
    _S.DRAFT: "off",
    _S.ASKED: "accent",
    _S.APPROVED: "good",
    _S.NARROWED: "good",
    _S.REFUSED: "ill",
    _S.MADE: "good",
    _S.WITHDRAWN: "off",
}


def mark_icon(state: RequestState, colours: Colours) -> QIcon:
    """The mark of a state."""
    return drawn(_SHAPES[state], mark_colour(state, colours), name=f"request {state}")


def mark_pixmap(state: RequestState, colours: Colours, pixels: int) -> QPixmap:
    """The same for a label or a row; ``pixels`` is its side."""
    return mark_icon(state, colours).pixmap(pixels, pixels)


def mark_colour(state: RequestState, colours: Colours) -> str:
    """The colour of a mark, and of its word where that shall be seen from afar."""
    return str(getattr(colours, _COLOURS[state]))


def _part(path: QPainterPath) -> None:
    """A tick, and less of the line below it."""
    path.moveTo(6, 9)
    path.lineTo(10, 13)
    path.lineTo(18, 4)
    path.moveTo(4, 20)
    path.lineTo(12, 20)


def _cross(path: QPainterPath) -> None:
    path.moveTo(6, 6)
    path.lineTo(18, 18)
    path.moveTo(18, 6)
    path.lineTo(6, 18)


def _package(path: QPainterPath) -> None:
    path.addRect(QRectF(4, 8, 16, 12))
    path.moveTo(4, 8)
    path.lineTo(7, 4)
    path.lineTo(17, 4)
    path.lineTo(20, 8)
    path.moveTo(12, 8)
    path.lineTo(12, 13)


def _back(path: QPainterPath) -> None:
    path.moveTo(9, 5)
    path.lineTo(4, 10)
    path.lineTo(9, 15)
    path.moveTo(4, 10)
    path.lineTo(20, 10)


_SHAPES: dict[RequestState, Callable[[QPainterPath], None]] = {
    _S.DRAFT: pencil,
    _S.ASKED: hourglass,
    _S.APPROVED: tick,
    _S.NARROWED: _part,
    _S.REFUSED: _cross,
    _S.MADE: _package,
    _S.WITHDRAWN: _back,
}
