"""A line of outcome as it is typed: each kind asks for its own figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from console.errors import FieldRefused
from console.periods import PeriodUnclear, period_of
from db.case_records import IncidentId, OutcomeKind
from ui.case_words import date_words, outcome_word
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.outcomes import Outcomes

_WIDTH = 480
_LONGEST_FIGURE = 7


class OutcomeDialog(FormDialog):
    """Accepted when the line is on disk."""

    def __init__(
        self, desk: Desk, outcomes: Outcomes, incident_id: IncidentId, parent: QWidget | None
    ) -> None:
        title = translate("cases", "What came of it")
        super().__init__(desk, title, translate("cases", "Add the line"), _WIDTH, parent)
        self.setObjectName("outcome-dialog")
        self._desk = desk
        self._outcomes = outcomes
        self._incident_id = incident_id
        self._kinds = Choice(self)
        for kind in OutcomeKind:
            self._kinds.addItem(outcome_word(kind), kind)
        self.kind = FormField("kind", self.tr("Kind (letters or arrows choose)"), self._kinds)
        self.count = self._figure("count", self.tr("How many"), "1")
        self.count.check_with(lambda text: figure_of("count", text, least=1))
        self.persons = self._figure("persons", self.tr("Persons"), "")
        self.persons.check_with(lambda text: figure_of("persons", text, least=0))
        self.item = self._line("item", self.tr("What was seized"), 160, required=True)
        self.item.check_with(lambda text: self._needed("item", text))
        hint = self.tr("such as: piece, kg, packet")
        self.unit = self._line("unit", self.tr("Counted in"), 40, hint=hint)
        today = date_words(desk.clock.now().astimezone().date())
        self.on = FormField(
            "on",
            self.tr("On which day"),
            QLineEdit(today, self),
            required=True,
            hint=self.tr("such as: today, yesterday, 22/11"),
        )
        self.on.check_with(self._day)
        self.note = self._line("note", self.tr("Note"), 300)
        for widget in (
            self.kind,
            self.item,
            self.count,
            self.persons,
            self.unit,
            self.on,
            self.note,
        ):
            self.body.addWidget(widget)
        self._kinds.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        self._kinds.setFocus()

    def _figure(self, name: str, words: str, text: str) -> FormField:
        line = QLineEdit(text, self)
        line.setMaxLength(_LONGEST_FIGURE)
        return FormField(name, words, line, required=True)

    def _line(
        self, name: str, words: str, longest: int, *, required: bool = False, hint: str = ""
    ) -> FormField:
        line = QLineEdit(self)
        line.setMaxLength(longest)
        return FormField(name, words, line, required=required, hint=hint)

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and add the line."""
        asked = [
            each
            for each in (self.item, self.count, self.persons, self.on)
            if not each.isHidden() and not each.look()
        ]
        if asked:
            asked[0].box.setFocus()
            return
        from console.outcomes import OutcomeForm

        kind = self.chosen
        seized, drugs = kind is OutcomeKind.SEIZED, kind is OutcomeKind.DRUGS
        form = OutcomeForm(
            kind=kind,
            on=self._day(self.on.text),
            count=figure_of("count", self.count.text, least=1),
            persons=figure_of("persons", self.persons.text, least=0) if drugs else None,
            item=self.item.text if seized else "",
            unit=self.unit.text if seized else "",
            note=self.note.text,
        )
        outcomes, incident_id = self._outcomes, self._incident_id
        self.run(lambda: outcomes.add(incident_id, form))

    @property
    def chosen(self) -> OutcomeKind:
        """The kind that is chosen."""
        return OutcomeKind(self._kinds.currentData())

    @Slot()
    def _on_kind(self) -> None:
        """Ask for what this kind is counted by."""
        seized = self.chosen is OutcomeKind.SEIZED
        self.item.setVisible(seized)
        self.unit.setVisible(seized)
        self.persons.setVisible(self.chosen is OutcomeKind.DRUGS)
        self.adjustSize()

    def _day(self, text: str) -> date:
        """Raises FieldRefused."""
        try:
            since = period_of(text, self._desk.clock.now()).since
        except PeriodUnclear as error:
            raise FieldRefused("on", "case_day") from error
        if since is None:
            raise FieldRefused("on", "case_day")
        return since.astimezone().date()

    def _needed(self, name: str, text: str) -> None:
        if not text.strip():
            raise FieldRefused(name, "empty")


def figure_of(name: str, text: str, *, least: int) -> int:
    """A whole number that was typed.  Raises FieldRefused."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal()) or int(typed) < least:
        raise FieldRefused(name, "case_count" if least else "case_persons")
    return int(typed)
