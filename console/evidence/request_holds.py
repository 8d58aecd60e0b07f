"""What a request asks for is held while it waits and until it can be carried out.

Each stretch of time is held with all its cameras, for ``HELD_WHILE_ASKED`` from the day on which
the request was handed in, and once more from the day on which it was approved, for what was
allowed.  No hold is ever made shorter: what was refused, withdrawn or left out runs out by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from console import holding
from console.audit import Audit
from console.holds import HoldState, state_of
from db.evidence_records import Request, Wanted, request_number_text
from db.footage_records import Hold, HoldReason
from db.records import CameraId, OfficerId, Span
from db.store import Unit

HELD_WHILE_ASKED = timedelta(days=60)


def keep(
    unit: Unit,
    audit: Audit,
    request: Request,
    wanted: Iterable[Wanted],
    *,
    officer_id: OfficerId | None,
    now: datetime,
) -> None:
    """Hold ``wanted`` of ``request`` for ``HELD_WHILE_ASKED`` from ``now`` on, in ``unit``.

    ``now`` is the known date (``KnownClock``).  One of its holds that keeps the very same is
    prolonged, and left alone where it runs longer.
    """
    until = now + HELD_WHILE_ASKED
    there = [unit.holds.hold(each) for each in unit.requests.holds_of(request.id)]
    for span, cameras in _stretches(wanted).items():
        hold = _same(there, span, cameras, now)
        if hold is None:
            hold = holding.place(
                unit,
                audit,
                cameras=cameras,
                span=span,
                reason=HoldReason.REQUEST,
                until=until,
                officer_id=officer_id,
                now=now,
                note=request_number_text(request.year, request.number),
            )
            unit.requests.tie_hold(request.id, hold.id)
        elif hold.until is not None and hold.until < until:
            holding.prolong(unit, audit, hold, until, officer_id)


def _stretches(wanted: Iterable[Wanted]) -> dict[Span, set[CameraId]]:
    """Each span once, with all its cameras, of whichever stream."""
    found: dict[Span, set[CameraId]] = {}
    for each in wanted:
        found.setdefault(each.span, set()).add(each.camera_id)
    return found


def _same(holds: Iterable[Hold], span: Span, cameras: set[CameraId], now: datetime) -> Hold | None:
    for hold in holds:
        is_its = hold.span == span and hold.cameras == cameras
        if is_its and state_of(hold, now) is HoldState.IN_FORCE:
            return hold
    return None
