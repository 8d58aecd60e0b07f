"""Many single pictures out of footage: asked for a few at a time, kept while they are of use.

They come on the canvas of a player of its own, in places that stand still.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from console.errors import Problem
from console.events import ReviewMoved, TileState
from console.video.footage_ports import WHOLE, FootageEngine, ReviewPlace, ReviewPlayer
from db.records import CameraId, from_us
from ui.bridge import Bridge
from ui.review.playback import Playback
from ui.review.stills import copied
from ui.review.zoom import Zoom

_AT_ONCE = 8
_BANDS = 16  # each batch has slots of its own, so that what is told of the one before is not its
_IDLE_MS = 15_000  # with nothing to fetch for so long, the player is given back
_OVER = frozenset({TileState.GAP, TileState.DAMAGED, TileState.ENDED})


class Sheet(QObject):
    """Fetches the pictures of one camera.  GUI thread only."""

    came = Signal()  # a picture came, or it is known that there is none
    refused = Signal(object)  # the Problem: they may not be watched

    def __init__(
        self,
        bridge: Bridge,
        engine: FootageEngine,
        playback: Playback,
        keep: int,
        parent: QObject | None = None,
    ) -> None:
        """``keep`` is how many pictures are kept."""
        super().__init__(parent)
        self._engine = engine
        self._playback = playback
        self._keep = keep
        self._player: ReviewPlayer | None = None
        self._camera: CameraId | None = None
        self._size = QSize()
        self._zoom: Zoom = WHOLE
        self._images: dict[int, QImage | None] = {}
        self._wanted: tuple[int, ...] = ()
        self._waits: dict[int, int] = {}  # slots, and the instants that they are to show
        self._band = 0
        self._term = 0
        self._idle = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._give_back)
        bridge.review_moved.connect(self._on_moved)
        playback.forgotten.connect(self.forget)

    @property
    def is_busy(self) -> bool:
        """Whether pictures are still to come."""
        return any(us not in self._images for us in self._wanted)

    def frame(self, camera_id: CameraId, size: QSize, zoom: Zoom = WHOLE) -> None:
        """Whose pictures, no larger than so many device pixels, and which part of them."""
        if (camera_id, size, zoom) != (self._camera, self._size, self._zoom):
            self._images.clear()
            self._waits.clear()
            self._wanted = ()
            self._camera, self._size, self._zoom = camera_id, QSize(size), zoom

    def want(self, instants: Sequence[int]) -> None:
        """Fetch these, the first ones first, and no others any more."""
        self._wanted = tuple(instants[: self._keep])
        self._fetch()

    def knows(self, us: int) -> bool:
        """Whether the picture is there, or it is known that there is none."""
        return us in self._images

    def image(self, us: int) -> QImage | None:
        """The picture of an instant, if there is one and it came."""
        return self._images.get(us)

    @Slot()
    def rest(self) -> None:
        """Nobody looks: no player; the pictures that came are kept."""
        self._wanted = ()
        self._give_back()

    @Slot()
    def forget(self) -> None:
        """No picture, and no player."""
        self._images.clear()
        self.rest()

    @Slot()
    def _give_back(self) -> None:
        self._term += 1
        self._idle.stop()
        self._waits.clear()
        player, self._player = self._player, None
        if player is not None:
            player.close()

    def _fetch(self) -> None:
        missing = [us for us in self._wanted if us not in self._images][:_AT_ONCE]
        if not missing or self._camera is None:
            self._waits.clear()
            self._idle.start()
            return
        if set(missing) <= set(self._waits.values()):
            return  # they are on their way
        self._idle.stop()
        self._term += 1
        term, camera_id = self._term, self._camera

        def given() -> None:
            if term == self._term:
                self._show(camera_id, missing)

        self._playback.admission.ask([camera_id], min(missing), given, self._refuse)

    def _show(self, camera_id: CameraId, instants: Sequence[int]) -> None:
        if self._player is None:
            self._player = self._engine.player()
        self._band = (self._band + 1) % _BANDS
        self._waits = {self._band * _AT_ONCE + n: us for n, us in enumerate(instants)}
        width, height = self._size.width(), self._size.height()
        places = [
            ReviewPlace(slot, camera_id, width, height, from_us(us), self._zoom)
            for slot, us in self._waits.items()
        ]
        self._player.show(places, from_us(instants[0]))

    def _refuse(self, problem: Problem) -> None:
        self.forget()
        self.refused.emit(problem)

    @Slot(ReviewMoved)
    def _on_moved(self, event: ReviewMoved) -> None:
        player, camera_id = self._player, self._camera
        if player is None or camera_id is None or event.player != player.number:
            return
        seen, told = [], False
        for tile in event.tiles:
            us = self._waits.get(tile.slot)
            if us is None:
                continue
            if tile.state in _OVER:
                self._images[us] = None
            elif tile.state is TileState.SHOWN and (image := copied(player, tile.slot)) is not None:
                self._images[us] = image
                seen.append(us)
            else:
                continue
            del self._waits[tile.slot]
            told = True
        if seen:
            self._playback.note_stills(camera_id, seen)
        if told:
            self._forget_oldest()
            self.came.emit()
            if not self._waits:
                self._fetch()

    def _forget_oldest(self) -> None:
        for us in list(self._images):
            if len(self._images) <= self._keep:
                return
            if us not in self._wanted:
                del self._images[us]
