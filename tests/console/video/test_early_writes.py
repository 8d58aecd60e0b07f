"""What is written goes to the medium early, and no error of it is lost."""

from __future__ import annotations

import errno
import threading
from contextlib import closing
from pathlib import Path

import pytest

from console.video import early_writes
from console.video.early_writes import EarlyWrites
from tests.console.video.footage_made import Ward
from tests.console.video.test_cutter import cut_out


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early_writes, "_EVERY_BYTES", 1000)


@pytest.mark.usefixtures("often")
def test_it_goes_to_the_medium_in_turns_while_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, on = threading.Semaphore(0), threading.Semaphore(0)
    there: list[int] = []

    def sync(_handle: int) -> None:
        there.append((tmp_path / "file").stat().st_size)
        begun.release()
        assert on.acquire(timeout=30)

    monkeypatch.setattr(early_writes, "_sync", sync)
    with (tmp_path / "file").open("wb") as file, closing(EarlyWrites(file)) as early:
        for _ in range(
            3
        ):  # the medium is still at the first, so nobody waits, and nothing piles up
            file.write(bytes(1000))
            early.wrote(1000)
            if len(there) == 0:
                assert begun.acquire(timeout=30)
        on.release(2)
        early.end()

    assert there == [1000]
    assert (tmp_path / "file").stat().st_size == 3000


@pytest.mark.usefixtures("often")
def test_an_error_that_was_told_early_ends_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 60)
    told: list[int] = []

    def sync(handle: int) -> None:
        told.append(handle)
        if len(told) == 1:  # the system tells it once only
            raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(early_writes, "_sync", sync)
    with pytest.raises(OSError, match="gone"):
        cut_out(ward, 0, 60, tmp_path / "cut.mp4")

    assert told
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.usefixtures("often")
def test_the_system_forgets_what_is_on_the_medium_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(early_writes, "_sync", lambda _: told.append(("synced", 0)))
    monkeypatch.setattr(early_writes, "forget", lambda _, end: told.append(("forgot", end)))

    with (tmp_path / "file").open("wb") as file, closing(EarlyWrites(file)) as early:
        for size in (700, 700, 2500, 100):
            file.write(bytes(size))
            early.wrote(size)
            early._settle()

    assert told == [("synced", 0), ("forgot", 1400), ("synced", 0), ("forgot", 3900)]
