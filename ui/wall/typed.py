"""The camera number that is being typed on the wall."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from ui.theme import Colours, font

_LONGEST = 4  # digits
_WIDTH, _HEIGHT, _SIZE = 168, 72, 40  # logical pixels


class TypedNumber:
    """Digits, one by one, until Enter.  A fifth one begins anew."""

    def __init__(self) -> None:
        self.digits = ""

    def add(self, digit: str) -> None:
        """One more digit."""
        self.digits = (self.digits if len(self.digits) < _LONGEST else "") + digit

    def take(self) -> int | None:
        """The number, which is then forgotten; None when there is none."""
        digits, self.digits = self.digits, ""
        return int(digits) if digits else None


def paint_typed(
    painter: QPainter, area: QRect, digits: str, colours: Colours, ratio: float
) -> None:
    """Paint ``digits`` large in the middle of ``area``, which is in device pixels."""
    box = QRect(0, 0, round(_WIDTH * ratio), round(_HEIGHT * ratio))
    box.moveCenter(area.center())
    painter.fillRect(box, QColor(colours.accent))
    painter.fillRect(box.adjusted(2, 2, -2, -2), QColor(colours.surface))
    painter.setFont(font(round(_SIZE * ratio), bold=True))
    painter.setPen(QColor(colours.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digits)
