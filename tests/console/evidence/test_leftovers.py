"""What a killed try left of a package goes with the next one; nothing of anybody else does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from console.evidence.leftovers import OWNER, clear
from console.evidence.writing import PackageWriter
from console.workers import Stop
from tests.console.call import ignore

UUID = "3f9a1c2e-6f1b-4a55-9d43-0c8f6a2b7e10"
NAME = "VV-2026-000123_20261127T0912_3f9a1c2e"


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A folder as a kill leaves it."""
    folder = tmp_path / f"{NAME}.partial"
    for path in ("goc/cam-012-20261127T091200.mp4", "xem/cam-012-20261127T091200.mp4.partial"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"pictures")
    (folder / "bien-ban.pdf").write_bytes(b"paper")
    (folder / OWNER).write_text(UUID)
    return folder


def test_what_a_kill_left_of_this_package_goes(left: Path, tmp_path: Path) -> None:
    left.rename(tmp_path / f"{NAME}.2.partial")

    assert clear(tmp_path, UUID) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_one_goes_that_was_not_even_named(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.partial").mkdir()

    assert clear(tmp_path, UUID) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("begun", ["", UUID[:20]], ids=["nothing", "half"])
def test_one_that_was_being_named_goes(tmp_path: Path, begun: str) -> None:
    """The medium was pulled, or full, or the process killed in the middle of that."""
    folder = tmp_path / f"{NAME}.partial"
    folder.mkdir()
    (folder / OWNER).write_text(begun)

    assert clear(tmp_path, UUID) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("owner", [None, "", UUID.replace("10", "11"), UUID * 9])
def test_one_that_is_not_said_to_be_of_this_package_stays_as_it_is(
    left: Path, tmp_path: Path, owner: str | None
) -> None:
    (left / OWNER).unlink()
    if owner is not None:
        (left / OWNER).write_text(owner)
    before = sorted(left.rglob("*"))

    assert clear(tmp_path, UUID) == 0
    assert sorted(left.rglob("*")) == before


@pytest.mark.parametrize("strange", ["note.txt", "goc/wedding.mp4", "goc/cam-1.mp4.exe", "more/x"])
def test_what_no_package_has_stays_and_its_folder_with_it(
    left: Path, tmp_path: Path, strange: str
) -> None:
    (left / strange).parent.mkdir(exist_ok=True)
    (left / strange).write_text("mine")

    assert clear(tmp_path, UUID) == 0
    assert (left / strange).read_text() == "mine"
    assert (left / OWNER).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_link_is_followed(left: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "cam-1.mp4").write_text("mine")
    (left / "anh").symlink_to(outside)
    (left / "goc" / "cam-2.mp4").symlink_to(outside / "cam-1.mp4")

    assert clear(tmp_path, UUID) == 0
    assert (outside / "cam-1.mp4").read_text() == "mine"


def test_a_finished_package_stays_and_says_no_more_whose_it_was(tmp_path: Path) -> None:
    writer = PackageWriter(
        tmp_path, NAME, needed_bytes=1, stop=Stop(), progressed=ignore, uuid=UUID
    )
    with writer:
        assert (writer.folder / OWNER).read_text() == UUID
        folder = writer._partial.settle()

    assert clear(tmp_path, UUID) == 0
    assert list(folder.iterdir()) == []


def test_a_try_that_fails_takes_that_file_away_too(tmp_path: Path) -> None:
    writer = PackageWriter(
        tmp_path, NAME, needed_bytes=1, stop=Stop(), progressed=ignore, uuid=UUID
    )
    with pytest.raises(RuntimeError), writer:
        raise RuntimeError

    assert list(tmp_path.iterdir()) == []
