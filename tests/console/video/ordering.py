"""The engine's side of recording for a test: orders in, what it told out; a clock that obeys."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from console.video import wire
from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader
from console.video.keeper import Keeper, Measured
from console.video.recording import Beginning, Recording
from console.video.retention import Keeping
from console.video.volumes import VolumeState
from console.video.wire_footage import (
    RecordingTold,
    RecordOrder,
    SetRecording,
    VolumeOrder,
)
from console.workers import Stop, Workers
from db.errors import StoreFailed
from db.footage_records import GapCause, VolumeId
from db.records import CameraId, Span, StreamRole
from tests.console.video.footage import DISK, GATE, YARD
from tests.console.video.watching import source
from tests.fakes import FakeClock

SUB, MAIN = StreamRole.SUB, StreamRole.MAIN
GB = 1_000_000_000
HANOI = timezone(timedelta(hours=7))  # the fake clock begins at 3 in the morning there
FIRST = VolumeOrder(DISK, "/srv/one", 10 * GB, True)
SECOND = VolumeOrder(VolumeId(2), "/srv/two", 10 * GB, True)
WELL = VolumeState(100 * GB, None)
FULL = VolumeState(9 * GB, GapCause.DISK_FULL)
LOST = VolumeState(0, GapCause.DISK_LOST)
CAMERAS = {CameraId(n): source(n, 554, "/sub", main="/main") for n in (GATE, YARD)}


class NoStore:
    """A store that cannot be read."""

    def read(self, now: datetime) -> Keeping:
        raise StoreFailed("not there")

    def date_confirmed(self) -> datetime | None:
        raise StoreFailed("not there")

    def volumes(self) -> dict[VolumeId, Path]:
        raise StoreFailed("not there")


class Station:
    """The engine's side of recording, and what its consoles were told."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.clock = clock
        self.said: list[wire.Message] = []
        self.threads = Workers()
        index = folder / "footage.db"
        self.desk = ArchiveDesk(index, clock, self.threads, lambda: None)
        self.keeper = Keeper(index, self.desk, clock, NoStore(), lambda _: None)
        self.reader = ArchiveReader(index)
        self.recording = self.begin()

    def begin(self, used: dict[CameraId, int] | None = None) -> Recording:
        beginning = Beginning(0, "2026-03", used or {})
        return Recording(
            self.desk, self.keeper, self.clock, beginning, self.said.append, zone=HANOI
        )

    def order(self, *orders: RecordOrder, volumes: tuple[VolumeOrder, ...] = (FIRST,)) -> None:
        self.recording.set(SetRecording(orders, volumes), CAMERAS)

    def see(self, *states: VolumeState) -> bool:
        seen = {VolumeId(n): state for n, state in enumerate(states, 1)}
        return self.recording.measured(Measured(seen, {}, None, only_held=False))

    def written(self) -> ArchiveReader:
        """The index, with everything in it that was entered."""
        assert self.desk.settled(lambda _: None, Stop())
        return self.reader

    def causes(self, camera: CameraId = GATE) -> list[GapCause | None]:
        return [
            message.cause
            for message in self.said
            if isinstance(message, RecordingTold) and message.camera_id == camera
        ]

    def day(self) -> Span:
        now = self.clock.now()
        return Span(now - timedelta(days=1), now + timedelta(days=1))

    def close(self) -> None:
        self.reader.close()
        self.desk.close()
        assert self.threads.close() == []


def ordered(station: Station, *orders: RecordOrder) -> Station:
    station.order(*orders)
    station.see(WELL)
    return station
