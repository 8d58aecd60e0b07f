"""What the fields of an incident offer: categories, officers, and the phrase bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.errors import Problem
from console.rights import Action
from db.records import OfficerId, Topic
from ui.cases.case_page import CasePage
from ui.cases.incident_form import IncidentForm

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.completion import Bank

TOPICS = frozenset({Topic.CATEGORIES, Topic.PHRASES, Topic.OFFICERS})
"""What changes it."""


class Offers(QObject):
    """Reads it for the form of a page; none of it hangs on the incident."""

    failed = Signal(object)  # a Problem

    def __init__(self, page: CasePage, form: IncidentForm) -> None:
        super().__init__(page)
        self._page = page
        self._form = form

    def read(self) -> None:
        """Read what whoever sits here may choose from."""
        page, form = self._page, self._form
        if not page.may(Action.SEE_INCIDENTS):
            return
        run, console = page.desk.tasks.run, page.console
        run(console.categories.tree, done=form.offer_categories, failed=self._on_failed)
        run(
            lambda: (console.access.names(), console.incidents.names()),
            done=self._on_names,
            failed=self._on_failed,
        )
        if page.may(Action.BOOKMARK):
            run(console.phrases.bank, done=self._on_bank, failed=self._on_failed)

    def _on_names(
        self, read: tuple[Sequence[tuple[OfficerId, str]], Mapping[OfficerId, str]]
    ) -> None:
        self._form.offer_officers(*read)

    def _on_bank(self, bank: Bank) -> None:
        self._form.narrative.set_bank(bank)
        self._form.people.set_bank(bank)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)
