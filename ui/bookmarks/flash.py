"""The tile's answer to the key: a frame and a flag over it, the moment the bookmark is on disk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.icons import icon
from ui.theme import Colours

LASTS_MS = 700  # long enough to be seen from the corner of an eye; it does not move
_FRAME = 4
_FLAG = 40  # logical pixels; less where the tile is small


class Flash(QWidget):
    """Lies over one tile for a moment; clicks and keys go through it."""

    def __init__(self, place: QRect, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark-flash")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(place)
        self._colours = colours
        QTimer.singleShot(LASTS_MS, self, self._end)
        self.show()
        self.raise_()

    def _end(self) -> None:
        self.hide()
        self.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, area = QColor(self._colours.accent), self.rect()
        for edge in (
            QRect(0, 0, area.width(), _FRAME),
            QRect(0, area.height() - _FRAME, area.width(), _FRAME),
            QRect(0, 0, _FRAME, area.height()),
            QRect(area.width() - _FRAME, 0, _FRAME, area.height()),
        ):
            painter.fillRect(edge, accent)
        side = min(_FLAG, area.height() // 2, area.width() // 2)
        badge = QRectF(0, 0, side * 1.5, side * 1.5)
        badge.moveCenter(QRectF(area).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(badge)
        flag = QRect(0, 0, side, side)
        flag.moveCenter(area.center())
        icon("bookmark", self._colours.on_accent).paint(painter, flag)
        painter.end()
