"""The extract of the log: lines dropped, put in, changed or turned round are each found."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from console.audit import entry_hash
from console.evidence import extract
from console.evidence.faults import FaultWord
from console.evidence.manifest import HeadTold, LogTold
from db.structs import replace
from tests.console.evidence.telling import entries

WHOLE = extract.written(entries())
LINES = WHOLE.splitlines(keepends=True)
HEAD = HeadTold(seq=41, hash=entries()[-1].hash)
TOLD = extract.told(entries(), HeadTold(seq=39, hash="39" * 32), HEAD)


def words(content: bytes, told: LogTold | None = TOLD) -> set[str]:
    return {str(fault.word) for fault in extract.faults_of(content, told)}


def rehashed(line: bytes, **changes: object) -> bytes:
    """A line with other fields, and a hash made to fit by somebody who knows how."""
    entry = next(each for each in entries() if f'"seq":{each.seq},'.encode() in line)
    plain = json.loads(extract.written([entry]))
    plain.update(changes)
    return (
        json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        + b"\n"
    )


def test_a_whole_extract_is_whole() -> None:
    assert words(WHOLE) == set()
    assert words(WHOLE, None) == set()
    assert words(b"", replace(TOLD, entries=())) == set()


@pytest.mark.parametrize("at", range(4))
def test_a_line_that_was_dropped_is_missed(at: int) -> None:
    assert words(b"".join(LINES[:at] + LINES[at + 1 :])) == {FaultWord.LOG_LINE_MISSING}


@pytest.mark.parametrize(
    "content",
    [
        WHOLE[:-1],
        WHOLE + b"\n",
        WHOLE + b"{}\n",
        WHOLE + b"[" * 100_000,
        WHOLE + b"\xff\n",
        WHOLE.replace(b"approved", b"refused_"),
        WHOLE.replace(b'"officer":3', b'"officer": 3'),
        WHOLE.replace(b'"officer":3', b'"officer":true'),
        WHOLE.replace(b'"officer":3', b'"officer":1e2'),
        WHOLE.replace(b'"officer":3', b'"officer":9' + b"9" * 30),
        WHOLE.replace("số".encode(), b"\\ud800"),
        LINES[0] + LINES[0] + b"".join(LINES[1:]),
        LINES[1] + LINES[0] + LINES[2] + LINES[3],
        b"".join(LINES[:3]) + rehashed(LINES[3], previous="00" * 32),
        b"".join(LINES[:3]) + rehashed(LINES[3], hash="zz" * 32),
    ],
    ids=range(15),
)
def test_a_line_that_was_changed_or_moved_is_found(content: bytes) -> None:
    assert FaultWord.LOG_BROKEN in words(content)
    assert FaultWord.LOG_BROKEN in words(content, None)


def test_a_line_that_is_chained_to_another_than_the_one_before_is_found() -> None:
    before, last = entries()[2:]
    forged = replace(before, act="refused")
    forged = replace(forged, hash=entry_hash(forged))

    faults = extract.faults_of(extract.written([forged, last]), None)

    assert [fault.cause for fault in faults] == ["entry 41 is not chained to the one before"]


def test_a_line_that_was_put_in_is_found() -> None:
    assert words(WHOLE, replace(TOLD, entries=TOLD.entries[1:])) == {FaultWord.MANIFEST_DISAGREES}


@pytest.mark.parametrize(
    "change",
    [
        lambda told: replace(told, entries=(*told.entries[:-1], (41, "00" * 32))),
        lambda told: replace(told, head_after=HeadTold(seq=41, hash="00" * 32)),
        lambda told: replace(told, head_before=HeadTold(seq=21, hash="00" * 32)),
        lambda told: replace(told, head_after=HeadTold(seq=40, hash=entries()[2].hash)),
        lambda told: replace(told, head_before=HeadTold(seq=42, hash="00" * 32)),
    ],
)
def test_a_manifest_that_tells_of_another_log_is_found(
    change: Callable[[LogTold], LogTold],
) -> None:
    assert FaultWord.MANIFEST_DISAGREES in words(WHOLE, change(TOLD))
