"""Makes the packages of the queue, one at a time, for as long as the program runs.

Whatever befalls it, the queue's row tells it: a package is made, or it failed with a word for why,
or nobody wants it any more.  What cannot be told at once, since the store is busy, is told later.
"""

from __future__ import annotations

import logging
import threading

from console.errors import (
    Cancelled,
    DiskFull,
    EngineLost,
    FileTaken,
    LogMeddled,
    Problem,
    StoreProblem,
    VaultLocked,
)
from console.evidence.export_queue import ExportQueue
from console.evidence.making import Finished, Making, Workshop
from console.evidence.pace import Pace, PackageStop, Progress, Work
from console.evidence.problems import MasksRefused, PackageNotMade, PackageNotWritten
from console.evidence.rules import Cause, RequestRefused
from console.workers import Stop
from db.evidence_records import Package, PackageOutcome

LOOK_EVERY_S = 2.0
"""Another process may have queued something, and cannot wake us."""
_TRIES, _BUSY_S = 5, 1.0  # of telling the store that a package is made

log = logging.getLogger(__name__)


class Maker:
    """Takes from the queue.  Its own thread, or whichever calls ``make_next``; not the window's.

    Needs no gate: whoever queued a package was asked, and is asked for again when it is begun.
    """

    def __init__(
        self, queue: ExportQueue, shop: Workshop, woken: threading.Event | None = None
    ) -> None:
        """``woken`` is set by whoever queues something."""
        self._queue = queue
        self._shop = shop
        self._woken = woken or threading.Event()
        self._ending = Stop()
        self._measured: dict[Work, float] = {}
        self._owed: list[tuple[Package, Cause]] = []  # what the store was not told yet

    @property
    def pace(self) -> Pace:
        """How fast this PC made packages, as far as it is known.  Any thread."""
        copied, viewed = self._measured.get(Work.COPY), self._measured.get(Work.VIEW)
        return Pace(
            bytes_s=None if copied is None else copied / 2,
            view_s=None if viewed is None else viewed / 1000,
        )

    def wake(self) -> None:
        """There is something to do.  Any thread; returns at once."""
        self._woken.set()

    def end(self) -> None:
        """Give up what is being made, as interrupted: the program ends.  Any thread."""
        self._ending.set()
        self._woken.set()

    def run(self, stop: Stop) -> None:
        """Make whatever is queued, until ``stop`` is set."""
        while not self._is_over(stop):
            self._woken.clear()
            try:
                while not self._is_over(stop) and self._run_once(stop):
                    pass
            except StoreProblem as problem:
                log.info("the queue of exports cannot be read: %s", problem)
            except Exception:  # our bug in one package must not keep the next from being made
                log.exception("a package broke the maker; the next one is taken")
            if not self._is_over(stop):
                self._woken.wait(LOOK_EVERY_S)

    def take_up(self, stop: Stop) -> None:
        """Look at what processes left that ended: it is made where its medium has it whole.

        All else of it has failed, as interrupted.  Takes what reading a package takes; where
        ``stop`` is set meanwhile, the next call goes on.

        Raises StoreProblem: the store cannot be read or written.
        """
        try:
            for left in self._queue.left():
                self._adopt(left, stop)
        except Cancelled:
            return
        self._queue.restarted()

    def make_next(self, stop: Stop) -> Package | None:
        """Begin the next package and make it here and now; None: nothing waits, or one is made.

        Returns it as it is then: made, failed, or cancelled by somebody.  Where ``stop`` was set it
        has failed as interrupted.

        Raises:
            EngineLost: there is no engine here; nothing is begun.
            StoreProblem: the store cannot be read or written.

        """
        if self._shop.engine is None:
            raise EngineLost("there is no engine here")
        begun = self._queue.begin_next()
        return None if begun is None else self._make(begun, stop)

    def _run_once(self, stop: Stop) -> bool:
        """One package, if there is one; whether there was."""
        self._pay()
        self.take_up(stop)
        if self._is_over(stop):
            return False
        return self.make_next(stop) is not None

    def _make(self, begun: Package, outer: Stop) -> Package:
        both = _Either(outer, self._ending)
        stop = PackageStop(both, self._shop.clock, lambda: self._queue.is_wanted(begun))
        progress = Progress(begun.id, self._shop.clock, self._shop.post, self._measured)
        making = Making(self._shop, begun, stop, progress)
        try:
            self._keep(begun, making.make())
        except Cancelled:
            if not stop.unwanted:
                self._fail(begun, Cause.INTERRUPTED)
        except RequestRefused:
            log.info("package %s was cancelled when it was finished", begun.id)
        except Problem as problem:
            log.info("package %s: %s", begun.id, problem)
            self._fail(begun, Cause.INTERRUPTED if both.is_set() else cause_of(problem, making))
        except BaseException as error:
            stopped = isinstance(error, KeyboardInterrupt)
            self._fail(begun, Cause.INTERRUPTED if stopped else Cause.BROKEN)
            raise
        with self._shop.store.read() as unit:
            return unit.packages.package(begun.id)

    def _adopt(self, left: Package, outer: Stop) -> None:
        """Register a package that is whole.  Raises Cancelled: the program ends; StoreProblem."""
        both = _Either(outer, self._ending)
        # To its end, even if somebody cancels it meanwhile: then it has to lose its name.
        stop = PackageStop(both, self._shop.clock, lambda: True)
        progress = Progress(left.id, self._shop.clock, self._shop.post, self._measured)
        try:
            finished = Making(self._shop, left, stop, progress).left()
        except (Cancelled, StoreProblem):
            raise
        except Problem as problem:
            log.info("package %s cannot be looked for: %s", left.id, problem)
            return
        if finished is None:
            return
        try:
            self._queue.made(left, finished.made)
        except RequestRefused:  # somebody cancelled it, or another process was quicker
            with self._shop.store.read() as unit:
                outcome = unit.packages.package(left.id).outcome
            if outcome is PackageOutcome.CANCELLED:
                finished.take_back()

    def _keep(self, begun: Package, finished: Finished) -> None:
        """Tell the queue; what it does not take is no package of the station's."""
        for left in reversed(range(_TRIES)):
            try:
                self._queue.made(begun, finished.made)
            except RequestRefused:
                finished.take_back()
                raise
            except StoreProblem as problem:
                if left and not self._ending.wait(_BUSY_S):
                    log.info("a finished package is told again: %s", problem)
                    continue
                finished.take_back()
                raise
            return

    def _fail(self, begun: Package, cause: Cause) -> None:
        self._owed.append((begun, cause))
        try:
            self._pay()
        except StoreProblem as problem:
            log.warning("the store is told later why a package failed: %s", problem)

    def _pay(self) -> None:
        while self._owed:
            begun, cause = self._owed[0]
            try:
                self._queue.failed(begun, cause)
            except RequestRefused:  # somebody cancelled it, or began it anew
                log.info("package %s is not ours any more", begun.id)
            del self._owed[0]

    def _is_over(self, stop: Stop) -> bool:
        return stop.is_set() or self._ending.is_set()


class _Either(Stop):
    """Set when one of two is."""

    def __init__(self, one: Stop, other: Stop) -> None:
        super().__init__()
        self._both = (one, other)

    def is_set(self) -> bool:
        return super().is_set() or any(each.is_set() for each in self._both)


def cause_of(problem: Problem, making: Making) -> Cause:
    """A word for why a package was not made."""
    match problem:
        case PackageNotMade():
            return Cause(problem.cause)
        case PackageNotWritten():
            return Cause.MEDIUM_LOST if making.medium_lost else Cause.MEDIUM_REFUSED
        case DiskFull():
            return Cause.NO_ROOM
        case FileTaken():
            return Cause.NAME_TAKEN
        case EngineLost():
            return Cause.ENGINE_LOST
        case MasksRefused():
            return Cause.MASKS
        case LogMeddled():
            return Cause.LOG_MEDDLED
        case VaultLocked():
            return Cause.KEY_MISSING
        case _:
            return Cause.BROKEN
