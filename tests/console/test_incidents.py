"""Incidents: numbers, what is kept, who may read what of them, and two windows on one incident."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from console.audit import Act
from console.audit_view import shown
from console.categories import CategoryForm
from console.errors import FieldRefused, Gone, NotAllowed, StepRefused
from console.gate import Why
from console.incident_rules import IncidentRule, StepRule
from db.case_records import CategoryId, IncidentState, Severity, Spot
from db.incident_records import IncidentQuery, number_text
from db.records import Named, Role
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.fakes import FakeClock
from tests.timelines import HOUR


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)  # five of one team, one of another
    return Desk(tmp_path, store, clock)


def test_an_incident_takes_from_its_category_what_nobody_said(desk: Desk, clock: FakeClock) -> None:
    duty = desk.officer(Role.DUTY)

    made = desk.opened(
        title="  Mất  xe ",
        cluster_id=desk.cameras()[0].cluster_id,
        address="12 Bến Tượng",
        spot=Spot(2500, 9000),
        due_on=date(2026, 3, 20),
        narrative="Dòng một\nDòng hai",
    )

    assert (made.title, made.severity, made.restricted) == ("Mất xe", Severity.SERIOUS, False)
    assert (made.state, made.version, made.made_by) == (IncidentState.DRAFT, 1, duty.id)
    assert made.readers == frozenset()
    assert desk.incidents.incident(made.id) == made
    assert number_text(made.year, made.number) == "VV-2026-0001"
    (line,) = desk.log(Act.INCIDENT_MADE)
    assert line[1:] == (
        "incident",
        made.id,
        {"number": 1, "restricted": False, "year": 2026},
    )
    assert "xe" not in str(desk.log())


def test_numbers_count_by_the_stations_year_and_two_windows_share_them(
    desk: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    other = Desk(tmp_path, desk.store, clock)
    desk.officer(Role.DUTY)
    other.officer(Role.OFFICER)

    made = [which.opened() for which in (desk, other, desk, other)]
    clock.pass_(days=300)
    desk.officer(Role.DUTY)
    made.append(desk.opened())

    assert [(each.year, each.number) for each in made] == [
        (2026, 1),
        (2026, 2),
        (2026, 3),
        (2026, 4),
        (2027, 1),
    ]
    assert number_text(2026, 12345) == "VV-2026-12345"


def test_what_no_incident_can_be_is_refused(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    retired = desk.categories.add(CategoryForm(name="Cũ")).id
    desk.categories.retire(retired)
    gone = desk.officer(Role.DUTY)
    with desk.store.begin() as unit:
        unit.officers.set_disabled(gone.id, True)
    desk.sign_in(boss)
    now = clock.now()

    for field, rule, given in (
        ("title", "empty", {"title": " "}),
        ("title", "length", {"title": "x" * 161}),
        ("title", "characters", {"title": "tr\u202eái"}),
        ("spot", "range", {"spot": Spot(0, 10_001)}),
        ("ended_at", IncidentRule.ORDER, {"ended_at": now - HOUR}),
        ("began_at", "range", {"began_at": now.replace(tzinfo=None)}),
        ("category_id", IncidentRule.RETIRED, {"category_id": retired}),
        ("assigned_to", "unknown", {"assigned_to": gone.id}),
        ("readers", "unknown", {"readers": frozenset({gone.id})}),
    ):
        with pytest.raises(FieldRefused) as refused:
            desk.opened(**given)
        assert (refused.value.field, refused.value.rule) == (field, rule)
    with pytest.raises(Gone):
        desk.opened(category_id=CategoryId(99))
    assert desk.incidents.count(IncidentQuery()) == 0


# People and vehicles


def test_people_are_read_by_few_and_every_reading_is_logged_once(
    desk: Desk, clock: FakeClock
) -> None:
    reader = desk.officer(Role.OFFICER)
    maker = desk.officer(Role.DUTY)
    made = desk.opened(people="Ông Tư, 50 tuổi", vehicles="20-B1 123.45")

    assert (made.people, made.vehicles, made.readable) == ("", "", True)
    desk.sign_in(reader)
    assert desk.incidents.incident(made.id).people == ""
    assert desk.log(Act.INCIDENT_PEOPLE_READ) == []
    for _ in range(2):
        assert desk.incidents.people(made.id).people == "Ông Tư, 50 tuổi"
    assert len(desk.log(Act.INCIDENT_PEOPLE_READ)) == 1
    clock.pass_(hours=1)
    desk.sign_in(reader)  # another session
    desk.incidents.people(made.id)
    desk.sign_in(maker)
    assert desk.incidents.people(made.id).vehicles == "20-B1 123.45"
    assert len(desk.log(Act.INCIDENT_PEOPLE_READ)) == 3

    desk.officer(Role.DUTY)  # neither his nor READ_PEOPLE
    assert not desk.incidents.incident(made.id).readable
    with pytest.raises(NotAllowed, match=Why.ROLE):
        desk.incidents.people(made.id)
    with pytest.raises(NotAllowed, match=Why.ROLE):
        desk.incidents.edit(made.id, made.version, {"people": ""})
    assert "Tư" not in str(desk.log())


def test_whoever_has_it_assigned_reads_of_people(desk: Desk) -> None:
    assigned = desk.officer(Role.DUTY)
    desk.officer(Role.OFFICER)
    made = desk.opened(people="Bà Lụa", assigned_to=assigned.id)

    desk.sign_in(assigned)

    assert desk.incidents.people(made.id).people == "Bà Lụa"


def test_the_history_has_every_change_and_hides_people_from_whoever_may_not_read(
    desk: Desk,
) -> None:
    other = desk.officer(Role.DUTY)
    maker = desk.officer(Role.DUTY)
    made = desk.opened(people="Ông Tư")
    desk.incidents.edit(made.id, 1, {"title": "Mất xe đạp", "severity": Severity.ROUTINE})
    desk.incidents.edit(made.id, 2, {"people": "Ông Năm"})

    seen = desk.incidents.history(made.id)

    assert [(each.version, each.field) for each in seen] == [
        (2, "title"),
        (2, "severity"),
        (3, "people"),
    ]
    assert json.loads(seen[0].before) == "Mất xe máy ở cổng chợ"
    assert json.loads(seen[2].after) == "Ông Năm"
    assert {each.officer_id for each in seen} == {maker.id}
    assert len(desk.log(Act.INCIDENT_PEOPLE_READ)) == 1
    desk.sign_in(other)
    hidden = desk.incidents.history(made.id)
    assert [each.field for each in hidden] == ["title", "severity", "people"]
    assert hidden[2].after == '""'
    assert desk.log(Act.INCIDENT_CHANGED)[0][3] == {"fields": ["title", "severity"], "version": 2}


def test_the_log_names_an_incident_by_its_number_alone(desk: Desk) -> None:
    desk.officer(Role.OFFICER)
    made = desk.opened()

    with desk.store.read() as unit:
        (name,) = [
            each.subject
            for each in shown(unit, unit.trail.entries(), None)
            if each.entry.act == Act.INCIDENT_MADE
        ]
    assert name == Named(number=None, name=number_text(made.year, made.number))


# Bookmarks and what else hangs on it


def test_bookmarks_open_an_incident_join_it_and_leave_it(desk: Desk) -> None:
    desk.officer(Role.OFFICER)
    camera = desk.cameras()[0].id
    first, second, third = (desk.bookmark(camera) for _ in range(3))

    made = desk.opened([first, second])
    desk.ties.join(made.id, [second, third])
    desk.ties.part(made.id, [first])

    assert desk.ties.related(made.id).bookmarks == (second, third)
    assert [line[3]["bookmarks"] for line in desk.log(Act.INCIDENT_JOINED)] == [
        [first, second],
        [third],
    ]
    assert desk.log(Act.INCIDENT_PARTED)[0][3] == {"bookmarks": [first]}
    assert [each.field for each in desk.incidents.history(made.id)] == ["bookmarks"] * 3


def test_a_bookmark_that_was_undone_or_is_elsewhere_does_not_join(desk: Desk) -> None:
    desk.officer(Role.OFFICER)
    camera = desk.cameras()[0].id
    undone, taken = desk.bookmark(camera, undone=True), desk.bookmark(camera)
    desk.opened([taken])
    made = desk.opened()

    for bookmark, rule in ((undone, IncidentRule.UNDONE), (taken, IncidentRule.TAKEN)):
        with pytest.raises(FieldRefused, match=rule):
            desk.ties.join(made.id, [bookmark])
        with pytest.raises(FieldRefused, match=rule):
            desk.opened([bookmark])
    assert desk.incidents.count(IncidentQuery()) == 2
    assert desk.ties.related(made.id).bookmarks == ()


def test_incidents_and_exhibits_hang_together_from_both_sides(desk: Desk, clock: FakeClock) -> None:
    desk.officer(Role.OFFICER)
    one, two = desk.opened(), desk.opened()
    with desk.store.begin() as unit:
        exhibit = unit.exhibits.add(
            name="a.mp4",
            file="x/a.mp4",
            size_bytes=1,
            sha256="0" * 64,
            given_by="Bà Lụa",
            device="",
            note="",
            claimed_start=None,
            offset_s=None,
            taken_by=None,
            taken_at=clock.now(),
        )

    desk.ties.link(two.id, one.id)
    desk.ties.link(one.id, two.id)  # it is said already
    desk.ties.set_exhibits(one.id, [exhibit.id])

    assert desk.ties.related(one.id).incidents == (two.id,)
    assert desk.ties.related(two.id).incidents == (one.id,)
    assert desk.ties.related(one.id).exhibits == (exhibit.id,)
    desk.ties.unlink(one.id, two.id)
    desk.ties.set_exhibits(one.id, [])
    assert desk.ties.related(one.id).incidents == ()
    assert desk.ties.related(one.id).exhibits == ()
    with pytest.raises(FieldRefused, match=IncidentRule.ITSELF):
        desk.ties.link(one.id, one.id)


# Whose eyes


def test_an_officer_of_a_team_sees_and_handles_what_happened_there(desk: Desk) -> None:
    first, *_, last = desk.cameras()
    boss = desk.chief()
    theirs = desk.opened(cluster_id=first.cluster_id)
    others = desk.opened(cluster_id=last.cluster_id)
    nowhere = desk.opened()
    duty = desk.officer(Role.DUTY, {desk.team_of(first)})
    mine = desk.opened()
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        desk.opened(cluster_id=last.cluster_id)
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        desk.opened([desk.bookmark(last.id)])

    assert {line.id for line in desk.incidents.page(IncidentQuery())} == {theirs.id, mine.id}
    assert desk.incidents.count(IncidentQuery()) == 2
    for hidden in (others, nowhere):
        with pytest.raises(NotAllowed, match=Why.SCOPE):
            desk.incidents.incident(hidden.id)
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        desk.incidents.edit(theirs.id, 1, {"cluster_id": last.cluster_id})
    desk.sign_in(boss)
    desk.incidents.edit(others.id, 1, {"assigned_to": duty.id})
    desk.sign_in(duty)
    assert desk.incidents.edit(others.id, 2, {"title": "Của tôi"}).incident.title == "Của tôi"
    assert len(desk.incidents.page(IncidentQuery())) == 3


def test_a_restricted_incident_is_there_for_those_alone_who_are_named(desk: Desk) -> None:
    boss = desk.chief()
    secret = desk.categories.add(CategoryForm(name="Xâm hại trẻ em", restricted=True))
    named, outsider = desk.officer(Role.OFFICER), desk.officer(Role.OFFICER)
    later = desk.chief()  # made after: see below
    maker = desk.officer(Role.OFFICER)
    made = desk.opened(category_id=secret.id, readers=frozenset({named.id, boss.id}))
    plain = desk.opened()
    desk.ties.link(plain.id, made.id)
    query = IncidentQuery()

    for officer in (maker, named, boss):
        desk.sign_in(officer)
        assert desk.incidents.incident(made.id).restricted
        assert desk.incidents.count(query) == 2
    for officer in (outsider, later):
        desk.sign_in(officer)
        assert [line.id for line in desk.incidents.page(query)] == [plain.id]
        assert desk.incidents.count(query) == 1
        assert desk.ties.related(plain.id).incidents == ()
        for asked in (
            lambda: desk.incidents.incident(made.id),
            lambda: desk.incidents.people(made.id),
            lambda: desk.incidents.history(made.id),
            lambda: desk.incidents.edit(made.id, 1, {"title": "x"}),
            lambda: desk.outcomes.of(made.id),
            lambda: desk.attachments.of(made.id),
            lambda: desk.case_holds.of(made.id),
            lambda: desk.ties.link(plain.id, made.id),
        ):
            with pytest.raises(Gone):
                asked()


def test_who_approves_is_named_in_what_becomes_restricted(desk: Desk) -> None:
    boss = desk.chief()
    secret = desk.categories.add(CategoryForm(name="Người tố giác", restricted=True))
    desk.officer(Role.OFFICER)
    made = desk.opened()

    after = desk.incidents.edit(made.id, 1, {"category_id": secret.id}).incident

    assert (after.restricted, after.readers) == (True, frozenset({boss.id}))
    assert desk.opened(category_id=secret.id).readers == {boss.id}
    with pytest.raises(NotAllowed):  # to let everyone see it is not for everyone
        desk.incidents.edit(made.id, after.version, {"restricted": False})
    alone = desk.incidents.edit(made.id, after.version, {"readers": frozenset()}).incident
    with pytest.raises(StepRefused, match=StepRule.NO_APPROVER):
        desk.review.submit(made.id, alone.version)
    desk.sign_in(boss)
    with pytest.raises(Gone):
        desk.incidents.incident(made.id)
