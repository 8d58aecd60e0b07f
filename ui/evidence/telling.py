"""Reads the queue whenever it changed, for the status strip, and tells of what failed, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.evidence_records import Package, PackageId, PackageOutcome, PackageQuery
from db.records import Topic
from ui.access.guard import Guard, Sitting
from ui.desk import Desk
from ui.evidence.words import failure_words, package_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_ENDED = frozenset({PackageOutcome.MADE, PackageOutcome.FAILED})
_NEWEST = 20

Read = tuple[list[Package], list[Package]]


class ExportTelling(QObject):
    """Keeps ``Standing.exports`` up to date while somebody sits here who may export."""

    told = Signal(str)  # a sentence for the notice bar
    mended = Signal(str)  # one that does not hold any more: it is tried again, or was made

    def __init__(self, desk: Desk, console: Console, guard: Guard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._console = console
        self._guard = guard
        self._reading = self._again = False
        self._round = 0  # counts who sits here: an answer for the one before is nobody's
        self._said: dict[PackageId, str] = {}
        self.unseen: PackageId | None = None  # what failed last and nobody has looked at
        self._exports = desk.standing.exports
        self._exports.ended.connect(self._on_ended)
        guard.changed.connect(self._on_sitting)
        desk.bridge.changed.connect(self._on_changed)

    def read(self) -> None:
        """Read the queue and what ended, off the GUI thread; never twice at once."""
        if not self._guard.may(Action.EXPORT):
            return
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        evidence, round_ = self._console.evidence, self._round
        query = PackageQuery(outcomes=_ENDED, limit=_NEWEST)

        def came(read: Read) -> None:
            self._reading = False
            if round_ == self._round:
                self._take_back(*read)
                self._exports.keep(*read)
            if self._again or round_ != self._round:
                self.read()

        self._desk.tasks.run(
            lambda: (evidence.queue.rows(), evidence.packages.page(query)),
            done=came,
            failed=self._on_failed,
        )

    @Slot()
    def _on_sitting(self) -> None:
        self._round += 1
        if self._guard.may(Action.EXPORT):
            self.read()
        elif self._guard.sitting is not Sitting.LOCKED:
            self._exports.forget()
            self.unseen = None

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.EVIDENCE in event.topics:
            self.read()

    @Slot(object)
    def _on_ended(self, package: Package) -> None:
        """Something failed: that is told.  What was made stands in the strip, quietly."""
        if package.outcome is PackageOutcome.FAILED:
            words = self.tr(
                "{package} was not exported. {why} Ctrl+Shift+E shows it; R tries it again."
            )
            words = words.format(package=package_words(package), why=failure_words(package.cause))
            self._said[package.id] = words
            self.unseen = package.id
            self.told.emit(words)

    def _take_back(self, queue: list[Package], ended: list[Package]) -> None:
        for package in (*queue, *ended):
            if package.outcome is not PackageOutcome.FAILED and package.id in self._said:
                self.mended.emit(self._said.pop(package.id))
                self.unseen = None if self.unseen == package.id else self.unseen

    def _on_failed(self, _problem: Problem) -> None:
        """The page says what is wrong with the store; the strip need not, too."""
        self._reading = False
        if self._again:
            self.read()
