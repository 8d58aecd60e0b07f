"""A second engine that waits: when the first one dies, footage and pictures go on within a second.

The engine starts it and tells it the newest orders; an engine that ends in peace says goodbye.  A
line that breaks without that is a death.  Then the one who waited becomes the engine, with worker
processes that have loaded everything already: Python takes two seconds for that, footage has not
got them.  Nobody needs a window for it: at night the footage goes on by itself.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
from collections.abc import Iterable
from pathlib import Path

from console.clock import Clock
from console.platform.children import start_child
from console.video import wire
from console.video.channel import reach
from console.video.peer import Peer
from console.video.ports import CameraSource
from console.video.reserves import Reserves, Start
from console.video.wire_footage import SetRecording
from console.workers import Workers
from db.structs import Frozen

log = logging.getLogger(__name__)

COMMAND = "standby"
AT_FIRST_S = 60.0  # the pictures of a start come first
AGAIN_S = 60.0  # one that ended by itself will end again
STEADY_S = 60.0
LONGEST_LINE = 30
"""So many heirs in a row, each dead within ``STEADY_S``: the next one leaves it to the consoles."""
_FAREWELL_S = 1.0


class Legacy(Frozen):
    """What a dead engine left to the one who waited."""

    cameras: tuple[CameraSource, ...] = ()
    recording: SetRecording | None = None  # None: nobody knows; the consoles will tell
    heirs: int = 1  # how many engines in a row died young; 0: nobody died


class Standby:
    """The engine's end.  The engine's thread only."""

    def __init__(
        self,
        data: Path,
        workers: int,
        clock: Clock,
        heirs: int,
        *,
        after_s: float | None = AT_FIRST_S,
        start: Start = start_child,
    ) -> None:
        """``after_s``: how long after a start of the station it is started; None: never.

        ``heirs``: see ``Legacy``; whoever followed a dead engine needs a follower at once.
        """
        self._wanted = after_s is not None
        self._start = start
        self._options = ["--data", str(data), "--workers", str(workers)]
        self._clock = clock
        self._heirs = heirs
        self._born_s = clock.monotonic_s()
        self._start_at_s = self._born_s + (0.0 if heirs or after_s is None else after_s)
        self._process: subprocess.Popen[bytes] | None = None
        self._peer: Peer | None = None
        self._told: tuple[wire.Message, ...] = ()

    def look(self) -> None:
        """Start it when it is time, and again when it ended.  To be called some times a second."""
        now_s = self._clock.monotonic_s()
        if self._process is not None and self._process.poll() is not None:
            log.warning("the standby ended with %d", self._process.returncode)
            self._process, self._peer = None, None
            self._start_at_s = now_s + AGAIN_S
        if self._wanted and self._process is None and now_s >= self._start_at_s:
            self._process = self._start([COMMAND, *self._options, "--heirs", str(self._heirs)])
            log.info("standby started, pid %d", self._process.pid)

    def greeted(self, pid: int, peer: Peer) -> bool:
        """It said hello; False if it is not ours."""
        if self._process is None or self._process.pid != pid:
            return False
        self._peer = peer
        for message in self._told:
            peer.send(message)
        return True

    def tell(self, cameras: Iterable[CameraSource], recording: SetRecording) -> None:
        """What is to be gone on with from now on."""
        told: tuple[wire.Message, ...] = (wire.SetCameras(tuple(cameras)), recording)
        if told != self._told:
            self._told = told
            for message in told:
                if self._peer is not None:
                    self._peer.send(message)

    def dismiss(self) -> None:
        """The engine ends in peace: nobody shall follow it."""
        if self._peer is not None:
            self._peer.send(wire.Goodbye())

    def end(self) -> None:
        """End it for sure, after ``dismiss``; it may take a second."""
        if self._process is None:
            return
        if self._peer is not None:
            try:
                self._process.wait(_FAREWELL_S)
            except subprocess.TimeoutExpired:
                log.warning("the standby does not end by itself")
            self._peer.hang_up()
        self._process.kill()
        self._process.wait()


def wait(data: Path, reserves: Reserves, workers: int, clock: Clock, heirs: int) -> Legacy | None:
    """Wait until the engine of the station in ``data`` dies; None if nobody is to follow it.

    Meanwhile ``workers`` processes are made ready.
    """
    born_s = clock.monotonic_s()
    threads = Workers()
    inbox: queue.SimpleQueue[wire.Message | None] = queue.SimpleQueue()
    left = Legacy()
    if (channel := reach(data)) is not None:
        peer = Peer("engine", channel, threads)
        peer.start(lambda message, _: inbox.put(message), lambda: inbox.put(None))
        peer.send(wire.Hello(wire.VERSION, wire.Role.STANDBY, os.getpid()))
        reserves.prepare(workers, gently=not heirs)
        while (message := inbox.get()) is not None:
            match message:
                case wire.SetCameras():
                    left = Legacy(message.cameras, left.recording)
                case SetRecording():
                    left = Legacy(left.cameras, message)
                case wire.Goodbye():
                    peer.hang_up()
                    threads.close()
                    return None
                case _:
                    continue
        threads.close()
    young = clock.monotonic_s() - born_s < STEADY_S
    heirs = heirs + 1 if young else 1
    return Legacy(left.cameras, left.recording, heirs) if heirs <= LONGEST_LINE else None
