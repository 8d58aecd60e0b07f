"""What the list of cases says of an incident, in the officer's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from db.case_records import Category, CategoryId, IncidentState
from db.incident_records import IncidentLine
from db.records import ClusterId, OfficerId
from ui.case_words import date_words
from ui.ward import Ward
from ui.words import translate

OPEN = frozenset({IncidentState.DRAFT, IncidentState.SUBMITTED, IncidentState.RETURNED})
"""States in which something is still to be done, and may be written on."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids of a list stand for, as it was read last."""

    ward: Ward = field(default_factory=Ward)
    categories: Mapping[CategoryId, str] = field(default_factory=dict)
    officers: Mapping[OfficerId, str] = field(default_factory=dict)

    def category(self, category_id: CategoryId) -> str:
        """The category, "" while it is not known yet."""
        return self.categories.get(category_id, "")

    def officer(self, officer_id: OfficerId | None) -> str:
        """Somebody's name; an erased officer's number."""
        if officer_id is None:
            return ""
        known = self.officers.get(officer_id)
        return known or translate("case-list", "officer no. {number}").format(number=officer_id)

    def place(self, cluster_id: ClusterId | None) -> str:
        """The cluster, "" for none."""
        return next((each.name for each in self.ward.clusters if each.id == cluster_id), "")


def began_words(at: datetime) -> str:
    """22/11/2026 22:05."""
    return f"{at.astimezone():%d/%m/%Y %H:%M}"


def is_overdue(line: IncidentLine, now: datetime) -> bool:
    """Whether it should have been finished before today."""
    due = line.due_on
    return due is not None and line.state in OPEN and due < now.astimezone().date()


def due_words(line: IncidentLine, now: datetime) -> str:
    """When it is to be finished, without this year; one that is late says so."""
    due = line.due_on
    if due is None:
        return ""
    day = f"{due:%d/%m}" if due.year == now.astimezone().year else date_words(due)
    words = translate("case-list", "{day} late") if is_overdue(line, now) else "{day}"
    return words.format(day=day)


def offered(tree: Sequence[Category]) -> list[Category]:
    """Those that a new incident may have: not retired, and in no branch that is."""
    retired = {each.id for each in tree if each.retired}
    return [each for each in tree if each.id not in retired and each.parent_id not in retired]
