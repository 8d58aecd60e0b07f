"""Reading files of a medium that is not to be believed, and hashing what lies on it in truth."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from console.errors import Cancelled
from console.platform.memory import forget
from console.workers import Stop

CHUNK_BYTES = 4 << 20
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ |= getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us up


class NotPlain(OSError):
    """What has the name is no plain file: a link, a folder, a device."""


@contextmanager
def opened(path: Path) -> Iterator[FileIO]:
    """A plain file to be read, unbuffered, not through a link.

    Raises:
        NotPlain: it is something else.
        OSError: it cannot be read, or is not there.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise NotPlain("it is not a plain file")
    handle = os.open(path, _READ)
    with os.fdopen(handle, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):  # another one since
            raise NotPlain("it is not a plain file")
        yield file


def small(path: Path, most_bytes: int) -> bytes | None:
    """All of a file; None: it is larger than ``most_bytes``.  Raises NotPlain, OSError."""
    with opened(path) as file:
        found = bytearray()
        while len(found) <= most_bytes:
            chunk = file.read(most_bytes + 1 - len(found))
            if not chunk:
                return bytes(found)
            found += chunk
    return None


def sha256_of(path: Path, stop: Stop, read: Callable[[int], None]) -> tuple[str, int]:
    """SHA-256 in hex and size in bytes of a plain file; ``read`` hears of each piece's bytes.

    As fast as the disk or the processor, whichever is slower: ``console/evidence/README.md``.

    Raises:
        Cancelled: ``stop`` was set.
        NotPlain, OSError: it cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    buffer = bytearray(CHUNK_BYTES)
    view = memoryview(buffer)
    with opened(path) as file:
        while count := file.readinto(view):
            if stop.is_set():
                raise Cancelled
            digest.update(view[:count])
            size += count
            read(count)
    return digest.hexdigest(), size


def sink(path: Path) -> FileIO:
    """A new file, which nothing had the name of, not even a link.  Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags, 0o644), "wb", buffering=0)


def settled(path: Path) -> None:
    """Have a file on the medium, and the system forget it, so that reading it asks the medium.

    A disk's own memory cannot be told to forget; what is written badly behind it is not found.
    Raises OSError.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        forget(file.fileno())
