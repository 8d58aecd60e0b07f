"""A line as long as the file: where it stands, and a click or an arrow to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.exhibits.clocks import within_words
from ui.overriding import override
from ui.theme import Colours

_HEIGHT = 32
_SIDE = 12  # pixels left free at both ends
_LINE, _KNOB = 4.0, 7.0
_STEPS = 100


class SeekBar(QWidget):
    """Shows a place in a file; ``wanted`` tells another one, in milliseconds."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exhibit-seek")
        self.setAccessibleName(self.tr("Place in the file"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._colours: Colours | None = None
        self._at_ms = self._length_ms = 0

    def set_place(self, at_ms: int, length_ms: int) -> None:
        """Show this place; a file that does not tell its length has none."""
        if (at_ms, length_ms) != (self._at_ms, self._length_ms):
            self._at_ms, self._length_ms = at_ms, length_ms
            place = self.tr("{at} of {length}")
            words = place.format(at=within_words(at_ms), length=within_words(length_ms))
            self.setAccessibleDescription(words)
            self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, width = self.height() / 2, self.width() - 2 * _SIDE
        line = QRectF(_SIDE, middle - _LINE / 2, width, _LINE)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(line, 2, 2)
        if self._length_ms:
            done = width * min(1.0, self._at_ms / self._length_ms)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(_SIDE, line.y(), done, _LINE), 2, 2)
            painter.setBrush(QColor(colours.text))
            painter.drawEllipse(QPointF(_SIDE + done, middle), _KNOB, _KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._length_ms:
            words = within_words(self._ms_at(event.position().x()))
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = max(1000, self._length_ms // _STEPS)
        ways = {
            Qt.Key.Key_Left: self._at_ms - step,
            Qt.Key.Key_Right: self._at_ms + step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._length_ms,
        }
        wanted = ways.get(Qt.Key(event.key()))
        if wanted is None or not self._length_ms or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.wanted.emit(min(self._length_ms, max(0, wanted)))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _want(self, event: QMouseEvent) -> None:
        if self._length_ms:
            self.wanted.emit(self._ms_at(event.position().x()))

    def _ms_at(self, x: float) -> int:
        share = (x - _SIDE) / max(1, self.width() - 2 * _SIDE)
        return round(self._length_ms * min(1.0, max(0.0, share)))
