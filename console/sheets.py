"""CSV files as offices make them: any usual encoding and separator, columns in any order.

Cells are text and nothing else: what Excel would take for a formula is read as it stands,
and disarmed when it is written.
"""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.durable import write_durably
from console.errors import ListUnreadable

MOST_BYTES = 2 << 20
MOST_ROWS = 2000
MOST_CELL_BYTES = 10_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``number`` counts lines as the officer's editor does, from 1.

    ``cells`` are trimmed, by column.  ``fault`` is "" or why the row cannot be read: "quotes" or
    "cell_length"; ``fault_column`` is the column where known.
    """

    number: int
    cells: Mapping[str, str]
    fault: str = ""
    fault_column: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file that was read: its rows, and the columns that nobody asked for."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...]


def read_table(path: Path, columns: Mapping[str, Sequence[str]]) -> Table:
    """Read a CSV file whose first line names its columns.

    UTF-8 with or without a mark, UTF-16 with one, or Windows-1258; separated by comma,
    semicolon or tab.  Empty lines are passed over.

    Args:
        path: At most 2 MiB and 2,000 rows.
        columns: Our name of a column → the names that offices give it, as ``folded``.

    Raises:
        ListUnreadable: too large, not text, or without a single column that we know.
    """
    lines = _decoded(_content(path))
    if lines[:4].lower() == "sep=":  # Excel's hint; we look for ourselves
        lines = lines.partition("\n")[2]
        skipped = 1
    else:
        skipped = 0
    known = {name: column for column, names in columns.items() for name in names}
    separator = max(",;\t", key=lambda sign: _recognised(lines, sign, known))
    if not _recognised(lines, separator, known):
        raise ListUnreadable("the first line names no column that a list of cameras has")
    reader = csv.reader(io.StringIO(lines), delimiter=separator, strict=True)
    header = [name.strip() for name in next(reader)]
    keys = [known.get(folded(name), "") for name in header]
    if double := {key for key in keys if key and keys.count(key) > 1}:
        raise ListUnreadable(f"two columns are both {' and '.join(sorted(double))}")
    rows: list[Row] = []
    for row in _rows(reader, keys, skipped):
        if len(rows) == MOST_ROWS:
            raise ListUnreadable(f"the list has more than {MOST_ROWS} rows")
        rows.append(row)
    ignored = tuple(name for name, key in zip(header, keys, strict=True) if name and not key)
    return Table(tuple(rows), ignored)


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file that Excel opens: UTF-8 with a mark, semicolons.

    Cells that Excel would calculate get a ' in front, which ``read_table`` takes off again.
    ``path`` appears whole or not at all.  Raises OSError.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_disarmed(cell) for cell in row] for row in rows)
    write_durably(path, text.getvalue().encode("utf-8-sig"))


def folded(text: str) -> str:
    """``text`` without case, diacritics and punctuation: "Luồng_chính" is "luong chinh"."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = (sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ListUnreadable(f"the file cannot be opened: {error.strerror}") from error
    if len(content) > MOST_BYTES:
        raise ListUnreadable(f"the file is larger than {MOST_BYTES >> 20} MiB")
    return content


def _decoded(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        raise ListUnreadable("this is a workbook: save it as CSV")
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked is None and b"\0" in content:
        raise ListUnreadable("this is not a text file")
    for encoding in (marked,) if marked else ("utf-8", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Windows-1258 writes tones as signs of their own; NFC puts them on their letters.
        return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    raise ListUnreadable("this is neither UTF-8, UTF-16 nor Windows-1258")


def _recognised(lines: str, separator: str, known: Mapping[str, str]) -> int:
    try:
        header = next(csv.reader(io.StringIO(lines), delimiter=separator), [])
    except csv.Error:
        return 0
    return sum(folded(name) in known for name in header)


def _rows(reader: Iterator[list[str]], keys: Sequence[str], skipped: int) -> Iterator[Row]:
    """Rows with something in them.  ``reader`` is a ``csv.reader`` behind its header."""
    while True:
        number = reader.line_num + skipped + 1  # type: ignore[attr-defined]  # csv's own class
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            long = "field larger" in str(error)
            yield Row(number, {}, "cell_length" if long else "quotes")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        yield _row(number, cells, keys)


def _row(number: int, cells: Sequence[str], keys: Sequence[str]) -> Row:
    named = {key: cell for key, cell in zip(keys, cells, strict=False) if key}
    for key, cell in named.items():
        if len(cell.encode("utf-8", "replace")) > MOST_CELL_BYTES:
            return Row(number, {}, "cell_length", key)
    return Row(number, {key: _armed(cell.strip()) for key, cell in named.items()})


def _disarmed(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _armed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
