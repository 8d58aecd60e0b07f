"""When to try a camera again: pure rules, no clock of their own.

A host that does not answer costs one packet, so it is knocked at every second, for ever; one that
says that it is busy is asked again soon.  A camera that answers and then fails is given time, and
one that refuses the password even more: cameras lock accounts.
"""

from __future__ import annotations

import random
from collections import deque

from console.events import Reason
from db.structs import Frozen

STEADY_S = 30.0  # of pictures; then a failure is the first again


class _Ladder(Frozen):
    """Waits that double from ``first_s`` to ``longest_s``."""

    first_s: float
    longest_s: float


_KNOCK = _Ladder(1.0, 1.0)
_FAILED = _Ladder(1.0, 30.0)
_BUSY = _Ladder(1.0, 4.0)
_REFUSED = _Ladder(60.0, 900.0)
_UNSUPPORTED = _Ladder(60.0, 600.0)
_LADDERS = {
    Reason.NO_ANSWER: _KNOCK,
    Reason.CONNECTION_REFUSED: _KNOCK,
    Reason.BUSY: _BUSY,
    Reason.BAD_LOGIN: _REFUSED,
    Reason.CERTIFICATE: _REFUSED,
    Reason.CODEC: _UNSUPPORTED,
    Reason.TOO_LARGE: _UNSUPPORTED,
    Reason.REDIRECTED: _UNSUPPORTED,
}


class Retry:
    """How long to wait before the next try of one stream."""

    def __init__(self, chance: random.Random | None = None) -> None:
        self._chance = chance or random.Random()
        self._failures = 0
        self._ladder = _FAILED
        self._pictures_since_s: float | None = None

    def succeeded(self, now_s: float) -> None:
        """Pictures come."""
        if self._pictures_since_s is None:
            self._pictures_since_s = now_s

    def failed(self, reason: Reason, now_s: float) -> float:
        """It failed; seconds to wait, spread by a quarter so that cameras do not march in step."""
        ladder = _LADDERS.get(reason, _FAILED)
        since_s, self._pictures_since_s = self._pictures_since_s, None
        steady = since_s is not None and now_s - since_s >= STEADY_S
        if steady or ladder is not self._ladder:
            self._failures = 0
        self._ladder = ladder
        wait_s = min(ladder.longest_s, ladder.first_s * 2.0**self._failures)
        self._failures = min(self._failures + 1, 16)
        if ladder is _KNOCK:
            return wait_s
        return wait_s * self._chance.uniform(0.75, 1.25)


class KnockLimit:
    """A limit of connects over all cameras of a process: in flight, and each second."""

    def __init__(self, in_flight: int = 64, each_second: int = 80) -> None:
        self._in_flight = in_flight
        self._each_second = each_second
        self._open = 0
        self._recent: deque[float] = deque()

    def take(self, now_s: float) -> float:
        """Ask to connect: 0 if that may begin now, else seconds to wait before asking again."""
        while self._recent and now_s - self._recent[0] >= 1.0:
            self._recent.popleft()
        if self._open >= self._in_flight:
            return 0.1
        if len(self._recent) >= self._each_second:
            return max(0.01, 1.0 - (now_s - self._recent[0]))
        self._open += 1
        self._recent.append(now_s)
        return 0.0

    def done(self) -> None:
        """A connect that was taken led to a session, or to nothing."""
        self._open = max(0, self._open - 1)
