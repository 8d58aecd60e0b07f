"""What waits for the chief, the longest first: nothing is forgotten because a page is full."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.case_door import CaseDoor
from console.clock import Clock
from console.holds import REMIND_WITHIN
from console.rights import Action
from db.case_records import BookmarkId, IncidentId
from db.footage_records import HoldId
from db.incident_records import IncidentLine, WaitingKey, Waits, WaitTimes
from db.records import OfficerId, from_us
from db.store import Store

SHIFT = timedelta(hours=12)
"""A draft that is older than this was left by the shift that made it."""
LATE = timedelta(hours=48)
"""Whatever waits longer is counted by itself wherever the inbox is told of."""


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
        """Whether it waits too long."""
        return self.age >= LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxCount:
    """How much waits, and how much of it is late."""

    total: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxView:
    """A page of what waits, and how much there is of each kind in all.

    ``fitting``: how much there is of the kinds that were asked for.
    """

    items: tuple[InboxItem, ...]
    counts: Mapping[Waits, int]
    fitting: int
    total: int
    late: int


class Inbox:
    """Reads what waits for whoever approves.  May block on the disk: not for the GUI thread.

    Raises ``NotAllowed`` and ``StoreProblem``.  Restricted incidents are there for those who are
    named in them.
    """

    def __init__(self, store: Store, door: CaseDoor, clock: Clock) -> None:
        self._store = store
        self._door = door
        self._clock = clock

    def page(self, limit: int = 100, skip: int = 0, kinds: Collection[str] = ()) -> InboxView:
        """What waits, the longest first, ``limit`` of it behind ``skip``.

        ``kinds`` are words of ``Waits``; with none of them it is of every kind.  All that is late
        stands before the rest, and is counted, however many pages it fills.
        """
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        wanted = [each for each in Waits if each in kinds] if kinds else list(Waits)
        with self._store.read() as unit:
            counts = unit.waiting.counts(viewer, _times(now))
            keys = unit.waiting.page(wanted, viewer, _times(now), limit, skip)
            ids = [key.incident_id for key in keys if key.incident_id is not None]
            lines = {line.id: line for line in unit.incident_lists.lines(ids)}
        return InboxView(
            items=tuple(_item(key, lines, now) for key in keys),
            counts={each: count for each, (count, _) in counts.items()},
            fitting=sum(counts[each][0] for each in wanted),
            total=sum(count for count, _ in counts.values()),
            late=sum(late for _, late in counts.values()),
        )

    def count(self) -> InboxCount:
        """How much waits: what a badge shows, in less time than a page."""
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        with self._store.read() as unit:
            counts = unit.waiting.counts(viewer, _times(now)).values()
        return InboxCount(
            total=sum(count for count, _ in counts), late=sum(late for _, late in counts)
        )


def _times(now: datetime) -> WaitTimes:
    return WaitTimes(
        now=now, left_before=now - SHIFT, ending_by=now + REMIND_WITHIN, late_since=now - LATE
    )


def _item(key: WaitingKey, lines: Mapping[IncidentId, IncidentLine], now: datetime) -> InboxItem:
    since = from_us(key.since_us)
    return InboxItem(
        waits=key.waits,
        since=since,
        age=now - since,
        line=None if key.incident_id is None else lines[key.incident_id],
        bookmark_id=BookmarkId(key.number) if key.waits is Waits.BOOKMARK else None,
        made_by=key.made_by,
        hold_id=HoldId(key.number) if key.holds == 1 else None,
        holds=key.holds or 0,
        until=None if key.until_us is None else from_us(key.until_us),
    )
