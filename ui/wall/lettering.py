"""Words for tiles, drawn once into images and kept until they change.

A tile is painted fifteen times a second, its words change once a second at most: the painter
of the wall only copies what is made here.  All lengths are device pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from ui.marks import draw_mark
from ui.theme import Colours, font
from ui.times import time_words
from ui.wall.tile_words import Face

_STRIP_GROUND = QColor(0, 0, 0, 165)
_CLOCKS_KEPT = 8  # seconds that tiles of one page may show at a time
_WIDE, _VERY_WIDE = 360, 900  # logical pixels from which a tile's words grow
_ADVICE_WIDTH, _ADVICE_HEIGHT = 170, 110  # logical pixels that a sentence needs


@dataclass(frozen=True, slots=True)
class Label:
    """Whose tile it is."""

    number: int  # 0: it has none any more
    name: str

    @property
    def digits(self) -> str:
        """03; nothing for a camera that has no number."""
        return f"{self.number:02}" if self.number else ""

    @property
    def words(self) -> str:
        """03 Cổng chợ."""
        return f"{self.digits} {self.name}".strip()


class Lettering:
    """Draws the words of all tiles of a page: they have one size, so one set of fonts."""

    def __init__(self, colours: Colours, width: int, height: int, ratio: float) -> None:
        """``width`` and ``height`` are a tile's in device pixels, ``ratio`` those per logical."""
        self._colours = colours
        self._width = width
        self._ratio = ratio
        logical = width / ratio
        pixels = 11 if logical < _WIDE else 13 if logical < _VERY_WIDE else 16
        self._font = font(self._px(pixels))
        self._bold = font(self._px(pixels), bold=True)
        self._title = font(self._px(pixels + (2 if logical >= _WIDE else 1)), bold=True)
        self._pad = self._px(4 if logical < _WIDE else 8)
        self._mark = self._px(pixels - 1)
        self.strip_height = QFontMetrics(self._font).height() + self._px(2)
        self._advice = logical >= _ADVICE_WIDTH and height / ratio >= _ADVICE_HEIGHT
        self._room = height - self.strip_height - self._pad
        self._clock_width = QFontMetrics(self._font).horizontalAdvance("00:00:00")
        self._clocks: dict[int, QImage] = {}
        self.clock_left = width - self._clock_width - self._pad  # where it begins in a strip
        # Whether there is room for it beside the number.
        self.has_clock = self.clock_left >= self._mark + 3 * self._pad + self._px(14)

    def clock(self, unix_s: int) -> QImage:
        """The time of a picture, the same image for every tile of that second."""
        made = self._clocks.get(unix_s)
        if made is None:
            if len(self._clocks) >= _CLOCKS_KEPT:
                self._clocks.pop(min(self._clocks))
            made = self._clocks[unix_s] = _blank(self._clock_width, self.strip_height)
            painter = QPainter(made)
            text = time_words(datetime.fromtimestamp(unix_s, UTC))
            self._write(painter, made.rect(), text, self._font, self._colours.text)
            painter.end()
        return made

    def strip(self, label: Label, face: Face) -> QImage:
        """The line at the foot of a tile: mark, number, name as far as it fits, badge."""
        made = _blank(self._width, self.strip_height)
        made.fill(_STRIP_GROUND)
        painter = QPainter(made)
        colour = self._colours.of_state(face.state)
        top = (self.strip_height - self._mark) / 2
        self.draw_state(painter, face, QRectF(self._pad, top, self._mark, self._mark))
        left = 2 * self._pad + self._mark
        end = self.clock_left - self._pad if self.has_clock else self._width - self._pad
        left = self._words(painter, left, end, label.digits, self._bold)
        if face.recorded is not None and left + self._pad + self._mark <= end:
            self._recorded(painter, left + self._pad, recorded=face.recorded)
            left += self._pad + self._mark
        if face.badge:
            wide = QFontMetrics(self._font).horizontalAdvance(face.badge)
            if wide <= end - left - self._pad:
                box = QRect(end - wide, 0, wide + 1, self.strip_height)
                self._write(painter, box, face.badge, self._font, colour)
                end -= wide + self._pad
        self._words(painter, left + self._pad, end, label.name, self._font)
        painter.end()
        return made

    def draw_state(self, painter: QPainter, face: Face, box: QRectF) -> None:
        """Paint the mark at the begin of a strip."""
        draw_mark(painter, face.state, self._colours.of_state(face.state), box)

    def _recorded(self, painter: QPainter, left: int, *, recorded: bool) -> None:
        """A ring with its middle filled; struck through where a camera should be recorded."""
        side = self._mark * 0.8
        top = (self.strip_height - side) / 2
        box = QRectF(left, top, side, side)
        colour = QColor(self._colours.good if recorded else self._colours.ill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, max(1.0, side / 8)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if recorded:
            painter.setBrush(colour)
            inset = side * 0.3
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        else:
            painter.drawLine(box.bottomLeft(), box.topRight())

    def middle(self, face: Face) -> QImage:
        """What a tile without a live picture says: mark, what happened, what to do."""
        metrics = QFontMetrics(self._title)
        side = self._px(28 if self._advice else 16)
        width = self._width - 2 * self._pad
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        advice = QRect()
        if self._advice and face.advice:
            advice = QFontMetrics(self._font).boundingRect(
                QRect(0, 0, width, self._room), wrap, face.advice
            )
        height = side + metrics.height() + advice.height() + 2 * self._pad
        made = _blank(width, min(height, max(1, self._room)))
        painter = QPainter(made)
        mark = QRectF((width - side) / 2, 0, side, side)
        draw_mark(painter, face.state, self._colours.of_state(face.state), mark)
        title = metrics.elidedText(face.title, Qt.TextElideMode.ElideRight, width)
        box = QRect(0, side + self._pad, width, metrics.height())
        self._write(painter, box, title, self._title, self._colours.text, wrap)
        if not advice.isEmpty():
            box = QRect(0, box.bottom() + self._pad, width, advice.height() + 2)
            self._write(painter, box, face.advice, self._font, self._colours.text, wrap)
        painter.end()
        return made

    def line(self, text: str) -> QImage:
        """Figures, in as many lines as they need."""
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        room = QRect(self._pad, self._px(2), self._width - 2 * self._pad, self._room)
        box = QFontMetrics(self._font).boundingRect(room, wrap, text)
        made = _blank(self._width, box.height() + self._px(4))
        made.fill(_STRIP_GROUND)
        painter = QPainter(made)
        self._write(painter, room, text, self._font, self._colours.text, wrap)
        painter.end()
        return made

    def _words(self, painter: QPainter, left: int, end: int, text: str, type_: QFont) -> int:
        """Write one line between ``left`` and ``end``, elided; returns where it ends."""
        metrics = QFontMetrics(type_)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, end - left))
        if said in ("", "…"):
            return left
        wide = metrics.horizontalAdvance(said)
        box = QRect(left, 0, wide + self._pad, self.strip_height)
        self._write(painter, box, said, type_, self._colours.text)
        return left + wide

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        type_: QFont,
        colour: str,
        flags: int = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(type_)
        painter.setPen(QColor(colour))
        painter.drawText(box, flags, text)

    def _px(self, logical: float) -> int:
        return max(1, round(logical * self._ratio))


def _blank(width: int, height: int) -> QImage:
    made = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    return made
