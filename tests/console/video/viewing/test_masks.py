"""Masks: solid, where they shall be, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from console.video.evidence_orders import (
    MAX_KEYS,
    MAX_MASKS,
    Mask,
    MaskAt,
    OrderBroken,
    StripWords,
    check,
)
from console.video.viewing.masks import Masks, Planes

WIDTH, HEIGHT = 320, 180
NAMES = StripWords("Cổng", "VV", 420)
SPAN = (1_000_000, 9_000_000)
LEFT = (0.25, 0.25, 0.5, 0.75)
Hits = tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]
RIGHT = (0.5, 0.25, 0.75, 0.75)


def planes(width: int = WIDTH, height: int = HEIGHT) -> Planes:
    half = (height + 1) // 2, (width + 1) // 2
    return (
        np.full((height, width), 200, np.uint8),
        np.full(half, 90, np.uint8),
        np.full(half, 180, np.uint8),
    )


def covered(masks: Masks, at_us: int, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Hits:
    """Which pixels are black, and which cells have no colour; all others are as they were."""
    made = planes(*size)
    masks.cover(made, at_us, at_us + 1)
    black, blue, red = (made[0] == 16), (made[1] == 128), (made[2] == 128)
    for plane, hit, before in zip(made, (black, blue, red), (200, 90, 180), strict=True):
        assert (plane[~hit] == before).all()
    return black, blue, red


def test_a_rectangle_is_filled_in_all_planes_and_nowhere_else() -> None:
    black, blue, red = covered(Masks([Mask((MaskAt(0, LEFT),))]), 5)

    assert black[45:135, 80:160].all()
    assert black.sum() == 90 * 80 + 80 * 2  # its upper and lower edge lie in the middle of cells
    assert (blue == red).all()
    assert blue.sum() * 4 == black.sum()


@pytest.mark.parametrize("size", [(321, 181), (33, 17)])
def test_a_mask_of_all_leaves_nothing_of_an_odd_picture(size: tuple[int, int]) -> None:
    for shape in ((0, 0, 1, 1), (0, 0, 1, 0, 1, 1, 0, 1)):
        black, blue, red = covered(Masks([Mask((MaskAt(0, shape),))]), 0, size)

        assert black.all()
        assert blue.all()
        assert red.all()


def test_a_polygon_covers_all_that_is_in_it_and_at_most_three_cells_more() -> None:
    corners = ((64, 36), (256, 72), (128, 162), (160, 90))
    shape = tuple(share for x, y in corners for share in (x / WIDTH, y / HEIGHT))
    black, blue, _ = covered(Masks([Mask((MaskAt(0, shape),))]), 0)

    down, across = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    inside = np.zeros((HEIGHT, WIDTH), bool)
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        crosses = (y1 > down) != (y2 > down)
        inside ^= crosses & (across < x1 + (x2 - x1) * (down - y1) / (y2 - y1))
    near = np.zeros_like(inside)
    for y, x in np.ndindex(13, 13):
        near |= np.roll(inside, (y - 6, x - 6), (0, 1))
    assert inside.sum() > 5_000
    assert black[inside].all()
    assert not black[~near].any()
    assert (blue.repeat(2, 0).repeat(2, 1) == black).all()


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (33, 17), (161, 90), (320, 17)])
def test_a_polygon_leaves_nothing_of_any_pixel_that_it_touches(size: tuple[int, int]) -> None:
    """However flat or thin it is, and where its edges cross: what they go round is hidden."""
    chance = np.random.default_rng(7)
    (width, height), fine = size, 4
    x = (np.arange(width * fine) + 0.5) / (width * fine)
    y = ((np.arange(height * fine) + 0.5) / (height * fine))[:, None]
    for corners in (3, 3, 4, 5, 8) * 40:
        places = chance.random((corners, 2))
        if chance.random() < 0.3:
            places = places.round(1)
        around = np.zeros((height * fine, width * fine), int)
        for (x1, y1), (x2, y2) in zip(places, np.roll(places, -1, 0), strict=True):
            if y1 != y2:
                crosses = (y1 > y) != (y2 > y)
                around += (crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)) * (
                    1 if y2 > y1 else -1
                )
        touched = (around != 0).reshape(height, fine, width, fine).any((1, 3))
        black, blue, red = covered(Masks([Mask((MaskAt(0, tuple(places.ravel())),))]), 0, size)

        assert black[touched].all()
        for colour in (blue, red):
            assert (colour.repeat(2, 0).repeat(2, 1)[:height, :width] == black).all()


def test_a_mask_goes_straight_from_key_to_key_and_stands_beyond_them() -> None:
    masks = Masks([Mask((MaskAt(1_000, LEFT), MaskAt(2_000, RIGHT)))])

    def left_edge(at_us: int) -> int:
        return int(np.flatnonzero(covered(masks, at_us)[0].any(0))[0])

    assert [left_edge(at) for at in (0, 1_000, 1_250, 1_500, 2_000, 9_000)] == [
        *(80, 80, 100, 120, 160, 160)
    ]


def test_a_mask_holds_from_its_beginning_up_to_its_end() -> None:
    masks = Masks([Mask((MaskAt(0, LEFT),), 1_000, 2_000)])

    held = [covered(masks, at)[0].any() for at in (999, 1_000, 1_999, 2_000)]

    assert held == [False, True, True, False]


def test_a_picture_is_masked_if_it_is_on_the_screen_at_any_instant_of_the_mask() -> None:
    still, moving = (
        Mask((MaskAt(0, LEFT),), 1_000, 2_000),
        Mask((MaskAt(500, RIGHT), MaskAt(1_000, LEFT)), 1_000, 2_000),
    )

    for mask in (still, moving):
        masks, held = Masks([mask]), []
        for span in ((900, 1_000), (900, 1_001), (1_999, 2_100), (2_000, 2_100), (0, 9_000)):
            made = planes()
            masks.cover(made, *span)
            held.append(bool((made[0] == 16).any()))
            if span == (900, 1_001):  # as it lies when it begins
                assert (made[0][45:135, 80:160] == 16).all()
        assert held == [False, True, True, False, True]


def test_masks_lie_over_one_another_at_any_size() -> None:
    masks = Masks([Mask((MaskAt(0, LEFT),)), Mask((MaskAt(0, RIGHT),))])

    for size in ((320, 180), (640, 360), (320, 180)):
        black = covered(masks, 0, size)[0]
        assert black[size[1] // 2].sum() == size[0] // 2


@pytest.mark.parametrize(
    "mask",
    [
        Mask(()),
        Mask((MaskAt(0, (0.1, 0.1, 0.2)),)),
        Mask((MaskAt(0, (0.1, 0.1)),)),
        Mask((MaskAt(0, (0.5, 0.1, 0.2, 0.2)),)),
        Mask((MaskAt(0, (-0.1, 0.1, 0.2, 0.2)),)),
        Mask((MaskAt(0, (0.1, 0.1, 0.2, float("nan"))),)),
        Mask((MaskAt(0, (0.1, 0.1, 0.2, float("inf"))),)),
        Mask((MaskAt(0, (0.5,) * 200),)),
        Mask((MaskAt(0, LEFT), MaskAt(0, LEFT))),
        Mask((MaskAt(0, LEFT), MaskAt(1, (0, 0, 1, 0, 1, 1)))),
        Mask((MaskAt(0, LEFT),), 2_000, 2_000),
        Mask(tuple(MaskAt(n, LEFT) for n in range(MAX_KEYS + 1))),
    ],
)
def test_masks_that_make_no_sense_are_refused(mask: Mask) -> None:
    with pytest.raises(OrderBroken):
        check(SPAN, NAMES, [mask])


def test_what_is_too_much_is_refused() -> None:
    good = Mask((MaskAt(0, LEFT), MaskAt(1, RIGHT)), 2_000)
    many = Mask(tuple(MaskAt(n, (0, 0, 1, 0, 1, 1, 0, 1)) for n in range(4_000)))

    check(SPAN, NAMES, [good] * MAX_MASKS)
    for span, words, masks in (
        (SPAN, NAMES, [good] * (MAX_MASKS + 1)),
        (SPAN, NAMES, [many] * 2),
        (SPAN, StripWords("x" * 501, "", 0), []),
        (SPAN, StripWords("", "", 841), []),
        ((5, 5), NAMES, []),
        ((0, 86_400_000_001), NAMES, []),
    ):
        with pytest.raises(OrderBroken):
            check(span, words, masks)
