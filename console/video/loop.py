"""A worker's one thread: sockets that became ready, and calls that became due."""

from __future__ import annotations

import heapq
import itertools
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable

from console.clock import Clock

_READ_BYTES = 256 * 1024


class Timer:
    """A call that will be made; ``cancel`` takes it back."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[[], None]) -> None:
        self._call: Callable[[], None] | None = call

    def cancel(self) -> None:
        """Do not make the call."""
        self._call = None

    def fire(self) -> None:
        """Make the call, unless it was taken back."""
        if (call := self._call) is not None:
            self._call = None
            call()


class Loop:
    """Runs everything of one worker on one thread; ``post`` alone is safe from another."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.buffer = bytearray(_READ_BYTES)  # whoever reads uses it, and copies what must stay
        self._selector = selectors.DefaultSelector()
        self._beat: Callable[[], None] | None = None
        self._beat_every_s = 0.0
        self._beat_at_s = 0.0
        self._timers: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._ending = False
        self._waiting_s = 0.0
        self._posted: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()  # leaf lock; guards _awake
        self._awake = False  # a wake-up byte is on its way
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._selector.register(self._ear, selectors.EVENT_READ, self._on_posted)

    def now_s(self) -> float:
        """The monotonic clock."""
        return self._clock.monotonic_s()

    def watch(self, sock: socket.socket, events: int, call: Callable[[int], None]) -> None:
        """Call ``call`` with the ready events of ``sock``; replaces an earlier watch."""
        if sock.fileno() in self._selector.get_map():
            self._selector.modify(sock, events, call)
        else:
            self._selector.register(sock, events, call)

    def unwatch(self, sock: socket.socket) -> None:
        """Do not look at ``sock`` any more.  Call it before the socket is closed."""
        if sock.fileno() in self._selector.get_map():
            self._selector.unregister(sock)

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Make ``call`` after ``seconds``."""
        timer = Timer(call)
        heapq.heappush(self._timers, (self.now_s() + seconds, next(self._order), timer))
        return timer

    def beat(self, seconds: float, call: Callable[[], None]) -> None:
        """Make ``call`` every ``seconds``, also in the midst of a long round; one call a loop.

        When the PC has no time for us, seconds of video wait in every socket: a round then takes
        seconds, too, and whoever listens for a sign of life must not take that for a hang.
        """
        self._beat, self._beat_every_s = call, seconds
        self._beat_at_s = self.now_s() + seconds

    def post(self, call: Callable[[], None]) -> None:
        """Make ``call`` on the loop's thread soon.  Safe from any thread."""
        self._posted.append(call)
        with self._lock:
            if not self._awake:
                self._awake = True
                self._mouth.send(b"!")

    def end(self) -> None:
        """Let ``run`` return after the present round."""
        self._ending = True

    def waited_s(self) -> float:
        """Seconds spent waiting for something to do since this was asked last."""
        waited, self._waiting_s = self._waiting_s, 0.0
        return waited

    def run(self) -> None:
        """Serve until ``end``."""
        while not self._ending:
            began_s = self.now_s()
            ready = self._selector.select(self._pause_s(began_s))
            self._waiting_s += self.now_s() - began_s
            for key, events in ready:
                # What the engine says goes first: a round may be long when much was waiting.
                self._make_posted()
                self._beat_if_due()
                # An earlier call of this round may have let go of this socket, and its number may
                # be another's by now.
                known = self._selector.get_map().get(key.fd)
                if known is not None and known.fileobj is key.fileobj:
                    known.data(events)
            self._beat_if_due()
            self._fire_due()

    def close(self) -> None:
        """Let go of the loop's own sockets."""
        self._selector.close()
        self._ear.close()
        self._mouth.close()

    def _pause_s(self, now_s: float) -> float:
        due = [1.0]
        if self._timers:
            due.append(self._timers[0][0] - now_s)
        if self._beat is not None:
            due.append(self._beat_at_s - now_s)
        return max(0.0, min(due))

    def _beat_if_due(self) -> None:
        now_s = self.now_s()
        if self._beat is not None and now_s >= self._beat_at_s:
            self._beat_at_s = now_s + self._beat_every_s
            self._beat()

    def _fire_due(self) -> None:
        now_s = self.now_s()
        while self._timers and self._timers[0][0] <= now_s:
            _, _, timer = heapq.heappop(self._timers)
            timer.fire()

    def _on_posted(self, _events: int) -> None:
        with self._lock:
            self._awake = False
            self._ear.recv(64)
        self._make_posted()

    def _make_posted(self) -> None:
        while self._posted:
            self._posted.popleft()()
