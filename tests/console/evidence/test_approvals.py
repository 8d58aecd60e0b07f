"""The chief's answer: all, less, nothing; not to what is his own, and not by another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.audit import Act
from console.errors import FieldRefused, NotAllowed
from console.evidence.rules import RequestRefused, RequestRule, WantedRule
from console.forms import FieldRule
from console.gate import Why
from db.evidence_records import PackageOutcome, RequestState, Wanted
from db.records import Role, StreamRole
from tests.evidence import TARGET, EvidenceDesk
from tests.fakes import FakeClock

S = RequestState


def test_an_approved_request_may_be_exported_whole(desk: EvidenceDesk) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    approved = desk.approved(boss, officer, 1, 2)

    assert (approved.state, approved.allowed) == (S.APPROVED, approved.wanted)
    last = desk.requests.steps(approved.id)[-1]
    assert (last.after, last.officer_id, last.reason) == (S.APPROVED, boss.id, "")
    cameras = sorted(each.camera_id for each in approved.wanted)
    told = {"version": approved.version, "cameras": cameras}
    assert desk.log(Act.REQUEST_APPROVED) == [(Act.REQUEST_APPROVED, "request", approved.id, told)]


def test_less_may_be_allowed_than_was_asked(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    desk.chief()
    part = desk.wanted(1, start_min=-80, end_min=-70)

    narrowed = desk.approvals.narrow(asked.id, part, "Chỉ camera\n cổng chợ")

    assert (narrowed.state, narrowed.allowed) == (S.NARROWED, tuple(part))
    assert narrowed.wanted == asked.wanted
    assert desk.requests.steps(asked.id)[-1].reason == "Chỉ camera\n cổng chợ"
    ((*_, told),) = desk.log(Act.REQUEST_NARROWED)
    assert told == {"version": narrowed.version, "cameras": [part[0].camera_id]}


def test_never_more_than_was_asked_nor_all_of_it(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    desk.chief()
    (one,) = desk.wanted(1)
    for allowed, rule in (
        ([], WantedRule.SPANS),
        (asked.wanted, WantedRule.MORE),
        (desk.wanted(3), WantedRule.MORE),
        (desk.wanted(1, start_min=-91, end_min=-60), WantedRule.MORE),
        ([Wanted(one.camera_id, one.span, StreamRole.SUB)], WantedRule.MORE),
    ):
        with pytest.raises(FieldRefused) as refused:
            desk.approvals.narrow(asked.id, allowed, "Vì sao")
        assert (refused.value.field, refused.value.rule) == ("narrowed", rule)
    assert desk.requests.request(asked.id) == asked


def test_refusing_and_narrowing_want_a_reason_which_the_log_is_not_told(
    desk: EvidenceDesk,
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    desk.chief()
    calls: list[Callable[[], object]] = [
        lambda: desk.approvals.refuse(asked.id, " \n"),
        lambda: desk.approvals.narrow(asked.id, asked.wanted[:1], ""),
    ]
    for call in calls:
        with pytest.raises(FieldRefused) as empty:
            call()
        assert (empty.value.field, empty.value.rule) == ("reason", FieldRule.EMPTY)

    refused = desk.approvals.refuse(asked.id, "Không đúng thẩm quyền")

    assert refused.state is S.REFUSED
    assert desk.requests.steps(asked.id)[-1].reason == "Không đúng thẩm quyền"
    assert "thẩm quyền" not in str(desk.log())
    with pytest.raises(RequestRefused, match="not approved"):
        desk.queue.add(asked.id, TARGET)


def test_nobody_answers_what_he_wrote_or_handed_in(desk: EvidenceDesk) -> None:
    officer, boss, other = desk.officer(Role.OFFICER), desk.chief(), desk.chief()
    drafted = desk.requests.make(desk.asking())
    desk.sign_in(officer)
    by_officer = desk.requests.ask(drafted.id, drafted.version)
    desk.sign_in(other)
    draft = desk.requests.make(desk.asking())
    desk.sign_in(boss)
    changed = desk.requests.change(draft.id, draft.version, desk.asking(2))
    desk.sign_in(officer)
    written_on = desk.requests.ask(draft.id, changed.version)

    for chief, request in ((other, by_officer), (other, written_on), (boss, written_on)):
        desk.sign_in(chief)
        assert desk.approvals.is_own(request.id)
        with pytest.raises(RequestRefused, match="himself") as refused:
            desk.approvals.approve(request.id)
        assert refused.value.rule == RequestRule.OWN_WORK
    desk.sign_in(boss)
    assert not desk.approvals.is_own(by_officer.id)
    assert desk.approvals.approve(by_officer.id).state is S.APPROVED


def test_only_a_chief_answers_and_types_his_password_for_it(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked()
    calls: list[Callable[[], object]] = [
        lambda: desk.approvals.approve(asked.id),
        lambda: desk.approvals.refuse(asked.id, "Vì sao"),
        lambda: desk.approvals.narrow(asked.id, asked.wanted, "Vì sao"),
        lambda: desk.approvals.erase_people(asked.id),
    ]
    for call in calls:
        with pytest.raises(NotAllowed) as refused:
            call()
        assert refused.value.reason == Why.ROLE
    desk.chief()
    clock.pass_(minutes=6)
    with pytest.raises(NotAllowed) as refused:
        desk.approvals.approve(asked.id)
    assert refused.value.reason == Why.NOT_FRESH


def test_what_does_not_wait_is_not_answered(desk: EvidenceDesk) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    draft = desk.requests.make(desk.asking())
    approved = desk.approved(boss, officer)
    desk.sign_in(boss)

    for request_id in (draft.id, approved.id):
        with pytest.raises(RequestRefused, match="does not wait") as refused:
            desk.approvals.refuse(request_id, "Vì sao")
        assert refused.value.rule == RequestRule.NOT_ASKED


def test_what_was_exported_first_is_carried_out_once_it_is_approved(desk: EvidenceDesk) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    desk.sign_in(officer)
    asked = desk.asked(urgent=True)
    desk.exported(asked)
    assert desk.requests.request(asked.id).state is S.ASKED
    desk.sign_in(boss)

    assert desk.approvals.approve(asked.id).state is S.MADE
    after = [each.after for each in desk.requests.steps(asked.id)]
    assert after == [S.DRAFT, S.ASKED, S.APPROVED, S.MADE]


def test_what_was_exported_first_and_is_refused_or_narrowed_stays_in_custody(
    desk: EvidenceDesk,
) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    desk.sign_in(officer)
    bad, broad = desk.asked(urgent=True), desk.asked(1, 2, urgent=True)
    packages = [desk.exported(bad), desk.exported(broad)]
    desk.sign_in(boss)

    assert desk.approvals.refuse(bad.id, "Vì sao").state is S.REFUSED
    narrowed = desk.approvals.narrow(broad.id, desk.wanted(1), "Chỉ một")

    assert narrowed.state is S.NARROWED  # what may be made is still to be made
    for package in packages:
        assert desk.packages.package(package.id).outcome is PackageOutcome.MADE
        assert len(desk.custody.of(package.id)) == 1


def test_what_waits_or_is_being_made_of_a_refused_one_is_cancelled(desk: EvidenceDesk) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    desk.sign_in(officer)
    asked = desk.asked(urgent=True)
    queued = [desk.queue.add(asked.id, TARGET) for _ in range(2)]
    begun = desk.queue.begin_next()
    assert begun is not None
    desk.sign_in(boss)

    desk.approvals.refuse(asked.id, "Vì sao")

    assert not desk.queue.is_wanted(begun)
    assert [desk.packages.package(each.id).outcome for each in queued] == [
        PackageOutcome.CANCELLED
    ] * 2
    assert len(desk.log(Act.EXPORT_CANCELLED)) == 2


def test_who_asked_and_who_got_it_can_be_forgotten_and_found_no_more(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked()
    desk.chief()

    erased = desk.approvals.erase_people(asked.id)

    assert (erased.person, erased.recipient, erased.erased) == ("", "", True)
    assert (erased.unit, erased.purpose) == (asked.unit, asked.purpose)
    assert desk.scrubbed == 1
    with desk.store.read() as unit:
        session = unit.requests._session
        rows = session.connection().exec_driver_sql("select * from request").all()
    assert "le van duc" not in str(rows)
    assert "Đức" not in str(rows)
    assert desk.log(Act.REQUEST_PEOPLE_ERASED)[0][2] == asked.id


def test_a_draft_whose_persons_were_forgotten_may_name_others(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    draft = desk.requests.make(desk.asking())
    desk.chief()
    erased = desk.approvals.erase_people(draft.id)

    changed = desk.requests.change(draft.id, erased.version, desk.asking(person="Bà Lý"))

    assert (changed.person, changed.erased) == ("Bà Lý", False)
