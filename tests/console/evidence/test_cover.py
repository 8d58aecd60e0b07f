"""The cover sheet: what went in stands on the paper, as PDF and in Word, however nasty it is."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from console.decree import UNPRINTABLE
from console.evidence.cover import CoverSheet, Person, Request, cover_docx, cover_pdf
from console.evidence.cover_of import clock_of
from console.evidence.lines import Clocks
from console.legible import drawn_signs, legible
from console.paper_code import grouped
from db.footage_records import GapCause
from db.structs import Frozen, asdict, replace
from tests.console.evidence.covers import (
    BARE,
    GATE,
    LONG,
    SCHOOL,
    USUAL,
    at,
    docx_text,
    pdf_text,
    squeezed,
)

NASTY = [
    "Nguyễn Thị Ánh Tuyết, phường Ỷ La, Đắk Lắk, quẫy đạp ngoằn ngoèo",
    unicodedata.normalize("NFD", "Nguyễn Thị Ánh Tuyết, phường Ỷ La, Đắk Lắk"),
    "Ngõ rất dài " * 25,
    "x" * 300,
    "W" * 300,
    "abc\u202edcba\u202c \u200fxyz",
    "Cổng 👮🏽‍♂️ chợ 漢",
    '<b>&amp; #panic("no") *đậm* _nghiêng_ $x^2$ @a `c` \\ // ]] }} {{ tên }} <w:p/>',
    "fi ffi -- --- ... 'a' \"b\" ~ a-? - 1. + =",
    "một\nhai\n\nba",
    "\x00\x07\ud800\ufffe",
]
_ELSEWHERE = {"sha256", "hash", "key_fingerprint", "station", "superior"}
KINDS = pytest.mark.parametrize(
    "text_of",
    [lambda sheet: pdf_text(cover_pdf(sheet)), lambda sheet: docx_text(cover_docx(sheet))],
    ids=["pdf", "docx"],
)


def strings(value: object) -> Iterator[str]:
    """Every text of a sheet that stands on paper as it is."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)
    elif isinstance(value, Frozen):
        for name, each in asdict(value).items():
            if name not in _ELSEWHERE:
                yield from strings(each)


def lacking(sheet: CoverSheet, text: str) -> list[str]:
    drawn = drawn_signs()
    return [each for each in strings(sheet) if squeezed(legible(each, drawn)) not in text]


@KINDS
@pytest.mark.parametrize("sheet", [USUAL, BARE, LONG], ids=["usual", "bare", "long"])
def test_every_text_stands_on_the_paper(
    sheet: CoverSheet, text_of: Callable[[CoverSheet], str]
) -> None:
    text = text_of(sheet)

    assert lacking(sheet, text) == []
    assert squeezed(sheet.issuer.station.upper()) in text
    assert squeezed(sheet.issuer.superior.upper()) in text
    for file in sheet.files:
        assert (file.sha256 in text) == file.path.startswith("goc/")
        assert file.sha256[:16] in text


@KINDS
@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_nothing_in_a_text_is_markup_and_none_of_it_is_lost(
    nasty: str, text_of: Callable[[CoverSheet], str]
) -> None:
    sheet = replace(
        USUAL,
        issuer=replace(USUAL.issuer, number=nasty, place=nasty),
        request=Request(
            number=nasty, unit=nasty, person=nasty, purpose=nasty, legal_basis=(nasty,)
        ),
        cameras=(replace(GATE, name=nasty, place=nasty, device=nasty, notes=(nasty,)),),
        received_by=Person(name=nasty, title=nasty, unit=nasty, address=nasty),
        recipients=(nasty,),
        seal_number=nasty,
    )

    text = text_of(sheet)

    assert lacking(sheet, text) == []
    assert (squeezed(UNPRINTABLE) in text) == ("[U+" in legible(nasty, drawn_signs()))
    assert "\x00" not in text


@KINDS
def test_key_and_log_are_told_in_groups(text_of: Callable[[CoverSheet], str]) -> None:
    assert USUAL.log_head is not None

    text = text_of(USUAL)

    assert USUAL.key_fingerprint in text
    assert squeezed(grouped(USUAL.log_head.hash)) in text


@KINDS
def test_times_are_told_as_wanted_and_as_they_are_here_and_in_utc(
    text_of: Callable[[CoverSheet], str],
) -> None:
    text = text_of(USUAL)

    for told in (
        "27/11/2026 09:12:00.000 +07:00",
        "2026-11-27 02:12:00.000",
        "27/11/2026 09:11:58.250 +07:00",
        "2026-11-27 02:11:58.250",
        "Bản gốc bắt đầu sớm hơn yêu cầu 1,750 giây",
        "Bản gốc kết thúc muộn hơn yêu cầu 2,200 giây",
        "+2,350 giây ± 0,120 giây, đo lúc 27/11/2026 08:12:00.000 +07:00",
        "Đồng hồ máy trạm khi nhận được hình",
        "ngày 05 tháng 02 năm 2026",
    ):
        assert squeezed(told) in text


@KINDS
def test_what_is_missing_is_named_also_where_nobody_named_it(
    text_of: Callable[[CoverSheet], str],
) -> None:
    silent = replace(GATE, gaps=())

    named, unnamed = text_of(USUAL), text_of(replace(USUAL, cameras=(silent,)))

    gap = squeezed("27/11/2026 09:15:51.400 +07:00 27/11/2026 09:16:12.040 +07:00")
    assert gap in named
    assert squeezed("Đường mạng đứt hoặc im lặng") in named
    assert squeezed("Không thiếu đoạn hình nào") in named  # of the school's camera
    assert gap in unnamed
    assert squeezed("Không rõ nguyên nhân") in unnamed
    assert squeezed("Không thiếu đoạn hình nào") not in unnamed


@KINDS
def test_a_gap_of_station_off_does_not_say_that_the_pc_was_off(
    text_of: Callable[[CoverSheet], str],
) -> None:
    off = replace(GATE.gaps[0], cause=GapCause.STATION_OFF)  # or a crash, a user who logged out

    text = text_of(replace(USUAL, cameras=(replace(GATE, gaps=(off,)),)))

    assert squeezed("Máy hoặc chương trình của trạm đã tắt") in text


@KINDS
def test_a_camera_without_a_picture_says_so(text_of: Callable[[CoverSheet], str]) -> None:
    text = text_of(BARE)

    assert squeezed("Không có hình nào của camera này") in text
    assert squeezed("Không có tệp bản gốc nào") in text
    assert squeezed("27/11/2026 09:22:00.000 +07:00 2026-11-27 02:12:00.000") in text


@KINDS
def test_clocks_that_were_not_the_same_in_all_files_are_told_from_to(
    text_of: Callable[[CoverSheet], str],
) -> None:
    known = [Clocks(2_350_000, 120_000, ()), Clocks(-1_750_000, 40_000, ()), Clocks(0, 0, ())]
    for clocks, told in (
        (known, "-1,750 giây đến +2,350 giây, tùy tệp, ± 0,120 giây"),
        ([*known, Clocks(1, None, ())], "-1,750 giây đến +2,350 giây, tùy tệp"),
        ([*known[:1], Clocks(None, None, ())], "+2,350 giây ± 0,120 giây"),
        ([Clocks(None, None, ())], "chưa đo"),
    ):
        camera = replace(USUAL.cameras[0], clock=clock_of(clocks))
        text = text_of(replace(USUAL, cameras=(camera,)))
        assert squeezed(f"Độ lệch đồng hồ camera: {told}") in text
        assert (squeezed("tùy tệp, ±") in text) == ("±" in told and "đến" in told)


@KINDS
def test_what_is_not_told_leaves_no_label(text_of: Callable[[CoverSheet], str]) -> None:
    text = text_of(BARE)

    for label in (
        "Số:",
        "Vụ việc số",
        "Văn bản yêu cầu số",
        "Ngày yêu cầu",
        "Đơn vị yêu cầu",
        "Mục đích",
        "Người phê duyệt",
        "Người nhận:",
        "Người chứng kiến",
        "Vị trí",
        "Thiết bị",
        "Dấu vân tay",
        "Đầu nhật ký",
        "Đồng hồ máy trạm:",
        "Phần mềm",
        "Vật mang tin",
        "Số niêm phong",
        "Nơi nhận",
        "Căn cứ",
    ):
        assert squeezed(label) not in text


def test_a_table_goes_on_over_pages_with_its_head() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(cover_pdf(LONG))).pages]

    heads = [page.count("Tệp và SHA-256") for page in pages]
    assert len(pages) >= 5
    assert sum(heads) >= 3
    for number, page in enumerate(pages, start=1):
        assert f"Trang{number}/{len(pages)}" in squeezed(page)
        assert LONG.package in squeezed(page)
        # Annex I, part I, section I, 7: the number stands above, but not on the first page.
        assert page.lstrip().startswith(str(number)) == (number > 1)
        assert ("goc/012_2" in page) <= ("Tệp và SHA-256" in page)
    assert "NGƯỜI NHẬN" in pages[-1]
    assert squeezed("công nhận đúng và cùng ký tên") in squeezed(pages[-1])


def test_a_long_name_goes_on_in_the_next_line_and_not_over_the_next_column() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(cover_pdf(LONG))).pages]
    path, run = LONG.files[0].path, USUAL.cameras[0].runs[0].path

    assert path not in "".join(pages)  # too long for the column: a line ends within it
    assert squeezed(path) in squeezed("".join(pages))
    narrow = PdfReader(io.BytesIO(cover_pdf(USUAL))).pages[0].extract_text()
    assert run not in narrow
    assert squeezed(run) in squeezed(narrow)


@pytest.mark.parametrize("sheet", [USUAL, LONG], ids=["usual", "long"])
def test_no_font_but_ours_is_embedded(sheet: CoverSheet) -> None:
    fonts = set()
    for page in PdfReader(io.BytesIO(cover_pdf(sheet))).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        listed = resources["/Font"].get_object()
        assert isinstance(listed, DictionaryObject)
        for font in listed.values():
            told = font.get_object()
            assert isinstance(told, DictionaryObject)
            fonts.add(str(told["/BaseFont"]).rpartition("+")[2])

    assert fonts == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_the_paper_is_a4_and_dated_by_what_it_says() -> None:
    reader = PdfReader(io.BytesIO(cover_pdf(USUAL)))

    box = reader.pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)
    assert reader.metadata is not None
    assert reader.metadata.creation_date == USUAL.made_at.replace(microsecond=0)


@pytest.mark.parametrize("made", [cover_pdf, cover_docx])
def test_equal_sheets_make_equal_bytes(made: Callable[[CoverSheet], bytes]) -> None:
    assert made(USUAL) == made(replace(USUAL))
    assert made(USUAL) != made(replace(USUAL, seal_number="0012346"))


def test_a_span_of_two_seconds_between_files_is_no_secret() -> None:
    camera = replace(
        SCHOOL,
        runs=tuple(replace(run, path="goc/1.mp4") for run in SCHOOL.runs),
        wanted=replace(SCHOOL.wanted, end=at(602.1)),
    )

    text = pdf_text(cover_pdf(replace(USUAL, cameras=(camera,))))

    assert squeezed("Thiếu hình 1 đoạn") in text
