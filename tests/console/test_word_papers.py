"""A paper in Word: the Decree's measures, real styles, heads that come again."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from console.decree import Column, Facts, Heading, Line, Paper, Signature, Signatures, Table
from console.word_papers import TYPEFACE, word_document

PAPER = Paper(
    superior="CÔNG AN TỈNH THÁI NGUYÊN",
    body="CÔNG AN PHƯỜNG TÚC DUYÊN",
    number="12/BB-CAP",
    place_date="Thái Nguyên, ngày 27 tháng 11 năm 2026",
    kind="BIÊN BẢN",
    about="Trích xuất",
    blocks=(
        Heading("1. Đầu"),
        Line("Dòng <b>một</b> & {{ hai }}", italic=True, sticky=True),
        Facts((("Nhãn", "một\nhai"),)),
        Heading("1.1. Nhỏ", 2),
        Table((Column("Tên", 100), Column("Số", 65, right=True)), (("a", "1"), ("b", "2"))),
        Signatures((Signature("NGƯỜI GIAO", "(Ký)", "Lan"), Signature("NGƯỜI NHẬN", "(Ký)"))),
    ),
    recipients=("Như trên", "Lưu: VT"),
    mark="goi-1",
    made_at=datetime(2026, 11, 27, 3, 20, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return word_document(PAPER)


def mm(length: int | None) -> float:
    return round((length or 0) / Mm(1), 1)


def test_page_and_margins_are_the_decrees(content: bytes) -> None:
    section = Document(io.BytesIO(content)).sections[0]

    assert (mm(section.page_width), mm(section.page_height)) == (210, 297)
    assert (mm(section.left_margin), mm(section.right_margin)) == (30, 15)
    assert (mm(section.top_margin), mm(section.bottom_margin)) == (20, 20)
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""


def test_headings_are_words_own(content: bytes) -> None:
    document = Document(io.BytesIO(content))

    styled = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert ("Heading 1", "1. Đầu") in styled
    assert ("Heading 2", "1.1. Nhỏ") in styled
    assert ("Title", "BIÊN BẢN") in styled
    assert ("Normal", "Dòng <b>một</b> & {{ hai }}") in styled
    assert document.styles["Normal"].font.size == Pt(13)
    assert document.styles["Normal"].font.name == TYPEFACE


def test_no_face_of_a_theme_comes_before_ours(content: bytes) -> None:
    document = Document(io.BytesIO(content))

    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        fonts = document.styles[name].element.rPr.rFonts
        assert set(fonts.attrib.values()) == {TYPEFACE}


def test_the_head_of_a_table_comes_again_and_rows_stay_whole(content: bytes) -> None:
    table = Document(io.BytesIO(content)).tables[2]

    head, *rows = table.rows
    assert [cell.text for cell in head.cells] == ["Tên", "Số"]
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [mm(cell.width) for cell in rows[0].cells] == [100, 65]


def test_no_two_tables_touch_and_none_is_last(content: bytes) -> None:
    body = [e.tag.rpartition("}")[2] for e in Document(io.BytesIO(content)).element.body]

    assert body.count("tbl") == 4
    assert "tbl tbl" not in " ".join(body)
    assert body[-2:] == ["p", "sectPr"]


def test_pages_are_counted_by_word(content: bytes) -> None:
    section = Document(io.BytesIO(content)).sections[0]

    for footer in (section.footer, section.first_page_footer):
        fields = [f.get(qn("w:instr")) for f in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert [f.get(qn("w:instr")) for f in section.header._element.iter(qn("w:fldSimple"))] == [
        "PAGE"
    ]


def test_the_file_says_when_the_paper_was_made_and_by_whom(content: bytes) -> None:
    properties = Document(io.BytesIO(content)).core_properties

    assert properties.author == properties.last_modified_by == PAPER.body
    assert properties.created == properties.modified == PAPER.made_at
    assert properties.title == "BIÊN BẢN Trích xuất"
    assert properties.comments == ""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.testzip() is None
