"""Slow work off the GUI thread, answers back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from console.errors import Cancelled, Problem
from console.workers import Lane, Workers

T = TypeVar("T")


class _Waiting(NamedTuple):
    """Who hears how a call ended."""

    done: Callable[[Any], None]
    failed: Callable[[Problem], None]
    shown_by: Callable[..., None] | None  # what of an older answer is of no use after a newer one


class Tasks(QObject):
    """Runs a plain call in a lane of ``Workers`` and brings its end back to the GUI thread.

    GUI thread only.
    """

    _ended = Signal(int, object)

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        # Who asked waits here, on the GUI thread: a worker's may not be the last to know a widget.
        self._waiting: dict[int, _Waiting] = {}
        self._asked = 0
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
        lane: Lane = Lane.READ,
    ) -> None:
        """Call ``work`` elsewhere, then ``done`` or ``failed`` here.

        A ``Problem`` goes to ``failed``; ``Cancelled`` to nobody; anything else is a bug and
        is raised on the GUI thread, where the crash notice is waiting.  A method of a widget that
        is gone by then is not called: nobody wants to know.
        """
        self._submit(work, lane, _Waiting(done, failed, None))

    def renew(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
        lane: Lane = Lane.READ,
    ) -> None:
        """``run`` for what shows a state: an answer that a later one has overtaken goes to nobody.

        Two threads read, so that a list that is read again twice, for two changes, may be answered
        in the other order; it would show for good what was so before the second change.  Questions
        of the same ``done``, a method that may have arguments given by ``partial``, overtake each
        other.  One that failed overtakes nothing: what is older is better than what is shown.

        Raises:
            TypeError: ``done`` is no method.
        """
        self._submit(work, lane, _Waiting(done, failed, _method(done)))

    def _submit(self, work: Callable[[], object], lane: Lane, waiting: _Waiting) -> None:
        self._asked = number = self._asked + 1
        self._waiting[number] = waiting
        future = self._workers.submit(work, lane)
        future.add_done_callback(lambda ended: self._ended.emit(number, ended))

    @Slot(int, object)
    def _finish(self, number: int, ended: Future[Any]) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return  # overtaken
        try:
            result = ended.result()
        except Problem as problem:
            if not _is_gone(waiting.failed):
                waiting.failed(problem)
        except (Cancelled, CancelledError):
            return
        else:
            if waiting.shown_by is not None:
                self._forget_older(number, waiting.shown_by)
            if not _is_gone(waiting.done):
                waiting.done(result)

    def _forget_older(self, number: int, shown_by: Callable[..., None]) -> None:
        for older in [each for each in self._waiting if each < number]:
            if self._waiting[older].shown_by == shown_by:
                del self._waiting[older]


def _method(told: Callable[..., None]) -> Callable[..., None]:
    method = _without_arguments(told)
    if not hasattr(method, "__self__"):
        raise TypeError(f"{told} is no method: nobody could tell what it is shown by")
    return method


def _is_gone(told: Callable[..., None]) -> bool:
    """Whether ``told`` is a method, perhaps with arguments given, of a deleted QObject."""
    whose = getattr(_without_arguments(told), "__self__", None)
    return isinstance(whose, QObject) and not isValid(whose)


def _without_arguments(told: Callable[..., None]) -> Callable[..., None]:
    while isinstance(told, partial):
        told = told.func
    return told
