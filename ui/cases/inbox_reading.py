"""What waits for the chief, read in one go: of cases a page, and the requests for footage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.errors import NotAllowed
from ui.requests.waiting import REQUEST, RequestItem

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.requests import Requests
    from console.inbox import Inbox, InboxItem, InboxView

    Item = InboxItem | RequestItem

MOST_REQUESTS = 500
"""So many are listed; a ward that lets more wait sees those that wait longest."""


@dataclass(frozen=True, slots=True)
class WaitingRequests:
    """Requests that wait, the longest first; the counts are of all of them."""

    items: tuple[RequestItem, ...] = ()
    total: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class InboxSeen:
    """A page of cases and what belongs to them, and all requests that are listed with them."""

    view: InboxView
    requests: WaitingRequests = field(default_factory=WaitingRequests)

    @property
    def counts(self) -> Mapping[str, int]:
        """How much waits of each kind."""
        cases = {str(kind): count for kind, count in self.view.counts.items()}
        return cases | {REQUEST: self.requests.total}

    @property
    def total(self) -> int:
        """How much waits in all."""
        return self.view.total + self.requests.total

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not self.view.items and not self.requests.items


def read_waiting(
    inbox: Inbox, requests: Requests | None, limit: int, skip: int, kinds: Sequence[str]
) -> InboxSeen:
    """Read ``limit`` of the cases behind ``skip``, of ``kinds``; none of them: of every kind.

    Raises NotAllowed, StoreProblem.
    """
    view, waiting = inbox.page(limit, skip, kinds), WaitingRequests()
    if requests is not None and not skip:
        with suppress(NotAllowed):  # they are not for everybody who approves cases
            found = requests.waiting(MOST_REQUESTS)
            listed = found.items if not kinds or REQUEST in kinds else ()
            items = tuple(RequestItem(each) for each in listed)
            waiting = WaitingRequests(items, found.total, found.overdue)
    return InboxSeen(view, waiting)


def in_order(
    cases: Sequence[InboxItem], requests: Sequence[RequestItem], *, whole: bool
) -> list[Item]:
    """Both, the longest first; what was exported and is overdue stands before everything.

    Of requests that have waited less long than the last of ``cases`` nothing is listed until more
    of those are there, unless they are ``whole``: so a list that grows only grows at its end.
    """
    last = cases[-1].since if cases else None
    fitting = [each for each in requests if whole or each.is_late or (last and each.since <= last)]
    both: list[Item] = [*cases, *fitting]
    return sorted(both, key=lambda each: (not _is_overdue(each), each.since))


def _is_overdue(item: Item) -> bool:
    return isinstance(item, RequestItem) and item.is_late
