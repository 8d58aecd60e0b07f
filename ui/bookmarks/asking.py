"""Which camera?  Every tile shows its number, large, and the next one that is typed is taken."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import CameraId
from ui.bookmarks.scene import place_of
from ui.overriding import override
from ui.theme import STRIP_PX, TITLE_PX, Colours, font
from ui.wall.canvas_widget import WallCanvas

PATIENCE_MS = 30_000  # an instant that nobody names a camera for is let go
_LARGEST, _LEAST = 48, 14  # pixels of the numbers


class Asking(QWidget):
    """Lies over the wall; a click on a tile answers, too.  Keys stay with the wall."""

    clicked = Signal(int)  # the CameraId
    expired = Signal()

    def __init__(self, canvas: WallCanvas, colours: Colours) -> None:
        super().__init__(canvas)
        self.setObjectName("mark-asking")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = canvas
        self._words = ""
        self._colours = colours
        self._typed = ""
        self._timer = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._timer.timeout.connect(self.expired)
        self.hide()

    def ask(self, words: str) -> None:
        """Come; ``words`` say what is wanted and of which instant."""
        self._typed = ""
        self.say(words)
        self._timer.start()
        self.setGeometry(self._canvas.rect())
        self._canvas.veiled = True
        self.show()
        self.raise_()

    def wait_on(self) -> None:
        """Somebody is still there: be patient anew."""
        self._timer.start()

    def end(self) -> None:
        """Go."""
        self._timer.stop()
        self.hide()
        self._canvas.veiled = False
        self._canvas.repaint_all()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours

    def say(self, words: str) -> None:
        """Say something else, as that there is no such camera."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def show_typed(self, digits: str) -> None:
        """Show what was typed so far."""
        self._typed = digits
        self._timer.start()
        self.update()

    @property
    def bar(self) -> QRect:
        """Where the words stand: along the lower edge."""
        height = QFontMetrics(self._words_font).height() + 16
        return QRect(0, self.height() - height, self.width(), height)

    @property
    def _words_font(self) -> QFont:
        return font(STRIP_PX if self.width() < 600 else TITLE_PX, bold=True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        camera_id: CameraId | None = self._canvas.camera_at(event.position())
        if camera_id is not None:
            self.clicked.emit(camera_id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110))
        bar = self.bar
        for tile in self._canvas.tiles:
            place = place_of(self._canvas, self._canvas.tiles, tile.camera_id)
            if place is not None:
                place.setBottom(min(place.bottom(), bar.top() - 1))  # no number lies under it
                self._paint_number(painter, place, tile.label.number)
        self._paint_words(painter, bar)
        painter.end()

    def _paint_number(self, painter: QPainter, place: QRect, number: int) -> None:
        size = max(_LEAST, min(_LARGEST, place.height() // 3))
        painter.setFont(font(size, bold=True))
        text = f"{number:02}"
        fits = text.startswith(self._typed) or str(number).startswith(self._typed)
        around = painter.fontMetrics().boundingRect(text)
        badge = QRect(QPoint(0, 0), around.size()).adjusted(0, 0, size // 2 + 8, 8)
        badge.moveCenter(place.center())
        painter.fillRect(badge, QColor(self._colours.accent if fits else self._colours.raised))
        painter.setPen(QColor(self._colours.on_accent if fits else self._colours.dim))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_words(self, painter: QPainter, bar: QRect) -> None:
        words = f"{self._words}   {self._typed}".rstrip()
        painter.setFont(self._words_font)
        painter.fillRect(bar, QColor(self._colours.surface))
        painter.fillRect(bar.adjusted(0, 0, 0, 2 - bar.height()), QColor(self._colours.accent))
        painter.setPen(QColor(self._colours.text))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)
