"""What waits for the chief, the longest first: nothing is forgotten because a page is full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.case_door import CaseDoor
from console.clock import Clock
from console.holds import REMIND_WITHIN
from console.rights import Action
from db.case_records import BookmarkId, IncidentId, IncidentState
from db.footage_records import Hold, HoldId, HoldReason
from db.incident_records import IncidentLine, Viewer
from db.records import OfficerId
from db.store import Store, Unit

SHIFT = timedelta(hours=12)
"""A draft that is older than this was left by the shift that made it."""
LATE = timedelta(hours=48)
"""Whatever waits longer stands on the first page, however many there are."""


class Waits(StrEnum):
    """What waits, and for what."""

    SUBMITTED = "submitted"  # an incident, to be approved or returned
    DRAFT = "draft"  # an incident that nobody submitted within a shift
    RETURNED = "returned"  # … or mended
    BOOKMARK = "bookmark"  # one without category or words
    HOLD = "hold"  # it runs out within ``REMIND_WITHIN``, and is prolonged or let go


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One thing that waits since ``since``; ``line`` and the ids tell what it is about.

    A hold of an incident's bookmarks stands once for the incident, as ``holds`` of them that end
    from ``until`` on.  Those of bookmarks in no incident stand together as one.
    """

    waits: Waits
    since: datetime
    age: timedelta
    line: IncidentLine | None = None
    bookmark_id: BookmarkId | None = None
    made_by: OfficerId | None = None
    hold_id: HoldId | None = None
    holds: int = 0
    until: datetime | None = None

    @property
    def is_late(self) -> bool:
        """Whether it must not leave the first page any more."""
        return self.age >= LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxView:
    """A page of what waits, and how much there is of each kind in all."""

    items: tuple[InboxItem, ...]
    counts: Mapping[Waits, int]
    total: int


class Inbox:
    """Reads what waits for whoever approves.  May block on the disk: not for the GUI thread.

    Raises ``NotAllowed`` and ``StoreProblem``.  Restricted incidents are there for those who are
    named in them.
    """

    def __init__(self, store: Store, door: CaseDoor, clock: Clock) -> None:
        self._store = store
        self._door = door
        self._clock = clock

    def page(self, limit: int = 100, skip: int = 0) -> InboxView:
        """What waits, the longest first, ``limit`` of it behind ``skip``.

        The first page holds all that is late, also where that is more than ``limit``; pages after
        it begin behind the items that it held.
        """
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        with self._store.read() as unit:
            items = sorted(_waiting(unit, viewer, now), key=lambda item: item.since)
        last = skip + limit
        if skip == 0:
            last = max(last, sum(item.is_late for item in items))
        return InboxView(
            items=tuple(items[skip:last]),
            counts={each: sum(item.waits is each for item in items) for each in Waits},
            total=len(items),
        )


def _waiting(unit: Unit, viewer: Viewer, now: datetime) -> Iterable[InboxItem]:
    lists = unit.incident_lists
    for line in lists.waiting([IncidentState.SUBMITTED], viewer):
        yield _incident(Waits.SUBMITTED, line, now)
    for line in lists.waiting([IncidentState.DRAFT], viewer, now - SHIFT):
        yield _incident(Waits.DRAFT, line, now)
    for line in lists.waiting([IncidentState.RETURNED], viewer, now - SHIFT):
        yield _incident(Waits.RETURNED, line, now)
    for each in unit.draft_bookmarks.before(now - SHIFT, viewer):
        yield InboxItem(
            waits=Waits.BOOKMARK,
            since=each.at,
            age=now - each.at,
            bookmark_id=each.id,
            made_by=each.made_by,
        )
    yield from _holds(unit, viewer, now)


def _incident(waits: Waits, line: IncidentLine, now: datetime) -> InboxItem:
    return InboxItem(
        waits=waits,
        since=line.state_at,
        age=now - line.state_at,
        line=line,
        made_by=line.made_by,
    )


def _holds(unit: Unit, viewer: Viewer, now: datetime) -> Iterable[InboxItem]:
    """What runs out soon: since it came within ``REMIND_WITHIN``, it waits."""
    ending = unit.holds.running_out(now, now + REMIND_WITHIN)
    whose = unit.case_links.incidents_of_holds([hold.id for hold in ending])
    groups: dict[tuple[str, int], list[Hold]] = {}
    for hold in ending:
        incident_id = whose.get(hold.id)
        if incident_id is not None:
            groups.setdefault(("incident", incident_id), []).append(hold)
        elif hold.reason is HoldReason.BOOKMARK:
            groups.setdefault(("bookmarks", 0), []).append(hold)
        else:
            groups.setdefault(("hold", hold.id), []).append(hold)
    seen = [
        IncidentId(number)
        for kind, number in groups
        if kind == "incident" and unit.incident_lists.sees(viewer, IncidentId(number))
    ]
    lines = {line.id: line for line in unit.incident_lists.lines(seen)}
    for (kind, number), holds in groups.items():
        line = lines.get(IncidentId(number)) if kind == "incident" else None
        until = holds[0].until  # the soonest stands first
        if until is None or (kind == "incident" and line is None):
            continue
        since = max(until - REMIND_WITHIN, holds[0].made_at)
        yield InboxItem(
            waits=Waits.HOLD,
            since=since,
            age=now - since,
            line=line,
            hold_id=holds[0].id if len(holds) == 1 else None,
            holds=len(holds),
            until=until,
        )
