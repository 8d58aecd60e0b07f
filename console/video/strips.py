"""A day's minutes made into a row of bytes to be drawn: one byte a step of a timeline."""

from __future__ import annotations

from collections.abc import Sequence


def most(minutes: Sequence[int], first_us: int, start_us: int, end_us: int, steps: int) -> bytes:
    """The most of each step, of a byte a minute that begin at ``first_us``; 0 where there is none.

    A step of less than a minute has what its minute has.
    """
    width_us = (end_us - start_us) / steps
    found = bytearray(steps)
    for step in range(steps):
        left = int(start_us + step * width_us - first_us) // 60_000_000
        right = int(start_us + (step + 1) * width_us - first_us - 1) // 60_000_000 + 1
        found[step] = max(minutes[max(0, left) : max(0, right)], default=0)
    return bytes(found)
