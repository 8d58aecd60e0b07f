"""A medium is full after all, is pulled, or lies; the program is killed: no copy is half there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.errors import DiskFull
from console.evidence import copying, medium, partial
from console.evidence.names import SIGNATURE
from console.evidence.problems import PackageNotWritten
from db.evidence_records import CustodyKind, Package
from tests.console.evidence import dying_copy
from tests.console.evidence.sticks import BOTH, ZIP, acts, copied, kinds, names
from tests.console.evidence.telling import CLIP, NAME
from tests.evidence import EvidenceDesk
from tests.house.set_up import ROOT

mounts_disks = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="root of Linux mounts disks"
)


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[None]:
    """A disk of memory; it may be pulled meanwhile."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", at], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", at], capture_output=True)


@mounts_disks
@BOTH
def test_a_disk_that_is_full_after_all_is_told_and_left_as_it_was(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(partial, "LEFT_FREE_BYTES", -(1 << 30))  # somebody else fills it meanwhile
    with small_disk(stick, "16k"):
        with pytest.raises(DiskFull):
            copied(desk, kept, stick, encrypted=encrypted)

        assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "full")
    assert copied(desk, kept, stick, encrypted=encrypted).verdict.sound


@mounts_disks
@BOTH
@pytest.mark.parametrize("step", [1, 6, 14, 17, 24])
def test_a_stick_that_is_pulled_keeps_nothing_that_looks_finished(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(partial, "LEFT_FREE_BYTES", 0)
    seen = []

    def pull(_done: int, _total: int) -> None:
        seen.append(1)
        if len(seen) == step:
            subprocess.run(["umount", "-l", stick], check=True)

    with small_disk(stick, "4m"), pytest.raises(PackageNotWritten):
        copied(desk, kept, stick, encrypted=encrypted, progressed=pull)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "medium")
    assert kinds(desk, kept) == [CustodyKind.MADE]
    assert copied(desk, kept, stick, encrypted=encrypted).verdict.sound


@pytest.mark.parametrize(
    ("encrypted", "spoiled_name"), [(False, CLIP), (False, SIGNATURE), (True, f"{ZIP}.partial")]
)
def test_a_medium_that_gives_back_something_else_is_found(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    spoiled_name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settled = medium.settled

    def spoiled(path: Path) -> None:
        """As a bad medium does: it says that all is well, and keeps something else."""
        settled(path)
        content = bytearray(path.read_bytes())
        if path.as_posix().endswith(spoiled_name):
            content[len(content) // 2] ^= 1
            path.write_bytes(content)

    for module in (partial, copying):
        monkeypatch.setattr(module, "settled", spoiled)

    with pytest.raises(PackageNotWritten, match="gave back another"):
        copied(desk, kept, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "medium")


@pytest.mark.skipif(sys.platform == "win32", reason="kills of POSIX")
@pytest.mark.timeout(300)  # each step is a process
@BOTH
def test_a_kill_at_any_step_leaves_nothing_that_looks_finished(
    tmp_path: Path, encrypted: bool
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.console.evidence.dying_copy", tmp_path, str(encrypted)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    *killed, ended = sorted(tmp_path.glob("[0-9]*"))
    name = ZIP if encrypted else NAME

    assert done.returncode == 0, done.stderr
    assert len(killed) > 20
    assert {each for place in killed for each in names(place)} <= {f"{name}.partial", name}
    finished = [place / name for place in (*killed, ended) if name in names(place)]
    assert finished[-1] == ended / name
    assert len(finished) <= 4  # the last steps come after the renaming: then all is there
    assert all(dying_copy.is_sound(place) for place in finished)
    again = dying_copy.make(killed[-len(finished) - 2], encrypted=encrypted)
    assert dying_copy.is_sound(again)
    assert names(again.parent) == [name, f"{name}.partial"]
