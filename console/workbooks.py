"""XLSX workbooks, written row by row, in which nothing is calculated: openpyxl's door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from console.redaction import escaped

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET_ROWS = 1_000_000  # Excel takes 1,048,576, with what stands above them
_LONGEST_TITLE = 25  # Excel takes 31, with the number of the sheet
_ACTIVE = ("=", "+", "-", "@", "'")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and its width in signs."""

    heading: str
    width: int


def write_workbook(
    file: BinaryIO,
    title: str,
    above: Sequence[str],
    columns: Sequence[Column],
    rows: Iterable[Sequence[str | int]],
    *,
    sheet_rows: int = SHEET_ROWS,
) -> None:
    """Write a workbook; the memory that it takes does not grow with the rows.

    Every text stays a text whatever it begins with, also after somebody has typed in its cell.
    ``console/README.md``, "The audit log", has the speed.

    Args:
        file: Open for writing; may be left half-written when ``rows`` raises.
        title: The sheets' name.
        above: Lines above the table, on every sheet.
        columns: What the cells of a row are.
        rows: Texts and whole numbers.
        sheet_rows: A new sheet is begun after so many.

    Raises:
        OSError: the disk's.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        _fill(book, title, above, columns, iter(rows), sheet_rows)
    except BaseException:
        _drop(book)
        raise
    book.save(file)


def _fill(
    book: Workbook,
    title: str,
    above: Sequence[str],
    columns: Sequence[Column],
    left: Iterator[Sequence[str | int]],
    sheet_rows: int,
) -> None:
    name = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:_LONGEST_TITLE]
    first: Sequence[Sequence[str | int]] = ()
    while first or not book.worksheets:
        sheets = len(book.worksheets)
        sheet = book.create_sheet(f"{name} {sheets + 1}" if sheets else name)
        _begin(sheet, above, columns)
        for row in chain(first, islice(left, sheet_rows - len(first))):
            sheet.append([_cell(sheet, value) for value in row])
        first = list(islice(left, 1))


def _drop(book: Workbook) -> None:
    """Remove what openpyxl has written to temporary files, names of officers among it."""
    for sheet in book.worksheets:
        sheet.close()
        sheet._writer.cleanup()  # type: ignore[attr-defined]  # noqa: SLF001  # or they stay until the process ends


def _begin(sheet: Any, above: Sequence[str], columns: Sequence[Column]) -> None:
    """What stands above the rows.  ``sheet`` is openpyxl's, of which its types tell but half."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for at, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.freeze_panes = f"A{len(above) + 2}"
    for line in above:
        sheet.append([_cell(sheet, line)])
    headings = [_cell(sheet, column.heading) for column in columns]
    bold = Font(bold=True)
    for heading in headings:
        heading.font = bold
    sheet.append(headings)


def _cell(sheet: Any, value: str | int) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, int):
        return value
    made = WriteOnlyCell(sheet, value=escaped(value))
    made.data_type = "s"  # openpyxl takes what begins with = for a formula
    if value.startswith(_ACTIVE):
        made.quotePrefix = True
    return made
