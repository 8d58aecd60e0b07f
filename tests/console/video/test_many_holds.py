"""Some hundred holds over real files: none that is held goes, what is let go leaves its hash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.video.footage_files import path_of
from console.workers import Stop
from db.footage_records import Segment
from db.records import CameraId, from_us
from tests.console.video.footage import GATE, YARD, at, lay_down, minutes, span
from tests.fakes import FakeClock
from tests.keeping import KeptStation

LENGTH = 240  # minutes of footage of each camera
CAMERAS = (GATE, YARD)


class Station(KeptStation):
    """Four hours of two cameras."""

    def __init__(self, folder: Path) -> None:
        clock = FakeClock()
        clock._now = from_us(at(LENGTH))
        super().__init__(folder, clock, at(0), asked=lambda: None)

    def record(self) -> None:
        for camera in CAMERAS:
            segments = minutes(0, LENGTH, camera=camera)
            self.enter(segments)
            for each in segments:
                lay_down(self.disk, each)

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
    made = Station(tmp_path)
    yield made
    made.close()


def test_no_held_second_goes_and_what_is_let_go_leaves_its_hash(station: Station) -> None:
    station.record()
    held = {  # two hundred: each camera's minutes, of which one in five meets two holds
        (camera, minute): station.hold([camera], span(minute + 0.25, minute + 0.75))
        for camera in CAMERAS
        for minute in range(0, LENGTH, 3)
    }
    twice = {
        (camera, minute): station.hold([camera], span(minute, minute + 0.5))
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
