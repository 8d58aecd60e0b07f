"""The engine's worker processes: started, watched, ended for sure, replaced at once.

One process more than there are places waits, connected and idle: when a worker dies, tiles are
dark, and starting an interpreter on a full machine takes half a second that nobody has.
"""

from __future__ import annotations

import logging
import subprocess
from collections import deque
from collections.abc import Callable

from console.clock import Clock
from console.events import StreamFigures
from console.platform.blocks import Block
from console.video import wire
from console.video.peer import Peer
from db.records import CameraId
from db.structs import Struct, field

log = logging.getLogger(__name__)

SILENT_S = 6.0  # without a beat: the worker hangs in a decoder, and is killed
PAUSE_S = 3.0  # without a look: the PC slept or stood still, and no worker is to blame
START_S = 15.0  # from start to first word, on a very busy machine
STEADY_S = 5.0  # a worker that died sooner after its start than this was not steady
LONGEST_WAIT_S = 8.0
SPARE_AFTER_S = 3.0  # the next spare is started when the tiles are back
STRIKES = 2  # deaths while decoding the same camera …
STRIKE_WINDOW_S = 600.0  # … within this time
FAREWELL_S = 6.0  # a worker gives its disk four of them
_RECORDER_BYTES = 8


class Life:
    """One process: its line once it has said hello, and the note of what it is decoding."""

    def __init__(self, process: subprocess.Popen[bytes], now_s: float) -> None:
        self.process = process
        self.peer: Peer | None = None
        self.started_s = now_s
        self.beaten_s = now_s  # its last word, or what counts as one
        self._recorder = Block.create(_RECORDER_BYTES)
        self._word = self._recorder.view.cast("q")
        self._word[0] = wire.NOTHING

    def greet(self, peer: Peer, now_s: float) -> None:
        """It said hello."""
        self.peer = peer
        self.beaten_s = now_s
        peer.send(wire.Recorder(_RECORDER_BYTES, self._recorder.name), self._recorder)

    def is_over(self, now_s: float) -> bool:
        """Whether it ended, or hangs."""
        if self.process.poll() is not None:
            return True
        if self.peer is None:
            return now_s - self.beaten_s > START_S
        return now_s - self.beaten_s > SILENT_S

    def decoding(self) -> CameraId | None:
        """The camera whose bytes were in the decoder at the last moment."""
        camera = self._word[0]
        return CameraId(camera) if camera != wire.NOTHING else None

    def say_goodbye(self) -> None:
        """Ask it to end."""
        if self.peer is not None:
            self.peer.send(wire.Goodbye())

    def end(self, patience_s: float = 0.0) -> None:
        """End it, for sure; one that was said goodbye to has ``patience_s`` for that."""
        if self.peer is not None and patience_s > 0:
            try:
                self.process.wait(patience_s)
            except subprocess.TimeoutExpired:
                log.warning("worker %d does not end by itself", self.process.pid)
        if self.peer is not None:
            self.peer.hang_up()
        self.process.kill()
        self.process.wait()
        self._word.release()
        self._recorder.close()


class Hand(Struct):
    """A place in the crew, and whoever fills it now."""

    number: int
    life: Life | None = None
    start_at_s: float = 0.0
    unsteady: int = 0  # deaths in a row, each soon after its start
    pace: wire.Pace = field(default_factory=wire.Pace)
    figures: tuple[StreamFigures, ...] = ()

    @property
    def peer(self) -> Peer | None:
        """The line to the worker, once it has said hello."""
        return self.life.peer if self.life is not None else None


class Hands:
    """All workers.  Called by the engine's one thread only.

    ``ready`` is called whenever a place has a worker that listens.
    """

    def __init__(
        self, count: int, clock: Clock, start: Callable[[int], subprocess.Popen[bytes]]
    ) -> None:
        """``start`` starts a worker's process, with a number for its log."""
        self._clock = clock
        self._start_process = start
        self.all = [Hand(number) for number in range(count)]
        self._started = 0
        self._spare: Life | None = None
        self._spare_at_s = clock.monotonic_s() + SPARE_AFTER_S
        self._strikes: dict[CameraId, deque[float]] = {}
        self._looked_s = clock.monotonic_s()

    def start_due(self, ready: Callable[[Hand], None]) -> None:
        """Fill the places whose time has come, with the spare if there is one."""
        now_s = self._clock.monotonic_s()
        for hand in self.all:
            if hand.life is None and now_s >= hand.start_at_s:
                hand.life, self._spare = self._spare or self._start(), None
                self._spare_at_s = now_s + SPARE_AFTER_S
                if hand.life.peer is not None:
                    ready(hand)
        if self._spare is None and now_s >= self._spare_at_s:
            self._spare = self._start()

    def lost(self) -> list[Hand]:
        """The places whose worker ended or hangs, and must be cleaned up after.

        To be called some times a second: what passed beyond that, nobody could have said a word.
        """
        now_s = self._clock.monotonic_s()
        paused_s, self._looked_s = now_s - self._looked_s, now_s
        if paused_s > PAUSE_S:
            log.info("everything stood still for %.0f s", paused_s)
            for life in self._lives():
                life.beaten_s = now_s
        if self._spare is not None and self._spare.is_over(now_s):
            steady = now_s - self._spare.started_s >= STEADY_S
            self._spare.end()
            self._spare = None
            # As with places: only what dies again and again is given a pause.
            self._spare_at_s = now_s + (SPARE_AFTER_S if steady else LONGEST_WAIT_S)
        return [hand for hand in self.all if hand.life is not None and hand.life.is_over(now_s)]

    def greeted(self, pid: int, peer: Peer, ready: Callable[[Hand], None]) -> bool:
        """A worker said hello; False if it is not one of ours."""
        now_s = self._clock.monotonic_s()
        if self._spare is not None and self._spare.process.pid == pid:
            self._spare.greet(peer, now_s)
            return True
        for hand in self.all:
            if hand.life is not None and hand.life.process.pid == pid:
                hand.life.greet(peer, now_s)
                ready(hand)
                return True
        log.warning("a worker that nobody started said hello: pid %d", pid)
        return False

    def beaten(self, peer: Peer) -> None:
        """A worker lives."""
        for life in self._lives():
            if life.peer is peer:
                life.beaten_s = self._clock.monotonic_s()

    def ended(self, hand: Hand) -> CameraId | None:
        """Clean up after a worker that died or hung, and let its place be filled soon.

        Returns the camera that killed its decoder ``STRIKES`` times, to be left alone.
        """
        life = hand.life
        if life is None:
            return None
        now_s = self._clock.monotonic_s()
        lived_s = now_s - life.started_s
        culprit = life.decoding()
        life.end()
        hand.life = None
        # The first death is met at once.  Only a place whose workers die again and again,
        # each soon after its start, is given a pause.
        hand.unsteady = 0 if lived_s >= STEADY_S else hand.unsteady + 1
        pause_s = 0.25 * 2**hand.unsteady if hand.unsteady > 1 else 0.0
        hand.start_at_s = now_s + min(LONGEST_WAIT_S, pause_s)
        hand.figures = ()
        hand.pace = wire.Pace()
        log.warning(
            "worker %d ended after %.0f s, decoding %s; starting it again",
            hand.number,
            lived_s,
            "nothing" if culprit is None else f"camera {culprit}",
        )
        return culprit if culprit is not None and self._strike(culprit, now_s) else None

    def close(self) -> None:
        """End all workers, for sure: all at once, with time to write down what they have."""
        lives, until_s = self._lives(), self._clock.monotonic_s() + FAREWELL_S
        for life in lives:
            life.say_goodbye()
        for life in lives:
            life.end(patience_s=max(0.1, until_s - self._clock.monotonic_s()))
        for hand in self.all:
            hand.life = None
        self._spare = None

    def _lives(self) -> list[Life]:
        every = (self._spare, *(hand.life for hand in self.all))
        return [life for life in every if life is not None]

    def _start(self) -> Life:
        process = self._start_process(self._started)
        log.info("worker process %d started, pid %d", self._started, process.pid)
        self._started += 1
        return Life(process, self._clock.monotonic_s())

    def _strike(self, camera: CameraId, now_s: float) -> bool:
        strikes = self._strikes.setdefault(camera, deque(maxlen=STRIKES))
        strikes.append(now_s)
        return len(strikes) == STRIKES and now_s - strikes[0] <= STRIKE_WINDOW_S
