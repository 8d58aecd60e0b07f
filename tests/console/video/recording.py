"""A worker's inside without its process: feeds, loop and disk in the test's own threads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from console.clock import Clock, SystemClock
from console.events import Load
from console.video import footage_files, wire
from console.video.disk import MAX_WAITING_BYTES, Disk
from console.video.feed import Feed
from console.video.footage_files import Marker
from console.video.looker import Sight
from console.video.loop import Loop
from console.video.means import Means
from console.video.ports import CameraSource
from console.video.recorder import Desk
from console.video.retry import KnockLimit
from console.video.station_time import StationTime
from console.video.wire_footage import Record, RecordingTold, SegmentDone
from console.workers import Stop, Workers
from db.footage_records import GapCause, VolumeId
from db.records import StreamRole

VOLUME = VolumeId(7)


def volume(folder: Path) -> Path:
    """A marked volume."""
    folder.mkdir(exist_ok=True)
    footage_files.mark_volume(folder, Marker(VOLUME, "station"))
    return folder


def order(
    folder: Path, role: StreamRole = StreamRole.SUB, *, era: int = 0, audio: bool = False
) -> Record:
    """Record a stream into ``folder``."""
    return Record(role, VOLUME, str(folder), era, audio)


def task(
    camera: CameraSource,
    *records: Record,
    role: StreamRole = StreamRole.SUB,
    mode: wire.Mode = wire.Mode.HOLD,
) -> wire.Task:
    """Watch a camera, and write it down."""
    return wire.Task(camera, role, mode, Load.FULL, smooth=True, record=records)


class Bench:
    """Feeds on a loop, and what they told."""

    def __init__(self, clock: Clock | None = None, *, max_waiting: int = MAX_WAITING_BYTES) -> None:
        self.clock = clock or SystemClock()
        self.told: list[wire.Message] = []
        self.feeds: dict[int, Feed] = {}
        self._workers = Workers()
        self.loop = Loop(self.clock)
        self.disk = Disk(self._workers, self.loop.post, max_waiting=max_waiting)
        self.sight = Sight(self.loop, self._workers)
        desk = Desk(self.loop, self.disk, StationTime(self.clock), self.told.append, self.sight)
        self.means = Means(
            self.clock, self.loop, KnockLimit(), self._workers, desk, self.told_stuck
        )
        self._ended, self._pause = Stop(), Stop()
        self._workers.loop("loop", lambda _: self._run())

    def _run(self) -> None:
        self.loop.run()
        self._ended.set()

    def told_stuck(self, name: str) -> None:
        raise AssertionError(f"{name} is stuck")

    def assign(self, what: wire.Task) -> None:
        """Do what the engine would have sent."""

        def obey() -> None:
            number = what.camera.camera_id
            if number in self.feeds:
                self.feeds[number].assign(what)
            else:
                self.feeds[number] = Feed(what, self.means, self.told.append, lambda _: None)

        self.loop.post(obey)

    @property
    def done(self) -> list[SegmentDone]:
        """The segments that are on disk."""
        return [message for message in list(self.told) if isinstance(message, SegmentDone)]

    @property
    def causes(self) -> list[GapCause | None]:
        """What was told of recording, in order."""
        return [m.cause for m in list(self.told) if isinstance(m, RecordingTold)]

    def until(self, condition: Callable[[], object], seconds: float = 15.0) -> None:
        """Wait for a condition; fails when it does not come."""
        wall = SystemClock()
        began_s = wall.monotonic_s()
        while not condition():
            assert wall.monotonic_s() - began_s < seconds, f"told: {self.told[-20:]}"
            self._pause.wait(0.01)

    def close(self) -> None:
        """End as a worker does."""

        def end() -> None:
            for feed in self.feeds.values():
                feed.close()
            self.loop.end()

        self.loop.post(end)
        assert self._ended.wait(5.0)
        assert self.disk.close()
        assert self._workers.close() == []
        self.loop.close()
