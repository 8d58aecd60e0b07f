"""What a moment keeps, how long, and what may not be done to it: the rules of bookmarks."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from console.holds import HoldState, is_undecided, state_of
from db.case_records import Bookmark, Category
from db.records import Span
from db.store import Unit

PRE, POST = timedelta(seconds=30), timedelta(seconds=60)
"""What a bookmark without a category keeps before and after its instant."""
AHEAD = timedelta(seconds=2)
"""So far in the future an instant may lie: two clocks of one PC never differ by more."""
UNDO_WITHIN = timedelta(seconds=10)
STILL_WITHIN = timedelta(minutes=5)
"""A still is of the moment: what comes later is refused."""

_SHORTEST = timedelta(seconds=1)  # a category may want to keep nothing around the instant


class BookmarkRule(StrEnum):
    """What a bookmark broke, as ``FieldRefused.rule`` names it."""

    CAMERAS = "bookmark_cameras"  # none, or more than ``MOST_CAMERAS``
    AHEAD = "bookmark_ahead"  # the instant has not come yet
    RETIRED = "bookmark_retired"  # a category that is not given any more
    LATE = "bookmark_late"  # too late to take it back
    STILL_LATE = "still_late"  # too late to keep a still of it
    NOT_HIS = "bookmark_not_his"  # only whoever made it may
    UNDONE = "bookmark_undone"  # it was taken back
    JOINED = "bookmark_joined"  # it belongs to an incident
    SETTLED = "bookmark_settled"  # its incident was submitted, approved or closed
    KEPT = "bookmark_kept"  # there is a still already, which is never replaced
    NO_STILL = "bookmark_no_still"  # nothing to draw on


def span_of(at: datetime, category: Category | None) -> Span:
    """What a bookmark at ``at`` keeps; never nothing."""
    if category is None:
        return Span(at - PRE, at + POST)
    before, after = timedelta(seconds=category.pre_s), timedelta(seconds=category.post_s)
    return Span(at - before, at + max(after, _SHORTEST))


def until_of(category: Category | None, now: datetime) -> datetime | None:
    """Until when footage of a category is held that is given now; None: until it is released."""
    if category is None or category.hold_days is None:
        return None
    return now + timedelta(days=category.hold_days)


def follow(
    unit: Unit, before: Bookmark, after: Bookmark, category: Category | None, now: datetime
) -> datetime | None:
    """Let a bookmark's hold follow what it became; returns until when it keeps, None: no end.

    The open end of a draft is nobody's decision, so it ends when the draft is described; in an
    incident it took that of the incident when it joined.  Any other end is only ever moved on;
    what was released or ran out is not held again.
    """
    if after.hold_id is None:
        return None
    hold = unit.holds.hold(after.hold_id)
    if state_of(hold, now) is not HoldState.IN_FORCE:
        return hold.until
    if after.span.start < hold.span.start or after.span.end > hold.span.end:
        unit.holds.widen(hold.id, after.span)
    if after.is_draft:
        return hold.until
    until = until_of(category, now)
    if hold.until is None:
        own = before.is_draft and before.incident_id is None and is_undecided(unit, hold)
        return unit.holds.extend(hold.id, until).until if own else None
    if until is None or until > hold.until:
        return unit.holds.extend(hold.id, until).until
    return hold.until
