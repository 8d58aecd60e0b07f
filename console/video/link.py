"""The console's end of the engine: finds or starts it, tells it what to show, hears from it.

The link keeps the whole of what was asked for.  When the engine dies, it is started again and
told everything anew; the canvases stay mapped, so the window never loses its last pictures.
"""

from __future__ import annotations

import itertools
import logging
import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.errors import EngineLost, EngineNewer
from console.events import (
    EngineChanged,
    EngineState,
    Measured,
    Noticed,
    Post,
    Reason,
    StreamChanged,
    StreamState,
)
from console.platform.blocks import Block
from console.platform.children import let_go, start_child
from console.video import canvas, wire
from console.video.channel import reach
from console.video.link_footage import LinkFootage
from console.video.mapped import MappedPictures
from console.video.peer import Peer
from console.video.ports import CameraSource, Place
from console.video.standby import AT_FIRST_S
from console.workers import Stop, Workers
from db.records import CameraId

log = logging.getLogger(__name__)

_KNOCK_S = 0.02  # between two looks for an engine that is starting
_START_S = 10.0
_HEIR_S = 0.5  # so long the one that waited for an engine's death may take; see ``standby``
_FAREWELL_S = 1.0
_LONGEST_WAIT_S = 5.0
_NOTICE_AFTER = 3  # failed starts in a row before the officer is told


class Link:
    """A ``LiveEngine`` and ``FootageEngine`` in another process.

    Everything but ``close``, ``cut``, ``view`` and ``snapshot`` returns at once.
    """

    def __init__(
        self,
        data: Path,
        post: Post,
        workers: Workers,
        *,
        engine_workers: int = 0,
        stays: bool = True,
        standby_after_s: float | None = AT_FIRST_S,
    ) -> None:
        """Start to look for the engine of the station in ``data``; events go to ``post``.

        ``stays``: what is to be recorded is recorded when this console has left, too.
        ``standby_after_s``: when a second engine is started that waits; None: never.
        """
        self._standby_after_s = standby_after_s
        self._data = data
        self._post = post
        self._workers = workers
        self._engine_workers = engine_workers
        self._stays = stays
        self._lock = threading.Lock()  # leaf lock; guards the four below
        self._peer: Peer | None = None
        self._cameras: tuple[CameraSource, ...] = ()
        self._canvases: dict[int, LinkedCanvas] = {}
        self._closing = False
        self._numbers = itertools.count(1)
        self._footage = LinkFootage(post, stays=stays)
        # With these a link is a ``FootageEngine``, too.
        self.set_recording = self._footage.set_recording
        self.player = self._footage.player
        self.cut = self._footage.cut
        self.snapshot = self._footage.snapshot
        self.view = self._footage.view
        self.engine_pid = 0  # the process that answered last
        self._lost = threading.Event()
        self._begun = EngineState.STARTED  # what is told once the engine has welcomed us
        self._is_newer = False  # the engine, than we are
        self._process: subprocess.Popen[bytes] | None = None
        self._stop = workers.loop("link", self._keep)

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        """See ``LiveEngine``."""
        with self._lock:
            self._cameras = tuple(cameras)
            if self._peer is not None:
                self._peer.send(wire.SetCameras(self._cameras))

    def canvas(self) -> LinkedCanvas:
        """See ``LiveEngine``."""
        with self._lock:
            number = next(self._numbers)
            made = LinkedCanvas(number, self._show)
            self._canvases[number] = made
        return made

    def close(self) -> None:
        """See ``LiveEngine``.  The engine ends by itself when no console needs it."""
        with self._lock:
            self._closing = True
            peer = self._peer
            canvases = list(self._canvases.values())
        self._stop.set()
        if peer is not None:
            if not self._stays:
                self.set_recording((), ())
            peer.send(wire.Goodbye())
            self._lost.wait(_FAREWELL_S)  # it hangs up when it has heard us
            peer.hang_up()
        self._lost.set()
        for made in canvases:
            made.close()
        self._footage.close()
        if self._process is not None:
            let_go(self._process)

    def _show(self, made: LinkedCanvas, shown: Shown | None) -> None:
        """Swap what ``made`` shows, and tell the engine; the old block is let go."""
        with self._lock:
            before, made.shown = made.shown, shown
            if shown is None:
                self._canvases.pop(made.number, None)
            if self._peer is not None and shown is not None:
                self._peer.send(shown.message, shown.block)
            elif self._peer is not None:
                self._peer.send(wire.Hide(made.number))
            if before is not None:
                before.block.close()

    def _keep(self, stop: Stop) -> None:
        """Keep a line to the engine; after a loss wait a little longer each time."""
        state = EngineState.STARTED
        wait_s, failures, told_of_newer = 0.0, 0, False
        while not stop.wait(wait_s):
            try:
                self._run_once(stop, state)
            except EngineNewer as problem:  # it stays so until this program is started anew
                if not told_of_newer:
                    log.warning("%s", problem)
                    self._post(Noticed(problem))
                told_of_newer, wait_s = True, _LONGEST_WAIT_S
                continue
            except EngineLost as problem:
                log.warning("%s", problem)
                failures += 1
                if failures == _NOTICE_AFTER:
                    self._post(Noticed(problem))
            else:
                failures = 0
            if stop.is_set():
                return
            wait_s = min(_LONGEST_WAIT_S, 0.1 * 2**failures) if failures else 0.05
            state = EngineState.RESTARTED

    def _run_once(self, stop: Stop, state: EngineState) -> None:
        """One line, from finding the engine to losing it.  Raises EngineLost, EngineNewer."""
        peer = self._find(stop, _HEIR_S if state is EngineState.RESTARTED else 0.0)
        if peer is None:
            return
        self._lost.clear()
        self._begun, self._is_newer = state, False
        peer.start(self._heard, self._lost.set)
        peer.send(wire.Hello(wire.VERSION, wire.Role.CONSOLE, os.getpid()))
        with self._lock:
            if self._closing:
                peer.hang_up()
                return
            self._peer = peer
            peer.send(wire.SetCameras(self._cameras))
            for made in self._canvases.values():
                if made.shown is not None:
                    peer.send(made.shown.message, made.shown.block)
        self._footage.found(peer)
        self._lost.wait()
        self._footage.lost()
        with self._lock:
            self._peer = None
            shown = {
                spot.camera_id
                for made in self._canvases.values()
                if made.shown is not None
                for spot in made.shown.message.spots
            }
        if self._is_newer:
            raise EngineNewer
        if not stop.is_set():
            self._post(EngineChanged(EngineState.LOST))
            for camera in sorted(shown):
                self._post(StreamChanged(camera, StreamState.CONNECTING, Reason.ENGINE_LOST))

    def _find(self, stop: Stop, patience_s: float) -> Peer | None:
        """A line to the engine, which is started if there is none after ``patience_s``.

        Raises:
            EngineLost: it does not start.
        """
        if (peer := self._await(stop, patience_s)) is not None or stop.is_set():
            return peer
        self._start()
        if (peer := self._await(stop, _START_S)) is not None or stop.is_set():
            return peer
        raise EngineLost(f"the engine did not start within {_START_S:g} s")

    def _await(self, stop: Stop, patience_s: float) -> Peer | None:
        """A line to an engine that runs, or comes within ``patience_s``."""
        waited_s = 0.0
        while (peer := self._knock()) is None and waited_s < patience_s:
            if stop.wait(_KNOCK_S):
                return None
            waited_s += _KNOCK_S
        return peer

    def _knock(self) -> Peer | None:
        channel = reach(self._data)
        return Peer("engine", channel, self._workers) if channel is not None else None

    def _start(self) -> None:
        if self._process is not None:
            let_go(self._process)  # an engine that ended is not left as a zombie
        command = ["engine", "--data", str(self._data)]
        if self._engine_workers:
            command += ["--workers", str(self._engine_workers)]
        if self._standby_after_s is None:
            command.append("--no-standby")
        else:
            command += ["--standby-after", str(self._standby_after_s)]
        self._process = start_child(command)

    def _heard(self, message: wire.Message, _block: Block | None) -> None:
        match message:
            case wire.Told():
                self._post(
                    StreamChanged(message.camera_id, message.state, message.reason, message.detail)
                )
            case wire.Figures():
                self._post(Measured(message.figures))
            case wire.Welcome() if message.version > wire.VERSION:
                self._is_newer = True  # it hangs up by itself
            case wire.Welcome() if message.version == wire.VERSION:
                self.engine_pid = message.pid
                log.info("talking to the engine, pid %d", message.pid)
                self._post(EngineChanged(self._begun))
            case wire.Welcome():
                log.info("the engine is of an older program; it makes room for ours")
            case _ if not self._footage.heard(message):
                log.warning("the engine sent %s", type(message).__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a canvas asked for, and the block that its pictures lie in."""

    message: wire.Show
    block: Block


class LinkedCanvas(MappedPictures):
    """A ``CanvasView`` over shared memory.  GUI thread only, but for ``shown``."""

    def __init__(self, number: int, swap: Callable[[LinkedCanvas, Shown | None], None]) -> None:
        super().__init__()
        self.number = number
        self.shown: Shown | None = None  # guarded by the link's lock
        self._swap = swap

    def show(self, places: Sequence[Place], upcoming: Sequence[CameraId] = ()) -> None:
        """See ``CanvasView``."""
        regions, size = canvas.plan(places)
        block = Block.create(size)
        self.look_at(block, regions)
        spots = tuple(
            wire.Spot(p.slot, p.camera_id, p.width, p.height, p.rank, region.offset)
            for p, region in zip(places, regions, strict=True)
        )
        message = wire.Show(self.number, size, block.name, spots, tuple(upcoming))
        self._swap(self, Shown(message, block))

    def close(self) -> None:
        """See ``CanvasView``."""
        self.let_go()
        self._swap(self, None)
