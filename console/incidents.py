"""Incidents: opened, written on by several officers at once, listed; with a history of each field.

Their states are in ``incident_review``, what hangs on them in ``case_ties``, ``outcomes`` and
``attachments``, how long they keep footage in ``incident_holds``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from console.audit import Act, Audit
from console.case_door import CaseDoor, Pass, approvers
from console.case_ties import joined_to
from console.categories import with_leaves
from console.clock import Clock
from console.errors import EditedMeanwhile, StepRefused
from console.gate import Gate
from console.incident_finds import found_by_words
from console.incident_holds import keep_footage
from console.incident_rules import (
    PEOPLE,
    IncidentChanges,
    IncidentForm,
    StepRule,
    changed,
    changed_since,
    filled_in,
    require_writable,
)
from console.last_readers import somebody_can_approve
from console.rights import Action
from db.case_records import BookmarkId, FieldChange, Incident, IncidentId, IncidentState, Step
from db.incident_records import IncidentFields, IncidentLine, IncidentQuery, Viewer
from db.records import OfficerId, TeamId
from db.repositories.incident_lists import COUNTED
from db.repositories.incidents import fields_of
from db.store import Store, Unit
from db.structs import replace


@dataclass(frozen=True, slots=True)
class Edited:
    """An incident after an edit; ``merged`` names what others had changed meanwhile."""

    incident: Incident
    merged: tuple[str, ...]


class Incidents:
    """Opens, edits, lists.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``StoreProblem``, and, about an incident that is not there
    or not for whoever sits here, ``Gone``.  A change is announced as ``Topic.INCIDENTS`` and
    logged: ids, field names and counts.
    """

    def __init__(
        self,
        store: Store,
        gate: Gate,
        door: CaseDoor,
        audit: Audit,
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        """``zone`` tells in which year an incident is opened; None is the PC's own."""
        self._store = store
        self._gate = gate
        self._door = door
        self._audit = audit
        self._clock = clock
        self._zone = zone

    # What there is

    def page(self, query: IncidentQuery) -> list[IncidentLine]:
        """A page of the list, the newest first; a category stands for what is below it, too.

        50 ms with 500,000 incidents.  Restricted ones are for those who are named in them.
        """
        viewer = self._door.viewer()
        with self._store.read() as unit:
            wanted = _widened(unit, query)
            if not query.words:
                return unit.incident_lists.page(wanted, viewer)
            return unit.incident_lists.lines(self._found(unit, wanted, viewer))

    def count(self, query: IncidentQuery) -> int:
        """How many the list holds; 1,000 stands for more."""
        viewer = self._door.viewer()
        with self._store.read() as unit:
            wanted = _widened(unit, query)
            if not query.words:
                return unit.incident_lists.count(wanted, viewer)
            return len(self._found(unit, replace(wanted, limit=COUNTED), viewer))

    def _found(self, unit: Unit, query: IncidentQuery, viewer: Viewer) -> list[IncidentId]:
        return found_by_words(unit, self._gate, viewer, query, self._clock.now(), self._zone)

    def lines(self, ids: Sequence[IncidentId]) -> list[IncidentLine]:
        """These incidents as a list shows them, in the order of ``ids``; those that are seen."""
        viewer = self._door.viewer()
        with self._store.read() as unit:
            seen = unit.incident_lists.seen(viewer, ids)
            return unit.incident_lists.lines([each for each in ids if each in seen])

    def incident(self, incident_id: IncidentId) -> Incident:
        """One incident, without what it says of people: see ``people``."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            return let_in.shown(let_in.found(unit))

    def people(self, incident_id: IncidentId) -> Incident:
        """One incident with what it says of people and vehicles.

        For whoever may ``READ_PEOPLE``, made it or has it assigned.  The log is told that it was
        read, once a session and incident, unless there is nothing to read.
        """
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        self._door.require_people(let_in)
        with self._store.read() as unit:
            incident = let_in.found(unit)
        if incident.people or incident.vehicles:
            self._door.tell_people_read(let_in)
        return incident

    def history(self, incident_id: IncidentId) -> list[FieldChange]:
        """Every change of every field, in order.

        What was said of people is left out, the changes themselves are not, for whoever may not
        read it; for others it is a reading (``people``).
        """
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            let_in.found(unit)
            changes = unit.incidents.changes(incident_id)
        if not any(each.field in PEOPLE for each in changes):
            return changes
        if let_in.reads_people:
            self._door.tell_people_read(let_in)
            return changes
        return [
            replace(each, before='""', after='""') if each.field in PEOPLE else each
            for each in changes
        ]

    def steps(self, incident_id: IncidentId) -> list[Step]:
        """From which state it went to which, in order."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return unit.incidents.steps(incident_id)

    def names(self) -> dict[OfficerId, str]:
        """What the officers are called that incidents tell of, those who left too; erased: ""."""
        self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            return {each.id: each.name for each in unit.officers.all()}

    # What becomes of it

    def open(self, form: IncidentForm, bookmarks: Collection[BookmarkId] = ()) -> Incident:
        """Open an incident as a draft, from bookmarks or from nothing; numbers count by the year.

        The bookmarks' footage is held at least as long as the category says.

        Raises:
            FieldRefused: ``field`` is one of the form; or "bookmarks", one was undone or belongs
                to another incident.
            Gone: category, cluster, officer or bookmark.
        """
        self._gate.require(Action.HANDLE_INCIDENT)
        with self._store.read() as unit:
            teams: set[TeamId | None] = set()
            if form.cluster_id is not None:
                teams.add(unit.fleet.cluster(form.cluster_id).team_id)
            joined = [unit.case_links.bookmark(each) for each in bookmarks]
            teams |= unit.fleet.teams_of(camera for each in joined for camera in each.cameras)
        officer_id = self._gate.require(Action.HANDLE_INCIDENT, teams=teams)
        now = self._clock.now()
        with self._store.begin() as unit:
            fields = filled_in(unit, form, approvers(unit))
            year = now.astimezone(self._zone).year
            made = unit.incidents.add(fields, year=year, made_by=officer_id, made_at=now)
            self._audit.write(
                unit,
                Act.INCIDENT_MADE,
                "incident",
                made.id,
                officer_id=officer_id,
                year=made.year,
                number=made.number,
                restricted=made.restricted,
            )
            if bookmarks:
                made = joined_to(unit, self._audit, made, bookmarks, officer_id, now)
        return replace(made, people="", vehicles="")

    def edit(self, incident_id: IncidentId, version: int, changes: IncidentChanges) -> Edited:
        """Write the fields in ``changes`` into an incident that was read at ``version``.

        What others changed since then and ``changes`` does not touch stays as they wrote it, and is
        named in the answer.  A change to a restricted category restricts the incident, and those
        who approve are named in it; taking a restriction off is for them alone.

        Raises:
            EditedMeanwhile: somebody changed a field of ``changes`` to something else since;
                nothing was written.
            FieldRefused: ``field`` is one of ``changes``.
            StepRefused: it is approved or closed, and must be reopened first; or it was submitted,
                and nobody who is left in it could approve it.
        """
        loosens = changes.get("restricted") is False
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        if PEOPLE & changes.keys():
            self._door.require_people(let_in)
        with self._store.read() as unit:
            if loosens and let_in.found(unit).restricted:
                self._gate.require(Action.APPROVE_INCIDENT)
            cluster_id = changes.get("cluster_id")
            teams = set() if cluster_id is None else {unit.fleet.cluster(cluster_id).team_id}
        self._gate.require(Action.HANDLE_INCIDENT, teams=teams)
        now = self._clock.now()
        with self._store.begin() as unit:
            before = let_in.found(unit)
            require_writable(before)
            wanted = changed(unit, before, _with_readers(unit, before, changes))
            meanwhile = changed_since(unit, incident_id, version)
            both = sorted(
                name for name in meanwhile & changes.keys() if _differs(before, wanted, name)
            )
            if both:
                raise EditedMeanwhile(tuple(both), let_in.shown(before))
            could = _can_be_approved(unit, before)
            after = unit.incidents.change(incident_id, wanted, officer_id=let_in.officer_id, at=now)
            if could and not _can_be_approved(unit, after):
                raise StepRefused(StepRule.NO_APPROVER)
            if after.version != before.version:
                self._tell_change(unit, let_in, before, after)
            if after.category_id != before.category_id:
                keep_footage(
                    unit,
                    self._audit,
                    after.category_id,
                    unit.case_links.bookmarks_of(incident_id),
                    officer_id=let_in.officer_id,
                    now=now,
                )
        return Edited(let_in.shown(after), tuple(sorted(meanwhile - changes.keys())))

    def _tell_change(self, unit: Unit, let_in: Pass, before: Incident, after: Incident) -> None:
        fields, was = fields_of(after), fields_of(before)
        self._audit.write(
            unit,
            Act.INCIDENT_CHANGED,
            "incident",
            after.id,
            officer_id=let_in.officer_id,
            fields=[
                name
                for name in fields.__struct_fields__
                if getattr(fields, name) != getattr(was, name)
            ],
            version=after.version,
        )


def _widened(unit: Unit, query: IncidentQuery) -> IncidentQuery:
    if not query.categories:
        return query
    return replace(query, categories=with_leaves(unit.categories.all(), query.categories))


def _with_readers(unit: Unit, before: Incident, changes: IncidentChanges) -> Mapping[str, Any]:
    """``changes``, and who sees the incident from now on if they restrict it."""
    found: dict[str, Any] = dict(changes)
    category_id = changes.get("category_id")
    if (
        category_id is not None
        and category_id != before.category_id
        and unit.categories.category(category_id).restricted
    ):
        found.setdefault("restricted", True)
    if found.get("restricted") and not before.restricted:
        found.setdefault("readers", before.readers | approvers(unit))
    return found


def _can_be_approved(unit: Unit, incident: Incident) -> bool:
    """Whether somebody who reads it could approve it; as long as it waits for nobody, it may."""
    waits = incident.restricted and incident.state is IncidentState.SUBMITTED
    return not waits or somebody_can_approve(unit, incident)


def _differs(before: Incident, wanted: IncidentFields, name: str) -> bool:
    return bool(getattr(before, name) != getattr(wanted, name))
