"""What the chief answers to a request: approved, in part, refused; and its persons forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from db.evidence_records import Request, Wanted
from ui.access.confirm import run_confirmed
from ui.access.consequence import Consequence
from ui.access.reason_dialog import ReasonDialog
from ui.desk import Desk
from ui.requests.narrow_dialog import NarrowDialog
from ui.requests.words import number_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class RequestAnswers(QObject):
    """Makes the calls, off the GUI thread; each may ask for the password first."""

    begun = Signal()  # a call is under way: nothing is answered twice
    decided = Signal(str)  # what was done, in a few words
    failed = Signal(object)  # the Problem: nothing was done
    given_up = Signal()  # nothing was done, by the officer's own choice
    asked = Signal()  # a dialog is gone

    def __init__(self, desk: Desk, console: Console, page: QWidget) -> None:
        """The dialogs lie over ``page``."""
        super().__init__(page)
        self._desk = desk
        self._console = console
        self._page = page

    def answer(self, how: str, request: Request, ward: Ward) -> None:
        """``how`` is "approve", "part" or "return"; ``ward`` says what cameras are called."""
        match how:
            case "approve":
                self.approve(request)
            case "part":
                self.ask_part(request, ward)
            case "return":
                self.ask_refusal(request)

    def approve(self, request: Request) -> None:
        """Let all of it be exported."""
        approvals = self._console.evidence.approvals
        said = self.tr("Approved: {number}").format(number=number_words(request))
        self.run(lambda: approvals.approve(request.id), said)

    def ask_part(self, request: Request, ward: Ward) -> None:
        """Ask which part of it is allowed, and why no more."""
        approvals, access = self._console.evidence.approvals, self._console.access

        def step(allowed: Sequence[Wanted], reason: str) -> object:
            return approvals.narrow(request.id, allowed, reason)

        dialog = NarrowDialog(self._desk, access, request, ward, step, self._page)
        said = self.tr("Approved in part: {number}").format(number=number_words(request))
        self._open(dialog, lambda: self.decided.emit(said))

    def ask_refusal(self, request: Request) -> None:
        """Ask why nothing of it is allowed."""
        approvals, number = self._console.evidence.approvals, number_words(request)
        words = (
            self.tr("Refuse {number}").format(number=number),
            self.tr("Nothing is exported for it. Whoever asked reads the reason."),
            self.tr("Refuse"),
        )

        def step(reason: str) -> object:
            return approvals.refuse(request.id, reason)

        dialog = ReasonDialog(self._desk, self._console.access, words, step, self._page)
        said = self.tr("Refused: {number}").format(number=number)
        self._open(dialog, lambda: self.decided.emit(said))

    def ask_erasure(self, request: Request) -> None:
        """Ask whether who asked and who gets it shall be forgotten."""
        approvals, number = self._console.evidence.approvals, number_words(request)
        dialog = Consequence(
            self.tr("Erase the persons of {number}").format(number=number),
            self.tr(
                "Who asked in person and whom it is handed to are gone for good. The unit, the "
                "purpose and the scanned papers stay, and so do backups that were made before."
            ),
            self.tr("Erase the persons"),
            self._page,
        )
        said = self.tr("Persons erased: {number}").format(number=number)
        self._open(dialog, lambda: self.run(lambda: approvals.erase_people(request.id), said))

    def run(self, work: Callable[[], object], said: str) -> None:
        """Do it, with whatever the gate wants first; ``said`` is what was done then."""
        self.begun.emit()
        run_confirmed(
            self._page,
            self._desk,
            self._console.access,
            work,
            done=lambda _: self.decided.emit(said),
            failed=self.failed.emit,
            given_up=self.given_up.emit,
        )

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self.asked.emit())
        dialog.show()
