"""A player that must go on elsewhere: what the next process is told."""

from __future__ import annotations

from console.video.player_orders import PlayerOrders
from console.video.wire_footage import (
    ReviewAt,
    ReviewGo,
    ReviewShow,
    ReviewSound,
    ReviewStep,
)
from db.records import CameraId

SHOWN = ReviewShow(3, 4096, "", (), 0)


def at(at_us: int, rate: float, seek: int) -> ReviewAt:
    return ReviewAt(3, at_us, rate, seek, ())


def test_a_standing_player_stands_where_it_stood() -> None:
    orders = PlayerOrders(100)
    assert orders.give(ReviewGo(3, 500, 0.0, True)) == 1
    orders.told(at(500, 0.0, 1))

    shown, following = orders.again(SHOWN)

    assert (shown.at_us, shown.seek, following) == (500, 1, [])


def test_a_playing_player_plays_on_and_counts_the_same() -> None:
    orders = PlayerOrders(100, followed=4)
    orders.give(ReviewGo(3, None, 2.0, False))
    orders.told(at(900, 2.0, 5))

    shown, following = orders.again(SHOWN)

    assert (shown.at_us, shown.seek) == (900, 4)
    assert following == [ReviewGo(3, None, 2.0, False)]


def test_what_was_told_before_it_went_elsewhere_is_old() -> None:
    orders = PlayerOrders(100)
    orders.give(ReviewGo(3, 5_000, 0.0, True))
    orders.told(at(120, 1.0, 0))

    assert orders.again(SHOWN)[0].at_us == 5_000


def test_steps_that_nobody_counted_are_stepped_again() -> None:
    orders = PlayerOrders(100)
    for frames in (1, 2, -4):
        orders.give(ReviewStep(3, frames))
    orders.told(at(140, 0.0, 1))

    shown, following = orders.again(SHOWN)

    assert (shown.at_us, shown.seek) == (140, 1)
    assert following == [ReviewStep(3, 2), ReviewStep(3, -4)]


def test_sound_is_no_order_to_go() -> None:
    orders = PlayerOrders(100)
    assert orders.give(ReviewSound(3, CameraId(7))) == 0

    assert orders.again(SHOWN) == (
        ReviewShow(3, 4096, "", (), 100, 0),
        [ReviewSound(3, CameraId(7))],
    )
