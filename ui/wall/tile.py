"""One place on the wall: its picture, its words, and how both are painted.

This is the hot path of the window: at 81 tiles it runs 1,200 times a second.  Pictures are
copied from the canvas's memory by one ``drawImage`` each; no image is made per picture.
All lengths are device pixels.  GUI thread only.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from console.video.ports import Picture, Pictures
from db.records import CameraId
from ui.wall.lettering import Label, Lettering
from ui.wall.tile_words import Face, Sight

_TRIES = 3  # how often a picture that was overwritten meanwhile is painted again
_DIMMING = QColor(0, 0, 0, 170)
_GROUND = QColor(0, 0, 0)
_BORDER = 2
_TICK = 20  # logical pixels


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept of a tile when its page goes: shown until the camera's next picture."""

    image: QImage | None  # a copy, no view of the canvas
    picture_at_s: float | None
    watched_since_s: float


@dataclass(frozen=True, slots=True)
class _Wrapped:
    """A buffer of the canvas as Qt sees it.  Holding ``pixels`` keeps the memory mapped."""

    image: QImage
    pixels: memoryview
    shape: tuple[int, int, int]


class Tile:
    """Paints the newest picture of one camera, or says why there is none."""

    def __init__(
        self, slot: int, camera_id: CameraId, label: Label, memory: Memory | None, now_s: float
    ) -> None:
        self.slot = slot
        self.camera_id = camera_id
        self.label = label
        self.face: Face | None = None
        self.figures = ""  # a line on top, when the officer asks for it
        self.painted = 0  # pictures painted since the page was shown
        self.box = QRect()
        self.picture_box = QRect()  # where the newest picture lies
        self._picture_at_s = memory.picture_at_s if memory else None
        self._watched_since_s = memory.watched_since_s if memory else now_s
        self._still = memory.image if memory else None
        self._ticket = 0
        self._wrapped: list[_Wrapped | None] = [None, None]
        self._placed = QSize()  # the size that the engine was asked for
        self._shape: tuple[int, int, int] | None = None
        self._exact = False
        self._bars: list[QRect] = []
        self._at = QPoint()
        self._strip: QImage | None = None
        self._middle: QImage | None = None
        self._line: QImage | None = None

    @property
    def sight(self) -> Sight:
        """How old the picture is."""
        return Sight(picture_at_s=self._picture_at_s, watched_since_s=self._watched_since_s)

    def lie(self, box: QRect, *, asked: bool) -> None:
        """Lie in ``box`` from now on; words are drawn anew.

        ``asked`` says that the engine paints for this size; else pictures are stretched.
        """
        self.box = box
        self._shape = None
        if asked:
            self._placed = box.size()
        self.forget_words()

    def forget_words(self) -> None:
        """Draw the words anew when they are painted next."""
        self._strip = self._middle = self._line = None

    def say(self, face: Face, figures: str = "") -> bool:
        """Say this from now on; returns whether the tile must be painted again."""
        if face == self.face and figures == self.figures:
            return False
        self.face, self.figures = face, figures
        self.forget_words()
        return True

    def remember(self, canvas: Pictures) -> Memory:
        """A copy of the newest picture, before the canvas forgets it."""
        image = self._still
        for _ in range(_TRIES):
            picture = canvas.picture(self.slot)
            if picture is None:
                break
            image = self._wrap(picture).image.copy()
            if canvas.intact(self.slot, picture):
                break
        return Memory(image, self._picture_at_s, self._watched_since_s)

    def let_go(self) -> None:
        """Drop every view of the canvas's memory."""
        self._wrapped = [None, None]

    def paint_picture(self, painter: QPainter, canvas: Pictures, letters: Lettering) -> None:
        """Paint the newest picture, or black, or what is remembered until the first one comes.

        Args:
            painter: In device pixels, with no clip but one rectangle: others are slow.
            canvas: Where the picture comes from.
            letters: Made for tiles of this size.

        """
        for _ in range(_TRIES):
            picture = canvas.picture(self.slot)
            if picture is None:
                break
            wrapped = self._wrap(picture)
            if wrapped.shape != self._shape:
                self._make_room(wrapped, letters)
            for bar in self._bars:
                painter.fillRect(bar, _GROUND)
            if self._exact:
                painter.drawImage(self._at, wrapped.image)
            else:
                painter.drawImage(self.picture_box, wrapped.image)
            if canvas.intact(self.slot, picture):
                if picture.ticket != self._ticket:
                    self._ticket = picture.ticket
                    self.painted += 1
                self._picture_at_s = picture.at_s
                self._still = None
                return
        if not self._ticket:
            painter.fillRect(self.box, _GROUND)
            if self._still is not None:
                painter.drawImage(
                    self._fitted(self._still.size(), letters, stretch=True), self._still
                )

    def paint_words(
        self, painter: QPainter, letters: Lettering, clock_skew_s: float | None
    ) -> None:
        """Paint all that lies over the picture but the border.

        Args:
            painter: In device pixels.
            letters: Made for tiles of this size.
            clock_skew_s: Unix time minus ``Clock.monotonic_s``; None: its picture is not shown,
                nor when that was.

        """
        strip_top = self.box.bottom() + 1 - letters.strip_height
        face = self.face
        if face is None:
            return
        if face.dim:
            painter.fillRect(self.box, _DIMMING)
        if face.title:
            if self._middle is None:
                self._middle = letters.middle(face)
            room = self.box.height() - letters.strip_height - self._middle.height()
            left = self.box.x() + (self.box.width() - self._middle.width()) // 2
            painter.drawImage(QPoint(left, self.box.y() + max(0, room // 2)), self._middle)
        if self._strip is None:
            self._strip = letters.strip(self.label, face)
        painter.drawImage(QPoint(self.box.x(), strip_top), self._strip)
        at_s = self._picture_at_s
        if at_s is not None and clock_skew_s is not None and letters.has_clock:
            clock = letters.clock(int(at_s + clock_skew_s))
            painter.drawImage(QPoint(self.box.x() + letters.clock_left, strip_top), clock)
        if self.figures:
            if self._line is None:
                self._line = letters.line(self.figures)
            painter.drawImage(self.box.topLeft(), self._line)

    def paint_border(self, painter: QPainter, colour: QColor) -> None:
        """Mark the tile as the chosen one, inside its box."""
        box = self.box
        for edge in (
            QRect(box.x(), box.y(), box.width(), _BORDER),
            QRect(box.x(), box.bottom() + 1 - _BORDER, box.width(), _BORDER),
            QRect(box.x(), box.y(), _BORDER, box.height()),
            QRect(box.right() + 1 - _BORDER, box.y(), _BORDER, box.height()),
        ):
            painter.fillRect(edge, colour)

    def paint_pick(self, painter: QPainter, colour: QColor, ratio: float) -> None:
        """Mark the tile as one of several, by a tick in its corner."""
        side = round(_TICK * ratio)
        corner = self.box.topLeft() + QPoint(self.box.width() - side, 0)
        painter.fillRect(QRect(corner, QSize(side, side)), colour)
        painter.setPen(QPen(_GROUND, 2 * ratio))
        third = side // 3
        spots = ((third, side // 2), (side // 2, 2 * third), (2 * third + 1, third))
        painter.drawPolyline([corner + QPoint(x, y) for x, y in spots])

    def _make_room(self, wrapped: _Wrapped, letters: Lettering) -> None:
        """Find where pictures of this shape lie, and what they leave uncovered."""
        size = wrapped.image.size()
        box = self.box
        place = self._fitted(size, letters, stretch=box.size() != self._placed)
        self._shape = wrapped.shape
        self.picture_box = place
        self._at = place.topLeft()
        self._exact = place.size() == size
        above, left = place.y() - box.y(), place.x() - box.x()
        below, right = box.bottom() - place.bottom(), box.right() - place.right()
        bars = (
            QRect(box.x(), box.y(), box.width(), above),
            QRect(box.x(), place.bottom() + 1, box.width(), below),
            QRect(box.x(), place.y(), left, place.height()),
            QRect(place.right() + 1, place.y(), right, place.height()),
        )
        self._bars = [bar for bar in bars if not bar.isEmpty()]

    def _fitted(self, size: QSize, letters: Lettering, *, stretch: bool) -> QRect:
        """Where a picture lies: in the middle, above the strip if there is room for both."""
        box = self.box
        if stretch or size.width() > box.width() or size.height() > box.height():
            size = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spare = box.height() - size.height()
        if spare >= letters.strip_height:
            spare -= letters.strip_height
        left = box.x() + (box.width() - size.width()) // 2
        return QRect(QPoint(left, box.y() + spare // 2), size)

    def _wrap(self, picture: Picture) -> _Wrapped:
        """The picture's buffer as an image; made when its shape changes, not per picture."""
        shape = (picture.width, picture.height, picture.stride)
        wrapped = self._wrapped[picture.ticket % 2]
        if wrapped is None or wrapped.shape != shape:
            image = QImage(picture.pixels, *shape, QImage.Format.Format_RGB32)
            wrapped = _Wrapped(image, picture.pixels, shape)
            self._wrapped[picture.ticket % 2] = wrapped
        return wrapped
