"""The tile's answer to the key: a frame and a flag over it, the moment the bookmark is on disk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours

LASTS_MS = 700  # long enough to be seen from the corner of an eye; it does not move
_FRAME = 4
_FLAG = 40  # logical pixels; less where the tile is small


class Flash(QWidget):
    """Lies over the tiles that answer for a moment; clicks and keys go through it."""

    moved = Signal(QRect)  # it comes here, or goes from here

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark-flash")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._colours = colours
        self._places: list[QRect] = []
        self._timer = QTimer(self, interval=LASTS_MS, singleShot=True)
        self._timer.timeout.connect(self._end)
        self.hide()

    @property
    def places(self) -> list[QRect]:
        """What flashes now, in its parent's coordinates."""
        return list(self._places)

    def flash(self, places: Sequence[QRect]) -> None:
        """Answer there, beside what flashes already."""
        if not places:
            return
        self._places += [place for place in places if place not in self._places]
        self._timer.start()
        # No larger than what flashes: the pictures below are painted anew wherever it comes and
        # goes, and with 81 tiles an officer would wait for them.
        over = QRegion()
        for place in self._places:
            over += place
        self.setGeometry(over.boundingRect())
        self.setMask(over.translated(-self.pos()))
        self.moved.emit(self.geometry())
        self.show()
        self.raise_()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours

    @Slot()
    def _end(self) -> None:
        self._places = []
        self.hide()
        self.moved.emit(self.geometry())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        for place in self._places:
            self._paint(painter, place)
        painter.end()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        accent = QColor(self._colours.accent)
        left, top, width, height = area.x(), area.y(), area.width(), area.height()
        for edge in (
            QRect(left, top, width, _FRAME),
            QRect(left, top + height - _FRAME, width, _FRAME),
            QRect(left, top, _FRAME, height),
            QRect(left + width - _FRAME, top, _FRAME, height),
        ):
            painter.fillRect(edge, accent)
        side = min(_FLAG, height // 2, width // 2)
        badge = QRectF(0, 0, side * 1.5, side * 1.5)
        badge.moveCenter(QRectF(area).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(badge)
        flag = QRect(0, 0, side, side)
        flag.moveCenter(area.center())
        icon("bookmark", self._colours.on_accent).paint(painter, flag)
