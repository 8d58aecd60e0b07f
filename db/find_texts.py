"""What results say, read for those alone that are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db.case_records import BookmarkId, IncidentId
from db.case_tables import IncidentRow, OutcomeRow
from db.find_records import Found, FoundKind, FoundText, StillOf, Viewer
from db.find_sides import seen_by
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, ClusterId, Span

MOST_CAMERAS = 16
"""An incident may have hundreds; a wall of review shows no more."""
_A_MOMENT = timedelta(minutes=1)  # of an incident whose end is not told

_Shots = dict[int, list[tuple[CameraId, StillOf | None]]]


def texts_of(
    session: Session, found: Iterable[Found], viewer: Viewer
) -> dict[tuple[FoundKind, int], FoundText]:
    """By kind and id; what has gone meanwhile is left out."""
    ids: dict[FoundKind, list[int]] = {kind: [] for kind in FoundKind}
    for each in found:
        ids[each.kind].append(each.id)
    return _bookmarks(session, ids[FoundKind.BOOKMARK], viewer) | _incidents(
        session, ids[FoundKind.INCIDENT]
    )


def _bookmarks(
    session: Session, ids: Collection[int], viewer: Viewer
) -> dict[tuple[FoundKind, int], FoundText]:
    if not ids:
        return {}
    shots = _shots(session, BookmarkRow.id, ids)
    rows = session.execute(
        select(
            BookmarkRow.id,
            BookmarkRow.start,
            BookmarkRow.end,
            BookmarkRow.note,
            IncidentRow.id.label("incident_id"),
            IncidentRow.year,
            IncidentRow.number,
        )
        .outerjoin(IncidentRow, and_(IncidentRow.id == BookmarkRow.incident_id, seen_by(viewer)))
        .where(BookmarkRow.id.in_(ids))
    )
    return {
        (FoundKind.BOOKMARK, row.id): FoundText(
            span=Span(row.start, row.end),
            cameras=_cameras(shots, row.id),
            cluster_id=None,
            incident_id=None if row.incident_id is None else IncidentId(row.incident_id),
            number=None if row.incident_id is None else (row.year, row.number),
            texts=(row.note,),
            stills=_stills(shots, row.id),
        )
        for row in rows
    }


def _incidents(session: Session, ids: Collection[int]) -> dict[tuple[FoundKind, int], FoundText]:
    if not ids:
        return {}
    outcomes: dict[int, list[str]] = {}
    query = select(OutcomeRow.incident_id, OutcomeRow.item, OutcomeRow.note)
    query = query.where(OutcomeRow.incident_id.in_(ids)).order_by(OutcomeRow.id)
    for incident_id, item, note in session.execute(query):
        outcomes.setdefault(incident_id, []).extend(text for text in (item, note) if text)
    shots = _shots(session, BookmarkRow.incident_id, ids)
    case = IncidentRow
    rows = session.execute(
        select(
            case.id,
            case.year,
            case.number,
            case.title,
            case.address,
            case.narrative,
            case.cluster_id,
            case.began_at,
            case.ended_at,
        ).where(case.id.in_(ids))
    )
    return {
        (FoundKind.INCIDENT, row.id): FoundText(
            span=Span(row.began_at, max(row.ended_at or row.began_at, row.began_at + _A_MOMENT)),
            cameras=_cameras(shots, row.id),
            cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
            incident_id=IncidentId(row.id),
            number=(row.year, row.number),
            texts=(row.title, row.address, row.narrative, *outcomes.get(row.id, ())),
            stills=_stills(shots, row.id),
        )
        for row in rows
    }


def _shots(session: Session, key: Any, ids: Collection[int]) -> _Shots:
    """Cameras and stills of bookmarks, by ``key``, in the order of time."""
    shot = BookmarkCameraRow
    query = (
        select(key, BookmarkRow.id, BookmarkRow.at, shot.camera_id, shot.still)
        .join(shot, shot.bookmark_id == BookmarkRow.id)
        .where(key.in_(ids), BookmarkRow.undone_at.is_(None))
        .order_by(BookmarkRow.at, BookmarkRow.id, shot.place)
    )
    shots: _Shots = {}
    for its, bookmark_id, at, camera_id, still in session.execute(query):
        camera = CameraId(camera_id)
        kept = StillOf(BookmarkId(bookmark_id), camera, at) if still else None
        shots.setdefault(its, []).append((camera, kept))
    return shots


def _cameras(shots: _Shots, its: int) -> tuple[CameraId, ...]:
    return tuple(dict.fromkeys(camera for camera, _ in shots.get(its, ())))[:MOST_CAMERAS]


def _stills(shots: _Shots, its: int) -> tuple[StillOf, ...]:
    return tuple(still for _, still in shots.get(its, ()) if still is not None)[:MOST_CAMERAS]
