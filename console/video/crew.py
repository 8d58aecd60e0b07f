"""The engine's worker processes: started, watched, ended for sure, started again."""

from __future__ import annotations

import logging
import subprocess
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from console.clock import Clock
from console.events import StreamFigures
from console.platform.blocks import Block
from console.platform.children import start_child
from console.video import wire
from console.video.peer import Peer
from db.records import CameraId

log = logging.getLogger(__name__)

SILENT_S = 6.0  # without a beat: the worker hangs in a decoder, and is killed
START_S = 15.0  # from start to first word, on a very busy machine
LONGEST_WAIT_S = 8.0
STEADY_S = 20.0  # a worker that lived that long starts anew at once
STRIKES = 2  # deaths while decoding the same camera …
STRIKE_WINDOW_S = 600.0  # … within this time
QUARANTINE_S = 300.0
_RECORDER_BYTES = 8


@dataclass(slots=True)
class Hand:
    """One worker: its process, its line, and the note of what it is decoding."""

    number: int
    recorder: Block
    process: subprocess.Popen[bytes] | None = None
    peer: Peer | None = None
    started_s: float = 0.0
    beaten_s: float = 0.0
    start_at_s: float = 0.0
    wait_s: float = 0.25
    busy: float = 0.0
    late_s: float = 0.0
    figures: tuple[StreamFigures, ...] = ()

    def decoding(self) -> CameraId | None:
        """The camera whose bytes were in the decoder at the last moment."""
        words = self.recorder.view.cast("q")
        camera = words[0]
        words.release()
        return CameraId(camera) if camera else None


class Hands:
    """All workers.  Called by the engine's one thread only."""

    def __init__(self, count: int, clock: Clock, command: Callable[[int], list[str]]) -> None:
        self._clock = clock
        self._command = command
        self.all = [Hand(number, Block.create(_RECORDER_BYTES)) for number in range(count)]
        self._strikes: dict[CameraId, deque[float]] = {}

    def look(self) -> list[Hand]:
        """Start what is due, end what hangs.  Returns the workers that were given up."""
        now_s = self._clock.monotonic_s()
        given_up = []
        for hand in self.all:
            if hand.process is None:
                if now_s >= hand.start_at_s:
                    self._start(hand)
            elif hand.process.poll() is not None or self._hangs(hand, now_s):
                given_up.append(hand)
        return given_up

    def greeted(self, number: int, pid: int, peer: Peer) -> Hand | None:
        """A worker said hello; None if it is not one of ours."""
        hand = next((hand for hand in self.all if hand.number == number), None)
        if hand is None or hand.process is None or hand.process.pid != pid:
            log.warning("a worker that nobody started said hello: number %d, pid %d", number, pid)
            return None
        hand.peer = peer
        hand.beaten_s = self._clock.monotonic_s()
        peer.send(wire.Recorder(_RECORDER_BYTES, hand.recorder.name), hand.recorder)
        return hand

    def ended(self, hand: Hand) -> CameraId | None:
        """Clean up after a worker that died or hung, and let it start again soon.

        Returns the camera that killed it ``STRIKES`` times, which is then left alone.
        """
        now_s = self._clock.monotonic_s()
        culprit = hand.decoding()
        self._end(hand)
        steady = now_s - hand.started_s >= STEADY_S
        hand.wait_s = 0.0 if steady else min(LONGEST_WAIT_S, max(0.25, hand.wait_s * 2))
        hand.start_at_s = now_s + hand.wait_s
        hand.figures = ()
        hand.busy = hand.late_s = 0.0
        log.warning(
            "worker %d ended after %.0f s, decoding %s; starting it again",
            hand.number,
            now_s - hand.started_s,
            culprit or "nothing",
        )
        return culprit if culprit is not None and self._strike(culprit, now_s) else None

    def close(self) -> None:
        """End all workers, for sure."""
        for hand in self.all:
            if hand.peer is not None:
                hand.peer.send(wire.Goodbye())
        for hand in self.all:
            if hand.process is not None:
                try:
                    hand.process.wait(1.0)
                except subprocess.TimeoutExpired:
                    hand.process.kill()
            self._end(hand)
            hand.recorder.close()

    def _start(self, hand: Hand) -> None:
        words = hand.recorder.view.cast("q")
        words[0] = 0
        words.release()
        hand.started_s = self._clock.monotonic_s()
        hand.process = start_child(self._command(hand.number))
        log.info("worker %d started, pid %d", hand.number, hand.process.pid)

    def _hangs(self, hand: Hand, now_s: float) -> bool:
        if hand.peer is None:
            return now_s - hand.started_s > START_S
        return now_s - hand.beaten_s > SILENT_S

    def _end(self, hand: Hand) -> None:
        if hand.peer is not None:
            hand.peer.hang_up()
            hand.peer = None
        if hand.process is not None:
            hand.process.kill()
            hand.process.wait()
            if hand.process.stdin is not None:
                hand.process.stdin.close()
            hand.process = None

    def _strike(self, camera: CameraId, now_s: float) -> bool:
        strikes = self._strikes.setdefault(camera, deque(maxlen=STRIKES))
        strikes.append(now_s)
        return len(strikes) == STRIKES and now_s - strikes[0] <= STRIKE_WINDOW_S
