"""``nhat-ky.jsonl``: the entries of the station's log that go with a package, and their check.

An extract cannot show that nothing was left out of the log; the manifest's list of its lines shows
that nothing was left out of the extract since.  A line that follows the one before in the log, too,
must be chained to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from console.entry_text import canonical, micros
from console.evidence.faults import Fault, FaultWord
from console.evidence.manifest import HeadTold, LogTold
from console.evidence.names import LOG
from db.records import Entry
from db.structs import Frozen

LARGEST_BYTES = 64 << 20
_LONGEST_NUMBER = 1 << 63
_HEX = frozenset("0123456789abcdef")
_HASH_SIGNS = 64
_KINDS: dict[str, tuple[type, ...]] = {
    "seq": (int,),
    "at_us": (int,),
    "monotonic_ns": (int,),
    "officer": (int, type(None)),
    "workstation": (str,),
    "act": (str,),
    "subject": (str,),
    "subject_id": (int, type(None)),
    "detail": (str,),
}
_CHAINED = frozenset({*_KINDS, "previous", "hash"})


class Line(Frozen):
    """What the check needs of a line: its number, its hash, and the hash that it is chained to."""

    seq: int
    hash: str
    previous: str


def written(entries: Sequence[Entry]) -> bytes:
    """The file; ``entries`` in the order of their numbers."""
    return "".join(f"{_line(entry)}\n" for entry in entries).encode()


def told(entries: Sequence[Entry], before: HeadTold, after: HeadTold) -> LogTold:
    """What the manifest says of that file."""
    return LogTold(
        head_before=before,
        head_after=after,
        entries=tuple((entry.seq, entry.hash) for entry in entries),
    )


def faults_of(content: bytes, told: LogTold | None) -> list[Fault]:
    """What is wrong with the file; ``told`` is None where the manifest cannot be read."""
    lines, faults = _read(content)
    faults += _chain_faults(lines)
    if told is not None:
        faults += _disagreements(lines, told)
    return faults


def _line(entry: Entry) -> str:
    return canonical(
        {
            "seq": entry.seq,
            "at_us": micros(entry.at),
            "monotonic_ns": entry.monotonic_ns,
            "officer": entry.officer_id,
            "workstation": entry.workstation,
            "act": str(entry.act),
            "subject": entry.subject,
            "subject_id": entry.subject_id,
            "detail": entry.detail,
            "previous": entry.previous,
            "hash": entry.hash,
        }
    )


def _read(content: bytes) -> tuple[list[Line], list[Fault]]:
    """The lines that are in the one form, and what is wrong with the others."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return [], [_broken("it is not UTF-8")]
    faults = [] if not text or text.endswith("\n") else [_broken("its last line does not end")]
    lines = []
    rows = text.removesuffix("\n").split("\n") if text else []
    for number, row in enumerate(rows, 1):
        line, cause = _judged(row)
        if line is not None:
            lines.append(line)
        if cause:
            faults.append(_broken(f"line {number} {cause}"))
    return lines, faults


def _judged(row: str) -> tuple[Line | None, str]:
    """The line, if it can be read, and what is wrong with it, "" for nothing."""
    try:
        found = json.loads(row)
    except (ValueError, RecursionError):
        return None, "is not JSON"
    if not isinstance(found, dict) or found.keys() != _CHAINED:
        return None, "does not have the keys of an entry"
    if not all(_fits(found[key], kinds) for key, kinds in _KINDS.items()) or not (
        _is_hash(found["hash"]) and _is_hash(found["previous"])
    ):
        return None, "holds what no entry holds"
    line = Line(found["seq"], found["hash"], found["previous"])
    try:
        if canonical(found) != row:
            return line, "is not in the one form of an entry"
        told = canonical({key: found[key] for key in _KINDS})
        digest = hashlib.sha256(line.previous.encode() + told.encode()).hexdigest()
    except ValueError:  # half of a surrogate pair
        return line, "holds letters that are none"
    return line, "" if digest == line.hash else f"(entry {line.seq}) was changed"


def _chain_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    for before, line in pairwise(lines):
        if line.seq <= before.seq:
            yield _broken(f"entry {line.seq} stands after entry {before.seq}")
        elif line.seq == before.seq + 1 and line.previous != before.hash:
            yield _broken(f"entry {line.seq} is not chained to the one before")


def _disagreements(lines: Sequence[Line], told: LogTold) -> Iterator[Fault]:
    hashes = {line.seq: line.hash for line in lines}
    expected = dict(told.entries)
    for seq in sorted(expected.keys() - hashes.keys()):
        cause = f"entry {seq}, which the manifest tells of, is not in it"
        yield Fault(FaultWord.LOG_LINE_MISSING, LOG, cause)
    for seq in sorted(hashes):
        if seq not in expected:
            yield _unlike(f"entry {seq} is in it, and the manifest does not tell of it")
        elif hashes[seq] != expected[seq]:
            yield _unlike(f"entry {seq} is not the one that the manifest tells of")
    before, after = told.head_before, told.head_after
    if before.seq > after.seq or max(expected, default=0) > after.seq:
        yield _unlike("the log ends, says the manifest, before an entry that it tells of")
    for head in (before, after):
        if expected.get(head.seq, head.hash) != head.hash:
            yield _unlike(f"entry {head.seq} is told of with two hashes")


def _fits(value: Any, kinds: tuple[type, ...]) -> bool:
    """Whether it is of one of these kinds exactly: True is no number here."""
    return type(value) in kinds and (type(value) is not int or abs(value) < _LONGEST_NUMBER)


def _is_hash(value: Any) -> bool:
    return isinstance(value, str) and len(value) == _HASH_SIGNS and _HEX.issuperset(value)


def _broken(cause: str) -> Fault:
    return Fault(FaultWord.LOG_BROKEN, LOG, cause)


def _unlike(cause: str) -> Fault:
    return Fault(FaultWord.MANIFEST_DISAGREES, LOG, cause)
