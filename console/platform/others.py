"""Other processes, by their number."""

from __future__ import annotations

import contextlib
from datetime import datetime

import psutil

_CLOCK_SLACK_S = 5.0  # the system tells to the second when it started, and clocks are set a little


def lives(pid: int) -> bool:
    """Whether there is a process of that number; it may be another one by now."""
    return psutil.pid_exists(pid)


def ran_at(pid: int, at: datetime) -> bool:
    """Whether the process of that number runs since ``at`` or before: else it got it later.

    Both are told by the PC's clock.  Where that was set forward by more than some seconds since
    ``at``, a process may be taken for a later one; set back, a later one for this.
    """
    try:
        began_s = psutil.Process(pid).create_time()
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:  # it is there, and tells nothing of itself
        return True
    return began_s <= at.timestamp() + _CLOCK_SLACK_S


def end_tree(pid: int) -> None:
    """End a process and all that it started, for sure."""
    with contextlib.suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        for process in [*parent.children(recursive=True), parent]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
