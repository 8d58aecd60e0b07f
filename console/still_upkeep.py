"""Removes pictures that a process left when it died between the file and the row that names it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from console.clock import Clock
from console.errors import Problem
from console.still_files import StillFiles
from console.workers import Stop
from db.case_records import BookmarkId
from db.records import CameraId
from db.store import Store

LOOK_S = 30.0
SETTLED_S = 60.0
"""So long a picture must be nobody's, at both ends, before it goes: its row may be on the way."""
AGAIN_S = 24 * 3600.0

_AT_ONCE = 500
_NAME = re.compile(r"(\d{8,})-(\d{5,})-[0-9a-f]{6}\.(?:jpg|png)(?:\.partial)?")

log = logging.getLogger(__name__)


class StillUpkeep:
    """One loop of its own; ``Workers.loop`` runs it.

    It looks after a start, and each day.  What goes is of a bookmark that is in the store and does
    not name it.  A picture whose bookmark is not there stays: the station went back to a backup of
    before, and may go forth again.  Time is measured on a clock that nobody sets.
    """

    def __init__(self, store: Store, files: StillFiles, clock: Clock) -> None:
        self._store = store
        self._files = files
        self._clock = clock
        self._looked_s: float | None = None
        self._suspects: list[str] = []

    def run(self, stop: Stop) -> None:
        """Tend, again and again, until ``stop``."""
        while not stop.wait(LOOK_S):
            try:
                self.tend()
            except Problem as problem:
                log.info("left stills are removed later: %s", problem)

    def tend(self) -> int:
        """Look, or make sure of what was found and remove it; returns how many went.

        Raises StoreProblem: then nothing did.
        """
        now_s = self._clock.monotonic_s()
        since_s = None if self._looked_s is None else now_s - self._looked_s
        if self._suspects:
            if since_s is not None and since_s < SETTLED_S:
                return 0
            left, self._suspects = self._left(self._suspects), []
            for file in left:
                self._files.drop(file)
            if left:
                log.info("%d stills that no bookmark names are gone", len(left))
            return len(left)
        if since_s is None or since_s >= AGAIN_S:
            self._looked_s = now_s
            self._suspects = self._left(self._files.all())
        return 0

    def _left(self, files: Iterable[str]) -> list[str]:
        """Those of ``files`` whose bookmark is in the store and names another one, or none."""
        named = [(file, its) for file in files if (its := _of(file)) is not None]
        found: list[str] = []
        for first in range(0, len(named), _AT_ONCE):
            part = named[first : first + _AT_ONCE]
            with self._store.read() as unit:
                kept = unit.bookmarks.stills({bookmark_id for _, (bookmark_id, _) in part})
            found += [file for file, its in part if kept.get(its, file) != file]
        return found


def _of(file: str) -> tuple[BookmarkId, CameraId] | None:
    """Whose picture a file is, by its name; None: not one of ours."""
    match = _NAME.fullmatch(file.rpartition("/")[2])
    return None if match is None else (BookmarkId(int(match[1])), CameraId(int(match[2])))
