"""What must not go though everything is against it: holds set at the last moment, odd volumes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from console.video import footage_files
from console.video.footage_files import Marker
from console.video.keeper import Mend
from console.video.retention import Keeping, KeepRule
from console.workers import Stop
from db.footage_records import GapCause, VolumeId
from db.records import from_us
from db.structs import replace
from tests.console.video.footage import DISK, GATE, YARD, adding, at, minutes, span, volume
from tests.console.video.test_keeper import DAY, NOT_WHOLE, Station
from tests.footage import lay_segment

EVERYTHING = Mend(frozenset(), None, at(99 * DAY), dead=True)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path)
    yield made
    made.close()


def settled(station: Station) -> None:
    assert station.desk.settled(lambda _: None, Stop())


def go_round(station: Station) -> None:
    """Look over every folder once."""
    for _ in range(9):
        station.keeper.go_on_with_the_round(Stop())
    settled(station)


def test_a_hold_set_while_files_are_being_chosen_saves_them(station: Station) -> None:
    station.record(minutes(0, 4))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=3)
    first_answer = station.rules.read

    def read(now: datetime) -> Keeping:  # the officer is as quick as the keeper
        told = first_answer(now)
        station.rules.holds = {GATE: [span(1, 3)]}
        return told

    station.rules.read = read  # type: ignore[method-assign]
    station.keeper.sweep(Stop())

    assert station.left() == [1, 2]
    assert station.keeper._reader.rows("select count(*) from doomed") == [(0,)]


def test_a_hold_saves_what_a_dead_engine_was_about_to_remove(station: Station) -> None:
    paths = station.record(minutes(0, 3))
    all_three = station.reader.segments(GATE, None, span(0, 3))
    station.desk.settled(lambda archive: archive.doom(all_three, GapCause.RETENTION), Stop())
    paths[0].unlink()
    station.rules.holds = {GATE: [span(0, 2)]}

    station.keeper.sweep(Stop())

    assert station.left() == [1]
    assert station.gaps() == [(0, 1, GapCause.RETENTION), (2, 3, GapCause.RETENTION)]


@pytest.mark.loud("nothing is removed: the store cannot be read")
def test_what_a_dead_engine_was_about_to_remove_stays_while_the_store_cannot_be_read(
    station: Station,
) -> None:
    paths = station.record(minutes(0, 2))
    both = station.reader.segments(GATE, None, span(0, 2))
    station.desk.settled(lambda archive: archive.doom(both, GapCause.RETENTION), Stop())
    station.rules.broken = True

    station.keeper.sweep(Stop())

    assert all(path.exists() for path in paths)


@pytest.mark.loud("nothing is removed: the store cannot be read")
def test_that_nothing_goes_for_the_store_cannot_be_read_is_told(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.holds = {GATE: [span(0, 3)]}
    station.restarted(reserve=shutil.disk_usage(station.disk).free + (1 << 40))

    def told() -> tuple[bool, bool]:
        station.keeper.sweep(Stop())
        station.keeper.look()
        return station.heard[-1].unread, station.heard[-1].only_held

    assert told() == (False, True)
    station.rules.broken = True
    assert told() == (False, False)  # it may be of a moment; of holds nothing is known any more
    assert told() == (True, False)

    station.rules.broken = False
    assert told() == (False, True)
    assert station.left() == [0, 1, 2]


def test_older_footage_on_a_volume_on_its_way_out_does_not_hide_what_may_go(
    station: Station,
) -> None:
    old = minutes(0, 300)
    station.record(old)
    other = volume(station.disk.with_name("other"), VolumeId(2), reserve=1 << 60)
    station.rules.known.add(VolumeId(2))
    new = [replace(each, volume_id=VolumeId(2)) for each in minutes(300, 303)]
    for each in new:
        station.desk.enter(adding(each))
    settled(station)
    station.keeper.order((replace(station.order, writing=False), other))
    station.keeper._hear(0, Stop())
    station.keeper.look()

    station.keeper.sweep(Stop())
    station.keeper.look()

    assert not station.heard[-1].only_held
    assert len(station.reader.segments(GATE, None, span(0, 999))) == 300


def test_another_stations_disk_in_the_same_place_is_not_ours(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=30)
    station.disk.rename(station.disk.with_name("pulled"))
    station.disk.mkdir()
    footage_files.mark_volume(station.disk, Marker(DISK, "the next ward"))
    theirs = lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0)

    station.keeper.look()
    station.keeper.sweep(Stop())
    go_round(station)

    assert station.heard[-1].states[DISK].trouble is GapCause.DISK_LOST
    assert len(station.reader.segments(GATE, None, span(0, 9))) == 3
    assert theirs.path.exists()
    assert station.gaps() == []


@pytest.mark.parametrize("odd", ["99999999", "20260230", "20260101"])
def test_odd_things_on_a_volume_stop_nothing(station: Station, odd: str) -> None:
    if odd == "20260101":
        (station.disk / odd).write_text("a file with the name of a day")
    else:
        (station.disk / odd / "000007").mkdir(parents=True)
    (station.disk / "20260102" / ("9" * 40)).mkdir(parents=True)
    (station.disk / "20260102" / "000008").write_text("a file with the name of a camera")
    laid = lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0, ended=False)

    assert station.keeper._try_to_mend(EVERYTHING, Stop())
    settled(station)
    go_round(station)

    assert not laid.path.exists()
    assert station.left() == [0]


def test_a_partial_that_a_failing_disk_left_is_mended_while_recording_goes_on(
    station: Station,
) -> None:
    lost = lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0, ended=False)
    now_s = station.clock.now().timestamp()
    os.utime(lost.path, (now_s - 700, now_s - 700))
    grows = lay_segment(station.disk, YARD, from_us(at(DAY - 1)), seconds=4.0, ended=False)
    os.utime(grows.path, (now_s - 1, now_s - 1))

    go_round(station)

    assert station.left() == [0]
    assert not lost.path.exists()
    assert grows.path.exists()


def test_a_file_under_another_name_is_not_taken_for_what_it_says(
    station: Station, caplog: pytest.LogCaptureFixture
) -> None:
    laid = lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0)
    moved = laid.path.parent.with_name("000008") / laid.path.name.replace("000007", "000008")
    moved.parent.mkdir()
    shutil.move(laid.path, moved)

    go_round(station)

    assert (station.left(), station.left(YARD)) == ([], [])
    assert moved.exists()
    assert "is another segment" in caplog.text
    caplog.clear()


def test_after_the_index_was_lost_what_was_recorded_since_the_start_is_found_at_once(
    station: Station,
) -> None:
    laid = lay_segment(station.disk, GATE, from_us(at(DAY - 1)), seconds=4.0)
    early = Mend(frozenset(), None, at(0), dead=False)  # the engine had begun long before

    assert station.keeper._try_to_mend(early, Stop())
    settled(station)

    assert laid.path.exists()
    assert station.left() == [DAY - 1]


@pytest.mark.loud("1 files in 000007 are gone or changed")
@pytest.mark.parametrize("held", [True, False])
def test_what_is_left_of_a_file_that_was_cut_short_can_still_be_watched(
    station: Station, *, held: bool
) -> None:
    laid = lay_segment(station.disk, GATE, from_us(at(0)), seconds=60.0)
    station.desk.enter(lambda archive: archive.add(laid.segment))
    settled(station)
    station.rules.holds = {GATE: [span(0, 1)]} if held else {}
    whole = laid.path.read_bytes()
    laid.path.write_bytes(whole[: len(whole) // 2])

    go_round(station)

    assert station.left() == [0]
    [kept] = station.reader.segments(GATE, None, span(0, 1))
    assert 25_000_000 < kept.duration_us < 35_000_000
    assert whole.startswith(laid.path.read_bytes()[: len(whole) // 3])
    assert footage_files.read_segment(laid.path, DISK) == kept
    [(since, to, cause)] = station.gaps()
    assert since == pytest.approx(0.5, abs=0.1)
    assert (to, cause) == (1, GapCause.MISSING)
    # What was found stays as it was found: a court may ask what was done to it.
    aside = laid.path.with_name(laid.path.name + footage_files.BROKEN)
    assert aside.read_bytes() == whole[: len(whole) // 2]
    assert sorted(laid.path.parent.iterdir()) == sorted([laid.path, aside])


@pytest.mark.loud("1 files in 000007 are gone or changed")
@pytest.mark.parametrize(
    "harm", ["longer", "another end", pytest.param("nothing whole", marks=NOT_WHOLE)]
)
def test_a_file_that_was_changed_is_no_footage_any_more_and_is_kept_aside(
    station: Station, harm: str
) -> None:
    laid = lay_segment(station.disk, GATE, from_us(at(0)), seconds=10.0)
    station.desk.enter(lambda archive: archive.add(laid.segment))
    settled(station)
    whole = laid.path.read_bytes()
    if harm == "longer":
        laid.path.write_bytes(whole + b"x")
    elif harm == "another end":  # whole by its own words, and shorter: somebody made it so
        lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0)
    else:
        laid.path.write_bytes(whole[:300])
    changed = laid.path.read_bytes()

    go_round(station)

    assert station.left() == []
    assert [gap[2] for gap in station.gaps()] == [GapCause.MISSING]
    assert laid.path.with_name(laid.path.name + ".broken").read_bytes() == changed
