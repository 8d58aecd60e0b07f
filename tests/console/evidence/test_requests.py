"""Asking for footage: who may for what, what must be said, and who sees it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from console.audit import Act
from console.errors import FieldRefused, Gone, NotAllowed
from console.evidence.rules import MOST_WANTED, RequestRefused, RequestRule, WantedRule
from console.forms import FieldRule
from console.gate import Why
from db.evidence_records import (
    PackageForm,
    PackageOutcome,
    RequestId,
    RequestQuery,
    RequestState,
    Wanted,
    request_number_text,
)
from db.records import Role, StreamRole
from tests import planted
from tests.evidence import TARGET, EvidenceDesk
from tests.fakes import FakeClock

S = RequestState


def test_a_request_is_drafted_changed_and_handed_in(desk: EvidenceDesk) -> None:
    officer = desk.officer(Role.OFFICER)
    made = desk.requests.make(desk.asking(1, 2, person="  Lê   Văn Đức "))
    changed = desk.requests.change(made.id, made.version, desk.asking(1, urgent=False, unit="VKS"))
    asked = desk.requests.ask(made.id, changed.version)

    assert request_number_text(made.year, made.number) == "TX-2026-0001"
    assert (made.person, made.state, made.made_by) == ("Lê Văn Đức", S.DRAFT, officer.id)
    assert (asked.state, asked.unit, asked.version) == (S.ASKED, "VKS", 3)
    assert asked == desk.requests.request(made.id)
    assert [each.after for each in desk.requests.steps(made.id)] == [S.DRAFT, S.DRAFT, S.ASKED]
    first, second, *_ = desk.cameras()
    assert desk.log(Act.REQUEST_MADE, Act.REQUEST_CHANGED, Act.REQUEST_ASKED) == [
        (
            Act.REQUEST_MADE,
            "request",
            made.id,
            {"year": 2026, "number": 1, "cameras": [first.id, second.id], "incident_id": None},
        ),
        (
            Act.REQUEST_CHANGED,
            "request",
            made.id,
            {"fields": ["unit", "person", "wanted"], "version": 2},
        ),
        (
            Act.REQUEST_ASKED,
            "request",
            made.id,
            {"version": 3, "urgent": False, "cameras": [first.id]},
        ),
    ]


def test_numbers_count_by_the_year_of_the_station(desk: EvidenceDesk, clock: FakeClock) -> None:
    desk.officer(Role.OFFICER)
    made = [desk.requests.make(desk.asking()) for _ in range(2)]
    clock.pass_(days=365)
    desk.officer(Role.OFFICER)
    made.append(desk.requests.make(desk.asking()))

    assert [(each.year, each.number) for each in made] == [(2026, 1), (2026, 2), (2027, 1)]


def test_an_unchanged_draft_is_not_written(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    made = desk.requests.make(desk.asking())

    assert desk.requests.change(made.id, made.version, desk.asking()) == made
    assert len(desk.log()) == 1


def test_what_somebody_else_changed_meanwhile_is_not_written_over(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    made = desk.requests.make(desk.asking())
    desk.requests.change(made.id, made.version, desk.asking(purpose="Khác"))

    calls: list[Callable[[], object]] = [
        lambda: desk.requests.change(made.id, made.version, desk.asking(purpose="Cũ")),
        lambda: desk.requests.ask(made.id, made.version),
    ]
    for call in calls:
        with pytest.raises(RequestRefused, match="somebody else changed") as refused:
            call()
        assert refused.value.rule == RequestRule.CHANGED
    assert desk.requests.request(made.id).purpose == "Khác"


def test_what_was_handed_in_is_changed_no_more(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked()

    calls: list[Callable[[], object]] = [
        lambda: desk.requests.change(asked.id, asked.version, desk.asking(2)),
        lambda: desk.requests.ask(asked.id, asked.version),
    ]
    for call in calls:
        with pytest.raises(RequestRefused, match="only a draft") as refused:
            call()
        assert refused.value.rule == RequestRule.NO_DRAFT


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"unit": " "}, "unit", FieldRule.EMPTY),
        ({"purpose": ""}, "purpose", FieldRule.EMPTY),
        ({"legal_basis": ""}, "legal_basis", FieldRule.EMPTY),
        ({"paper_number": ""}, "paper_number", FieldRule.EMPTY),
        ({"paper_on": None}, "paper_on", FieldRule.EMPTY),
        ({"wanted": ()}, "wanted", WantedRule.SPANS),
        ({"urgent": True}, "urgent", WantedRule.NOT_URGENT),
    ],
)
def test_a_draft_may_lack_what_the_chief_must_know(
    desk: EvidenceDesk, fields: dict[str, Any], field: str, rule: str
) -> None:
    desk.officer(Role.OFFICER)
    made = desk.requests.make(desk.asking(**fields))

    with pytest.raises(FieldRefused) as refused:
        desk.requests.ask(made.id, made.version)

    assert (refused.value.field, refused.value.rule) == (field, rule)
    assert desk.requests.request(made.id).state is S.DRAFT


def test_what_has_not_begun_is_not_asked_for(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    ahead = tuple(desk.wanted(1, start_min=0, end_min=30))
    made = desk.requests.make(desk.asking(wanted=ahead))

    with pytest.raises(FieldRefused) as refused:
        desk.requests.ask(made.id, made.version)

    assert (refused.value.field, refused.value.rule) == ("wanted", WantedRule.AHEAD)


def test_an_urgent_one_does_without_its_paper_where_the_station_says_so(
    desk: EvidenceDesk,
) -> None:
    desk.urgent_export = True
    desk.officer(Role.OFFICER)

    asked = desk.asked(urgent=True, paper_number="", paper_on=None)

    assert (asked.urgent, asked.state, asked.approve_by) == (True, S.ASKED, None)


def test_what_cannot_be_kept_is_refused_by_its_field(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    (one,) = desk.wanted(1)
    long = tuple(desk.wanted(1, start_min=-60 * 24 * 32, end_min=0))
    many = tuple(
        Wanted(one.camera_id, desk.span(-5 - number, -4 - number))
        for number in range(MOST_WANTED + 1)
    )
    for fields, field, rule in (
        ({"unit": "x" * 161}, "unit", FieldRule.LENGTH),
        ({"person": "a\u202eb"}, "person", FieldRule.CHARACTERS),
        ({"purpose": "x" * 2001}, "purpose", FieldRule.LENGTH),
        ({"forms": frozenset()}, "forms", WantedRule.FORMS),
        ({"wanted": long}, "wanted", WantedRule.LENGTH),
        ({"wanted": many}, "wanted", WantedRule.SPANS),
    ):
        with pytest.raises(FieldRefused) as refused:
            desk.requests.make(desk.asking(**fields))
        assert (refused.value.field, refused.value.rule) == (field, rule)
    assert desk.requests.count(RequestQuery()) == 0


def test_a_line_that_is_typed_twice_is_kept_once_and_forms_and_streams_as_chosen(
    desk: EvidenceDesk,
) -> None:
    desk.officer(Role.OFFICER)
    (main,) = desk.wanted(1)
    sub = Wanted(main.camera_id, main.span, StreamRole.SUB)
    forms = frozenset({PackageForm.STILLS, PackageForm.AUDIO})

    made = desk.requests.make(desk.asking(wanted=(main, sub, main), forms=forms))

    assert desk.requests.request(made.id) == made
    assert (made.wanted, made.forms) == ((main, sub), forms)
    assert made.allowed == made.wanted


def test_teams_and_the_age_of_footage_are_kept(desk: EvidenceDesk) -> None:
    team = desk.team_of(desk.cameras()[0])
    desk.officer(Role.OFFICER, [team])
    mine = desk.requests.make(desk.asking(1))

    with pytest.raises(NotAllowed) as refused:
        desk.requests.make(desk.asking(1, 6))
    assert refused.value.reason == Why.SCOPE
    with pytest.raises(NotAllowed):
        desk.requests.change(mine.id, mine.version, desk.asking(6))

    desk.officer(Role.DUTY)
    with pytest.raises(NotAllowed) as refused:
        desk.requests.make(desk.asking(1))
    assert refused.value.reason == Why.ROLE


def test_an_officer_of_a_team_sees_what_he_made_and_what_is_of_its_cameras(
    desk: EvidenceDesk,
) -> None:
    first, *_, last = desk.cameras()
    desk.officer(Role.OFFICER)
    of_first, of_both = desk.asked(1), desk.asked(1, 6)
    empty = desk.requests.make(desk.asking(wanted=()))
    desk.officer(Role.OFFICER, [desk.team_of(first)])

    assert [each.id for each in desk.requests.page(RequestQuery())] == [empty.id, of_first.id]
    assert desk.requests.count(RequestQuery()) == 2
    for call in (desk.requests.request, desk.requests.steps, desk.requests.withdraw):
        with pytest.raises(Gone):
            call(of_both.id)
    desk.officer(Role.CHIEF, [desk.team_of(last)])
    assert desk.requests.count(RequestQuery()) == 3


def test_one_of_a_restricted_case_is_for_those_who_are_named_in_it(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    incident = planted.incident(desk.store, clock, readers=[officer.id, boss.id])
    asked = desk.asked(incident_id=incident)

    desk.officer(Role.OFFICER)
    assert desk.requests.page(RequestQuery()) == []
    with pytest.raises(Gone):
        desk.requests.request(asked.id)
    with pytest.raises(Gone):
        desk.requests.make(desk.asking(incident_id=incident))
    desk.sign_in(boss)
    assert [each.incident_id for each in desk.requests.page(RequestQuery())] == [incident]


def test_a_restricted_case_that_no_chief_reads_has_nobody_to_approve(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.chief()
    officer = desk.officer(Role.OFFICER)
    incident = planted.incident(desk.store, clock, readers=[officer.id])
    made = desk.requests.make(desk.asking(incident_id=incident))

    with pytest.raises(RequestRefused, match="nobody who sees") as refused:
        desk.requests.ask(made.id, made.version)

    assert refused.value.rule == RequestRule.NO_APPROVER


def test_a_request_is_found_by_words_without_their_diacritics_and_page_by_page(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.officer(Role.OFFICER)
    made = []
    for number in range(1, 6):
        made.append(desk.requests.make(desk.asking(number, unit=f"Viện kiểm sát {number}")).id)
        clock.pass_(minutes=1)
    first = desk.cameras()[0].id

    def found(**query: Any) -> list[RequestId]:
        return [each.id for each in desk.requests.page(RequestQuery(**query))]

    assert found(words="vien KIEM sat cho dong") == made[::-1]
    assert found(words="duc 125/yc tx-2026-0004") == [made[3]]
    assert found(words="100%") == found(words="viện_") == []
    assert found(camera_id=first) == [made[0]]
    assert found(limit=2) == made[:2:-1]
    assert found(limit=2, before=made[3]) == [made[2], made[1]]
    assert found(states=frozenset({S.ASKED})) == []
    since = clock.now() - timedelta(minutes=2)
    assert found(since=since) == [made[4], made[3]]
    assert found(until=since, made_by=desk.seat.session.officer_id) == made[2::-1]  # type: ignore[union-attr]
    (line,) = desk.requests.page(RequestQuery(words="tx-2026-0005"))
    assert (line.unit, line.spans, line.number) == ("Viện kiểm sát 5", 1, 5)


def test_a_request_is_withdrawn_with_what_waits_for_it_and_its_number_stays(
    desk: EvidenceDesk,
) -> None:
    officer, boss = desk.officer_and_chief()
    approved = desk.approved(boss, officer)
    queued = desk.queue.add(approved.id, TARGET)

    assert desk.requests.withdraw(approved.id).state is S.WITHDRAWN
    assert desk.packages.package(queued.id).outcome is PackageOutcome.CANCELLED
    assert [act for act, *_ in desk.log()][-2:] == [
        Act.EXPORT_CANCELLED,
        Act.REQUEST_WITHDRAWN,
    ]
    with pytest.raises(RequestRefused) as refused:
        desk.requests.withdraw(approved.id)
    assert refused.value.rule == RequestRule.OVER
    assert desk.requests.make(desk.asking()).number == 2


def test_what_was_exported_for_cannot_be_withdrawn(desk: EvidenceDesk) -> None:
    desk.urgent_export = True
    desk.officer(Role.OFFICER)
    asked = desk.asked(urgent=True)
    desk.exported(asked)

    with pytest.raises(RequestRefused, match="cannot be withdrawn") as refused:
        desk.requests.withdraw(asked.id)

    assert refused.value.rule == RequestRule.EXPORTED


def test_what_waits_stands_by_age_and_tells_what_is_due(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.urgent_export = True
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    today = clock.now().date()
    old = desk.asked(due_on=today)
    clock.pass_(hours=2)
    urgent = desk.asked(urgent=True)
    desk.exported(urgent)
    desk.requests.make(desk.asking())
    desk.approved(boss, officer)
    assert desk.requests.overdue() == []
    clock.pass_(hours=25)
    desk.sign_in(boss)

    seen = desk.requests.waiting()

    assert [each.line.id for each in seen.items] == [old.id, urgent.id]
    assert [(each.is_overdue, each.is_due) for each in seen.items] == [(False, True), (True, False)]
    assert seen.items[0].age == timedelta(hours=27)
    assert (seen.total, seen.overdue) == (2, 1)
    assert [each.id for each in desk.requests.overdue()] == [urgent.id]
    assert [each.line.id for each in desk.requests.waiting(1, 1).items] == [urgent.id]


def test_names_are_told_of_those_too_who_left(desk: EvidenceDesk) -> None:
    officer = desk.officer(Role.OFFICER)
    asked = desk.asked()
    boss = desk.chief()
    with desk.store.begin() as unit:
        unit.officers.erase(officer.id)

    names = desk.requests.names()

    assert (names[officer.id], names[boss.id]) == ("", boss.name)
    assert desk.requests.request(asked.id).made_by == officer.id


def test_no_word_of_a_person_or_a_paper_is_in_the_log(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    desk.asked(1, 2)

    told = str(desk.log())

    form = desk.asking()
    for text in (form.unit, form.purpose, form.person, form.recipient, form.paper_number):
        assert text not in told
