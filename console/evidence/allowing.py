"""Whether a package may be made now: its request allows it, and whoever queued it may export."""

from __future__ import annotations

from datetime import datetime

from console.evidence.rules import Cause, RequestRule
from console.rights import Action, may
from db.evidence_records import Package, Request, RequestState
from db.store import Unit

_S = RequestState
_APPROVED = frozenset({_S.APPROVED, _S.NARROWED, _S.MADE})


def refusal(request: Request, urgent_first: bool, now: datetime) -> RequestRule | None:
    """Why nothing is made of ``request`` now; None: it is.

    What was exported first goes on being exported until its approval is overdue, and no longer.
    """
    if request.state in _APPROVED:
        return None
    if not (urgent_first and request.urgent and request.state is _S.ASKED):
        return RequestRule.NOT_APPROVED
    overdue = request.approve_by is not None and request.approve_by <= now
    return RequestRule.OVERDUE if overdue else None


def refusal_of(
    unit: Unit, package: Package, urgent_first: bool, now: datetime
) -> RequestRule | None:
    """Why the request does not allow what ``package`` holds now; None: it does."""
    if package.request_id is None:
        return None
    request = unit.requests.request(package.request_id)
    rule = refusal(request, urgent_first, now)
    if rule is None and package.wanted != request.allowed:
        return RequestRule.NOT_APPROVED
    return rule


def is_first(unit: Unit, package: Package) -> bool:
    """Whether it is to be made before anybody approved it."""
    if package.request_id is None:
        return False
    return unit.requests.request(package.request_id).state is _S.ASKED


def objection(unit: Unit, package: Package, urgent_first: bool, now: datetime) -> Cause | None:
    """Why it may not be made any more: whoever queued it may be another one by now."""
    rule = refusal_of(unit, package, urgent_first, now)
    if rule is not None:
        return Cause.OVERDUE if rule is RequestRule.OVERDUE else Cause.NOT_APPROVED
    if package.queued_by is None:
        return None
    officer = unit.officers.officer(package.queued_by)
    right = may(officer.role, Action.EXPORT)
    if officer.disabled or right is None:
        return Cause.NOT_ALLOWED
    teams = unit.fleet.teams_of(each.camera_id for each in package.wanted)
    if right.scoped and officer.teams and not teams <= officer.teams:
        return Cause.NOT_ALLOWED
    return None
