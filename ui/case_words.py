"""Incidents in the officer's words: one place for every page of cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.case_records import Category, CategoryId, IncidentState, OutcomeKind, Severity
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from db.case_records import Incident
    from db.incident_records import IncidentLine

_CONTEXT = "cases"
_STATES = {
    IncidentState.DRAFT: QT_TRANSLATE_NOOP("cases", "Draft"),
    IncidentState.SUBMITTED: QT_TRANSLATE_NOOP("cases", "Waits for approval"),
    IncidentState.RETURNED: QT_TRANSLATE_NOOP("cases", "Returned"),
    IncidentState.APPROVED: QT_TRANSLATE_NOOP("cases", "Approved"),
    IncidentState.CLOSED: QT_TRANSLATE_NOOP("cases", "Closed"),
}
_SEVERITIES = {
    Severity.ROUTINE: QT_TRANSLATE_NOOP("cases", "Routine"),
    Severity.SERIOUS: QT_TRANSLATE_NOOP("cases", "Serious"),
    Severity.URGENT: QT_TRANSLATE_NOOP("cases", "Urgent"),
}
_OUTCOMES = {
    OutcomeKind.VERIFIED: QT_TRANSLATE_NOOP("cases", "Case verified"),
    OutcomeKind.ADMINISTRATIVE: QT_TRANSLATE_NOOP("cases", "Violation fined"),
    OutcomeKind.SEIZED: QT_TRANSLATE_NOOP("cases", "Exhibit seized"),
    OutcomeKind.SANCTION_ADVISED: QT_TRANSLATE_NOOP("cases", "Sanction advised"),
    OutcomeKind.DRUGS: QT_TRANSLATE_NOOP("cases", "Drug case"),
    OutcomeKind.REHABILITATION: QT_TRANSLATE_NOOP("cases", "Rehabilitation dossier"),
    OutcomeKind.COUNSELLED: QT_TRANSLATE_NOOP("cases", "Persons counselled"),
    OutcomeKind.TRAFFIC: QT_TRANSLATE_NOOP("cases", "Traffic accident resolved"),
    OutcomeKind.HANDED_OVER: QT_TRANSLATE_NOOP("cases", "Handed to another unit"),
    OutcomeKind.NO_RESULT: QT_TRANSLATE_NOOP("cases", "No result"),
}
_STEPS = {
    IncidentState.DRAFT: QT_TRANSLATE_NOOP("cases", "opened"),
    IncidentState.SUBMITTED: QT_TRANSLATE_NOOP("cases", "submitted"),
    IncidentState.RETURNED: QT_TRANSLATE_NOOP("cases", "returned"),
    IncidentState.APPROVED: QT_TRANSLATE_NOOP("cases", "approved"),
    IncidentState.CLOSED: QT_TRANSLATE_NOOP("cases", "closed"),
}
_FIELDS = {
    "title": QT_TRANSLATE_NOOP("cases", "Title"),
    "category_id": QT_TRANSLATE_NOOP("cases", "Category"),
    "severity": QT_TRANSLATE_NOOP("cases", "Severity"),
    "cluster_id": QT_TRANSLATE_NOOP("cases", "Cluster"),
    "address": QT_TRANSLATE_NOOP("cases", "Address"),
    "spot": QT_TRANSLATE_NOOP("cases", "Spot on the ward plan"),
    "began_at": QT_TRANSLATE_NOOP("cases", "Began"),
    "ended_at": QT_TRANSLATE_NOOP("cases", "Ended"),
    "narrative": QT_TRANSLATE_NOOP("cases", "What happened"),
    "people": QT_TRANSLATE_NOOP("cases", "Persons"),
    "vehicles": QT_TRANSLATE_NOOP("cases", "Vehicles"),
    "assigned_to": QT_TRANSLATE_NOOP("cases", "Assigned to"),
    "due_on": QT_TRANSLATE_NOOP("cases", "Due"),
    "restricted": QT_TRANSLATE_NOOP("cases", "Restricted"),
    "readers": QT_TRANSLATE_NOOP("cases", "Who sees it"),
    # What the history tells of, too.
    "bookmarks": QT_TRANSLATE_NOOP("cases", "Bookmarks"),
    "described": QT_TRANSLATE_NOOP("cases", "Bookmarks with words"),
    "outcomes": QT_TRANSLATE_NOOP("cases", "Outcomes"),
    "attachments": QT_TRANSLATE_NOOP("cases", "Attachments"),
    "exhibits": QT_TRANSLATE_NOOP("cases", "Foreign files"),
    "incidents": QT_TRANSLATE_NOOP("cases", "Related incidents"),
}
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def number_words(incident: Incident | IncidentLine) -> str:
    """What an incident is called: "15/2026"."""
    return number_of(incident.year, incident.number)


def number_of(year: int, number: int) -> str:
    """The same, of an incident of which no more is known."""
    return f"{number}/{year}"


def state_word(state: IncidentState) -> str:
    """Where an incident is on its way."""
    return translate(_CONTEXT, _STATES[state])


def severity_word(severity: Severity) -> str:
    """How much it matters."""
    return translate(_CONTEXT, _SEVERITIES[severity])


def mattering_word(severity: Severity) -> str:
    """How much it matters, where it is only said of what is not routine."""
    return "" if severity is Severity.ROUTINE else severity_word(severity)


def outcome_word(kind: OutcomeKind) -> str:
    """What came of an incident."""
    return translate(_CONTEXT, _OUTCOMES[kind])


def field_word(field: str) -> str:
    """What a part of an incident is called; one of a newer program by its name in the code."""
    return translate(_CONTEXT, _FIELDS.get(field, field))


def fields_words(fields: Sequence[str]) -> str:
    """Several parts of an incident, as the form has them from the top: "Title, Address"."""
    order = list(_FIELDS)
    known = sorted(fields, key=lambda each: order.index(each) if each in order else len(order))
    return ", ".join(field_word(each) for each in known)


def category_words(category_id: CategoryId | None, tree: Sequence[Category]) -> str:
    """A category with its branch: "Trộm cắp › Xe máy"; "" for none that is known."""
    by_id = {each.id: each for each in tree}
    category = None if category_id is None else by_id.get(category_id)
    if category is None:
        return ""
    branch = None if category.parent_id is None else by_id.get(category.parent_id)
    return category.name if branch is None else f"{branch.name} › {category.name}"


def age_words(age: timedelta) -> str:
    """How long something took, or waits, two units at most: "14 min", "2 h 14 min", "3 d 5 h"."""
    days, hours, minutes = age // _DAY, age % _DAY // _HOUR, age % _HOUR // _MINUTE
    units = (
        (days, translate("cases", "{n} d")),
        (hours, translate("cases", "{n} h")),
        (0 if days else minutes, translate("cases", "{n} min")),
    )
    said = [words.format(n=number) for number, words in units if number > 0]
    return " ".join(said) or translate("cases", "less than a minute")


def date_words(day: date | None) -> str:
    """31/12/2026; "" for none."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def step_word(before: IncidentState, after: IncidentState) -> str:
    """What was done to an incident when it went from one state to another."""
    if after is IncidentState.RETURNED and before is not IncidentState.SUBMITTED:
        return translate("cases", "reopened")
    return translate(_CONTEXT, _STEPS[after])
