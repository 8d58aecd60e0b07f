"""How much was written in the last hour, and what that comes to in a day."""

from __future__ import annotations

from collections import deque

from console.clock import Clock

_MINUTE_S, _HOUR_S, _DAY_S = 60.0, 3600.0, 86_400.0


class Written:
    """Sums of the minutes of one hour: it takes no more room for many cameras than for one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began_s = clock.monotonic_s()
        self._minutes: deque[tuple[int, int]] = deque()  # the minute, and its bytes

    def add(self, size_bytes: int) -> None:
        """So much was written just now."""
        minute = int(self._clock.monotonic_s() / _MINUTE_S)
        if self._minutes and self._minutes[-1][0] == minute:
            size_bytes += self._minutes.pop()[1]
        self._minutes.append((minute, size_bytes))

    def a_day(self) -> int:
        """Bytes in a day, if it goes on as in the last hour."""
        now_s = self._clock.monotonic_s()
        while self._minutes and now_s - self._minutes[0][0] * _MINUTE_S > _HOUR_S:
            self._minutes.popleft()
        seconds = min(_HOUR_S, max(_MINUTE_S, now_s - self._began_s))
        return int(sum(size for _, size in self._minutes) * _DAY_S / seconds)
