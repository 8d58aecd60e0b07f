"""What is wanted of one camera, as one line that is gone along.  No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from db.evidence_records import Wanted
from db.records import CameraId, to_us


class Reach:
    """Stretches in order, none twice; what lies between them is not there.

    Instants are microseconds.  Raises ValueError: nothing is wanted.
    """

    def __init__(self, lines: Iterable[Wanted]) -> None:
        """``lines`` are of one camera."""
        self.lines = tuple(sorted(lines, key=lambda line: (line.span.start, line.span.end)))
        spans = [(to_us(line.span.start), to_us(line.span.end)) for line in self.lines]
        self.spans = _joined(spans)
        if not self.spans:
            raise ValueError("nothing is wanted")
        self._before: list[int] = []  # how much lies before each of them
        length_us = 0
        for start_us, end_us in self.spans:
            self._before.append(length_us)
            length_us += end_us - start_us
        self.length_us = length_us

    @property
    def camera_id(self) -> CameraId:
        """Whose they are."""
        return self.lines[0].camera_id

    @property
    def first_us(self) -> int:
        """The first instant."""
        return self.spans[0][0]

    @property
    def last_us(self) -> int:
        """The last one."""
        return self.spans[-1][1] - 1

    def __contains__(self, us: int) -> bool:
        return any(start_us <= us < end_us for start_us, end_us in self.spans)

    def line_at(self, us: int) -> Wanted:
        """What is wanted at an instant.  Raises ValueError: nothing."""
        for line in self.lines:
            if to_us(line.span.start) <= us < to_us(line.span.end):
                return line
        raise ValueError("that is not wanted")

    def along(self, us: int) -> int:
        """How far along the line an instant is, the nearest one that is wanted."""
        place = bisect_right([start_us for start_us, _ in self.spans], us) - 1
        if place < 0:
            return 0
        start_us, end_us = self.spans[place]
        if us >= end_us and place + 1 < len(self.spans):
            next_us = self.spans[place + 1][0]
            if next_us - us < us - end_us:
                return self._before[place + 1]
        return self._before[place] + min(us, end_us - 1) - start_us

    def at(self, along_us: int) -> int:
        """The instant so far along the line; beyond its ends that of the end."""
        along_us = max(0, min(self.length_us - 1, along_us))
        place = bisect_right(self._before, along_us) - 1
        return self.spans[place][0] + along_us - self._before[place]

    def moved(self, us: int, by_us: int) -> int:
        """So much further, or back, over what lies between; at the ends it stays."""
        return self.at(self.along(us) + by_us)


def reaches_of(wanted: Iterable[Wanted]) -> dict[CameraId, Reach]:
    """What is wanted of each camera, in the order in which they are named first."""
    lines: dict[CameraId, list[Wanted]] = {}
    for line in wanted:
        lines.setdefault(line.camera_id, []).append(line)
    return {camera_id: Reach(its) for camera_id, its in lines.items()}


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start_us, end_us in spans:
        if joined and start_us <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end_us)
        else:
            joined.append((start_us, end_us))
    return tuple(joined)
