"""What came over the cameras' lines in this calendar month, and what is written a day."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from console.clock import Clock
from db.records import CameraId

_HOUR_S = 3600.0
_DAY_S = 86_400.0


class LineBytes:
    """Counts bytes.  Engine thread only."""

    def __init__(self, clock: Clock, month: str, used: Mapping[CameraId, int]) -> None:
        """``used`` is what is known of ``month`` already ("2026-03")."""
        self._clock = clock
        self._began_s = clock.monotonic_s()
        self._written: deque[tuple[float, int]] = deque()
        self.month = month
        self.used = dict(used)

    def turn_to(self, month: str) -> None:
        """It is ``month`` now: in another one nothing has come yet."""
        if month != self.month:
            self.month, self.used = month, {}

    def count(self, camera: CameraId, size_bytes: int) -> None:
        """So much came over a camera's line."""
        self.used[camera] = self.used.get(camera, 0) + size_bytes

    def wrote(self, camera: CameraId, size_bytes: int) -> None:
        """A segment is on disk: it came over the line, too."""
        self._written.append((self._clock.monotonic_s(), size_bytes))
        self.count(camera, size_bytes)

    def written_a_day(self) -> int:
        """Bytes that a day takes on the disks, by the last hour."""
        now_s = self._clock.monotonic_s()
        while self._written and now_s - self._written[0][0] > _HOUR_S:
            self._written.popleft()
        seconds = min(_HOUR_S, max(60.0, now_s - self._began_s))
        return int(sum(size for _, size in self._written) * _DAY_S / seconds)
