"""Some hundred holds over real files: none that is held goes, what is let go leaves its hash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from console.audit import Audit
from console.disposals import Disposals
from console.gate import Gate, Seat
from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader
from console.video.footage_files import path_of
from console.video.keep_rules import StoreKeepRules
from console.video.keeper import Keeper
from console.workers import Stop, Workers
from db.footage_records import HoldId, HoldReason, RecordingRule, Segment
from db.records import CameraId, Span, from_us
from db.store import Store
from tests import stores
from tests.console.video.footage import GATE, YARD, at, lay_down, minutes, span, volume
from tests.fakes import FakeClock

LENGTH = 240  # minutes of footage of each camera
CAMERAS = (GATE, YARD)


class Station:
    """An engine's keeper and a console's disposals, with nothing but files between them."""

    def __init__(self, folder: Path, undo: ExitStack) -> None:
        self.clock, self.disk = FakeClock(), folder / "disk"
        self.clock._now = from_us(at(LENGTH))
        order = volume(self.disk)
        self.store = Store(stores.new(folder / "station.db"), committed=lambda _: None)
        undo.callback(self.store.close)
        with self.store.begin() as unit:
            unit.recording.add_volume(str(self.disk), 0)
            unit.recording.set_rule(RecordingRule(days=1))
        threads = Workers()
        self.desk = ArchiveDesk(folder / "footage.db", self.clock, threads, lambda: None)
        self.desk.enter(lambda archive: archive.lives.begin(at(0), "test"))
        undo.callback(threads.close)
        undo.callback(self.desk.close)
        self.reader = ArchiveReader(folder / "footage.db")
        undo.callback(self.reader.close)
        rules = StoreKeepRules(folder / "station.db")
        undo.callback(rules.close)
        self.keeper = Keeper(
            folder / "footage.db", self.desk, self.clock, rules, lambda _: None, lead_bytes=0
        )
        undo.callback(self.keeper._reader.close)
        self.keeper.order((order,))
        self.keeper._hear(0, Stop())
        self.keeper.look()
        seat = Seat()
        gate = Gate(self.store, seat, self.clock, lambda *_: None)
        audit = Audit(seat, self.clock, "pc-1")
        self.disposals = Disposals(self.store, self.reader, gate, audit, self.clock)

    def record(self) -> None:
        for camera in CAMERAS:
            for each in minutes(0, LENGTH, camera=camera):
                self.desk.enter(lambda archive, each=each: archive.add(each))
                lay_down(self.disk, each)
        assert self.desk.settled(lambda _: None, Stop())

    def hold(self, camera: CameraId, its: Span) -> HoldId:
        with self.store.begin() as unit:
            return unit.holds.place(
                cameras=[camera],
                span=its,
                reason=HoldReason.BOOKMARK,
                until=None,
                made_by=None,
                made_at=self.clock.now(),
            ).id

    def release(self, holds: list[HoldId]) -> None:
        with self.store.begin() as unit:
            for each in holds:
                unit.holds.release(each, self.clock.now())

    def left(self) -> dict[CameraId, set[int]]:
        """The minutes that are still there, in the index and on the disk alike."""
        found: dict[CameraId, set[int]] = {}
        for camera in CAMERAS:
            segments = self.reader.segments(camera, None, span(0, LENGTH))
            assert all(path_of(self.disk, each).exists() for each in segments)
            found[camera] = {minute_of(each) for each in segments}
        return found


def minute_of(segment: Segment) -> int:
    return (segment.start_us - at(0)) // 60_000_000


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with ExitStack() as undo:
        yield Station(tmp_path, undo)


def test_no_held_second_goes_and_what_is_let_go_leaves_its_hash(station: Station) -> None:
    station.record()
    held = {  # two hundred: each camera's minutes, of which one in five meets two holds
        (camera, minute): station.hold(camera, span(minute + 0.25, minute + 0.75))
        for camera in CAMERAS
        for minute in range(0, LENGTH, 3)
    }
    twice = {
        (camera, minute): station.hold(camera, span(minute, minute + 0.5))
        for camera, minute in held
        if minute % 15 == 0
    }
    stay = {key for key in held if key[1] % 2}
    station.clock.pass_(days=3)

    station.keeper.sweep(Stop())
    assert station.left() == {c: {m for k, m in held if k == c} for c in CAMERAS}

    station.release([hold for key, hold in held.items() if key not in stay])
    station.keeper.sweep(Stop())
    assert sum(map(len, station.left().values())) == len(held)  # not before it is on record

    station.clock.pass_(minutes=11)
    assert station.disposals.tend(Stop()) == len(held) - len(stay)
    station.keeper.sweep(Stop())

    staying = stay | set(twice)
    assert station.left() == {c: {m for k, m in staying if k == c} for c in CAMERAS}
    with station.store.read() as unit:
        for key, hold in held.items():
            told = unit.disposals.of(hold)
            assert len(told) == (0 if key in staying else 1)
            assert {(each.camera_id, each.span.start) for each in told} <= {
                (key[0], from_us(at(key[1])))
            }
            assert {each.span.length for each in told} <= {timedelta(minutes=1)}
