"""A copy that fails: nothing on the medium looks finished, and the log says why."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from console.errors import Cancelled, DiskFull, FileTaken
from console.evidence import copying
from console.evidence.names import MANIFEST, SIGNATURE, STAMP, SUMS
from console.evidence.problems import (
    FileTooLarge,
    PackageChanged,
    PackageMissing,
)
from console.workers import Stop
from db.errors import StoreFailed
from db.evidence_records import CustodyKind, Package
from db.store import Unit
from tests.console.evidence.sticks import (
    BOTH,
    KINGSTON,
    ZIP,
    acts,
    copied,
    kinds,
    names,
)
from tests.console.evidence.telling import CLIP, NAME
from tests.evidence import EvidenceDesk


@BOTH
@pytest.mark.parametrize("path", [CLIP, MANIFEST, SUMS, SIGNATURE])
def test_a_package_that_was_changed_is_not_copied(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    shelf: Path,
    path: str,
    encrypted: bool,
) -> None:
    file = shelf / NAME / path
    content = bytearray(file.read_bytes())
    content[40] ^= 1
    file.write_bytes(content)

    with pytest.raises(PackageChanged) as problem:
        copied(desk, kept, stick, encrypted=encrypted)

    assert problem.value.path == path
    assert names(stick) == []
    assert kinds(desk, kept) == [CustodyKind.MADE]
    if path != SUMS:  # of which nothing is begun
        assert acts(desk) == [("copy_started", ""), ("copy_failed", "source_changed")]


@BOTH
def test_a_package_that_lacks_a_file_is_not_copied(
    desk: EvidenceDesk, kept: Package, stick: Path, shelf: Path, encrypted: bool
) -> None:
    (shelf / NAME / SIGNATURE).unlink()
    with pytest.raises(PackageChanged) as problem:
        copied(desk, kept, stick, encrypted=encrypted)
    assert problem.value.path == SIGNATURE

    (shelf / NAME / CLIP).unlink()
    with pytest.raises(PackageChanged) as problem:
        copied(desk, kept, stick, encrypted=encrypted)
    assert problem.value.path == CLIP

    shutil.rmtree(shelf / NAME)
    with pytest.raises(PackageMissing):
        copied(desk, kept, stick, encrypted=encrypted)
    assert names(stick) == []


@BOTH
def test_a_bad_time_stamp_is_the_packages_own_fault(
    desk: EvidenceDesk, kept: Package, stick: Path, shelf: Path, encrypted: bool
) -> None:
    (shelf / NAME / STAMP).write_bytes(b"\x30\x03\x02\x01\x00")

    with pytest.raises(PackageChanged) as problem:
        copied(desk, kept, stick, encrypted=encrypted)

    assert problem.value.path == STAMP


@BOTH
def test_giving_up_at_any_step_leaves_nothing_and_the_next_try_works(
    desk: EvidenceDesk, kept: Package, stick: Path, encrypted: bool
) -> None:
    steps = 0

    def count(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1

    copied(desk, kept, stick, encrypted=encrypted, progressed=count)
    place = stick / (ZIP if encrypted else NAME)
    place.unlink() if encrypted else shutil.rmtree(place)
    for last in range(1, steps, 3):
        stop, seen = Stop(), []

        def give_up(_done: int, _total: int, last: int = last, stop: Stop = stop) -> None:
            seen.append(1)  # noqa: B023 -- of this round
            if len(seen) == last:  # noqa: B023
                stop.set()

        with pytest.raises(Cancelled):
            copied(desk, kept, stick, encrypted=encrypted, stop=stop, progressed=give_up)
        assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "cancelled")
    assert kinds(desk, kept) == [CustodyKind.MADE, CustodyKind.COPIED]
    assert copied(desk, kept, stick, encrypted=encrypted).verdict.sound


@BOTH
def test_what_has_the_name_already_is_left_alone(
    desk: EvidenceDesk, kept: Package, stick: Path, encrypted: bool
) -> None:
    copied(desk, kept, stick, encrypted=encrypted)

    with pytest.raises(FileTaken):
        copied(desk, kept, stick, encrypted=encrypted)

    assert len(names(stick)) == 1
    assert acts(desk)[-1] == ("copy_failed", "taken")


@BOTH
def test_a_medium_without_room_is_seen_before_anything_is_written(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=1000))

    with pytest.raises(DiskFull):
        copied(desk, kept, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "full")


@BOTH
def test_fat_takes_no_file_of_four_gigabytes(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copying, "LARGEST_OF_FAT", 10_000)
    desk.medium = replace(KINGSTON, file_system="vfat")

    with pytest.raises(FileTooLarge):
        copied(desk, kept, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "too_large")
    desk.medium = KINGSTON
    assert copied(desk, kept, stick, encrypted=encrypted).verdict.sound


@BOTH
def test_a_store_that_takes_no_custody_takes_the_copy_back(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin, begun = desk.store.begin, list[int]()

    def fails_once() -> AbstractContextManager[Unit]:
        begun.append(1)
        if len(begun) == 2:  # after what tells that it is begun
            raise StoreFailed("the disk is full")
        return begin()

    monkeypatch.setattr(desk.store, "begin", fails_once)

    with pytest.raises(StoreFailed):
        copied(desk, kept, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "store")
    assert kinds(desk, kept) == [CustodyKind.MADE]


@BOTH
def test_a_name_that_is_taken_meanwhile_is_left_alone(
    desk: EvidenceDesk, kept: Package, stick: Path, encrypted: bool
) -> None:
    place = stick / (ZIP if encrypted else NAME)

    def take(_done: int, _total: int) -> None:
        if not place.exists():
            place.write_bytes(b"somebody else's") if encrypted else place.mkdir()

    with pytest.raises(FileTaken):
        copied(desk, kept, stick, encrypted=encrypted, progressed=take)

    assert names(stick) == [place.name]
    assert place.read_bytes() == b"somebody else's" if encrypted else names(place) == []
