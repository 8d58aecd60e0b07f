"""A large file on its way to its medium, and the SHA-256 that it must have there."""

from __future__ import annotations

from typing import IO

from console.video.early_writes import EarlyWrites
from console.video.hashing import CALL_BYTES, Hashing, Pages

_COPY_BYTES = 1 << 20


class Outgoing:
    """Of one open file, from its first byte on, which stays open until ``close``.

    One thread, and two of its own.
    """

    def __init__(self, file: IO[bytes], *, hashed: bool) -> None:
        """``hashed``: whether its SHA-256 will be wanted."""
        self._file = file
        self._early = EarlyWrites(file)
        self._hashing = Hashing()
        self._pages = Pages(self._hashing)
        self._hashed = hashed

    def put(self, part: bytes | bytearray) -> None:
        """Write these bytes; nobody changes them afterwards.  Raises OSError."""
        self._file.write(part)
        self._wrote(part)

    def copy(self, source: IO[bytes], most: int) -> int:
        """Write the next bytes of ``source``, ``most`` or fewer; how many, 0 at its end.

        Raises OSError.
        """
        page, done = self._pages.page(min(most, _COPY_BYTES)), 0
        while done < len(page):
            part = page[done : done + CALL_BYTES]
            count: int = source.readinto(part)  # type: ignore[attr-defined]
            if not count:
                break
            self._file.write(part[:count])
            done += count
        self._wrote(page[:done])
        return done

    def end(self) -> str:
        """All is written: have it on the medium.  Its SHA-256 in hex, if it is hashed.

        Raises OSError: it is not on the medium.
        """
        self._early.end()
        return self._hashing.end().hex()

    def close(self) -> None:
        """Wait for what is on its way, if anything is; the file may be closed then."""
        self._early.close()
        self._hashing.close()

    def _wrote(self, part: bytes | bytearray | memoryview) -> None:
        self._early.wrote(len(part))
        if self._hashed:
            self._hashing.take(part)
