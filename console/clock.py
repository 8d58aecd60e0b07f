"""The only module that asks what time it is."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time for what is written down, monotonic time for what is measured."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Seconds that never go back and count the PC's sleep, the same for every process on it."""
        ...


class SystemClock:
    """The station PC's own clock."""

    def now(self) -> datetime:
        """See ``Clock``."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """See ``Clock``."""
        if sys.platform == "win32":
            return time.monotonic()  # counts sleep there
        return time.clock_gettime(time.CLOCK_BOOTTIME)  # CLOCK_MONOTONIC sleeps with the PC
