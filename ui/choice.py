"""A box to choose from, flat like the other fields."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

from ui.overriding import override

_ARROW = 4.0  # pixels, half its width
_FROM_RIGHT = 16.0


class Choice(QComboBox):
    """A combo box that draws its own arrow: a style sheet with a border leaves Qt's out."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled():
            return  # only what was chosen is told, and there is nothing to open
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 2.0))
        middle = QPointF(self.width() - _FROM_RIGHT, self.height() / 2 + _ARROW / 2)
        painter.drawPolyline(
            [middle + QPointF(-_ARROW, -_ARROW), middle, middle + QPointF(_ARROW, -_ARROW)]
        )
        painter.end()
