"""All that the inbox shows of one thing that waits, read in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.errors import Gone
from console.rights import Action, may
from db.case_records import Bookmark, BookmarkId, Category, Incident, Outcome, Step
from db.footage_records import Hold, HoldId
from db.records import CameraId, OfficerId, Span, to_us
from ui.cases.clip import Moment
from ui.requests.reading import RequestSeen, read_request
from ui.requests.waiting import RequestItem

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.inbox import InboxItem
    from ui.cases.inbox_reading import Item

MOST_MOMENTS = 60  # of one incident; more are counted, and seen on its own page


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """What is shown of an item: an incident with what hangs on it, a bookmark, or a hold."""

    incident: Incident | None = None
    steps: Sequence[Step] = ()
    outcomes: Sequence[Outcome] = ()
    bookmarks: Sequence[Bookmark] = ()
    unseen: int = 0  # bookmarks beyond ``MOST_MOMENTS``
    is_own: bool = False  # so he does not approve it
    holds: Sequence[Hold] = ()
    names: Mapping[OfficerId, str] = field(default_factory=dict)
    categories: Sequence[Category] = ()

    @property
    def moments(self) -> list[Moment]:
        """What its clip shows; for holds what they keep."""
        if self.bookmarks:
            return [Moment(each.cameras, each.span, to_us(each.at)) for each in self.bookmarks]
        return [
            Moment(tuple(sorted(hold.cameras)), hold.span, to_us(hold.span.start))
            for hold in self.holds
        ]


def read_any(console: Console, item: Item) -> CaseSeen | RequestSeen:
    """Read what waits, whatever it is.  Raises NotAllowed, Gone, StoreProblem."""
    if isinstance(item, RequestItem):
        return read_request(console, item.asked.id)
    return read_item(console, item)


def read_item(console: Console, item: InboxItem) -> CaseSeen:
    """Read one that is no request.  Raises NotAllowed, Gone, StoreProblem."""
    names = dict(console.access.names())
    categories = console.categories.tree()
    if item.line is None and item.bookmark_id is not None:
        marked = console.bookmarks.bookmark(item.bookmark_id)
        return CaseSeen(bookmarks=[marked], names=names, categories=categories)
    if item.line is None:
        first = item.hold_id
        found = [] if first is None else console.holds.list(1, HoldId(first + 1))
        holds = [each.hold for each in found if each.hold.id == first]
        return CaseSeen(holds=holds, names=names, categories=categories)
    incident_id = item.line.id
    marks = console.case_ties.related(incident_id).bookmarks
    return CaseSeen(
        incident=console.incidents.incident(incident_id),
        steps=console.incidents.steps(incident_id),
        outcomes=console.outcomes.of(incident_id),
        bookmarks=_told(console, marks[:MOST_MOMENTS]),
        unseen=max(0, len(marks) - MOST_MOMENTS),
        is_own=console.incident_review.is_own(incident_id),
        names=names,
        categories=categories,
    )


def moments_of(seen: CaseSeen | RequestSeen) -> list[Moment]:
    """What its clip shows; of a request what is wanted, cameras of the same time together."""
    if isinstance(seen, CaseSeen):
        return seen.moments
    cameras: dict[Span, list[CameraId]] = {}
    for each in seen.request.allowed:
        cameras.setdefault(each.span, []).append(each.camera_id)
    return [
        Moment(tuple(dict.fromkeys(those)), span, to_us(span.start))
        for span, those in sorted(cameras.items(), key=lambda each: each[0].start)
    ]


def _told(console: Console, marks: Sequence[BookmarkId]) -> list[Bookmark]:
    """Those of ``marks`` that are for him: one of another team's camera keeps no case from him."""
    found = []
    for bookmark_id in marks:
        with suppress(Gone):
            found.append(console.bookmarks.bookmark(bookmark_id))
    return found


def read_assignable(console: Console) -> list[tuple[OfficerId, str]]:
    """Whom an incident may be given to.  Raises NotAllowed, StoreProblem."""
    return [
        (each.id, each.name)
        for each in console.access.officers()
        if not each.disabled and may(each.role, Action.HANDLE_INCIDENT) is not None
    ]
