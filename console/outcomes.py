"""What came of incidents: lines that are counted by kind and day, and lead back to their cases."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

from console.audit import Act, Audit
from console.case_door import CaseDoor
from console.clock import Clock
from console.errors import FieldRefused
from console.forms import FieldRule
from console.free_text import clean_line
from console.incident_rules import IncidentRule, require_writable
from console.rights import Action
from db.case_records import IncidentId, Outcome, OutcomeId, OutcomeKind
from db.incident_records import Behind, CaseBehind, Tally
from db.store import Store

MOST = 1_000_000
LONGEST_ITEM, LONGEST_UNIT, LONGEST_NOTE = 160, 40, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeForm:
    """A line as it is typed; see ``db.case_records.Outcome``.

    ``persons`` is for drugs, ``item`` and ``unit`` for what was seized.
    """

    kind: OutcomeKind
    on: date
    count: int = 1
    persons: int | None = None
    item: str = ""
    unit: str = ""
    note: str = ""


class Outcomes:
    """Adds, strikes, counts.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem`` and, where it changes an incident
    that is approved or closed, ``StepRefused``.  A change is one of the incident's, and logged.
    """

    def __init__(
        self,
        store: Store,
        door: CaseDoor,
        audit: Audit,
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        """``zone`` tells which day it is; None is the PC's own."""
        self._store = store
        self._door = door
        self._audit = audit
        self._clock = clock
        self._zone = zone

    def of(self, incident_id: IncidentId) -> list[Outcome]:
        """An incident's lines by day, struck ones too."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return unit.outcomes.of(incident_id)

    def add(self, incident_id: IncidentId, form: OutcomeForm) -> Outcome:
        """Put a line to an incident.  Raises FieldRefused: ``field`` is one of ``OutcomeForm``."""
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        now = self._clock.now()
        checked = _checked(form, now.astimezone(self._zone).date())
        with self._store.begin() as unit:
            require_writable(let_in.found(unit))
            before = len(unit.outcomes.of(incident_id))
            made = unit.outcomes.add(
                incident_id,
                kind=checked.kind,
                on=checked.on,
                count=checked.count,
                persons=checked.persons,
                item=checked.item,
                unit=checked.unit,
                note=checked.note,
                made_by=let_in.officer_id,
                made_at=now,
            )
            unit.incidents.tell(
                incident_id,
                "outcomes",
                before,
                before + 1,
                officer_id=let_in.officer_id,
                at=now,
            )
            self._audit.write(
                unit,
                Act.OUTCOME_ADDED,
                "incident",
                incident_id,
                officer_id=let_in.officer_id,
                outcome=made.id,
                kind=str(made.kind),
                count=made.count,
            )
        return made

    def strike(self, outcome_id: OutcomeId) -> Outcome:
        """Count a line no longer; its row stays.  One that is struck already stays as it is."""
        self._door.viewer(Action.HANDLE_INCIDENT)  # before it is told whether there is such a line
        with self._store.read() as unit:
            incident_id = unit.outcomes.outcome(outcome_id).incident_id
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        now = self._clock.now()
        with self._store.begin() as unit:
            require_writable(let_in.found(unit))
            before = unit.outcomes.outcome(outcome_id)
            if before.struck_at is not None:
                return before
            struck = unit.outcomes.strike(outcome_id, now)
            unit.incidents.tell(
                incident_id,
                "outcomes",
                [outcome_id],
                [],
                officer_id=let_in.officer_id,
                at=now,
            )
            self._audit.write(
                unit,
                Act.OUTCOME_STRUCK,
                "incident",
                incident_id,
                officer_id=let_in.officer_id,
                outcome=outcome_id,
            )
        return struck

    def tally(
        self,
        first: date,
        last: date,
        kinds: Collection[OutcomeKind] = tuple(OutcomeKind),
        *,
        approved_only: bool = False,
    ) -> Mapping[OutcomeKind, Tally]:
        """What the lines of days ``first`` to ``last`` come to.

        Incidents that are not for whoever sits here are left out, restricted ones above all.
        ``approved_only``: of incidents that the chief has vouched for.
        """
        viewer = self._door.viewer()
        with self._store.read() as unit:
            return unit.outcomes.tally(kinds, first, last, viewer, approved_only=approved_only)

    def behind(
        self,
        kind: OutcomeKind,
        first: date,
        last: date,
        *,
        approved_only: bool = False,
        limit: int = 200,
        before: Behind | None = None,
    ) -> list[CaseBehind]:
        """The incidents behind a figure of ``tally``, each once, those with the newest lines first.

        ``before``: those that follow that one, the last of the page before.
        """
        viewer = self._door.viewer()
        with self._store.read() as unit:
            found = unit.outcomes.behind(
                kind, first, last, viewer, approved_only=approved_only, limit=limit, before=before
            )
            lines = unit.incident_lists.lines([each.incident_id for each in found])
        return [CaseBehind(on=each.on, line=line) for each, line in zip(found, lines, strict=True)]


def _checked(form: OutcomeForm, today: date) -> OutcomeForm:
    kind = OutcomeKind(form.kind)
    if form.on > today:
        raise FieldRefused("on", IncidentRule.LATER)
    if not 1 <= form.count <= MOST:
        raise FieldRefused("count", FieldRule.RANGE)
    if (form.persons is not None) != (kind is OutcomeKind.DRUGS):
        raise FieldRefused("persons", IncidentRule.SUMS)
    if form.persons is not None and not 0 <= form.persons <= MOST:
        raise FieldRefused("persons", FieldRule.RANGE)
    item = clean_line("item", form.item, LONGEST_ITEM, may_be_empty=True)
    unit = clean_line("unit", form.unit, LONGEST_UNIT, may_be_empty=True)
    if bool(item) != (kind is OutcomeKind.SEIZED):
        raise FieldRefused("item", IncidentRule.SUMS)
    if unit and kind is not OutcomeKind.SEIZED:
        raise FieldRefused("unit", IncidentRule.SUMS)
    return OutcomeForm(
        kind=kind,
        on=form.on,
        count=form.count,
        persons=form.persons,
        item=item,
        unit=unit,
        note=clean_line("note", form.note, LONGEST_NOTE, may_be_empty=True),
    )
