"""What was kept as it was found, and is no footage: for how long it stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.video.footage_files import BROKEN
from console.video.retention import KeepRule
from console.workers import Stop
from db.records import to_us
from tests.console.video.footage import CONTENT, GATE, minutes, span
from tests.console.video.test_keeper import Station
from tests.footage import lay_segment

YEARS = 9500  # days

told = pytest.mark.loud("are gone or changed")


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path)
    made.rules.rule[GATE] = KeepRule("station", 3)
    made.keeper.sweep(Stop())  # what day it is is known
    yield made
    made.close()


def go_round(station: Station) -> None:
    """Look over every folder once, and at what may go."""
    for _ in range(9):
        station.keeper.go_on_with_the_round(Stop())
    station.keeper.sweep(Stop())


def changed(station: Station) -> Path:
    """A minute that somebody changed, of those from the first to the third; its new place."""
    path = station.record(minutes(0, 3))[1]
    path.write_bytes(CONTENT + b"x")
    go_round(station)
    aside = path.with_name(path.name + BROKEN)
    assert aside.exists()
    return aside


@told
def test_it_goes_when_the_footage_beside_it_would_and_its_folder_goes_with_it(
    station: Station,
) -> None:
    aside = changed(station)

    station.clock.pass_(days=1, hours=23)
    go_round(station)
    assert aside.exists()
    station.clock.pass_(hours=2)
    go_round(station)

    assert list(station.disk.glob("2*")) == []


@told
def test_it_stays_while_its_time_is_held(station: Station) -> None:
    aside = changed(station)
    station.rules.holds = {GATE: [span(0.5, 1.2)]}

    station.clock.pass_(days=9)
    go_round(station)
    assert aside.exists()
    station.rules.holds = {}
    go_round(station)

    assert not aside.exists()


@told
@pytest.mark.loud("nothing is removed: the store cannot be read")
def test_it_stays_while_the_store_cannot_be_read(station: Station) -> None:
    aside = changed(station)
    station.rules.broken = True

    station.clock.pass_(days=2, hours=12)
    go_round(station)
    assert aside.exists()
    station.rules.broken = False
    station.keeper.sweep(Stop())

    assert not aside.exists()


@told
@pytest.mark.loud("nothing is removed by age", "the clock says")
def test_it_stays_while_the_date_is_not_believed(station: Station) -> None:
    aside = changed(station)

    station.clock.set_by(days=YEARS)
    go_round(station)

    assert aside.exists()


@told
def test_it_stays_while_another_disk_is_in_the_place_of_its_own(station: Station) -> None:
    aside = changed(station)
    (station.disk / ".ward-footage").rename(station.disk / "mark")

    station.clock.pass_(days=2, hours=12)
    station.keeper.sweep(Stop())
    assert aside.exists()
    (station.disk / "mark").rename(station.disk / ".ward-footage")
    station.keeper.sweep(Stop())

    assert not aside.exists()


@pytest.mark.parametrize("is_readable", [True, False])
def test_it_is_not_old_because_the_clock_was_behind_when_it_was_recorded(
    station: Station, *, is_readable: bool
) -> None:
    now = station.clock.now()
    behind = now - timedelta(days=YEARS)
    laid = lay_segment(station.disk, GATE, behind, seconds=4.0, era=1).path
    aside = laid.rename(laid.with_name(laid.name + BROKEN))
    if not is_readable:
        aside.write_bytes(CONTENT)
    step_us = YEARS * 86_400_000_000
    station.desk.enter(lambda archive: archive.clock_stepped(to_us(behind), -step_us, 1))
    station.desk.enter(lambda archive: archive.clock_stepped(to_us(now), step_us, 1))
    assert station.desk.settled(lambda _: None, Stop())

    station.clock.pass_(days=2, hours=23)
    go_round(station)
    assert aside.exists()
    station.clock.pass_(hours=2)
    go_round(station)

    assert not aside.exists()
