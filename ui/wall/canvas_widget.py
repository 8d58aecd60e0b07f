"""The wall itself: one widget that paints every tile, driven by one timer.

Twenty times a second it asks the canvas which tiles have a new picture, and paints those.
It asks Qt for the rectangle around them and paints only the tiles that changed inside it: what
Qt keeps of the window holds the others still.  (A region of many rectangles as clip costs two
and a half times as much at 81 tiles; console/video/README.md has the figures.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from console.clock import Clock
from console.video.ports import CanvasView, Place
from db.records import CameraId
from ui.overriding import override
from ui.recording_words import recorded_words
from ui.standing import Standing
from ui.theme import Colours
from ui.wall.grid import boxes, logical_box
from ui.wall.lettering import Label, Lettering
from ui.wall.precedence import Precedence
from ui.wall.tile import Memory, Tile
from ui.wall.tile_words import face, figures_words
from ui.wall.typed import paint_typed
from ui.wall.views import Screen

TICK_MS = 50
_SETTLE_MS = 150  # a window that is being resized asks the engine once it rests
_LOOKS = 10  # every tile's state is looked at each so many ticks, some tiles a tick
_FEW = 2  # so many tiles are repainted one by one, more as one rectangle


class WallCanvas(QWidget):
    """Paints a page of cameras and their words."""

    chosen = Signal(int)  # the CameraId that was clicked
    opened = Signal(int)  # the CameraId that was double-clicked
    asked = Signal(int, QPoint)  # a menu is wanted for this CameraId, at this global point
    hinted = Signal(int, QPoint)  # the pointer rests on this CameraId, at this global point

    def __init__(
        self,
        view: CanvasView,
        standing: Standing,
        clock: Clock,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wall-canvas")
        self._view = view
        self._standing = standing
        self._clock = clock
        self._colours = colours
        self._letters = Lettering(colours, 1, 1, 1.0)
        self._screen = Screen(tiles=1, cameras=(), upcoming=())
        self._labels: Mapping[CameraId, Label] = {}
        self._tiles: list[Tile] = []
        self._memories: dict[CameraId, Memory] = {}
        self._chosen: CameraId | None = None
        self._picks: list[CameraId] = []
        self._figures_shown = False
        self._typed = ""
        self._dirty: set[int] = set()
        self._asked = QRect()  # what this widget asked Qt to repaint, in its own coordinates
        self._whole = True
        self._ticks = 0
        self.precedence = Precedence(clock)  # what goes before the pictures takes it
        self.veiled = False  # what lies over the pictures lets them shine through
        self.paints = 0  # how often Qt had something painted here
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Wall of cameras"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._ask)
        self._standing.moved.connect(self._on_moved)

    @property
    def tiles(self) -> Sequence[Tile]:
        """What is on the wall now; the bench reads it."""
        return self._tiles

    @property
    def is_ticking(self) -> bool:
        """Whether it looks for new pictures."""
        return self._timer.isActive()

    @property
    def view(self) -> CanvasView:
        """Where the pictures come from."""
        return self._view

    def show_screen(self, screen: Screen, labels: Mapping[CameraId, Label]) -> None:
        """Show a page.  The engine is asked once; tiles keep their last picture until it comes."""
        same = (screen.tiles, screen.cameras) == (self._screen.tiles, self._screen.cameras)
        renamed = labels is not self._labels
        self._screen, self._labels = screen, labels
        if not same:
            self._ask()
        elif renamed:
            for tile in self._tiles:
                tile.label = labels[tile.camera_id]
                tile.forget_words()
            self.repaint_all()

    def choose(self, camera_id: CameraId | None) -> None:
        """Mark a camera's tile as the chosen one."""
        touched = [tile for tile in self._tiles if tile.camera_id in (self._chosen, camera_id)]
        self._chosen = camera_id
        self._look_at(touched)
        self._dirty.update(tile.slot for tile in touched)
        self._request()

    @property
    def picks(self) -> Sequence[CameraId]:
        """Cameras that were clicked with Ctrl: something is to be done with them together."""
        return tuple(self._picks)

    def pick(self, camera_id: CameraId | None) -> None:
        """This one, too, or if it is picked no more; None: none at all."""
        if camera_id is None:
            self._picks.clear()
        elif camera_id in self._picks:
            self._picks.remove(camera_id)
        else:
            self._picks.append(camera_id)
        self.repaint_all()

    def show_figures(self, shown: bool) -> None:
        """Whether the chosen tile tells its figures."""
        self._figures_shown = shown
        self.look()

    def show_typed(self, digits: str) -> None:
        """Show the camera number that is being typed; "" for none."""
        self._typed = digits
        self.repaint_all()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._lay(asked=False)

    def let_go(self) -> None:
        """Show nothing any more and let go of the canvas's memory, before it is closed."""
        self._timer.stop()
        self._settle.stop()
        for tile in self._tiles:
            tile.let_go()
        self._tiles, self._dirty = [], set()  # nothing is left to paint
        self._screen = Screen(tiles=1, cameras=(), upcoming=())

    def repaint_all(self) -> None:
        """Paint every tile when Qt paints next."""
        self._whole = True
        self.update()

    @Slot()
    def tick(self) -> None:
        """Look for new pictures, and at the state of some tiles.  The timer calls this."""
        if not self.precedence.lets_pictures():
            return
        self._dirty.update(slot for slot in self._view.changed() if slot < len(self._tiles))
        self._look_at(self._tiles[self._ticks % _LOOKS :: _LOOKS])
        self._ticks += 1
        self._request()

    @Slot()
    def look(self) -> None:
        """Look at the state of every tile now."""
        self._look_at(self._tiles)
        self._request()

    def camera_at(self, point: QPointF) -> CameraId | None:
        """The camera whose tile lies at a point of this widget."""
        ratio = self.devicePixelRatioF()
        spot = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        return next((tile.camera_id for tile in self._tiles if tile.box.contains(spot)), None)

    @Slot()
    def _ask(self) -> None:
        """Ask the engine for the present page at the present size."""
        self._settle.stop()
        if not self.isVisible():
            return
        self._remember()
        watched = {tile.camera_id for tile in self._tiles}
        self._tiles = [
            self._tile(slot, camera_id, without_break=camera_id in watched)
            for slot, camera_id in enumerate(self._screen.cameras)
        ]
        self._dirty.clear()
        self._lay(asked=True)
        self._view.show(
            [
                Place(tile.slot, tile.camera_id, tile.box.width(), tile.box.height(), tile.slot)
                for tile in self._tiles
            ],
            self._screen.upcoming,
        )

    def _remember(self) -> None:
        """Keep the last picture of what is shown, before the canvas forgets it."""
        for tile in self._tiles:
            self._memories[tile.camera_id] = tile.remember(self._view)
            tile.let_go()
        kept = {*self._screen.cameras, *self._screen.upcoming}
        self._memories = {key: memory for key, memory in self._memories.items() if key in kept}

    def _tile(self, slot: int, camera_id: CameraId, *, without_break: bool) -> Tile:
        """A tile with what is remembered of its camera."""
        now_s = self._clock.monotonic_s()
        memory = self._memories.get(camera_id)
        if memory is not None and not without_break:
            memory = replace(memory, watched_since_s=now_s)
        return Tile(slot, camera_id, self._labels[camera_id], memory, now_s)

    def _lay(self, *, asked: bool) -> None:
        """Give every tile its box."""
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        places = boxes(self._screen.tiles, width, height)
        narrow = min(place.width() for place in places)
        low = min(place.height() for place in places)
        self._letters = Lettering(self._colours, narrow, low, ratio)
        for tile, place in zip(self._tiles, places, strict=False):
            tile.lie(place, asked=asked)
        self._look_at(self._tiles)
        self.repaint_all()

    def _look_at(self, tiles: Sequence[Tile]) -> None:
        now_s = self._clock.monotonic_s()
        for tile in tiles:
            stand = self._standing.of(tile.camera_id)
            lines = []
            recorded = self._standing.recorded.is_recorded(tile.camera_id)
            if tile.camera_id == self._chosen:
                if self._figures_shown:
                    lines.append(figures_words(self._standing.figures(tile.camera_id)))
                if recorded is False:
                    lines.append(recorded_words(self._standing.recorded.cause(tile.camera_id)))
            its = replace(face(stand, tile.sight, now_s), recorded=recorded)
            if tile.say(its, "\n".join(lines)):
                self._dirty.add(tile.slot)

    def _request(self) -> None:
        """Ask Qt to paint the dirty tiles."""
        if not self._dirty or self._whole:
            return
        places = [self._tiles[slot].box for slot in self._dirty]
        if len(places) > _FEW:
            places = [reduce(QRect.united, places)]
        for place in places:
            around = logical_box(place, self.devicePixelRatioF())
            self._asked = self._asked.united(around)
            self.update(around)

    def uncover(self, area: QRect) -> None:
        """Something comes or goes over ``area``; Qt does not tell that from what was asked."""
        self._soil(QRegion(area))
        self._request()

    def _soil(self, area: QRegion) -> None:
        ratio = self.devicePixelRatioF()
        places = ((tile.slot, logical_box(tile.box, ratio)) for tile in self._tiles)
        self._dirty.update(slot for slot, box in places if area.intersects(box))

    @Slot(int)
    def _on_moved(self, camera_id: CameraId) -> None:
        self._look_at([tile for tile in self._tiles if tile.camera_id == camera_id])
        self._request()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        whole, ratio = self._whole or bool(self._typed), self.devicePixelRatioF()
        if (shown_anew := not self._asked.contains(event.rect())) or self.veiled:
            self._soil(event.region())
        tiles = self._tiles if whole else [self._tiles[slot] for slot in self._dirty]
        painter = QPainter(self)
        if ratio != 1.0:
            painter.scale(1 / ratio, 1 / ratio)
        area = QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio))
        if whole or shown_anew:
            painter.fillRect(area, QColor(0, 0, 0))
        skew_s = self._clock.now().timestamp() - self._clock.monotonic_s()
        for tile in tiles:
            tile.paint_picture(painter, self._view, self._letters)
            if tile.face is None or tile.face.dim:
                # The picture may be the first one after a while: it must not wait for its words.
                self._look_at((tile,))
            tile.paint_words(painter, self._letters, skew_s)
            if tile.camera_id in self._picks:
                tile.paint_pick(painter, QColor(self._colours.accent), ratio)
            if tile.camera_id == self._chosen and len(self._tiles) > 1:
                colour = self._colours.accent if self.hasFocus() else self._colours.text
                tile.paint_border(painter, QColor(colour))
        if self._typed:
            paint_typed(painter, area, self._typed, self._colours, ratio)
        painter.end()
        self._dirty.clear()
        self._asked = QRect()
        self._whole = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rearrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        self._whole = True
        if not self._tiles and self._screen.cameras:
            self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Another page, or minimised: nothing is decoded, and the cameras stay connected.
        self._timer.stop()
        if self._tiles:
            self._remember()
            self._tiles, self._dirty = [], set()  # nothing is left to paint
            self._view.show([], self._screen.cameras)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._rearrange()
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            camera_id = self.camera_at(QPointF(event.pos()))
            if camera_id is None:
                QToolTip.hideText()
            else:
                self.hinted.emit(camera_id, event.globalPos())
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        camera_id = self.camera_at(event.position())
        if camera_id is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pick(camera_id)
        self.chosen.emit(camera_id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        camera_id = self._chosen if by_key else self.camera_at(QPointF(event.pos()))
        if camera_id is not None:
            self.asked.emit(camera_id, event.globalPos())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        camera_id = self.camera_at(event.position())
        if camera_id is not None:
            self.opened.emit(camera_id)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.choose(self._chosen)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.choose(self._chosen)

    def _rearrange(self) -> None:
        if self._tiles:
            self._lay(asked=False)
            self._settle.start()
        elif self._screen.cameras:
            self._ask()
