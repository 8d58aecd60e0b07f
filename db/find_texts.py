"""What results say, read for those alone that are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import and_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_records import BookmarkId, IncidentId
from db.case_tables import IncidentRow, OutcomeRow
from db.find_records import Found, FoundKind, FoundText, StillOf, Viewer
from db.find_sides import SEEN, how_seen
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, ClusterId, Span
from db.search import listed
from db.statements import Quick

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
    shots = _shots(session, _SHOTS_OF_BOOKMARKS, ids)
    values = {"ids": ids, "me": viewer.officer_id, "their_clusters": viewer.clusters}
    rows = _notes(how_seen(viewer)).rows(session, values)
    return {
        (FoundKind.BOOKMARK, id_): FoundText(
            span=Span(start, end),
            cameras=_cameras(shots, id_),
            cluster_id=None,
            incident_id=None if incident_id is None else IncidentId(incident_id),
            number=None if incident_id is None else (year, number),
            texts=(note,),
            stills=_stills(shots, id_),
        )
        for id_, start, end, note, incident_id, year, number in rows
    }


def _incidents(session: Session, ids: Collection[int]) -> dict[tuple[FoundKind, int], FoundText]:
    if not ids:
        return {}
    outcomes: dict[int, list[str]] = {}
    for incident_id, item, note in _OUTCOMES.rows(session, {"ids": ids}):
        outcomes.setdefault(incident_id, []).extend(text for text in (item, note) if text)
    shots = _shots(session, _SHOTS_OF_INCIDENTS, ids)
    rows = _INCIDENTS.rows(session, {"ids": ids})
    return {
        (FoundKind.INCIDENT, id_): FoundText(
            span=Span(began_at, max(ended_at or began_at, began_at + _A_MOMENT)),
            cameras=_cameras(shots, id_),
            cluster_id=None if cluster_id is None else ClusterId(cluster_id),
            incident_id=IncidentId(id_),
            number=(year, number),
            texts=(*texts, *outcomes.get(id_, ())),
            stills=_stills(shots, id_),
        )
        for id_, year, number, cluster_id, began_at, ended_at, *texts in rows
    }


def _shots(session: Session, statement: Quick, ids: Collection[int]) -> _Shots:
    """Cameras and stills of bookmarks, by whose they are, in the order of time."""
    shots: _Shots = {}
    for its, bookmark_id, at, camera_id, still in statement.rows(session, {"ids": ids}):
        camera = CameraId(camera_id)
        kept = StillOf(BookmarkId(bookmark_id), camera, at) if still else None
        shots.setdefault(its, []).append((camera, kept))
    return shots


def _cameras(shots: _Shots, its: int) -> tuple[CameraId, ...]:
    return tuple(dict.fromkeys(camera for camera, _ in shots.get(its, ())))[:MOST_CAMERAS]


def _stills(shots: _Shots, its: int) -> tuple[StillOf, ...]:
    return tuple(still for _, still in shots.get(its, ()) if still is not None)[:MOST_CAMERAS]


@cache
def _notes(seen: str | None) -> Quick:
    """Bookmarks, each with its incident, if that is ``seen``."""
    case = IncidentRow
    its = and_(case.id == BookmarkRow.incident_id, true() if seen is None else SEEN[seen])
    return Quick(
        select(
            BookmarkRow.id,
            BookmarkRow.start,
            BookmarkRow.end,
            BookmarkRow.note,
            case.id.label("incident_id"),
            case.year,
            case.number,
        )
        .outerjoin(case, its)
        .where(BookmarkRow.id.in_(listed("ids")))
    )


def _shots_by(key: InstrumentedAttribute[Any]) -> Quick:
    shot = BookmarkCameraRow
    return Quick(
        select(key, BookmarkRow.id, BookmarkRow.at, shot.camera_id, shot.still)
        .join(shot, shot.bookmark_id == BookmarkRow.id)
        .where(key.in_(listed("ids")), BookmarkRow.undone_at.is_(None))
        .order_by(BookmarkRow.at, BookmarkRow.id, shot.place)
    )


_SHOTS_OF_BOOKMARKS = _shots_by(BookmarkRow.id)
_SHOTS_OF_INCIDENTS = _shots_by(BookmarkRow.incident_id)
_INCIDENTS = Quick(
    select(
        IncidentRow.id,
        IncidentRow.year,
        IncidentRow.number,
        IncidentRow.cluster_id,
        IncidentRow.began_at,
        IncidentRow.ended_at,
        IncidentRow.title,
        IncidentRow.address,
        IncidentRow.narrative,
    ).where(IncidentRow.id.in_(listed("ids")))
)
_OUTCOMES = Quick(
    select(OutcomeRow.incident_id, OutcomeRow.item, OutcomeRow.note)
    .where(OutcomeRow.incident_id.in_(listed("ids")))
    .order_by(OutcomeRow.id)
)
