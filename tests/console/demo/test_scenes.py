from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from console.demo.film import Film
from console.demo.moves import FRAMES, LOOP_S, Mover, Stayer, Way, constant
from console.demo.people import Look, stander, walker
from console.demo.rtp import Codec
from console.demo.scenes import Scene, all_scenes

SMALL = (320, 180)
LOOK = Look(shirt=(200, 200, 200), trousers=(60, 60, 60))


@cache
def film(number: int) -> Film:
    """A scene, small; some need a second to be built."""
    return scene(number).film(2022, *SMALL)


def scene(number: int) -> Scene:
    return next(each for each in all_scenes() if each.number == number)


def difference(one: Film, first: int, second: int) -> float:
    a, b = (one.picture(index)[:180].astype(np.int16) for index in (first, second))
    return float(np.abs(a - b).mean())


def test_there_are_seven_scenes_and_two_are_in_h265() -> None:
    scenes = all_scenes()

    assert [each.number for each in scenes] == list(range(1, 8))
    assert len({each.name for each in scenes}) == 7
    assert sum(each.codec is Codec.H265 for each in scenes) == 2


@pytest.mark.parametrize("number", [2, 5, 6])
def test_the_last_picture_runs_into_the_first(number: int) -> None:
    inside = max(difference(film(number), index, index + 1) for index in (70, 140, 210))
    number_burnt_in = 0.6

    assert difference(film(number), FRAMES - 1, 0) < inside * 1.5 + number_burnt_in


def test_something_moves() -> None:
    assert difference(film(5), 0, 75) > 1.0


def test_the_same_seed_is_the_same_picture() -> None:
    again = scene(5).film(2022, *SMALL)

    assert np.array_equal(film(5).picture(42), again.picture(42))


def test_another_seed_is_another_street() -> None:
    other = scene(5).film(7, *SMALL)

    assert not np.array_equal(film(5).picture(42), other.picture(42))


def test_night_is_darker_than_day() -> None:
    day, night = (film(number).picture(0)[:180].mean() for number in (5, 4))

    assert night < day * 0.8


def test_a_mover_comes_back_with_every_loop() -> None:
    mover = Mover(
        figure=constant(walker(LOOK, 0.0)),
        way=Way(((0.0, 5.0), (0.0, 15.0))),
        speed_m_s=2.0,
        start_s=18.0,
    )

    feet = [[seen.placed.foot for seen in mover.at(index)] for index in (0, FRAMES)]
    assert feet[0] == feet[1]
    assert feet[0][0][1] == pytest.approx(5.0 + 2.0 * (LOOP_S - 18.0))


def test_a_way_longer_than_a_loop_has_several_on_it() -> None:
    mover = Mover(
        figure=constant(walker(LOOK, 0.0)),
        way=Way(((0.0, 0.0), (0.0, 50.0))),
        speed_m_s=1.0,
        start_s=0.0,
    )

    assert [seen.placed.foot[1] for seen in mover.at(15)] == pytest.approx([1.0, 21.0, 41.0])


def test_a_way_rounds_its_corners_and_turns_the_heading() -> None:
    way = Way(((0.0, 0.0), (0.0, 10.0), (10.0, 10.0)))

    assert way.at(0.0)[2] == pytest.approx(0.0)
    assert way.at(way.length_m)[2] == pytest.approx(np.pi / 2)
    assert 17.0 < way.length_m < 20.0


def test_who_stays_is_the_same_after_a_loop() -> None:
    stayer = Stayer(figure=lambda turn: stander(LOOK, turn), x=0, z=9, heading=0, cycles=3)
    first, last = (next(stayer.at(index)).placed.points for index in (0, FRAMES))

    assert np.array_equal(first, last)
