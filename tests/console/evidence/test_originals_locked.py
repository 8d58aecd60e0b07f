"""The originals of a package that was made are held until an officer who may releases them."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta

import pytest

from console.audit import Act
from console.errors import StepRefused
from console.evidence.request_holds import HELD_WHILE_ASKED, LOCKED_BESIDE
from console.holds import HoldState, state_of
from console.incident_rules import StepRule
from console.rights import Action
from console.video.keep_rules import StoreKeepRules
from console.video.retention import is_held
from db.evidence_records import Request
from db.footage_records import Hold, HoldReason
from db.records import CameraId, Span, to_us
from tests.console.video.footage import segment
from tests.evidence import MADE, TARGET, EvidenceDesk
from tests.fakes import FakeClock

YEARS = timedelta(days=5 * 365)


def locked(desk: EvidenceDesk, request: Request) -> list[Hold]:
    """Holds of a request that do not end by themselves."""
    with desk.store.read() as unit:
        its = [unit.holds.hold(each) for each in unit.requests.holds_of(request.id)]
    return [each for each in its if each.until is None]


def kept(desk: EvidenceDesk, camera_id: CameraId, start: datetime, now: datetime) -> bool:
    """Whether retention, which asks the store as the engine does, leaves a file alone."""
    with closing(StoreKeepRules(desk.store._path)) as rules:
        keeping = rules.read(now)
    return is_held(keeping, segment(to_us(start), camera=camera_id, length_us=10_000_000))


def test_what_a_package_was_made_of_is_kept_long_after_its_request(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1, 2)
    first, second = (each.camera_id for each in asked.wanted)
    span = asked.wanted[0].span
    before = clock.now() + YEARS
    assert not kept(desk, first, span.start, before)

    desk.exported(asked)

    (lock,) = locked(desk, asked)
    assert (lock.cameras, lock.reason) == (frozenset({first, second}), HoldReason.REQUEST)
    assert lock.span == Span(span.start - LOCKED_BESIDE, span.end + LOCKED_BESIDE)
    assert (lock.made_by, lock.made_at) == (officer.id, clock.now())
    assert lock.note == f"TX-2026-0001, {MADE.folder}"
    for days in (61, HELD_WHILE_ASKED.days + 8, YEARS.days):
        now = clock.now() + timedelta(days=days)
        assert state_of(lock, now) is HoldState.IN_FORCE
        assert kept(desk, first, span.start, now)
        # A copy begins at a key picture, which may lie in the file before.
        assert kept(desk, second, span.start - timedelta(seconds=15), now)
        assert not kept(desk, second, span.start - timedelta(minutes=5), now)


def test_a_case_that_is_closed_ends_its_own_holds_alone(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    officer, boss = desk.officer_and_chief()
    camera = desk.cameras()[0].id
    case = desk.closed(boss, officer, began_at=clock.now())
    moment = desk.bookmark(camera, made_by=officer.id, incident_id=case.id)
    request = desk.approved(boss, officer, 1, incident_id=case.id)
    desk.exported(request)
    span, marked = request.wanted[0].span, clock.now()
    clock.pass_(days=4000)

    assert moment
    assert not kept(desk, camera, marked, clock.now())
    assert kept(desk, camera, span.start, clock.now())


def test_the_log_tells_of_the_lock(desk: EvidenceDesk) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1)
    desk.exported(asked)

    (lock,) = locked(desk, asked)
    act, subject, subject_id, told = desk.log(Act.HOLD_PLACED)[-1]
    assert (act, subject, subject_id) == (Act.HOLD_PLACED, "hold", lock.id)
    assert (told["reason"], told["until"]) == ("request", None)
    assert MADE.folder not in str(told)
    acts = [act for act, *_ in desk.log()]
    assert acts[-2:] == [Act.EXPORT_FINISHED, Act.HOLD_PLACED]


def test_a_second_package_of_the_same_is_held_by_the_first_ones_lock(desk: EvidenceDesk) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1)
    desk.exported(asked)
    (lock,) = locked(desk, asked)
    desk.exported(asked)

    assert locked(desk, asked) == [lock]


def test_what_was_released_is_locked_again_by_the_next_package(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1)
    desk.exported(asked)
    (lock,) = locked(desk, asked)
    second = desk.chief()
    desk.sign_in(boss)
    desk.approve(Action.RELEASE_HOLD, second)

    assert desk.holds.release(lock.id).released_at == clock.now()
    with desk.store.read() as unit:
        assert lock.id not in {each.id for each in unit.holds.in_force(clock.now())}
    desk.sign_in(officer)
    desk.exported(asked)

    old, new = locked(desk, asked)
    assert (old.id, new.released_at) == (lock.id, None)


def test_a_hold_without_an_end_that_covers_it_is_lock_enough(desk: EvidenceDesk) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1)
    with desk.store.read() as unit:
        (hold_id,) = unit.requests.holds_of(asked.id)
    desk.holds.extend(hold_id, None)
    desk.exported(asked)

    assert [each.id for each in locked(desk, asked)] == [hold_id]


def test_what_was_exported_first_is_locked_and_not_released_before_the_answer(
    desk: EvidenceDesk,
) -> None:
    desk.urgent_export = True
    officer, boss = desk.officer_and_chief()
    asked = desk.asked(urgent=True)
    desk.exported(asked)
    (lock,) = locked(desk, asked)
    second = desk.chief()
    desk.sign_in(boss)
    desk.approve(Action.RELEASE_HOLD, second)

    with pytest.raises(StepRefused) as refused:
        desk.holds.release(lock.id)
    assert refused.value.rule == StepRule.ASKED_FOR
    desk.approvals.refuse(asked.id, "Không đúng thẩm quyền")
    assert desk.holds.release(lock.id).released_at
    assert officer.id == lock.made_by


def test_what_was_not_made_is_not_locked(desk: EvidenceDesk) -> None:
    officer, boss = desk.officer_and_chief()
    asked = desk.approved(boss, officer, 1)
    desk.queue.add(asked.id, TARGET)
    begun = desk.queue.begin_next()
    assert begun is not None
    desk.queue.failed(begun, "disk_full")

    assert locked(desk, asked) == []
