"""The gate: role, scope, age of footage, and sessions that are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.errors import NotAllowed, SignInRefused
from console.gate import Seat, Session, Why
from console.rights import SHIFT_AND_BEFORE, Action
from console.secret import Secret
from db.records import OfficerId, Role, TeamId
from db.store import Store
from tests.console.officers import BOSS_WORD, WORD, Post, post
from tests.fakes import FakeClock


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Post:
    """A station with an administrator, who sits here."""
    desk = post(store, clock)
    desk.begun()
    return desk


def test_a_duty_officer_looks_back_to_the_shift_before_and_no_further(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An", Role.DUTY)
    desk.access.sign_in(an.id, WORD)

    assert desk.gate.require(Action.REVIEW_FOOTAGE, age=SHIFT_AND_BEFORE) == an.id
    with pytest.raises(NotAllowed) as refused:
        desk.gate.require(Action.REVIEW_FOOTAGE, age=SHIFT_AND_BEFORE + timedelta(seconds=1))
    assert refused.value.reason == Why.AGE


def test_a_chief_looks_back_as_far_as_there_is_footage(desk: Post) -> None:
    chief = desk.officer("Lê Trưởng", Role.CHIEF, frozenset())
    desk.access.sign_in(chief.id, WORD)

    assert desk.gate.require(Action.REVIEW_FOOTAGE, age=timedelta(days=90), teams=[TeamId(7)])


def test_every_refusal_is_told_with_whom_it_met(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    desk.refusals.clear()
    desk.access.sign_in(an.id, WORD)
    with pytest.raises(NotAllowed):
        desk.gate.require(Action.CHANGE_FLEET)
    desk.access.sign_out()
    with pytest.raises(NotAllowed):
        desk.gate.require(Action.BOOKMARK)

    assert desk.refusals == [
        (an.id, Action.CHANGE_FLEET, Why.ROLE),
        (None, Action.BOOKMARK, Why.SIGNED_OUT),
    ]


def test_what_a_window_may_offer_is_asked_without_a_trace(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    desk.refusals.clear()
    desk.access.sign_in(an.id, WORD)

    assert desk.gate.allows(Action.BOOKMARK)
    assert not desk.gate.allows(Action.CHANGE_OFFICERS)
    desk.access.lock()
    assert not desk.gate.allows(Action.BOOKMARK)
    assert desk.refusals == []


def test_one_look_tells_who_sits_here_and_what_he_may(store: Store, clock: FakeClock) -> None:
    desk = post(store, clock)
    asked = (Action.BOOKMARK, Action.CHANGE_OFFICERS, Action.APPROVE_EXPORT)
    assert desk.gate.standing(*asked) == (None, frozenset(asked))  # nobody has set it up yet

    desk.begun()
    an = desk.officer("Nguyễn Văn An")
    chief = desk.officer("Trần Thị Ngọc", Role.CHIEF)
    desk.seat.take(None)
    assert desk.gate.standing(*asked) == (None, frozenset())
    for officer in (an, chief):
        desk.access.sign_in(officer.id, WORD)
        desk.clock.pass_(hours=1)  # long ago enough to be asked for the password again
        its = frozenset(action for action in asked if desk.gate.allows(action))
        assert its
        assert desk.gate.standing(*asked) == (desk.gate.officer(), its)
    desk.access.lock()

    assert desk.gate.standing(*asked) == (desk.gate.officer(), frozenset())


def test_a_session_of_nobody_is_over(desk: Post) -> None:
    desk.seat.take(
        Session(
            officer_id=OfficerId(4711), epoch=0, signed_in_s=desk.clock.monotonic_s(), confirmed_s=0
        )
    )

    assert desk.gate.officer() is None
    with pytest.raises(NotAllowed) as refused:
        desk.gate.require(Action.SEE_FLEET)
    assert refused.value.reason == Why.SIGNED_OUT


def test_nothing_is_given_to_whoever_sat_down_meanwhile() -> None:
    seat = Seat()
    one, next_ = (
        Session(officer_id=OfficerId(number), epoch=0, signed_in_s=0, confirmed_s=0, locked=True)
        for number in (1, 2)
    )
    seat.take(one)
    seat.take(next_)

    seat.change(one, lambda session: replace(session, locked=False))

    assert seat.session == next_
    seat.change(next_, lambda session: replace(session, locked=False))
    assert seat.session == replace(next_, locked=False)


def test_an_empty_seat_has_nothing_to_change() -> None:
    seat = Seat()

    seat.change(
        Session(officer_id=OfficerId(1), epoch=0, signed_in_s=0, confirmed_s=0),
        lambda session: session,
    )

    assert seat.session is None
    assert seat.use_approval(Action.RESTORE, 0.0) is None


def test_who_changed_his_password_meanwhile_is_not_let_in_with_the_old_one(
    desk: Post, store: Store, clock: FakeClock
) -> None:
    """A try that began before the change ends after it."""
    other = post(store, clock)
    slow = other.access._passwords

    class Slow:
        def matches(self, kept: str | None, password: Secret) -> bool:
            answer = slow.matches(kept, password)
            desk.access.set_password(BOSS_WORD, WORD)
            return answer

        def is_outdated(self, kept: str) -> bool:
            return slow.is_outdated(kept)

    other.access._credentials._passwords = Slow()  # type: ignore[assignment]
    (boss,) = (officer_id for officer_id, _ in desk.access.names())

    with pytest.raises(SignInRefused):
        other.access.sign_in(boss, BOSS_WORD)

    assert other.seat.session is None


@pytest.mark.parametrize("role", Role)
def test_one_chief_and_anybody_who_may_place_holds_release_one_together(
    desk: Post, role: Role
) -> None:
    """A ward has one chief: could none but another agree, nothing would ever be released."""
    chief = desk.officer("Lê Trưởng", Role.CHIEF)
    second = desk.officer("Nguyễn Văn An", role)
    desk.access.sign_in(chief.id, WORD)

    if role in {Role.DUTY, Role.OFFICER, Role.CHIEF}:
        desk.access.approve(second.id, WORD, Action.RELEASE_HOLD)
        assert desk.gate.require(Action.RELEASE_HOLD) == chief.id
    else:
        with pytest.raises(NotAllowed, match=Why.ROLE):
            desk.access.approve(second.id, WORD, Action.RELEASE_HOLD)
    with pytest.raises(NotAllowed, match=Why.NEEDS_SECOND):  # it was for once; never by oneself
        desk.gate.require(Action.RELEASE_HOLD)
    with pytest.raises(NotAllowed, match=Why.NEEDS_SECOND):
        desk.access.approve(chief.id, WORD, Action.RELEASE_HOLD)


def test_who_may_be_second_may_not_be_the_first(desk: Post) -> None:
    chief, an = desk.officer("Lê Trưởng", Role.CHIEF), desk.officer("Nguyễn Văn An")
    desk.access.sign_in(an.id, WORD)
    desk.access.approve(chief.id, WORD, Action.RELEASE_HOLD)

    with pytest.raises(NotAllowed, match=Why.ROLE):
        desk.gate.require(Action.RELEASE_HOLD)
