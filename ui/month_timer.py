"""How long a month of footage keeps whoever looks at the timeline waiting: measured for the bench.

The widget of the review page and its reader, over an index of the bench's making; no window is on
a screen, so what is measured ends with the last line that is painted.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from console.clock import Clock, SystemClock
from console.moved import LONGEST, changes_in
from console.video.archive_reader import ArchiveReader
from console.video.looks import Area
from console.workers import Workers
from db.footage_records import Gap, Hold, Look, Outage, Run
from db.records import CameraId, Span, from_us
from ui import theme
from ui.bridge import Bridge
from ui.desk import Desk
from ui.overriding import override
from ui.review.material import Material
from ui.review.reader import Reader
from ui.review.scale import DAY_US, HOUR_US, LONGEST_US, SECOND_US, Scale
from ui.review.timeline import Timeline
from ui.standing import Standing
from ui.tasks import Tasks
from ui.wall.lettering import Label

SIZE = (1600, 420)  # of the timeline of all cameras, on a screen of 1920×1080
ZOOMS_US = (
    *(days * DAY_US for days in (23, 17, 14, 7, 3, 1)),
    *(hours * HOUR_US for hours in (12, 3, 1)),
    *(seconds * SECOND_US for seconds in (600, 60, 10)),
)
AREA = Area(0.4, 0.4, 0.7, 0.8)  # a parked motorbike's
_LOOKS = 9
_WITHIN_S = 30.0
_WAKE_MS = 250


class _Index:
    """The rows of an index alone: nothing is held, and what moved is known to the minute."""

    def __init__(self, path: Path) -> None:
        self._reader = ArchiveReader(path, mapped=True)  # as the console does

    def runs(self, cameras: Collection[CameraId], span: Span) -> Sequence[Run]:
        return self._reader.runs(cameras, span)

    def gaps(self, cameras: Collection[CameraId], span: Span) -> Sequence[Gap]:
        return self._reader.gaps(cameras, span)

    def outages(self, cameras: Collection[CameraId], span: Span) -> Sequence[Outage]:
        return self._reader.outages(cameras, span)

    def holds(self, cameras: Collection[CameraId], span: Span) -> Sequence[Hold]:
        return ()

    def looks(self, camera_id: CameraId, span: Span) -> Sequence[Look]:
        return ()

    def activity(self, camera_id: CameraId, span: Span, steps: int) -> bytes:
        return self._reader.activity(camera_id, span, steps)

    def close(self) -> None:
        self._reader.close()


class _AtTheEnd(SystemClock):
    """A clock whose day is the index's last."""

    def __init__(self, end_us: int) -> None:
        self._now = from_us(end_us)

    @override
    def now(self) -> datetime:
        return self._now


class _Month:
    """The timeline, shown; ends with the stack's block."""

    def __init__(self, stack: ExitStack, index: Path, cameras: int, end_us: int) -> None:
        self._clock: Clock = _AtTheEnd(end_us)
        self._end_us = end_us
        self._cameras = [CameraId(number) for number in range(1, cameras + 1)]
        footage, workers, bridge = _Index(index), Workers(), Bridge()
        stack.callback(footage.close)
        stack.callback(workers.close)
        desk = Desk(bridge, Tasks(workers), Standing(bridge, self._clock), self._clock)
        self._reader = Reader(desk, footage)
        self._timeline = Timeline(self._reader, self._clock, theme.THEMES[theme.ThemeName.NIGHT])
        self._timeline.resize(*SIZE)
        stack.callback(self._timeline.close)
        self._reads: list[Material] = []
        self._reader.read.connect(lambda: self._reads.append(self._reader.drawn))
        self._timeline.show()
        waking = QTimer(self._timeline)  # so that waiting has an end
        waking.start(_WAKE_MS)

    def open(self) -> tuple[float, float]:
        """Thirty days, of which nothing was known; seconds to the first and to the last row."""
        self._reader.forget()
        length_us = LONGEST_US
        scale = Scale(self._end_us - length_us, length_us, self._timeline.scale.width)
        self._reads.clear()
        began_s = self._clock.monotonic_s()
        self._timeline.set_scale(scale.moved(1))  # another one than was shown last
        self._timeline.set_rows(self._cameras, self._labels(), self._cameras[0])
        self._until(lambda: bool(self._reads))
        first_s = self._painted_s(began_s)
        self._until(self._is_read)
        last_s = self._painted_s(began_s)
        self._until(lambda: not self._reader.is_busy)  # what moved comes when all else is there
        return first_s, last_s

    def zoom(self, length_us: int, share: float) -> float:
        """To a span of that length somewhere in the month, which is known; seconds."""
        start_us = self._end_us - LONGEST_US + round(share * (LONGEST_US - length_us))
        began_s = self._clock.monotonic_s()
        self._timeline.set_scale(Scale(start_us, length_us, self._timeline.scale.width))
        return self._painted_s(began_s)

    def _is_read(self) -> bool:
        """Whether all rows are there."""
        return bool(self._reads) and set(self._reads[-1].cameras) == set(self._cameras)

    def _labels(self) -> dict[CameraId, Label]:
        return {camera: Label(camera, f"Cổng chợ {camera}") for camera in self._cameras}

    def _painted_s(self, began_s: float) -> float:
        self._timeline.repaint()
        return self._clock.monotonic_s() - began_s

    def _until(self, state: Callable[[], bool]) -> None:
        limit_s = self._clock.monotonic_s() + _WITHIN_S
        while not state():
            if self._clock.monotonic_s() > limit_s:
                raise TimeoutError("the timeline was never read")
            # As the window does: whoever looks again and again takes the readers' turns.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _searched_s(index: Path, end_us: int) -> float:
    """How long the first camera's last day takes to be looked through for changes in ``AREA``."""
    clock, reader = SystemClock(), ArchiveReader(index, mapped=True)
    end, camera = from_us(end_us), CameraId(1)
    day = Span(end - LONGEST, end)
    began_s = clock.monotonic_s()
    try:
        looks = reader.looks(camera, day)
        found = changes_in(looks, reader.runs([camera], day), day, AREA, 0.0, end_us)
        took_s = clock.monotonic_s() - began_s
    finally:
        reader.close()
    if not found.moments:
        raise ValueError("the index has no change map of its first camera's last day")
    return took_s


def timed(index: Path, cameras: int, end_us: int) -> dict[str, float]:
    """The figures in milliseconds: medians, and of zoom steps the slowest.

    ``first_ms`` is from the wish for 30 days to the rows in sight painted, ``month_ms`` to all
    rows and their sum, ``zoom_ms`` from a step of the wheel to its picture; ``area_ms`` is what
    ``Footage.changes`` does for 24 h of one camera, the file being opened for it.
    """
    with ExitStack() as stack:
        month = _Month(stack, index, cameras, end_us)
        firsts, alls = zip(*(month.open() for _ in range(_LOOKS + 1)), strict=True)
        dice = random.Random(1)
        zooms = [month.zoom(length_us, dice.random()) for length_us in ZOOMS_US]
    searches = [_searched_s(index, end_us) for _ in range(_LOOKS)]
    took_s = {
        "first_ms": statistics.median(firsts[1:]),  # the first one of all opens the file
        "month_ms": statistics.median(alls[1:]),
        "zoom_ms": max(zooms),
        "area_ms": statistics.median(searches),
    }
    return {name: round(1000 * seconds, 1) for name, seconds in took_s.items()}


def main(index: Path, cameras: int, end_us: int) -> int:
    """Write the figures as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    theme.apply(QApplication([]), theme.ThemeName.NIGHT)
    sys.stdout.write(json.dumps(timed(index, cameras, end_us)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
