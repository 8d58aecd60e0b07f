"""What waits, by age: keys alone, so that a page of it costs no more than what it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Executable,
    Row,
    desc,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_records import IncidentId, IncidentState
from db.case_tables import IncidentRow
from db.footage_records import HoldReason
from db.footage_tables import HoldRow
from db.incident_records import Viewer, WaitingKey, Waits, WaitTimes
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import to_us
from db.repositories.bookmarks import hidden_by_id, is_draft
from db.repositories.incident_lists import visible_by_id, visible_to
from db.tables import CameraRow, ClusterRow

_STATES = {
    Waits.SUBMITTED: IncidentState.SUBMITTED,
    Waits.DRAFT: IncidentState.DRAFT,
    Waits.RETURNED: IncidentState.RETURNED,
}


class Waiting:
    """Reads alone.  3,500 that wait in a city: see ``console/README.md``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keys(self, viewer: Viewer, times: WaitTimes) -> list[WaitingKey]:
        """All that waits, the longest first."""
        found = [
            *self._incidents(Waits.SUBMITTED, viewer),
            *self._incidents(Waits.DRAFT, viewer, times.left_before),
            *self._incidents(Waits.RETURNED, viewer, times.left_before),
            *self._bookmarks(viewer, times.left_before),
            *self._holds(viewer, times),
        ]
        found.sort()
        return found

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

    def _incidents(
        self, waits: Waits, viewer: Viewer, before: datetime | None = None
    ) -> Iterator[WaitingKey]:
        row = IncidentRow
        query = select(_us(row.state_at), row.id, row.made_by).where(
            row.state == _STATES[waits], visible_to(viewer)
        )
        if before is not None:
            query = query.where(row.state_at < before)
        for since_us, id_, made_by in self._rows(query):
            yield WaitingKey(since_us, waits, id_, id_, made_by)

    def _bookmarks(self, viewer: Viewer, before: datetime) -> Iterator[WaitingKey]:
        """Drafts of moments that concern ``viewer``."""
        row, officer_id = BookmarkRow, viewer.officer_id
        query = select(_us(row.at), row.id, row.made_by).where(is_draft(), row.at < before)
        if officer_id is not None:
            query = query.where(~hidden_by_id(officer_id))
        if officer_id is not None and viewer.teams:
            theirs = (
                select(BookmarkCameraRow.bookmark_id)
                .join(CameraRow, CameraRow.id == BookmarkCameraRow.camera_id)
                .join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
                .where(BookmarkCameraRow.bookmark_id == row.id)
                .where(ClusterRow.team_id.in_(viewer.teams))
            )
            query = query.where(or_(row.made_by == officer_id, theirs.exists()))
        for at_us, id_, made_by in self._rows(query):
            yield WaitingKey(at_us, Waits.BOOKMARK, id_, made_by=made_by)

    def _holds(self, viewer: Viewer, times: WaitTimes) -> Iterator[WaitingKey]:
        """Those that run out: once for an incident, once for all bookmarks that are in none.

        A hold of several incidents stands with the first that ``viewer`` sees; if he sees none of
        them, nowhere.  It waits since its end came within reach.
        """
        reach_us = to_us(times.ending_by) - to_us(times.now)
        groups: dict[int, list[tuple[int, int, int]]] = {}
        last = None
        for id_, until_us, made_us, of_bookmark, incident_id, seen in self._ending(viewer, times):
            if id_ == last:
                continue
            last = id_
            if incident_id is None:
                group = 0 if of_bookmark else -id_
            elif seen:
                group = incident_id
            else:
                continue
            groups.setdefault(group, []).append((until_us, id_, made_us))
        for group, holds in groups.items():
            until_us, id_, made_us = holds[0]  # the soonest
            yield WaitingKey(
                max(until_us - reach_us, made_us),
                Waits.HOLD,
                id_,
                IncidentId(group) if group > 0 else None,
                holds=len(holds),
                until_us=until_us,
            )

    def _ending(self, viewer: Viewer, times: WaitTimes) -> Sequence[Row[*tuple[Any, ...]]]:
        """Holds, the soonest first, with their bookmarks' incidents, first those that are seen."""
        hold, incident_id = HoldRow, BookmarkRow.incident_id
        seen = visible_by_id(incident_id, viewer)
        query = (
            select(
                hold.id,
                _us(hold.until),
                _us(hold.made_at),
                hold.reason == HoldReason.BOOKMARK,
                incident_id,
                seen.label("seen"),
            )
            .outerjoin(BookmarkRow, BookmarkRow.hold_id == hold.id)
            .where(hold.freed_at.is_(None), hold.released_at.is_(None))
            .where(hold.until > times.now, hold.until <= times.ending_by)
            .order_by(hold.until, hold.id, incident_id.is_(None), desc("seen"), incident_id)
        )
        return self._rows(query)

    def _rows(self, query: Executable) -> Sequence[Row[*tuple[Any, ...]]]:
        return self._session.connection().execute(query).all()


def _us(at: InstrumentedAttribute[Any]) -> ColumnElement[int]:
    """An instant as it is kept: no datetime is made of it."""
    return type_coerce(at, BigInteger)
