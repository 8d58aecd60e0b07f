"""The one clock that all cameras of a player follow: stands, runs, runs backwards, is held."""

from __future__ import annotations

from db.structs import Frozen


class Line(Frozen):
    """How a clock runs: it was at ``at_us`` at ``since_s``, and gains ``rate`` a second."""

    at_us: int
    since_s: float
    rate: float

    def at(self, now_s: float) -> int:
        """Where it is then, in microseconds since 1970 UTC."""
        return self.at_us + round((now_s - self.since_s) * self.rate * 1_000_000)


class PlayerClock:
    """Footage time over monotonic time.  Held: it stands at where it will run on from."""

    def __init__(self, at_us: int) -> None:
        self._at_us = at_us
        self._since_s = 0.0
        self.rate = 0.0
        self.held_since_s: float | None = None

    @property
    def line(self) -> Line | None:
        """How it runs; None while it does not."""
        if self.rate == 0 or self.held_since_s is not None:
            return None
        return Line(self._at_us, self._since_s, self.rate)

    def at(self, now_s: float) -> int:
        """Where it stands now, in microseconds since 1970 UTC."""
        line = self.line
        return self._at_us if line is None else line.at(now_s)

    def go(self, at_us: int, rate: float, now_s: float, *, held: bool) -> None:
        """Go to ``at_us`` and on at ``rate``; ``held``: once it is released."""
        self._at_us, self.rate, self._since_s = at_us, rate, now_s
        self.held_since_s = now_s if held else None

    def hold(self, now_s: float) -> None:
        """Stand still, to go on when released."""
        if self.held_since_s is None:
            self._at_us = self.at(now_s)
            self.held_since_s = now_s

    def release(self, now_s: float) -> None:
        """Go on."""
        if self.held_since_s is not None:
            self._since_s, self.held_since_s = now_s, None
