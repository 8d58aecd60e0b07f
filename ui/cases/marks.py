"""The marks of an incident's state and severity: shapes that differ without their colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QIcon, QPainterPath, QPixmap

from db.case_records import IncidentState, Severity
from ui.icons import drawn
from ui.mark_shapes import hourglass, pencil, tick
from ui.theme import Colours

_COLOURS = {
    IncidentState.DRAFT: "off",
    IncidentState.SUBMITTED: "accent",
    IncidentState.RETURNED: "ill",
    IncidentState.APPROVED: "good",
    IncidentState.CLOSED: "off",
    Severity.ROUTINE: "off",
    Severity.SERIOUS: "ill",
    Severity.URGENT: "alarm",
}


def mark_icon(of: IncidentState | Severity, colours: Colours) -> QIcon:
    """The mark of a state or of a severity."""
    return drawn(_SHAPES[of], mark_colour(of, colours), name=f"case {of}")


def mark_pixmap(of: IncidentState | Severity, colours: Colours, pixels: int) -> QPixmap:
    """The same for a label; ``pixels`` is its side."""
    return mark_icon(of, colours).pixmap(pixels, pixels)


def mark_colour(of: IncidentState | Severity, colours: Colours) -> str:
    """The colour of a mark, and of its word where that shall be seen from afar."""
    return str(getattr(colours, _COLOURS[of]))


def _back(path: QPainterPath) -> None:
    path.moveTo(9, 5)
    path.lineTo(4, 10)
    path.lineTo(9, 15)
    path.moveTo(4, 10)
    path.lineTo(15, 10)
    path.cubicTo(21, 10, 21, 19, 15, 19)
    path.lineTo(9, 19)


def _box(path: QPainterPath) -> None:
    path.addRect(QRectF(4, 9, 16, 11))
    path.addRect(QRectF(3, 4, 18, 5))
    path.moveTo(10, 13)
    path.lineTo(14, 13)


def _bar(path: QPainterPath) -> None:
    path.moveTo(5, 12)
    path.lineTo(19, 12)


def _warning(path: QPainterPath) -> None:
    path.moveTo(12, 4)
    path.lineTo(21, 20)
    path.lineTo(3, 20)
    path.closeSubpath()
    path.moveTo(12, 10)
    path.lineTo(12, 14)
    path.moveTo(12, 17)
    path.lineTo(12, 17.2)


def _alarm(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 9, 9)
    path.moveTo(12, 7)
    path.lineTo(12, 13)
    path.moveTo(12, 16.5)
    path.lineTo(12, 16.7)


_SHAPES: dict[IncidentState | Severity, Callable[[QPainterPath], None]] = {
    IncidentState.DRAFT: pencil,
    IncidentState.SUBMITTED: hourglass,
    IncidentState.RETURNED: _back,
    IncidentState.APPROVED: tick,
    IncidentState.CLOSED: _box,
    Severity.ROUTINE: _bar,
    Severity.SERIOUS: _warning,
    Severity.URGENT: _alarm,
}
