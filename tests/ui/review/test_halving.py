"""The search by halves, and which pictures a strip shows: without a window."""

from __future__ import annotations

import pytest

from ui.review.finding.halving import ENOUGH_US, Halving
from ui.review.finding.spacing import (
    MOST,
    Spot,
    beside,
    days,
    least_step,
    neighbour,
    spots,
    step_for,
)
from ui.review.material import Lane
from ui.review.scale import DAY_US, HOUR_US, MINUTE_US, SECOND_US


def begun(*stretches: tuple[int, int]) -> Halving:
    made = Halving.of(stretches[0][0], stretches[-1][1], stretches)
    assert made is not None
    return made


def found(search: Halving, theft_us: int) -> Halving:
    """Answer truthfully until it is over."""
    while not search.is_over:
        if search.row:
            search = search.choose(next(us for us in search.row if us >= theft_us))
        else:
            assert search.asked_us is not None
            search = search.answer(search.asked_us < theft_us)
    return search


@pytest.mark.parametrize("share", [0.0001, 0.1, 0.25, 0.49999, 0.5, 0.77, 0.9999])
def test_half_a_day_takes_no_more_than_twelve_answers(share: float) -> None:
    theft_us = round(12 * HOUR_US * share)
    search = begun((0, 12 * HOUR_US))
    assert search.steps_left == 12

    over = found(search, theft_us)

    assert over.answers <= 12
    assert over.there_us < theft_us <= over.gone_us
    assert over.gone_us - over.there_us <= ENOUGH_US
    assert over.is_found
    assert not over.lies_in_gap


def test_each_answer_leaves_a_step_less() -> None:
    search = begun((0, 12 * HOUR_US))
    steps = [search.steps_left]
    while not search.row:
        search = search.answer(still_there=True)
        steps.append(search.steps_left)

    assert steps == list(range(12, 0, -1))


def test_gaps_take_no_answers_and_are_never_asked_about() -> None:
    search = begun((0, HOUR_US), (11 * HOUR_US, 12 * HOUR_US))
    assert search.steps_left == 10
    asked = []
    while not search.is_over:
        if search.row:
            search = search.choose(search.row[0])
        else:
            assert search.asked_us is not None
            asked.append(search.asked_us)
            search = search.answer(search.asked_us <= HOUR_US)

    assert [us for us in asked if HOUR_US <= us < 11 * HOUR_US] == []


def test_what_went_in_a_gap_is_said_to_have_gone_there() -> None:
    over = found(begun((0, HOUR_US), (3 * HOUR_US, 4 * HOUR_US)), 2 * HOUR_US)

    assert over.is_found
    assert over.lies_in_gap
    assert over.there_us <= HOUR_US
    assert over.gone_us >= 3 * HOUR_US
    assert over.gone_us - over.there_us - 2 * HOUR_US <= ENOUGH_US


def test_an_answer_is_taken_back() -> None:
    first = begun((0, HOUR_US))
    wrong = first.answer(still_there=True)

    assert wrong.undo() == first
    assert first.undo() is first
    assert wrong.undo().answers == 0


def test_a_picture_that_tells_nothing_is_passed_over() -> None:
    search = begun((0, HOUR_US))
    other = search.skip()

    assert search.asked_us == HOUR_US // 2
    assert other.asked_us is not None
    assert abs(other.asked_us - HOUR_US // 2) > MINUTE_US
    assert other.answers == 0
    assert other.undo() == search
    after = other.answer(still_there=True)
    assert after.there_us == other.asked_us
    for _ in range(20):
        if other.is_over:
            break
        other = other.skip()
    assert other.is_over
    assert not other.is_found


def test_without_footage_there_is_nothing_to_halve() -> None:
    assert Halving.of(0, HOUR_US, ()) is None
    assert Halving.of(0, HOUR_US, [(0, SECOND_US)]) is None
    assert Halving.of(0, HOUR_US, [(2 * HOUR_US, 3 * HOUR_US)]) is None


def lane(*stretches: tuple[int, int]) -> Lane[None]:
    starts, ends = [first for first, _ in stretches], [last for _, last in stretches]
    return Lane(starts, ends, [None] * len(starts))


def test_a_strip_has_a_picture_at_each_round_time() -> None:
    start = 10 * HOUR_US + 3 * SECOND_US

    strip = spots(start, start + MINUTE_US, 15, lane((9 * HOUR_US, 12 * HOUR_US)))

    assert [(spot.us - 10 * HOUR_US) // SECOND_US for spot in strip] == [3, 15, 30, 45, 60]
    assert [spot for spot in strip if spot.end_us is not None] == []


def test_a_gap_is_shown_once_and_what_follows_by_its_first_picture() -> None:
    second = 40 * MINUTE_US + 7 * SECOND_US
    strip = spots(0, HOUR_US, 600, lane((0, 20 * MINUTE_US), (second, 50 * MINUTE_US)))

    assert strip == [
        Spot(0),
        Spot(10 * MINUTE_US),
        Spot(20 * MINUTE_US, second),
        Spot(second),
        Spot(50 * MINUTE_US, HOUR_US),
    ]


def test_a_gap_shorter_than_a_step_is_no_card() -> None:
    strip = spots(0, HOUR_US, 600, lane((0, 21 * MINUTE_US), (22 * MINUTE_US, HOUR_US)))

    assert [spot.us // MINUTE_US for spot in strip] == [0, 10, 20, 30, 40, 50]


def test_nothing_recorded_is_one_gap() -> None:
    assert spots(0, HOUR_US, 600, lane()) == [Spot(0, HOUR_US)]


def test_steps_fit_the_room_and_never_make_too_many_pictures() -> None:
    assert step_for(HOUR_US, 12) == 300
    assert step_for(HOUR_US, 1) == 3600
    assert (beside(300, 1), beside(300, -1), beside(1, -1)) == (600, 120, 1)
    assert least_step(DAY_US) == 60
    assert DAY_US // (least_step(DAY_US) * SECOND_US) <= MOST


def test_a_search_goes_day_by_day() -> None:
    assert list(days(0, 2 * DAY_US + HOUR_US)) == [
        (0, DAY_US),
        (DAY_US, 2 * DAY_US),
        (2 * DAY_US, 2 * DAY_US + HOUR_US),
    ]


def test_the_neighbours_of_an_instant() -> None:
    instants = [10, 20, 30]
    assert [neighbour(instants, us, 1) for us in (5, 10, 30)] == [0, 1, None]
    assert [neighbour(instants, us, -1) for us in (5, 10, 21)] == [None, None, 1]
