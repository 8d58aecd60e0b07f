"""A worker: the process in which cameras' bytes are read, decoded and painted.

One thread does it all, on a loop; a second one listens to the engine, a third one writes what is
recorded.  A worker is expendable:
whatever a camera's bytes do to it, the engine starts another and tells it everything again.
"""

from __future__ import annotations

import logging
import os
import statistics
import sys
from collections.abc import Hashable
from pathlib import Path

from console.clock import SystemClock
from console.platform import processes
from console.platform.blocks import Block
from console.platform.processes import Rank
from console.redaction import Redactor, logging_to
from console.video import wire
from console.video.canvas import Region, SlotPainter
from console.video.channel import reach
from console.video.disk import Disk
from console.video.feed import Feed
from console.video.live import Target
from console.video.looker import Sight
from console.video.loop import Loop
from console.video.means import Means
from console.video.peer import Peer
from console.video.recorder import Desk
from console.video.retry import KnockLimit
from console.video.station_time import StationTime
from console.workers import Workers
from db.records import CameraId

log = logging.getLogger(__name__)

MAX_MEMORY_BYTES = 6 << 30  # of address space, canvases included (S-14)
CATCH_UP = 8  # cameras that are shown anew at once: a page of 16 on two workers
_BEAT_S = 1.0
_LAST_WORD_S = 2.0  # for the loop to end by itself when the engine is gone


class Worker:
    """Follows the engine's word.  Loop thread only."""

    def __init__(self, means: Means, peer: Peer, redactor: Redactor) -> None:
        self._means = means
        self._loop = means.loop
        self._peer = peer
        self._redactor = redactor
        self._feeds: dict[CameraId, Feed] = {}
        self._canvases: dict[int, _Canvas] = {}
        self._recorder: memoryview | None = None
        self._beaten_s = self._loop.now_s()

    def heard(self, message: wire.Message, block: Block | None) -> None:
        """The engine said something."""
        match message:
            case wire.Assign():
                self._assign(message)
            case wire.Paint() if block is not None:
                self._paint(message, block)
            case wire.Hide():
                self._hide(message.canvas)
            case wire.Recorder() if block is not None:
                self._recorder = block.view.cast("q")
            case wire.Goodbye():
                self._loop.end()
            case _:
                log.warning("the engine sent %s", type(message).__name__)

    def beat(self) -> None:
        """Once a second: tell that we live, and what was done."""
        now_s = self._loop.now_s()
        seconds, self._beaten_s = now_s - self._beaten_s, now_s
        if seconds <= 0:
            return
        figures = [f for feed in self._feeds.values() if (f := feed.figures(seconds)) is not None]
        self._peer.send(wire.Beat(self._pace(seconds), tuple(figures)))

    def _pace(self, seconds: float) -> wire.Pace:
        shown = [feed for feed in self._feeds.values() if feed.places()]
        late_s = [feed.take_lateness_s() for feed in shown]
        pictures = [feed.take_pictures() for feed in shown]
        decoded, painted = (
            (sum(column) for column in zip(*pictures, strict=True)) if shown else (0, 0)
        )
        return wire.Pace(
            busy=min(1.0, max(0.0, 1.0 - self._loop.waited_s() / seconds)),
            late_s=statistics.median(late_s) if late_s else 0.0,
            unseen=1.0 - painted / decoded if decoded else 0.0,
        )

    def close(self) -> None:
        """Say goodbye to all cameras."""
        for feed in self._feeds.values():
            feed.close()

    def _assign(self, message: wire.Assign) -> None:
        wanted = {task.camera.camera_id: task for task in message.tasks}
        for camera in self._feeds.keys() - wanted.keys():
            self._feeds.pop(camera).close()
        left = CATCH_UP
        for camera, task in wanted.items():
            if task.camera.password is not None:
                self._redactor.hide(task.camera.password)
            if (feed := self._feeds.get(camera)) is not None:
                left -= feed.assign(task, catch_up=left > 0)
            else:
                feed = Feed(task, self._means, self._peer.send, self._note)
                self._feeds[camera] = feed
                self._place_on_all(camera, feed)

    def _paint(self, message: wire.Paint, block: Block) -> None:
        self._hide(message.canvas)
        self._canvases[message.canvas] = _Canvas(message, block)
        for spot in message.spots:
            if (feed := self._feeds.get(spot.camera_id)) is not None:
                self._place(message.canvas, spot, feed)

    def _hide(self, number: int) -> None:
        canvas = self._canvases.pop(number, None)
        if canvas is None:
            return
        for spot in canvas.message.spots:
            if (feed := self._feeds.get(spot.camera_id)) is not None:
                feed.place((number, spot.slot), None)
        canvas.close()

    def _place_on_all(self, camera: CameraId, feed: Feed) -> None:
        for number, canvas in self._canvases.items():
            for spot in canvas.message.spots:
                if spot.camera_id == camera:
                    self._place(number, spot, feed)

    def _place(self, number: int, spot: wire.Spot, feed: Feed) -> None:
        key: Hashable = (number, spot.slot)
        feed.place(key, Target(self._canvases[number].painter(spot)))

    def _note(self, camera: CameraId | None) -> None:
        if self._recorder is not None:
            self._recorder[0] = wire.NOTHING if camera is None else camera


class _Canvas:
    """A canvas as this worker sees it."""

    def __init__(self, message: wire.Paint, block: Block) -> None:
        self.message = message
        self._block = block
        self._painters: list[SlotPainter] = []

    def painter(self, spot: wire.Spot) -> SlotPainter:
        """The painter of a spot."""
        region = Region(spot.slot, spot.width, spot.height, spot.offset)
        painter = SlotPainter(self._block, region)
        self._painters.append(painter)
        return painter

    def close(self) -> None:
        """Let go of the memory."""
        for painter in self._painters:
            painter.release()
        self._block.close()


def main(data: Path, number: int, *, waits: bool = False) -> int:
    """Be a worker of the engine of the station in ``data``; returns the exit code.

    ``number`` only names the log.  ``waits``: until a line comes on standard input, or its end.
    """
    if waits and not sys.stdin.readline():
        return 0
    if (channel := reach(data)) is None:
        return 1  # the engine that started us is gone
    processes.step_back(Rank.DECODERS)
    processes.limit_memory(MAX_MEMORY_BYTES)
    redactor = Redactor()
    with logging_to(data, f"worker-{number}", redactor):
        threads = Workers()
        clock = SystemClock()
        loop = Loop(clock)
        peer = Peer("engine", channel, threads)
        disk = Disk(threads, loop.post)
        desk = Desk(loop, disk, StationTime(clock), peer.send, Sight(loop, threads))
        worker = Worker(Means(clock, loop, KnockLimit(), threads, desk, _give_up), peer, redactor)
        peer.start(
            lambda message, block: loop.post(lambda: worker.heard(message, block)),
            lambda: _end_for_sure(loop, threads),
        )
        peer.send(wire.Hello(wire.VERSION, wire.Role.WORKER, os.getpid()))
        loop.beat(_BEAT_S, worker.beat)
        loop.run()
        worker.close()
        if not disk.close():
            log.error("the disk does not end; what it did not take is mended later")
        peer.hang_up()
        threads.close(timeout_s=1.0)
    return 0


def _give_up(thread: str) -> None:
    """A library's read does not end: this process must, and the engine starts the next."""
    log.error("%s does not end; ending this worker instead", thread)
    os._exit(3)


def _end_for_sure(loop: Loop, threads: Workers) -> None:
    """The engine is gone: end, even if the loop hangs in a decoder."""
    loop.post(loop.end)
    threads.loop("last-word", lambda stop: None if stop.wait(_LAST_WORD_S) else os._exit(1))
