"""Shapes of marks that cases and requests share; the square that they are drawn in is 24 wide."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath


def pencil(path: QPainterPath) -> None:
    """It is being written."""
    path.moveTo(4, 20)
    path.lineTo(5.5, 14.5)
    path.lineTo(16, 4)
    path.lineTo(20, 8)
    path.lineTo(9.5, 18.5)
    path.closeSubpath()


def hourglass(path: QPainterPath) -> None:
    """It waits for somebody."""
    path.moveTo(6, 3)
    path.lineTo(18, 3)
    path.lineTo(6, 21)
    path.lineTo(18, 21)
    path.closeSubpath()


def tick(path: QPainterPath) -> None:
    """It was agreed to."""
    path.moveTo(4, 13)
    path.lineTo(10, 19)
    path.lineTo(20, 6)
