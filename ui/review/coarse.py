"""A row seen from afar: buckets of four minutes to an hour and more, for spans of days.

Thirty days of 81 cameras are tens of thousands of stretches, each far narrower than a pixel.  So
each row is also kept as one byte a bucket, and every coarser level is the OR of two neighbours,
done on whole rows at once as long integers.  Nothing gets lost on the way: a fault of a second is
still a fault in a bucket of an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ui.review.scale import SECOND_US, Scale

FINEST_US = 256 * SECOND_US
LEVELS = 5
RECORDED, PLANNED, FAULT = 1, 2, 4  # bits

Stretches = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Coarse:
    """Levels of one row from ``origin_us`` on; each ends with one empty bucket."""

    origin_us: int
    levels: tuple[bytes, ...]


def coarsened(start_us: int, end_us: int, kinds: Sequence[tuple[int, Stretches]]) -> Coarse:
    """The levels of a row between two instants; ``kinds`` are bits and their stretches."""
    most = 1 << (LEVELS - 1)
    count = -(-((end_us - start_us) // FINEST_US + 1) // most) * most
    whole = 0
    for bit, (starts, ends) in kinds:
        row = bytearray(count)
        ink = bytes((bit,)) * count
        for left_us, right_us in zip(starts, ends, strict=True):
            left, right = (left_us - start_us) // FINEST_US, (right_us - 1 - start_us) // FINEST_US
            if left == right >= 0 and left < count:  # most gaps are shorter than a bucket
                row[left] = bit
            else:
                left, right = max(0, left), min(count, right + 1)
                row[left:right] = ink[: max(0, right - left)]
        whole |= int.from_bytes(row, "little")
    levels = [whole.to_bytes(count, "little")]
    while len(levels) < LEVELS:
        fine = levels[-1]
        both = int.from_bytes(fine[::2], "little") | int.from_bytes(fine[1::2], "little")
        levels.append(both.to_bytes(len(fine) // 2, "little"))
    return Coarse(start_us, tuple(level + b"\0" for level in levels))


def level_for(scale: Scale) -> int | None:
    """The level whose buckets are at least a pixel wide; None where stretches are drawn exactly."""
    per = scale.length_us / scale.width
    if per < FINEST_US:
        return None
    return next((level for level in range(LEVELS) if FINEST_US << level >= per), LEVELS - 1)


def sampler(scale: Scale, level: int, origin_us: int, buckets: int) -> Callable[[bytes], bytes]:
    """Takes one bucket a pixel out of a level that has ``buckets``, the empty one included."""
    size, empty = FINEST_US << level, buckets - 1
    step = scale.length_us / scale.width
    first = scale.start_us - origin_us
    places = [int((first + x * step) // size) for x in range(scale.width)]
    take = itemgetter(*(place if 0 <= place < empty else empty for place in places), empty)
    return lambda row: bytes(take(row)[:-1])
