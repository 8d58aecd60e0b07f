"""A PC's clock that leapt years ahead: no footage goes for its age, no hold runs out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.acts import Act
from console.holds import HoldState
from console.video.archive_file import INDEX_FILE
from console.video.known_date import CONFIRMED, DATE_FILE, KnownClock
from console.workers import Stop
from db.records import from_us
from tests.console.video.footage import GATE, YARD, at, lay_down, minutes, span
from tests.fakes import FakeClock
from tests.keeping import KeptStation

YEARS = 2000  # days that a flat battery or a wrong hand is off by
ALL = [0, 1, 2]

doubted = pytest.mark.loud("the clock says", "nothing is removed by age")


class PcClock(FakeClock):
    """A PC's, that may be started anew."""

    def __init__(self) -> None:
        super().__init__()
        self._now = from_us(at(10))
        self._booted = self._now

    def monotonic_s(self) -> float:
        return (self._now - self._booted).total_seconds()

    def reboot(self, off: timedelta = timedelta(minutes=1)) -> None:
        self._now += off
        self._booted = self._now


class Station(KeptStation):
    """Three minutes of a camera, which are kept for a day; swept once, the clock being right."""

    clock: PcClock

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, PcClock(), at(0), asked=lambda: None)
        for camera in (GATE, YARD):
            segments = minutes(0, 3, camera=camera)
            self.enter(segments)
            for each in segments:
                lay_down(self.disk, each)
        self.sweep()

    def sweep(self) -> list[int]:
        """Remove what may go; the minutes of the gate that are left."""
        self.keeper.sweep(Stop())
        self.keeper.look()
        left = self.reader.segments(GATE, None, span(-9, 9))
        return [(each.start_us - at(0)) // 60_000_000 for each in left]

    def restart(self, off: timedelta = timedelta(minutes=1), clock_off_days: float = 0) -> None:
        """The PC is off for so long, and its clock wrong by so much afterwards."""
        self.shut()
        self.clock.reboot(off)
        self.clock.set_by(days=clock_off_days)
        self.open()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path)
    yield made
    made.close()


@doubted
@pytest.mark.parametrize("reboot", [False, True])
def test_a_clock_that_is_years_ahead_removes_nothing_by_age(
    station: Station, reboot: bool, caplog: pytest.LogCaptureFixture
) -> None:
    if reboot:
        station.restart(clock_off_days=YEARS)
    else:
        station.clock.set_by(days=YEARS)

    assert station.sweep() == ALL
    assert station.sweep() == ALL
    assert station.heard.known is not None
    assert abs(station.heard.known - from_us(at(10))) < timedelta(hours=1)
    assert caplog.text.count("nothing is removed by age") == 1  # told once, not at each sweep

    station.restart()
    assert station.sweep() == ALL  # nor is it believed because it was wrong before


@doubted
def test_no_hold_runs_out_by_such_a_clock(station: Station) -> None:
    hold = station.hold([GATE], span(0, 3), station.clock.now() + timedelta(days=30))
    station.clock.set_by(days=YEARS)
    station.sweep()

    assert station.disposals.tend(Stop()) == 0  # nothing is put on record as let go
    station.want_free(shutil.disk_usage(station.disk).free + (1 << 40))
    assert station.sweep() == ALL
    assert station.reader.segments(YARD, None, span(-9, 9)) == []  # a full disk is one all the same
    with station.store.read() as unit:
        assert not unit.holds.is_freed(hold)


@doubted
def test_what_is_held_by_such_a_clock_is_in_force_and_can_be_prolonged(station: Station) -> None:
    until = station.clock.now() + timedelta(days=30)
    hold = station.hold([GATE], span(0, 3), until)
    station.clock.set_by(days=YEARS)
    station.sweep()

    assert [each.state for each in station.holds.list()] == [HoldState.IN_FORCE]
    assert station.holds.running_out(timedelta(days=31)) == (until,)
    assert station.holds.extend(hold, until + timedelta(days=1)).until is not None

    station.recording.confirm_date()
    station.sweep()
    assert [each.state for each in station.holds.list()] == [HoldState.RAN_OUT]


@doubted
def test_a_clock_that_is_set_right_is_believed(station: Station) -> None:
    station.restart(clock_off_days=YEARS)
    station.sweep()
    for _ in range(10):  # it is wrong for ten days, which the PC knows to have gone by
        station.clock.pass_(days=1)
        assert station.sweep() == ALL

    station.clock.set_by(days=-YEARS)

    assert station.sweep() == []
    assert station.heard.known is None
    assert KnownClock(station.folder / DATE_FILE, station.clock).known() is None


def test_a_flat_battery_that_a_time_server_makes_good_asks_nobody(station: Station) -> None:
    station.restart(clock_off_days=-9000)
    assert station.sweep() == ALL
    station.clock.pass_(days=10)
    assert station.sweep() == ALL

    station.clock.set_by(days=9000)

    assert station.sweep() == []
    assert station.heard.known is None


@doubted
def test_a_pc_that_was_off_for_months_waits_for_an_officer(station: Station) -> None:
    station.restart(off=timedelta(days=100))
    assert station.sweep() == ALL

    station.recording.confirm_date()

    assert station.sweep() == []
    assert station.heard.known is None
    with station.store.read() as unit:
        assert Act.DATE_CONFIRMED in [entry.act for entry in unit.trail.entries()]


@doubted
def test_what_was_confirmed_long_ago_is_no_word_about_today(station: Station) -> None:
    station.recording.confirm_date()
    station.restart(clock_off_days=YEARS)

    assert station.sweep() == ALL


@pytest.mark.parametrize("way", ["on", "asleep or without an engine", "off for a weekend"])
def test_time_that_is_known_to_have_passed_asks_nobody(station: Station, way: str) -> None:
    if way == "on":
        station.clock.pass_(days=40)
    elif way == "off for a weekend":
        station.restart(off=timedelta(days=2.5))
    else:
        station.shut()
        station.clock.pass_(days=40)
        station.open()

    assert station.sweep() == []
    assert station.heard.known is None


@doubted
def test_old_footage_on_another_pc_waits_for_an_officer(station: Station) -> None:
    """The file is on the old PC's disk; the index was made anew from the footage."""
    (station.folder / DATE_FILE).unlink()
    station.restart(off=timedelta(days=100))
    now = station.clock.now()
    begun_us = int(now.timestamp() * 1_000_000)
    station.desk.enter(lambda archive: archive.lives.begin(begun_us, "test"))
    assert station.desk.settled(lambda _: None, Stop())

    assert station.sweep() == ALL
    assert (station.folder / INDEX_FILE).exists()


FIRST, LAST = "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"  # one more is too much


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"known": "soon"}',
        b"\xff",
        f'{{"known": "{FIRST}", "at_boot": "{FIRST}"}}'.encode(),
        f'{{"known": "{LAST}", "at_boot": "{LAST}"}}'.encode(),
    ],
)
def test_a_damaged_file_is_made_anew(station: Station, content: bytes) -> None:
    (station.folder / DATE_FILE).write_bytes(content)
    assert KnownClock(station.folder / DATE_FILE, station.clock).known() is None
    station.restart()

    assert station.sweep() == ALL
    assert station.heard.known is None
    assert b"at_boot" in (station.folder / DATE_FILE).read_bytes()


@doubted
@pytest.mark.parametrize("word", ["", "soon", "7", f'"{FIRST}"', '"2026-03-14T12:00:00"'])
def test_a_damaged_word_about_the_date_confirms_nothing_and_ends_nothing(
    station: Station, word: str
) -> None:
    with station.store.begin() as unit:
        unit.settings.put(CONFIRMED, word)
    station.restart(clock_off_days=YEARS)

    assert station.sweep() == ALL
    assert station.heard.known is not None
