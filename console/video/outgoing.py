"""A large file on its way to its medium, and the SHA-256 that it must have there."""

from __future__ import annotations

from typing import IO

from console.video.early_writes import EarlyWrites
from console.video.hashing import CALL_BYTES, Hashing, Part


class Outgoing:
    """Of one open file, from its first byte on, which stays open until ``close``.

    One thread, and two of its own.
    """

    def __init__(self, file: IO[bytes], *, hashed: bool) -> None:
        """``hashed``: whether its SHA-256 will be wanted."""
        self._file = file
        self._early = EarlyWrites(file)
        self.hashing = Hashing()
        self._hashed = hashed

    def put(self, part: Part) -> None:
        """Write these bytes: of a page, or such as nobody changes any more.  Raises OSError."""
        for at in range(0, len(part), CALL_BYTES):
            self._file.write(memoryview(part)[at : at + CALL_BYTES])
        self._early.wrote(len(part))
        if self._hashed:
            self.hashing.take(part)

    def end(self) -> str:
        """All is written: have it on the medium.  Its SHA-256 in hex, if it is hashed.

        Raises OSError: it is not on the medium.
        """
        self._early.end()
        return self.hashing.end().hex()

    def close(self) -> None:
        """Wait for what is on its way, if anything is; the file may be closed then."""
        self._early.close()
        self.hashing.close()
