"""What waits, by age: counted, or as keys alone, so that a page costs no more than what it shows.

SQLite puts all of it in order; Python reads no row that is not shown.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_records import IncidentId, IncidentState
from db.case_tables import IncidentRow
from db.footage_records import HoldReason
from db.footage_tables import HoldRow
from db.incident_records import Viewer, WaitingKey, Waits, WaitTimes
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import to_us
from db.repositories.bookmarks import hidden_from, is_draft
from db.repositories.incident_lists import visible_to
from db.tables import CameraRow, ClusterRow

_Keys = Select[Any]
_STATES = {
    Waits.SUBMITTED: IncidentState.SUBMITTED,
    Waits.DRAFT: IncidentState.DRAFT,
    Waits.RETURNED: IncidentState.RETURNED,
}


class Waiting:
    """Reads alone.  3,500 that wait in a city: see ``console/README.md``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self, kinds: Collection[Waits], viewer: Viewer, times: WaitTimes, limit: int, skip: int = 0
    ) -> list[WaitingKey]:
        """What waits of ``kinds``, the longest first: ``limit`` of it behind ``skip``."""
        if not kinds:
            return []
        keys = _all(kinds, viewer, times).subquery()
        query = (
            select(keys)
            .order_by(keys.c.since, keys.c.waits, keys.c.number)
            .limit(limit)
            .offset(skip)
        )
        rows = self._session.connection().execute(query).all()
        return [WaitingKey(Waits(waits), *rest) for waits, *rest in rows]

    def counts(self, viewer: Viewer, times: WaitTimes) -> dict[Waits, tuple[int, int]]:
        """How much waits of each kind, and how much of that is late."""
        keys = _all(Waits, viewer, times).subquery()
        late = func.sum(case((keys.c.since <= to_us(times.late_since), 1), else_=0))
        query = select(keys.c.waits, func.count(), late).group_by(keys.c.waits)
        rows = self._session.connection().execute(query)
        found = {Waits(waits): (count, late) for waits, count, late in rows}
        return {each: found.get(each, (0, 0)) for each in Waits}

    def states(self, states: Collection[IncidentState], viewer: Viewer) -> dict[IncidentState, int]:
        """How many incidents of each of these states ``viewer`` sees."""
        query = (
            select(IncidentRow.state, func.count())
            .where(IncidentRow.state.in_(sorted(states)), visible_to(viewer))
            .group_by(IncidentRow.state)
        )
        found = {IncidentState(state): count for state, count in self._session.execute(query)}
        return {state: found.get(state, 0) for state in sorted(states)}

    def oldest(
        self, states: Collection[IncidentState], viewer: Viewer, limit: int
    ) -> list[IncidentId]:
        """Those in these states that ``viewer`` sees, the longest in it first."""
        query = (
            select(IncidentRow.id)
            .where(IncidentRow.state.in_(sorted(states)), visible_to(viewer))
            .order_by(IncidentRow.state_at, IncidentRow.id)
            .limit(limit)
        )
        return [IncidentId(each) for each in self._session.scalars(query)]

    def overdue(self, states: Collection[IncidentState], viewer: Viewer, today: date) -> int:
        """How many in these states were due before ``today``."""
        query = (
            select(func.count())
            .select_from(IncidentRow)
            .where(IncidentRow.state.in_(sorted(states)), visible_to(viewer))
            .where(IncidentRow.due_on < today)
        )
        return self._session.scalar(query) or 0


def _all(kinds: Collection[Waits], viewer: Viewer, times: WaitTimes) -> CompoundSelect[Any]:
    """Columns as those of ``WaitingKey``."""
    return union_all(*(_of(kind, viewer, times) for kind in Waits if kind in kinds))


def _of(kind: Waits, viewer: Viewer, times: WaitTimes) -> _Keys:
    match kind:
        case Waits.HOLD:
            return _holds(viewer, times)
        case Waits.BOOKMARK:
            return _bookmarks(viewer, times)
        case _:
            return _incidents(kind, viewer, times)


def _incidents(kind: Waits, viewer: Viewer, times: WaitTimes) -> _Keys:
    query = _key(
        kind,
        since=IncidentRow.state_at,
        number=IncidentRow.id,
        incident_id=IncidentRow.id,
        made_by=IncidentRow.made_by,
    ).where(IncidentRow.state == _STATES[kind], visible_to(viewer))
    if kind is Waits.SUBMITTED:
        return query
    return query.where(IncidentRow.state_at < times.left_before)


def _bookmarks(viewer: Viewer, times: WaitTimes) -> _Keys:
    """Drafts of moments that concern ``viewer``."""
    query = _key(
        Waits.BOOKMARK, since=BookmarkRow.at, number=BookmarkRow.id, made_by=BookmarkRow.made_by
    ).where(is_draft(), BookmarkRow.at < times.left_before)
    if viewer.officer_id is None:
        return query
    query = query.where(~hidden_from(viewer.officer_id))
    if not viewer.teams:
        return query
    theirs = (
        select(BookmarkCameraRow.bookmark_id)
        .join(CameraRow, CameraRow.id == BookmarkCameraRow.camera_id)
        .join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
        .where(BookmarkCameraRow.bookmark_id == BookmarkRow.id)
        .where(ClusterRow.team_id.in_(viewer.teams))
    )
    return query.where(or_(BookmarkRow.made_by == viewer.officer_id, theirs.exists()))


def _holds(viewer: Viewer, times: WaitTimes) -> _Keys:
    """Those that run out: once for an incident, once for all bookmarks that are in none.

    A hold of several incidents stands with the first that ``viewer`` sees; if he sees none of
    them, nowhere.  It waits since its end came within reach.
    """
    until, made_at = _us(HoldRow.until), _us(HoldRow.made_at)
    came_us = until - (to_us(times.ending_by) - to_us(times.now))
    of_bookmark = HoldRow.reason == HoldReason.BOOKMARK
    one = (
        select(
            HoldRow.id,
            until.label("until"),
            case((came_us > made_at, came_us), else_=made_at).label("since"),
            func.min(case((visible_to(viewer), IncidentRow.id))).label("incident_id"),
            func.count(BookmarkRow.incident_id).label("incidents"),
            # What else it stands with: all of bookmarks together, others by themselves.
            case((of_bookmark, 0), else_=-HoldRow.id).label("other"),
        )
        .outerjoin(BookmarkRow, BookmarkRow.hold_id == HoldRow.id)
        .outerjoin(IncidentRow, IncidentRow.id == BookmarkRow.incident_id)
        .where(HoldRow.freed_at.is_(None), HoldRow.released_at.is_(None))
        .where(HoldRow.until > times.now, HoldRow.until <= times.ending_by)
        .group_by(HoldRow.id)
        .subquery()
    ).c
    return (
        _key(
            Waits.HOLD,
            since=func.min(one.since),
            number=func.min(one.id),
            incident_id=one.incident_id,
            holds=func.count(),
            until=func.min(one.until),
        )
        .where(or_(one.incident_id.is_not(None), one.incidents == 0))
        .group_by(one.incident_id, case((one.incident_id.is_(None), one.other), else_=0))
    )


def _key(
    kind: Waits,
    *,
    since: ColumnElement[Any] | InstrumentedAttribute[Any],
    number: ColumnElement[Any] | InstrumentedAttribute[Any],
    incident_id: ColumnElement[Any] | InstrumentedAttribute[Any] | None = None,
    made_by: InstrumentedAttribute[Any] | None = None,
    holds: ColumnElement[Any] | None = None,
    until: ColumnElement[Any] | None = None,
) -> _Keys:
    return select(
        literal(str(kind)).label("waits"),
        _us(since).label("since"),
        type_coerce(number, Integer).label("number"),
        _or_null(incident_id).label("incident_id"),
        _or_null(made_by).label("made_by"),
        _or_null(holds).label("holds"),
        _or_null(until).label("until"),
    )


def _us(at: Any) -> ColumnElement[int]:
    """An instant as it is kept: no datetime is made of it."""
    return type_coerce(at, BigInteger)


def _or_null(column: Any) -> ColumnElement[Any]:
    return null() if column is None else type_coerce(column, BigInteger)
