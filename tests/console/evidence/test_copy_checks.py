"""Packages and copies checked again: custody and log are told what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.audit import Act
from console.errors import Cancelled
from console.evidence.faults import Answer, FaultWord
from console.evidence.names import SUMS
from console.evidence.notes import NOT_SOUND, SOUND, words_in
from console.evidence.problems import (
    OtherPackage,
    PackageMissing,
)
from console.evidence.rules import RequestRefused
from console.workers import Stop
from db.evidence_records import CustodyKind, Package
from tests.console.call import ignore
from tests.console.evidence.sticks import (
    AS_TOLD,
    checked,
    copied,
    kinds,
    made_at,
)
from tests.console.evidence.telling import CLIP, NAME
from tests.evidence import TARGET, EvidenceDesk


def test_what_is_checked_is_in_custody_and_in_the_log(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    there = copied(desk, kept, stick).folder_or_file

    assert checked(desk, kept, there).sound
    (there / CLIP).write_bytes(b"another")
    (there / "goc" / "more.mp4").write_bytes(b"x")
    verdict = checked(desk, kept, there)

    assert verdict.words == {FaultWord.CHANGED, FaultWord.EXTRA}
    lines = [each.line for each in desk.custody.of(kept.id)][-2:]
    assert [(line.kind, line.note) for line in lines] == [
        (CustodyKind.VERIFIED, SOUND),
        (CustodyKind.VERIFIED, "changed, extra"),
    ]
    assert [line.medium for line in lines] == [AS_TOLD, AS_TOLD]
    assert words_in(lines[1].note) == ("changed", "extra")
    assert words_in("Đã xem, có biên nhận") == ()
    outcomes = [told.get("outcome", "") for *_, told in desk.log(Act.CUSTODY_ADDED)]
    assert outcomes == ["", SOUND, NOT_SOUND]


def test_another_package_of_the_station_is_not_taken_for_this_one(
    desk: EvidenceDesk, kept: Package, stick: Path, tmp_path: Path
) -> None:
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    other = made_at(desk, other_folder)

    with pytest.raises(OtherPackage):
        checked(desk, kept, other_folder / NAME)
    (other_folder / NAME / CLIP).write_bytes(b"another")
    with pytest.raises(OtherPackage):
        checked(desk, kept, other_folder / NAME)

    assert checked(desk, other, other_folder / NAME).words == {FaultWord.CHANGED}


def test_a_forged_manifest_does_not_make_it_another_package_unseen(
    desk: EvidenceDesk, kept: Package, shelf: Path
) -> None:
    place = shelf / NAME
    (place / SUMS).write_bytes((place / SUMS).read_bytes() + b"\n")

    verdict = checked(desk, kept, place)

    assert FaultWord.SUMS_BROKEN in verdict.words
    assert verdict.signature is Answer.BAD


def test_a_check_that_is_given_up_tells_custody_nothing(
    desk: EvidenceDesk, kept: Package, shelf: Path
) -> None:
    stop = Stop()
    stop.set()

    with pytest.raises(Cancelled):
        desk.copies.verify(kept.id, shelf / NAME, stop=stop, progressed=ignore)
    for place in (shelf / "none", shelf):
        with pytest.raises(PackageMissing):
            checked(desk, kept, place)

    assert kinds(desk, kept) == [CustodyKind.MADE]


def test_what_is_not_made_is_neither_copied_nor_checked(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    assert kept.request_id is not None
    queued = desk.queue.add(kept.request_id, TARGET)

    with pytest.raises(RequestRefused, match="not made yet"):
        copied(desk, queued, stick)
    with pytest.raises(RequestRefused, match="not made yet"):
        checked(desk, queued, stick)
