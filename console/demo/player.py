"""The demo's end of the process that plays the ward's cameras: ``ward-console demo-server``."""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from pathlib import Path

from console.errors import Problem
from console.platform.children import start_child
from console.workers import Stop, Workers

log = logging.getLogger(__name__)
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
    """A child process that serves the ward's cameras until ``close``, or our own end."""

    def __init__(self, cache: Path) -> None:
        """Start it, and with it the drawing of what is not in ``cache`` yet.  Returns at once."""
        self._ports: Future[Ports] = Future()
        self._child = start_child(
            ["demo-server", "--cache", str(cache)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def listen(self, workers: Workers, drawn: Callable[[float], None]) -> None:
        """Hear it out.  ``drawn`` is told what share of the scenes is drawn, 0 to 1.

        It is called on a thread of its own.
        """
        workers.loop("demo-player", lambda stop: self._listen(stop, drawn))

    def ports(self) -> Ports:
        """Wait until it listens: half a second, at most ``READY_S``.

        Raises:
            CamerasMissing: it ended, or did not get that far.
        """
        try:
            return self._ports.result(READY_S)
        except TooLate as late:
            raise CamerasMissing(f"the demo's cameras did not start in {READY_S:g} s") from late

    def close(self) -> None:
        """End it, for sure, within ``END_S``."""
        if self._child.stdin is not None:
            self._child.stdin.close()
        try:
            self._child.wait(END_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _listen(self, _: Stop, drawn: Callable[[float], None]) -> None:
        """Read its lines until it ends, which ``close`` sees to."""
        assert self._child.stdout is not None
        with self._child.stdout as lines:
            for line in lines:
                said = json.loads(line)
                if "port" in said:
                    self._ports.set_result(Ports(said["port"], said["off_port"]))
                elif "share" in said:
                    drawn(said["share"])
                else:
                    log.warning("the demo's cameras: %s", said.get("problem"))
        if not self._ports.done():
            self._ports.set_exception(CamerasMissing("the demo's cameras ended at once"))
