"""A small strip: what there is of a wanted stretch, and where it has gaps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Span
from ui.overriding import override
from ui.theme import Colours

_HEIGHT = 8
_LEAST = 2.0  # pixels: a gap of a second in a day is seen, too


class Coverage(QWidget):
    """Filled where there is footage; a gap is an empty frame, so its shape tells it, too."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._colours = colours
        self._wanted: Span | None = None
        self._gaps: tuple[Span, ...] = ()

    def show_gaps(self, wanted: Span, gaps: Sequence[Span], words: str) -> None:
        """Paint ``wanted`` with these holes in it; ``words`` say the same."""
        self._wanted, self._gaps = wanted, tuple(gaps)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.good))
        painter.drawRect(self.rect())
        for gap in self._gaps:
            place = self._place(wanted, gap)
            painter.fillRect(place, QColor(self._colours.ground))
            painter.fillRect(
                QRectF(place.left(), place.bottom() - 2, place.width(), 2),
                QColor(self._colours.ill),
            )
            painter.fillRect(
                QRectF(place.left(), place.top(), place.width(), 2), QColor(self._colours.ill)
            )
        painter.end()

    def _place(self, wanted: Span, gap: Span) -> QRectF:
        start = max(gap.start, wanted.start)
        end = min(gap.end, wanted.end)
        left = (start - wanted.start) / wanted.length * self.width()
        width = max(_LEAST, (end - start) / wanted.length * self.width())
        left = max(0.0, min(left, self.width() - width))
        return QRectF(left, 0.0, width, float(self.height()))
