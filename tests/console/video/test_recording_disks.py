"""Disks that fail, lag, are pulled and come back: which is written, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.video import volumes
from console.video.wire_footage import RecordingTold
from console.workers import Stop
from db.footage_records import EndReason, GapCause, VolumeId
from db.records import to_us
from db.structs import replace
from tests.console.video.footage import DISK, GATE, order, segment, told, volume
from tests.console.video.ordering import (
    FIRST,
    FULL,
    LOST,
    SECOND,
    SUB,
    WELL,
    Station,
    ordered,
)
from tests.fakes import FakeClock


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    made = Station(tmp_path, clock)
    yield made
    made.close()


def troubles(station: Station) -> list[GapCause | None]:
    return [volume.trouble for volume in station.recording.figures().volumes]


def failed(
    station: Station, cause: GapCause = GapCause.DISK_LOST, volume: VolumeId | None = DISK
) -> None:
    """A worker says that what it wrote did not go to a disk."""
    at_us = to_us(station.clock.now())
    station.recording.told(RecordingTold(GATE, SUB, cause, at_us, volume))
    station.recording.every_second(())


def wrote(station: Station, *, began_s: float, end: EndReason = EndReason.FULL) -> None:
    """A worker says that a segment that it began then is on the first disk."""
    done = told(segment(to_us(station.clock.now()), end=end))
    station.recording.done(replace(done, monotonic_ns=int(began_s * 1e9)))
    station.recording.every_second(())


def test_a_disk_that_looks_well_and_fails_is_left_for_another(station: Station) -> None:
    station.order(order(), volumes=(FIRST, SECOND))
    station.see(WELL, WELL)
    lost = RecordingTold(GATE, SUB, GapCause.DISK_LOST, to_us(station.clock.now()))

    station.recording.told(lost)
    assert station.recording.every_second(())
    assert station.recording.records(GATE)[0].volume_id == 2
    assert [v.trouble for v in station.recording.figures().volumes] == [GapCause.DISK_LOST, None]

    # The other fails, too: what can be written is tried, and nothing is given up.
    station.recording.told(lost)
    station.recording.every_second(())
    assert station.recording.records(GATE)

    station.clock.pass_(hours=2)
    station.recording.every_second(())
    assert [v.trouble for v in station.recording.figures().volumes] == [None, None]
    assert station.recording.records(GATE)[0].volume_id == DISK


def test_a_disk_that_does_not_keep_up_is_told_for_some_minutes(station: Station) -> None:
    ordered(station, order())

    failed(station, GapCause.DISK_SLOW)

    assert troubles(station) == [GapCause.DISK_SLOW]
    assert station.recording.records(GATE)  # it is written all the same
    station.clock.pass_(minutes=4)
    failed(station, GapCause.DISK_SLOW)
    station.clock.pass_(minutes=4)
    station.recording.every_second(())
    assert troubles(station) == [GapCause.DISK_SLOW]
    station.clock.pass_(minutes=2)
    station.recording.every_second(())
    assert troubles(station) == [None]


def test_while_a_disk_does_not_keep_up_its_footage_is_not_read_through(station: Station) -> None:
    ordered(station, order())

    failed(station, GapCause.DISK_SLOW)
    station.keeper._hear(0, Stop())

    assert station.keeper._hashes.is_resting


def test_a_disk_that_takes_a_whole_segment_again_is_not_said_to_be_gone(station: Station) -> None:
    ordered(station, order())
    began_s = station.clock.monotonic_s()
    station.clock.pass_(seconds=20)
    failed(station)
    assert troubles(station) == [GapCause.DISK_LOST]

    wrote(station, began_s=began_s)  # begun before it fell ill
    assert troubles(station) == [GapCause.DISK_LOST]
    station.clock.pass_(seconds=10)
    again_s = station.clock.monotonic_s()
    station.clock.pass_(seconds=40)
    wrote(station, began_s=again_s, end=EndReason.DISK)  # the disk failed that, too
    assert troubles(station) == [GapCause.DISK_LOST]
    wrote(station, began_s=again_s)

    assert troubles(station) == [None]


def test_a_disk_that_was_pulled_and_plugged_in_again_is_written_first_again(
    station: Station,
) -> None:
    station.order(order(), volumes=(FIRST, SECOND))
    station.see(WELL, WELL)
    failed(station)
    station.see(LOST, WELL)
    assert station.recording.records(GATE)[0].volume_id == 2

    failed(station)  # a worker that wrote to the first one says so late
    assert troubles(station) == [GapCause.DISK_LOST, None]
    station.see(WELL, WELL)

    assert troubles(station) == [None, None]
    assert station.recording.records(GATE)[0].volume_id == DISK


def test_recording_is_said_to_stand_only_while_no_disk_can_be_written(station: Station) -> None:
    retired = replace(SECOND, writing=False)

    def stands() -> bool:
        return station.recording.figures().stands

    station.order(order(), volumes=(FIRST, SECOND))
    assert not stands()  # nobody looked at them yet
    station.see(FULL, WELL)
    assert not stands()  # volumes are filled one after the other
    station.see(FULL, LOST)
    assert stands()
    station.see(WELL, LOST)
    assert not stands()
    station.order(order(), volumes=(FIRST, retired))
    station.see(FULL, WELL)
    assert stands()  # nothing is written where there is room
    station.see(WELL, FULL)
    assert not stands()
    station.order(order(), volumes=(retired,))
    assert not stands()  # nobody wants anything written


def test_a_disk_that_fails_is_told_from_one_that_is_gone(station: Station) -> None:
    station.order(order(), volumes=(FIRST, SECOND))

    def failing() -> list[bool]:
        return [each.failing for each in station.recording.figures().volumes]

    station.see(WELL, LOST)
    assert failing() == [False, False]
    failed(station)  # it looks well
    assert failing() == [True, False]
    station.see(LOST, WELL)
    assert failing() == [False, False]  # it was pulled: writing to it failed for that
    station.see(replace(LOST, failing=True), WELL)
    assert failing() == [True, False]
    assert troubles(station) == [GapCause.DISK_LOST, None]


def test_a_disk_that_became_read_only_is_there_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = volume(tmp_path / "there")
    away = volume(tmp_path / "away")
    (tmp_path / "away").rename(tmp_path / "pulled")
    monkeypatch.setattr("os.access", lambda *_: False)  # as it is on a medium mounted read-only

    seen = volumes.look_at(there)
    assert (seen.trouble, seen.failing) == (GapCause.DISK_LOST, True)
    assert volumes.look_at(away) == LOST
