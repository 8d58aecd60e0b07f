"""A file is the old one or the new one, whole."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from console.durable import write_durably


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "key"
    write_durably(path, b"old and long")
    write_durably(path, b"new\n")

    assert path.read_bytes() == b"new\n"
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_what_a_power_cut_left_behind_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "key.partial").write_bytes(b"half of")

    write_durably(tmp_path / "key", b"new")

    assert [file.name for file in tmp_path.iterdir()] == ["key"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are POSIX's")
def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "key.partial").symlink_to(victim)

    write_durably(tmp_path / "key", b"new")

    assert victim.read_bytes() == b"precious"
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    (path / "content").touch()

    with pytest.raises(OSError, match="folder"):
        write_durably(path, b"new")

    assert [file.name for file in tmp_path.iterdir()] == ["folder"]
