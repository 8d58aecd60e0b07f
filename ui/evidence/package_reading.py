"""What the packages' page shows, read in one go on a worker's thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from db.evidence_records import (
    Package,
    PackageId,
    PackageOutcome,
    PackageQuery,
    RequestId,
    RequestQuery,
    request_number_text,
)
from db.records import OfficerId
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

MOST_LISTED = 1000  # the newest so many are listed
_AT_ONCE = 200
_OVER = frozenset({PackageOutcome.MADE, PackageOutcome.FAILED, PackageOutcome.CANCELLED})
_FRESH = timedelta(hours=24)  # so long what failed stands beside what waits


@dataclass(frozen=True, slots=True)
class PackageNames:
    """What packages are told by beside themselves: cameras, requests' numbers, officers."""

    ward: Ward = field(default_factory=Ward)
    requests: Mapping[RequestId, str] = field(default_factory=dict)
    officers: Mapping[OfficerId, str] = field(default_factory=dict)

    def request(self, package: Package) -> str:
        """Its request: "TX-2026-0012", "" for none."""
        its = package.request_id
        return "" if its is None else self.requests.get(its, "")

    def officer(self, officer_id: OfficerId | None) -> str:
        """An officer's name, "" of nobody or of one that was erased."""
        return "" if officer_id is None else self.officers.get(officer_id, "")


@dataclass(frozen=True, slots=True)
class PackagesRead:
    """``queue``: what is made and waits, in order, then what failed a moment ago."""

    queue: tuple[Package, ...] = ()
    over: tuple[Package, ...] = ()
    requests: Mapping[RequestId, str] = field(default_factory=dict)
    officers: Mapping[OfficerId, str] = field(default_factory=dict)


def read_packages(console: Console, known: Mapping[RequestId, str]) -> PackagesRead:
    """Everything, the newest first; ``known`` are numbers that were read before.

    50 to 500 ms in a city.  On a worker's thread.  Raises Problem.
    """
    evidence, now = console.evidence, console.clock.now()
    rows = evidence.queue.rows()
    over: list[Package] = []
    before: PackageId | None = None
    while len(over) < MOST_LISTED:
        query = PackageQuery(outcomes=_OVER, before=before, limit=_AT_ONCE)
        page = evidence.packages.page(query)
        over += page
        if len(page) < _AT_ONCE:
            break
        before = page[-1].id
    failed = [
        each
        for each in over
        if each.outcome is PackageOutcome.FAILED
        if each.ended_at is not None and now - each.ended_at < _FRESH
    ]
    wanted = {each.request_id for each in (*rows, *over) if each.request_id is not None}
    return PackagesRead(
        queue=(*rows, *failed),
        over=tuple(over),
        requests={**known, **_numbers(console, wanted - known.keys())},
        officers=evidence.requests.names(),
    )


def _numbers(console: Console, wanted: Collection[RequestId]) -> dict[RequestId, str]:
    """What these requests are called; one that is not for whoever sits here has no number."""
    found: dict[RequestId, str] = {}
    left, before = set(wanted), None
    while left:
        page = console.evidence.requests.page(RequestQuery(before=before, limit=_AT_ONCE))
        for line in page:
            if line.id in left:
                found[line.id] = request_number_text(line.year, line.number)
                left.discard(line.id)
        if len(page) < _AT_ONCE:
            break
        before = page[-1].id
    return found
