"""Asks for pictures of what is to be exported, one at a time; a new wish takes the old place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from console.errors import FootageMissing, Problem
from console.workers import Lane, Stop
from db.records import CameraId
from ui.evidence.reach import Reach
from ui.pictures import read_picture
from ui.tasks import Tasks

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.peeks import Peeks

_MOST_MIB = 256  # of one picture: 8192 x 8192


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that was asked for at ``at_us``, and is of ``shown_us``."""

    camera_id: CameraId
    at_us: int
    shown_us: int
    image: QImage


@dataclass(frozen=True, slots=True)
class Lack:
    """There is none at ``at_us``; ``next_us`` is where there is footage, None: nowhere."""

    camera_id: CameraId
    at_us: int
    next_us: int | None


class Peeking(QObject):
    """What comes is of the last wish but one at most: while somebody scrubs, pictures follow."""

    came = Signal(object)  # Shown
    lacked = Signal(object)  # Lack
    failed = Signal(object)  # Problem

    def __init__(self, tasks: Tasks, peeks: Peeks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._peeks = peeks
        self._stop = Stop()
        self._next: tuple[Reach, int] | None = None
        self.is_busy = False  # whether a picture is on its way

    def want(self, reach: Reach, at_us: int) -> None:
        """Ask for the picture of an instant that is wanted."""
        self._next = reach, at_us
        if not self.is_busy:
            self._ask()

    def close(self) -> None:
        """Nobody looks any more: nothing comes, and the log is told what was looked at."""
        self._next = None
        if not self._stop.is_set():
            self._stop.set()
            self._tasks.run(self._peeks.written, done=_ignore, failed=_ignore, lane=Lane.STILLS)

    def _ask(self) -> None:
        if self._next is None or self._stop.is_set():
            return
        (reach, at_us), self._next = self._next, None
        self.is_busy = True
        self._tasks.run(
            _look(self._peeks, reach, at_us, self._stop),
            done=self._on_done,
            failed=self._on_failed,
            lane=Lane.STILLS,
        )

    def _on_done(self, found: Shown | Lack) -> None:
        self.is_busy = False
        if not self._stop.is_set():
            (self.came if isinstance(found, Shown) else self.lacked).emit(found)
            self._ask_on()

    def _on_failed(self, problem: Problem) -> None:
        self.is_busy = False
        if not self._stop.is_set():
            self.failed.emit(problem)
            self._ask_on()

    def _ask_on(self) -> None:
        if not self.is_busy:  # whoever heard of it may have asked already
            self._ask()


def _look(peeks: Peeks, reach: Reach, at_us: int, stop: Stop) -> Callable[[], Shown | Lack]:
    """What is done elsewhere: it knows no widget."""

    def look() -> Shown | Lack:
        camera_id = reach.camera_id
        try:
            peek = peeks.picture(reach.line_at(at_us), at_us, stop=stop)
        except FootageMissing:
            return Lack(camera_id, at_us, peeks.next_from(reach.lines, at_us))
        image = read_picture(peek.picture, _MOST_MIB)
        if image.isNull():
            return Lack(camera_id, at_us, peeks.next_from(reach.lines, at_us))
        return Shown(camera_id, at_us, peek.shown_us, image)

    return look


def _ignore(_: object) -> None:
    """What was looked at is kept for the next time that something is written."""
