"""How much moved on one camera, as a strip that can be seen from any distance.

A timeline takes one bucket a pixel out of it, of the level whose buckets are at least a pixel wide:
so a strip of thousands of parts costs no more than its pixels, and no movement is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter

from db.footage_records import Look
from ui.review.scale import Scale

_MOST = 255


@dataclass(frozen=True, slots=True)
class Activity:
    """The most that moved in equal parts of a stretch, 0 to 255.

    Each of ``levels`` has parts twice as long as the one before, and one empty part at its end.
    """

    start_us: int
    end_us: int
    levels: tuple[bytes, ...]

    @classmethod
    def of(cls, start_us: int, end_us: int, strip: bytes) -> Activity:
        """From the finest parts.  Takes a millisecond: not for the GUI thread."""
        levels = [strip]
        while len(levels[-1]) > 1 and not len(levels[-1]) % 2:
            fine = levels[-1]
            levels.append(bytes(map(max, fine[::2], fine[1::2])))
        return cls(start_us, end_us, tuple(level + b"\0" for level in levels))


def condense(looks: Iterable[Look], start_us: int, end_us: int, parts: int) -> Activity:
    """The strip of a stretch, in ``parts``, from its change map."""
    strip = bytearray(parts)
    length = end_us - start_us
    for look in looks:
        if start_us <= look.at_us < end_us:
            part = (look.at_us - start_us) * parts // length
            strip[part] = max(strip[part], min(_MOST, look.amount))
    return Activity.of(start_us, end_us, bytes(strip))


class Viewer:
    """Takes strips as one timeline shows them: a byte a pixel.  What it works out is kept."""

    def __init__(self) -> None:
        self._scale: Scale | None = None
        self._takes: dict[tuple[int, int, int], tuple[int, Callable[[bytes], bytes]]] = {}

    def pixels(self, activity: Activity, scale: Scale) -> bytes:
        """How much moved at most, a byte a pixel; 0 where the strip does not reach."""
        if scale != self._scale:
            self._scale = scale
            self._takes.clear()
        kind = activity.start_us, activity.end_us, len(activity.levels[0])
        known = self._takes.get(kind)
        if known is None:
            known = self._takes[kind] = _taking(activity, scale)
        level, take = known
        return take(activity.levels[level])


def _taking(activity: Activity, scale: Scale) -> tuple[int, Callable[[bytes], bytes]]:
    """The level that is taken from, and what takes."""
    step = scale.length_us / scale.width
    finest = (activity.end_us - activity.start_us) / (len(activity.levels[0]) - 1)
    coarsest = len(activity.levels) - 1
    level = next((n for n in range(coarsest) if finest * (1 << n) >= step), coarsest)
    size, empty = finest * (1 << level), len(activity.levels[level]) - 1
    first = scale.start_us - activity.start_us
    places = [int((first + x * step) // size) for x in range(scale.width)]
    take = itemgetter(*(place if 0 <= place < empty else empty for place in places), empty)
    return level, lambda row: bytes(take(row)[:-1])
