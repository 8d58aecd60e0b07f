"""What the console tells the log of itself: that it was started and closed, and its PC's clock."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from console.acts import Act
from console.audit import Audit
from console.clock import Clock
from console.errors import StoreProblem
from console.workers import Stop
from db.store import Store

LOOK_S = 10.0
STEP = timedelta(seconds=2)
"""A smaller one is what time servers do all day."""

log = logging.getLogger(__name__)


class Diary:
    """Kept by the console behind a window, from ``begin`` to ``end``.

    ``run`` is for ``Workers.loop``; ``end`` comes after it has ended.
    """

    def __init__(self, store: Store, audit: Audit, clock: Clock) -> None:
        self._store = store
        self._audit = audit
        self._clock = clock
        self._zero: datetime | None = None  # what the PC's clock said at 0 of the monotonic one

    def begin(self) -> None:
        """The console was started.  Raises StoreProblem; then it is not in the log."""
        self._zero = self._now_at_zero()
        self._write(Act.STARTED)

    def run(self, stop: Stop) -> None:
        """Watch the clock until ``stop``."""
        while not stop.wait(LOOK_S):
            try:
                self.look()
            except StoreProblem as problem:  # the next look finds the same step
                log.info("a step of the clock was not logged: %s", problem)

    def look(self) -> None:
        """Tell the log if the PC's clock was set since the last look.

        A PC that slept was not: both clocks went on.  Raises StoreProblem.
        """
        zero = self._now_at_zero()
        if self._zero is None or abs(zero - self._zero) < STEP:
            self._zero = zero  # a clock that is slewed goes far in the end, and never steps
            return
        step = zero - self._zero
        with self._store.begin() as unit:
            self._audit.write(
                unit, Act.CLOCK_STEPPED, milliseconds=step // timedelta(milliseconds=1)
            )
        log.warning("the clock was set by %.1f s", step.total_seconds())
        self._zero = zero

    def end(self) -> None:
        """The console is being closed; nothing when it never began.  Raises StoreProblem."""
        if self._zero is not None:
            self._write(Act.STOPPED)

    def _now_at_zero(self) -> datetime:
        return self._clock.now() - timedelta(seconds=self._clock.monotonic_s())

    def _write(self, act: Act) -> None:
        with self._store.begin() as unit:
            self._audit.write(unit, act)
