"""Whether a camera is to be recorded at this moment: its plan, its week, its line's budget.

Pure rules, no clock and no I/O.
"""

from __future__ import annotations

from datetime import datetime

from console.video.wire_footage import RecordOrder
from db.footage_records import GapCause, Plan


def forbids(order: RecordOrder, local: datetime, used_bytes: int) -> GapCause | None:
    """Why ``order`` is not followed now; None: it is.

    ``local`` is the station's own time; ``used_bytes`` what came over the line in its month.
    """
    if order.plan is Plan.NEVER:
        return GapCause.SCHEDULE
    if order.plan is Plan.WEEKLY and not _is_ticked(order.week, local):
        return GapCause.SCHEDULE
    if order.budget_bytes and used_bytes >= order.budget_bytes:
        return GapCause.BUDGET
    return None


def month_of(local: datetime) -> str:
    """The calendar month in which a line's budget is counted: "2026-03"."""
    return f"{local:%Y-%m}"


def _is_ticked(week: str, local: datetime) -> bool:
    hour = 24 * local.weekday() + local.hour
    return hour < len(week) and week[hour] == "1"
