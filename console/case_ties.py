"""What hangs on an incident: bookmarks, foreign exhibits, other incidents."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from console.audit import Act, Audit
from console.case_door import CaseDoor, Pass
from console.clock import Clock
from console.errors import FieldRefused
from console.gate import Gate
from console.incident_holds import keep_footage
from console.incident_rules import IncidentRule, require_writable
from console.rights import Action
from db.case_records import Bookmark, BookmarkId, Incident, IncidentId, Related
from db.footage_records import ExhibitId
from db.records import OfficerId
from db.store import Store, Unit


class CaseTies:
    """Joins and parts.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem`` and, of an incident that is
    approved or closed, ``StepRefused``.  Each change is one of the incident's (its version counts
    up), and logged.
    """

    def __init__(
        self, store: Store, gate: Gate, door: CaseDoor, audit: Audit, clock: Clock
    ) -> None:
        self._store = store
        self._gate = gate
        self._door = door
        self._audit = audit
        self._clock = clock

    def related(self, incident_id: IncidentId) -> Related:
        """What hangs on an incident; other incidents as far as whoever sits here sees them."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            let_in.found(unit)
            found = unit.case_links.related(incident_id)
            seen = tuple(
                each for each in found.incidents if unit.incident_lists.sees(let_in.viewer, each)
            )
        return Related(bookmarks=found.bookmarks, exhibits=found.exhibits, incidents=seen)

    def join(self, incident_id: IncidentId, bookmarks: Collection[BookmarkId]) -> Incident:
        """Put bookmarks into an incident: their footage is held at least as long as it says.

        Raises FieldRefused ("bookmarks"): one was undone, or belongs to another incident.
        """
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        with self._store.read() as unit:
            joined = [unit.case_links.bookmark(each) for each in bookmarks]
            teams = unit.fleet.teams_of(camera for each in joined for camera in each.cameras)
        self._gate.require(Action.HANDLE_INCIDENT, teams=teams)
        with self._store.begin() as unit:
            before = let_in.found(unit)
            require_writable(before)
            now = self._clock.now()
            after = joined_to(unit, self._audit, before, bookmarks, let_in.officer_id, now)
        return let_in.shown(after)

    def part(self, incident_id: IncidentId, bookmarks: Collection[BookmarkId]) -> Incident:
        """Take bookmarks out of an incident; what holds their footage stays as it is.

        Those that are not in it are passed over.
        """
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        with self._store.begin() as unit:
            before = let_in.found(unit)
            require_writable(before)
            there = unit.case_links.related(incident_id).bookmarks
            going = [each for each in there if each in set(bookmarks)]
            for each in going:
                unit.case_links.put(each, None)
            staying = [each for each in there if each not in going]
            after = before
            if going:
                after = self._told(unit, let_in, "bookmarks", there, staying)
                self._audit.write(
                    unit,
                    Act.INCIDENT_PARTED,
                    "incident",
                    incident_id,
                    officer_id=let_in.officer_id,
                    bookmarks=going,
                )
        return let_in.shown(after)

    def link(self, incident_id: IncidentId, other_id: IncidentId) -> None:
        """Say that two incidents have to do with each other; both must be seen."""
        self._tie(incident_id, other_id, linked=True)

    def unlink(self, incident_id: IncidentId, other_id: IncidentId) -> None:
        """Take that back."""
        self._tie(incident_id, other_id, linked=False)

    def set_exhibits(self, incident_id: IncidentId, exhibits: Collection[ExhibitId]) -> Incident:
        """Let exactly these foreign files belong to it."""
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id, also=Action.HANDLE_EXHIBITS)
        wanted = sorted(set(exhibits))
        with self._store.begin() as unit:
            after = let_in.found(unit)
            require_writable(after)
            there = unit.case_links.related(incident_id).exhibits
            if list(there) != wanted:
                for each in wanted:
                    unit.exhibits.exhibit(each)
                unit.case_links.set_exhibits(incident_id, wanted)
                after = self._told(unit, let_in, "exhibits", there, wanted)
                self._tell_change(unit, let_in, after, "exhibits")
        return let_in.shown(after)

    def _tie(self, incident_id: IncidentId, other_id: IncidentId, *, linked: bool) -> None:
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        other = self._door.enter(Action.SEE_INCIDENTS, other_id)
        if incident_id == other_id:
            raise FieldRefused("incidents", IncidentRule.ITSELF)
        with self._store.begin() as unit:
            require_writable(let_in.found(unit))
            other.found(unit)
            there = unit.case_links.related(incident_id).incidents
            change = unit.case_links.link if linked else unit.case_links.unlink
            if change(incident_id, other_id):
                now = unit.case_links.related(incident_id).incidents
                after = self._told(unit, let_in, "incidents", there, now)
                self._tell_change(unit, let_in, after, "incidents")

    def _told(
        self,
        unit: Unit,
        let_in: Pass,
        field: str,
        before: Collection[int],
        after: Collection[int],
    ) -> Incident:
        return unit.incidents.tell(
            let_in.incident_id,
            field,
            list(before),
            list(after),
            officer_id=let_in.officer_id,
            at=self._clock.now(),
        )

    def _tell_change(self, unit: Unit, let_in: Pass, after: Incident, field: str) -> None:
        self._audit.write(
            unit,
            Act.INCIDENT_CHANGED,
            "incident",
            after.id,
            officer_id=let_in.officer_id,
            fields=[field],
            version=after.version,
        )


def joined_to(
    unit: Unit,
    audit: Audit,
    incident: Incident,
    bookmarks: Collection[BookmarkId],
    officer_id: OfficerId | None,
    now: datetime,
) -> Incident:
    """Put ``bookmarks`` into ``incident``, hold their footage, tell the history and the log.

    Raises FieldRefused, Gone.
    """
    there = unit.case_links.related(incident.id).bookmarks
    coming = [unit.case_links.bookmark(each) for each in sorted(set(bookmarks) - set(there))]
    for each in coming:
        if each.undone:
            raise FieldRefused("bookmarks", IncidentRule.UNDONE)
        if each.incident_id is not None:
            raise FieldRefused("bookmarks", IncidentRule.TAKEN)
        unit.case_links.put(each.id, incident.id)
    if not coming:
        return incident
    keep_footage(unit, audit, incident.category_id, coming, officer_id=officer_id, now=now)
    after = unit.incidents.tell(
        incident.id,
        "bookmarks",
        list(there),
        sorted([*there, *(each.id for each in coming)]),
        officer_id=officer_id,
        at=now,
    )
    audit.write(
        unit,
        Act.INCIDENT_JOINED,
        "incident",
        incident.id,
        officer_id=officer_id,
        bookmarks=[each.id for each in coming],
    )
    return after


def tell_described(
    unit: Unit, audit: Audit, bookmark: Bookmark, officer_id: OfficerId | None, now: datetime
) -> None:
    """Tell an incident that a bookmark of it got words, once it was submitted.

    Or it would be approved with words that nobody read.  What they are, the bookmark tells.
    """
    if bookmark.incident_id is None or not unit.bookmarks.is_settled(bookmark):
        return
    there = unit.case_links.bookmarks_of(bookmark.incident_id)
    others = [each.id for each in there if not each.is_draft and each.id != bookmark.id]
    after = unit.incidents.tell(
        bookmark.incident_id,
        "described",
        sorted(others),
        sorted([*others, bookmark.id]),
        officer_id=officer_id,
        at=now,
    )
    audit.write(
        unit,
        Act.INCIDENT_CHANGED,
        "incident",
        after.id,
        officer_id=officer_id,
        fields=["described"],
        version=after.version,
    )
