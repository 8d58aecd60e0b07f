"""The pictures of the review page: one widget that paints every tile of a player.

As the wall does it, by one timer, with the wall's own tiles.  A tile that has no footage is black
and says why: the picture before the gap would be taken for one of that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from console.events import StreamState, TileState
from console.video.footage_ports import WHOLE, ReviewPlace
from db.footage_records import Gap
from db.records import CameraId
from ui.overriding import override
from ui.review.playback import Playback
from ui.review.shown import Shown
from ui.review.words import face
from ui.review.zoom import Zoom, magnified, panned, times
from ui.theme import Colours
from ui.wall.grid import boxes
from ui.wall.lettering import Label, Lettering
from ui.wall.tile import Memory, Tile
from ui.wall.tile_words import Face
from ui.wall.typed import paint_typed
from ui.words import translate

_TICK_MS = 50
_SETTLE_MS = 120  # a window that is being resized, a picture that is being zoomed
_PLAYED = frozenset({StreamState.LIVE, StreamState.LATE})
_BLANK = frozenset({TileState.GAP, TileState.DAMAGED, TileState.ENDED, TileState.UNREAD})
_NOTCH = 120.0  # what a wheel tells for one step
_STEP = 1.25
GapAt = Callable[[CameraId], Gap | None]


class Pictures(QWidget):
    """Paints what a ``Playback`` plays."""

    chosen = Signal(int)  # the CameraId that was clicked
    opened = Signal(int)  # the CameraId that was double-clicked

    def __init__(
        self, playback: Playback, gap_at: GapAt, colours: Colours, parent: QWidget | None = None
    ) -> None:
        """``gap_at`` tells why a camera has no footage where the clock stands."""
        super().__init__(parent)
        self.setObjectName("review-pictures")
        self._playback = playback
        self._gap_at = gap_at
        self._colours = colours
        self._letters: Lettering = _Letters(colours, 1, 1, 1.0)
        self._shown = Shown()
        self._labels: Mapping[CameraId, Label] = {}
        self._tiles: list[Tile] = []
        self._memories: dict[CameraId, Memory] = {}
        self._zooms: dict[CameraId, Zoom] = {}
        self._typed = ""
        self._dragged: QPointF | None = None
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Recorded pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.ask)
        self._playback.begun.connect(self.ask)
        self._playback.moved.connect(self._on_moved)
        self._playback.ended.connect(self.let_go)

    @property
    def tiles(self) -> list[Tile]:
        """What is painted now."""
        return self._tiles

    def set_shown(self, shown: Shown, labels: Mapping[CameraId, Label]) -> None:
        """What is to be painted; asked for when the playback has leave for it."""
        self._labels = labels
        again = (shown.on_screen, shown.grid) != (self._shown.on_screen, self._shown.grid)
        self._shown = shown
        if again and set(shown.on_screen) <= set(self._playback.cameras):
            self.ask()
        self.update()

    def zoom(self, camera_id: CameraId) -> Zoom:
        """The part of a camera's picture that is shown."""
        return self._zooms.get(camera_id, WHOLE)

    def set_zoom(self, camera_id: CameraId, zoom: Zoom) -> None:
        """Show a part of a camera's picture, in a moment."""
        if zoom != self.zoom(camera_id):
            self._zooms[camera_id] = zoom
            self._look()
            self._settle.start()

    def magnify(self, steps: float) -> None:
        """Enlarge the chosen picture about its middle."""
        chosen = self._shown.chosen
        if chosen is not None:
            self.set_zoom(chosen, magnified(self.zoom(chosen), _STEP**steps, 0.5, 0.5))

    def pan(self, across: float, down: float) -> None:
        """Move inside the chosen picture."""
        chosen = self._shown.chosen
        if chosen is not None:
            self.set_zoom(chosen, panned(self.zoom(chosen), across, down))

    def unzoom(self) -> None:
        """The whole of the chosen picture."""
        if self._shown.chosen is not None:
            self.set_zoom(self._shown.chosen, WHOLE)

    def show_typed(self, digits: str) -> None:
        """Show the camera number that is being typed; "" for none."""
        self._typed = digits
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._lay(asked=False)

    @Slot()
    def let_go(self) -> None:
        """Forget every picture, before the player is closed."""
        for tile in self._tiles:
            tile.let_go()
        self._tiles = []
        self._memories.clear()
        self._settle.stop()
        self.update()

    @Slot()
    def tick(self) -> None:
        """Look for new pictures.  The timer calls this."""
        player = self._playback.player
        if player is not None and player.view.changed():
            self.update()

    @Slot()
    def ask(self) -> None:
        """Ask the player for the present cameras at the present size."""
        self._settle.stop()
        player = self._playback.player
        if player is None or not self.isVisible():
            return
        for tile in self._tiles:
            self._memories[tile.camera_id] = tile.remember(player.view)
            tile.let_go()
        cameras = self._shown.on_screen
        self._memories = {key: self._memories[key] for key in cameras if key in self._memories}
        self._tiles = [
            Tile(slot, camera, self._labels[camera], self._memories.get(camera), 0.0)
            for slot, camera in enumerate(cameras)
            if camera in self._labels
        ]
        self._lay(asked=True)
        self._playback.lay(
            [
                ReviewPlace(
                    tile.slot,
                    tile.camera_id,
                    tile.box.width(),
                    tile.box.height(),
                    zoom=self.zoom(tile.camera_id),
                )
                for tile in self._tiles
            ]
        )

    def tile_at(self, point: QPointF) -> Tile | None:
        """The tile at a point of this widget."""
        ratio = self.devicePixelRatioF()
        spot = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        return next((tile for tile in self._tiles if tile.box.contains(spot)), None)

    def _lay(self, *, asked: bool) -> None:
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        places = boxes(self._shown.grid, width, height)
        self._letters = _Letters(
            self._colours,
            min(place.width() for place in places),
            min(place.height() for place in places),
            ratio,
        )
        for tile, place in zip(self._tiles, places, strict=False):
            tile.lie(place, asked=asked)
        self._look()

    @Slot()
    def _on_moved(self) -> None:
        self._look()

    def _look(self) -> None:
        """Say of every tile where it stands."""
        for tile in self._tiles:
            said = face(self._playback.tile(tile.slot), self._gap_at(tile.camera_id))
            large = times(self.zoom(tile.camera_id))
            line = translate("review", "{n:.1f} times as large") if large > 1.01 else ""
            tile.say(said, line.format(n=large))
        self.setAccessibleDescription(self._described())
        self.update()

    def _described(self) -> str:
        """What the chosen tile says, for whoever does not see it."""
        tile = next((each for each in self._tiles if each.camera_id == self._shown.chosen), None)
        if tile is None or tile.face is None:
            return ""
        parts = (tile.label.words, tile.face.title, tile.face.badge)
        return ". ".join(part for part in (*parts, tile.face.advice) if part)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if ratio != 1.0:
            painter.scale(1 / ratio, 1 / ratio)
        area = QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio))
        painter.fillRect(area, QColor(0, 0, 0))
        player = self._playback.player
        for tile in self._tiles if player is not None else ():
            assert player is not None
            stands = self._playback.tile(tile.slot)
            blank = stands is not None and stands.state in _BLANK
            if not blank:
                tile.paint_picture(painter, player.view, self._letters)
            tile.paint_words(painter, self._letters, None if blank else 0.0)
            if tile.camera_id == self._shown.chosen and len(self._tiles) > 1:
                colour = self._colours.accent if self.hasFocus() else self._colours.text
                tile.paint_border(painter, QColor(colour))
        if self._typed:
            paint_typed(painter, area, self._typed, self._colours, ratio)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(asked=False)
        self._settle.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        self.ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay(asked=False)
            self._settle.start()
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        tile = self.tile_at(event.position())
        if tile is None:
            return
        x, y = self._share(tile, event.position())
        factor = _STEP ** (event.angleDelta().y() / _NOTCH)
        self.set_zoom(tile.camera_id, magnified(self.zoom(tile.camera_id), factor, x, y))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.tile_at(event.position())
        if tile is not None:
            self.chosen.emit(tile.camera_id)
            if event.button() is Qt.MouseButton.LeftButton:
                self._dragged = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        chosen = self._shown.chosen
        tile = next((each for each in self._tiles if each.camera_id == chosen), None)
        if self._dragged is None or tile is None or self.zoom(tile.camera_id) == WHOLE:
            return
        old, new = self._share(tile, self._dragged), self._share(tile, event.position())
        self._dragged = event.position()
        self.pan(old[0] - new[0], old[1] - new[1])

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        tile = self.tile_at(event.position())
        if tile is not None:
            self.opened.emit(tile.camera_id)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _share(self, tile: Tile, point: QPointF) -> tuple[float, float]:
        """Where in a tile's picture a point lies, from 0 to 1."""
        box = tile.picture_box if not tile.picture_box.isEmpty() else tile.box
        ratio = self.devicePixelRatioF()
        x = (point.x() * ratio - box.x()) / box.width()
        y = (point.y() * ratio - box.y()) / box.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))


class _Letters(Lettering):
    """The wall's words; what is played has a mark of its own, so that it is not taken for live."""

    @override
    def draw_state(self, painter: QPainter, face: Face, box: QRectF) -> None:
        if face.state not in _PLAYED:
            super().draw_state(painter, face, box)
            return
        path = QPainterPath()
        path.moveTo(box.topLeft())
        path.lineTo(QPointF(box.right(), box.center().y()))
        path.lineTo(box.bottomLeft())
        path.closeSubpath()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(self._colours.text))
        painter.restore()
