"""The log as it is read: searched, with the names of today, and verified."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from console.audit import Act, Audit
from console.audit_check import Verdict
from console.audit_sheet import Shown
from console.gate import Gate
from console.heads import Claim, Heads
from console.inspection import Inspection
from console.paper_code import grouped
from console.rights import Action
from console.workers import Stop
from db.case_records import IncidentId
from db.records import Entry, Named, OfficerId, TrailQuery
from db.store import Store, Unit
from db.structs import replace

RESTRICTED = "restricted"
"""The subject of an entry that is shown to somebody who is not named in its restricted incident."""

# Which subject the ids in an entry's details are of.
_NAMED_IN_DETAILS = {
    "bookmark_id": "bookmark",
    "bookmarks": "bookmark",
    "hold": "hold",
    "incident": "incident",
    "incident_id": "incident",
    "incidents": "incident",
    "packages": "package",
    "request_id": "request",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The newest entry, and the newest signature, for paper and for the page.

    ``groups`` are those of ``hash``; ``key_groups`` those of the key's fingerprint, "" before
    there is one.
    """

    seq: int
    hash: str
    groups: str
    signed_seq: int
    signed_at: datetime | None
    key_groups: str


class AuditLog:
    """Reads the log.  May block on the disk: not for the GUI thread."""

    def __init__(
        self, store: Store, gate: Gate, audit: Audit, heads: Heads, inspection: Inspection
    ) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        self._heads = heads
        self._inspection = inspection

    def search(self, query: TrailQuery) -> list[Shown]:
        """A page of the log, newest first; ``query.before`` is the last one's ``entry.seq``.

        50 ms at five million entries.  Raises NotAllowed, StoreProblem.
        """
        reader = self._gate.require(Action.SEE_AUDIT)
        with self._store.read() as unit:
            if keeps_from(unit, reader, query):
                return []
            return shown(unit, unit.trail.search(query), reader)

    def count(self, query: TrailQuery) -> int:
        """How many entries there are; 10,000 stands for more.  Raises NotAllowed, StoreProblem."""
        reader = self._gate.require(Action.SEE_AUDIT)
        with self._store.read() as unit:
            return 0 if keeps_from(unit, reader, query) else unit.trail.count(query)

    def incident(self, year: int, number: int) -> IncidentId | None:
        """Whose entries a search for this incident asks for; None: there is none of this number.

        None, too, where it is restricted and does not name whoever asks: no entry shows its number
        to him.  Raises NotAllowed, StoreProblem.
        """
        reader = self._gate.require(Action.SEE_AUDIT)
        with self._store.read() as unit:
            found = unit.incidents.numbered(year, number)
            if found is None or _hidden(unit, reader, {"incident": {found}}):
                return None
            return found

    def head(self) -> HeadView:
        """Where the log ends, to be copied to paper.  Raises NotAllowed, StoreProblem."""
        self._gate.require(Action.SEE_AUDIT)
        with self._store.read() as unit:
            seq, digest = unit.trail.head()
            signed = unit.trail.last_signed()
        fingerprint = self._heads.fingerprint()
        return HeadView(
            seq=seq,
            hash=digest,
            groups=grouped(digest),
            signed_seq=0 if signed is None else signed.seq,
            signed_at=None if signed is None else signed.at,
            key_groups="" if fingerprint is None else grouped(fingerprint),
        )

    def verify(
        self, *, paper: tuple[Claim, ...] = (), stop: Stop, progressed: Callable[[int, int], None]
    ) -> Verdict:
        """Verify the whole log, and log what came out; see ``Inspection.verify``.

        Raises:
            NotAllowed: see ``console.gate``.
            Cancelled: ``stop`` was set.
            StoreProblem: the file cannot be read, or the log not be written.
            WorkLost: see ``console.chores.Doer``.
        """
        self._gate.require(Action.VERIFY_AUDIT)
        verdict = self._inspection.verify(paper=paper, stop=stop, progressed=progressed)
        fault = verdict.fault
        with self._store.begin() as unit:
            self._audit.write(
                unit,
                Act.AUDIT_VERIFIED,
                entries=verdict.entries,
                vouched_to=verdict.vouched_to,
                fault="" if fault is None else str(fault.kind),
                fault_seq=None if fault is None else fault.seq,
            )
        return verdict


def shown(unit: Unit, entries: Sequence[Entry], reader: OfficerId | None) -> list[Shown]:
    """Entries with today's names, as ``reader`` may see them; None: he sees all.

    What belongs to a restricted incident that does not name him is an entry all the same, with its
    number, time, officer and act: the log has no holes.  What it was done to, and how, is left out.
    """
    if reader is not None:
        entries = _covered(unit, entries, reader)
    subjects: dict[str, set[int]] = {"officer": set()}
    for entry in entries:
        if entry.subject_id is not None:
            subjects.setdefault(entry.subject, set()).add(entry.subject_id)
        if entry.officer_id is not None:
            subjects["officer"].add(entry.officer_id)
    names = {subject: unit.trail.named(subject, ids) for subject, ids in subjects.items()}
    return [_shown(entry, names) for entry in entries]


def keeps_from(unit: Unit, reader: OfficerId | None, query: TrailQuery) -> bool:
    """Whether ``query`` asks for something of a restricted incident that does not name ``reader``.

    The answer would tell him which entries are of it.
    """
    if query.subject_id is None:
        return False
    return bool(_hidden(unit, reader, {query.subject: {query.subject_id}}))


def _hidden(
    unit: Unit, reader: OfficerId | None, about: dict[str, set[int]]
) -> frozenset[tuple[str, int]]:
    return frozenset() if reader is None else unit.trail.hidden(reader, about)


def _covered(unit: Unit, entries: Sequence[Entry], reader: OfficerId) -> list[Entry]:
    touched = [frozenset(_touched(entry)) for entry in entries]
    about: dict[str, set[int]] = {}
    for subject, id_ in frozenset().union(*touched):
        about.setdefault(subject, set()).add(id_)
    hidden = _hidden(unit, reader, about)
    return [
        replace(entry, subject=RESTRICTED, subject_id=None, detail="{}") if hidden & its else entry
        for entry, its in zip(entries, touched, strict=True)
    ]


def _touched(entry: Entry) -> Iterator[tuple[str, int]]:
    """What an entry is about, and what else it names: subject and id."""
    if entry.subject_id is not None:
        yield entry.subject, entry.subject_id
    for key, value in _details(entry).items():
        if (subject := _NAMED_IN_DETAILS.get(key)) is not None:
            for id_ in value if isinstance(value, list) else (value,):
                if isinstance(id_, int):
                    yield subject, id_


def _details(entry: Entry) -> dict[str, object]:
    """The entry's details; none where somebody meddled with them: that line is shown, too."""
    try:
        found = json.loads(entry.detail)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _shown(entry: Entry, names: dict[str, dict[int, Named]]) -> Shown:
    officer = None if entry.officer_id is None else names["officer"].get(entry.officer_id)
    about = names.get(entry.subject, {})
    return Shown(
        entry=entry,
        officer="" if officer is None else officer.name,
        erased=entry.officer_id is not None and (officer is None or not officer.name),
        subject=None if entry.subject_id is None else about.get(entry.subject_id),
    )
