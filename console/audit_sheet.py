"""The log as a workbook and as a paper: what stands in it, in whose words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import BinaryIO

from console.papers import render
from console.redaction import escaped
from console.workbooks import Column, write_workbook
from db.records import Entry, Named

PAPER_ENTRIES = 2000
"""No more on one paper: some 60 pages, which take 3 s and 350 MB to set."""

_PAPER = "audit_log"
_WIDTHS = (9, 30, 26, 16, 26, 30, 50, 66)
_PAPER_HASH = 16  # hex digits; enough to find the entry, the head vouches for the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An entry with the names that belong to its ids today.

    ``officer`` is "" for the console itself and for someone who was erased; ``erased`` tells
    them apart.  ``subject`` is None where there is none, or it is not there any more.
    """

    entry: Entry
    officer: str
    erased: bool
    subject: Named | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of an export, in the language of whoever asks for it.

    ``columns`` are eight: number, time, officer, workstation, act, subject, detail, hash.
    ``period`` may name ``{since}`` and ``{until}``, ``head`` ``{seq}`` and ``{groups}``,
    ``made`` ``{at}``.  ``acts`` and ``subjects`` translate the words of
    entries; one that is missing is shown as it is.
    """

    title: str
    columns: tuple[str, ...]
    period: str
    made: str
    head: str
    unsigned: str  # in place of ``head`` while the station has no key
    ever: str  # an end of the period that was left open
    console: str  # who did what no officer did
    erased: str
    acts: Mapping[str, str]
    subjects: Mapping[str, str]
    zone: tzinfo | None = None  # of the times; None: the PC's own

    def time(self, at: datetime) -> str:
        """An instant with its zone."""
        return at.astimezone(self.zone).isoformat(sep=" ", timespec="milliseconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is above the entries: the station, the period, and the head that vouches for them."""

    wording: Wording
    station: str
    above: tuple[str, ...]
    head: str


def write_sheet(file: BinaryIO, sheet: Sheet, entries: Iterable[Shown]) -> None:
    """Write the entries as a workbook.  Raises OSError."""
    columns = [
        Column(heading, width)
        for heading, width in zip(sheet.wording.columns, _WIDTHS, strict=True)
    ]
    above = (sheet.station, sheet.wording.title, *sheet.above, sheet.head)
    write_workbook(file, sheet.wording.title, above, columns, _rows(sheet, entries))


def write_paper(file: BinaryIO, sheet: Sheet, entries: Iterable[Shown]) -> None:
    """Write the entries, at most ``PAPER_ENTRIES``, as a PDF.  Raises OSError."""
    rows = [
        [str(number), *texts, digest[:_PAPER_HASH]]
        for number, *texts, digest in _rows(sheet, entries)
    ]
    content = render(
        _PAPER,
        {
            "title": sheet.wording.title,
            "station": sheet.station,
            "above": sheet.above,
            "footer": sheet.head,
            "columns": sheet.wording.columns,
            "rows": [[escaped(cell) for cell in row] for row in rows],
        },
    )
    file.write(content)


def _rows(
    sheet: Sheet, entries: Iterable[Shown]
) -> Iterator[tuple[int, str, str, str, str, str, str, str]]:
    words = sheet.wording
    for shown in entries:
        entry = shown.entry
        yield (
            entry.seq,
            words.time(entry.at),
            _who(shown, words),
            entry.workstation,
            words.acts.get(entry.act, entry.act),
            _what(shown, words),
            "" if entry.detail == "{}" else entry.detail,
            entry.hash,
        )


def _who(shown: Shown, words: Wording) -> str:
    if shown.entry.officer_id is None:
        return words.console
    name = words.erased if shown.erased else shown.officer
    return f"{name} (#{shown.entry.officer_id})"


def _what(shown: Shown, words: Wording) -> str:
    entry, named = shown.entry, shown.subject
    parts: Sequence[object] = [words.subjects.get(entry.subject, entry.subject)]
    if named is not None:
        number = "" if named.number is None else named.number
        parts = [*parts, number, named.name or words.erased]
    if entry.subject_id is not None:
        parts = [*parts, f"(#{entry.subject_id})"]
    return " ".join(str(part) for part in parts if part != "")
