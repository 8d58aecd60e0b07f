"""The bar of time over what is wanted of a camera: where one stands, what is marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import from_us
from ui import keys
from ui.evidence.reach import Reach
from ui.overriding import override
from ui.theme import STRIP_PX, Colours, font
from ui.times import time_words

SECOND_US = 1_000_000
_HEIGHT = 52
_SIDE = 14.0  # pixels left free on both sides
_TOP, _HIGH = 12.0, 14.0
_BETWEEN = 8.0  # pixels between two stretches
_NEAR = 6.0  # pixels: a mark that is meant
_MARK = 5.0
_LABEL = 60.0
_Band = tuple[int | None, int | None]


class ScrubBar(QWidget):
    """Only shows, and tells where to go to; ``wished`` is an instant, ``stepped`` a way."""

    wished = Signal(object)  # the instant, in microseconds
    stepped = Signal(int)  # microseconds

    def __init__(self, colours: Colours, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrub-bar")
        self.setAccessibleName(self.tr("Time"))
        self.setToolTip(
            self.tr("Drag, or with the keys: Left, Right 1 second; Shift 10 seconds; Home, End")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._colours = colours
        self._reach = reach
        self._at_us = reach.first_us
        self._marks: tuple[int, ...] = ()
        self._band: _Band | None = None
        self._drags = False
        for name, seconds in (("back", -1), ("on", 1), ("ten-back", -10), ("ten-on", 10)):
            keys.action(f"scrub-{name}", self, partial(self.stepped.emit, seconds * SECOND_US))
        keys.action("scrub-first", self, lambda: self.wished.emit(self._reach.first_us))
        keys.action("scrub-last", self, lambda: self.wished.emit(self._reach.last_us))

    @property
    def marks(self) -> tuple[int, ...]:
        """The instants that are marked on it."""
        return self._marks

    def show_reach(self, reach: Reach) -> None:
        """What is wanted of another camera."""
        self._reach, self._marks, self._band = reach, (), None
        self.update()

    def show_at(self, us: int) -> None:
        """Where one stands."""
        self._at_us = us
        self.update()

    def show_marks(self, marks: Sequence[int], band: _Band | None = None) -> None:
        """Mark these instants, and what lies from one to another; None in it: an end."""
        self._marks, self._band = tuple(marks), band
        self.update()

    def x_of(self, us: int) -> float:
        """Where an instant lies on it."""
        place = max(
            (number for number, (start_us, _) in enumerate(self._reach.spans) if start_us <= us),
            default=0,
        )
        return _SIDE + place * self._gap + self._reach.along(us) * self._pixels_a_us

    def us_at(self, x: float) -> int:
        """Which instant lies there, the nearest one."""
        for place, (start_us, end_us) in enumerate(self._reach.spans):
            along = self._reach.along(start_us)
            begin = _SIDE + place * self._gap + along * self._pixels_a_us
            width = (end_us - start_us) * self._pixels_a_us
            if x < begin + width + self._gap / 2:
                return max(start_us, min(end_us - 1, start_us + self._us_in(x - begin)))
        return self._reach.last_us

    @property
    def _gap(self) -> float:
        count = len(self._reach.spans) - 1
        return min(_BETWEEN, 0.2 * self.width() / count) if count else 0.0

    @property
    def _pixels_a_us(self) -> float:
        free = self.width() - 2 * _SIDE - self._gap * (len(self._reach.spans) - 1)
        return max(1.0, free) / self._reach.length_us

    def _us_in(self, pixels: float) -> int:
        return round(pixels / self._pixels_a_us)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start_us, end_us in self._reach.spans:
            self._paint_span(painter, start_us, end_us)
        self._paint_words(painter)
        for us in self._marks:
            self._paint_mark(painter, us)
        self._paint_cursor(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_span(self, painter: QPainter, start_us: int, end_us: int) -> None:
        left, right = self.x_of(start_us), self.x_of(end_us - 1)
        track = QRectF(left, _TOP, max(2.0, right - left), _HIGH)
        painter.setPen(QPen(QColor(self._colours.dim), 1))
        painter.setBrush(QColor(self._colours.raised))
        painter.drawRoundedRect(track, 3, 3)
        if self._band is None:
            return
        from_us_, to_us_ = self._band
        begin_us = start_us if from_us_ is None else max(start_us, from_us_)
        finish_us = end_us if to_us_ is None else min(end_us, to_us_)
        if begin_us < finish_us:
            left, right = self.x_of(begin_us), self.x_of(finish_us - 1)
            band = QRectF(left, _TOP + _HIGH - 5, max(3.0, right - left), 5)
            painter.fillRect(band, QColor(self._colours.accent))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(font(STRIP_PX))
        painter.setPen(QColor(self._colours.dim))
        top, free = _TOP + _HIGH + 2, self.height() - _TOP - _HIGH - 3
        last_end = -_LABEL
        for start_us, end_us in self._reach.spans:
            left, right = self.x_of(start_us), self.x_of(end_us - 1)
            if left >= last_end and left + _LABEL <= self.width():
                box = QRectF(left, top, _LABEL, free)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, time_words(from_us(start_us)))
                last_end = left + _LABEL
            if right - _LABEL >= last_end:
                box = QRectF(right - _LABEL, top, _LABEL, free)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, time_words(from_us(end_us)))
                last_end = right

    def _paint_mark(self, painter: QPainter, us: int) -> None:
        x, y = self.x_of(us), _TOP + _HIGH / 2 - 1
        here = us == self._at_us
        size = _MARK + 2 if here else _MARK
        painter.setPen(QPen(QColor(self._colours.ground), 1.5))
        painter.setBrush(QColor(self._colours.accent if here else self._colours.text))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, y - size),
                    QPointF(x + size, y),
                    QPointF(x, y + size),
                    QPointF(x - size, y),
                ]
            )
        )

    def _paint_cursor(self, painter: QPainter) -> None:
        x = self.x_of(self._at_us)
        painter.setPen(QPen(QColor(self._colours.text), 2))
        painter.drawLine(QPointF(x, _TOP - 3), QPointF(x, _TOP + _HIGH + 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.text))
        painter.drawPolygon(QPolygonF([QPointF(x - 6, 2), QPointF(x + 6, 2), QPointF(x, _TOP - 2)]))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drags = True
            x = event.position().x()
            near = [us for us in self._marks if abs(self.x_of(us) - x) <= _NEAR]
            us = min(near, key=lambda us: abs(self.x_of(us) - x), default=self.us_at(x))
            self.wished.emit(us)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self.wished.emit(self.us_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drags = False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.stepped.emit(SECOND_US if event.angleDelta().y() < 0 else -SECOND_US)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
