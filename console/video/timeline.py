"""When each picture of a run was: the camera's own intervals, held to our clock.

RTP times give the distance of one picture to the next without the line's jitter; they drift, jump,
repeat and lie.  So they are followed as long as they keep pace with the arrivals, pulled gently
towards them, and not believed any more once they run at another rate.
"""

from __future__ import annotations

from console.video.units import CLOCK_HZ

DOUBTED_S = 600.0  # a jump is told for so long
SETTLED_S = 1.0  # after so long no burst of the beginning moves the run's start any more
_MAX_BURST = 15 * CLOCK_HZ  # a camera may begin with pictures of so long ago …
_AT_ONCE_S = 0.025  # … which come one right behind the other
_AHEAD = 3 * CLOCK_HZ // 2  # a settled stream that is so far ahead of its arrival has jumped
_BEHIND = 20 * CLOCK_HZ  # … or so far behind it
_REORDER = CLOCK_HZ  # no B picture is shown earlier than this before its predecessor
_WINDOW_S = 5.0
_PULL = CLOCK_HZ // 200  # ticks a window: 0.1 %
_SLOW, _FAST = 0.8, 1.25  # rates outside of which a stream lies, two windows in a row
_STEP = CLOCK_HZ // 15


class Timeline:
    """The times of a session's pictures, in ticks of 1/90,000 s since its first."""

    def __init__(self, rtp_time: int, at_s: float) -> None:
        self.start_s = at_s  # when the first picture was, on the monotonic clock
        self.trusted = True  # the camera's times are followed
        self._jumped_s = -DOUBTED_S
        self.step = _STEP  # the usual distance of two pictures
        self.highest = 0  # the latest time so far
        self._came_s = self._latest_s = at_s
        self._base = rtp_time  # of tick 0
        self._rtp = rtp_time
        self._begun = False
        self._window_s = at_s
        self._window_rtp = rtp_time
        self._least: int | None = None  # how late the promptest picture of the window was
        self._wrong = 0  # windows in a row at a wrong rate; negative: too slow

    def of(self, rtp_time: int, at_s: float) -> int:
        """Where ``rtp_time`` lies, for a sender report; nothing changes."""
        return rtp_time - self._base if self.trusted else self._arrival(at_s)

    def doubted(self, at_s: float) -> bool:
        """Whether the camera's times were of no use at ``at_s``, or shortly before."""
        return not self.trusted or at_s - self._jumped_s < DOUBTED_S

    def take(self, rtp_time: int, at_s: float, *, key: bool, reorder: int | None) -> int:
        """The time of the next picture.  ``reorder``: see ``parameter_sets.Sets``."""
        if not self._begun:
            self._begun = True
            return 0
        arrival = self._arrival(at_s)
        self._look(rtp_time, at_s)
        if not self.trusted:
            return self._advance(max(arrival, self.highest + 1), rtp_time)
        at = rtp_time - self._base
        late = arrival - at
        burst = at_s - self._latest_s < _AT_ONCE_S and at_s - self._came_s < SETTLED_S
        self._latest_s = at_s
        if burst and -_MAX_BURST < late < 0:
            self.start_s += late / CLOCK_HZ  # it began with pictures of before we came
            late = 0
        if rtp_time == self._rtp:
            at = self.highest + 1
            self._base -= 1  # what follows keeps its distance to this one
        elif self._jumped(at, late, key=key, reorder=reorder):
            self._jumped_s = at_s
            at = max(arrival, self.highest + 1)
            self._base = rtp_time - at
            self._least = None
        elif self._least is None or late < self._least:
            self._least = late
        return self._advance(at, rtp_time)

    def _jumped(self, at: int, late: int, *, key: bool, reorder: int | None) -> bool:
        if late > _BEHIND or late < -_AHEAD:
            return True
        back = self.highest - at
        return back > _REORDER or (back >= 0 and (key or reorder == 0))

    def _advance(self, at: int, rtp_time: int) -> int:
        self._rtp = rtp_time
        if 0 < at - self.highest < CLOCK_HZ * 2:
            self.step = at - self.highest
        self.highest = max(self.highest, at)
        return at

    def _arrival(self, at_s: float) -> int:
        return int((at_s - self.start_s) * CLOCK_HZ)

    def _look(self, rtp_time: int, at_s: float) -> None:
        """Once a window: pull towards the arrivals, and see whether the rate is right."""
        passed_s = at_s - self._window_s
        if passed_s < _WINDOW_S:
            return
        rate = (rtp_time - self._window_rtp) / (passed_s * CLOCK_HZ)
        self._window_s, self._window_rtp = at_s, rtp_time
        if rate < _SLOW:
            self._wrong = min(self._wrong, 0) - 1
        elif rate > _FAST:
            self._wrong = max(self._wrong, 0) + 1
        else:
            self._wrong = 0
        if abs(self._wrong) >= 2:
            self.trusted = False
        if self._least is not None:
            self._base -= max(-_PULL, min(_PULL, self._least))
        self._least = None
