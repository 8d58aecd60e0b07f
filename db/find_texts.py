"""What results say, read for those alone that are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_tables import IncidentRow, OutcomeRow
from db.find_records import Found, FoundKind, FoundText
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, ClusterId, OfficerId

MOST_CAMERAS = 16
"""An incident may have hundreds; a wall of review shows no more."""


def texts_of(session: Session, found: Iterable[Found]) -> dict[tuple[FoundKind, int], FoundText]:
    """By kind and id; what has gone meanwhile is left out."""
    ids: dict[FoundKind, list[int]] = {kind: [] for kind in FoundKind}
    for each in found:
        ids[each.kind].append(each.id)
    return _bookmarks(session, ids[FoundKind.BOOKMARK]) | _incidents(
        session, ids[FoundKind.INCIDENT]
    )


def _bookmarks(session: Session, ids: Collection[int]) -> dict[tuple[FoundKind, int], FoundText]:
    shots: dict[int, list[tuple[CameraId, str]]] = {}
    query = (
        select(BookmarkCameraRow.bookmark_id, BookmarkCameraRow.camera_id, BookmarkCameraRow.still)
        .where(BookmarkCameraRow.bookmark_id.in_(ids))
        .order_by(BookmarkCameraRow.bookmark_id, BookmarkCameraRow.place)
    )
    for bookmark_id, camera_id, still in session.execute(query):
        shots.setdefault(bookmark_id, []).append((CameraId(camera_id), still))
    rows = session.execute(
        select(BookmarkRow, IncidentRow.year, IncidentRow.number)
        .outerjoin(IncidentRow, IncidentRow.id == BookmarkRow.incident_id)
        .where(BookmarkRow.id.in_(ids))
    )
    return {
        (FoundKind.BOOKMARK, row.id): FoundText(
            at=row.at,
            cameras=tuple(camera_id for camera_id, _ in shots.get(row.id, ())),
            cluster_id=None,
            number=None if row.incident_id is None else (year, number),
            texts=(row.note,),
            still=next((still for _, still in shots.get(row.id, ()) if still), ""),
            made_by=_officer(row.made_by),
            assigned_to=None,
        )
        for row, year, number in rows
    }


def _incidents(session: Session, ids: Collection[int]) -> dict[tuple[FoundKind, int], FoundText]:
    outcomes: dict[int, list[str]] = {}
    query = select(OutcomeRow.incident_id, OutcomeRow.item, OutcomeRow.note)
    query = query.where(OutcomeRow.incident_id.in_(ids)).order_by(OutcomeRow.id)
    for incident_id, item, note in session.execute(query):
        outcomes.setdefault(incident_id, []).extend(text for text in (item, note) if text)
    shots = _shots_of(session, ids)
    rows = session.scalars(select(IncidentRow).where(IncidentRow.id.in_(ids)))
    return {
        (FoundKind.INCIDENT, row.id): FoundText(
            at=row.began_at,
            cameras=tuple(dict.fromkeys(camera for camera, _ in shots.get(row.id, ())))[
                :MOST_CAMERAS
            ],
            cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
            number=(row.year, row.number),
            texts=(row.title, row.address, row.narrative, *outcomes.get(row.id, ())),
            still=next((still for _, still in shots.get(row.id, ()) if still), ""),
            made_by=_officer(row.made_by),
            assigned_to=_officer(row.assigned_to),
        )
        for row in rows
    }


def _officer(officer_id: int | None) -> OfficerId | None:
    return None if officer_id is None else OfficerId(officer_id)


def _shots_of(
    session: Session, incident_ids: Collection[int]
) -> dict[int | None, list[tuple[CameraId, str]]]:
    """Cameras and stills of the bookmarks of incidents, in the order of time."""
    query = (
        select(BookmarkRow.incident_id, BookmarkCameraRow.camera_id, BookmarkCameraRow.still)
        .join(BookmarkCameraRow, BookmarkCameraRow.bookmark_id == BookmarkRow.id)
        .where(BookmarkRow.incident_id.in_(incident_ids), BookmarkRow.undone_at.is_(None))
        .order_by(BookmarkRow.at, BookmarkRow.id, BookmarkCameraRow.place)
    )
    shots: dict[int | None, list[tuple[CameraId, str]]] = {}
    for incident_id, camera_id, still in session.execute(query):
        shots.setdefault(incident_id, []).append((CameraId(camera_id), still))
    return shots
