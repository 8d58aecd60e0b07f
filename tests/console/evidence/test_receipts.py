"""Papers beside the package: the medium's receipt, and the words that open it, on their own."""

from __future__ import annotations

import io
from datetime import UTC
from pathlib import Path

import pytest
from pypdf import PdfReader

from console.evidence.paper_words import local
from console.evidence.receipts import (
    MediumReceipt,
    PassphraseSheet,
    passphrase_pdf,
    receipt_pdf,
)
from console.evidence.spoken_words import spoken
from console.secret import Secret
from db.evidence_records import CustodyKind, CustodyLine, Package, PackageExtras
from db.structs import replace
from tests.console.evidence.covers import BINH, HANOI, HUNG, LAN, MADE, USUAL, pdf_text, squeezed
from tests.console.evidence.sticks import AS_TOLD, KINGSTON, checked, copied, made_at
from tests.console.evidence.telling import CLIP
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock

COMPARED = "khớp với danh sách đã ký"
DIFFERS = "KHÔNG khớp với gói đã ký"
UNKNOWN = "Chương trình không xác nhận được"

assert USUAL.medium is not None
RECEIPT = MediumReceipt(
    issuer=USUAL.issuer,
    made_at=MADE,
    zone=HANOI,
    package=USUAL.package,
    package_id=USUAL.package_id,
    case_number=USUAL.case_number,
    request_number="45/CSHS",
    medium=USUAL.medium,
    seal_number="0012345",
    files=USUAL.files,
    key_fingerprint=USUAL.key_fingerprint,
    handed_by=LAN,
    received_by=HUNG,
    witnesses=(BINH,),
)
WORDS = "runggia xedap muarao contrau khoaiso nuida thuvien quabuoi"
SHEET = PassphraseSheet(
    station="Công an phường Túc Duyên",
    made_at=MADE,
    zone=HANOI,
    package=USUAL.package,
    medium=USUAL.medium,
    words=Secret(WORDS),
)


def test_a_receipt_names_medium_people_and_files() -> None:
    text = pdf_text(receipt_pdf(RECEIPT))

    for told in (
        "BIÊN NHẬN",
        "USB Kingston DataTraveler 32 GB",
        "60A44C413FAEF291",
        "0012345",
        USUAL.package,
        USUAL.package_id,
        USUAL.key_fingerprint,
        "Nguyễn Thị Lan, Thượng úy, cán bộ trực ban",
        "Trần Mạnh Hùng",
        "Phạm Văn Bình, tổ 12, phường Túc Duyên",
        "NGƯỜI GIAO",
        "NGƯỜI NHẬN",
        "10 giờ 20 phút, ngày 27 tháng 11 năm 2026",
    ):
        assert squeezed(told) in text
    for file in RECEIPT.files:
        assert squeezed(file.path) in text
        assert file.sha256[:16] in text
        assert file.sha256[:17] not in text


def test_a_receipt_leaves_out_what_nobody_told() -> None:
    bare = replace(
        RECEIPT,
        case_number="",
        request_number="",
        seal_number="",
        key_fingerprint="",
        received_by=None,
        witnesses=(),
        files=(),
        medium=replace(RECEIPT.medium, serial="", label=""),
    )

    text = pdf_text(receipt_pdf(bare))

    for label in ("Vụ việc số", "Số niêm phong", "Dấu vân tay", "Người nhận:", "Số sê-ri", "Nhãn:"):
        assert squeezed(label) not in text
    assert squeezed("Không có tệp nào.") in text


def test_the_words_are_printed_in_the_order_in_which_they_are_typed_and_said() -> None:
    content = passphrase_pdf(SHEET)

    text = pdf_text(content)
    places = [
        text.index(told)
        for number, word in enumerate(WORDS.split(), start=1)
        for told in (f"{number}.{word}", squeezed(spoken()[word]))
    ]
    assert places[0::2] == sorted(places[0::2])
    assert places[1::2] == sorted(places[1::2])
    assert squeezed(SHEET.package) in text
    assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_words_of_another_list_are_printed_as_they_are() -> None:
    text = pdf_text(passphrase_pdf(replace(SHEET, words=Secret("rừng sông"))))

    assert "1.rừng" in text
    assert "2.sông" in text


def test_words_that_paper_would_change_are_refused() -> None:
    for words in ("", " ", "rừng 👮", "ru\u0323ng"):
        with pytest.raises(ValueError, match="cannot be printed"):
            passphrase_pdf(replace(SHEET, words=Secret(words)))


def test_a_record_of_the_words_does_not_show_them() -> None:
    assert "xedap" not in repr(SHEET)


def test_equal_records_make_equal_papers() -> None:
    assert receipt_pdf(RECEIPT) == receipt_pdf(replace(RECEIPT))
    assert passphrase_pdf(SHEET) == passphrase_pdf(replace(SHEET))


def comparison_told(desk: EvidenceDesk, package: Package, line: CustodyLine) -> str:
    """What the receipt of a line says of the medium: COMPARED, DIFFERS, UNKNOWN, and when."""
    text = pdf_text(desk.copies.receipt(package.id, line.id))
    (told,) = (each for each in (COMPARED, DIFFERS, UNKNOWN) if squeezed(each) in text)
    if told == UNKNOWN:
        return told
    (when,) = (
        each.line.kind
        for each in desk.custody.of(package.id)
        if squeezed(f"là lúc {local(each.line.at, UTC)}") in text
    )
    return f"{told}, {when}"


def handed(
    desk: EvidenceDesk, package: Package, medium: str, kind: CustodyKind = CustodyKind.HANDED
) -> CustodyLine:
    """It goes to somebody, a minute later, or comes back."""
    desk.clock.pass_(minutes=1)
    return desk.custody.add(package.id, kind, medium=medium, to_whom="Đại úy Nông Thị Thúy")


def test_a_receipt_of_a_copy_tells_when_it_was_read_back(
    desk: EvidenceDesk, kept: Package, stick: Path, clock: FakeClock
) -> None:
    clock.pass_(minutes=1)
    line = copied(desk, kept, stick).line

    assert comparison_told(desk, kept, line) == f"{COMPARED}, copied"
    for kind in (CustodyKind.HANDED, CustodyKind.RETURNED):
        assert comparison_told(desk, kept, handed(desk, kept, AS_TOLD, kind)) == (
            f"{COMPARED}, copied"
        )


def test_a_receipt_of_a_medium_that_the_program_never_saw_does_not_vouch_for_it(
    desk: EvidenceDesk, kept: Package, stick: Path, clock: FakeClock
) -> None:
    clock.pass_(minutes=1)
    copied(desk, kept, stick)
    for medium in ("", "Kingston DataTraveler", "USB đen, nhãn 3", f"{AS_TOLD}0", "SanDisk · 12"):
        assert comparison_told(desk, kept, handed(desk, kept, medium)) == UNKNOWN


def test_a_number_alone_is_the_medium_that_told_it(
    desk: EvidenceDesk, kept: Package, stick: Path, clock: FakeClock
) -> None:
    clock.pass_(minutes=1)
    copied(desk, kept, stick)

    for medium in (KINGSTON.serial, f"USB của đội 3 · {KINGSTON.serial}"):
        assert comparison_told(desk, kept, handed(desk, kept, medium)) == f"{COMPARED}, copied"


def test_a_check_counts_from_when_it_was_made_and_one_that_found_something_too(
    desk: EvidenceDesk, kept: Package, stick: Path, clock: FakeClock
) -> None:
    clock.pass_(minutes=1)
    place = copied(desk, kept, stick).folder_or_file
    first = handed(desk, kept, AS_TOLD)
    clock.pass_(minutes=1)
    assert checked(desk, kept, place).sound
    assert comparison_told(desk, kept, handed(desk, kept, AS_TOLD)) == f"{COMPARED}, verified"
    clock.pass_(minutes=1)
    (place / CLIP).write_bytes(b"another")

    assert not checked(desk, kept, place).sound

    assert comparison_told(desk, kept, handed(desk, kept, AS_TOLD)) == f"{DIFFERS}, verified"
    assert comparison_told(desk, kept, first) == f"{COMPARED}, copied"  # what was known then
    desk.custody.add(kept.id, CustodyKind.DESTROYED, medium=AS_TOLD)
    assert comparison_told(desk, kept, handed(desk, kept, AS_TOLD)) == UNKNOWN


def test_a_check_whose_words_were_erased_vouches_for_nothing(
    desk: EvidenceDesk, kept: Package, stick: Path, clock: FakeClock
) -> None:
    officer = desk.gate.officer()
    assert officer is not None
    clock.pass_(minutes=1)
    place = copied(desk, kept, stick).folder_or_file
    checked(desk, kept, place)
    line = handed(desk, kept, AS_TOLD)
    desk.chief()
    desk.custody.erase_people(desk.custody.of(kept.id)[-2].line.id)
    desk.sign_in(officer)

    assert comparison_told(desk, kept, line) == UNKNOWN


@pytest.mark.parametrize(
    ("serial", "told"), [(KINGSTON.serial, f"{COMPARED}, made"), ("", UNKNOWN)]
)
def test_what_was_made_straight_onto_a_medium_has_a_receipt(
    desk: EvidenceDesk, shelf: Path, serial: str, told: str
) -> None:
    package = made_at(desk, shelf, extras=PackageExtras(medium="USB đội 3"), serial=serial)
    (made,) = (each.line for each in desk.custody.of(package.id))

    text = pdf_text(desk.copies.receipt(package.id, made.id))

    assert squeezed("USB đội 3") in text
    assert serial in text
    assert comparison_told(desk, package, made) == told
    assert comparison_told(desk, package, handed(desk, package, serial)) == told
