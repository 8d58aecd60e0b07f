"""What is old though the clock was set, and what is the oldest of two streams."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.video.retention import Keeping, KeepRule, Retention
from console.video.station_steps import StationSteps
from console.workers import Stop
from db.footage_records import GapCause
from db.records import StreamRole, to_us
from db.structs import replace
from tests.console.video.footage import CONTENT, DISK, GATE, MINUTE_US, at, minutes, segment
from tests.console.video.test_keeper import DAY, Station

YEARS = 9500  # days that a flat battery sets the clock back by


class SteppedStation(Station):
    """The engine's look at the clock goes with it: what is set is in the index."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.steps = StationSteps(self.clock, 0)
        self.rules.rule[GATE] = KeepRule("station", 3)
        self.sweep()  # what day it is is known

    def set_by(self, **delta: float) -> None:
        """Somebody sets the clock, and the engine sees it."""
        self.clock.set_by(**delta)
        step_us, now_us, era = self.steps.look(), to_us(self.clock.now()), self.steps.era
        assert step_us
        self.desk.enter(lambda archive: archive.clock_stepped(now_us, step_us, era))
        assert self.desk.settled(lambda _: None, Stop())

    def record_by_the_clock(self, count: int) -> None:
        """So many minutes of the gate, labelled as the clock says."""
        run_us = to_us(self.clock.now())
        self.record(
            [
                segment(run_us + n * MINUTE_US, run_us=run_us, era=self.steps.era)
                for n in range(count)
            ]
        )
        self.clock.pass_(minutes=count)

    def sweep(self) -> int:
        """Remove what may go; how many files are left."""
        self.keeper.sweep(Stop())
        self.keeper.look()
        return len(list(self.disk.glob("*/*/*.mp4")))


@pytest.fixture
def station(tmp_path: Path) -> Iterator[SteppedStation]:
    made = SteppedStation(tmp_path)
    yield made
    made.close()


stepped = pytest.mark.loud("the station's clock was set")


@stepped
def test_footage_of_a_clock_years_behind_is_kept_for_its_days_once_that_is_put_right(
    station: SteppedStation,
) -> None:
    station.record_by_the_clock(2)
    station.set_by(days=-YEARS)
    station.record_by_the_clock(5)
    assert station.sweep() == 7

    station.set_by(days=YEARS)
    station.record_by_the_clock(1)
    assert station.sweep() == 8

    station.clock.pass_(days=2, hours=23)
    assert station.sweep() == 8
    station.clock.pass_(hours=2)
    assert station.sweep() == 0
    assert {cause for _, _, cause in station.gaps()} == {GapCause.RETENTION}


@stepped
def test_two_minutes_are_two_minutes_though_the_clock_is_set_ahead(
    station: SteppedStation,
) -> None:
    station.rules.rule[GATE] = KeepRule("station", 30, around=True)
    station.record_by_the_clock(4)
    station.set_by(minutes=10)

    assert station.sweep() == 2
    station.clock.pass_(minutes=1)
    assert station.sweep() == 1
    station.clock.pass_(minutes=1)
    assert station.sweep() == 0


@stepped
def test_steps_ahead_one_after_another_make_nothing_old(station: SteppedStation) -> None:
    station.set_by(days=-YEARS)
    for _ in range(3):
        station.record_by_the_clock(1)
        station.set_by(days=YEARS // 4)
    station.set_by(days=YEARS - 3 * (YEARS // 4))

    assert station.sweep() == 3
    station.clock.pass_(days=2)
    station.record_by_the_clock(1)
    assert station.sweep() == 4
    station.clock.pass_(days=1, minutes=1)
    assert station.sweep() == 1


@stepped
def test_a_clock_that_was_ahead_for_a_while_keeps_nothing_for_longer_than_that_and_its_days(
    station: SteppedStation,
) -> None:
    station.record_by_the_clock(2)
    station.set_by(days=2)
    assert station.sweep() == 2
    station.record_by_the_clock(2)
    station.set_by(days=-2)
    station.record_by_the_clock(2)
    assert station.sweep() == 6

    station.clock.pass_(days=3)
    assert station.sweep() == 2  # labels count again: those two are of a date to come
    station.clock.pass_(days=2)
    assert station.sweep() == 0


def test_hundreds_of_newer_files_of_one_stream_do_not_hide_older_ones_of_the_other(
    station: Station,
) -> None:
    main = [replace(each, role=StreamRole.MAIN) for each in minutes(DAY - 300, DAY)]
    station.record(main)
    station.record(minutes(0, 3))
    retention = Retention(station.reader, Keeping(lambda _: KeepRule("station", 30)), [DISK])

    [oldest] = retention.oldest(1)
    found = retention.oldest(4 * len(CONTENT))

    assert (oldest.role, oldest.start_us) == (StreamRole.SUB, at(0))
    assert [each.start_us for each in found] == [at(0), at(1), at(2), at(DAY - 300)]
