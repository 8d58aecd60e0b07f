"""Single pictures out of footage: for the preview under the pointer, and to keep as a file."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from console.events import ReviewMoved, TileState
from console.video.footage_ports import FootageEngine, ReviewPlace, ReviewPlayer
from db.records import CameraId, from_us
from ui.bridge import Bridge

_TRIES = 3  # how often a picture that was overwritten meanwhile is copied again
_OVER = frozenset({TileState.GAP, TileState.DAMAGED, TileState.ENDED})


class Stills(QObject):
    """Asks a player of its own for one picture at a time; a new wish takes the old one's place."""

    came = Signal(object)  # the QImage, or None where there is no picture

    def __init__(
        self, bridge: Bridge, engine: FootageEngine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._player: ReviewPlayer | None = None
        self._waits = False
        bridge.review_moved.connect(self._on_moved)

    def want(self, camera_id: CameraId, us: int, width: int, height: int) -> None:
        """Ask for the picture of a camera at an instant, no larger than so many device pixels."""
        if self._player is None:
            self._player = self._engine.player()
        self._waits = True
        at = from_us(us)
        self._player.show([ReviewPlace(0, camera_id, width, height, at)], at)

    def close(self) -> None:
        """Let go of the player."""
        self._waits = False
        player, self._player = self._player, None
        if player is not None:
            player.close()

    @Slot(ReviewMoved)
    def _on_moved(self, event: ReviewMoved) -> None:
        player = self._player
        if not self._waits or player is None or event.player != player.number or not event.tiles:
            return
        if event.tiles[0].state in _OVER:
            self._waits = False
            self.came.emit(None)
        elif event.tiles[0].state is TileState.SHOWN and (image := copied(player, 0)) is not None:
            self._waits = False
            self.came.emit(image)


def copied(player: ReviewPlayer, slot: int) -> QImage | None:
    """A copy of the newest picture of a slot; None before one came whole."""
    for _ in range(_TRIES):
        picture = player.view.picture(slot)
        if picture is None:
            return None
        shape = (picture.width, picture.height, picture.stride)
        image = QImage(picture.pixels, *shape, QImage.Format.Format_RGB32).copy()
        if player.view.intact(slot, picture):
            return image
    return None
