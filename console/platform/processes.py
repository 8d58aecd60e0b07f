"""What a process asks of the system for itself: its cores, its rank, its limits."""

from __future__ import annotations

import os
import sys


def cores() -> int:
    """How many processors this process may use, at least 1."""
    if sys.platform == "win32":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


def step_back(niceness: int) -> None:
    """Let others go first: lower our own rank by ``niceness``; never raises it."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(niceness)


def limit_memory(size: int) -> None:
    """Let allocations beyond ``size`` bytes of address space fail, where the system can."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or size < hard:
            resource.setrlimit(resource.RLIMIT_AS, (size, hard))
