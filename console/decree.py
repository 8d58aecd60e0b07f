"""An official paper before it is PDF or DOCX: its parts in the order of Decree 30/2020/NĐ-CP.

Annex I of the Decree, part I, section II, names the parts: quốc hiệu and tiêu ngữ (1), the body
that issues it (2), số and ký hiệu (3), địa danh and date (4), tên loại and trích yếu (5), nội dung
(6), the signatures (7) and nơi nhận (9).  Section I says paper, margins, type and page numbers:
``resources/papers/decree.typ`` and ``console.word_papers`` keep to it.

These papers are Vietnamese whatever the screen speaks: they are for offices and courts.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import datetime

from console.legible import legible
from db.structs import Frozen, asdict, replace

WIDTH_MM = 165
"""Between the margins of A4: 210 less 30 at the left and 15 at the right (section I, 3)."""

UNPRINTABLE = "Ký tự không in được ghi bằng mã Unicode trong ngoặc vuông, ví dụ [U+1F600]."


class Heading(Frozen):
    """The head of a part; ``level`` 1 or 2.  It never stands at the foot of a page."""

    text: str
    level: int = 1


class Line(Frozen):
    """A paragraph; ``sticky``: it stays on the page of what follows it."""

    text: str
    italic: bool = False
    sticky: bool = False


class Facts(Frozen):
    """What is said of one thing: a label and its value a row; a value may have several lines."""

    rows: tuple[tuple[str, str], ...]


class Column(Frozen):
    """A column of a ``Table``; those of one table fill ``WIDTH_MM``."""

    heading: str
    width_mm: int
    right: bool = False


class Table(Frozen):
    """A table with lines, its head repeated on every page; cells may have several lines."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Signature(Frozen):
    """A place to sign: in which part, what to do, and the name below, "" when it is written in."""

    part: str
    note: str
    name: str = ""


class Signatures(Frozen):
    """Places to sign, two a row, all on one page."""

    people: tuple[Signature, ...]


Block = Heading | Line | Facts | Table | Signatures


class Paper(Frozen, kw_only=True):
    """One paper.  A part that is "" or empty is left out, with its label.

    ``mark`` stands at the foot of every page beside the page's number, so that a loose sheet is
    known again.  ``made_at`` is the date of the file, too: the same paper is the same bytes.
    """

    superior: str
    body: str
    number: str
    place_date: str
    kind: str
    about: str
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    mark: str
    made_at: datetime


def printed(paper: Paper, drawn: Set[int]) -> Paper:
    """``paper`` with every text as ``console.legible`` prints it; a line tells of codes, if any.

    The same paper goes to PDF and DOCX.
    """
    made = _changed(paper, lambda text: legible(text, drawn))
    assert isinstance(made, Paper)
    if _codes(made) == _codes(paper):
        return made
    end = len(made.blocks)
    while end and _belongs_to_the_end(made.blocks[end - 1]):
        end -= 1
    note = Line(UNPRINTABLE, italic=True)
    return replace(made, blocks=(*made.blocks[:end], note, *made.blocks[end:]))


def paper_data(paper: Paper) -> dict[str, object]:
    """A paper as JSON has it, for ``decree.typ``; each record tells what it ``is``."""
    data = _as_data(paper)
    assert isinstance(data, dict)
    return data


def _as_data(value: object) -> object:
    if isinstance(value, Frozen):
        fields = {name: _as_data(each) for name, each in asdict(value).items()}
        return {"is": type(value).__name__.lower(), **fields}
    if isinstance(value, tuple):
        return [_as_data(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(each, change) for each in value)
    if isinstance(value, Frozen):
        parts = {name: _changed(each, change) for name, each in asdict(value).items()}
        return replace(value, **parts)
    return value


def _codes(paper: Paper) -> int:
    return str(_as_data(paper)).count("[U+")


def _belongs_to_the_end(block: Block) -> bool:
    return isinstance(block, Signatures) or (isinstance(block, Line) and block.sticky)
