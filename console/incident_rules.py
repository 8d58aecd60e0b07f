"""What an incident may say: its number, its form, and how each part is cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypedDict

from console.categories import usable
from console.errors import FieldRefused, StepRefused
from console.forms import FieldRule
from console.free_text import clean_line, clean_lines
from db.case_records import CategoryId, Incident, IncidentId, IncidentState, Severity, Spot
from db.incident_records import IncidentFields
from db.records import ClusterId, OfficerId
from db.repositories.incidents import fields_of
from db.store import Unit
from db.structs import asdict, replace

LONGEST_TITLE, LONGEST_ADDRESS = 160, 160
LONGEST_NARRATIVE, LONGEST_PEOPLE = 20_000, 4000
LONGEST_REASON = 1000
PEOPLE = frozenset({"people", "vehicles"})
"""Fields of restricted reading."""
WRITABLE = frozenset({IncidentState.DRAFT, IncidentState.SUBMITTED, IncidentState.RETURNED})
"""States in which an incident is edited; from the others it is reopened first."""
_LINES = "\n\t"
_PLAN = 10_000


class IncidentRule(StrEnum):
    """What an incident broke, as ``FieldRefused.rule`` names it."""

    RETIRED = "category_retired"  # no new incident may have it
    ORDER = "ends_before_it_begins"
    UNDONE = "bookmark_undone"
    TAKEN = "bookmark_taken"  # it belongs to another incident
    ITSELF = "linked_to_itself"
    SUMS = "outcome_sums"  # persons, item and unit where they have no place, or none where they do
    LATER = "outcome_later"  # it has not come yet


class StepRule(StrEnum):
    """Why an incident or a hold does not take a step, as ``StepRefused.rule`` names it."""

    STATE = "step_state"  # it is not in a state from which that step leads
    FIXED = "step_fixed"  # approved or closed: it is reopened before it is written on
    OWN_WORK = "step_own_work"  # nobody approves what he opened, or changed since
    NO_APPROVER = "step_no_approver"  # restricted, and nobody who is named could approve it
    NOT_CLOSED = "step_not_closed"  # its footage is released when it is closed
    ASKED_FOR = "step_asked_for"  # a request that may still be carried out needs the hold


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentForm:
    """A new incident as it is typed; see ``db.case_records.Incident``.

    ``severity`` and ``restricted`` None: as its category says.  ``readers`` None: the chiefs of
    today, if it is restricted.
    """

    title: str
    category_id: CategoryId
    began_at: datetime
    ended_at: datetime | None = None
    severity: Severity | None = None
    cluster_id: ClusterId | None = None
    address: str = ""
    spot: Spot | None = None
    narrative: str = ""
    people: str = ""
    vehicles: str = ""
    assigned_to: OfficerId | None = None
    due_on: date | None = None
    restricted: bool | None = None
    readers: frozenset[OfficerId] | None = None


class IncidentChanges(TypedDict, total=False):
    """The parts of an incident that an officer touched, as they are to be."""

    title: str
    category_id: CategoryId
    severity: Severity
    cluster_id: ClusterId | None
    address: str
    spot: Spot | None
    began_at: datetime
    ended_at: datetime | None
    narrative: str
    people: str
    vehicles: str
    assigned_to: OfficerId | None
    due_on: date | None
    restricted: bool
    readers: frozenset[OfficerId]


def filled_in(unit: Unit, form: IncidentForm, chiefs: frozenset[OfficerId]) -> IncidentFields:
    """``form`` cleaned, and with what its category decides.

    ``chiefs`` see a restricted one if ``form`` names nobody.

    Raises:
        FieldRefused: ``field`` is one of the form.
        Gone: its category, cluster, or an officer.
    """
    category = unit.categories.category(form.category_id)
    restricted = category.restricted if form.restricted is None else form.restricted
    readers = form.readers
    if readers is None:
        readers = chiefs if restricted else frozenset()
    return checked(
        unit,
        IncidentFields(
            title=form.title,
            category_id=form.category_id,
            severity=form.severity or category.severity,
            cluster_id=form.cluster_id,
            address=form.address,
            spot=form.spot,
            began_at=form.began_at,
            ended_at=form.ended_at,
            narrative=form.narrative,
            people=form.people,
            vehicles=form.vehicles,
            assigned_to=form.assigned_to,
            due_on=form.due_on,
            restricted=restricted,
            readers=readers,
        ),
        None,
    )


def changed(unit: Unit, before: Incident, changes: Mapping[str, Any]) -> IncidentFields:
    """What ``before`` is with ``changes``, cleaned.  Raises FieldRefused, Gone."""
    fields = fields_of(before)
    if unknown := changes.keys() - asdict(fields).keys():
        raise ValueError(f"an incident has no {', '.join(sorted(unknown))}")
    return checked(unit, replace(fields, **changes), fields)


def checked(unit: Unit, fields: IncidentFields, before: IncidentFields | None) -> IncidentFields:
    """``fields`` as they are kept; what is as ``before`` may be what no new one could be.

    Raises FieldRefused, Gone.
    """
    clean = replace(
        fields,
        title=clean_line("title", fields.title, LONGEST_TITLE),
        address=clean_line("address", fields.address, LONGEST_ADDRESS, may_be_empty=True),
        narrative=clean_lines("narrative", fields.narrative, LONGEST_NARRATIVE, _LINES),
        people=clean_lines("people", fields.people, LONGEST_PEOPLE, _LINES),
        vehicles=clean_lines("vehicles", fields.vehicles, LONGEST_PEOPLE, _LINES),
        severity=Severity(fields.severity),
        readers=frozenset(fields.readers),
    )
    _check_times(clean)
    spot = clean.spot
    if spot is not None and not (0 <= spot.x <= _PLAN and 0 <= spot.y <= _PLAN):
        raise FieldRefused("spot", FieldRule.RANGE)
    if before is None or before.category_id != clean.category_id:
        unit.categories.category(clean.category_id)
        if clean.category_id not in {each.id for each in usable(unit.categories.all())}:
            raise FieldRefused("category_id", IncidentRule.RETIRED)
    if clean.cluster_id is not None:
        unit.fleet.cluster(clean.cluster_id)
    _check_officers(unit, clean, before)
    return clean


def changed_since(unit: Unit, incident_id: IncidentId, version: int) -> set[str]:
    """Fields that are not any more what they were at ``version``."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for each in unit.incidents.changes(incident_id, version):
        first.setdefault(each.field, each.before)
        last[each.field] = each.after
    return {field for field, before in first.items() if last[field] != before}


def require_writable(incident: Incident) -> None:
    """Go on only while an incident may be written on.  Raises StepRefused."""
    if incident.state not in WRITABLE:
        raise StepRefused(StepRule.FIXED)


def _check_times(fields: IncidentFields) -> None:
    for name, at in (("began_at", fields.began_at), ("ended_at", fields.ended_at)):
        if at is not None and at.tzinfo is None:
            raise FieldRefused(name, FieldRule.RANGE)
    if fields.ended_at is not None and fields.ended_at < fields.began_at:
        raise FieldRefused("ended_at", IncidentRule.ORDER)


def _check_officers(unit: Unit, fields: IncidentFields, before: IncidentFields | None) -> None:
    """Whoever is named anew must be able to sign in."""
    known = set() if before is None else {*before.readers, before.assigned_to}
    for name, officers in (("assigned_to", {fields.assigned_to}), ("readers", fields.readers)):
        for officer_id in officers:
            if officer_id is None or officer_id in known:
                continue
            officer = unit.officers.officer(officer_id)
            if officer.disabled or officer.erased:
                raise FieldRefused(name, FieldRule.UNKNOWN)
