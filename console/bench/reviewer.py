"""A second console beside the bench's window: it looks back, while the window shows the wall.

It is a link to the engine of the window, as a window on another screen would have one.  What its
player costs falls to the job worker, which belongs to the engine and so is measured with it.
Nothing paints its pictures.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from console.bench.tools import Patience
from console.video.footage_ports import ReviewPlace, ReviewPlayer
from console.video.link import Link
from console.workers import Workers
from db.records import CameraId

SIZE = (1280, 720)
_NEWEST = timedelta(seconds=10)  # what is so new is not asked for
_OLDEST = timedelta(minutes=10)
_PACES = (0.0, 1.0, 4.0, -1.0)
_WITHIN_S = 15.0


class Reviewer:
    """A player of one camera.  One thread."""

    def __init__(
        self,
        player: ReviewPlayer,
        cameras: int,
        patience: Patience,
        *,
        within_s: float = _WITHIN_S,
    ) -> None:
        self._player = player
        self._within_s = within_s
        self._cameras = cameras
        self._patience = patience
        self._dice = random.Random(7)
        self._began = patience.clock.now()  # when all cameras were recorded

    def play(self) -> None:
        """Look at the first camera at its own pace, from a moment ago on, and see a picture.

        Raises:
            BenchFailed: none comes.
        """
        at = self._patience.clock.now() - _NEWEST
        self._player.show([ReviewPlace(0, CameraId(1), *SIZE)], at)
        self._player.go(at, 1.0)
        self._patience.until(
            "a recorded picture",
            lambda: self._player.view.picture(0) is not None,
            within_s=self._within_s,
            every_s=0.05,
        )

    def look_elsewhere(self) -> None:
        """Another camera, another instant of what was recorded meanwhile, another pace."""
        newest = self._patience.clock.now() - _NEWEST
        room = min(newest - self._began, _OLDEST)
        at = newest - room * self._dice.random()
        camera = CameraId(self._dice.randint(1, self._cameras))
        self._player.show([ReviewPlace(0, camera, *SIZE)], at)
        self._player.go(at, self._dice.choice(_PACES))

    def look_away(self) -> None:
        """Have nothing shown, as a review page that was left."""
        self._player.show([], self._patience.clock.now())


@contextlib.contextmanager
def reviewer(data: Path, cameras: int, patience: Patience) -> Iterator[Reviewer]:
    """A player on the engine that runs for the station in ``data``, whose cameras are recorded.

    That engine must be there: it would be ours otherwise, and not the window's.
    """
    workers = Workers()
    link = Link(data, lambda _: None, workers, standby_after_s=None)
    try:
        yield Reviewer(link.player(), cameras, patience)
    finally:
        link.close()
        workers.close()
