"""All that is shown of one request, read in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.errors import Gone, NotAllowed
from db.case_records import Incident
from db.evidence_records import (
    CustodyLine,
    Package,
    PackageQuery,
    Request,
    RequestId,
    RequestPaper,
    RequestState,
    RequestStep,
)
from db.records import OfficerId

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

MOST_PACKAGES = 20
"""The newest so many of one request are told; all are on the page of packages."""


@dataclass(frozen=True, slots=True)
class PackageSeen:
    """A package that was made of it, and its custody."""

    package: Package
    custody: Sequence[CustodyLine]


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """A request and what hangs on it, of one moment."""

    request: Request
    steps: Sequence[RequestStep]
    papers: Sequence[RequestPaper] = ()
    packages: Sequence[PackageSeen] = ()
    is_own: bool = False  # so he does not answer it
    is_urgent_here: bool = False  # whether the station exports what is urgent first
    case: Incident | None = None  # None, too, where it is not for whoever reads
    names: Mapping[OfficerId, str] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """Why it was refused or narrowed."""
        return next((each.reason for each in reversed(self.steps) if each.reason), "")


def read_request(console: Console, request_id: RequestId) -> RequestSeen:
    """Read it.  Raises NotAllowed, Gone, StoreProblem."""
    evidence = console.evidence
    request = evidence.requests.request(request_id)
    case = None
    if request.incident_id is not None:
        with suppress(Gone, NotAllowed):
            case = console.incidents.incident(request.incident_id)
    packages = [
        PackageSeen(each, [seen.line for seen in evidence.custody.of(each.id)])
        for each in evidence.packages.page(PackageQuery(request_id=request_id, limit=MOST_PACKAGES))
    ]
    return RequestSeen(
        request=request,
        steps=evidence.requests.steps(request_id),
        papers=evidence.papers.of(request_id),
        packages=packages,
        is_own=evidence.approvals.is_own(request_id),
        is_urgent_here=console.settings.get().urgent_export,
        case=case,
        names=evidence.requests.names(),
    )


def has_lines_to_tell(request: Request) -> bool:
    """Whether what there is of its footage still matters."""
    over = {RequestState.REFUSED, RequestState.WITHDRAWN}
    return bool(request.allowed) and request.state not in over


def may_be_exported(seen: RequestSeen) -> bool:
    """Whether a package may be made of it now."""
    request = seen.request
    if request.state is RequestState.ASKED:
        return request.urgent and seen.is_urgent_here
    return request.state in {RequestState.APPROVED, RequestState.NARROWED, RequestState.MADE}
