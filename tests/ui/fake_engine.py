"""A ``LiveEngine`` without cameras: tests paint its pictures, on real canvas blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from typing_extensions import override

from console.clock import Clock
from console.platform.blocks import Block
from console.video.canvas import SlotPainter, SlotReader, plan, row_bytes
from console.video.ports import CameraSource, Picture, Place
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.records import CameraId, StreamRole
from tests.no_footage import NoFootage
from tests.still_engine import StillEngine


class FakeCanvas:
    """A ``CanvasView`` whose pictures come from ``paint``."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.shows: list[tuple[list[Place], list[CameraId]]] = []
        self.closed = False
        self.overwrite_while_painted = 0  # how many pictures are to be torn
        self._readers: dict[int, SlotReader] = {}
        self._painters: dict[int, SlotPainter] = {}  # by slot
        self._block: Block | None = None

    @property
    def places(self) -> list[Place]:
        """What is shown now."""
        return self.shows[-1][0] if self.shows else []

    def show(self, places: Sequence[Place], upcoming: Sequence[CameraId] = ()) -> None:
        self.shows.append((list(places), list(upcoming)))
        self._release()
        regions, size = plan(places)
        self._block = block = Block.create(size)
        self._readers = {region.slot: SlotReader(block, region) for region in regions}
        self._painters = {
            place.slot: SlotPainter(block, region)
            for place, region in zip(places, regions, strict=True)
        }

    def changed(self) -> list[int]:
        return [slot for slot, reader in self._readers.items() if reader.changed()]

    def picture(self, slot: int) -> Picture | None:
        return self._readers[slot].picture() if slot in self._readers else None

    def intact(self, slot: int, picture: Picture) -> bool:
        if self.overwrite_while_painted:
            self.overwrite_while_painted -= 1
            return False
        return slot not in self._readers or self._readers[slot].intact(picture)

    def decoded(self, slot: int) -> int:
        return self._readers[slot].decoded() if slot in self._readers else 0

    def close(self) -> None:
        self.closed = True
        self._release()

    def paint(
        self,
        camera_id: CameraId,
        colour: tuple[int, int, int],
        size: tuple[int, int] | None = None,
    ) -> None:
        """Make a picture of one colour (red, green, blue) the newest one of a camera."""
        painter = self._painters[self._slot_of(camera_id)]
        width, height = size or fit(painter.width, painter.height)
        red, green, blue = colour
        self.paint_rows(camera_id, bytes((blue, green, red, 0)) * width * height, (width, height))

    def paint_rows(self, camera_id: CameraId, pixels: bytes, size: tuple[int, int]) -> None:
        """Make ``pixels``, rows of B, G, R, X without padding, the newest picture of a camera."""
        self.paint_slot(self._slot_of(camera_id), pixels, size)

    def paint_slot(self, slot: int, pixels: bytes, size: tuple[int, int]) -> None:
        """The same for a slot: a camera may have several, for stills."""
        width, height = size
        stride = row_bytes(width)
        padded = bytearray(stride * height)
        for row in range(height):
            padded[row * stride : row * stride + 4 * width] = pixels[
                row * 4 * width : (row + 1) * 4 * width
            ]
        painter = self._painters[slot]
        painter.count()
        painter.paint(memoryview(padded), size, stride, self._clock.monotonic_s())

    def _slot_of(self, camera_id: CameraId) -> int:
        return next(place.slot for place in self.places if place.camera_id == camera_id)

    def _release(self) -> None:
        for reader in self._readers.values():
            reader.release()
        for painter in self._painters.values():
            painter.release()
        self._readers, self._painters = {}, {}
        if self._block is not None:
            self._block.close()
            self._block = None


class FakeEngine(NoFootage):
    """A ``StationEngine`` without footage that remembers what it was told."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.cameras: list[CameraSource] = []
        self.canvases: list[FakeCanvas] = []
        self.orders: list[RecordOrder] = []
        self.volumes: list[VolumeOrder] = []
        self.closed = False
        self.stills: StillEngine | None = None  # where there are pictures of the past

    @override
    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: object = None,
        role: StreamRole | None = None,
    ) -> str:
        if self.stills is None:
            return super().snapshot(camera_id, at, target, stop=stop, cut=cut, role=role)
        return self.stills.snapshot(camera_id, at, target, stop=stop, cut=cut, role=role)

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        self.cameras = list(cameras)

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        self.orders, self.volumes = list(orders), list(volumes)

    def canvas(self) -> FakeCanvas:
        made = FakeCanvas(self._clock)
        self.canvases.append(made)
        return made

    def close(self) -> None:
        self.closed = True


def fit(width: int, height: int) -> tuple[int, int]:
    """The size of a 16:9 picture inside a place."""
    wide = min(width, height * 16 // 9)
    return max(1, wide), max(1, wide * 9 // 16)
