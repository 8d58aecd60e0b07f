"""Worker processes that load everything beforehand and wait for a word.

Python takes a second to load what a worker needs.  An engine that starts has its workers load
beside it; one that waits for another one's death (``standby``) has them ready.  So this module is
light: it is used before the engine's own is loaded.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from console.platform import processes
from console.platform.children import start_child

Start = Callable[..., subprocess.Popen[bytes]]


def usual_count() -> int:
    """A worker for each processor, and never fewer than two: one may die."""
    return max(2, processes.cores())


class Reserves:
    """Where the engine gets its workers' processes from.  One thread at a time."""

    def __init__(self, data: Path, start: Start = start_child) -> None:
        """For the station in ``data``."""
        self._command = ["worker", "--data", str(data), "--number"]
        self._start = start
        self._waiting: list[subprocess.Popen[bytes]] = []

    def prepare(self, count: int, *, gently: bool = False) -> None:
        """Start some that wait; ``gently``: nobody needs them soon."""
        for number in range(count):
            command = [*self._command, str(number), "--waits", *(["--gently"] if gently else [])]
            self._waiting.append(self._start(command, stdin=subprocess.PIPE))

    def start(self, number: int) -> subprocess.Popen[bytes]:
        """A process that begins to work now; ``number`` names the log of one that is new."""
        while self._waiting:
            process = self._waiting.pop(0)
            if process.poll() is None and process.stdin is not None:
                try:
                    with process.stdin as word:
                        word.write(b"begin\n")
                except OSError:  # it died this moment
                    process.kill()
                    process.wait()
                    continue
                return process
        return self._start([*self._command, str(number)])

    def close(self) -> None:
        """End those that still wait."""
        for process in self._waiting:
            if process.stdin is not None:
                process.stdin.close()
            process.kill()
            process.wait()
        self._waiting.clear()
