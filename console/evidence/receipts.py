"""Papers that go with a package: the receipt of its medium, and the sheet with its passphrase.

Each takes one plain record and gives a PDF; nothing here knows the store.  E-21 asks for the
receipt.  The passphrase stands on a paper of its own, which never travels with the medium.
"""

from __future__ import annotations

from collections.abc import Iterator

from console.decree import (
    Block,
    Column,
    Facts,
    Heading,
    Line,
    Paper,
    Signatures,
    Table,
    paper_data,
    printed,
)
from console.evidence import paper_words as words
from console.evidence.cover import medium_rows, signed_by
from console.evidence.paper_records import (
    Comparison,
    Issuer,
    Medium,
    MediumReceipt,
    PackedFile,
    PassphraseSheet,
    Person,
)
from console.evidence.paper_words import told
from console.evidence.spoken_words import spoken
from console.legible import drawn_signs, legible
from console.papers import render

__all__ = [
    "Comparison",
    "Issuer",
    "Medium",
    "MediumReceipt",
    "PackedFile",
    "PassphraseSheet",
    "Person",
    "passphrase_pdf",
    "receipt_pdf",
]

_FILES = (
    Column("STT", 12),
    Column("Tệp", 80),
    Column("Số byte", 29, right=True),
    Column("SHA-256, 16 số đầu", 44),
)


def receipt_pdf(receipt: MediumReceipt) -> bytes:
    """The receipt as PDF; equal ones make equal bytes.  One thread, a third of a second."""
    paper = Paper(
        superior=receipt.issuer.superior.upper(),
        body=receipt.issuer.station.upper(),
        number=receipt.issuer.number,
        place_date=words.place_date(receipt.issuer.place, receipt.made_at, receipt.zone),
        kind="BIÊN NHẬN",
        about="Giao nhận vật mang tin chứa dữ liệu hình ảnh camera",
        blocks=tuple(_blocks(receipt)),
        recipients=(),
        mark=receipt.package,
        made_at=receipt.made_at,
    )
    data = paper_data(printed(paper, drawn_signs()))
    return render("bien-nhan", data, made_at=receipt.made_at)


def passphrase_pdf(sheet: PassphraseSheet) -> bytes:
    """The sheet as PDF: words in the order in which they are typed, each with its number.

    Below one of ``console.evidence.spoken_words`` stands how it is said.

    Typst remembers what it has set for a while, so the words stay in this process's memory.

    Raises:
        ValueError: no words, or one that our font cannot print as it is typed.
    """
    drawn = drawn_signs()
    secret = sheet.words.reveal()
    words_ = secret.split()
    if not words_ or legible(secret, drawn) != secret:
        raise ValueError("these words cannot be printed as they are typed")
    about = told(
        ("Gói", sheet.package),
        *medium_rows(sheet.medium),
        ("Lập lúc", words.local(sheet.made_at, sheet.zone)),
    )
    data = {
        "station": legible(sheet.station, drawn).upper(),
        "about": [[label, legible(value, drawn)] for label, value in about],
        "words": [[word, spoken().get(word, "")] for word in words_],
    }
    return render("mat-khau-goi", data, made_at=sheet.made_at)


def _blocks(receipt: MediumReceipt) -> Iterator[Block]:
    yield Line(
        f"Hôm nay, hồi {words.moment(receipt.made_at, receipt.zone)}, hai bên giao và nhận vật mang"
        " tin chứa dữ liệu hình ảnh camera như sau:"
    )
    yield Facts(
        told(
            ("Người giao", words.person(receipt.handed_by)),
            ("Người nhận", words.person(receipt.received_by) if receipt.received_by else ""),
            ("Người chứng kiến", "\n".join(words.person(each) for each in receipt.witnesses)),
            ("Vụ việc số", receipt.case_number),
            ("Văn bản yêu cầu số", receipt.request_number),
            ("Tên gói", receipt.package),
            ("Mã gói", receipt.package_id),
            *medium_rows(receipt.medium),
            ("Số niêm phong", receipt.seal_number),
            ("Dấu vân tay của khoá ký", words.fingerprint_groups(receipt.key_fingerprint)),
        )
    )
    yield Heading("Tệp trên vật mang tin")
    if receipt.files:
        yield Table(_FILES, tuple(_rows(receipt.files)))
    else:
        yield Line("Không có tệp nào.")
    yield Line(
        f"{_compared(receipt)} Biên nhận được lập thành {receipt.copies:02} bản, mỗi bên giữ một"
        " bản.",
        sticky=True,
    )
    yield Signatures(signed_by(receipt.received_by, receipt.handed_by, receipt.witnesses))


def _compared(receipt: MediumReceipt) -> str:
    """What the program did itself, and nothing more: both sides sign it."""
    compared = receipt.compared
    if compared is None:
        return (
            "Chương trình không xác nhận được các tệp trên đã được đối chiếu trên đúng vật mang tin"
            " này; danh sách ghi theo gói đã lập tại trạm. Bên nhận cần kiểm tra gói theo tệp"
            " DOC-TRUOC.html trước khi ký."
        )
    when = words.local(compared.at, receipt.zone)
    if compared.sound:
        return (
            "Lần gần nhất chương trình đọc lại các tệp trên từ vật mang tin này và đối chiếu là"
            f" lúc {when}: khớp với danh sách đã ký."
        )
    return (
        f"Lần gần nhất chương trình kiểm tra gói trên vật mang tin này là lúc {when}: KHÔNG khớp"
        " với gói đã ký."
    )


def _rows(files: tuple[PackedFile, ...]) -> Iterator[tuple[str, ...]]:
    for number, file in enumerate(files, start=1):
        yield str(number), file.path, words.amount(file.size), file.sha256[: words.SHORT_SUM]
