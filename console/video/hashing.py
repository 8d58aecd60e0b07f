"""SHA-256: of a file, or of bytes that come one after the other, on another processor meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

from console.errors import Cancelled
from console.workers import Lane, Stop, Workers

CALL_BYTES = 256 << 10
"""No call to the system is broken off for the wall: with more it takes a millisecond or longer."""
_LARGE = 64 << 10  # bytes: less is copied, and hashed together with what comes next

Part = bytes | bytearray | memoryview


def sha256_of(path: Path, *stops: Stop) -> bytes:
    """Of a file, as fast as it can be read.

    Raises:
        Cancelled: one of ``stops`` was set.
        OSError: it cannot be read.
    """
    found, page = hashlib.sha256(), memoryview(bytearray(CALL_BYTES))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(page):
            if any(stop.is_set() for stop in stops):
                raise Cancelled
            found.update(page[:count])
    return found.digest()


class Hashing:
    """One thread at a time, and one of its own until ``close``."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._small: list[bytes] = []
        self._waiting = 0  # bytes in ``_small``
        self._reads: object = None  # what is being hashed
        self._workers = Workers()
        self._running: Future[None] | None = None

    def take(self, part: Part) -> None:
        """These bytes come next: of a page, or such as nobody changes any more."""
        if len(part) < _LARGE:
            self._small.append(bytes(part))
            self._waiting += len(part)
            if self._waiting >= _LARGE:
                self._submit(())
        else:
            self._submit((part,))
            self._reads = part.obj if isinstance(part, memoryview) else None

    def leave(self, memory: object) -> None:
        """Wait until that is not being hashed any more."""
        if self._reads is memory:
            self._settle()

    def end(self) -> bytes:
        """Wait for it: of all that was taken."""
        self._settle()
        self._add(self._small)
        self._small, self._waiting = [], 0
        return self._hash.digest()

    def close(self) -> None:
        """Wait for what is on its way, if anything is."""
        self._workers.close()

    def _submit(self, large: Sequence[Part]) -> None:
        self._settle()
        parts, self._small, self._waiting = (*self._small, *large), [], 0
        self._running = self._workers.submit(lambda: self._add(parts), Lane.LONG)

    def _settle(self) -> None:
        if self._running is not None:
            self._running.result()
            self._running, self._reads = None, None

    def _add(self, parts: Sequence[Part]) -> None:
        for part in parts:
            self._hash.update(part)


class Pages:
    """Two pages of memory by turns: while one is hashed the other is filled.  One thread at a time.

    Fresh memory for each megabyte would cost as much as hashing it, where the system gives it page
    by page.
    """

    def __init__(self, reader: Hashing) -> None:
        """``reader`` may still read what lay in a page."""
        self._reader = reader
        self._pages = [bytearray(), bytearray()]
        self._turn = 0  # the page that was handed out last

    def page(self, size: int) -> memoryview:
        """Room for ``size`` bytes.

        Good until the next but one is asked for: it may be looked at while the next is filled.
        """
        self._turn = 1 - self._turn
        self._reader.leave(self._pages[self._turn])
        if len(self._pages[self._turn]) < size:
            self._pages[self._turn] = bytearray(size)
        return memoryview(self._pages[self._turn])[:size]
