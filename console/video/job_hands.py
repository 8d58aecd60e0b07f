"""The engine's job worker as a process: started when asked for, watched, ended, started again.

What was in its decoders when it died stands in a block that both map.  A file that was there at two
deaths is left alone from then on.  After a death one thread decodes where two did: then only one
file can be to blame for the next.
"""

from __future__ import annotations

import logging
import subprocess
from collections import deque
from pathlib import Path

from console.clock import Clock
from console.platform.blocks import Block
from console.platform.children import start_child
from console.video import wire
from console.video.crew import (
    LONGEST_WAIT_S,
    SILENT_S,
    START_S,
    STEADY_S,
    STRIKE_WINDOW_S,
    STRIKES,
)
from console.video.peer import Peer
from console.video.wire_footage import FileStart
from db.records import CameraId

log = logging.getLogger(__name__)

DECODERS = 2
GUESTS = 2  # viewing copies that may be made at once, each with a decoder
_WORDS = 2 * (DECODERS + GUESTS)
_BYTES = 8 * _WORDS


class JobHand:
    """The place of the one job worker.  The engine's thread only."""

    def __init__(self, clock: Clock, data: Path) -> None:
        self._clock = clock
        self._data = data
        self._process: subprocess.Popen[bytes] | None = None
        self._block: Block | None = None
        self._words: memoryview | None = None
        self._beaten_s = 0.0
        self._start_at_s = 0.0
        self._started_s = 0.0
        self._started = 0
        self._unsteady = 0
        self._suspicious = False
        self._strikes: dict[FileStart, deque[float]] = {}
        self.avoided: set[FileStart] = set()
        self.peer: Peer | None = None

    @property
    def runs(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def need(self) -> None:
        """Start it, unless it runs, or died a moment ago."""
        now_s = self._clock.monotonic_s()
        if self._process is not None or now_s < self._start_at_s:
            return
        decoders = 1 if self._suspicious else DECODERS
        self._block = Block.create(_BYTES)
        self._words = self._block.view.cast("q")
        options = {"--data": self._data, "--number": self._started, "--decoders": decoders}
        words = [str(word) for option in options.items() for word in option]
        self._process = start_child(["job", *words])
        self._beaten_s = self._started_s = now_s
        self._started += 1
        log.info("job worker started, pid %d", self._process.pid)

    def greeted(self, pid: int, peer: Peer) -> bool:
        """It said hello; False if it is not ours."""
        if self._process is None or self._process.pid != pid or self._block is None:
            log.warning("a job worker that nobody started said hello: pid %d", pid)
            return False
        self.peer = peer
        self.beaten()
        peer.send(wire.Recorder(_BYTES, self._block.name), self._block)
        return True

    def beaten(self) -> None:
        """It lives."""
        self._beaten_s = self._clock.monotonic_s()

    def is_lost(self) -> bool:
        """Whether it ended, or hangs."""
        if self._process is None:
            return False
        silent_s = self._clock.monotonic_s() - self._beaten_s
        return self._process.poll() is not None or silent_s > (
            SILENT_S if self.peer is not None else START_S
        )

    def ended(self) -> None:
        """Clean up after a death, and remember what it was decoding."""
        now_s = self._clock.monotonic_s()
        culprits = self._decoding()
        self._suspicious = bool(culprits)
        for culprit in culprits:
            strikes = self._strikes.setdefault(culprit, deque(maxlen=STRIKES))
            strikes.append(now_s)
            if len(strikes) == STRIKES and now_s - strikes[0] <= STRIKE_WINDOW_S:
                self.avoided.add(culprit)
                self._suspicious = False
        steady = now_s - self._started_s >= STEADY_S
        self._unsteady = 0 if steady else self._unsteady + 1
        pause_s = 0.25 * 2**self._unsteady if self._unsteady > 1 else 0.0
        self._start_at_s = now_s + min(LONGEST_WAIT_S, pause_s)
        log.warning("the job worker ended, decoding %s", culprits or "nothing")
        self._let_go(0.0)

    def end(self) -> None:
        """End it, politely first."""
        self._let_go(1.0)

    def _decoding(self) -> list[FileStart]:
        words = self._words
        if words is None:
            return []
        return [
            FileStart(CameraId(words[place]), words[place + 1])
            for place in range(0, _WORDS, 2)
            if words[place]
        ]

    def _let_go(self, patience_s: float) -> None:
        process, peer = self._process, self.peer
        self._process, self.peer = None, None
        if peer is not None and patience_s:
            peer.send(wire.Goodbye())
        if process is not None:
            try:
                process.wait(patience_s)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if peer is not None:
            peer.hang_up()
        if self._words is not None and self._block is not None:
            self._words.release()
            self._block.close()
        self._words, self._block = None, None
