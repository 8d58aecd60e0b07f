"""The audit log's rows: appended, read, searched; never changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, func, insert, null, select, tuple_, type_coerce
from sqlalchemy.orm import Session

from db import sqlite
from db.case_tables import IncidentRow
from db.errors import StoreDamaged
from db.evidence_records import request_number_text
from db.evidence_tables import PackageRow, RequestRow
from db.incident_records import number_text
from db.records import Entry, Named, OfficerId, SignedHead, Topic, TrailQuery
from db.repositories.log_limits import hidden
from db.statements import Statement
from db.tables import (
    AuditEntryRow,
    CameraRow,
    ClusterRow,
    LayoutRow,
    OfficerRow,
    SignedHeadRow,
    TeamRow,
)

NO_HASH = "0" * 64
"""What the first entry is chained to."""
_LARGEST = (1 << 63) - 1  # of a column's numbers
_TABLE = AuditEntryRow.metadata.tables[AuditEntryRow.__tablename__]
_INDEXES = sorted(_TABLE.indexes, key=lambda index: str(index.name))
# Made once, and into the table rather than through the class: every change at the station waits
# for these two, and so they take a quarter of the time.
_HEAD = Statement(select(_TABLE.c.seq, _TABLE.c.hash).order_by(_TABLE.c.seq.desc()).limit(1))
_ADD = insert(_TABLE)


class Trail:
    """What happened at the station, in order.  ``console.audit`` chains the entries."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def head(self) -> tuple[int, str]:
        """Number and hash of the newest entry; (0, ``NO_HASH``) before the first."""
        for seq, hash_ in _HEAD.rows(self._session, {}):
            return seq, hash_
        return 0, NO_HASH

    def hash_of(self, seq: int) -> str | None:
        """The hash of entry ``seq``, as it stands there; None: there is no such entry."""
        return self._session.scalar(select(AuditEntryRow.hash).where(AuditEntryRow.seq == seq))

    def append(self, entry: Entry) -> None:
        """Keep an entry as it is; chaining it rightly is the caller's.

        Raises StoreDamaged: somebody put in a number that none can follow.
        """
        if entry.seq > _LARGEST:
            raise StoreDamaged("the log's newest entry has a number that none can follow")
        self._session.connection().execute(_ADD, _values(entry))
        self._touched.add(Topic.AUDIT)

    def append_many(self, entries: Sequence[Entry]) -> None:
        """Keep many at once, in order; for a log that is made up (``console.demo.city``)."""
        if entries:
            self._session.connection().execute(_ADD, [_values(entry) for entry in entries])
            self._touched.add(Topic.AUDIT)

    def drop_indexes(self) -> None:
        """Searches become slow until ``make_indexes``; for a log that is made up, as above.

        A million entries are kept in a fraction of the time when they are sorted once at the end.
        """
        for index in _INDEXES:
            index.drop(self._session.connection())

    def make_indexes(self) -> None:
        """Make again what ``drop_indexes`` dropped."""
        for index in _INDEXES:
            index.create(self._session.connection())

    def entries(self, after: int = 0, limit: int = 1000) -> list[Entry]:
        """The next entries behind number ``after``, oldest first."""
        query = _ENTRIES.where(AuditEntryRow.seq > after).order_by(AuditEntryRow.seq)
        return [_entry(row) for row in self._session.execute(query.limit(limit))]

    def before_the_first(self) -> int | None:
        """The number of an entry that is below 1, which the log never gives; None: there is none.

        The table refuses it, unless somebody has told the database not to look.
        """
        lowest = select(func.min(AuditEntryRow.seq))
        found = self._session.scalar(lowest)
        return None if found is None or found >= 1 else int(found)

    def search(self, query: TrailQuery) -> list[Entry]:
        """A page of the entries that ``query`` asks for, newest first.

        Newest by the clock, as a period is; entries of the same instant by number.  A log whose
        clock was set back is not in the order of its numbers.
        """
        pages = _pages(query, self._behind(query.before))
        if len(pages) == 1:
            wanted = pages[0]
        else:
            # Each page's places alone, which an index tells, before any row is read.
            places = [
                self._session.execute(_PLACES.where(*page).order_by(*_NEWEST).limit(query.limit))
                for page in pages
            ]
            newest = islice(merge(*places, reverse=True), query.limit)
            wanted = [AuditEntryRow.seq.in_([seq for _, seq in newest])]
        found = self._session.execute(_ENTRIES.where(*wanted).order_by(*_NEWEST).limit(query.limit))
        return [_entry(row) for row in found]

    def count(self, query: TrailQuery, most: int = 10_000) -> int:
        """How many entries ``query`` asks for, whatever its ``limit``; ``most`` if there are more.

        Ten thousand take some 10 ms, five million two seconds.
        """
        total = 0
        for page in _pages(query, self._behind(query.before)):
            found = select(AuditEntryRow.seq).where(*page).limit(most - total).subquery()
            total += self._session.scalar(select(func.count()).select_from(found)) or 0
        return total

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

    def named(self, subject: str, ids: Collection[int]) -> dict[int, Named]:
        """What entries about ``subject`` are about, for those of ``ids`` that are still there."""
        if subject == "incident":
            return self._numbered(ids, IncidentRow, number_text)
        if subject == "request":
            return self._numbered(ids, RequestRow, request_number_text)
        if subject == "package":
            return self._packages(ids)
        columns = _SUBJECTS.get(subject)
        if columns is None or not ids:
            return {}
        query = select(*columns).where(columns[0].in_(sorted(ids)))
        return {
            found: Named(number=number, name=name)
            for found, number, name in self._session.execute(query)
        }

    def _numbered(
        self,
        ids: Collection[int],
        row: type[IncidentRow | RequestRow],
        called: Callable[[int, int], str],
    ) -> dict[int, Named]:
        """Their numbers alone: what a title says may be for few, the log is not."""
        query = select(row.id, row.year, row.number).where(row.id.in_(sorted(ids)))
        return {
            found: Named(number=None, name=called(year, number))
            for found, year, number in self._session.execute(query)
        }

    def _packages(self, ids: Collection[int]) -> dict[int, Named]:
        """By what their folders' names end with; where they lie is nobody's here."""
        query = select(PackageRow.id, PackageRow.uuid).where(PackageRow.id.in_(sorted(ids)))
        return {
            found: Named(number=None, name=uuid[:8]) for found, uuid in self._session.execute(query)
        }

    def hidden(
        self, officer_id: OfficerId, about: Mapping[str, Collection[int]]
    ) -> frozenset[tuple[str, int]]:
        """See ``db.repositories.log_limits``."""
        return hidden(self._session, officer_id, about)

    def guarded(self) -> bool:
        """Whether the database still refuses to change or remove what was logged."""
        return sqlite.refuses_changes(self._session.connection())

    def chained_to(self, previous: str) -> list[Entry]:
        """Entries that name ``previous`` as the hash before theirs: one, in a sound log.

        Reads the whole log: only for the moment when it was found to be broken.
        """
        query = _ENTRIES.where(AuditEntryRow.previous == previous).order_by(AuditEntryRow.seq)
        return [_entry(row) for row in self._session.execute(query)]

    def _behind(self, before: int | None) -> tuple[datetime, int] | None:
        """Where a page ended, as the order of pages has it."""
        if before is None:
            return None
        at = self._session.scalar(select(AuditEntryRow.at).where(AuditEntryRow.seq == before))
        return None if at is None else (at, before)


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

# Id, number and name of whatever entries are about.
_SUBJECTS: dict[str, tuple[Any, Any, Any]] = {
    "camera": (CameraRow.id, CameraRow.number, CameraRow.name),
    "cluster": (ClusterRow.id, ClusterRow.number, ClusterRow.name),
    "team": (TeamRow.id, null(), TeamRow.name),
    "layout": (LayoutRow.id, null(), LayoutRow.name),
    "officer": (OfficerRow.id, null(), OfficerRow.name),
}
_PLACES = select(type_coerce(AuditEntryRow.at, BigInteger), AuditEntryRow.seq)
_NEWEST = (AuditEntryRow.at.desc(), AuditEntryRow.seq.desc())


def _pages(
    query: TrailQuery, behind: tuple[datetime, int] | None
) -> list[list[ColumnElement[bool]]]:
    """The conditions of ``query``, once for each kind of act.

    For one act the database walks along an index, in order, whatever the size of the log; for
    several at once it would have to sort.
    """
    conditions = _conditions(query, behind)
    if not query.acts:
        return [conditions]
    return [[*conditions, AuditEntryRow.act == act] for act in sorted(query.acts)]


def _conditions(
    query: TrailQuery, behind: tuple[datetime, int] | None
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.officer_id is not None:
        found.append(AuditEntryRow.officer_id == query.officer_id)
    if query.subject:
        found.append(AuditEntryRow.subject == query.subject)
    if query.subject_id is not None:
        found.append(AuditEntryRow.subject_id == query.subject_id)
    if query.since is not None:
        found.append(AuditEntryRow.at >= query.since)
    if query.until is not None:
        found.append(AuditEntryRow.at < query.until)
    if behind is not None:
        found.append(tuple_(AuditEntryRow.at, AuditEntryRow.seq) < behind)
    return found


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at_us": entry.at,
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
    # Unpacked, in the order of _ENTRIES: asking a row for its columns by name takes three times
    # as long, and millions are verified.
    seq, at, monotonic_ns, officer_id, workstation, act, subject, subject_id, *rest = row
    detail, previous, hash_ = rest
    return Entry(
        seq=seq,
        at=at,
        monotonic_ns=monotonic_ns,
        officer_id=officer_id,
        workstation=workstation,
        act=act,
        subject=subject,
        subject_id=subject_id,
        detail=detail,
        previous=previous,
        hash=hash_,
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
