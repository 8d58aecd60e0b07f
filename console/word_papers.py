"""Papers as DOCX, for offices that edit them in Word: python-docx's door.

The same parts as ``resources/papers/decree.typ`` sets, with Word's own styles, tables and fields,
so that headings can be walked and tables' heads come again on every page.  The type is Times New
Roman, which every office has and which measures as Tinos does; nothing is embedded.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Any

from console.decree import (
    WIDTH_MM,
    Block,
    Facts,
    Heading,
    Line,
    Paper,
    Signature,
    Signatures,
    Table,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

TYPEFACE = "Times New Roman"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_HEAD_MM = (71, 94)  # who issues it; quốc hiệu
_FACTS_MM = (53, 112)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier time


def word_document(paper: Paper) -> bytes:
    """``paper`` as a DOCX; equal papers make equal bytes.  Some 0.2 s."""
    import docx

    document = docx.Document()
    _set_up(document, paper)
    _letterhead(document, paper)
    _title(document, paper)
    for block in paper.blocks:
        _add(document, block)
    _recipients(document, paper.recipients)
    made = io.BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _set_up(document: Document, paper: Paper) -> None:
    """Page, margins (30/15/20/20 mm), styles, page numbers: annex I, part I, section I."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = True
    _styles(document)
    # The number of the page stands above from the second page on (section I, 7).
    header = section.header.paragraphs[0]
    _plain(header, centred=True)
    _field(header, "PAGE", 13)
    for footer in (section.footer, section.first_page_footer):
        _mark(footer.paragraphs[0], paper.mark)
    properties = document.core_properties
    properties.title = f"{paper.kind} {paper.about}".strip()
    properties.author = properties.last_modified_by = paper.body
    properties.comments = ""
    properties.language = "vi-VN"
    moment = paper.made_at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    properties.created = properties.modified = moment


def _styles(document: Document) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, bold, italic in (
        ("Normal", 13, False, False),
        ("Title", 14, True, False),
        ("Heading 1", 13, True, False),
        ("Heading 2", 13, True, True),
    ):
        style: Any = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):  # the theme's face would win over ours
            del fonts.attrib[key]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), TYPEFACE)
        layout = style.paragraph_format
        layout.space_before = Pt(10 if name.startswith("Heading") else 0)
        layout.space_after = Pt(6 if name.startswith("Heading") else 3)
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _letterhead(document: Document, paper: Paper) -> None:
    """Section II, 1 to 4.  Rules below are borders of a paragraph that is drawn in."""
    left, right = _bare_row(document, _HEAD_MM)
    if paper.superior:
        _centred(left, paper.superior, 12)
    _centred(left, paper.body, 12, bold=True)
    _rule(left, indent_mm=24)
    _centred(right, NATION, 12, bold=True)
    _centred(right, MOTTO, 13, bold=True)
    _rule(right, indent_mm=18)
    if paper.number:
        _centred(left, f"Số: {paper.number}", 13)
    _centred(right, paper.place_date, 13, italic=True)
    for cell in (left, right):
        _drop_first(cell)


def _title(document: Document, paper: Paper) -> None:
    """Section II, 5."""
    from docx.shared import Pt

    kind = document.add_paragraph(style="Title")
    _plain(kind, centred=True)
    kind.paragraph_format.space_before = Pt(14)
    _write(kind, paper.kind)
    if paper.about:
        about = document.add_paragraph(style="Title")
        _plain(about, centred=True)
        _write(about, paper.about)
    _rule(document, indent_mm=62)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            heading = document.add_paragraph(style=f"Heading {block.level}")
            _write(heading, block.text)
        case Line():
            _line(document, block)
        case Facts():
            _facts(document, block)
        case Table():
            _table(document, block)
        case Signatures():
            _signatures(document, block.people)


def _line(document: Document, line: Line) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.first_line_indent = Mm(10)
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout.space_before = layout.space_after = Pt(4)
    layout.keep_with_next = line.sticky
    _write(paragraph, line.text, italic=line.italic)


def _facts(document: Document, facts: Facts) -> None:
    table = _new_table(document, len(facts.rows), _FACTS_MM)
    for row, texts in zip(table.rows, facts.rows, strict=True):
        for cell, text in zip(row.cells, (f"{texts[0]}:", texts[1]), strict=True):
            _write(cell.paragraphs[0], text)
    _part_from_next(document)


def _part_from_next(document: Document) -> None:
    """A thin paragraph: Word makes one table of two that touch."""
    from docx.shared import Pt

    layout = document.add_paragraph().paragraph_format
    layout.space_after, layout.line_spacing = Pt(0), Pt(7)


def _table(document: Document, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    widths = [column.width_mm for column in table.columns]
    made = _new_table(document, 1 + len(table.rows), widths, style="Table Grid")
    rows = list(made.rows)
    _mark_row(rows[0], "w:tblHeader")
    for cell, column in zip(rows[0].cells, table.columns, strict=True):
        _plain(cell.paragraphs[0], centred=True)
        _write(cell.paragraphs[0], column.heading, 11, bold=True)
    for row, texts in zip(rows[1:], table.rows, strict=True):
        _mark_row(row, "w:cantSplit")
        for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            if column.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _write(cell.paragraphs[0], text, 11)
    _part_from_next(document)


def _signatures(document: Document, people: Sequence[Signature]) -> None:
    """Section II, 7: two a row."""
    from docx.shared import Pt

    half = WIDTH_MM // 2
    table = _new_table(document, (len(people) + 1) // 2, (half, WIDTH_MM - half))
    rows = list(table.rows)
    for row in rows:
        _mark_row(row, "w:cantSplit")
    cells = [cell for row in rows for cell in row.cells]
    for cell, person in zip(cells, people, strict=False):
        _centred(cell, person.part, 13, bold=True)
        if person.note:
            _centred(cell, person.note, 13, italic=True)
        name = _centred(cell, person.name, 13, bold=True)
        name.paragraph_format.space_before = Pt(64)
        _drop_first(cell)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = cell not in cells[-2:]
    _part_from_next(document)


def _recipients(document: Document, names: Sequence[str]) -> None:
    """Section II, 9."""
    if not names:
        return
    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    _write(head, "Nơi nhận:", 12, bold=True, italic=True)
    for number, name in enumerate(names, start=1):
        line = document.add_paragraph()
        _plain(line, centred=False)
        line.paragraph_format.keep_with_next = number < len(names)
        _write(line, f"- {name}{';' if number < len(names) else '.'}", 11)


def _write(
    paragraph: Paragraph,
    text: str,
    size_pt: int | None = None,
    *,
    bold: bool | None = None,
    italic: bool | None = None,
) -> None:
    """Add ``text``, its lines as lines; nothing in it is markup."""
    from docx.shared import Pt

    run = paragraph.add_run()
    for number, line in enumerate(text.split("\n")):
        if number:
            run.add_break()
        run.add_text(line)
    run.bold, run.italic = bold, italic
    if size_pt is not None:
        run.font.size = Pt(size_pt)


def _centred(
    cell: _Cell, text: str, size_pt: int, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph: Paragraph = cell.add_paragraph()
    _plain(paragraph, centred=True)
    _write(paragraph, text, size_pt, bold=bold, italic=italic)
    return paragraph


def _plain(paragraph: Paragraph, *, centred: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(2)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _rule(place: Document | _Cell, *, indent_mm: int) -> None:
    """A short rule in the middle: the border above a small paragraph, drawn in at both ends."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = place.add_paragraph()
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(indent_mm)
    layout.space_after, layout.line_spacing = Pt(4), Pt(4)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in {"val": "single", "sz": "4", "space": "1", "color": "000000"}.items():
        top.set(qn(f"w:{key}"), value)
    border.append(top)
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no borders
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _new_table(
    document: Document, rows: int, widths_mm: Sequence[int], style: str | None = None
) -> WordTable:
    from docx.shared import Mm

    table: WordTable = document.add_table(rows, len(widths_mm), style)
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def _bare_row(document: Document, widths_mm: Sequence[int]) -> tuple[_Cell, ...]:
    return tuple(_new_table(document, 1, widths_mm).rows[0].cells)


def _drop_first(cell: _Cell) -> None:
    """Remove the empty paragraph that every cell begins with."""
    first: Any = cell.paragraphs[0]._p  # noqa: SLF001  # python-docx removes nothing
    first.getparent().remove(first)


def _mark_row(row: _Row, mark: str) -> None:
    """``w:tblHeader`` repeats a row on every page, ``w:cantSplit`` keeps it on one."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001  # it has no such property


def _field(paragraph: Paragraph, name: str, size_pt: int) -> None:
    """A number that Word counts, such as PAGE."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run("1")
    run.font.size = Pt(size_pt)
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(run._r)  # noqa: SLF001  # python-docx has no fields
    paragraph._p.append(field)  # noqa: SLF001


def _mark(paragraph: Paragraph, mark: str) -> None:
    _plain(paragraph, centred=False)
    _write(paragraph, f"{mark} · trang ", 9)
    _field(paragraph, "PAGE", 9)
    _write(paragraph, "/", 9)
    _field(paragraph, "NUMPAGES", 9)


def _without_clock(archive: bytes) -> bytes:
    """The same ZIP without the time at which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return made.getvalue()
