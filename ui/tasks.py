"""Slow work off the GUI thread, answers back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from console.errors import Cancelled, Problem
from console.workers import Lane, Workers

T = TypeVar("T")


class Tasks(QObject):
    """Runs a plain call in a lane of ``Workers`` and brings its end back to the GUI thread.

    GUI thread only.
    """

    _ended = Signal(int, object)

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        # Who asked waits here, on the GUI thread: a worker's may not be the last to know a widget.
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Problem], None]]] = {}
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
        self._asked = number = self._asked + 1
        self._waiting[number] = (done, failed)
        future = self._workers.submit(work, lane)
        future.add_done_callback(lambda ended: self._ended.emit(number, ended))

    @Slot(int, object)
    def _finish(self, number: int, ended: Future[Any]) -> None:
        done, failed = self._waiting.pop(number)
        try:
            result = ended.result()
        except Problem as problem:
            if not _is_gone(failed):
                failed(problem)
        except (Cancelled, CancelledError):
            return
        else:
            if not _is_gone(done):
                done(result)


def _is_gone(told: Callable[..., None]) -> bool:
    """Whether ``told`` is a method, perhaps with arguments given, of a deleted QObject."""
    while isinstance(told, partial):
        told = told.func
    whose = getattr(told, "__self__", None)
    return isinstance(whose, QObject) and not isValid(whose)
