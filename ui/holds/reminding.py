"""Tells whoever sits here, once a day, what footage will soon be held no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import Problem
from console.workers import Lane
from ui.access.guard import Guard, Sitting
from ui.desk import Desk
from ui.messages import nobody_sat, sentence

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.holds import Holds, Reminder

_AGAIN_S = 3600.0


class Reminding(QObject):
    """Asks when somebody sits down, and each hour for those who stay.  GUI thread only."""

    told = Signal(str)  # a sentence for the notice bar

    def __init__(self, desk: Desk, holds: Holds, guard: Guard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._holds = holds
        self._guard = guard
        self._asked_s = desk.clock.monotonic_s()
        guard.changed.connect(self._on_sitting)

    @Slot()
    def tick(self) -> None:
        """A second is over."""
        if self._desk.clock.monotonic_s() - self._asked_s >= _AGAIN_S:
            self._ask()

    @Slot()
    def _on_sitting(self) -> None:
        self._ask()

    def _ask(self) -> None:
        if self._guard.sitting in {Sitting.PRESENT, Sitting.FREE}:
            self._asked_s = self._desk.clock.monotonic_s()
            holds = self._holds
            self._desk.tasks.run(
                holds.remind, done=self._on_reminded, failed=self._on_failed, lane=Lane.WRITE
            )

    def _on_reminded(self, reminder: Reminder | None) -> None:
        if reminder is None:
            return
        words = self.tr(
            "Holds that run out within a week: {count}, the first on {day}. Their footage is "
            "removed then. Ctrl+H in Review lists them; F2 prolongs one."
        )
        day = f"{reminder.first.astimezone():%d/%m/%Y %H:%M}"
        self.told.emit(words.format(count=reminder.count, day=day))

    def _on_failed(self, problem: Problem) -> None:
        if not nobody_sat(problem):
            self.told.emit(sentence(problem))
