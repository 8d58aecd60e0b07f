"""Scale, zoom, what is shown, what was watched: what needs no window."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from console.video.footage_ports import WHOLE
from db.records import CameraId, to_us
from ui.review.scale import DAY_US, HOUR_US, LONGEST_US, SECOND_US, SHORTEST_US, Scale
from ui.review.shown import Shown
from ui.review.watched import Watched
from ui.review.zoom import magnified, panned, times

NOON_US = to_us(datetime(2026, 3, 14, 12, tzinfo=UTC))
ONE, TWO, THREE = (CameraId(number) for number in (1, 2, 3))


def test_zooming_keeps_what_is_under_the_pointer_where_it_is() -> None:
    scale = Scale(NOON_US, HOUR_US, 1000)
    under = scale.us(250)

    for factor in (0.5, 3.0, 0.1):
        scale = scale.zoomed(factor, 250)
        assert scale.us(250) == pytest.approx(under, abs=2 * scale.length_us / 1000)


def test_it_is_never_shorter_than_ten_seconds_nor_longer_than_thirty_days() -> None:
    scale = Scale(NOON_US, HOUR_US, 1000)

    assert scale.zoomed(1e-9, 500).length_us == SHORTEST_US == 10 * SECOND_US
    assert scale.zoomed(1e9, 500).length_us == LONGEST_US == 30 * DAY_US


@pytest.mark.parametrize("length", [SHORTEST_US, 3 * HOUR_US, DAY_US, 9 * DAY_US, LONGEST_US])
def test_words_of_the_ruler_do_not_touch(length: int) -> None:
    marks = Scale(NOON_US, length, 880).marks()

    apart = [b.x - a.x for a, b in pairwise(marks)]
    assert 2 <= len(marks) <= 13
    assert min(apart) >= 71
    assert all(mark.words for mark in marks)


def test_a_position_out_of_sight_turns_whole_pages() -> None:
    scale = Scale(NOON_US, HOUR_US, 1000)

    later = scale.reaching(NOON_US + HOUR_US + 5)
    assert later.start_us == NOON_US + HOUR_US * 9 // 10
    assert scale.reaching(NOON_US - 1).start_us == NOON_US - HOUR_US * 9 // 10
    assert scale.reaching(NOON_US + 7) == scale


def test_a_picture_is_magnified_about_the_pointer_and_stays_inside() -> None:
    zoom = magnified(WHOLE, 2.0, 0.25, 0.5)

    assert zoom == (1250, 2500, 5000, 5000)
    assert times(zoom) == 2.0
    assert panned(zoom, 9.0, -9.0) == (5000, 0, 5000, 5000)
    assert magnified(zoom, 0.01, 0.5, 0.5) == WHOLE
    assert times(magnified(WHOLE, 1000.0, 0.5, 0.5)) == 10.0


def test_cameras_fill_free_places_and_then_that_of_the_chosen_one() -> None:
    shown = Shown.of([ONE]).in_grid(4).with_camera(TWO)
    assert shown.cameras == (ONE, TWO)

    assert shown.in_grid(1).cameras == (TWO,)
    assert shown.in_grid(1).with_camera(THREE).cameras == (THREE,)
    assert shown.without(ONE).chosen == TWO
    assert shown.keeping(frozenset({ONE})).cameras == (ONE,)


def test_what_was_watched_is_one_stretch_until_one_jumps() -> None:
    watched = Watched()
    for tenth in range(40):
        assert watched.saw((ONE,), NOON_US + tenth * SECOND_US, tenth / 10) is None

    first = watched.saw((ONE,), NOON_US + HOUR_US, 4.0)
    last = watched.end()

    assert first is not None
    assert last is not None
    assert to_us(first.span.start) == NOON_US
    assert to_us(first.span.end) == NOON_US + 39 * SECOND_US
    assert to_us(last.span.start) == NOON_US + HOUR_US
    assert watched.end() is None


def test_a_long_watch_is_told_every_five_seconds() -> None:
    watched = Watched()
    told = [watched.saw((ONE,), NOON_US + s * SECOND_US, float(s)) for s in range(16)]

    assert len([each for each in told if each is not None]) == 3
