"""Notices that the station's clock was set, and counts the eras of footage."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from console.clock import Clock

log = logging.getLogger(__name__)

AHEAD_US = 1_000_000  # set forward by more than this, it is told of
HIDDEN_US = 2_000_000  # set back by more than this, another era begins


class StationSteps:
    """``era`` counts up each time the clock is set back by more than can be hidden."""

    def __init__(self, clock: Clock, era: int) -> None:
        self._clock = clock
        self._zero = self._now_at_zero()
        self.era = era

    def look(self) -> int:
        """By how many microseconds the clock was set since the last look; 0: not, or by little."""
        zero = self._now_at_zero()
        step_us = (zero - self._zero) // timedelta(microseconds=1)
        # A clock that is slewed goes far in the end, and never steps.
        self._zero = zero
        if -HIDDEN_US <= step_us <= AHEAD_US:
            return 0
        log.warning("the station's clock was set by %+.3f s", step_us / 1_000_000)
        if step_us < 0:
            self.era += 1
        return step_us

    def _now_at_zero(self) -> datetime:
        return self._clock.now() - timedelta(seconds=self._clock.monotonic_s())
