"""Sending a password to the core from one button, and saying how that ended."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton
from shiboken6 import isValid

from console.errors import Problem, SheetRefused, SignInRefused
from console.workers import Lane
from ui.desk import Desk
from ui.messages import sentence

T = TypeVar("T")

_LOOK_MS = 250


class Attempt(QObject):
    """One try at a time.  After a refusal the button waits, and the seconds are counted down."""

    failed = Signal(object)  # the Problem, when it was said

    def __init__(self, desk: Desk, button: QPushButton, message: QLabel) -> None:
        """``button`` sends, ``message`` is where it is said what went wrong."""
        super().__init__(button)
        self._desk = desk
        self._button = button
        self._message = message
        self._busy = False
        self._until_s = 0.0
        self.wait_words = ""  # what is said instead while it must wait, with {seconds}
        self._is_sheet = False  # whether the newest refusal was of the recovery sheet's code
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Call ``work`` on a worker's thread, then ``done``; nothing while it must wait."""
        if self._busy or self._left_s() > 0:
            return
        self._busy = True
        self._button.setEnabled(False)
        self._message.clear()
        self._desk.tasks.run(
            work,
            done=lambda result: self._on_done(result, done),
            failed=self._on_failed,
            lane=Lane.DOOR,  # a bookmark must not wait for a password
        )

    @Slot()
    def look(self) -> None:
        """Count down; a timer calls this."""
        left_s = self._left_s()
        if left_s > 0:
            words = self.tr("Name and password do not fit. Try again in {seconds} s.")
            if self._is_sheet:
                words = self.tr("This code does not fit. Try again in {seconds} s.")
            words = self.wait_words or words
            self._message.setText(words.format(seconds=math.ceil(left_s)))
            return
        if self._timer.isActive():
            self._message.clear()
        self._timer.stop()
        self._button.setEnabled(not self._busy)

    def _left_s(self) -> float:
        return self._until_s - self._desk.clock.monotonic_s()

    def _on_done(self, result: T, done: Callable[[T], None]) -> None:
        # The card or dialog may have been closed meanwhile; then nobody wants to know.
        if isValid(self):
            self._busy = False
            self._button.setEnabled(True)
            done(result)

    def _on_failed(self, problem: Problem) -> None:
        if not isValid(self):
            return
        self._busy = False
        self._button.setEnabled(True)
        self._message.setText(sentence(problem))
        if isinstance(problem, SignInRefused) and problem.wait_s > 0:
            self._is_sheet = isinstance(problem, SheetRefused)
            self._until_s = self._desk.clock.monotonic_s() + problem.wait_s
            self._button.setEnabled(False)
            self._timer.start()
            self.look()
        self.failed.emit(problem)
