"""The sheets of a copy: while one is encoded the next is painted, and a picture decoded for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

import av

from console.video.viewing.sheet import Sheet
from console.workers import Lane, Workers

_SHEETS = 4
"""One is painted, one is encoded; the others wait, since no two pictures take the same time."""


class Sheets:
    """A few sheets that take turns.  One thread, and one of its own that calls ``encode``."""

    def __init__(
        self, first: av.VideoFrame, strip_height: int, encode: Callable[[Sheet], None]
    ) -> None:
        """See ``Sheet``; ``encode`` is given one after the other, in order."""
        self._encode = encode
        self._workers = Workers()
        self._free = [Sheet(first, strip_height) for _ in range(_SHEETS)]
        self._given: deque[tuple[Sheet, Future[None]]] = deque()
        self.size = self._free[0].width, self._free[0].height

    def take(self) -> Sheet:
        """One to paint on, whatever is on it; waits until there is one.

        Raises what ``encode`` raised, of one that was given before.
        """
        return self._free.pop() if self._free else self._oldest()

    def give(self, sheet: Sheet) -> None:
        """Have what was painted encoded, in turn; it is not ours until ``take`` gives it back."""
        self._given.append((sheet, self._workers.submit(lambda: self._encode(sheet), Lane.WRITE)))

    def finish(self) -> None:
        """All of them are encoded when this returns.  Raises what ``encode`` raised."""
        while self._given:
            self._free.append(self._oldest())

    def close(self) -> None:
        """Nothing is encoded any more when this returns."""
        self._workers.close()

    def _oldest(self) -> Sheet:
        sheet, done = self._given.popleft()
        done.result()
        return sheet
