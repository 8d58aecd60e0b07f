"""The answer to a key goes before the pictures, for a moment."""

from __future__ import annotations

from console.clock import Clock

LASTS_S = 0.15


class Precedence:
    """Says when the wall may look for pictures.

    To paint 81 tiles takes most of the window's thread, twenty times a second, and a bookmark that
    is on its way to disk would wait for it three or four times.  A wall that stands still for as
    long as that takes, and never twice in a row, is not noticed; a flag that comes late is.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until_s = 0.0
        self._owed = False  # pictures were held back, and have not had their turn since

    def take(self) -> None:
        """Hold pictures back until ``give_back``, or ``LASTS_S`` at most."""
        if not self._owed:
            self._until_s = self._clock.monotonic_s() + LASTS_S

    def give_back(self) -> None:
        """The answer is there."""
        self._until_s = 0.0

    def lets_pictures(self) -> bool:
        """Whether it is the pictures' turn now; asked at each."""
        self._owed = self._clock.monotonic_s() < self._until_s
        return not self._owed
