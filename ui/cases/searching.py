"""Searches while one types: one at a time, what was typed last wins, pages as they are wanted.

How many there are, and what they have in common, is asked once the rows are on screen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from db.find_records import Place
from ui.desk import Desk

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.finding import Counted, Finding

WAIT_MS = 150  # after the last letter
FIRST_PAGE, PAGE = 30, 60


class Searching(QObject):
    """Asks ``console.finding`` off the GUI thread.

    No two searches run at once: what is typed meanwhile waits, and only the last of it is asked.
    Nor are two counted at once, for these take longer: a search never finds both readers counting.
    """

    began = Signal()
    found = Signal(object, bool)  # the Finding, and whether it is the first page
    counted = Signal(object)  # the Counted of what was found last
    failed = Signal(object)  # the Problem
    count_failed = Signal(object)  # the Problem; the rows are there all the same

    def __init__(self, desk: Desk, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._console = console
        self._text = ""
        self._further: Place | None = None
        self._running = False
        self._due = False  # another text waits for the one that runs
        self._round = 0  # rises with each text: an answer to an earlier one is let fall
        self._found_round = self._counted_round = -1  # whose rows are there, and are counted
        self._counting = False
        self._count_due = False  # rows came while those of another text were counted
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._begin)

    @property
    def text(self) -> str:
        """What is or was looked for last."""
        return self._text

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running or self._due or self._timer.isActive()

    @property
    def is_counting(self) -> bool:
        """Whether what was found is still to be counted: it waits until the rows are painted."""
        return self._counting or self._found_round == self._round != self._counted_round

    @property
    def is_whole(self) -> bool:
        """Whether nothing more is to be found."""
        return self._further is None

    def ask(self, text: str, *, at_once: bool = False) -> None:
        """Look for ``text``, in a moment or now."""
        self._text = text
        self._round += 1
        self._count_due = False
        if at_once:
            self._begin()
        else:
            self._timer.start()

    @Slot()
    def ask_more(self) -> None:
        """Go on where the last page ended."""
        if self._further is not None and not self.is_busy:
            self._run(self._further)

    @Slot()
    def count(self) -> None:
        """Count what was found, now that its rows are on screen."""
        if self._found_round != self._round:
            return  # another text is looked for, and will be counted
        if self._counting:
            self._count_due = True
        else:
            self._count()

    def stop(self) -> None:
        """No answer is wanted any more."""
        self._round += 1
        self._timer.stop()
        self._due = self._count_due = False
        self._further = None

    @Slot()
    def _begin(self) -> None:
        self._timer.stop()
        self._further = None
        if self._running:
            self._due = True
        else:
            self._run(None)

    def _run(self, before: Place | None) -> None:
        self._running = True
        finding, text, its_round = self._console.find, self._text, self._round
        limit = FIRST_PAGE if before is None else PAGE
        self.began.emit()
        self._desk.tasks.run(
            lambda: finding.find(text, before, limit),
            done=partial(self._on_found, its_round, before is None),
            failed=partial(self._on_failed, its_round),
        )

    def _on_found(self, its_round: int, first: bool, finding: Finding) -> None:
        if self._ended(its_round):
            self._further = finding.further
            self._found_round = its_round
            self.found.emit(finding, first)

    def _on_failed(self, its_round: int, problem: Problem) -> None:
        if self._ended(its_round):
            self.failed.emit(problem)

    def _count(self) -> None:
        self._counting = True
        finding, text = self._console.find, self._text
        self._desk.tasks.run(
            lambda: finding.count(text),
            done=partial(self._on_counted, self._round),
            failed=partial(self._on_count_failed, self._round),
        )

    def _on_counted(self, its_round: int, counted: Counted) -> None:
        if self._count_ended(its_round):
            self.counted.emit(counted)

    def _on_count_failed(self, its_round: int, problem: Problem) -> None:
        if self._count_ended(its_round):
            self.count_failed.emit(problem)

    def _count_ended(self, its_round: int) -> bool:
        """As ``_ended``, for counting."""
        self._counting = False
        if self._count_due:
            self._count_due = False
            self._count()
            return False
        self._counted_round = its_round
        return its_round == self._round

    def _ended(self, its_round: int) -> bool:
        """Let what waits begin; whether the answer is still wanted."""
        self._running = False
        if self._due:
            self._due = False
            self._run(None)
            return False
        return its_round == self._round
