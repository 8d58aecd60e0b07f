"""Stand-ins for the world: the clock, later whatever else is outside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until told to move."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
        self._set_by = timedelta()

    def now(self) -> datetime:
        return self._now + self._set_by

    def monotonic_s(self) -> float:
        return self._now.timestamp()

    def pass_(self, **delta: float) -> None:
        self._now += timedelta(**delta)

    def set_by(self, **delta: float) -> None:
        """Somebody sets the wall clock; the monotonic one goes on."""
        self._set_by += timedelta(**delta)
