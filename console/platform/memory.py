"""Memory that is free again, given back to the system; and what the system keeps of files."""

from __future__ import annotations

import ctypes
import os
import sys

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # malloc.h
_LARGE_BYTES = 128 << 10


def map_large() -> None:
    """Have the C library map each large block for itself, and unmap it when it is freed.

    glibc does so at first, and stops when it sees such blocks come and go: pictures then lie among
    small things that stay, and what is free between them is never the system's again.  Small things
    lie in one place, too: with one for each thread that decodes, each keeps its own holes.  Call it
    before the first of them.  A process whose pictures come and go; nothing to do elsewhere.
    """
    if sys.platform == "linux":
        tune = getattr(ctypes.CDLL(None), "mallopt", None)
        if tune is not None:
            tune(_M_MMAP_THRESHOLD, _LARGE_BYTES)
            tune(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Have the C library return what it keeps of freed memory; some milliseconds.

    glibc keeps what other blocks lie behind: after an hour of review that was more than all that
    was in use.  Nothing to do on Windows, nor where there is another C library.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(ctypes.c_size_t(0))


def forget(handle: int, end: int = 0) -> None:
    """Let the system forget a file up to ``end`` (0: all of it), where it is on its medium.

    What reads it next asks the medium; and what is written or read once does not fill the memory
    with what nobody asks for again: on a virtual PC fresh memory costs more than the reading.
    Linux alone can; it keeps the large pages that reach beyond the end, so ask from the beginning
    each time.
    """
    if sys.platform == "linux":
        os.posix_fadvise(handle, 0, end, os.POSIX_FADV_DONTNEED)


def read_through(handle: int) -> None:
    """Let the system read further ahead: a file is read from its beginning to its end."""
    if sys.platform == "linux":
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_SEQUENTIAL)
