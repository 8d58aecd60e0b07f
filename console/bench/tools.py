"""What all of the bench needs: programs that are there, patience, an end of what it starts."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from console.clock import Clock
from console.errors import Problem
from console.workers import Stop

_PACKAGES = {
    "ffmpeg": "ffmpeg",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openssl": "openssl",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
}
_MEMORY = Path("/dev/shm")
_END_S = 6.0  # an engine that lost its window is gone after 5 s


class MissingTools(Problem):
    """The bench needs programs that are not installed; the text says what to install."""

    def __init__(self, packages: list[str]) -> None:
        super().__init__(f"the bench needs more programs: apt-get install {' '.join(packages)}")
        self.packages = packages


class BenchFailed(Problem):
    """Something did not come as it must, so there is no figure."""


def need(*programs: str) -> None:
    """See that programs are installed.

    Raises:
        MissingTools: names the packages of those that are not.
    """
    missing = [_PACKAGES[program] for program in programs if shutil.which(program) is None]
    if missing:
        raise MissingTools(missing)


@contextlib.contextmanager
def in_memory() -> Iterator[Path]:
    """A folder for what must not wait for a disk; it is gone after the block."""
    memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="ward-bench-", dir=memory) as folder:
        yield Path(folder)


class Patience:
    """Waiting with an end, and the time.  The main thread's alone."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._stop = Stop()

    def rest(self, seconds: float) -> None:
        """Do nothing for a while."""
        self._stop.wait(max(0.0, seconds))

    def until(
        self, what: str, ready: Callable[[], bool], *, within_s: float, every_s: float = 0.01
    ) -> float:
        """Wait until ``ready`` says so; returns when that was, on ``Clock.monotonic_s``.

        Raises:
            BenchFailed: it does not within ``within_s``; the text begins with ``what``.
        """
        end_s = self.clock.monotonic_s() + within_s
        while not ready():
            if self.clock.monotonic_s() >= end_s:
                raise BenchFailed(f"{what}: not within {within_s:g} s")
            self._stop.wait(every_s)
        return self.clock.monotonic_s()


def tree(pid: int) -> list[psutil.Process]:
    """A process and all that it started, the process itself first; empty if it is gone."""
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


@contextlib.contextmanager
def ended(*processes: subprocess.Popen[bytes]) -> Iterator[None]:
    """End programs and their trees with the block: asked first, killed if they stay."""
    try:
        yield
    finally:
        families = [member for process in processes for member in tree(process.pid)]
        for process in processes:
            process.terminate()
        _, left = psutil.wait_procs(families, timeout=_END_S)
        for straggler in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                straggler.kill()
        for process in processes:
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
