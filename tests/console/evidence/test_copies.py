"""Copies: each lies whole on its medium and in custody, or it is not there and the log says so."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import Cancelled, DiskFull, FieldRefused, FileTaken, Gone, NotAllowed
from console.evidence import copying, manifest_text
from console.evidence.copies import Copied
from console.evidence.faults import Answer, FaultWord
from console.evidence.names import MANIFEST, SIGNATURE, STAMP, SUMS
from console.evidence.notes import ENCRYPTED, SOUND, words_in
from console.evidence.problems import (
    FileTooLarge,
    OtherPackage,
    PackageChanged,
    PackageMissing,
    PackageNotWritten,
    WordsWrong,
)
from console.evidence.rules import RequestRefused
from console.evidence.spoken_words import as_typed
from console.evidence.verifying import verify
from console.secret import Secret
from console.workers import Stop
from db.errors import StoreFailed
from db.evidence_records import CustodyId, CustodyKind, Package, PackageId
from db.records import Role
from db.structs import replace
from tests.console.call import ignore
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.sticks import AS_TOLD, KINGSTON, made_at, names
from tests.console.evidence.telling import CLIP, NAME
from tests.evidence import TARGET, EvidenceDesk

BOTH = pytest.mark.parametrize("encrypted", [False, True], ids=["folder", "zip"])
ZIP = f"{NAME}.zip"


@pytest.fixture
def store_of_packages(tmp_path: Path) -> Path:
    """Where packages are made."""
    folder = tmp_path / "packages"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def made(desk: EvidenceDesk, store_of_packages: Path) -> Package:
    """A package; who made it sits here, with a Kingston in the PC."""
    desk.medium = KINGSTON
    return made_at(desk, store_of_packages)


def copied(
    desk: EvidenceDesk,
    package: Package,
    target: Path,
    *,
    encrypted: bool = False,
    stop: Stop | None = None,
    progressed: Callable[[int, int], None] = ignore,
    **other: str,
) -> Copied:
    return desk.copies.copy(
        package.id,
        None,
        target,
        encrypted=encrypted,
        stop=stop or Stop(),
        progressed=progressed,
        **other,
    )


def checked(desk: EvidenceDesk, package: Package, place: Path, words: Secret | None = None):  # noqa: ANN201 -- as the service says
    return desk.copies.verify(package.id, place, words=words, stop=Stop(), progressed=ignore)


def kinds(desk: EvidenceDesk, package: Package) -> list[CustodyKind]:
    return [each.line.kind for each in desk.custody.of(package.id)]


def acts(desk: EvidenceDesk) -> list[tuple[str, object]]:
    """What the log tells of copies: the act, and why it failed."""
    told = []
    for act in (Act.COPY_STARTED, Act.COPY_FAILED):
        told += [(str(act), detail.get("reason", "")) for *_, detail in desk.log(act)]
    return told


def test_a_copy_is_what_was_made_and_custody_tells_the_medium(
    desk: EvidenceDesk, made: Package, stick: Path, store_of_packages: Path
) -> None:
    it = copied(desk, made, stick)

    assert it.folder_or_file == stick / NAME
    assert names(stick) == [NAME]
    for each in (store_of_packages / NAME).rglob("*"):
        if each.is_file():
            there = it.folder_or_file / each.relative_to(store_of_packages / NAME)
            assert there.read_bytes() == each.read_bytes()
    assert verify(it.folder_or_file, stop=Stop(), progressed=ignore).sound
    assert (it.verdict.signer, it.words, it.passphrase_sheet) == (Answer.KNOWN, None, None)
    line = desk.custody.of(made.id)[-1].line
    assert line == it.line
    assert (line.kind, line.medium, line.note) == (CustodyKind.COPIED, AS_TOLD, "")
    assert acts(desk) == [("copy_started", "")]


def test_a_locked_copy_is_one_file_that_its_words_alone_open(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    it = copied(desk, made, stick, encrypted=True)

    assert it.folder_or_file == stick / ZIP
    assert names(stick) == [ZIP]
    assert it.words is not None
    assert it.passphrase_sheet is not None
    assert checked(desk, made, it.folder_or_file, as_typed(f" {it.words.reveal().upper()} ")).sound
    for wrong in (None, Secret(""), Secret("xedap hoasen")):
        with pytest.raises(WordsWrong):
            checked(desk, made, it.folder_or_file, wrong)
    assert it.line.note == ENCRYPTED
    assert words_in(it.line.note) == (ENCRYPTED,)
    assert copied(desk, made, stick.parent, encrypted=True).words != it.words


def test_the_words_are_on_their_sheet_and_nowhere_else(
    desk: EvidenceDesk,
    made: Package,
    stick: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")

    it = copied(desk, made, stick, encrypted=True)

    assert it.words is not None
    assert it.passphrase_sheet is not None
    words = it.words.reveal()
    sheet = pdf_text(it.passphrase_sheet)
    assert all(f"{number}.{word}" in sheet for number, word in enumerate(words.split(), start=1))
    assert words not in repr(it)
    assert words not in caplog.text
    for file in [each for each in tmp_path.rglob("*") if each.is_file()]:
        assert words.encode() not in file.read_bytes()
    receipt = pdf_text(it.receipt)
    assert all(f"{number}.{word}" not in receipt for number, word in enumerate(words.split(), 1))


def test_a_receipt_comes_with_the_copy_and_again_for_whom_it_is_handed_to(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    officer = desk.gate.officer()
    assert officer is not None
    it = copied(desk, made, stick, medium="USB của đội 3", serial="0012")
    handed = desk.custody.add(
        made.id, CustodyKind.HANDED, medium=it.line.medium, to_whom="Đại úy Nông Thị Thúy"
    )

    receipts = [it.receipt, desk.copies.receipt(made.id, handed.id)]

    for text in map(pdf_text, receipts):
        for told in ("USB của đội 3", "0012", NAME, made.uuid, officer.name, "125/YC-CQĐT", CLIP):
            assert squeezed(told) in text
    assert squeezed("Nông Thị Thúy") not in pdf_text(receipts[0])
    assert squeezed("Nông Thị Thúy") in pdf_text(receipts[1])
    assert desk.copies.receipt(made.id, it.line.id) == it.receipt


def test_there_is_no_receipt_for_other_lines(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    first = desk.custody.of(made.id)[0].line
    with pytest.raises(FieldRefused):
        desk.copies.receipt(made.id, first.id)
    with pytest.raises(Gone):
        desk.copies.receipt(made.id, CustodyId(99))
    other = desk.exported(desk.approved(desk.chief(), desk.officer(Role.OFFICER)))
    line = desk.custody.add(other.id, CustodyKind.COPIED)
    with pytest.raises(Gone):
        desk.copies.receipt(made.id, line.id)


def test_a_receipt_without_its_package_asks_for_it(
    desk: EvidenceDesk, made: Package, stick: Path, store_of_packages: Path
) -> None:
    it = copied(desk, made, stick)
    shutil.rmtree(store_of_packages / NAME)

    with pytest.raises(PackageMissing):
        desk.copies.receipt(made.id, it.line.id)

    assert desk.copies.receipt(made.id, it.line.id, it.folder_or_file) == it.receipt


def test_a_copy_can_be_copied_and_what_else_lies_there_is_left_behind(
    desk: EvidenceDesk, made: Package, stick: Path, tmp_path: Path
) -> None:
    first = copied(desk, made, stick).folder_or_file
    (first / "Thumbs.db").write_bytes(b"x")
    (first / SIGNATURE).with_suffix(".bak").write_bytes(b"x")

    it = desk.copies.copy(made.id, first, tmp_path, encrypted=False, stop=Stop(), progressed=ignore)

    assert it.verdict.sound
    assert "Thumbs.db" not in names(it.folder_or_file)


@BOTH
@pytest.mark.parametrize("path", [CLIP, MANIFEST, SUMS, SIGNATURE])
def test_a_package_that_was_changed_is_not_copied(
    desk: EvidenceDesk,
    made: Package,
    stick: Path,
    store_of_packages: Path,
    path: str,
    encrypted: bool,
) -> None:
    file = store_of_packages / NAME / path
    content = bytearray(file.read_bytes())
    content[40] ^= 1
    file.write_bytes(content)

    with pytest.raises(PackageChanged) as problem:
        copied(desk, made, stick, encrypted=encrypted)

    assert problem.value.path == path
    assert names(stick) == []
    assert kinds(desk, made) == [CustodyKind.MADE]
    if path != SUMS:  # of which nothing is begun
        assert acts(desk) == [("copy_started", ""), ("copy_failed", "source_changed")]


@BOTH
def test_a_package_that_lacks_a_file_is_not_copied(
    desk: EvidenceDesk, made: Package, stick: Path, store_of_packages: Path, encrypted: bool
) -> None:
    (store_of_packages / NAME / SIGNATURE).unlink()
    with pytest.raises(PackageChanged) as problem:
        copied(desk, made, stick, encrypted=encrypted)
    assert problem.value.path == SIGNATURE

    (store_of_packages / NAME / CLIP).unlink()
    with pytest.raises(PackageChanged) as problem:
        copied(desk, made, stick, encrypted=encrypted)
    assert problem.value.path == CLIP

    shutil.rmtree(store_of_packages / NAME)
    with pytest.raises(PackageMissing):
        copied(desk, made, stick, encrypted=encrypted)
    assert names(stick) == []


@BOTH
def test_a_bad_time_stamp_is_the_packages_own_fault(
    desk: EvidenceDesk, made: Package, stick: Path, store_of_packages: Path, encrypted: bool
) -> None:
    (store_of_packages / NAME / STAMP).write_bytes(b"\x30\x03\x02\x01\x00")

    with pytest.raises(PackageChanged) as problem:
        copied(desk, made, stick, encrypted=encrypted)

    assert problem.value.path == STAMP


@BOTH
def test_giving_up_at_any_step_leaves_nothing_and_the_next_try_works(
    desk: EvidenceDesk, made: Package, stick: Path, encrypted: bool
) -> None:
    steps = 0

    def count(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1

    copied(desk, made, stick, encrypted=encrypted, progressed=count)
    place = stick / (ZIP if encrypted else NAME)
    place.unlink() if encrypted else shutil.rmtree(place)
    for last in range(1, steps, 3):
        stop, seen = Stop(), []

        def give_up(_done: int, _total: int, last: int = last, stop: Stop = stop) -> None:
            seen.append(1)  # noqa: B023 -- of this round
            if len(seen) == last:  # noqa: B023
                stop.set()

        with pytest.raises(Cancelled):
            copied(desk, made, stick, encrypted=encrypted, stop=stop, progressed=give_up)
        assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "cancelled")
    assert kinds(desk, made) == [CustodyKind.MADE, CustodyKind.COPIED]
    assert copied(desk, made, stick, encrypted=encrypted).verdict.sound


@BOTH
def test_progress_counts_writing_and_reading_back(
    desk: EvidenceDesk, made: Package, stick: Path, encrypted: bool
) -> None:
    heard: list[tuple[int, int]] = []

    copied(
        desk,
        made,
        stick,
        encrypted=encrypted,
        progressed=lambda done, total: heard.append((done, total)),
    )

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    assert max(total for _, total in heard) == min(total for _, total in heard)


@BOTH
def test_what_has_the_name_already_is_left_alone(
    desk: EvidenceDesk, made: Package, stick: Path, encrypted: bool
) -> None:
    copied(desk, made, stick, encrypted=encrypted)

    with pytest.raises(FileTaken):
        copied(desk, made, stick, encrypted=encrypted)

    assert len(names(stick)) == 1
    assert acts(desk)[-1] == ("copy_failed", "taken")


@BOTH
def test_a_medium_without_room_is_seen_before_anything_is_written(
    desk: EvidenceDesk,
    made: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=1000))

    with pytest.raises(DiskFull):
        copied(desk, made, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "full")


@BOTH
def test_fat_takes_no_file_of_four_gigabytes(
    desk: EvidenceDesk,
    made: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copying, "LARGEST_OF_FAT", 10_000)
    desk.medium = replace_medium("vfat")

    with pytest.raises(FileTooLarge):
        copied(desk, made, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "too_large")
    desk.medium = KINGSTON
    assert copied(desk, made, stick, encrypted=encrypted).verdict.sound


def replace_medium(file_system: str):  # noqa: ANN201
    from dataclasses import replace as changed

    return changed(KINGSTON, file_system=file_system)


@BOTH
def test_a_store_that_takes_no_custody_takes_the_copy_back(
    desk: EvidenceDesk,
    made: Package,
    stick: Path,
    encrypted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin, begun = desk.store.begin, []

    def fails_once():  # noqa: ANN202
        begun.append(1)
        if len(begun) == 2:  # after what tells that it is begun
            raise StoreFailed("the disk is full")
        return begin()

    monkeypatch.setattr(desk.store, "begin", fails_once)

    with pytest.raises(StoreFailed):
        copied(desk, made, stick, encrypted=encrypted)

    assert names(stick) == []
    assert acts(desk)[-1] == ("copy_failed", "store")
    assert kinds(desk, made) == [CustodyKind.MADE]


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk of Linux")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root mounts disks")
class TestRealMedia: ...


def test_what_is_checked_is_in_custody_and_in_the_log(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    there = copied(desk, made, stick).folder_or_file

    assert checked(desk, made, there).sound
    (there / CLIP).write_bytes(b"another")
    (there / "goc" / "more.mp4").write_bytes(b"x")
    verdict = checked(desk, made, there)

    assert verdict.words == {FaultWord.CHANGED, FaultWord.EXTRA}
    lines = [each.line for each in desk.custody.of(made.id)][-2:]
    assert [(line.kind, line.note) for line in lines] == [
        (CustodyKind.VERIFIED, SOUND),
        (CustodyKind.VERIFIED, "changed, extra"),
    ]
    assert [line.medium for line in lines] == [AS_TOLD, AS_TOLD]
    assert words_in(lines[1].note) == ("changed", "extra")
    assert words_in("Đã xem, có biên nhận") == ()
    outcomes = [told.get("outcome", "") for *_, told in desk.log(Act.CUSTODY_ADDED)]
    assert outcomes == ["", SOUND, "changed, extra"]


def test_another_package_of_the_station_is_not_taken_for_this_one(
    desk: EvidenceDesk, made: Package, stick: Path, tmp_path: Path
) -> None:
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    other = made_at(desk, other_folder)

    with pytest.raises(OtherPackage):
        checked(desk, made, other_folder / NAME)
    (other_folder / NAME / CLIP).write_bytes(b"another")
    with pytest.raises(OtherPackage):
        checked(desk, made, other_folder / NAME)

    assert checked(desk, other, other_folder / NAME).words == {FaultWord.CHANGED}


def test_a_forged_manifest_does_not_make_it_another_package_unseen(
    desk: EvidenceDesk, made: Package, store_of_packages: Path
) -> None:
    place = store_of_packages / NAME
    (place / SUMS).write_bytes((place / SUMS).read_bytes() + b"\n")

    verdict = checked(desk, made, place)

    assert FaultWord.SUMS_BROKEN in verdict.words
    assert verdict.signature is Answer.BAD


def test_a_check_that_is_given_up_tells_custody_nothing(
    desk: EvidenceDesk, made: Package, store_of_packages: Path
) -> None:
    stop = Stop()
    stop.set()

    with pytest.raises(Cancelled):
        desk.copies.verify(made.id, store_of_packages / NAME, stop=stop, progressed=ignore)
    for place in (store_of_packages / "none", store_of_packages):
        with pytest.raises(PackageMissing):
            checked(desk, made, place)

    assert kinds(desk, made) == [CustodyKind.MADE]


def test_copies_are_for_those_who_see_the_package(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    last = desk.cameras()[-1]
    desk.officer(Role.OFFICER, [desk.team_of(last)])
    for package_id in (made.id, PackageId(99)):
        with pytest.raises(Gone):
            desk.copies.copy(
                package_id, None, stick, encrypted=True, stop=Stop(), progressed=ignore
            )
    desk.officer(Role.DUTY)
    with pytest.raises(NotAllowed):
        copied(desk, made, stick)
    with pytest.raises(NotAllowed):
        checked(desk, made, stick)
    assert names(stick) == []


def test_a_copy_that_was_begun_ends_under_a_locked_screen(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    officer = desk.gate.officer()
    assert officer is not None

    def leave(_done: int, _total: int) -> None:
        desk.gate.seat.take(None)

    it = copied(desk, made, stick, progressed=leave)

    assert it.line.officer_id == officer.id


def test_what_is_not_made_is_neither_copied_nor_checked(
    desk: EvidenceDesk, made: Package, stick: Path
) -> None:
    assert made.request_id is not None
    queued = desk.queue.add(made.request_id, TARGET)

    with pytest.raises(RequestRefused, match="not made yet"):
        copied(desk, queued, stick)
    with pytest.raises(RequestRefused, match="not made yet"):
        checked(desk, queued, stick)


def test_a_medium_is_named_as_custody_can_keep_it(
    desk: EvidenceDesk, made: Package, stick: Path, tmp_path: Path
) -> None:
    for field, text in (("medium", "x" * 61), ("serial", "x" * 41), ("medium", "a\u202eb")):
        with pytest.raises(FieldRefused) as refused:
            copied(desk, made, stick, **{field: text})
        assert refused.value.field == field
    it = copied(desk, made, stick, medium="U" * 60, serial="S" * 40)
    assert len(it.line.medium) == 80
    assert it.line.medium.endswith(" · " + "S" * 40)
    desk.medium = None
    assert copied(desk, made, tmp_path).line.medium == ""
