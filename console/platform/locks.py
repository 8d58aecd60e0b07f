"""Turns that processes take: a file that one of them at a time may hold.

The system lets go of it when its holder ends, however that is.  The file stays, empty: whoever
removed it could leave two holders, each of a file of its own.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from console.workers import Stop

_LOOK_S = 0.02


@contextlib.contextmanager
def held(path: Path, patience_s: float) -> Iterator[bool]:
    """Hold ``path``, which is made when it is missing; False: another had it all the time.

    Two threads of one process take turns, too.  Raises OSError: it cannot be made or opened.
    """
    pause, waited_s = Stop(), 0.0
    with open(path, "ab", opener=_private) as lock:
        while not _is_ours(lock.fileno()):
            if waited_s >= patience_s:
                yield False
                return
            pause.wait(_LOOK_S)
            waited_s += _LOOK_S
        yield True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _is_ours(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
