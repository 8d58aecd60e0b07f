"""A picture as large as there is room, or words where there is none."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.overriding import override
from ui.theme import BASE_PX, Colours, font

_LEAST = (480, 270)
_STRIP = QColor(0, 0, 0, 165)
_WHITE = QColor(255, 255, 255)
_PAD = 8.0


class PictureBox(QWidget):
    """``at_us`` is the instant of the picture that is shown; ``caption`` stands in the picture."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.at_us = 0
        self.caption = ""
        self.colours = colours
        self._image: QImage | None = None
        self._words = ""

    @property
    def has_picture(self) -> bool:
        """Whether there is one."""
        return self._image is not None

    @property
    def area(self) -> QRectF:
        """Where the picture lies."""
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._image is None:
            return whole
        size = self._image.size().toSizeF()
        size.scale(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size)
        area.moveCenter(whole.center())
        return area

    def show_picture(self, image: QImage, shown_us: int) -> None:
        """Another picture, of that instant."""
        self._image, self.at_us, self._words = image, shown_us, ""
        self.update()

    def show_words(self, words: str, at_us: int) -> None:
        """No picture at an instant, and why."""
        self._image, self.at_us, self._words = None, at_us, words
        self.setAccessibleDescription(words)
        self.update()

    def paint_over(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies over the picture; its caption, unless a kind has more."""
        if not self.caption:
            return
        painter.setFont(font(BASE_PX))
        line = QRectF(painter.fontMetrics().boundingRect(self.caption))
        strip = QRectF(0, 0, line.width() + 2 * _PAD, line.height() + _PAD)
        strip.moveBottomLeft(area.bottomLeft())
        painter.fillRect(strip, _STRIP)
        painter.setPen(_WHITE)
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, self.caption)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.ground))
        area = self.area
        if self._image is None:
            painter.setPen(QColor(self.colours.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_over(painter, area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
