"""Memory that is free again, given back to the system."""

from __future__ import annotations

import ctypes
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
