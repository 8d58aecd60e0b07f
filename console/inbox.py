"""What waits for the chief, the longest first: nothing is forgotten because a page is full."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.case_door import CaseDoor
from console.clock import Clock
from console.holds import REMIND_WITHIN
from console.rights import Action
from db.case_records import BookmarkId, IncidentId
from db.footage_records import HoldId
from db.incident_records import IncidentLine, WaitingKey, Waits, WaitTimes
from db.records import OfficerId, from_us, to_us
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
        with self._store.read() as unit:
            every = unit.waiting.keys(viewer, _times(now))
            keys = [key for key in every if key.waits in kinds] if kinds else every
            shown = keys[skip : skip + limit]
            ids = [key.incident_id for key in shown if key.incident_id is not None]
            lines = {line.id: line for line in unit.incident_lists.lines(ids)}
        counts = Counter(key.waits for key in every)
        return InboxView(
            items=tuple(_item(key, lines, now) for key in shown),
            counts={each: counts[each] for each in Waits},
            fitting=len(keys),
            total=len(every),
            late=_late(every, now),
        )

    def count(self) -> InboxCount:
        """How much waits: what a badge shows, in less time than a page."""
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        with self._store.read() as unit:
            keys = unit.waiting.keys(viewer, _times(now))
        return InboxCount(total=len(keys), late=_late(keys, now))


def _times(now: datetime) -> WaitTimes:
    return WaitTimes(now=now, left_before=now - SHIFT, ending_by=now + REMIND_WITHIN)


def _late(keys: Sequence[WaitingKey], now: datetime) -> int:
    """How many of these are late; they stand in order."""
    return bisect_right(keys, to_us(now - LATE), key=lambda key: key.since_us)


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
        holds=key.holds,
        until=None if key.until_us is None else from_us(key.until_us),
    )
