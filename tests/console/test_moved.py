"""When something changed in a part of the picture, and where nobody can say."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.errors import FootageMissing, NotAllowed
from console.gate import Why
from console.moved import LONGEST, Hole
from console.video.looks import Area
from db.footage_records import Look
from db.records import Role, Span, to_us
from db.store import Store
from db.structs import replace
from tests import wards
from tests.fakes import FakeClock
from tests.timelines import Post, run_of

SECOND_US = 1_000_000
CORNER = Area(0.0, 0.0, 2 / 16, 2 / 9)  # four cells
DAY_MIN = 24 * 60


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    made = Post(tmp_path, store, clock)
    made.officer(Role.CHIEF)
    return made


def looks_of(span: Span, busy: dict[datetime, int], every_us: int = 2 * SECOND_US) -> list[Look]:
    """A look every two seconds; ``busy`` are the cells that changed at some of them."""
    cells = {to_us(at): changed for at, changed in busy.items()}
    start_us, end_us = to_us(span.start), to_us(span.end)
    return [Look(us, cells.get(us, 0), 0) for us in range(start_us, end_us, every_us)]


def test_changes_of_the_area_are_found_and_those_beside_it_are_not(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    theft, passer = span.start + timedelta(minutes=10), span.start + timedelta(minutes=20)
    post.index.footage = [run_of(camera, span)]
    post.index.seen = looks_of(
        span, {theft: 0b11, theft + timedelta(seconds=2): 0b1, passer: 1 << 140}
    )

    found = post.footage.changes(camera, span, CORNER)

    [moment] = found.moments
    assert (moment.start_us, moment.end_us) == (to_us(theft), to_us(theft) + 2 * SECOND_US)
    assert moment.strength == 0.5
    assert (found.span, found.holes) == (span, ())
    assert post.footage.changes(camera, span, CORNER, 0.7).moments == ()


def test_where_no_map_tells_is_said_and_whether_it_can_be_watched(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    post.index.footage = [run_of(camera, post.span(-60, -30)), run_of(camera, post.span(-20, 5))]
    post.index.seen = looks_of(post.span(-50, -30), {}) + looks_of(post.span(-20, 0), {})

    holes = post.footage.changes(camera, span, CORNER).holes

    before, missing = post.span(-60, -50), post.span(-30, -20)
    assert holes[0] == Hole(to_us(before.start), to_us(before.end), recorded=True)
    assert not holes[1].recorded
    assert holes[1].start_us == pytest.approx(to_us(missing.start), abs=2 * SECOND_US)
    assert holes[1].end_us == to_us(missing.end)
    assert len(holes) == 2


def test_what_a_kill_left_without_a_map_is_said_though_it_is_short(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    start_us = to_us(span.start)
    post.index.footage = [run_of(camera, span)]
    post.index.seen = [
        look
        for look in looks_of(span, {})
        if not 20 * SECOND_US <= look.at_us - start_us < 32 * SECOND_US
    ]

    [hole] = post.footage.changes(camera, span, CORNER).holes

    assert hole == Hole(start_us + 18 * SECOND_US, start_us + 32 * SECOND_US, recorded=True)


def test_a_key_frame_every_eight_seconds_makes_no_hole(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    post.index.footage = [run_of(camera, span)]
    post.index.seen = looks_of(span, {}, every_us=8 * SECOND_US)

    assert post.footage.changes(camera, span, CORNER).holes == ()


def test_the_minute_that_is_being_written_is_recorded_though_it_has_no_map_yet(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    done = Span(span.start, span.end - timedelta(seconds=50))
    post.index.footage = [replace(run_of(camera, done), open=True)]
    post.index.seen = looks_of(done, {})

    [hole] = post.footage.changes(camera, span, CORNER).holes

    assert hole.recorded
    assert hole.end_us == to_us(span.end)


def test_a_camera_without_a_map_is_one_hole(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)

    [hole] = post.footage.changes(camera, span, CORNER).holes

    assert hole == Hole(to_us(span.start), to_us(span.end), recorded=False)


def test_a_key_frame_every_ten_seconds_leaves_no_hole(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-60, 0)
    post.index.footage = [run_of(camera, span)]
    post.index.seen = looks_of(span, {}, 10 * SECOND_US)

    assert post.footage.changes(camera, span, CORNER).holes == ()


def test_only_whoever_may_watch_may_look_for_changes(post: Post) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.OFFICER, {post.team_of(first)})
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.footage.changes(last.id, post.span(-60, 0), CORNER)

    post.officer(Role.DUTY)
    cut = post.footage.changes(first.id, post.span(-DAY_MIN - 60, -DAY_MIN + 60), CORNER)
    assert cut.span == post.span(-DAY_MIN, -DAY_MIN + 60)
    with pytest.raises(FootageMissing):
        post.footage.changes(first.id, post.span(-3 * DAY_MIN, -2 * DAY_MIN), CORNER)


def test_more_than_a_day_is_asked_for_in_parts(post: Post) -> None:
    span = post.span(-DAY_MIN - 1, 0)
    assert span.length > LONGEST
    with pytest.raises(ValueError, match="a part at a time"):
        post.footage.changes(post.cameras()[0].id, span, CORNER)


def test_a_day_of_looks_is_searched_within_a_second(post: Post) -> None:
    camera = post.cameras()[0].id
    span = post.span(-DAY_MIN, 0)
    post.index.footage = [run_of(camera, span)]
    minutes = (timedelta(minutes=minute) for minute in range(0, DAY_MIN, 7))
    post.index.seen = looks_of(span, {span.start + each: 0b1111 for each in minutes})
    assert len(post.index.seen) == 43_200

    begun = time.perf_counter()
    found = post.footage.changes(camera, span, CORNER)
    took_s = time.perf_counter() - begun

    assert len(found.moments) == 206
    assert took_s < 1.0
