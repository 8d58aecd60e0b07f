"""The archive's desk in trouble: told once, tried again, told when it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.wire_footage import IndexTrouble
from console.workers import Stop, Workers
from db.errors import StoreFailed
from tests.fakes import FakeClock

Told = list[IndexTrouble | None]
Open = Callable[[Path], ArchiveDesk]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def desk_over(clock: FakeClock, told: Told) -> Iterator[Open]:
    threads, desks = Workers(), []

    def desk_over(path: Path) -> ArchiveDesk:
        desks.append(ArchiveDesk(path, clock, threads, lambda: None, told.append))
        return desks[-1]

    yield desk_over
    for desk in desks:
        desk.close()
    assert threads.close() == []


def fail(times: int) -> Callable[[Archive], None]:
    """An entry that a full disk refuses so often."""
    left = [times]

    def entry(_: Archive) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise StoreFailed("no room")

    return entry


@pytest.mark.loud("cannot be written: no room")
def test_an_index_that_cannot_be_written_is_told_once_and_when_it_can_again(
    desk_over: Open, told: Told, tmp_path: Path
) -> None:
    desk = desk_over(tmp_path / "footage.db")

    assert desk.settled(fail(times=2), Stop())

    assert told == [IndexTrouble.UNWRITABLE, None]


@pytest.mark.loud("no footage index for now")
def test_an_index_that_cannot_be_opened_is_told(
    desk_over: Open, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "footage.db").mkdir()

    desk_over(tmp_path / "footage.db")

    assert told == [IndexTrouble.UNWRITABLE]


@pytest.mark.loud("file is not a database", "was set aside")
def test_a_damaged_index_is_told_as_being_made_anew(
    desk_over: Open, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "footage.db").write_bytes(b"no index" * 4096)

    desk = desk_over(tmp_path / "footage.db")

    assert told == [IndexTrouble.SET_ASIDE]
    assert desk.settled(lambda _: None, Stop())


@pytest.mark.loud("refused; one by one", "an entry of the footage index is lost")
def test_an_entry_that_is_our_own_fault_is_told_and_ends_nothing(
    desk_over: Open, told: Told, tmp_path: Path
) -> None:
    desk = desk_over(tmp_path / "footage.db")

    assert desk.settled(lambda _: 1 / 0, Stop())
    assert desk.settled(lambda _: 1 / 0, Stop())

    assert told == [IndexTrouble.ENTRY_LOST]


@pytest.mark.loud("refused; one by one", "an entry of the footage index is lost", "no room")
def test_what_fails_beside_our_own_fault_is_tried_again(
    desk_over: Open, told: Told, tmp_path: Path
) -> None:
    desk, together, tries = desk_over(tmp_path / "footage.db"), Stop(), []

    def full_once(_: Archive) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StoreFailed("no room")

    desk.enter(lambda _: together.wait(5.0))
    desk.enter(lambda _: 1 / 0)
    desk.enter(full_once)
    together.set()

    assert desk.settled(lambda _: None, Stop())
    assert len(tries) == 2
    assert told == [IndexTrouble.ENTRY_LOST, IndexTrouble.UNWRITABLE, None]
