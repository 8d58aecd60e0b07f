"""The audit log: what was done at this station, by whom, each line chained to the one before.

An entry is written in the unit of work of the change that it tells, so that neither is kept
without the other.  It holds ids, field names, words and counts: a person's name, number or
free text is joined when it is shown, and is gone from there once it is erased.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime

from console.acts import Act
from console.clock import Clock
from console.entry_text import canonical, entry_hash, micros
from console.gate import Seat
from db.records import Entry, OfficerId
from db.store import Unit
from db.structs import replace

__all__ = [
    "Act",
    "Audit",
    "Value",
    "canonical",
    "clean_workstation",
    "entry_hash",
    "micros",
    "told",
]

Value = str | int | bool | None | Sequence[str] | Sequence[int]
"""What a detail of an entry may be.  No floats: they have no canonical form."""

_LONGEST_NAME = 63  # of a workstation, as of a DNS label


class Audit:
    """Writes the log of one console.  Thread: whoever holds the unit of work."""

    def __init__(self, seat: Seat, clock: Clock, workstation: str) -> None:
        self._seat = seat
        self._clock = clock
        self._workstation = clean_workstation(workstation)

    def write(
        self,
        unit: Unit,
        act: Act,
        subject: str = "",
        subject_id: int | None = None,
        *,
        officer_id: OfficerId | None = None,
        **fields: Value,
    ) -> Entry:
        """Append an entry to ``unit``, which must be one that writes.

        Args:
            unit: The unit of work of the change that is told.
            act: What was done.
            subject: To what, a noun: "camera", "officer"; empty for the station itself.
            subject_id: To which one.
            officer_id: Who did it, where that is not whoever sits at this console.
            fields: Ids, words, field names, counts; no name, no free text, no secret.

        """
        session = self._seat.session
        if officer_id is None and session is not None:
            officer_id = session.officer_id
        seq, previous = unit.trail.head()
        entry = Entry(
            seq=seq + 1,
            at=self._clock.now(),
            monotonic_ns=int(self._clock.monotonic_s() * 1e9),
            officer_id=officer_id,
            workstation=self._workstation,
            act=act,
            subject=subject,
            subject_id=subject_id,
            detail=canonical(fields),
            previous=previous,
            hash="",
        )
        chained = replace(entry, hash=entry_hash(entry))
        unit.trail.append(chained)
        return chained


def told(at: datetime) -> str:
    """An instant as a detail tells it: UTC, to the second; the window shows it in local time."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clean_workstation(name: str) -> str:
    """A PC's name without anything that could forge or turn round a line of the log."""
    kept = "".join(c for c in unicodedata.normalize("NFC", name) if c.isalnum() or c in "-_.")
    return kept[:_LONGEST_NAME] or "?"
