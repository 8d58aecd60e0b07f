"""The audit log's rows: appended, read, searched; never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.orm import Session

from db.records import Entry, OfficerId, SignedHead, Topic, TrailQuery
from db.tables import AuditEntryRow, SignedHeadRow

NO_HASH = "0" * 64
"""What the first entry is chained to."""


class Trail:
    """What happened at the station, in order.  ``console.audit`` chains the entries."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def head(self) -> tuple[int, str]:
        """Number and hash of the newest entry; (0, ``NO_HASH``) before the first."""
        newest = select(AuditEntryRow.seq, AuditEntryRow.hash).order_by(AuditEntryRow.seq.desc())
        row = self._session.execute(newest.limit(1)).first()
        return (0, NO_HASH) if row is None else (row.seq, row.hash)

    def append(self, entry: Entry) -> None:
        """Keep an entry as it is; chaining it rightly is the caller's."""
        self._session.add(AuditEntryRow(**_values(entry)))
        self._session.flush()
        self._touched.add(Topic.AUDIT)

    def append_many(self, entries: Sequence[Entry]) -> None:
        """Keep many at once, in order; for a log that is made up (``console.demo.city``)."""
        if entries:
            # Into the table, not through the class: half the time, as no row becomes an object.
            rows = [_values(entry) for entry in entries]
            for row in rows:
                row["at_us"] = row.pop("at")
            table = AuditEntryRow.metadata.tables[AuditEntryRow.__tablename__]
            self._session.execute(insert(table), rows)
            self._touched.add(Topic.AUDIT)

    def entries(self, after: int = 0, limit: int = 1000) -> list[Entry]:
        """The next entries behind number ``after``, oldest first."""
        query = _ENTRIES.where(AuditEntryRow.seq > after).order_by(AuditEntryRow.seq)
        return [_entry(row) for row in self._session.execute(query.limit(limit))]

    def search(self, query: TrailQuery) -> list[Entry]:
        """A page of the entries that ``query`` asks for, newest first."""
        found = _ENTRIES.where(*_conditions(query)).order_by(AuditEntryRow.seq.desc())
        return [_entry(row) for row in self._session.execute(found.limit(query.limit))]

    def count(self, query: TrailQuery) -> int:
        """How many entries ``query`` asks for, whatever its ``limit``."""
        counted = select(func.count()).select_from(AuditEntryRow).where(*_conditions(query))
        return self._session.scalar(counted) or 0

    def sign(self, head: SignedHead) -> None:
        """Keep a signature over the log so far."""
        self._session.add(
            SignedHeadRow(
                seq=head.seq,
                hash=head.hash,
                at=head.at,
                key_sha256=head.key_sha256,
                signature=head.signature,
                reason=head.reason,
            )
        )
        self._session.flush()
        self._touched.add(Topic.AUDIT)

    def heads(self) -> list[SignedHead]:
        """Every signature, oldest first."""
        rows = self._session.scalars(select(SignedHeadRow).order_by(SignedHeadRow.id))
        return [_head(row) for row in rows]

    def last_signed(self) -> SignedHead | None:
        """The newest signature, or None."""
        newest = select(SignedHeadRow).order_by(SignedHeadRow.id.desc()).limit(1)
        row = self._session.scalar(newest)
        return None if row is None else _head(row)

    def chained_to(self, previous: str) -> list[Entry]:
        """Entries that name ``previous`` as the hash before theirs: one, in a sound log.

        Reads the whole log: only for the moment when it was found to be broken.
        """
        query = _ENTRIES.where(AuditEntryRow.previous == previous).order_by(AuditEntryRow.seq)
        return [_entry(row) for row in self._session.execute(query)]


_ENTRIES = select(
    AuditEntryRow.seq,
    AuditEntryRow.at,
    AuditEntryRow.monotonic_ns,
    AuditEntryRow.officer_id,
    AuditEntryRow.workstation,
    AuditEntryRow.act,
    AuditEntryRow.subject,
    AuditEntryRow.subject_id,
    AuditEntryRow.detail,
    AuditEntryRow.previous,
    AuditEntryRow.hash,
)


def _conditions(query: TrailQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.officer_id is not None:
        found.append(AuditEntryRow.officer_id == query.officer_id)
    if query.acts:
        found.append(AuditEntryRow.act.in_(sorted(query.acts)))
    if query.subject:
        found.append(AuditEntryRow.subject == query.subject)
    if query.subject_id is not None:
        found.append(AuditEntryRow.subject_id == query.subject_id)
    if query.since is not None:
        found.append(AuditEntryRow.at >= query.since)
    if query.until is not None:
        found.append(AuditEntryRow.at < query.until)
    if query.before is not None:
        found.append(AuditEntryRow.seq < query.before)
    return found


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "monotonic_ns": entry.monotonic_ns,
        "officer_id": entry.officer_id,
        "workstation": entry.workstation,
        "act": entry.act,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "detail": entry.detail,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def _entry(row: Any) -> Entry:
    return Entry(
        seq=row.seq,
        at=row.at,
        monotonic_ns=row.monotonic_ns,
        officer_id=None if row.officer_id is None else OfficerId(row.officer_id),
        workstation=row.workstation,
        act=row.act,
        subject=row.subject,
        subject_id=row.subject_id,
        detail=row.detail,
        previous=row.previous,
        hash=row.hash,
    )


def _head(row: SignedHeadRow) -> SignedHead:
    return SignedHead(
        seq=row.seq,
        hash=row.hash,
        at=row.at,
        key_sha256=row.key_sha256,
        signature=row.signature,
        reason=row.reason,
    )
