"""The footage index that fills the disk, is damaged or taken away while cameras are recorded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader
from console.video.keeper import Keeper, Mend
from console.video.wire_footage import RecordingTold
from console.workers import Stop, Workers
from db.footage_records import GapCause
from db.records import CameraId, StreamRole, from_us
from tests.console.video.footage import GATE, adding, at, minutes, order, segment, span, volume
from tests.console.video.ordering import WELL
from tests.console.video.ordering import Station as Recorded
from tests.console.video.test_keeper import ClockAt, Rules
from tests.fakes import FakeClock
from tests.footage import lay_segment

GONE = pytest.mark.loud("footage.db was taken away", "the footage index was set aside")
RUBBISH = pytest.mark.loud("file is not a database", "the footage index was set aside")


@pytest.fixture
def recorded(tmp_path: Path, clock: FakeClock) -> Iterator[Recorded]:
    made = Recorded(tmp_path, clock)
    made.order(order())
    made.see(WELL)
    yield made
    made.close()


def limit_pages(desk: ArchiveDesk, pages: int) -> None:
    """Let SQLite find the disk full, as it would: it refuses to grow beyond so many pages."""

    def entry(archive: Archive) -> None:
        archive._connection.execute(f"pragma max_page_count = {pages}")

    assert desk.settled(entry, Stop())


@pytest.mark.loud("database or disk is full")
def test_what_a_full_disk_refuses_is_in_the_index_when_there_is_room_again(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    threads, stop = Workers(), Stop()
    desk = ArchiveDesk(tmp_path / "footage.db", clock, threads, lambda: None)
    reader = ArchiveReader(tmp_path / "footage.db")
    first, *others = minutes(0, 300)
    desk.enter(adding(first))
    limit_pages(desk, 1)
    for each in others:
        desk.enter(adding(each))
    while "cannot be written" not in caplog.text:
        assert not stop.wait(0.01)
        desk.enter(lambda archive: archive.spend("2026-03", {GATE: 1}))
    assert reader.rows("select count(*) from segment") == [(1,)]

    assert desk._archive is not None
    desk._archive._connection.execute("pragma max_page_count = 100000")
    assert desk.settled(lambda _: None, Stop())
    assert reader.rows("select count(*) from segment") == [(300,)]
    reader.close()
    desk.close()
    assert threads.close() == []


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param("taken away", marks=GONE),
        pytest.param("replaced", marks=GONE),
        pytest.param("rubbish", marks=RUBBISH),
    ],
)
def test_an_index_that_is_lost_while_cameras_are_recorded_is_begun_anew(
    recorded: Recorded, tmp_path: Path, harm: str
) -> None:
    now_us = at(0)
    recorded.recording.told(RecordingTold(GATE, StreamRole.SUB, None, now_us))
    recorded.written()
    index = tmp_path / "footage.db"
    if harm == "taken away":
        index.unlink()
    elif harm == "replaced":
        index.rename(tmp_path / "old.db")
        index.write_bytes(b"")
    else:
        with closing(sqlite3.connect(index)) as other:  # what is in the log hides what is here
            other.execute("pragma wal_checkpoint(truncate)")
        with index.open("r+b") as file:
            file.write(b"\xff" * 4096)

    recorded.desk.enter(adding(segment(now_us)))
    recorded.written()
    recorded.recording.every_second(())

    [its] = recorded.written().runs([GATE], span(-9, 9))
    assert (its.start_us, its.end_us, its.open) == (at(0), at(1), True)


def test_an_index_made_anew_names_the_gaps_that_files_show(tmp_path: Path) -> None:
    clock, threads = ClockAt(60), Workers()
    desk = ArchiveDesk(tmp_path / "footage.db", clock, threads, lambda: None)
    keeper = Keeper(tmp_path / "footage.db", desk, clock, Rules(), lambda _: None)
    keeper.order((volume(tmp_path / "disk"),))
    keeper._hear(0, Stop())
    keeper.look()
    for minute in (0, 5):
        lay_segment(tmp_path / "disk", GATE, from_us(at(minute)), seconds=4.0)
    desk.enter(lambda archive: archive.gaps.began(CameraId(8), 0, at(0), GapCause.NETWORK))

    assert keeper._try_to_mend(Mend(frozenset(), None, at(0), dead=False), Stop())
    assert desk.settled(lambda _: None, Stop())

    reader = ArchiveReader(tmp_path / "footage.db")
    [gap] = reader.gaps([GATE], span(0, 60))
    assert gap.cause is GapCause.UNKNOWN
    assert (gap.start_us, gap.end_us) == (at(0) + 4_000_000, at(5))
    reader.close()
    keeper._reader.close()
    desk.close()
    assert threads.close() == []
