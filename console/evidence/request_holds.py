"""What a request asks for is held while it waits, and what was made of it without an end.

Each stretch of time is held with all its cameras, for ``HELD_WHILE_ASKED`` from the day on which
the request was handed in, and once more from the day on which it was approved, for what was
allowed.  No hold is ever made shorter: what was refused, withdrawn or left out runs out by itself.

The originals of a package are held until an officer who may releases them (E-22): a court may ask
for them years later, when no request waits any more and the case is closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from console import holding
from console.audit import Audit
from console.holds import HoldState, state_of
from db.evidence_records import Package, Request, Wanted, request_number_text
from db.footage_records import Hold, HoldReason
from db.records import CameraId, OfficerId, Span
from db.store import Unit

HELD_WHILE_ASKED = timedelta(days=60)
LOCKED_BESIDE = timedelta(minutes=1)
"""A copy has whole groups of pictures: it may begin in the file before what was wanted."""


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


def lock(unit: Unit, audit: Audit, made: Package, *, now: datetime) -> None:
    """Hold what ``made`` was made of, and ``LOCKED_BESIDE``, without an end, in ``unit``.

    What a hold of its request keeps like that already is left alone.  The note names the request
    and the package's folder, for whoever is to release it.
    """
    request_id = made.request_id
    its = () if request_id is None else unit.requests.holds_of(request_id)
    there = [unit.holds.hold(each) for each in its]
    for span, cameras in _stretches(made.wanted).items():
        if any(_locks(hold, span, cameras) for hold in there):
            continue
        hold = holding.place(
            unit,
            audit,
            cameras=cameras,
            span=Span(span.start - LOCKED_BESIDE, span.end + LOCKED_BESIDE),
            reason=HoldReason.REQUEST,
            until=None,
            officer_id=made.queued_by,
            now=now,
            note=_note(unit, made),
        )
        there.append(hold)
        if request_id is not None:
            unit.requests.tie_hold(request_id, hold.id)


def _locks(hold: Hold, span: Span, cameras: set[CameraId]) -> bool:
    """Whether it keeps all of that until somebody releases it."""
    endless = hold.until is None and hold.released_at is None
    whole = hold.span.start <= span.start and span.end <= hold.span.end
    return endless and whole and cameras <= hold.cameras


def _note(unit: Unit, made: Package) -> str:
    folder = "" if made.made is None else made.made.folder
    if made.request_id is None:
        return folder
    request = unit.requests.request(made.request_id)
    return f"{request_number_text(request.year, request.number)}, {folder}"


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
