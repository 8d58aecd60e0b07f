"""The queue of exports: in order, one at a time, whole after a restart."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from console.audit import Act
from console.errors import FieldRefused, Gone, NotAllowed
from console.evidence.export_queue import ExportQueue
from console.evidence.request_door import RequestDoor
from console.evidence.rules import Cause, RequestRefused, RequestRule
from console.forms import FieldRule
from console.platform.others import ran_at
from console.station import SettingRule
from db.evidence_records import Package, PackageId, PackageOutcome, PackageQuery, Request
from db.records import Role
from db.structs import replace
from tests.evidence import MADE, TARGET, EvidenceDesk, missing
from tests.fakes import FakeClock

Came = PackageOutcome


@pytest.fixture
def approved(desk: EvidenceDesk) -> Request:
    """Of cameras 1 and 2; the officer who asked for it sits here."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    return desk.approved(boss, officer, 1, 2)


def begun(desk: EvidenceDesk) -> Package:
    package = desk.queue.begin_next()
    assert package is not None
    return package


def test_a_package_is_queued_begun_and_made(desk: EvidenceDesk, approved: Request) -> None:
    queued = desk.queue.add(approved.id, f" {TARGET} ", "SanDisk")
    assert (queued.outcome, queued.target, queued.tries) == (Came.QUEUED, TARGET, 0)
    assert (queued.wanted, queued.request_id) == (approved.wanted, approved.id)
    making = begun(desk)
    assert (making.outcome, making.maker_pid, making.tries) == (Came.MAKING, os.getpid(), 1)
    assert desk.queue.is_wanted(making)
    gap = missing(approved.wanted[0].camera_id, approved.wanted[0].span)

    made = desk.queue.made(making, replace(MADE, missing=(gap,)))

    assert made.made == replace(MADE, missing=(gap,))
    assert desk.packages.package(queued.id) == made
    assert desk.requests.request(approved.id).state == "made"
    assert [each.line.kind for each in desk.custody.of(made.id)] == ["made"]
    assert desk.queue.rows() == []
    acts = [act for act, subject, *_ in desk.log() if subject == "package"]
    assert acts == [Act.EXPORT_QUEUED, Act.EXPORT_STARTED, Act.EXPORT_FINISHED]
    ((*_, told),) = desk.log(Act.EXPORT_FINISHED)
    assert told["sha256"] == MADE.sums_sha256
    assert told["missing"] == 1
    assert told["serial"] == MADE.medium_serial
    assert TARGET not in str(desk.log())


def test_only_a_whole_path_is_a_place_for_a_package(desk: EvidenceDesk, approved: Request) -> None:
    for target, rule in (("", FieldRule.EMPTY), ("usb", SettingRule.FOLDER)):
        with pytest.raises(FieldRefused) as refused:
            desk.queue.add(approved.id, target)
        assert (refused.value.field, refused.value.rule) == ("target", rule)
    with pytest.raises(FieldRefused):
        desk.queue.add(approved.id, TARGET, "x" * 81)


def test_one_is_made_at_a_time_in_the_order_that_officers_want(
    desk: EvidenceDesk, approved: Request
) -> None:
    first, second, third = (desk.queue.add(approved.id, TARGET).id for _ in range(3))

    order = [each.id for each in desk.queue.arrange([third])]

    assert order == [third, first, second]
    making = begun(desk)
    assert making.id == third
    assert desk.queue.begin_next() is None
    assert [each.id for each in desk.queue.rows()] == [third, first, second]
    with pytest.raises(RequestRefused, match="does not wait") as refused:
        desk.queue.arrange([second, third])
    assert refused.value.rule == RequestRule.NOT_WAITING
    desk.queue.made(making, MADE)
    desk.queue.arrange([second, first])
    assert begun(desk).id == second
    assert [told["packages"] for *_, told in desk.log(Act.EXPORTS_ARRANGED)] == [
        [third],
        [second, first],
    ]


def test_nothing_is_begun_where_nothing_waits(desk: EvidenceDesk) -> None:
    assert desk.queue.begin_next() is None
    assert desk.queue.restarted() == []


def test_what_failed_is_tried_again_at_the_end(desk: EvidenceDesk, approved: Request) -> None:
    first, second = (desk.queue.add(approved.id, TARGET).id for _ in range(2))
    failed = desk.queue.failed(begun(desk), "disk_full")
    assert (failed.outcome, failed.cause) == (Came.FAILED, "disk_full")
    again = desk.queue.retry(first)

    assert (again.outcome, again.cause, again.ended_at, again.tries) == (Came.QUEUED, "", None, 1)
    assert [each.id for each in desk.queue.rows()] == [second, first]
    with pytest.raises(RequestRefused, match="tried again") as refused:
        desk.queue.retry(first)
    assert refused.value.rule == RequestRule.NOT_FAILED
    assert desk.log(Act.EXPORT_FAILED)[0][3]["reason"] == "disk_full"


def test_what_is_cancelled_is_not_made_not_even_by_whoever_had_begun(
    desk: EvidenceDesk, approved: Request
) -> None:
    waiting, making = (desk.queue.add(approved.id, TARGET).id for _ in range(2))
    desk.queue.cancel(waiting)
    at_work = begun(desk)
    assert at_work.id == making

    desk.queue.cancel(making)

    assert not desk.queue.is_wanted(at_work)
    calls: list[Callable[[], object]] = [
        lambda: desk.queue.made(at_work, MADE),
        lambda: desk.queue.failed(at_work, "late"),
    ]
    for call in calls:
        with pytest.raises(RequestRefused, match="cancelled meanwhile") as refused:
            call()
        assert refused.value.rule == RequestRule.NOT_MAKING
    with pytest.raises(RequestRefused):
        desk.queue.cancel(making)
    assert desk.packages.package(making).made is None
    assert desk.queue.retry(making).outcome is Came.QUEUED
    begun(desk)
    assert not desk.queue.is_wanted(at_work)  # the same package, and another try
    with pytest.raises(RequestRefused):
        desk.queue.made(at_work, MADE)


def test_what_is_tried_again_is_made_for_whoever_asked_for_that(
    desk: EvidenceDesk, approved: Request
) -> None:
    package = desk.queue.add(approved.id, TARGET)
    desk.queue.cancel(package.id)
    other = desk.officer(Role.OFFICER)

    again = desk.queue.retry(package.id)

    assert (package.queued_by, again.queued_by) == (approved.made_by, other.id)


def test_what_a_restart_finds_half_made_has_failed_and_what_waits_waits_on(
    desk: EvidenceDesk, approved: Request
) -> None:
    made, waits = (desk.queue.add(approved.id, TARGET).id for _ in range(2))
    begun(desk)
    assert desk.queue.restarted() == []  # it is at work itself
    desk.queue = desk.other_queue()

    (left,) = desk.queue.restarted()

    assert (left.id, left.outcome, left.cause) == (made, Came.FAILED, Cause.INTERRUPTED)
    assert desk.queue.restarted() == []
    assert begun(desk).id == waits
    assert desk.queue.retry(made).tries == 1


def test_what_another_process_makes_is_left_alone_while_it_lives(
    desk: EvidenceDesk, approved: Request
) -> None:
    package = desk.queue.add(approved.id, TARGET)
    with desk.store.begin() as unit:
        unit.packages.begin(package.id, maker_pid=4711, at=desk.clock.now())
    desk.alive = {4711}
    assert desk.queue.restarted() == []
    desk.alive = set()

    (left,) = desk.queue.restarted()

    assert left.cause == Cause.INTERRUPTED


def test_a_number_that_another_process_got_since_keeps_nothing_back(
    desk: EvidenceDesk, approved: Request
) -> None:
    package = desk.queue.add(approved.id, TARGET)
    door = RequestDoor(desk.store, desk.gate, desk.clock)
    desk.queue = ExportQueue(desk.store, door, desk.audit, desk._settings, ran_at)
    now = datetime.now(UTC)
    for at, left in ((now, []), (now - timedelta(days=365), [package.id])):
        with desk.store.begin() as unit:
            unit.packages.begin(package.id, maker_pid=os.getppid(), at=at)

        assert [each.id for each in desk.queue.restarted()] == left


def test_what_is_not_approved_is_not_queued(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    draft, urgent = desk.requests.make(desk.asking()), desk.requests.make(desk.asking(urgent=True))
    asked = desk.asked()

    for request in (draft, urgent, asked):
        with pytest.raises(RequestRefused, match="not approved") as refused:
            desk.queue.add(request.id, TARGET)
        assert refused.value.rule == RequestRule.NOT_APPROVED


def test_the_day_of_an_urgent_one_counts_from_the_first_time_it_is_queued(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.urgent_export = True
    desk.officer(Role.OFFICER)
    asked = desk.asked(urgent=True)
    desk.queue.add(asked.id, TARGET)
    first = desk.requests.request(asked.id).approve_by
    clock.pass_(hours=3)
    desk.queue.add(asked.id, TARGET)

    assert desk.requests.request(asked.id).approve_by == first
    assert first is not None
    assert (first - clock.now()).total_seconds() == 21 * 3600
    assert [told["urgent"] for *_, told in desk.log(Act.EXPORT_QUEUED)] == [True, True]


def test_an_urgent_one_is_not_made_once_the_station_approves_first_again(
    desk: EvidenceDesk,
) -> None:
    desk.urgent_export = True
    desk.officer(Role.OFFICER)
    package = desk.queue.add(desk.asked(urgent=True).id, TARGET)
    desk.urgent_export = False

    assert desk.queue.begin_next() is None
    assert desk.packages.package(package.id).cause == Cause.NOT_APPROVED
    with pytest.raises(RequestRefused):
        desk.queue.retry(package.id)


def test_nothing_more_is_exported_first_once_the_approval_is_overdue(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    asked = desk.asked(urgent=True)
    failed, waits = (desk.queue.add(asked.id, TARGET) for _ in range(2))
    desk.queue.failed(begun(desk), "disk_full")
    clock.pass_(seconds=24 * 3600 - 1)
    desk.sign_in(officer)
    assert desk.queue.retry(failed.id).outcome is Came.QUEUED
    desk.queue.cancel(failed.id)
    clock.pass_(seconds=1)
    desk.sign_in(officer)
    calls: list[Callable[[], object]] = [
        lambda: desk.queue.add(asked.id, TARGET),
        lambda: desk.queue.retry(failed.id),
    ]

    for call in calls:
        with pytest.raises(RequestRefused, match="chief approves") as refused:
            call()
        assert refused.value.rule == RequestRule.OVERDUE
    assert desk.queue.begin_next() is None
    assert desk.packages.package(waits.id).cause == Cause.OVERDUE
    desk.sign_in(boss)
    desk.approvals.approve(asked.id)
    desk.sign_in(officer)
    assert desk.queue.retry(waits.id).outcome is Came.QUEUED
    assert desk.queue.add(asked.id, TARGET).outcome is Came.QUEUED


def test_the_log_is_told_whether_what_is_tried_again_was_approved(desk: EvidenceDesk) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    asked = desk.asked(urgent=True)
    package = desk.queue.add(asked.id, TARGET)
    desk.queue.cancel(package.id)
    desk.queue.retry(package.id)
    desk.sign_in(boss)
    desk.approvals.approve(asked.id)
    desk.sign_in(officer)
    desk.queue.cancel(package.id)
    desk.queue.retry(package.id)

    told = [told["urgent"] for *_, told in desk.log(Act.EXPORT_QUEUED)]
    assert told == [True, True, False]


def test_whoever_lost_his_right_has_nothing_made_any_more(
    desk: EvidenceDesk, approved: Request
) -> None:
    with desk.store.begin() as unit:
        team = unit.fleet.teams()[1].id
    officer = desk.gate.officer()
    assert officer is not None
    changes = [(Role.DUTY, [], False), (Role.OFFICER, [team], False), (Role.OFFICER, [], True)]
    packages = [desk.queue.add(approved.id, TARGET).id for _ in changes]
    for package_id, (role, teams, disabled) in zip(packages, changes, strict=True):
        with desk.store.begin() as unit:
            unit.officers.change(officer.id, name=officer.name, role=role, teams=teams)
            unit.officers.set_disabled(officer.id, disabled=disabled)
        assert desk.queue.begin_next() is None
        with desk.store.read() as unit:
            assert unit.packages.package(package_id).cause == Cause.NOT_ALLOWED


def test_teams_are_kept_and_what_is_not_ones_own_is_not_there(
    desk: EvidenceDesk, approved: Request
) -> None:
    package = desk.queue.add(approved.id, TARGET)
    first, *_, last = desk.cameras()
    desk.officer(Role.OFFICER, [desk.team_of(last)])
    assert desk.queue.rows() == []
    assert desk.packages.page(PackageQuery()) == []
    calls: list[Callable[[], object]] = [
        lambda: desk.queue.add(approved.id, TARGET),
        lambda: desk.queue.cancel(package.id),
        lambda: desk.queue.arrange([package.id]),
        lambda: desk.packages.package(package.id),
        lambda: desk.queue.cancel(PackageId(99)),
    ]
    for call in calls:
        with pytest.raises(Gone):
            call()
    desk.officer(Role.OFFICER, [desk.team_of(first)])
    assert [each.id for each in desk.queue.rows()] == [package.id]
    desk.officer(Role.DUTY)
    with pytest.raises(NotAllowed):
        desk.queue.rows()


def test_a_second_export_is_told_of_the_first(
    desk: EvidenceDesk, approved: Request, clock: FakeClock
) -> None:
    first, _second, third, *_ = (each.id for each in desk.cameras())
    span = approved.wanted[0].span
    assert desk.packages.exported(first, span).count == 0
    desk.exported(approved)
    clock.pass_(minutes=5)
    last_at = clock.now()
    desk.exported(approved)
    desk.queue.add(approved.id, TARGET)  # which nobody made yet
    officer = desk.gate.officer()
    assert officer is not None

    seen = desk.packages.exported(first, desk.span(-66, 0))

    assert (seen.count, seen.last_at, seen.last_by) == (2, last_at, officer.id)
    assert desk.packages.exported(first, desk.span(-65, 0)).count == 0  # 5 minutes later
    assert desk.packages.exported(third, span).count == 0
    desk.officer(Role.OFFICER, [desk.team_of(desk.cameras()[-1])])
    with pytest.raises(NotAllowed):
        desk.packages.exported(first, span)


def test_packages_are_found_by_folder_serial_and_what_came_of_them(
    desk: EvidenceDesk, approved: Request
) -> None:
    made = desk.exported(approved)
    queued = desk.queue.add(approved.id, TARGET)

    def found(query: PackageQuery) -> list[PackageId]:
        return [each.id for each in desk.packages.page(query)]

    assert found(PackageQuery()) == [queued.id, made.id]
    assert found(PackageQuery(words="tx-2026 sandisk")) == [made.id]
    assert found(PackageQuery(outcomes=frozenset({Came.QUEUED}))) == [queued.id]
    assert found(PackageQuery(request_id=approved.id, limit=1)) == [queued.id]
    assert found(PackageQuery(before=queued.id)) == [made.id]
    assert found(PackageQuery(incident_id=None, words="không có")) == []
