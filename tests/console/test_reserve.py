"""Room for the last lines of the log.  ``tests.proof.disk`` fills a real disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console.errors import DiskFull
from console.events import Event, Noticed
from console.reserve import RESERVE_FILE, Reserve
from console.workers import Workers


def problems(posted: list[Event]) -> list[type[object]]:
    return [type(event.problem) for event in posted if isinstance(event, Noticed)]


def test_the_reserve_is_really_written(tmp_path: Path) -> None:
    posted: list[Event] = []
    Reserve(tmp_path, posted.append, size=3 << 20).tend()

    kept = (tmp_path / RESERVE_FILE).stat()
    assert kept.st_size == 3 << 20
    assert kept.st_blocks * 512 >= 3 << 20
    assert posted == []


def test_it_is_given_up_once_told_once_and_made_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    posted: list[Event] = []
    reserve = Reserve(tmp_path, posted.append, size=1 << 20)
    reserve.tend()

    reserve.release()
    reserve.release()
    assert not (tmp_path / RESERVE_FILE).exists()
    assert problems(posted) == [DiskFull]

    reserve.tend()
    assert (tmp_path / RESERVE_FILE).exists()
    reserve.release()
    assert problems(posted) == [DiskFull, DiskFull]
    caplog.clear()


def test_without_room_for_it_twice_it_is_not_made_and_told_only_when_it_is_short(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    posted: list[Event] = []
    free = shutil.disk_usage(tmp_path).free

    Reserve(tmp_path, posted.append, size=free * 3 // 4).tend()
    assert posted == []
    Reserve(tmp_path, posted.append, size=free * 2).tend()

    assert problems(posted) == [DiskFull]
    assert list(tmp_path.iterdir()) == []
    caplog.clear()


def test_its_loop_ends_at_once(tmp_path: Path) -> None:
    workers = Workers()
    workers.loop("reserve", Reserve(tmp_path, lambda _: None, size=4096).run)

    assert workers.close() == []
    assert list(tmp_path.iterdir()) == []  # at first the wall has the disk to itself


def test_half_of_one_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / RESERVE_FILE).write_bytes(b"half")

    Reserve(tmp_path, lambda _: None, size=4096).tend()

    assert (tmp_path / RESERVE_FILE).stat().st_size == 4096
