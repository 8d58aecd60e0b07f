"""What the chief answers to an incident: approved, returned, given to somebody, closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from console.workers import Lane
from db.case_records import Incident, IncidentState
from db.records import OfficerId
from ui.access.reason_dialog import ReasonDialog
from ui.case_words import number_words
from ui.cases.assign_dialog import AssignDialog
from ui.cases.case_reading import read_assignable
from ui.desk import Desk
from ui.form_dialog import FormDialog

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class Answers(QObject):
    """Makes the calls, off the GUI thread, and asks first where words are wanted."""

    begun = Signal()  # a call is under way: nothing is answered twice
    decided = Signal(str)  # what was done, in a few words
    failed = Signal(object)  # the Problem: nothing was done
    asked = Signal()  # a dialog is gone

    def __init__(self, desk: Desk, console: Console, page: QWidget) -> None:
        """The dialogs lie over ``page``."""
        super().__init__(page)
        self._desk = desk
        self._console = console
        self._page = page

    def approve(self, incident: Incident) -> None:
        """Vouch for it, as it was read."""
        review = self._console.incident_review
        said = self.tr("Approved: {number}").format(number=number_words(incident))
        self._decide(lambda: review.approve(incident.id, incident.version), said)

    def close(self, incident: Incident) -> None:
        """Put it away; what was submitted is approved first."""
        review = self._console.incident_review

        def work() -> object:
            if incident.state is IncidentState.SUBMITTED:
                return review.approve(incident.id, incident.version, close=True)
            return review.close(incident.id)

        self._decide(work, self.tr("Closed: {number}").format(number=number_words(incident)))

    def ask_return(self, incident: Incident) -> None:
        """Ask what is missing, then return it."""
        review, number = self._console.incident_review, number_words(incident)
        words = (
            self.tr("Return {number} to be mended").format(number=number),
            self.tr("Whoever wrote it reads the reason on top of the incident."),
            self.tr("Return"),
        )
        access = self._console.access

        def step(reason: str) -> object:
            return review.give_back(incident.id, reason)

        dialog = ReasonDialog(self._desk, access, words, step, self._page)
        self._ask(dialog, self.tr("Returned: {number}").format(number=number))

    def ask_assign(self, incident: Incident) -> None:
        """Ask who shall have it."""
        incidents = self._console.incidents

        def assign(officer_id: OfficerId) -> object:
            return incidents.edit(incident.id, incident.version, {"assigned_to": officer_id})

        read = partial(read_assignable, self._console)
        dialog = AssignDialog(self._desk, read, assign, self._page)
        self._ask(dialog, self.tr("Assigned: {number}").format(number=number_words(incident)))

    def _decide(self, work: Callable[[], object], said: str) -> None:
        self.begun.emit()
        self._desk.tasks.run(
            work,
            done=lambda _: self.decided.emit(said),
            failed=self.failed.emit,
            lane=Lane.WRITE,
        )

    def _ask(self, dialog: FormDialog, said: str) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self.decided.emit(said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self.asked.emit())
        dialog.show()
