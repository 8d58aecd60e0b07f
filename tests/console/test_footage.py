"""What the review page may ask, and what the log is told of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from console.audit import Act
from console.errors import NotAllowed
from console.gate import Why
from console.watching import MOST_SPANS, joined
from db.footage_records import Gap, GapCause, Segment
from db.records import CameraId, Role, Span, to_us
from db.store import Store
from db.structs import replace
from tests import wards
from tests.console.test_fleet import make_commits_fail
from tests.console.video.footage import segment
from tests.fakes import FakeClock
from tests.timelines import Post, run_of

DAY_MIN = 24 * 60


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


def test_a_timeline_holds_footage_gaps_and_holds(post: Post) -> None:
    post.officer(Role.CHIEF)
    first, second, *_ = (camera.id for camera in post.cameras())
    post.index.footage = [run_of(first, post.span(-60, -10)), run_of(second, post.span(-200, -190))]
    gap = Gap(
        camera_id=first,
        start_us=to_us(post.span(-10, 0).start),
        end_us=None,
        cause=GapCause.NETWORK,
    )
    post.index.missing = [gap]
    hold = post.holds.place([second], post.span(-90, -70))

    both, span = [first, second], post.span(-100, 0)

    assert post.footage.runs(both, span) == [post.index.footage[0]]
    assert post.footage.gaps(both, span) == [gap]
    assert post.footage.holds(both, span) == [hold]
    assert post.footage.holds([first], span) == []


def test_an_officer_on_duty_sees_a_day_back_and_no_further(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    camera = post.cameras()[0].id
    day = post.span(-DAY_MIN, 0)

    assert post.footage.oldest() == day.start
    post.footage.runs([camera], post.span(-30 * DAY_MIN, 0))
    assert post.footage.runs([camera], post.span(-2 * DAY_MIN, -DAY_MIN)) == []
    assert post.index.asked == [day]
    assert post.footage.activity(camera, post.span(-2 * DAY_MIN, 0), 4) == b"\0\0\xff\xff"
    last = clock.now().astimezone().date()
    days = post.footage.days_with_footage([camera], post.span(-9 * DAY_MIN, 0))
    assert days == {last, last - timedelta(days=1)}
    with pytest.raises(NotAllowed, match=Why.AGE):
        post.footage.begin_review([camera], post.span(-DAY_MIN - 1, 0))
    assert post.log(Act.WATCHED) == []


def test_what_is_too_old_for_the_role_is_no_next_and_no_previous_footage(post: Post) -> None:
    camera = post.cameras()[0].id
    old, new = post.span(-3 * DAY_MIN, -2 * DAY_MIN), post.span(-60, -50)
    post.index.footage = [run_of(camera, old), run_of(camera, new)]
    at_us = to_us(post.span(-4 * DAY_MIN, 0).start)
    post.officer(Role.CHIEF)
    assert post.footage.next_footage([camera], at_us) == to_us(old.start)
    assert post.footage.previous_footage([camera], to_us(new.start) - 1) == to_us(old.end) - 1

    post.officer(Role.DUTY)
    assert post.footage.next_footage([camera], at_us) == to_us(new.start)
    assert post.footage.previous_footage([camera], to_us(new.start) - 1) is None
    assert post.footage.previous_footage([camera], to_us(new.end)) == to_us(new.end) - 1


def test_an_officer_of_a_team_sees_its_cameras_alone(post: Post) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.OFFICER, {post.team_of(first)})

    assert post.footage.oldest() is None
    post.footage.runs([first.id], post.span(-60, 0))
    for asked in ([last.id], [first.id, last.id], [CameraId(99)]):
        with pytest.raises(NotAllowed, match=Why.SCOPE):
            post.footage.runs(asked, post.span(-60, 0))
        with pytest.raises(NotAllowed, match=Why.SCOPE):
            post.footage.note_watched(asked, post.span(-60, 0))


def test_a_review_is_in_the_log_before_its_first_picture(post: Post) -> None:
    officer = post.officer(Role.OFFICER)
    first, second, *_ = (camera.id for camera in post.cameras())

    post.footage.begin_review([second, first], post.span(-60.5, -59.2))

    told = {"since": "2026-03-14T18:59:00Z", "to": "2026-03-14T19:01:00Z"}
    assert post.log() == [
        (Act.WATCHED, "camera", first, told),
        (Act.WATCHED, "camera", second, told),
    ]
    with post.store.read() as unit:
        assert {entry.officer_id for entry in unit.trail.entries()} == {officer.id}


def test_an_hour_of_scrubbing_writes_few_lines(post: Post, clock: FakeClock) -> None:
    post.officer(Role.CHIEF)
    camera = post.cameras()[0].id
    start = clock.now() - timedelta(days=2)
    post.footage.begin_review([camera], Span(start, start + timedelta(seconds=1)))

    for step in range(72):  # back and forth over a day, six minutes long
        at = start + timedelta(minutes=step * 140 % DAY_MIN)
        post.footage.note_watched([camera], Span(at, at + timedelta(seconds=30)))
        clock.pass_(seconds=5)
    post.footage.write_watched()
    post.footage.write_watched()

    lines = post.log(Act.WATCHED)
    assert len(lines) <= 1 + 7 * MOST_SPANS
    assert min(str(line[3]["since"]) for line in lines) == "2026-03-12T20:00:00Z"
    assert max(str(line[3]["to"]) for line in lines) == "2026-03-13T19:41:00Z"


def test_what_was_watched_belongs_to_who_watched_it(post: Post) -> None:
    camera = post.cameras()[0].id
    first = post.officer(Role.CHIEF)
    post.footage.note_watched([camera], post.span(-60, -59))
    post.officer(Role.OFFICER)

    post.footage.write_watched()

    with post.store.read() as unit:
        assert [entry.officer_id for entry in unit.trail.entries()] == [first.id]


def test_what_cannot_be_written_now_is_written_later(post: Post, tmp_path: Path) -> None:
    post.officer(Role.CHIEF)
    post.footage.note_watched([post.cameras()[0].id], post.span(-60, -59))
    make_commits_fail(tmp_path, "insert on audit_entry")
    with pytest.raises(IntegrityError):
        post.footage.write_watched()
    with closing(sqlite3.connect(tmp_path / "station.db")) as other:
        other.execute("drop trigger owe")

    post.footage.write_watched()

    assert len(post.log(Act.WATCHED)) == 1


def test_spans_far_apart_are_joined_only_when_there_are_too_many(post: Post) -> None:
    spans = [post.span(hour * 60, hour * 60 + 1) for hour in range(-40, 0, 4)]

    assert joined(spans[:3]) == spans[:3]
    found = joined(spans)
    assert len(found) <= MOST_SPANS
    assert (found[0].start, found[-1].end) == (spans[0].start, spans[-1].end)


def test_a_picture_is_kept_by_whoever_may_export(post: Post, clock: FakeClock) -> None:
    camera = post.cameras()[0].id
    post.officer(Role.DUTY)
    with pytest.raises(NotAllowed, match=Why.ROLE):
        post.footage.note_still(camera, clock.now())
    post.officer(Role.OFFICER)
    post.footage.note_still(camera, clock.now())

    assert post.log() == [(Act.STILL_KEPT, "camera", camera, {"at": "2026-03-14T20:00:00Z"})]


def test_what_was_on_the_screen_when_it_was_locked_is_in_the_log(post: Post) -> None:
    officer = post.officer(Role.OFFICER)
    camera = post.cameras()[0].id
    post.footage.begin_review([camera], post.span(-60, -59))
    post.seat.take(None)

    post.footage.end_review([camera], post.span(-59, -58))

    assert len(post.log(Act.WATCHED)) == 2
    with post.store.read() as unit:
        assert {entry.officer_id for entry in unit.trail.entries()} == {officer.id}


def test_a_review_that_nobody_was_let_into_ends_without_a_line(post: Post) -> None:
    post.footage.end_review([post.cameras()[0].id], post.span(-60, -59))

    assert post.log(Act.WATCHED) == []


def test_what_was_kept_of_removed_cameras_is_listed_and_nothing_else(post: Post) -> None:
    post.officer(Role.OFFICER)
    first, second, third, *_ = (camera.id for camera in post.cameras())
    ends = {first: -3, second: -2, third: -1}
    post.index.footage = [run_of(each, post.span(-60, end)) for each, end in ends.items()]
    with post.store.begin() as unit:
        for each in (first, second, post.cameras()[5].id):
            unit.fleet.remove_camera(each)

    assert [kept.camera_id for kept in post.footage.removed()] == [second, first]
    assert post.footage.removed()[0].end_us == to_us(post.span(-60, -2).end) - 1


def test_removed_cameras_are_for_whoever_sees_every_camera(post: Post) -> None:
    gone = post.cameras()[0].id
    post.index.footage = [run_of(gone, post.span(-60, -1))]
    with post.store.begin() as unit:
        unit.fleet.remove_camera(gone)
        team = unit.fleet.add_team("Tổ 99").id

    seen = {}
    for role, teams in ((Role.OFFICER, [team]), (Role.OFFICER, []), (Role.CHIEF, [team])):
        post.officer(role, teams)
        seen[role, bool(teams)] = [kept.camera_id for kept in post.footage.removed()]

    assert seen == {
        (Role.OFFICER, True): [],
        (Role.OFFICER, False): [gone],
        (Role.CHIEF, True): [gone],  # narrowed or not, the chief sees all
    }


def test_a_removed_camera_of_which_all_is_too_old_for_the_role_is_not_listed(post: Post) -> None:
    old, young = (camera.id for camera in post.cameras()[:2])
    post.index.footage = [
        run_of(old, post.span(-2 * DAY_MIN, -DAY_MIN - 1)),
        run_of(young, post.span(-2 * DAY_MIN, -DAY_MIN + 1)),
    ]
    with post.store.begin() as unit:
        for each in (old, young):
            unit.fleet.remove_camera(each)
    post.officer(Role.DUTY)

    assert [kept.camera_id for kept in post.footage.removed()] == [young]


def test_how_far_a_cameras_clock_is_off_is_told_by_the_nearest_file(post: Post) -> None:
    post.officer(Role.DUTY)
    first, second, *_ = (camera.id for camera in post.cameras())

    def file(camera: CameraId, minute: int, off_us: int | None) -> Segment:
        begun = segment(to_us(post.span(minute, minute + 1).start), camera=camera)
        return replace(begun, camera_off_us=off_us)

    post.index.files = [
        file(first, -40, 40_000_000),
        file(first, -8, 12_000_000),
        file(first, -5, None),
        file(first, -1, -3_000_000),
        file(second, -5, None),
        file(first, -DAY_MIN - 5, 9),
    ]

    def offset(camera: CameraId, minute: float) -> int | None:
        at = post.clock.now() + timedelta(minutes=minute)
        return post.footage.camera_offset(camera, at)

    assert offset(first, -39.5) == 40_000_000
    assert offset(first, -5.5) == 12_000_000
    assert offset(first, -0.5) == -3_000_000
    assert offset(first, -20) is None
    assert offset(second, -4.5) is None  # the camera tells of no clock
    assert offset(first, -DAY_MIN - 4.5) is None  # too old for the role
