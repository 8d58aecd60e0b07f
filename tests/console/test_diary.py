"""What the console tells the log of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.acts import Act
from console.app import Console, build
from db.records import Entry, TrailQuery
from tests import stores

LONG_AGO = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)


class TwoClocks:
    """A PC's clock that can be set while time passes."""

    def __init__(self) -> None:
        self._passed = timedelta()
        self._set = timedelta()

    def now(self) -> datetime:
        return LONG_AGO + self._passed + self._set

    def monotonic_s(self) -> float:
        return 1000.0 + self._passed.total_seconds()

    def pass_(self, **delta: float) -> None:
        self._passed += timedelta(**delta)

    def set_(self, **delta: float) -> None:
        self._set += timedelta(**delta)


@pytest.fixture
def clock() -> TwoClocks:
    return TwoClocks()


@pytest.fixture
def console(tmp_path: Path, clock: TwoClocks) -> Iterator[Console]:
    made = build(stores.folder(tmp_path), lambda _: None, clock=clock)
    yield made
    made.close()


def entries(console: Console) -> list[Entry]:
    """The log, oldest first."""
    return [shown.entry for shown in console.log.search(TrailQuery())][::-1]


def test_start_and_end_are_in_the_log(console: Console) -> None:
    console.diary.begin()
    console.diary.end()

    assert [entry.act for entry in entries(console)] == [Act.STARTED, Act.STOPPED]


def test_a_console_that_never_began_ends_without_a_word(console: Console) -> None:
    console.diary.end()

    assert entries(console) == []


@pytest.mark.loud("the clock was set")
@pytest.mark.parametrize("step_s", [3600.0, -3600.0, 2.5])
def test_a_clock_that_is_set_is_told_once(
    console: Console, clock: TwoClocks, step_s: float
) -> None:
    console.diary.begin()

    clock.pass_(seconds=10)
    clock.set_(seconds=step_s)
    console.diary.look()
    clock.pass_(seconds=10)
    console.diary.look()

    told = [entry for entry in entries(console) if entry.act == Act.CLOCK_STEPPED]
    assert [json.loads(entry.detail) for entry in told] == [{"milliseconds": step_s * 1000}]


def test_a_pc_that_slept_has_no_other_time(console: Console, clock: TwoClocks) -> None:
    console.diary.begin()

    clock.pass_(hours=8)  # on both clocks: see test_clock.py
    console.diary.look()

    assert [entry.act for entry in entries(console)] == [Act.STARTED]


def test_what_a_time_server_does_all_day_is_not_told(console: Console, clock: TwoClocks) -> None:
    console.diary.begin()

    for _ in range(300):
        clock.pass_(seconds=10)
        clock.set_(milliseconds=20)
        console.diary.look()

    told = [entry for entry in entries(console) if entry.act == Act.CLOCK_STEPPED]
    assert told == []
