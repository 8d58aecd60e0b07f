"""Figures painted over a still, wherever it is shown: the picture itself stays as it is.

A figure is told by its shape, and its line is white in black: it is seen on any picture, and in
print.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from console.drawings import FULL, Figure, FigureKind, figures_of

_LINE, _EDGE = QColor(255, 255, 255), QColor(0, 0, 0)
_HEAD = 0.45  # radians between an arrow and the sides of its head
HANDLE = 10.0  # logical pixels


def drawn_over(image: QImage, drawing: str) -> QImage:
    """A copy of a still with what was drawn on it; ``drawing`` is as it is kept."""
    figures = figures_of(drawing)
    if not figures:
        return image
    copy = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(copy)
    paint_figures(painter, QRectF(copy.rect()), figures)
    painter.end()
    return copy


def paint_figures(
    painter: QPainter, area: QRectF, figures: Sequence[Figure], chosen: int | None = None
) -> None:
    """Paint ``figures`` over the picture that lies in ``area``; masks first, they hide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for figure in figures:
        if figure.kind is FigureKind.MASK:
            painter.fillRect(box_of(area, figure), _EDGE)
    line = max(2.0, area.width() / 360)
    for place, figure in enumerate(figures):
        if figure.kind is not FigureKind.MASK or place == chosen:
            for width, colour in ((line * 2.4, _EDGE), (line, _LINE)):
                painter.setPen(_pen(width, colour))
                _stroke(painter, area, figure, line)
        if place == chosen:
            _paint_handles(painter, area, figure)
    painter.restore()


def box_of(area: QRectF, figure: Figure) -> QRectF:
    """Where a figure lies, when its picture lies in ``area``."""
    return QRectF(*ends_of(area, figure)).normalized()


def ends_of(area: QRectF, figure: Figure) -> tuple[QPointF, QPointF]:
    """Its first point and its second."""
    return QPointF(*_xy(area, figure.x1, figure.y1)), QPointF(*_xy(area, figure.x2, figure.y2))


def _xy(area: QRectF, x: int, y: int) -> tuple[float, float]:
    return area.x() + area.width() * x / FULL, area.y() + area.height() * y / FULL


def _pen(width: float, colour: QColor) -> QPen:
    return QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.MiterJoin)


def _stroke(painter: QPainter, area: QRectF, figure: Figure, line: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if figure.kind is not FigureKind.ARROW:
        painter.drawRect(box_of(area, figure))
        return
    start, end = ends_of(area, figure)
    length = min(QLineF(start, end).length() / 2, line * 8)
    angle = math.atan2(end.y() - start.y(), end.x() - start.x())
    sides = [
        QPointF(end.x() - length * math.cos(angle + way), end.y() - length * math.sin(angle + way))
        for way in (_HEAD, -_HEAD)
    ]
    painter.drawLine(start, end)
    painter.drawPolyline(QPolygonF([sides[0], end, sides[1]]))


def _paint_handles(painter: QPainter, area: QRectF, figure: Figure) -> None:
    painter.setPen(_pen(1.5, _EDGE))
    painter.setBrush(_LINE)
    for point in ends_of(area, figure):
        handle = QRectF(0, 0, HANDLE, HANDLE)
        handle.moveCenter(point)
        painter.drawRect(handle)
