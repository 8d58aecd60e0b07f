"""The way of an incident: draft, submitted, returned, approved, closed; and who may take a step."""

from __future__ import annotations

from collections.abc import Collection

from console.audit import Act, Audit
from console.case_door import CaseDoor, Pass
from console.clock import Clock
from console.errors import EditedMeanwhile, FieldRefused, StepRefused
from console.forms import FieldRule
from console.free_text import clean_lines
from console.incident_holds import keep_footage
from console.incident_rules import LONGEST_REASON, StepRule, changed_since
from console.last_readers import somebody_can_approve
from console.rights import Action
from db.case_records import Incident, IncidentId, IncidentState
from db.records import OfficerId
from db.store import Store, Unit

_S = IncidentState
_GIVING = frozenset({"assigned_to", "due_on"})
"""Who has it and until when says nothing about the case: a chief gives it, and approves it then."""


class IncidentReview:
    """Takes incidents from state to state.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem``, and ``StepRefused``, whose
    ``rule`` is of ``StepRule``.  Each step keeps a row of its own and an entry of the log.  A step
    that rests on what the incident says wants the ``version`` that was read.
    """

    def __init__(self, store: Store, door: CaseDoor, audit: Audit, clock: Clock) -> None:
        self._store = store
        self._door = door
        self._audit = audit
        self._clock = clock

    def submit(self, incident_id: IncidentId, version: int) -> Incident:
        """Hand a draft, or one that was returned, to the chief.

        Raises EditedMeanwhile: it was changed since ``version``.
        """
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        with self._store.begin() as unit:
            incident = self._ready(unit, let_in, {_S.DRAFT, _S.RETURNED}, version)
            if incident.restricted and not somebody_can_approve(unit, incident):
                raise StepRefused(StepRule.NO_APPROVER)
            return self._go(unit, let_in, _S.SUBMITTED, Act.INCIDENT_SUBMITTED)

    def give_back(self, incident_id: IncidentId, reason: str) -> Incident:
        """Return what was submitted, to be mended.  Raises FieldRefused ("reason")."""
        return self._judge(
            incident_id, {_S.SUBMITTED}, _S.RETURNED, Act.INCIDENT_RETURNED, _cleaned(reason)
        )

    def approve(self, incident_id: IncidentId, version: int, *, close: bool = False) -> Incident:
        """Vouch for what was submitted, as it was read; not for work of one's own.

        One's own is what one opened, or changed since it was submitted.  ``close`` puts it away in
        the same unit of work.

        Raises EditedMeanwhile: it was changed since ``version``.
        """
        let_in = self._door.enter(Action.APPROVE_INCIDENT, incident_id)
        with self._store.begin() as unit:
            incident = self._ready(unit, let_in, {_S.SUBMITTED}, version)
            if let_in.officer_id in _authors(unit, incident):
                raise StepRefused(StepRule.OWN_WORK)
            approved = self._go(unit, let_in, _S.APPROVED, Act.INCIDENT_APPROVED)
            return self._go(unit, let_in, _S.CLOSED, Act.INCIDENT_CLOSED) if close else approved

    def close(self, incident_id: IncidentId) -> Incident:
        """Put an approved incident away."""
        return self._judge(incident_id, {_S.APPROVED}, _S.CLOSED, Act.INCIDENT_CLOSED)

    def reopen(self, incident_id: IncidentId, reason: str) -> Incident:
        """Let what was approved or closed be written on again, as if it had been returned.

        Its footage is held anew, as long as the category says.  Raises FieldRefused ("reason").
        """
        return self._judge(
            incident_id,
            {_S.APPROVED, _S.CLOSED},
            _S.RETURNED,
            Act.INCIDENT_REOPENED,
            _cleaned(reason),
        )

    def is_own(self, incident_id: IncidentId) -> bool:
        """Whether whoever sits here may not approve it as it stands: it is work of his own."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            return let_in.officer_id in _authors(unit, let_in.found(unit))

    def _judge(
        self,
        incident_id: IncidentId,
        of: Collection[IncidentState],
        after: IncidentState,
        act: Act,
        reason: str = "",
    ) -> Incident:
        let_in = self._door.enter(Action.APPROVE_INCIDENT, incident_id)
        with self._store.begin() as unit:
            incident = self._ready(unit, let_in, of)
            if act is Act.INCIDENT_REOPENED:
                keep_footage(
                    unit,
                    self._audit,
                    incident.category_id,
                    unit.case_links.bookmarks_of(incident_id),
                    officer_id=let_in.officer_id,
                    now=self._clock.now(),
                )
            return self._go(unit, let_in, after, act, reason)

    def _ready(
        self, unit: Unit, let_in: Pass, of: Collection[IncidentState], version: int | None = None
    ) -> Incident:
        """The incident, if it is in one of these states and still what was read."""
        incident = let_in.found(unit)
        if incident.state not in of:
            raise StepRefused(StepRule.STATE)
        if version is not None and incident.version != version:
            fields = tuple(sorted(changed_since(unit, incident.id, version)))
            raise EditedMeanwhile(fields, let_in.shown(incident))
        return incident

    def _go(
        self, unit: Unit, let_in: Pass, after: IncidentState, act: Act, reason: str = ""
    ) -> Incident:
        incident = unit.incidents.step(
            let_in.incident_id,
            after,
            reason=reason,
            officer_id=let_in.officer_id,
            at=self._clock.now(),
        )
        self._audit.write(
            unit,
            act,
            "incident",
            incident.id,
            officer_id=let_in.officer_id,
            version=incident.version,
        )
        return let_in.shown(incident)


def _authors(unit: Unit, incident: Incident) -> set[OfficerId | None]:
    """Whose work it is: opened, written on since it was given back last, or handed in."""
    steps = unit.incidents.steps(incident.id)
    begun = max((each.at for each in steps if each.after is _S.RETURNED), default=incident.made_at)
    handed_in = [each.officer_id for each in steps if each.after is _S.SUBMITTED][-1:]
    wrote = unit.incidents.changed_by(incident.id, begun, besides=_GIVING)
    return {incident.made_by, *handed_in, *wrote}


def _cleaned(reason: str) -> str:
    kept = clean_lines("reason", reason, LONGEST_REASON, "\n")
    if not kept:
        raise FieldRefused("reason", FieldRule.EMPTY)
    return kept
