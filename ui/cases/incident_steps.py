"""The steps of an incident, taken by key: submitted, returned, approved, closed, reopened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from console.errors import EditedMeanwhile, Problem
from db.case_records import Incident, IncidentState
from ui.access.confirm import run_confirmed
from ui.access.reason_dialog import ReasonDialog
from ui.messages import sentence

if TYPE_CHECKING:
    from ui.cases.incident_page import IncidentPage


class IncidentSteps(QObject):
    """Takes a step for the page; the gate may ask for a password or a second officer."""

    taken = Signal()  # or refused: read the incident again

    def __init__(self, page: IncidentPage) -> None:
        super().__init__(page)
        self._page = page
        self._review = page.console.incident_review

    def take(self, name: str) -> None:
        """The step that the key called ``name`` stands for, if it is offered now."""
        page, review = self._page, self._review
        if page.seen is None or not page.head.offers(name):
            return
        incident = page.form.base or page.seen.incident
        incident_id, version = incident.id, incident.version
        match name:
            case "incident-forward" if incident.state is IncidentState.SUBMITTED:
                self._run(lambda: review.approve(incident_id, version), self.tr("Approved."))
            case "incident-forward":
                said = self.tr("Submitted: it waits for the chief.")
                self._run(lambda: review.submit(incident_id, version), said)
            case "incident-return":
                words = (
                    self.tr("Return the incident"),
                    self.tr("Whoever wrote it reads the reason on top of the incident."),
                    self.tr("Return"),
                )
                self._ask(words, lambda reason: review.give_back(incident_id, reason))
            case "incident-close":
                self._run(lambda: review.close(incident_id), self.tr("Closed."))
            case "incident-reopen":
                words = (
                    self.tr("Reopen the incident"),
                    self.tr("It can be written on again; its footage is held anew."),
                    self.tr("Reopen"),
                )
                self._ask(words, lambda reason: review.reopen(incident_id, reason))

    def _run(self, work: Callable[[], Incident], said: str) -> None:
        page = self._page
        page.head.set_busy(True)

        def done(_: Incident) -> None:
            page.head.set_busy(False)
            page.head.say(said)
            self.taken.emit()

        def failed(problem: Problem) -> None:
            page.head.set_busy(False)
            words = sentence(problem)
            if isinstance(problem, EditedMeanwhile):
                words = self.tr("Somebody changed it meanwhile. Look at it again, then go on.")
            page.head.say(words, wrong=True)
            self.taken.emit()

        run_confirmed(
            page,
            page.desk,
            page.console.access,
            work,
            done=done,
            failed=failed,
            given_up=lambda: page.head.set_busy(False),
        )

    def _ask(self, words: tuple[str, str, str], step: Callable[[str], Incident]) -> None:
        page = self._page
        dialog = ReasonDialog(page.desk, page.console.access, words, step, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self.taken)
        dialog.show()
