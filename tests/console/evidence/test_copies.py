"""A copy lies whole on its medium, in custody, and with its papers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console.errors import FieldRefused, Gone, NotAllowed
from console.evidence.faults import Answer
from console.evidence.names import SIGNATURE
from console.evidence.notes import ENCRYPTED, words_in
from console.evidence.problems import (
    PackageMissing,
    WordsWrong,
)
from console.evidence.spoken_words import as_typed
from console.evidence.verifying import verify
from console.secret import Secret
from console.workers import Stop
from db.evidence_records import CustodyId, CustodyKind, Package, PackageId
from db.records import Role
from tests.console.call import ignore
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.sticks import (
    AS_TOLD,
    BOTH,
    ZIP,
    acts,
    checked,
    copied,
    names,
)
from tests.console.evidence.telling import CLIP, NAME
from tests.evidence import EvidenceDesk


def test_a_copy_is_what_was_made_and_custody_tells_the_medium(
    desk: EvidenceDesk, kept: Package, stick: Path, shelf: Path
) -> None:
    it = copied(desk, kept, stick)

    assert it.folder_or_file == stick / NAME
    assert names(stick) == [NAME]
    for each in (shelf / NAME).rglob("*"):
        if each.is_file():
            there = it.folder_or_file / each.relative_to(shelf / NAME)
            assert there.read_bytes() == each.read_bytes()
    assert verify(it.folder_or_file, stop=Stop(), progressed=ignore).sound
    assert (it.verdict.signer, it.words, it.passphrase_sheet) == (Answer.KNOWN, None, None)
    line = desk.custody.of(kept.id)[-1].line
    assert line == it.line
    assert (line.kind, line.medium, line.note) == (CustodyKind.COPIED, AS_TOLD, "")
    assert acts(desk) == [("copy_started", "")]


def test_a_locked_copy_is_one_file_that_its_words_alone_open(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    it = copied(desk, kept, stick, encrypted=True)

    assert it.folder_or_file == stick / ZIP
    assert names(stick) == [ZIP]
    assert it.words is not None
    assert it.passphrase_sheet is not None
    assert checked(desk, kept, it.folder_or_file, as_typed(f" {it.words.reveal().upper()} ")).sound
    for wrong in (None, Secret(""), Secret("xedap hoasen")):
        with pytest.raises(WordsWrong):
            checked(desk, kept, it.folder_or_file, wrong)
    assert it.line.note == ENCRYPTED
    assert words_in(it.line.note) == (ENCRYPTED,)
    assert copied(desk, kept, stick.parent, encrypted=True).words != it.words


def test_the_words_are_on_their_sheet_and_nowhere_else(
    desk: EvidenceDesk,
    kept: Package,
    stick: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")

    it = copied(desk, kept, stick, encrypted=True)

    assert it.words is not None
    assert it.passphrase_sheet is not None
    words = it.words.reveal()
    sheet = pdf_text(it.passphrase_sheet)
    assert all(f"{number}.{word}" in sheet for number, word in enumerate(words.split(), start=1))
    assert words not in repr(it)
    assert words not in caplog.text
    for file in [each for each in tmp_path.rglob("*") if each.is_file()]:
        assert words.encode() not in file.read_bytes()
    assert it.receipt is not None
    receipt = pdf_text(it.receipt)
    assert all(f"{number}.{word}" not in receipt for number, word in enumerate(words.split(), 1))


@pytest.mark.loud("a copy has no receipt yet")
def test_words_are_not_lost_where_the_receipt_cannot_be_made(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    def progressed(done: int, total: int) -> None:
        desk.settings_unread = done == total  # the store cannot be read from now on

    it = desk.copies.copy(kept.id, None, stick, encrypted=True, stop=Stop(), progressed=progressed)
    desk.settings_unread = False

    assert it.receipt is None
    assert it.words is not None
    assert it.passphrase_sheet is not None
    assert it.folder_or_file.is_file()
    assert desk.copies.receipt(kept.id, it.line.id)


def test_a_receipt_comes_with_the_copy_and_again_for_whom_it_is_handed_to(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    officer = desk.gate.officer()
    assert officer is not None
    it = copied(desk, kept, stick, medium="USB của đội 3", serial="0012")
    handed = desk.custody.add(
        kept.id, CustodyKind.HANDED, medium=it.line.medium, to_whom="Đại úy Nông Thị Thúy"
    )

    assert it.receipt is not None
    receipts = [it.receipt, desk.copies.receipt(kept.id, handed.id)]

    for text in map(pdf_text, receipts):
        for told in ("USB của đội 3", "0012", NAME, kept.uuid, officer.name, "125/YC-CQĐT", CLIP):
            assert squeezed(told) in text
    assert squeezed("Nông Thị Thúy") not in pdf_text(receipts[0])
    assert squeezed("Nông Thị Thúy") in pdf_text(receipts[1])
    assert desk.copies.receipt(kept.id, it.line.id) == it.receipt


def test_there_is_no_receipt_for_other_lines(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    first = desk.custody.of(kept.id)[0].line
    with pytest.raises(FieldRefused):
        desk.copies.receipt(kept.id, first.id)
    with pytest.raises(Gone):
        desk.copies.receipt(kept.id, CustodyId(99))
    other = desk.exported(desk.approved(desk.chief(), desk.officer(Role.OFFICER)))
    line = desk.custody.add(other.id, CustodyKind.COPIED)
    with pytest.raises(Gone):
        desk.copies.receipt(kept.id, line.id)


def test_a_receipt_without_its_package_asks_for_it(
    desk: EvidenceDesk, kept: Package, stick: Path, shelf: Path
) -> None:
    it = copied(desk, kept, stick)
    shutil.rmtree(shelf / NAME)

    with pytest.raises(PackageMissing):
        desk.copies.receipt(kept.id, it.line.id)

    assert desk.copies.receipt(kept.id, it.line.id, it.folder_or_file) == it.receipt


def test_a_copy_can_be_copied_and_what_else_lies_there_is_left_behind(
    desk: EvidenceDesk, kept: Package, stick: Path, tmp_path: Path
) -> None:
    first = copied(desk, kept, stick).folder_or_file
    (first / "Thumbs.db").write_bytes(b"x")
    (first / SIGNATURE).with_suffix(".bak").write_bytes(b"x")

    it = desk.copies.copy(kept.id, first, tmp_path, encrypted=False, stop=Stop(), progressed=ignore)

    assert it.verdict.sound
    assert "Thumbs.db" not in names(it.folder_or_file)


@BOTH
def test_progress_counts_writing_and_reading_back(
    desk: EvidenceDesk, kept: Package, stick: Path, encrypted: bool
) -> None:
    heard: list[tuple[int, int]] = []

    copied(
        desk,
        kept,
        stick,
        encrypted=encrypted,
        progressed=lambda done, total: heard.append((done, total)),
    )

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    assert max(total for _, total in heard) == min(total for _, total in heard)


def test_copies_are_for_those_who_see_the_package(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    last = desk.cameras()[-1]
    desk.officer(Role.OFFICER, [desk.team_of(last)])
    for package_id in (kept.id, PackageId(99)):
        with pytest.raises(Gone):
            desk.copies.copy(
                package_id, None, stick, encrypted=True, stop=Stop(), progressed=ignore
            )
    desk.officer(Role.DUTY)
    with pytest.raises(NotAllowed):
        copied(desk, kept, stick)
    with pytest.raises(NotAllowed):
        checked(desk, kept, stick)
    assert names(stick) == []


def test_a_copy_that_was_begun_ends_under_a_locked_screen(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    officer = desk.gate.officer()
    assert officer is not None

    def leave(_done: int, _total: int) -> None:
        desk.gate.seat.take(None)

    it = copied(desk, kept, stick, progressed=leave)

    assert it.line.officer_id == officer.id


def test_a_medium_is_named_as_custody_can_keep_it(
    desk: EvidenceDesk, kept: Package, stick: Path, tmp_path: Path
) -> None:
    for field, medium, serial in (
        ("medium", "x" * 61, ""),
        ("serial", "", "x" * 41),
        ("medium", "a\u202eb", ""),
    ):
        with pytest.raises(FieldRefused) as refused:
            copied(desk, kept, stick, medium=medium, serial=serial)
        assert refused.value.field == field
    it = copied(desk, kept, stick, medium="U" * 60, serial="S" * 40)
    assert len(it.line.medium) == 80
    assert it.line.medium.endswith(" · " + "S" * 40)
    desk.medium = None
    assert copied(desk, kept, tmp_path).line.medium == ""
