"""Calls to the members of teams: rows in, records out; none of them is ever changed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from db.case_records import BookmarkId, Call, CallId, CallResult, IncidentId, MemberId
from db.case_tables import IncidentRow
from db.errors import Gone
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow, MemberRow
from db.records import CameraId, ClusterId, OfficerId, Topic
from db.repositories.incident_lists import hidden_from, hidden_ids
from db.tables import ClusterRow


class Calls:
    """Who was called about what, and what came of it.

    ``reader`` is the officer who asks: of a restricted incident those alone are told who are named
    in it, also of the calls about its bookmarks.  None is told everything.
    """

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        *,
        member_id: MemberId,
        result: CallResult,
        cluster_id: ClusterId | None,
        incident_id: IncidentId | None,
        bookmark_id: BookmarkId | None,
        note: str,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Call:
        """Keep a call.  Raises Gone: the member, or what he was called about."""
        for table, number in (
            (MemberRow, member_id),
            (ClusterRow, cluster_id),
            (IncidentRow, incident_id),
            (BookmarkRow, bookmark_id),
        ):
            if number is not None and self._session.get(table, number) is None:
                raise Gone(table.__tablename__)
        row = CallRow(
            member_id=member_id,
            cluster_id=cluster_id,
            incident_id=incident_id,
            bookmark_id=bookmark_id,
            result=result,
            note=note,
            officer_id=officer_id,
            at=at,
        )
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.MEMBERS)
        return _call(row)

    def about(
        self, *, incident_id: IncidentId | None = None, bookmark_id: BookmarkId | None = None
    ) -> list[Call]:
        """Calls about an incident and its bookmarks, else about a bookmark; the oldest first."""
        if incident_id is None:
            query = select(CallRow).where(CallRow.bookmark_id == bookmark_id)
        else:
            query = select(CallRow).where(_about_incident(incident_id))
        return [_call(row) for row in self._session.scalars(query.order_by(CallRow.at, CallRow.id))]

    def newest(
        self,
        members: Collection[MemberId],
        *,
        incident_id: IncidentId | None = None,
        bookmark_id: BookmarkId | None = None,
        cluster_id: ClusterId | None = None,
        since: datetime | None = None,
        reader: OfficerId | None = None,
    ) -> dict[MemberId, Call]:
        """Each member's newest call about the incident, else the bookmark, else the cluster.

        Members of one team, so there are not many.  Two calls of one instant: the later row.
        """
        query = select(CallRow).where(CallRow.member_id.in_(members))
        if incident_id is not None:
            query = query.where(_about_incident(incident_id))
        elif bookmark_id is not None:
            query = query.where(CallRow.bookmark_id == bookmark_id)
        elif cluster_id is not None:
            query = query.where(CallRow.cluster_id == cluster_id)
        if since is not None:
            query = query.where(CallRow.at >= since)
        if reader is not None:
            query = query.where(*_told_to(reader))
        rows = self._session.scalars(query.order_by(CallRow.at, CallRow.id))
        return {MemberId(row.member_id): _call(row) for row in rows}

    def tells_incident(self, incident_id: IncidentId, reader: OfficerId | None) -> bool:
        """Whether there is such an incident, as far as ``reader`` is told."""
        query = select(func.count()).where(IncidentRow.id == incident_id)
        if reader is not None:
            query = query.where(~hidden_from(reader))
        return bool(self._session.scalar(query))

    def tells_bookmark(self, bookmark_id: BookmarkId, reader: OfficerId | None) -> bool:
        """Whether there is such a bookmark, as far as ``reader`` is told."""
        query = select(func.count()).where(BookmarkRow.id == bookmark_id)
        if reader is not None:
            its = BookmarkRow.incident_id
            query = query.where(or_(its.is_(None), its.not_in(hidden_ids(reader))))
        return bool(self._session.scalar(query))

    def cluster(self, incident_id: IncidentId) -> ClusterId | None:
        """Where an incident is, if anybody has said so."""
        found = self._session.scalar(
            select(IncidentRow.cluster_id).where(IncidentRow.id == incident_id)
        )
        return None if found is None else ClusterId(found)

    def cameras(
        self, *, incident_id: IncidentId | None = None, bookmark_id: BookmarkId | None = None
    ) -> set[CameraId]:
        """The cameras of an incident's bookmarks, else those of a bookmark."""
        query = select(BookmarkCameraRow.camera_id)
        if incident_id is None:
            query = query.where(BookmarkCameraRow.bookmark_id == bookmark_id)
        else:
            query = query.where(BookmarkCameraRow.bookmark_id.in_(_bookmarks_of(incident_id)))
        return {CameraId(found) for found in self._session.scalars(query)}


def _about_incident(incident_id: IncidentId) -> ColumnElement[bool]:
    its = _bookmarks_of(incident_id)
    return or_(CallRow.incident_id == incident_id, CallRow.bookmark_id.in_(its))


def _bookmarks_of(incident_id: IncidentId) -> Select[int]:
    return select(BookmarkRow.id).where(BookmarkRow.incident_id == incident_id)


def _told_to(reader: OfficerId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    hidden = hidden_ids(reader)
    bookmarks = select(BookmarkRow.id).where(BookmarkRow.incident_id.in_(hidden))
    return (
        or_(CallRow.incident_id.is_(None), CallRow.incident_id.not_in(hidden)),
        or_(CallRow.bookmark_id.is_(None), CallRow.bookmark_id.not_in(bookmarks)),
    )


def _call(row: CallRow) -> Call:
    return Call(
        id=CallId(row.id),
        member_id=MemberId(row.member_id),
        cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
        incident_id=None if row.incident_id is None else IncidentId(row.incident_id),
        bookmark_id=None if row.bookmark_id is None else BookmarkId(row.bookmark_id),
        result=CallResult(row.result),
        note=row.note,
        officer_id=None if row.officer_id is None else OfficerId(row.officer_id),
        at=row.at,
    )
