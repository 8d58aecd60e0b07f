"""The threads that decode for players: a few, each with a note of what is in its decoder.

What is asked for first is done first, stills behind what follows a clock.  Nobody waits here for an
answer: a piece of work tells its end itself.
"""

from __future__ import annotations

import contextlib
import itertools
import queue
from collections.abc import Callable, Iterator

from console.clock import Clock
from console.video.reel_decoder import Note
from console.workers import Stop, Workers

WORDS = 2  # of the note, a thread: camera and start of the file
Work = Callable[[Note], None]


class Projector:
    """Runs pieces of work on ``count`` threads."""

    def __init__(self, workers: Workers, clock: Clock, count: int, guests: int = 0) -> None:
        """``guests``: so many other threads may have decoders of their own; see ``guest``."""
        self._clock = clock
        self._queue: queue.PriorityQueue[tuple[int, int, Work | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._began_s: list[float | None] = [None] * (count + guests)
        self._free: queue.SimpleQueue[int] = queue.SimpleQueue()  # numbers of guests
        for number in range(count, count + guests):
            self._free.put(number)
        self.failed = False  # a thread died of a bug of ours
        self.words: memoryview | None = None  # shared with the engine, which reads it when we died
        self._stops = [
            workers.loop(f"decode-{number}", lambda stop, n=number: self._run(stop, n))  # type: ignore[misc]
            for number in range(count)
        ]

    def do(self, work: Work, *, patient: bool = False) -> None:
        """Do ``work`` soon; what is patient comes behind everything that is not."""
        self._queue.put((int(patient), next(self._order), work))

    @property
    def is_free(self) -> bool:
        """Whether nothing waits for a thread."""
        return self._queue.empty()

    def busy_s(self) -> float:
        """How long the longest decoding has been going on."""
        now_s = self._clock.monotonic_s()
        return max((now_s - s for s in self._began_s if s is not None), default=0.0)

    def close(self) -> None:
        """End the threads after what they are doing."""
        for stop in self._stops:
            stop.set()
            self._queue.put((-1, next(self._order), None))

    @contextlib.contextmanager
    def guest(self) -> Iterator[Note]:
        """Have what another thread decodes noted and watched as on our own; blocks for a place."""
        number = self._free.get()
        note = self._noting(number)
        try:
            yield note
        finally:
            note(0, 0)
            self._free.put(number)

    def _noting(self, number: int) -> Note:
        def note(camera: int, start_us: int) -> None:
            self._began_s[number] = self._clock.monotonic_s() if camera else None
            if self.words is not None and len(self.words) >= WORDS * (number + 1):
                self.words[WORDS * number + 1] = start_us
                self.words[WORDS * number] = camera

        return note

    def _run(self, stop: Stop, number: int) -> None:
        note = self._noting(number)
        try:
            while not stop.is_set():
                self._do_next(note)
        finally:
            self.failed = not stop.is_set()

    def _do_next(self, note: Note) -> None:
        """Wait for work and do it: what it belongs to, as a tile's pictures, may go afterwards."""
        _, _, work = self._queue.get()
        if work is not None:
            work(note)
