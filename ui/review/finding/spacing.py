"""Which instants a strip shows: one each so many seconds, gaps as gaps.  Also days of a search."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ui.review.material import Lane
from ui.review.scale import DAY_US, SECOND_US

STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 86_400)
MOST = 1440
"""So many pictures at most: a day of minutes."""
_TOLD_US = 300 * SECOND_US  # a gap is told from a quarter of a step on, or from so much


@dataclass(frozen=True, slots=True)
class Spot:
    """A picture at ``us``; or with an ``end_us`` a stretch in which there is none."""

    us: int
    end_us: int | None = None


def least_step(length_us: int) -> int:
    """The finest step, in seconds, at which a stretch is shown."""
    return step_for(length_us, MOST)


def step_for(length_us: int, room: int) -> int:
    """The finest step at which no more than ``room`` pictures show a stretch."""
    fits = (step for step in STEPS_S if length_us <= step * SECOND_US * max(1, room))
    return next(fits, STEPS_S[-1])


def beside(step_s: int, way: int) -> int:
    """The next coarser step, or with -1 the next finer."""
    place = STEPS_S.index(step_s) + way
    return STEPS_S[max(0, min(len(STEPS_S) - 1, place))]


def spots(start_us: int, end_us: int, step_s: int, recorded: Lane[None]) -> list[Spot]:
    """One picture each ``step_s`` seconds, on round times, and each gap between once.

    A stretch of footage that lies between two round times is shown by its first picture.
    """
    step_us = step_s * SECOND_US
    told_us = min(step_us // 4, _TOLD_US)
    found: list[Spot] = []
    us = start_us
    part = recorded.within(start_us, end_us)
    for begun, ended in zip(recorded.starts[part], recorded.ends[part], strict=True):
        first, last = max(begun, start_us), min(ended, end_us)
        if first - us >= told_us or (not found and first - us >= SECOND_US):
            found.append(Spot(us, first))
        rounded = -(-first // step_us) * step_us
        if rounded >= last or not found or found[-1].end_us is not None:
            found.append(Spot(first))
        found.extend(Spot(at) for at in range(rounded, last, step_us) if at > found[-1].us)
        us = last
    if end_us - us >= min(told_us, end_us - start_us):
        found.append(Spot(us, end_us))
    return found


def days(start_us: int, end_us: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts of a day at most, in order."""
    for first in range(start_us, end_us, DAY_US):
        yield first, min(end_us, first + DAY_US)


def neighbour(instants: list[int], us: int, way: int) -> int | None:
    """The place of the next one after ``us``, or of the last one before."""
    place = bisect_right(instants, us) if way > 0 else bisect_right(instants, us - 1) - 1
    return place if 0 <= place < len(instants) else None
