"""Spans of time made into rows of bytes to be drawn: one byte a step of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.records import CameraId
from db.structs import Frozen

FULL = 255
_SLACK_US = 1_000  # of a step; what rounding takes is no gap


class Coverage(Frozen):
    """How much of each step of a timeline there is of a camera, a byte each.

    0 is nothing, 255 all of it, and only all of it; the least that is there is 1.  ``recorded`` is
    footage, ``missing`` is gap of any cause but the schedule and retention, ``out`` is outage.
    """

    camera_id: CameraId
    recorded: bytes
    missing: bytes
    out: bytes


class Steps:
    """The steps of a timeline between two instants."""

    def __init__(self, start_us: int, end_us: int, count: int) -> None:
        self._start_us = start_us
        self._length_us = end_us - start_us
        self._count = count
        self._edges = [-(-step * self._length_us // count) for step in range(count + 1)]

    def shares(self, spans: Iterable[tuple[object, int, int]]) -> bytes:
        """How much of each step ``spans`` (of whom, start and end) fill; see ``Coverage``.

        Written to be quick: a month of a flaky camera is thousands of spans.
        """
        count, edges, start_us, length_us = (
            self._count,
            self._edges,
            self._start_us,
            self._length_us,
        )
        filled = bytearray(count)
        parts: dict[int, int] = {}
        part_of = parts.get
        for _, began_us, ended_us in spans:
            left_us, right_us = began_us - start_us, ended_us - start_us
            if left_us < 0:
                left_us = 0
            if right_us > length_us:
                right_us = length_us
            if right_us <= left_us:
                continue
            first = left_us * count // length_us
            edge_us = edges[first + 1]
            if right_us <= edge_us:
                parts[first] = part_of(first, 0) + right_us - left_us
                continue
            last = (right_us - 1) * count // length_us
            if last > first + 1:
                filled[first + 1 : last] = b"\xff" * (last - first - 1)
            parts[first] = part_of(first, 0) + edge_us - left_us
            parts[last] = part_of(last, 0) + right_us - edges[last]
        width_us = length_us / count
        whole_us, scale = width_us - min(_SLACK_US, width_us / 100), FULL / width_us
        for step, part_us in parts.items():
            if part_us >= whole_us:
                filled[step] = FULL
            elif filled[step] != FULL:
                filled[step] = min(FULL - 1, int(part_us * scale) or 1)
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
