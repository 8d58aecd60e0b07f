"""A long piece of work in sight: how far it is, how to stop it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from console.errors import Cancelled, Problem
from console.events import Progressed
from console.workers import Lane, Stop
from ui.desk import Desk
from ui.messages import sentence

T = TypeVar("T")
Progress = Callable[[int, int], None]
_STEPS = 1000
_BAR = 240  # pixels


class _Unwritten(Problem):
    """The disk refused a file."""


class WorkBar(QFrame):
    """Runs one piece of work at a time; hidden while there is nothing to tell."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work-bar")
        self._desk = desk
        self._stop: Stop | None = None
        self._text = QLabel(self)
        self._text.setObjectName("work-text")
        self._text.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._cancel = QPushButton(self.tr("Stop"), self)
        self._cancel.setObjectName("work-cancel")
        self._cancel.setToolTip(self.tr("Stop this (Esc)"))
        self._cancel.clicked.connect(self.stop)
        self._close = QPushButton(self.tr("Read"), self)
        self._close.setObjectName("work-close")
        self._close.setProperty("link", True)
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for widget in (self._bar, self._cancel, self._close):
            row.addWidget(widget)
        desk.bridge.progressed.connect(self._on_progressed)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._stop is not None

    def run(
        self,
        words: str,
        work: Callable[[Stop, Progress], T],
        told: Callable[[T], tuple[str, str]],
        unwritten: str = "",
    ) -> None:
        """Do ``work`` on a worker's thread.

        Args:
            words: What is under way.
            work: Gets a stop to obey and a call for its progress, done and in all.
            told: What came of it as a sentence, and its tone: "good", "ill", "alarm" or "".
            unwritten: What to say when the disk refuses a file.

        """
        if self._stop is not None:
            return
        stop = self._stop = Stop()
        job, post = id(self), self._desk.bridge.post

        def progressed(done: int, total: int) -> None:
            post(Progressed(job, done, total))

        def worked() -> T | None:
            try:
                return work(stop, progressed)
            except Cancelled:
                return None
            except OSError as error:
                raise _Unwritten(error.strerror or str(error)) from error

        def done(result: T | None) -> None:
            if result is None:
                self._end(self.tr("Stopped; nothing was changed."), "")
            else:
                self._end(*told(result))

        def failed(problem: Problem) -> None:
            said = unwritten if isinstance(problem, _Unwritten) else ""
            self._end(said or sentence(problem), "ill")

        self._bar.setRange(0, _STEPS)
        self._bar.setValue(0)
        self._say(words, "")
        for widget in (self._bar, self._cancel):
            widget.show()
        self._close.hide()
        self.show()
        self._desk.tasks.run(worked, done=done, failed=failed, lane=Lane.LONG)

    @Slot()
    def stop(self) -> None:
        """Ask the work to end soon."""
        if self._stop is not None:
            self._stop.set()

    def wait(self, words: str) -> None:
        """Show work that is done elsewhere and cannot be stopped, until ``say``."""
        if self._stop is None:
            self._bar.setRange(0, 0)
            self._say(words, "")
            self._bar.show()
            for widget in (self._cancel, self._close):
                widget.hide()
            self.show()

    def say(self, words: str, tone: str = "") -> None:
        """Show a sentence, or with "" nothing any more, unless something is under way."""
        if self._stop is None:
            self._end(words, tone)
            self.setVisible(bool(words))

    def _end(self, words: str, tone: str) -> None:
        self._stop = None
        self._say(words, tone)
        for widget in (self._bar, self._cancel):
            widget.hide()
        self._close.show()
        self.show()

    def _say(self, words: str, tone: str) -> None:
        self._text.setText(words)
        for widget in (self, self._text):
            widget.setProperty("tone", tone)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    @Slot(Progressed)
    def _on_progressed(self, event: Progressed) -> None:
        if event.job == id(self) and event.total:
            self._bar.setValue(_STEPS * event.done // event.total)
