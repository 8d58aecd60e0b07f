"""The SHA-256 of what is being written, reckoned on another processor beside the writing.

What a medium gives back later must be the same (``cutter``).
"""

from __future__ import annotations

import hashlib
from concurrent.futures import Future

from console.workers import Lane, Workers

_AT_ONCE = 4 << 20  # bytes; at most twice as many wait


class Written:
    """Of one file, from its first byte on.  One thread, and one of its own until ``close``."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._parts: list[bytes] = []
        self._waiting = 0  # bytes
        self._workers = Workers()
        self._running: Future[None] | None = None

    def take(self, part: bytes) -> None:
        """These bytes were written next."""
        self._parts.append(part)
        self._waiting += len(part)
        if self._waiting >= _AT_ONCE:
            self._settle()
            parts, self._parts, self._waiting = self._parts, [], 0
            self._running = self._workers.submit(lambda: self._add(parts), Lane.LONG)

    def sha256(self) -> str:
        """Of all that was taken, in hex.  Waits for it."""
        self._settle()
        self._add(self._parts)
        self._parts, self._waiting = [], 0
        return self._hash.hexdigest()

    def close(self) -> None:
        """Wait for what is on its way."""
        self._workers.close()

    def _settle(self) -> None:
        if self._running is not None:
            self._running.result()
            self._running = None

    def _add(self, parts: list[bytes]) -> None:
        for part in parts:
            self._hash.update(part)
