"""Every thread of the program starts here and ends here."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Which queue a piece of work waits in, so that a bookmark never waits for a report."""

    WRITE = "write"  # one thread: whatever changes the store, in order
    READ = "read"  # two threads: read-only work
    LONG = "long"  # two threads: probes, imports, exports
    STILLS = "stills"  # one thread: pictures of bookmarks, which no bookmark waits for
    DOOR = "door"  # one thread: who sits here, in order; each password takes a third of a second


_THREADS = {Lane.WRITE: 1, Lane.READ: 2, Lane.LONG: 2, Lane.STILLS: 1, Lane.DOOR: 1}


class Stop:
    """Asks a loop to end.  ``wait`` is the only sleep that a loop may use."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def wait(self, seconds: float) -> bool:
        """Sleep up to ``seconds``; True as soon as the loop must end."""
        return self._event.wait(seconds)

    def is_set(self) -> bool:
        """Whether the loop must end."""
        return self._event.is_set()

    def set(self) -> None:
        """End the loop.  Safe from any thread, any number of times."""
        self._event.set()


class Workers:
    """Named loops, and lanes for single pieces of work."""

    def __init__(self) -> None:
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._loops: list[tuple[threading.Thread, Stop]] = []
        self._closing = False
        self._lock = threading.Lock()  # leaf lock; guards the three above

    def loop(self, name: str, body: Callable[[Stop], None], stop: Stop | None = None) -> Stop:
        """Run ``body`` on a thread of its own until the stop that it is given is set."""
        stop = stop or Stop()
        thread = threading.Thread(target=_guard, args=(name, body, stop), name=name, daemon=True)
        with self._lock:
            self._loops = [(old, its) for old, its in self._loops if old.is_alive()]
            self._loops.append((thread, stop))
            if self._closing:
                stop.set()
            thread.start()
        return stop

    def submit(self, work: Callable[[], T], lane: Lane = Lane.READ) -> Future[T]:
        """Run ``work`` once in its lane.  After ``close`` it is cancelled instead."""
        with self._lock:
            if self._closing:
                late: Future[T] = Future()
                late.cancel()
                return late
            if lane not in self._lanes:
                self._lanes[lane] = ThreadPoolExecutor(_THREADS[lane], thread_name_prefix=lane)
            return self._lanes[lane].submit(work)

    def close(self, timeout_s: float = 5.0) -> list[str]:
        """Stop everything.  Returns the names of threads that did not end in time."""
        with self._lock:
            self._closing = True
            lanes = list(self._lanes.values())
            for _, stop in self._loops:
                stop.set()
        for pool in lanes:
            pool.shutdown(wait=True, cancel_futures=True)
        waited_for = {threading.current_thread()}
        while waiting := self._running() - waited_for:  # one that ends may begin another
            for thread in waiting:
                thread.join(timeout_s)
            waited_for |= waiting
        return sorted(thread.name for thread in self._running())

    def _running(self) -> set[threading.Thread]:
        with self._lock:
            return {thread for thread, _ in self._loops if thread.is_alive()}


def answers(works: Mapping[str, Callable[[], T]], timeout_s: float) -> dict[str, T]:
    """What each of ``works`` gives within ``timeout_s``, by its name.

    For a question that nobody can take back, as to a disk that hangs.  Each is asked on a thread of
    its own, which bears its name and ends when the answer comes.  Who is late, or answers with an
    OSError, is left out; while an old question of a name is open, it is not asked once more.
    """
    until_s = time.monotonic() + timeout_s
    found: dict[str, T] = {}
    lock = threading.Lock()  # leaf lock; guards found

    def ask(name: str, work: Callable[[], T]) -> None:
        with suppress(OSError):
            answer = work()
            with lock:
                found[name] = answer

    def begin(name: str) -> threading.Thread:
        thread = threading.Thread(target=ask, args=(name, works[name]), name=name, daemon=True)
        thread.start()
        return thread

    def ends(thread: threading.Thread) -> bool:
        thread.join(max(0.0, until_s - time.monotonic()))
        return not thread.is_alive()

    still_open = {each.name: each for each in threading.enumerate() if each.name in works}
    asked = [begin(name) for name in works if name not in still_open]
    asked += [begin(name) for name, old in still_open.items() if ends(old)]
    for thread in asked:
        ends(thread)
    with lock:
        return dict(found)


def _guard(name: str, body: Callable[[Stop], None], stop: Stop) -> None:
    try:
        body(stop)
    except Exception:  # a loop's last word: its thread has nobody else to tell
        log.exception("loop %s died", name)
