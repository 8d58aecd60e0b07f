"""A restricted case is never lost to everybody: by erasing officers, or taking approvers off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import Gone, StepRefused
from console.incident_rules import IncidentChanges, StepRule
from db.case_records import Incident
from db.records import Officer, OfficerId, Role
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.console.officers import post
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    return Desk(tmp_path, store, clock)


@pytest.fixture
def erase(desk: Desk, store: Store, clock: FakeClock) -> Callable[[Officer], None]:
    """Let the administrator erase an officer, at a console of his own."""
    office = post(store, clock)
    office.begun()

    def erase(officer: Officer) -> None:
        office.access.erase(officer.id)

    return erase


def disable(desk: Desk, officer: Officer) -> None:
    with desk.store.begin() as unit:
        unit.officers.set_disabled(officer.id, disabled=True)


def readers(desk: Desk, incident: Incident) -> set[OfficerId]:
    with desk.store.read() as unit:
        return set(unit.incidents.incident(incident.id).readers)


def test_who_is_erased_last_of_those_who_read_a_case_leaves_it_to_todays_chiefs(
    desk: Desk, erase: Callable[[Officer], None]
) -> None:
    author, reader, held = (desk.officer(Role.OFFICER) for _ in range(3))
    desk.sign_in(author)
    made = desk.opened(restricted=True, readers=frozenset({reader.id}), assigned_to=held.id)
    open_one = desk.opened()
    boss, gone = desk.chief(), desk.chief()
    disable(desk, gone)
    for each in (author, reader):
        erase(each)
        assert readers(desk, made) == {reader.id}
        desk.sign_in(boss)
        with pytest.raises(Gone):
            desk.incidents.incident(made.id)

    erase(held)

    assert readers(desk, made) == {reader.id, boss.id}
    assert desk.incidents.incident(made.id).version == made.version + 1
    (change,) = desk.incidents.history(made.id)
    assert (change.field, json.loads(change.after)) == ("readers", [reader.id, boss.id])
    (told,) = desk.log(Act.INCIDENT_CHANGED)
    assert told[1:3] == ("incident", made.id)
    assert told[3] == {"fields": ["readers"], "version": made.version + 1}
    assert desk.incidents.incident(open_one.id).version == open_one.version
    erase(boss)  # no chief is left to be named
    assert readers(desk, made) == {reader.id, boss.id}


def test_one_who_is_disabled_does_not_sit_down_and_one_who_is_not_named_changes_nothing(
    desk: Desk, erase: Callable[[Officer], None]
) -> None:
    author, away, other = (desk.officer(Role.OFFICER) for _ in range(3))
    desk.sign_in(author)
    made = desk.opened(restricted=True, readers=frozenset({away.id}))
    boss = desk.chief()
    disable(desk, away)
    erase(other)
    assert readers(desk, made) == {away.id}

    erase(author)

    assert readers(desk, made) == {away.id, boss.id}


@pytest.mark.parametrize("by", ["readers", "assigned_to"])
def test_the_last_who_could_approve_is_not_taken_off_what_was_submitted(
    desk: Desk, by: str
) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    alone, both = frozenset({author.id}), frozenset({boss.id})
    named = (
        IncidentChanges(readers=both) if by == "readers" else IncidentChanges(assigned_to=boss.id)
    )
    made = desk.opened(restricted=True, readers=alone)
    made = desk.incidents.edit(made.id, made.version, named).incident
    off = IncidentChanges(readers=alone) if by == "readers" else IncidentChanges(assigned_to=None)
    changed = desk.incidents.edit(made.id, made.version, off).incident  # of a draft he may
    made = desk.incidents.edit(made.id, changed.version, named).incident
    desk.review.submit(made.id, made.version)

    with pytest.raises(StepRefused, match=StepRule.NO_APPROVER):
        desk.incidents.edit(made.id, made.version, off)
    assert desk.incidents.edit(made.id, made.version, {"title": "Vụ khác"}).incident.title


def test_a_submitted_case_becomes_restricted_only_if_somebody_named_can_approve_it(
    desk: Desk,
) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    made = desk.submitted()
    with pytest.raises(StepRefused, match=StepRule.NO_APPROVER):
        desk.incidents.edit(
            made.id, made.version, {"restricted": True, "readers": frozenset({author.id})}
        )

    after = desk.incidents.edit(made.id, made.version, {"restricted": True}).incident
    assert after.readers == {boss.id}
    disable(desk, boss)  # by which nobody can any more: other fields are written on all the same
    assert desk.incidents.edit(made.id, after.version, {"title": "Vụ khác"}).incident.title
