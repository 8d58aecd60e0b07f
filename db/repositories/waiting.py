"""What waits, by age: keys alone, so that a page of it costs no more than what it shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, func, select, type_coerce
from sqlalchemy.orm import Session

from db.case_records import IncidentId, IncidentState
from db.case_tables import IncidentRow
from db.footage_records import HoldId, HoldReason
from db.footage_tables import HoldRow
from db.incident_records import Viewer
from db.moment_tables import BookmarkRow
from db.repositories.incident_lists import visible_to
from db.structs import Frozen

_AT_ONCE = 900  # ids in one query; SQLite takes at least 999
_STATE_AT = type_coerce(IncidentRow.state_at, BigInteger)
_UNTIL = type_coerce(HoldRow.until, BigInteger)
_MADE_AT = type_coerce(HoldRow.made_at, BigInteger)


class WaitingIncident(Frozen):
    """An incident that is in its state since ``since_us``."""

    id: IncidentId
    since_us: int
    state: IncidentState


class EndingHold(Frozen):
    """A hold that runs out, and the incidents whose bookmarks it keeps."""

    id: HoldId
    until_us: int
    made_us: int
    reason: HoldReason
    incidents: frozenset[IncidentId]


class Waiting:
    """Reads alone.  2,000 that wait among 500,000: see ``console/README.md``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def incidents(
        self, states: Collection[IncidentState], viewer: Viewer, until: datetime | None = None
    ) -> list[WaitingIncident]:
        """Those in these states that ``viewer`` sees; ``until``: that came into it before then."""
        query = (
            select(IncidentRow.id, _STATE_AT, IncidentRow.state)
            .where(IncidentRow.state.in_(sorted(states)), visible_to(viewer))
            .order_by(IncidentRow.state_at, IncidentRow.id)
        )
        if until is not None:
            query = query.where(IncidentRow.state_at < until)
        states_by_word = {str(state): state for state in states}
        return [
            WaitingIncident(IncidentId(id_), since_us, states_by_word[state])
            for id_, since_us, state in self._session.execute(query)
        ]

    def overdue(self, states: Collection[IncidentState], viewer: Viewer, today: date) -> int:
        """How many in these states were due before ``today``."""
        query = (
            select(func.count())
            .select_from(IncidentRow)
            .where(IncidentRow.state.in_(sorted(states)), visible_to(viewer))
            .where(IncidentRow.due_on < today)
        )
        return self._session.scalar(query) or 0

    def holds(self, now: datetime, until: datetime) -> list[EndingHold]:
        """Holds that keep something now and run out by ``until``, the soonest first."""
        query = (
            select(HoldRow.id, _UNTIL, _MADE_AT, HoldRow.reason, BookmarkRow.incident_id)
            .outerjoin(BookmarkRow, BookmarkRow.hold_id == HoldRow.id)
            .where(HoldRow.freed_at.is_(None), HoldRow.released_at.is_(None))
            .where(HoldRow.until > now, HoldRow.until <= until)
            .order_by(HoldRow.until, HoldRow.id)
        )
        rows: dict[int, tuple[int, int, str]] = {}
        incidents: dict[int, set[IncidentId]] = {}
        for id_, until_us, made_us, reason, incident_id in self._session.execute(query):
            rows[id_] = (until_us, made_us, reason)
            if incident_id is not None:
                incidents.setdefault(id_, set()).add(IncidentId(incident_id))
        return [
            EndingHold(
                HoldId(id_),
                until_us,
                made_us,
                HoldReason(reason),
                frozenset(incidents.get(id_, ())),
            )
            for id_, (until_us, made_us, reason) in rows.items()
        ]

    def seen(self, viewer: Viewer, ids: Sequence[IncidentId]) -> set[IncidentId]:
        """Those of ``ids`` that ``viewer`` sees."""
        found: set[IncidentId] = set()
        for first in range(0, len(ids), _AT_ONCE):
            query = select(IncidentRow.id).where(
                IncidentRow.id.in_(ids[first : first + _AT_ONCE]), visible_to(viewer)
            )
            found |= {IncidentId(id_) for id_ in self._session.scalars(query)}
        return found
