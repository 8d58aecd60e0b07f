"""A player without a process: its loop runs in the test, its pictures lie on a real canvas."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from console.clock import SystemClock
from console.events import TileAt, TileState
from console.platform.blocks import Block
from console.video import canvas
from console.video.footage_ports import WHOLE
from console.video.listening import Ears
from console.video.loop import Loop
from console.video.player import Player, Studio
from console.video.ports import Place
from console.video.projector import Projector
from console.video.speaker import OpenSpeaker
from console.video.wire_footage import ReviewAt, ReviewShow, ReviewSpot
from console.workers import Workers
from db.records import CameraId
from tests.console.video.footage_made import Ward, number_on
from tests.console.video.sounding import Loudspeaker

Spot = tuple[CameraId, int | None, tuple[int, int, int, int]]


class Booth:
    """A player and its canvas."""

    def __init__(self, ward: Ward, open_speaker: OpenSpeaker | None = None) -> None:
        self.clock = SystemClock()
        self.speaker = Loudspeaker(self.clock)
        self.loop = Loop(self.clock)
        self.told: list[ReviewAt] = []
        self._workers = Workers()
        self.projector = Projector(self._workers, self.clock, 2)
        ears = Ears(self._workers, open_speaker or self.speaker.open)
        self.studio = Studio(
            self.loop, self.clock, ward.footage, self.projector, self.told.append, ears
        )
        self.player: Player | None = None
        self._readers: dict[int, canvas.SlotReader] = {}
        self._block: Block | None = None

    def show(
        self,
        cameras: Sequence[CameraId],
        at_us: int,
        *,
        stills: Sequence[tuple[CameraId, int]] = (),
        size: tuple[int, int] = (160, 90),
        zoom: tuple[int, int, int, int] = WHOLE,
    ) -> Player:
        shown: list[tuple[CameraId, int | None]] = [(camera, None) for camera in cameras]
        shown += stills
        places = [Place(n, camera, *size) for n, (camera, _) in enumerate(shown)]
        regions, bytes_ = canvas.plan(places)
        self._release()
        self._block = block = Block.create(bytes_)
        self._readers = {r.slot: canvas.SlotReader(block, r) for r in regions}
        spots = tuple(
            ReviewSpot(n, camera, *size, region.offset, at, zoom)
            for n, ((camera, at), region) in enumerate(zip(shown, regions, strict=True))
        )
        message = ReviewShow(1, bytes_, block.name, spots, at_us)
        self.player = self.player or Player(message, self.studio)
        # The player closes its own mapping, as it would in its process.
        self.player.show(message, Block(block._memory, block.size, -1, ""))
        return self.player

    def number(self, slot: int = 0) -> int | None:
        picture = self._readers[slot].picture()
        return None if picture is None else number_on(picture)

    def shown_us(self, slot: int = 0) -> int:
        picture = self._readers[slot].picture()
        return 0 if picture is None else round(picture.at_s * 1_000_000)

    def decoded(self, slot: int = 0) -> int:
        return self._readers[slot].decoded()

    def tile(self, slot: int = 0) -> TileAt:
        return self.told[-1].tiles[slot]

    def settled(self) -> bool:
        return bool(self.told) and all(
            tile.state is not TileState.SEEKING for tile in self.told[-1].tiles
        )

    def until(self, condition: Callable[[], object], seconds: float = 10.0) -> float:
        """Run the loop until it holds; how long that took."""
        began_s = self.clock.monotonic_s()

        def look() -> None:
            self.speaker.pump()
            if condition() or self.clock.monotonic_s() - began_s > seconds:
                self.loop.end()
            else:
                self.loop.later(0.002, look)

        self.loop._ending = False
        look()
        self.loop.run()
        assert condition(), f"not within {seconds} s; told: {self.told[-3:]}"
        return self.clock.monotonic_s() - began_s

    def close(self) -> None:
        if self.player is not None:
            self.player.close()
        self.projector.close()
        assert self._workers.close() == []
        self.loop.close()
        self._release()

    def _release(self) -> None:
        for reader in self._readers.values():
            reader.release()
        self._readers = {}


@contextmanager
def booth(ward: Ward, open_speaker: OpenSpeaker | None = None) -> Iterator[Booth]:
    made = Booth(ward, open_speaker)
    try:
        yield made
    finally:
        made.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("decode-")]
