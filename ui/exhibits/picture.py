"""The picture of a foreign file, or in its place what is the matter with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from ui.exhibits.playing import Playing
from ui.exhibits.words import state_advice, state_title
from ui.overriding import override
from ui.theme import Colours

_TICK_MS = 40
_TRIES = 3
_TITLE_PX, _ADVICE_PX = 20, 15
_WORDS_WIDTH = 640
_GAP = 12
_GROUND = QColor(0, 0, 0)


class Screen(QWidget):
    """Paints what a ``Playing`` plays, as large as there is room for it."""

    opened = Signal()  # double-clicked

    def __init__(self, playing: Playing, colours: Colours, parent: QWidget | None = None) -> None:
        """``colours`` are those of the wall: the ground is black in every theme."""
        super().__init__(parent)
        self.setObjectName("exhibit-screen")
        self.setAccessibleName(self.tr("Picture of the file"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 180)
        self._playing = playing
        self._colours = colours
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        playing.moved.connect(self._on_moved)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    def still(self, size: QSize) -> QImage | None:
        """A copy of the newest picture, fitted into ``size``."""
        player = self._playing.player
        for _ in range(_TRIES):
            picture = None if player is None else player.picture()
            if player is None or picture is None:
                break
            made = QImage(
                picture.pixels,
                picture.width,
                picture.height,
                picture.stride,
                QImage.Format.Format_RGB32,
            ).scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            # A picture that has this size already is shared with the canvas until it is copied.
            made = made.copy()
            if player.intact(picture):
                return made
        return None

    @Slot()
    def tick(self) -> None:
        """Look for a new picture.  The timer calls this."""
        if self._playing.player is not None and self._playing.player.changed():
            self.update()

    @Slot()
    def _on_moved(self) -> None:
        playing = self._playing
        state = playing.stands.state
        words = "" if playing.player is None else f"{state_title(state)} {state_advice(state)}"
        self.setAccessibleDescription(words.strip())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        playing = self._playing
        if playing.player is not None:
            title = state_title(playing.stands.state)
            if title:
                self._paint_words(painter, title, state_advice(playing.stands.state))
            else:
                self._paint_picture(painter)
        if self.hasFocus():
            painter.setPen(QColor(self._colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def _paint_picture(self, painter: QPainter) -> None:
        player = self._playing.player
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for _ in range(_TRIES):
            picture = None if player is None else player.picture()
            if player is None or picture is None:
                return
            image = QImage(
                picture.pixels,
                picture.width,
                picture.height,
                picture.stride,
                QImage.Format.Format_RGB32,
            )
            painter.drawImage(self._fitted(image.size()), image)
            if player.intact(picture):
                return

    def _fitted(self, size: QSize) -> QRect:
        fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, fitted.width(), fitted.height())
        place.moveCenter(self.rect().center())
        return place

    def _paint_words(self, painter: QPainter, title: str, advice: str) -> None:
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        width = min(_WORDS_WIDTH, self.width() - 4 * _GAP)
        room = QRect((self.width() - width) // 2, 0, width, 4000)
        large, small = painter.font(), painter.font()
        large.setPixelSize(_TITLE_PX)
        large.setBold(True)
        small.setPixelSize(_ADVICE_PX)
        painter.setFont(large)
        head = painter.boundingRect(room, wrapped, title)
        painter.setFont(small)
        body = painter.boundingRect(room, wrapped, advice)
        top = max(_GAP, (self.height() - head.height() - _GAP - body.height()) // 2)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(room.translated(0, top + head.height() + _GAP), wrapped, advice)
        painter.setFont(large)
        painter.drawText(room.translated(0, top), wrapped, title)
