"""A large file on its way to its medium, and the SHA-256 that it must have there.

The hash is reckoned on another processor beside the writing.
"""

from __future__ import annotations

import hashlib
from concurrent.futures import Future
from typing import IO

from console.video.early_writes import EarlyWrites
from console.workers import Lane, Workers

_AT_ONCE = 4 << 20  # bytes that are hashed in one go; at most twice as many wait


class Outgoing:
    """Of one open file, from its first byte on, which stays open until ``close``.

    One thread, and two of its own.
    """

    def __init__(self, file: IO[bytes], *, hashed: bool) -> None:
        """``hashed``: whether its SHA-256 will be wanted."""
        self._file = file
        self._early = EarlyWrites(file)
        self._hashed = hashed
        self._hash = hashlib.sha256()
        self._parts: list[bytes | bytearray] = []
        self._waiting = 0  # bytes
        self._workers = Workers()
        self._running: Future[None] | None = None

    def put(self, part: bytes | bytearray) -> None:
        """Write these bytes; nobody changes them afterwards.  Raises OSError."""
        self._file.write(part)
        self._early.wrote(len(part))
        if not self._hashed:
            return
        self._parts.append(part)
        self._waiting += len(part)
        if self._waiting >= _AT_ONCE:
            self._settle()
            parts, self._parts, self._waiting = self._parts, [], 0
            self._running = self._workers.submit(lambda: self._add(parts), Lane.LONG)

    def end(self) -> str:
        """All is written: have it on the medium.  Its SHA-256 in hex, if it is hashed.

        Raises OSError: it is not on the medium.
        """
        self._early.end()
        self._settle()
        self._add(self._parts)
        return self._hash.hexdigest()

    def close(self) -> None:
        """Wait for what is on its way, if anything is; the file may be closed then."""
        self._early.close()
        self._workers.close()

    def _settle(self) -> None:
        if self._running is not None:
            self._running.result()

    def _add(self, parts: list[bytes | bytearray]) -> None:
        for part in parts:
            self._hash.update(part)
