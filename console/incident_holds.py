"""How long an incident keeps its footage: as its category says, the longest wins.

It counts from the day on which a bookmark was put into the incident, the category was changed, or
the incident was reopened; no hold is ever made shorter.  A hold keeps its reason.  Where a
bookmark has none, or one that has ended, the incident places one of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console import holding
from console.audit import Act, Audit
from console.case_door import CaseDoor
from console.clock import Clock
from console.disposals import SegmentIndex
from console.errors import FieldRefused, StepRefused, StoreProblem
from console.holds import (
    HoldRule,
    HoldState,
    check_until,
    is_undecided,
    is_wanted,
    state_of,
)
from console.incident_rules import StepRule
from console.rights import Action
from db.case_records import Category, CategoryId, Incident, IncidentId, IncidentState
from db.footage_records import Hold, HoldId, HoldReason
from db.incident_records import Joined
from db.records import CameraId, OfficerId, StreamRole
from db.store import Store, Unit

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IncidentHolds:
    """The holds of an incident's bookmarks, the first to end at the head.

    ``until`` is when the last of them ends, None: without end, or (with no holds) nothing is held.
    ``ended`` are those that keep nothing any more, the newest first.  ``bytes`` is what is recorded
    of all that is held, None: nobody can tell now.  ``by`` is the incident's category, which says
    for how long; ``closed``: its holds may be released.
    """

    holds: tuple[Hold, ...]
    until: datetime | None
    ended: tuple[Hold, ...] = ()
    bytes: int | None = None
    by: Category | None = None
    closed: bool = False


class CaseHolds:
    """What an incident holds, and its release.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone`` and ``StoreProblem``.
    """

    def __init__(
        self,
        store: Store,
        door: CaseDoor,
        audit: Audit,
        clock: Clock,
        index: SegmentIndex | None = None,
    ) -> None:
        """``index`` tells how much is held; without one nobody can tell."""
        self._store = store
        self._index = index
        self._door = door
        self._audit = audit
        self._clock = clock

    def of(self, incident_id: IncidentId) -> IncidentHolds:
        """What is held for an incident now, and what was."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        now = self._clock.now()
        with self._store.read() as unit:
            incident = let_in.found(unit)
            category = unit.categories.category(incident.category_id)
            every = _holds(unit, unit.case_links.bookmarks_of(incident_id)).values()
        holds = [hold for hold in every if state_of(hold, now) is HoldState.IN_FORCE]
        ended = [hold for hold in every if state_of(hold, now) is not HoldState.IN_FORCE]
        ends = sorted(hold.until for hold in holds if hold.until is not None)
        holds.sort(key=lambda hold: (hold.until is None, hold.until or now, hold.id))
        without_end = len(ends) < len(holds)
        return IncidentHolds(
            tuple(holds),
            None if without_end or not ends else ends[-1],
            tuple(sorted(ended, key=lambda hold: hold.id, reverse=True)),
            self._bytes(holds),
            category,
            incident.state is IncidentState.CLOSED,
        )

    def extend(self, incident_id: IncidentId, until: datetime | None) -> tuple[HoldId, ...]:
        """Let all that is held for an incident run until then at least, None: without end.

        Whatever its state: keeping longer harms no case.  Returns the holds that were prolonged.

        Raises:
            FieldRefused: ``field`` is "until", ``rule`` of ``console.holds.HoldRule``: it is over,
                or none of them would run longer.
        """
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id, also=Action.PLACE_HOLD)
        now = self._clock.now()
        check_until(until, now)
        with self._store.begin() as unit:
            let_in.found(unit)
            every = _holds(unit, unit.case_links.bookmarks_of(incident_id)).values()
            there = [hold for hold in every if state_of(hold, now) is HoldState.IN_FORCE]
            if not there:
                raise FieldRefused("until", HoldRule.ENDED)
            sooner = [
                hold
                for hold in there
                if hold.until is not None and (until is None or hold.until < until)
            ]
            if not sooner:
                raise FieldRefused("until", HoldRule.SOONER)
            for hold in sooner:
                holding.prolong(unit, self._audit, hold, until, let_in.officer_id)
        return tuple(hold.id for hold in sooner)

    def release(self, incident_id: IncidentId) -> tuple[HoldId, ...]:
        """Let the footage of a closed incident go; returns the holds that were released.

        Wants the password once more, and a second officer (``console.rights``).  A hold that also
        keeps a bookmark of an incident that is not closed stays.  What each kept is told by its
        disposal (``console.disposals``) before retention may remove it.

        Raises:
            StepRefused: the incident is not closed.
        """
        glimpsed = self._door.glimpse(Action.RELEASE_HOLD, incident_id)
        if glimpsed is not None:  # before the second officer's yes is used up
            _require_closed(glimpsed)
        let_in = self._door.enter(Action.RELEASE_HOLD, incident_id)
        now = self._clock.now()
        released = []
        with self._store.begin() as unit:
            _require_closed(let_in.found(unit))
            for hold in _holds(unit, unit.case_links.bookmarks_of(incident_id)).values():
                if state_of(hold, now) is HoldState.IN_FORCE and not is_wanted(unit, hold):
                    unit.holds.release(hold.id, now)
                    self._audit.write(
                        unit,
                        Act.HOLD_RELEASED,
                        "hold",
                        hold.id,
                        cameras=sorted(hold.cameras),
                        incident=incident_id,
                    )
                    released.append(hold.id)
        return tuple(released)

    def _bytes(self, holds: Iterable[Hold]) -> int | None:
        """What is recorded of all that is held, each file once."""
        if self._index is None:
            return None
        sizes: dict[tuple[CameraId, StreamRole, int], int] = {}
        try:
            for hold in holds:
                for camera_id in hold.cameras:
                    for segment in self._index.segments(camera_id, None, hold.span):
                        key = (camera_id, segment.role, segment.start_us)
                        sizes[key] = segment.size_bytes
        except StoreProblem as problem:
            log.info("how much is held cannot be told: %s", problem)
            return None
        return sum(sizes.values())


def keep_footage(
    unit: Unit,
    audit: Audit,
    category_id: CategoryId,
    bookmarks: Iterable[Joined],
    *,
    officer_id: OfficerId | None,
    now: datetime,
) -> None:
    """Hold the footage of ``bookmarks`` at least as long as an incident's category says.

    A draft's open end becomes that of the incident: somebody has said by now what it belongs to.
    """
    days = unit.categories.category(category_id).hold_days
    until = None if days is None else now + timedelta(days=days)
    for bookmark in bookmarks:
        hold = None if bookmark.hold_id is None else unit.holds.hold(bookmark.hold_id)
        if hold is None or state_of(hold, now) is not HoldState.IN_FORCE:
            _place(unit, audit, bookmark, until, officer_id, now)
        elif _is_moved_on(hold, until) or (bookmark.is_draft and is_undecided(unit, hold)):
            holding.prolong(unit, audit, hold, until, officer_id)


def _is_moved_on(hold: Hold, until: datetime | None) -> bool:
    return hold.until is not None and (until is None or until > hold.until)


def _place(
    unit: Unit,
    audit: Audit,
    bookmark: Joined,
    until: datetime | None,
    officer_id: OfficerId | None,
    now: datetime,
) -> None:
    if not bookmark.cameras:
        return
    hold = holding.place(
        unit,
        audit,
        cameras=bookmark.cameras,
        span=bookmark.span,
        reason=HoldReason.INCIDENT,
        until=until,
        officer_id=officer_id,
        now=now,
    )
    unit.case_links.hold_by(bookmark.id, hold.id)


def _holds(unit: Unit, bookmarks: Iterable[Joined]) -> dict[HoldId, Hold]:
    ids = {each.hold_id for each in bookmarks if each.hold_id is not None}
    return {hold_id: unit.holds.hold(hold_id) for hold_id in sorted(ids)}


def _require_closed(incident: Incident) -> None:
    if incident.state is not IncidentState.CLOSED:
        raise StepRefused(StepRule.NOT_CLOSED)
