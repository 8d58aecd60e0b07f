"""Papers beside the package: the medium's receipt, and the words that open it, on their own."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from console.evidence.receipts import (
    MediumReceipt,
    PassphraseSheet,
    passphrase_pdf,
    receipt_pdf,
)
from console.evidence.spoken_words import spoken
from console.secret import Secret
from db.structs import replace
from tests.console.evidence.covers import BINH, HANOI, HUNG, LAN, MADE, USUAL, pdf_text, squeezed

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

    for label in ("Vụ việc số", "Số niêm phong", "Vân tay", "Người nhận:", "Số sê-ri", "Nhãn:"):
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
