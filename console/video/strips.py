"""Spans of time made into rows of bytes to be drawn: one byte a step of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.records import CameraId

FULL = 255
_SLACK_US = 1_000  # of a step; what rounding takes is no gap


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of each step of a timeline there is of a camera, a byte each.

    0 is nothing, 255 all of it, and only all of it; the least that is there is 1.  ``recorded`` is
    footage, ``missing`` is gap of any cause but the schedule and retention, ``out`` is outage.
    """

    camera_id: CameraId
    recorded: bytes
    missing: bytes
    out: bytes


def shares(spans: Iterable[Sequence[int]], start_us: int, end_us: int, steps: int) -> bytes:
    """How much of each of the ``steps`` between two instants ``spans`` fill; see ``Coverage``.

    A span is its start and its end, and whatever follows them.
    """
    length_us = end_us - start_us
    filled = bytearray(steps)
    parts: dict[int, int] = {}
    for span in spans:
        left_us, right_us = max(0, span[0] - start_us), min(length_us, span[1] - start_us)
        if right_us <= left_us:
            continue
        first = left_us * steps // length_us
        last = (right_us - 1) * steps // length_us
        if first == last:
            parts[first] = parts.get(first, 0) + right_us - left_us
            continue
        if last > first + 1:
            filled[first + 1 : last] = b"\xff" * (last - first - 1)
        parts[first] = parts.get(first, 0) + _edge(first + 1, length_us, steps) - left_us
        parts[last] = parts.get(last, 0) + right_us - _edge(last, length_us, steps)
    for step, part_us in parts.items():
        if filled[step] != FULL:
            filled[step] = _share(part_us, length_us / steps)
    return bytes(filled)


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


def _edge(step: int, length_us: int, steps: int) -> int:
    """Where a step begins: the first microsecond that ``shares`` counts to it."""
    return -(-step * length_us // steps)


def _share(part_us: int, width_us: float) -> int:
    if part_us >= width_us - min(_SLACK_US, width_us / 100):
        return FULL
    return max(1, min(FULL - 1, int(part_us * FULL / width_us)))
