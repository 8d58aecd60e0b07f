"""Where the chain of the log is broken, and what was done to it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from console.audit import entry_hash
from db.records import Entry
from db.store import Unit
from db.structs import replace

# Entries that were moved are looked for this many places around: each is a hash, some 10 µs.
_AROUND = 2000


class Kind(StrEnum):
    """What was found."""

    EDITED = "edited"  # a field of the entry was changed
    DELETED = "deleted"  # entries were taken out, whether or not the rest was renumbered
    INSERTED = "inserted"  # an entry was put in between
    REORDERED = "reordered"  # entries have changed places
    CUT_OFF = "cut_off"  # the newest entries are missing
    REWRITTEN = "rewritten"  # the chain holds, but it is not the one that was signed or noted
    SIGNATURE_WRONG = "signature_wrong"  # a signed head is not what was signed
    SIGNATURE_MISSING = "signature_missing"  # the log tells of a signed head that is gone
    KEY_UNKNOWN = "key_unknown"  # a head was signed by a key that is not the station's
    UNGUARDED = "unguarded"  # triggers were taken away or put in; the chain is whole


@dataclass(frozen=True, slots=True)
class Fault:
    """The first bad entry, ``seq``; for ``UNGUARDED`` the first that no signature vouches for.

    Up to ``last`` entries are under suspicion: the same number where it is that entry for
    certain, a higher one where only the stretch is known, or where all of it is gone.
    """

    kind: Kind
    seq: int
    last: int


def is_genuine(entry: Entry) -> bool:
    """Whether the entry's hash is that of its fields and of the hash before."""
    try:
        return entry_hash(entry) == entry.hash
    except (TypeError, ValueError, AttributeError):
        return False  # fields that we never write: bytes, a number for a text


def fault_at(unit: Unit, entry: Entry, before: Entry | None, seq: int, previous: str) -> Fault:
    """What was done to the log, which is sound up to the entry with the hash ``previous``.

    Reads the log once more, in whole: a second for a million entries.

    Args:
        unit: One that reads the log.
        entry: What stands next, and does not fit.
        before: The last sound entry.
        seq: The number that should be next.
        previous: The hash that it should be chained to.
    """
    if entry.seq == seq and entry.previous == previous:
        return Fault(Kind.EDITED, seq, seq)
    # The entry that was written here, if it still stands anywhere.
    moved = any(
        other.seq != seq and is_genuine(replace(other, seq=seq))
        for other in unit.trail.chained_to(previous)
    )
    if entry.seq != seq:
        return Fault(Kind.REORDERED, seq, seq) if moved else _deleted(seq, entry.seq)
    place = _place(entry)
    if moved:
        kind = Kind.INSERTED if place in (None, seq) else Kind.REORDERED
        return Fault(kind, seq, seq)
    if place is None:
        return Fault(Kind.EDITED, seq, seq)
    if place > seq:
        return _deleted(seq, place)
    if place < seq and not _stands_at(unit, place, entry.hash):
        return Fault(Kind.INSERTED, place, seq - 1)
    if place < seq or before is None:  # a copy of an older entry was put over this one
        return Fault(Kind.EDITED, seq, seq)
    # It is as it was written, and remembers another hash: the one before was edited and its
    # own hash made to fit.
    return Fault(Kind.EDITED, before.seq, before.seq)


def _place(entry: Entry) -> int | None:
    """The number under which ``entry`` was written; None when it was never written like this."""
    near: Iterable[int] = range(max(1, entry.seq - _AROUND), entry.seq + _AROUND)
    if is_genuine(entry):
        return entry.seq
    return next((place for place in near if is_genuine(replace(entry, seq=place))), None)


def _stands_at(unit: Unit, place: int, hash_: str) -> bool:
    found = unit.trail.entries(place - 1, 1)
    return bool(found) and found[0].hash == hash_


def _deleted(seq: int, next_seq: int) -> Fault:
    return Fault(Kind.DELETED, seq, next_seq - 1)
