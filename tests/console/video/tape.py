"""A recorder that is fed by hand, on a clock that stands still between two pictures."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from console.video import fmp4_reader, footage_files
from console.video.disk import MAX_WAITING_BYTES, Calls, Disk
from console.video.looker import Sight
from console.video.loop import Loop
from console.video.recorder import Desk, Recorder
from console.video.station_time import StationTime
from console.video.units import CLOCK_HZ, Codec, Opened, SoundTrack, Unit
from console.video.wire_footage import Record, RecordingTold, SegmentDone
from console.workers import Stop, Workers
from db.footage_records import GapCause
from db.records import CameraId, StreamId
from tests.fakes import FakeClock
from tests.footage import FPS, pictures


class Tape:
    """Plays units to one recorder; ``close`` ends it as a worker does."""

    def __init__(
        self, record: Record, *, max_waiting: int = MAX_WAITING_BYTES, calls: Calls | None = None
    ) -> None:
        self.clock = FakeClock()
        self.told: list[SegmentDone | RecordingTold] = []
        self._inbox: deque[Callable[[], None]] = deque()
        self._workers = Workers()
        self._loop = Loop(self.clock)
        self.disk = Disk(
            self._workers, self._inbox.append, max_waiting=max_waiting, calls=calls or Calls()
        )
        sight = Sight(self._loop, self._workers)
        time = StationTime(self.clock)
        self.desk = Desk(self._loop, self.disk, time, self.told.append, sight)
        self.recorder = Recorder(CameraId(3), StreamId(6), record, self.desk)
        self._stamp = 0

    def open(
        self, codec: Codec = Codec.H264, sets: bytes = b"", sound: SoundTrack | None = None
    ) -> None:
        """A session begins."""
        self.recorder.opened(Opened(codec, sets, sound=sound))

    def play(
        self,
        seconds: float,
        units: Sequence[Unit] = (),
        *,
        fps: float = FPS,
        change: Callable[[Unit, int], Unit] = lambda unit, _: unit,
    ) -> None:
        """Play ``units`` again and again; each may be changed on its way, by its number."""
        units = units or pictures()
        loop = len(units) * CLOCK_HZ // round(fps)
        for number in range(round(seconds * fps)):
            unit = units[number % len(units)]
            stamp = self._stamp + number // len(units) * loop + unit.rtp_time
            self.recorder.unit(
                change(Unit(unit.data, unit.key, stamp, unit.lost), number),
                self.clock.monotonic_s(),
            )
            self.clock.pass_(seconds=1 / fps)
            self.hear()
        self._stamp += round(seconds * CLOCK_HZ)

    def hear(self) -> None:
        """Let what the disk said be heard."""
        while self._inbox:
            self._inbox.popleft()()

    def settle(self) -> None:
        """Wait for the disk, and hear what it said."""
        self.wait_for_disk()
        self.hear()

    def wait_for_disk(self) -> None:
        """Wait until everything was tried that was handed over."""
        reached = Stop()
        self.disk.submit(0, reached.set)
        assert reached.wait(10.0)

    @property
    def done(self) -> list[SegmentDone]:
        return [told for told in self.told if isinstance(told, SegmentDone)]

    @property
    def causes(self) -> list[GapCause | None]:
        return [told.cause for told in self.told if isinstance(told, RecordingTold)]

    def close(self) -> None:
        self.recorder.close()
        assert self.disk.close()
        self.hear()
        assert self._workers.close() == []
        self._loop.close()


def scans(folder: Path) -> list[fmp4_reader.Scan]:
    """Every segment and partial of a volume, read."""
    return [fmp4_reader.scan(path) for path in footage_files.files(folder)]
