"""A hold as it is written, whoever wants it: the row, and what the log is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from console.audit import Act, Audit, told
from db.footage_records import Hold, HoldReason
from db.records import CameraId, OfficerId, Span
from db.store import Unit


def place(
    unit: Unit,
    audit: Audit,
    *,
    cameras: Iterable[CameraId],
    span: Span,
    reason: HoldReason,
    until: datetime | None,
    officer_id: OfficerId | None,
    now: datetime,
    note: str = "",
) -> Hold:
    """Hold footage from now on; the log, which is kept for ever, is not told ``note``."""
    hold = unit.holds.place(
        cameras=cameras,
        span=span,
        reason=reason,
        until=until,
        made_by=officer_id,
        made_at=now,
        note=note,
    )
    audit.write(
        unit,
        Act.HOLD_PLACED,
        "hold",
        hold.id,
        officer_id=officer_id,
        cameras=sorted(hold.cameras),
        since=told(span.start),
        to=told(span.end),
        reason=str(reason),
        until=None if until is None else told(until),
    )
    return hold


def prolong(
    unit: Unit, audit: Audit, hold: Hold, until: datetime | None, officer_id: OfficerId | None
) -> Hold:
    """Let ``hold`` run until then, None: without end; the caller sees that this is no sooner."""
    prolonged = unit.holds.extend(hold.id, until)
    audit.write(
        unit,
        Act.HOLD_EXTENDED,
        "hold",
        hold.id,
        officer_id=officer_id,
        until=None if until is None else told(until),
    )
    return prolonged
