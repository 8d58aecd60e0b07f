"""What was on screen, joined into stretches for the log.  No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from db.records import CameraId, Span, from_us
from ui.review.scale import SECOND_US

_NEAR_US = 40 * SECOND_US  # what lies this close was watched on the way: 16 times, twice a second
_KEPT_S = 5.0  # a crash loses no more of the log than this; the console joins them


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cameras that were watched, and what of them."""

    cameras: tuple[CameraId, ...]
    span: Span


class Watched:
    """Hears where a player stands; hands back what has become a line for the log."""

    def __init__(self) -> None:
        self._cameras: tuple[CameraId, ...] = ()
        self._first_us = self._last_us = self._at_us = 0
        self._since_s = 0.0

    def saw(self, cameras: tuple[CameraId, ...], us: int, now_s: float) -> Stretch | None:
        """``cameras`` are on screen at ``us``; ``now_s`` is ``Clock.monotonic_s``."""
        done = None
        jumped = abs(us - self._at_us) > _NEAR_US
        if cameras != self._cameras or jumped or now_s - self._since_s >= _KEPT_S:
            done = self.end()
            self._cameras = cameras
            self._first_us = self._last_us = us
            self._since_s = now_s
        self._at_us = us
        self._first_us, self._last_us = min(self._first_us, us), max(self._last_us, us)
        return done

    def end(self) -> Stretch | None:
        """What was watched up to now, if anything; the next picture begins anew."""
        cameras, self._cameras = self._cameras, ()
        if not cameras:
            return None
        last_us = max(self._last_us, self._first_us + SECOND_US)
        return Stretch(cameras, Span(from_us(self._first_us), from_us(last_us)))
