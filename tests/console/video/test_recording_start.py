"""What an engine says of the time before it: an update, a kill, the PC off."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path

import pytest

from console.video import recording_start
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.workers import Stop, Workers
from db.footage_records import Gap, GapCause
from db.records import Span, StreamRole, to_us
from tests import stores
from tests.console.video.footage import GATE, segment
from tests.fakes import FakeClock

BEFORE, AFTER = "1.0.0", "1.1.0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station's, with a store: without its rules the keeper complains, and removes nothing."""
    stores.new(tmp_path / recording_start.STORE_FILE)
    return tmp_path


def live(folder: Path, clock: FakeClock, *, minutes: int, in_order: bool) -> None:
    """An engine's life, in which the gate is recorded; it ends ``in_order`` or as if killed."""
    threads = Workers()
    recording, desk = recording_start.begin(
        folder, clock, threads, lambda _: None, lambda _: None, lambda _: None
    )
    at_us = to_us(clock.now())
    desk.enter(lambda archive: archive.run_began(GATE, StreamRole.SUB, 0, at_us))
    if minutes:
        footage = segment(at_us, length_us=minutes * 60_000_000)
        desk.enter(lambda archive: archive.add(footage))
        clock.pass_(minutes=minutes)
        now_us = to_us(clock.now())
        desk.enter(lambda archive: archive.lives.alive(now_us))
    assert desk.settled(lambda _: None, Stop())
    killed = {path: path.read_bytes() for path in folder.glob(f"{INDEX_FILE}*")}
    recording.close()
    assert desk.settled(lambda _: None, Stop())
    desk.close()
    assert threads.close() == []
    if not in_order:  # what lay on the disk before it said goodbye
        for path in folder.glob(f"{INDEX_FILE}*"):
            path.unlink()
        for path, content in killed.items():
            path.write_bytes(content)


def gap(folder: Path, clock: FakeClock) -> Gap:
    """The one gap that there is."""
    with contextlib.closing(ArchiveReader(folder / INDEX_FILE)) as reader:
        [found] = reader.gaps(
            [GATE], Span(clock.now() - timedelta(days=9), clock.now() + timedelta(days=9))
        )
    return found


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize(
    ("program", "away", "cause"),
    [
        (AFTER, {"seconds": 5}, GapCause.UPDATE),
        (AFTER, {"days": 2}, GapCause.UPDATE),
        (BEFORE, {"seconds": 59}, GapCause.ENGINE_RESTARTED),
        (BEFORE, {"seconds": 61}, GapCause.STATION_OFF),
        (BEFORE, {"hours": 9}, GapCause.STATION_OFF),
    ],
)
def test_the_gap_before_a_start_says_why(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    clock: FakeClock,
    program: str,
    away: dict[str, int],
    cause: GapCause,
    *,
    in_order: bool,
) -> None:
    monkeypatch.setattr(recording_start, "program", lambda: BEFORE)
    live(folder, clock, minutes=3, in_order=in_order)
    ended_us = to_us(clock.now())
    clock.pass_(**away)

    monkeypatch.setattr(recording_start, "program", lambda: program)
    live(folder, clock, minutes=0, in_order=False)

    found = gap(folder, clock)
    assert (found.cause, found.start_us) == (cause, ended_us)
    assert found.end_us == to_us(clock.now())


def test_before_the_first_life_there_is_no_gap(folder: Path, clock: FakeClock) -> None:
    live(folder, clock, minutes=1, in_order=False)

    with contextlib.closing(ArchiveReader(folder / INDEX_FILE)) as reader:
        assert reader.rows("select count(*) from gap") == [(0,)]


def steps(folder: Path) -> list[tuple[timedelta, int]]:
    """By how much the clock was set, and the era from then on."""
    with contextlib.closing(ArchiveReader(folder / INDEX_FILE)) as reader:
        rows = reader.rows("select step_us, era from clock_step order by rowid")
    return [(timedelta(microseconds=step_us), era) for step_us, era in rows]


def test_a_clock_that_was_behind_and_is_right_at_the_next_start_was_set_meanwhile(
    folder: Path, clock: FakeClock
) -> None:
    live(folder, clock, minutes=3, in_order=True)
    clock.set_by(days=-9500)  # a flat battery
    live(folder, clock, minutes=3, in_order=True)
    clock.pass_(minutes=1)
    clock.set_by(days=9500)
    live(folder, clock, minutes=3, in_order=True)
    clock.pass_(days=2)  # off
    live(folder, clock, minutes=3, in_order=True)

    assert steps(folder) == [
        (timedelta(days=-9500), 1),
        (timedelta(days=9500, minutes=1), 1),
    ]


def test_a_pc_that_was_off_has_the_clock_that_it_had(folder: Path, clock: FakeClock) -> None:
    for _ in range(3):
        live(folder, clock, minutes=3, in_order=True)
        clock.pass_(days=2)

    assert steps(folder) == []
