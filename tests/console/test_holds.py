"""Holds: who places them, how long they keep, what the log is told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from sqlalchemy import event

from console.audit import Act
from console.errors import FieldRefused, Gone, NotAllowed
from console.gate import Why
from console.holds import HoldState, Reminder
from console.rights import Action
from db.footage_records import HoldId, HoldReason
from db.records import Role
from db.store import Store
from tests import wards
from tests.fakes import FakeClock
from tests.timelines import HOUR, Post


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


def test_a_hold_tells_who_why_and_until(post: Post, clock: FakeClock) -> None:
    officer = post.officer(Role.DUTY)
    first, second, *_ = post.cameras()
    until = clock.now() + 48 * HOUR

    hold = post.holds.place([second.id, first.id], post.span(-30, 0), HoldReason.BOOKMARK, until)

    (seen,) = post.holds.list()
    assert (seen.hold, seen.state, seen.made_by) == (hold, HoldState.IN_FORCE, officer.name)
    assert hold.made_by == officer.id
    assert post.log() == [
        (
            Act.HOLD_PLACED,
            "hold",
            hold.id,
            {
                "cameras": [first.id, second.id],
                "reason": "bookmark",
                "since": "2026-03-14T19:30:00Z",
                "to": "2026-03-14T20:00:00Z",
                "until": "2026-03-16T20:00:00Z",
            },
        )
    ]


def test_a_hold_runs_out_by_itself(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    post.holds.place([post.cameras()[0].id], post.span(-30, 0), until=clock.now() + 2 * HOUR)

    assert post.holds.running_out(HOUR) == ()
    assert post.holds.running_out(3 * HOUR) == (clock.now() + 2 * HOUR,)
    clock.pass_(hours=2)

    assert [seen.state for seen in post.holds.list()] == [HoldState.RAN_OUT]
    assert post.holds.running_out(3 * HOUR) == ()


def test_a_hold_is_extended_and_never_shortened(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    now = clock.now()
    hold = post.holds.place([post.cameras()[0].id], post.span(-30, 0), until=now + 5 * HOUR)

    for sooner in (now - HOUR, now + HOUR, now + 5 * HOUR):
        with pytest.raises(FieldRefused):
            post.holds.extend(hold.id, sooner)
    assert post.holds.extend(hold.id, now + 6 * HOUR).until == now + 6 * HOUR
    assert post.holds.extend(hold.id, None).until is None
    with pytest.raises(FieldRefused):
        post.holds.extend(hold.id, now + 7 * HOUR)
    with pytest.raises(Gone):
        post.holds.extend(HoldId(99), None)
    assert len(post.log(Act.HOLD_EXTENDED)) == 2


def test_a_release_wants_a_fresh_password_and_a_second_officer(
    post: Post, clock: FakeClock
) -> None:
    second = post.officer(Role.CHIEF)
    post.officer(Role.CHIEF)
    hold = post.holds.place([post.cameras()[0].id], post.span(-30, 0))

    with pytest.raises(NotAllowed, match=Why.NEEDS_SECOND):
        post.holds.release(hold.id)
    post.approve(Action.RELEASE_HOLD, second)
    released = post.holds.release(hold.id)

    assert released.released_at == clock.now()
    assert [seen.state for seen in post.holds.list()] == [HoldState.RELEASED]
    assert [line[2] for line in post.log(Act.HOLD_RELEASED)] == [hold.id]
    with pytest.raises(FieldRefused):  # what is released is not extended
        post.holds.extend(hold.id, None)
    clock.pass_(minutes=6)
    with pytest.raises(NotAllowed, match=Why.NOT_FRESH):
        post.holds.release(hold.id)


def test_an_officer_of_a_team_holds_and_sees_its_cameras_alone(post: Post) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.CHIEF)
    post.holds.place([last.id], post.span(-30, 0))
    mine = post.holds.place([first.id, last.id], post.span(-30, 0))
    post.officer(Role.DUTY, {post.team_of(first)})

    assert [seen.hold.id for seen in post.holds.list()] == [mine.id]
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.holds.place([last.id], post.span(-30, 0))
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.holds.extend(mine.id, None)


def test_a_long_list_asks_the_store_no_more_than_a_short_one(
    post: Post, store: Store, clock: FakeClock
) -> None:
    """Also for an officer narrowed to a team, whose every row is looked at."""
    mine = post.cameras()[0]
    post.officer(Role.DUTY, {post.team_of(mine)})
    asked = Mock()
    event.listen(store._reading, "before_cursor_execute", asked)

    def asks_for(rows: int) -> tuple[int, int]:
        for _ in range(rows):
            post.holds.place([mine.id], post.span(-30, 0), until=clock.now() + HOUR)
        asked.reset_mock()
        assert post.holds.list()
        listing = asked.call_count
        assert post.holds.running_out(2 * HOUR)
        return listing, asked.call_count - listing

    few = asks_for(2)
    many = asks_for(30)
    event.remove(store._reading, "before_cursor_execute", asked)
    assert min(few) > 0
    assert many == few


def test_nothing_and_far_too_much_are_not_held(post: Post, clock: FakeClock) -> None:
    post.officer(Role.CHIEF)
    camera = post.cameras()[0].id

    for cameras, span, until in (
        ([], post.span(-30, 0), None),
        ([camera], post.span(-32 * 24 * 60, 0), None),
        ([camera], post.span(-30, 0), clock.now()),
    ):
        with pytest.raises(FieldRefused):
            post.holds.place(cameras, span, until=until)
    assert post.holds.list() == []


def test_what_lies_ahead_can_be_held(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    camera = post.cameras()[0].id
    hold = post.holds.place([camera], post.span(0, 60))

    with post.store.read() as unit:
        assert unit.holds.spans_of(camera, clock.now() + timedelta(hours=2)) == [hold.span]


def test_what_is_written_about_a_hold_stays_with_it_and_out_of_the_log(post: Post) -> None:
    post.officer(Role.DUTY)
    camera = post.cameras()[0].id

    post.holds.place(
        [camera], post.span(-30, 0), HoldReason.REQUEST, note="  Phiếu 12/PYC,  bà Lụa "
    )

    (seen,) = post.holds.list()
    assert seen.hold.note == "Phiếu 12/PYC, bà Lụa"
    assert "Lụa" not in str(post.log())
    for note in ("x" * 301, "tr\u202eái"):
        with pytest.raises(FieldRefused, match="note"):
            post.holds.place([camera], post.span(-30, 0), note=note)


def test_each_officer_is_told_once_a_day_of_what_runs_out(post: Post, clock: FakeClock) -> None:
    camera, until = post.cameras()[0].id, clock.now() + 5 * 24 * HOUR
    post.officer(Role.CHIEF)
    post.holds.place([camera], post.span(-30, 0), until=until)
    post.holds.place([camera], post.span(-30, 0), until=until + HOUR)
    post.holds.place([camera], post.span(-30, 0), until=until + 90 * 24 * HOUR)

    assert post.holds.remind() == Reminder(2, until)
    assert post.holds.remind() is None
    duty = post.officer(Role.DUTY)
    assert post.holds.remind() == Reminder(2, until)
    clock.pass_(hours=24)
    post.sign_in(duty)
    assert post.holds.remind() == Reminder(2, until)
    clock.pass_(hours=24 * 6)
    post.sign_in(duty)
    assert post.holds.remind() is None  # they have run out


def test_whoever_cannot_prolong_a_hold_is_not_told_of_it(post: Post, clock: FakeClock) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.CHIEF)
    post.holds.place([first.id, last.id], post.span(-30, 0), until=clock.now() + 24 * HOUR)

    post.officer(Role.ADMINISTRATOR)
    assert post.holds.remind() is None
    post.officer(Role.DUTY, {post.team_of(first)})
    assert post.holds.remind() is None
