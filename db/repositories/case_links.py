"""What hangs on an incident: bookmarks, exhibits, other incidents.  Rows in, records out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from db.case_records import BookmarkId, IncidentId, Related
from db.case_tables import IncidentExhibitRow, IncidentLinkRow
from db.errors import Gone
from db.footage_records import ExhibitId, HoldId
from db.incident_records import Joined
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, OfficerId, Span, Topic

_AT_ONCE = 900  # ids in one query; SQLite takes at least 999


class CaseLinks:
    """Joins and parts."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def related(self, incident_id: IncidentId) -> Related:
        """Ids of what hangs on an incident."""
        bookmarks = (
            select(BookmarkRow.id)
            .where(BookmarkRow.incident_id == incident_id)
            .order_by(BookmarkRow.at, BookmarkRow.id)
        )
        exhibits = (
            select(IncidentExhibitRow.exhibit_id)
            .where(IncidentExhibitRow.incident_id == incident_id)
            .order_by(IncidentExhibitRow.exhibit_id)
        )
        links = select(IncidentLinkRow.one_id, IncidentLinkRow.other_id).where(
            or_(IncidentLinkRow.one_id == incident_id, IncidentLinkRow.other_id == incident_id)
        )
        return Related(
            bookmarks=tuple(BookmarkId(each) for each in self._session.scalars(bookmarks)),
            exhibits=tuple(ExhibitId(each) for each in self._session.scalars(exhibits)),
            incidents=tuple(
                sorted(
                    IncidentId(other if one == incident_id else one)
                    for one, other in self._session.execute(links)
                )
            ),
        )

    def bookmark(self, bookmark_id: BookmarkId) -> Joined:
        """One bookmark.  Raises Gone."""
        row = self._row(bookmark_id)
        return self._joined([row])[0]

    def bookmarks_of(self, incident_id: IncidentId) -> list[Joined]:
        """An incident's bookmarks, in order of time."""
        query = (
            select(BookmarkRow)
            .where(BookmarkRow.incident_id == incident_id)
            .order_by(BookmarkRow.at, BookmarkRow.id)
        )
        return self._joined(list(self._session.scalars(query)))

    def bookmarks_held_by(self, hold_id: HoldId) -> list[Joined]:
        """Bookmarks whose footage ``hold_id`` keeps."""
        query = select(BookmarkRow).where(BookmarkRow.hold_id == hold_id).order_by(BookmarkRow.id)
        return self._joined(list(self._session.scalars(query)))

    def incidents_of_holds(self, holds: Sequence[HoldId]) -> dict[HoldId, IncidentId]:
        """For which incident each of ``holds`` keeps something; those of none are left out."""
        found: dict[HoldId, IncidentId] = {}
        for first in range(0, len(holds), _AT_ONCE):
            query = select(BookmarkRow.hold_id, BookmarkRow.incident_id).where(
                BookmarkRow.hold_id.in_(holds[first : first + _AT_ONCE]),
                BookmarkRow.incident_id.is_not(None),
            )
            for hold_id, incident_id in self._session.execute(query):
                if hold_id is not None and incident_id is not None:
                    found[HoldId(hold_id)] = IncidentId(incident_id)
        return found

    def put(self, bookmark_id: BookmarkId, incident_id: IncidentId | None) -> None:
        """Let a bookmark belong to an incident, or to none.  Raises Gone."""
        self._row(bookmark_id).incident_id = incident_id
        self._session.flush()
        self._touched |= {Topic.BOOKMARKS, Topic.INCIDENTS}

    def hold_by(self, bookmark_id: BookmarkId, hold_id: HoldId) -> None:
        """Remember which hold keeps a bookmark's footage.  Raises Gone."""
        self._row(bookmark_id).hold_id = hold_id
        self._session.flush()
        self._touched.add(Topic.BOOKMARKS)

    def link(self, one: IncidentId, other: IncidentId) -> bool:
        """Say that two incidents have to do with each other; False: they did already."""
        first, second = sorted((one, other))
        if self._session.get(IncidentLinkRow, (first, second)) is not None:
            return False
        self._session.add(IncidentLinkRow(one_id=first, other_id=second))
        self._keep()
        return True

    def unlink(self, one: IncidentId, other: IncidentId) -> bool:
        """Take that back; False: nobody said so."""
        row = self._session.get(IncidentLinkRow, tuple(sorted((one, other))))
        if row is None:
            return False
        self._session.delete(row)
        self._keep()
        return True

    def set_exhibits(self, incident_id: IncidentId, exhibits: Collection[ExhibitId]) -> None:
        """Let exactly these belong to an incident."""
        self._session.execute(
            delete(IncidentExhibitRow).where(IncidentExhibitRow.incident_id == incident_id)
        )
        self._session.add_all(
            IncidentExhibitRow(incident_id=incident_id, exhibit_id=each)
            for each in sorted(exhibits)
        )
        self._keep()

    def _keep(self) -> None:
        self._session.flush()
        self._touched.add(Topic.INCIDENTS)

    def _row(self, bookmark_id: BookmarkId) -> BookmarkRow:
        row = self._session.get(BookmarkRow, bookmark_id)
        if row is None:
            raise Gone("bookmark")
        return row

    def _joined(self, rows: list[BookmarkRow]) -> list[Joined]:
        ids = [row.id for row in rows]
        cameras: dict[int, list[CameraId]] = {}
        query = (
            select(BookmarkCameraRow.bookmark_id, BookmarkCameraRow.camera_id)
            .where(BookmarkCameraRow.bookmark_id.in_(ids))
            .order_by(BookmarkCameraRow.place)
        )
        for bookmark_id, camera_id in self._session.execute(query):
            cameras.setdefault(bookmark_id, []).append(CameraId(camera_id))
        return [
            Joined(
                id=BookmarkId(row.id),
                at=row.at,
                span=Span(row.start, row.end),
                cameras=tuple(cameras.get(row.id, ())),
                incident_id=None if row.incident_id is None else IncidentId(row.incident_id),
                hold_id=None if row.hold_id is None else HoldId(row.hold_id),
                made_by=None if row.made_by is None else OfficerId(row.made_by),
                undone=row.undone_at is not None,
                is_draft=row.category_id is None or not row.note,
            )
            for row in rows
        ]
