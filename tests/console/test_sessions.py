"""Signing in, locking, confirming, approving: who sits here, and for how long."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.errors import NotAllowed, SignInRefused
from console.gate import Why
from console.rights import Action
from console.secret import Secret
from console.sessions import Happened
from console.workers import Lane, Workers
from db.records import OfficerId, Role
from db.store import Store
from tests.console.officers import BOSS, BOSS_WORD, WORD, Post, post
from tests.fakes import FakeClock

WRONG = Secret("không phải thế này đâu")


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Post:
    """A station with an administrator, who sits here."""
    desk = post(store, clock)
    desk.begun()
    return desk


def reason(call: object) -> str:
    with pytest.raises(NotAllowed) as refused:
        call()  # type: ignore[operator]
    return refused.value.reason


def test_a_station_without_officers_lets_whoever_sets_it_up_do_everything(
    store: Store, clock: FakeClock
) -> None:
    desk = post(store, clock)

    assert all(desk.gate.require(action) is None for action in Action)
    assert desk.access.names() == []


def test_the_first_administrator_sits_down_at_once_and_ends_that_for_good(
    store: Store, clock: FakeClock
) -> None:
    desk = post(store, clock)

    boss = desk.access.begin("  Đỗ  Khuê Ánh ", BOSS_WORD)

    assert (boss.name, boss.role, boss.one_time_until) == (BOSS, Role.ADMINISTRATOR, None)
    assert desk.gate.require(Action.CHANGE_FLEET) == boss.id
    desk.access.sign_out()
    assert reason(lambda: desk.gate.require(Action.CHANGE_FLEET)) == Why.SIGNED_OUT
    assert reason(lambda: desk.access.begin("Kẻ Lạ", WORD)) == Why.SIGNED_OUT


def test_an_officer_signs_in_with_his_name_and_password(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    desk.access.sign_out()

    officer = desk.access.sign_in(an.id, WORD)

    assert (officer.id, officer.failures) == (an.id, 0)
    assert desk.gate.require(Action.BOOKMARK) == an.id
    assert desk.log("signed_in")[-1].officer_id == an.id


def test_signing_in_signs_out_whoever_sat_here(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    boss = desk.sitting()

    desk.access.sign_in(an.id, WORD)

    out, in_ = desk.log()[-2:]
    assert (out.act, out.officer_id, out.detail) == ("signed_out", boss, '{"reason":"replaced"}')
    assert (in_.act, in_.officer_id) == ("signed_in", an.id)


def test_nobody_is_told_why_a_sign_in_failed(desk: Post) -> None:
    an, binh = desk.officer("Nguyễn Văn An"), desk.officer("Trần Bình")
    late, one_time = desk.access.add("Phạm Thị Cúc", Role.DUTY)
    desk.access.disable(binh.id)
    desk.clock.pass_(hours=73)

    def answer(officer_id: OfficerId, password: Secret) -> tuple[str, float]:
        with pytest.raises(SignInRefused) as refused:
            desk.access.sign_in(officer_id, password)
        return str(refused.value), refused.value.wait_s

    tries = [
        (an.id, WRONG),  # wrong
        (binh.id, WORD),  # right, but he is disabled
        (late.id, one_time),  # right, but too late
        (OfficerId(4711), WORD),  # nobody
    ]
    for wait_s in (0, 0, 0, 0, 300, 300, 300):
        answers = {answer(*each) for each in tries}
        assert [wait for _, wait in answers] == [wait_s]
    reasons = [each.detail for each in desk.log("sign_in_failed")[:4]]
    assert reasons == [
        '{"reason":"password"}',
        '{"reason":"disabled"}',
        '{"reason":"expired"}',
        '{"reason":"unknown"}',
    ]


def test_a_locked_door_stays_shut_for_the_right_password_too(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)

    desk.clock.pass_(minutes=4)
    with pytest.raises(SignInRefused) as refused:
        desk.access.sign_in(an.id, WORD)
    assert refused.value.wait_s == 60
    desk.clock.pass_(minutes=1)

    assert desk.access.sign_in(an.id, WORD).failures == 0


def test_the_wait_doubles_up_to_half_an_hour_and_a_success_forgets_it(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")

    def wait_after_five() -> float:
        for _ in range(4):
            with pytest.raises(SignInRefused) as refused:
                desk.access.sign_in(an.id, WRONG)
            assert refused.value.wait_s == 0
        with pytest.raises(SignInRefused) as refused:
            desk.access.sign_in(an.id, WRONG)
        desk.clock.pass_(seconds=refused.value.wait_s)
        return refused.value.wait_s / 60

    assert [wait_after_five() for _ in range(5)] == [5, 10, 20, 30, 30]
    desk.access.sign_in(an.id, WORD)
    assert wait_after_five() == 5


def test_a_thousand_wrong_passwords_leave_six_lines_and_the_officer_gets_in(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    before = len(desk.log())

    for _ in range(1000):
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)

    told = desk.log()[before:]
    assert [each.act for each in told] == ["sign_in_failed"] * 5 + ["locked_out"]
    assert all((each.subject, each.subject_id) == ("officer", an.id) for each in told)
    desk.clock.pass_(minutes=5)
    assert desk.access.sign_in(an.id, WORD).id == an.id


def test_who_was_turned_away_is_counted_in_the_next_line(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    for _ in range(5 + 20):
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)
    desk.clock.pass_(minutes=5)

    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)

    assert [each.detail for each in desk.log("locked_out")] == [
        '{"failures":5,"minutes":5,"turned_away_before":0}',
        '{"failures":10,"minutes":10,"turned_away_before":20}',
    ]


def test_tries_count_across_consoles(desk: Post, store: Store, clock: FakeClock) -> None:
    an = desk.officer("Nguyễn Văn An")
    others = [post(store, clock) for _ in range(5)]

    for other in others:
        with pytest.raises(SignInRefused):
            other.access.sign_in(an.id, WRONG)

    with pytest.raises(SignInRefused):
        desk.access.sign_in(an.id, WORD)


def test_tries_at_the_same_time_are_no_more_than_five(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    workers = Workers()

    def attempt() -> None:
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)

    tries = [workers.submit(attempt, lane) for lane in (Lane.READ, Lane.LONG) * 10]
    for each in tries:
        each.result(timeout=30)

    assert workers.close() == []
    assert len(desk.log("sign_in_failed")) == 5
    assert len(desk.log("locked_out")) == 1


def test_setting_the_clock_back_does_not_keep_anyone_outside(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.access.sign_in(an.id, WRONG)

    desk.clock.pass_(days=-2)

    assert desk.access.sign_in(an.id, WORD).id == an.id


def test_a_locked_screen_does_nothing_until_the_same_officer_is_back(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    desk.access.sign_in(an.id, WORD)

    desk.access.lock()

    assert reason(lambda: desk.gate.require(Action.BOOKMARK)) == Why.LOCKED
    assert reason(lambda: desk.access.confirm(WORD)) == Why.LOCKED
    with pytest.raises(SignInRefused):
        desk.access.unlock(BOSS_WORD)
    desk.access.unlock(WORD)
    assert desk.gate.require(Action.BOOKMARK) == an.id
    assert [each.act for each in desk.log()[-3:]] == [
        "screen_locked",
        "sign_in_failed",
        "screen_unlocked",
    ]


def test_locking_twice_is_told_once(desk: Post) -> None:
    desk.access.lock()
    desk.access.lock()

    assert len(desk.log("screen_locked")) == 1


def test_without_a_touch_the_screen_locks_after_the_minutes_that_are_set(desk: Post) -> None:
    desk.clock.pass_(minutes=9, seconds=59)
    assert desk.access.tick() is None
    desk.access.touched()
    desk.clock.pass_(minutes=9, seconds=59)
    assert desk.access.tick() is None

    desk.clock.pass_(seconds=1)

    assert desk.access.tick() is Happened.LOCKED
    assert desk.access.tick() is None
    assert reason(lambda: desk.gate.require(Action.SEE_FLEET)) == Why.LOCKED


def test_a_key_that_wakes_the_pc_does_not_keep_the_screen_open(desk: Post) -> None:
    assert desk.access.tick() is None

    desk.clock.pass_(hours=8)  # it slept, and nobody looked after the session
    desk.access.touched()

    assert desk.access.tick() is Happened.LOCKED
    desk.access.unlock(BOSS_WORD)
    assert desk.access.tick() is None


def test_a_session_ends_with_the_shift_even_if_nobody_looks_after_it(desk: Post) -> None:
    assert desk.access.shift_left_s() == 12 * 3600
    desk.clock.pass_(hours=11, minutes=59)
    desk.access.touched()
    assert desk.gate.require(Action.SEE_FLEET)
    assert desk.access.shift_left_s() == 60
    desk.clock.pass_(minutes=1)

    assert reason(lambda: desk.gate.require(Action.SEE_FLEET)) == Why.SIGNED_OUT
    assert reason(lambda: desk.access.unlock(BOSS_WORD)) == Why.SIGNED_OUT
    assert desk.access.tick() is Happened.SHIFT_ENDED
    assert desk.access.tick() is None
    assert desk.log()[-1].detail == '{"reason":"shift"}'
    assert desk.access.shift_left_s() is None


def test_what_needs_a_fresh_password_has_it_for_five_minutes(desk: Post) -> None:
    desk.clock.pass_(minutes=5)
    assert desk.gate.require(Action.CHANGE_OFFICERS)
    desk.clock.pass_(seconds=1)
    assert reason(lambda: desk.gate.require(Action.CHANGE_OFFICERS)) == Why.NOT_FRESH
    assert desk.gate.require(Action.CHANGE_FLEET)
    assert desk.gate.allows(Action.CHANGE_OFFICERS)  # once it is confirmed

    with pytest.raises(SignInRefused):
        desk.access.confirm(WRONG)
    assert reason(lambda: desk.gate.require(Action.CHANGE_OFFICERS)) == Why.NOT_FRESH
    desk.access.confirm(BOSS_WORD)

    assert desk.gate.require(Action.CHANGE_OFFICERS)
    assert desk.log()[-1].act == "confirmed"


def test_a_second_officer_approves_one_call(desk: Post) -> None:
    chief = desk.officer("Lê Trưởng", Role.CHIEF)
    boss = desk.sitting()
    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND

    desk.access.approve(chief.id, WORD, Action.RESTORE)

    assert desk.gate.require(Action.RESTORE) == boss
    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND
    (told,) = desk.log("approved")
    assert (told.officer_id, told.subject_id, told.detail) == (
        chief.id,
        boss,
        '{"action":"restore"}',
    )


def test_an_approval_is_for_one_action_one_minute_and_one_officer(desk: Post) -> None:
    chief = desk.officer("Lê Trưởng", Role.CHIEF)
    boss = desk.sitting()
    desk.access.approve(chief.id, WORD, Action.RESTORE)
    desk.clock.pass_(seconds=61)
    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND

    desk.access.approve(chief.id, WORD, Action.RELEASE_HOLD)
    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND

    desk.access.approve(chief.id, WORD, Action.RESTORE)
    desk.access.sign_in(boss, BOSS_WORD)
    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND


@pytest.mark.parametrize("lost", ["role", "all"])
def test_an_approval_ends_with_the_rights_of_whoever_gave_it(desk: Post, lost: str) -> None:
    chief = desk.officer("Lê Trưởng", Role.CHIEF)
    desk.access.approve(chief.id, WORD, Action.RESTORE)

    if lost == "role":
        desk.access.change(chief.id, name=chief.name, role=Role.DUTY, teams=())
    else:
        desk.access.disable(chief.id)

    assert reason(lambda: desk.gate.require(Action.RESTORE)) == Why.NEEDS_SECOND


def test_only_another_officer_who_may_do_it_himself_can_approve(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An", Role.DUTY)
    new, one_time = desk.access.add("Lê Trưởng", Role.CHIEF)
    boss = desk.sitting()

    def approve(officer_id: OfficerId, word: Secret) -> str:
        return reason(lambda: desk.access.approve(officer_id, word, Action.RESTORE))

    assert approve(boss, BOSS_WORD) == Why.NEEDS_SECOND
    assert approve(an.id, WORD) == Why.ROLE
    assert approve(new.id, one_time) == Why.ONE_TIME
    with pytest.raises(SignInRefused):
        desk.access.approve(an.id, WRONG, Action.RESTORE)
    assert desk.log("approved") == []
    assert [each.officer_id for each in desk.log("refused")] == [an.id, new.id]
    desk.access.lock()
    assert approve(new.id, one_time) == Why.LOCKED
    desk.access.sign_out()
    assert approve(new.id, one_time) == Why.SIGNED_OUT


def test_signing_out_is_told_and_nobody_signs_out_twice(desk: Post) -> None:
    desk.access.sign_out()
    desk.access.sign_out()

    assert [each.act for each in desk.log()[-2:]] == ["signed_in", "signed_out"]
    assert reason(lambda: desk.access.confirm(BOSS_WORD)) == Why.SIGNED_OUT
    desk.access.lock()
    assert desk.access.tick() is None


def test_an_ended_session_does_not_take_the_next_officer_with_it(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    ended = desk.seat.session
    assert ended is not None

    desk.access.sign_in(an.id, WORD)

    assert not desk.seat.leave(ended)
    assert desk.gate.require(Action.BOOKMARK) == an.id


def test_a_session_ends_even_if_nothing_can_be_written(desk: Post, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "station.db")) as other:
        other.execute(
            "create trigger full before insert on audit_entry "
            "begin select raise(abort, 'full'); end"
        )
        other.commit()

    with pytest.raises(Exception, match="full"):
        desk.access.sign_out()

    assert desk.seat.session is None
