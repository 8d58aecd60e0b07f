"""The station's clock as footage sees it: steps, and eras in which nothing of a stream overlaps.

Within a run time goes on by the monotonic clock; the wall clock is looked at where a run begins.
A clock that was set back by little is hidden: the next run begins where the last one ended.  Set
back by more, it begins another era.
"""

from __future__ import annotations

import logging

from console.clock import Clock
from db.records import CameraId, StreamRole, to_us
from db.structs import Frozen

log = logging.getLogger(__name__)

AHEAD_US = 1_000_000  # set forward by more than this, the clock ends a run
HIDDEN_US = 2_000_000  # set back by more than this, it begins another era

Stream = tuple[CameraId, StreamRole]


class Beginning(Frozen):
    """Where a run begins."""

    start_us: int
    era: int


class StationTime:
    """One a worker: it remembers where each stream's footage ended.  Loop thread only."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends: dict[Stream, Beginning] = {}

    def wall_us(self, at_s: float) -> int:
        """The wall clock at an instant of the monotonic one, as it is set now."""
        passed_s = self._clock.monotonic_s() - at_s
        return to_us(self._clock.now()) - int(passed_s * 1_000_000)

    def begin(self, stream: Stream, era: int, at_s: float) -> Beginning:
        """A run begins at ``at_s``: when, by the wall clock, and in which era at the earliest."""
        start_us = self.wall_us(at_s)
        last = self._ends.get(stream)
        if last is None or last.era < era:
            return Beginning(start_us, era)
        if self.wall_us(self._clock.monotonic_s()) < last.start_us - HIDDEN_US:
            return Beginning(start_us, last.era + 1)
        return Beginning(max(start_us, last.start_us), last.era)

    def ended(self, stream: Stream, era: int, end_us: int) -> None:
        """A stream's footage ends here so far."""
        self._ends[stream] = Beginning(end_us, era)

    def stepped(self, start_us: int, start_s: float) -> bool:
        """Whether the clock was set since a run began at both instants, by more than is hidden."""
        step_us = self.wall_us(start_s) - start_us
        if -HIDDEN_US <= step_us <= AHEAD_US:
            return False
        log.warning("the station's clock was set by %+.3f s", step_us / 1_000_000)
        return True
