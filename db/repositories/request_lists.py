"""Lists of requests, and who may see which; the newest first, a page at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_records import IncidentId
from db.evidence_records import RequestId, RequestLine, RequestQuery, RequestState
from db.evidence_tables import PackageCameraRow, PackageRow, RequestCameraRow, RequestRow
from db.folding import fold
from db.incident_records import Viewer
from db.records import OfficerId
from db.repositories.incident_lists import hidden_ids
from db.search import MOST_WORDS
from db.tables import CameraRow, ClusterRow

COUNTED = 1000
"""A count goes no further: this stands for as many, or more."""

_LINE = (
    RequestRow.id,
    RequestRow.year,
    RequestRow.number,
    RequestRow.state,
    RequestRow.paper_number,
    RequestRow.unit,
    RequestRow.due_on,
    RequestRow.incident_id,
    RequestRow.urgent,
    RequestRow.made_by,
    RequestRow.made_at,
    RequestRow.state_at,
    RequestRow.approve_by,
)


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether ``viewer`` sees a ``RequestRow``.

    One of a restricted incident is for those alone who are named in that.  One who is narrowed to
    teams sees what he made, and what is of their cameras and of no other.
    """
    its = RequestCameraRow
    of = select(its.request_id).where(its.request_id == RequestRow.id)
    return _visible(viewer, RequestRow.incident_id, RequestRow.made_by, of, its.camera_id)


def package_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The same, of a ``PackageRow``."""
    its = PackageCameraRow
    of = select(its.package_id).where(its.package_id == PackageRow.id)
    return _visible(viewer, PackageRow.incident_id, PackageRow.queued_by, of, its.camera_id)


def _visible(
    viewer: Viewer,
    incident_id: InstrumentedAttribute[int | None],
    made_by: InstrumentedAttribute[int | None],
    cameras: Select[int],
    camera_id: InstrumentedAttribute[int],
) -> ColumnElement[bool]:
    if viewer.officer_id is None:
        return true()
    known = or_(incident_id.is_(None), incident_id.not_in(hidden_ids(viewer.officer_id)))
    if not viewer.teams:
        return known
    # A camera that is gone is of no team, as for the gate.
    others = (
        cameras.outerjoin(CameraRow, CameraRow.id == camera_id)
        .outerjoin(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
        .where(or_(ClusterRow.team_id.is_(None), ClusterRow.team_id.not_in(viewer.teams)))
    )
    return and_(known, or_(made_by == viewer.officer_id, ~others.exists()))


class RequestLists:
    """Reads alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sees(self, viewer: Viewer, request_id: RequestId) -> bool:
        """Whether there is such a request for ``viewer``."""
        query = select(RequestRow.id).where(RequestRow.id == request_id, visible_to(viewer))
        return self._session.scalar(query) is not None

    def page(self, query: RequestQuery, viewer: Viewer) -> list[RequestLine]:
        """The newest that ``query`` asks for and ``viewer`` sees."""
        wanted = select(*_LINE).where(*_conditions(query), visible_to(viewer))
        return self._lines(wanted.order_by(RequestRow.id.desc()).limit(query.limit))

    def count(self, query: RequestQuery, viewer: Viewer) -> int:
        """How many there are; ``COUNTED`` stands for more."""
        some = select(RequestRow.id).where(*_conditions(query), visible_to(viewer)).limit(COUNTED)
        return self._session.scalar(select(func.count()).select_from(some.subquery())) or 0

    def waiting(self, viewer: Viewer, limit: int, skip: int = 0) -> list[RequestLine]:
        """What waits for an answer, the longest first."""
        wanted = select(*_LINE).where(RequestRow.state == RequestState.ASKED, visible_to(viewer))
        wanted = wanted.order_by(RequestRow.state_at, RequestRow.id).limit(limit).offset(skip)
        return self._lines(wanted)

    def count_waiting(self, viewer: Viewer) -> int:
        """How many wait for an answer."""
        asked = RequestRow.state == RequestState.ASKED
        query = select(func.count()).select_from(RequestRow).where(asked, visible_to(viewer))
        return self._session.scalar(query) or 0

    def overdue(self, viewer: Viewer, now: datetime) -> list[RequestLine]:
        """What was exported first and not approved in time, the longest overdue first."""
        wanted = (
            select(*_LINE)
            .where(RequestRow.state == RequestState.ASKED, RequestRow.approve_by <= now)
            .where(visible_to(viewer))
            .order_by(RequestRow.approve_by, RequestRow.id)
        )
        return self._lines(wanted)

    def _lines(self, wanted: Select[*tuple[Any, ...]]) -> list[RequestLine]:
        rows = self._session.connection().execute(wanted).all()
        its = RequestCameraRow
        counted = (
            select(its.request_id, func.count())
            .where(its.request_id.in_([row[0] for row in rows]), its.narrowed.is_(False))
            .group_by(its.request_id)
        )
        spans = {found: count for found, count in self._session.execute(counted)}  # noqa: C416
        return [_line(row, spans.get(row[0], 0)) for row in rows]


def _conditions(query: RequestQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.states:
        found.append(RequestRow.state.in_(sorted(query.states)))
    words = fold(query.words).split()[:MOST_WORDS]
    found.extend(RequestRow.folded.contains(word, autoescape=True) for word in words)
    if query.camera_id is not None:
        its = RequestCameraRow
        of = select(its.request_id).where(its.camera_id == query.camera_id)
        found.append(RequestRow.id.in_(of))
    if query.incident_id is not None:
        found.append(RequestRow.incident_id == query.incident_id)
    if query.made_by is not None:
        found.append(RequestRow.made_by == query.made_by)
    if query.since is not None:
        found.append(RequestRow.made_at >= query.since)
    if query.until is not None:
        found.append(RequestRow.made_at < query.until)
    if query.before is not None:
        found.append(RequestRow.id < query.before)
    return found


def _line(row: Any, spans: int) -> RequestLine:
    id_, year, number, state, paper, unit, due_on, incident_id, urgent, made_by, *times = row
    made_at, state_at, approve_by = times
    return RequestLine(
        id=RequestId(id_),
        year=year,
        number=number,
        state=RequestState(state),
        paper_number=paper,
        unit=unit,
        due_on=due_on,
        incident_id=None if incident_id is None else IncidentId(incident_id),
        urgent=urgent,
        spans=spans,
        made_by=None if made_by is None else OfficerId(made_by),
        made_at=made_at,
        state_at=state_at,
        approve_by=approve_by,
    )
