"""The demo's end of the process that plays the ward's cameras: ``ward-console demo-server``."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from typing import IO

from console.errors import Problem
from console.platform.children import start_child
from console.workers import Stop, Workers

READY_S = 20.0  # from its start to its ports, on a very busy machine
END_S = 3.0


class CamerasMissing(Problem):
    """The process that plays the demo's cameras did not start."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Where it listens, and a port at which nobody answers: a camera that is switched off."""

    rtsp: int
    off: int


class Player:
    """A child process that serves the ward's cameras as long as this is open."""

    def __init__(
        self, options: Sequence[str], workers: Workers, drawn: Callable[[int, int], None]
    ) -> None:
        """Start it.  ``drawn`` hears, from another thread, how many clips of how many are ready."""
        self._drawn = drawn
        self._ports: Future[Ports] = Future()
        self._child = start_child(
            ["demo-server", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        workers.loop("demo-player", self._listen)

    def ports(self) -> Ports:
        """Wait until it listens: half a second, at most ``READY_S``.

        Raises:
            CamerasMissing: it ended, or did not get that far.
        """
        try:
            return self._ports.result(READY_S)
        except Late as late:
            raise CamerasMissing(f"the demo's cameras did not start in {READY_S:g} s") from late

    def close(self) -> None:
        """End it.  It ends by itself when its stdin closes, or this process dies."""
        if self._child.stdin is not None:
            self._child.stdin.close()
        try:
            self._child.wait(END_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _listen(self, _: Stop) -> None:
        """Read its lines until it ends, which ``close`` sees to."""
        assert self._child.stdout is not None
        with self._child.stdout as lines:
            self._read(lines)
        if not self._ports.done():
            self._ports.set_exception(CamerasMissing("the demo's cameras ended at once"))

    def _read(self, lines: IO[bytes]) -> None:
        for line in lines:
            said = json.loads(line)
            if "port" in said:
                self._ports.set_result(Ports(said["port"], said["off_port"]))
            elif "done" in said:
                self._drawn(said["done"], said["total"])
