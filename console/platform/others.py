"""Other processes, by their number."""

from __future__ import annotations

import contextlib

import psutil


def lives(pid: int) -> bool:
    """Whether there is a process of that number; it may be another one by now."""
    return psutil.pid_exists(pid)


def end_tree(pid: int) -> None:
    """End a process and all that it started, for sure."""
    with contextlib.suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        for process in [*parent.children(recursive=True), parent]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
