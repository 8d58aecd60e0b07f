"""What a process asks of the system for itself: its cores, its rank, its limits."""

from __future__ import annotations

import os
import sys
import threading
from enum import IntEnum
from pathlib import Path

from console.platform import job_object

_LAST = 19  # nobody goes behind it
_AUTOGROUP = Path("/proc/self/autogroup")


def cores() -> int:
    """How many processors this process may use, at least 1."""
    if sys.platform == "win32":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


class Rank(IntEnum):
    """Who goes behind whom when the processors are full: nice values, the window's being 0."""

    DECODERS = 2  # the window must never wait for a decoder
    JOBS = 4  # what is looked back at, behind what is live
    ENCODERS = 5  # of the demo: its wall waits for them, but none that plays already
    CLERKS = 5  # nobody watches a report while it is made; but it is waited for


def step_back(rank: Rank) -> None:
    """Let others go first: go ``rank`` behind whoever started us; once in a process."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        now = os.nice(rank)
        if _leads_session():
            _step_back_as_session(now)


def retreat(*, last: bool) -> bool:
    """Let the session that we lead go behind all others, or be where ``step_back`` put it again.

    Where there are no shares for sessions threads step back for themselves, which cannot be undone
    (``step_back_for_good``), and this does nothing.  False: not now, ask a moment later again.
    """
    if sys.platform != "linux" or not _leads_session() or not _AUTOGROUP.exists():
        return True
    return _step_back_as_session(_LAST if last else os.nice(0))


def step_back_for_good() -> None:
    """Let everybody else go before this thread, and before those that it begins from now on.

    Linux alone has a rank for each thread; elsewhere that of the process must do.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LAST)


def _leads_session() -> bool:
    return os.getsid(0) == os.getpid()


def _step_back_as_session(niceness: int) -> bool:
    """Let the session that we lead go behind other sessions.

    A kernel for desktops shares the processors out among sessions first: a nice value counts within
    one alone, and each process of ours leads its own (sched(7), "The autogroup feature").
    """
    try:
        _AUTOGROUP.write_text(str(niceness), encoding="ascii")
    except OSError:  # a kernel without, or one that was told a moment ago
        return False
    return True


def limit_memory(size: int) -> None:
    """Let allocations beyond ``size`` bytes fail, where the system can; once in a process.

    Of address space; on Windows of memory that is committed.
    """
    if sys.platform == "win32":
        job_object.limit(size)
    else:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or size < hard:
            resource.setrlimit(resource.RLIMIT_AS, (size, hard))
