"""Stand-ins for the world: the clock, later whatever else is outside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until told to move."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._now.timestamp()

    def pass_(self, **delta: float) -> None:
        self._now += timedelta(**delta)
