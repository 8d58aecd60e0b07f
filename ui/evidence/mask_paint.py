"""Masks painted over the picture that lies in some area: black, as the copy has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.evidence.masks import WHOLE
from ui.evidence.shapes import corners_of
from ui.theme import STRIP_PX, WALL, font

HANDLE = 10.0  # logical pixels
_BLACK, _WHITE = QColor(0, 0, 0), QColor(255, 255, 255)
_ACCENT = QColor(WALL.accent)  # a picture is no darker by day
_THIN = QColor(0, 0, 0, 175)  # the chosen one lets through what lies under it
_CHIP = QRectF(0, 0, 20, 16)


def outline(area: QRectF, shape: Sequence[float]) -> QPolygonF:
    """A shape where its picture lies in ``area``."""
    return QPolygonF([point_of(area, x, y) for x, y in corners_of(shape)])


def point_of(area: QRectF, x: float, y: float) -> QPointF:
    """A point of the picture, given in ten-thousandths."""
    return QPointF(area.x() + area.width() * x / WHOLE, area.y() + area.height() * y / WHOLE)


def paint_mask(painter: QPainter, area: QRectF, shape: Sequence[float]) -> None:
    """One that is not chosen: as whoever gets the copy sees it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BLACK)
    painter.drawPolygon(outline(area, shape), Qt.FillRule.WindingFill)


def paint_chosen(
    painter: QPainter,
    area: QRectF,
    shape: Sequence[float],
    *,
    holds: bool,
    corner: int | None,
) -> None:
    """The chosen one, with its corners; without a filling and dashed where it does not hold."""
    its = outline(area, shape)
    painter.setBrush(_THIN if holds else Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.SolidLine if holds else Qt.PenStyle.DashLine
    for width, colour in ((4.0, _BLACK), (2.0, _ACCENT)):
        painter.setPen(QPen(colour, width, style))
        painter.drawPolygon(its, Qt.FillRule.WindingFill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    for place, (x, y) in enumerate(corners_of(shape)):
        its_own = place == corner
        handle = QRectF(0, 0, HANDLE + 4 * its_own, HANDLE + 4 * its_own)
        handle.moveCenter(point_of(area, x, y))
        painter.setPen(QPen(_BLACK, 1.5))
        painter.setBrush(_ACCENT if its_own else _WHITE)
        painter.drawRect(handle)


def paint_number(painter: QPainter, area: QRectF, shape: Sequence[float], number: int) -> None:
    """Its number as the list has it, in its upper left corner."""
    chip = _CHIP.translated(outline(area, shape).boundingRect().topLeft() + QPointF(3, 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WHITE)
    painter.drawRoundedRect(chip, 3, 3)
    painter.setFont(font(STRIP_PX, bold=True))
    painter.setPen(_BLACK)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_begun(
    painter: QPainter, area: QRectF, points: Sequence[tuple[int, int]], to: QPointF | None
) -> None:
    """A polygon that is being drawn; ``to`` is where the pointer is."""
    line = [point_of(area, *point) for point in points]
    if to is not None:
        line.append(to)
    for width, colour in ((4.0, _BLACK), (2.0, _WHITE)):
        painter.setPen(QPen(colour, width))
        painter.drawPolyline(QPolygonF(line))
    painter.setPen(QPen(_BLACK, 1.5))
    painter.setBrush(_WHITE)
    for point in points:
        handle = QRectF(0, 0, HANDLE, HANDLE)
        handle.moveCenter(point_of(area, *point))
        painter.drawRect(handle)
