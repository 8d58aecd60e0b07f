"""A large file goes to its medium while it is still being written.

Else all of it waits in memory for the one ``fsync`` at the end, and the disk rests until then.
"""

from __future__ import annotations

import os
from concurrent.futures import Future
from typing import IO

from console.platform.memory import forget
from console.workers import Lane, Workers

_EVERY_BYTES = 128 << 20  # with less at a time the wall beside it shows fewer pictures
_sync = getattr(os, "fdatasync", os.fsync)  # Windows has but the one


class EarlyWrites:
    """Of one open file, which stays open until ``close``.  One thread, and one of its own.

    An error of the medium is told once, by whoever waits for it first: so it is kept here, and
    ``end`` raises it; the ``fsync`` after it might find nothing wrong.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._behind = 0
        self._sent = 0  # bytes that went to the medium, or are on their way
        self._workers = Workers()
        self._running: Future[None] | None = None

    def wrote(self, size: int) -> None:
        """So many bytes more were written.  Raises OSError: the medium did not take some."""
        self._behind += size
        if self._behind < _EVERY_BYTES or not (self._running is None or self._running.done()):
            return
        self._settle()
        self._file.flush()
        self._sent += self._behind
        self._behind = 0
        handle, end = self._file.fileno(), self._sent
        self._running = self._workers.submit(lambda: _send(handle, end), Lane.LONG)

    def end(self) -> None:
        """All is written: have it on the medium.  Raises OSError: it is not."""
        self._settle()
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Wait for what is on its way, if any is; the file may be closed then."""
        self._workers.close()

    def _settle(self) -> None:
        if self._running is not None:
            self._running.result()


def _send(handle: int, end: int) -> None:
    """Have a file up to there on the medium, and not in memory any more."""
    _sync(handle)
    forget(handle, end)
