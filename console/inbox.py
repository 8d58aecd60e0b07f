"""What waits for the chief, the longest first: nothing is forgotten because a page is full."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from console.case_door import CaseDoor
from console.clock import Clock
from console.holds import REMIND_WITHIN
from console.rights import Action
from db.case_records import BookmarkId, IncidentId, IncidentState
from db.footage_records import HoldId, HoldReason
from db.incident_records import IncidentLine, Viewer
from db.records import OfficerId, from_us, to_us
from db.repositories.draft_bookmarks import DraftBookmark
from db.repositories.waiting import EndingHold, WaitingIncident
from db.store import Store, Unit
from db.structs import Frozen

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


class _Key(NamedTuple):
    """One thing that waits, as far as its place in the list needs it."""

    since_us: int
    waits: Waits
    number: int  # of the incident, the bookmark or the first hold
    of: WaitingIncident | DraftBookmark | _Ending


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

        ``kinds`` are words of ``Waits``; with none of them it is of every kind.
        The first page holds all that is late, also where that is more than ``limit``; pages after
        it begin behind the items that it held.
        """
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        with self._store.read() as unit:
            every = _keys(unit, viewer, now)
            keys = [key for key in every if key.waits in kinds] if kinds else every
            last = skip + limit
            if skip == 0:
                last = max(last, _late(keys, now))
            items = _items(unit, keys[skip:last], now)
        return InboxView(
            items=items,
            counts={each: sum(key.waits is each for key in every) for each in Waits},
            fitting=len(keys),
            total=len(every),
            late=_late(every, now),
        )

    def count(self) -> InboxCount:
        """How much waits: what a badge shows, in less time than a page."""
        viewer = self._door.viewer(Action.APPROVE_INCIDENT)
        now = self._clock.now()
        with self._store.read() as unit:
            keys = _keys(unit, viewer, now)
        return InboxCount(total=len(keys), late=_late(keys, now))


class _Ending(Frozen):
    """Holds that are one thing that waits: until when the first of them runs."""

    incident_id: IncidentId | None
    holds: tuple[HoldId, ...]
    until_us: int


def _late(keys: Sequence[_Key], now: datetime) -> int:
    """How many of these are late; they stand in order."""
    last_us = to_us(now - LATE)
    return bisect_right(keys, last_us, key=lambda key: key.since_us)


def _keys(unit: Unit, viewer: Viewer, now: datetime) -> list[_Key]:
    """All that waits, the longest first."""
    found: list[_Key] = []
    for waits, state, until in (
        (Waits.SUBMITTED, IncidentState.SUBMITTED, None),
        (Waits.DRAFT, IncidentState.DRAFT, now - SHIFT),
        (Waits.RETURNED, IncidentState.RETURNED, now - SHIFT),
    ):
        found += [
            _Key(each.since_us, waits, each.id, each)
            for each in unit.waiting.incidents([state], viewer, until)
        ]
    found += [
        _Key(to_us(each.at), Waits.BOOKMARK, each.id, each)
        for each in unit.draft_bookmarks.before(now - SHIFT, viewer)
    ]
    found += _ending(unit, viewer, now)
    found.sort(key=_place)
    return found


def _place(key: _Key) -> tuple[int, Waits, int]:
    return key.since_us, key.waits, key.number


def _ending(unit: Unit, viewer: Viewer, now: datetime) -> Iterable[_Key]:
    """What runs out soon: since it came within ``REMIND_WITHIN``, it waits."""
    ending = unit.waiting.holds(now, now + REMIND_WITHIN)
    seen = unit.waiting.seen(viewer, sorted({one for hold in ending for one in hold.incidents}))
    groups: dict[tuple[str, int], list[EndingHold]] = {}
    for hold in ending:
        if mine := hold.incidents & seen:
            groups.setdefault(("incident", min(mine)), []).append(hold)
        elif hold.incidents:
            continue  # of a restricted incident alone
        elif hold.reason is HoldReason.BOOKMARK:
            groups.setdefault(("bookmarks", 0), []).append(hold)
        else:
            groups.setdefault(("hold", hold.id), []).append(hold)
    for (kind, number), holds in groups.items():
        first = holds[0]  # the soonest
        since_us = max(first.until_us - REMIND_WITHIN // timedelta(microseconds=1), first.made_us)
        of = _Ending(
            IncidentId(number) if kind == "incident" else None,
            tuple(hold.id for hold in holds),
            first.until_us,
        )
        yield _Key(since_us, Waits.HOLD, first.id, of)


def _items(unit: Unit, keys: Sequence[_Key], now: datetime) -> tuple[InboxItem, ...]:
    wanted = [each for key in keys if (each := _incident_of(key)) is not None]
    lines = {line.id: line for line in unit.incident_lists.lines(wanted)}
    return tuple(_item(key, lines, now) for key in keys)


def _incident_of(key: _Key) -> IncidentId | None:
    match key.of:
        case WaitingIncident():
            return key.of.id
        case _Ending():
            return key.of.incident_id
        case _:
            return None


def _item(key: _Key, lines: Mapping[IncidentId, IncidentLine], now: datetime) -> InboxItem:
    since = from_us(key.since_us)
    incident_id = _incident_of(key)
    line = None if incident_id is None else lines[incident_id]
    match key.of:
        case _Ending():
            return InboxItem(
                waits=key.waits,
                since=since,
                age=now - since,
                line=line,
                hold_id=key.of.holds[0] if len(key.of.holds) == 1 else None,
                holds=len(key.of.holds),
                until=from_us(key.of.until_us),
            )
        case DraftBookmark():
            return InboxItem(
                waits=key.waits,
                since=since,
                age=now - since,
                bookmark_id=key.of.id,
                made_by=key.of.made_by,
            )
        case _:
            made_by = None if line is None else line.made_by
            return InboxItem(
                waits=key.waits, since=since, age=now - since, line=line, made_by=made_by
            )
