"""What an officer draws is exactly what a viewing copy hides: no pixel less, no cell more."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from console.evidence.masks import WHOLE, orders_of
from console.video.evidence_orders import StripWords, check, shape_at
from console.video.viewing.making import view
from console.video.viewing.masks import Masks
from console.video.wire_footage import View
from console.workers import Stop
from db.evidence_records import MaskKey, MaskWanted
from db.records import CameraId, StreamRole
from tests.console.video.footage_made import GATE, Ward, instant

WIDTH, HEIGHT = SIZE = (320, 180)
DARK = 40  # 16, and some of what the encoder makes of an edge
EDGE = 2  # pixels, where it makes the most of it
BOX = MaskWanted(camera_id=GATE, keys=(MaskKey(0, (1_013, 2_207, 3_391, 5_555)),), why="Biển số")
MOVING = MaskWanted(
    camera_id=GATE,
    keys=(
        MaskKey(instant(4), (5_000, 1_000, 7_000, 1_500, 6_000, 4_000)),
        MaskKey(instant(24), (7_000, 5_000, 9_900, 5_500, 8_000, 9_000)),
    ),
    start_us=instant(2),
    end_us=instant(26) + 1,
)
Hidden = NDArray[np.bool_]


def inside(mask: MaskWanted, at_us: int) -> Hidden:
    """The pixels whose middle lies in what was drawn, worked out by itself."""
    held = (mask.start_us or 0) <= at_us and (mask.end_us is None or at_us < mask.end_us)
    if not held:
        return np.zeros((HEIGHT, WIDTH), bool)
    keys = mask.keys
    times = [key.at_us for key in keys]
    shape = [
        float(np.interp(at_us, times, [key.shape[n] for key in keys]))
        for n in range(len(keys[0].shape))
    ]
    x = (np.arange(WIDTH) + 0.5) * WHOLE / WIDTH
    y = ((np.arange(HEIGHT) + 0.5) * WHOLE / HEIGHT)[:, None]
    if len(shape) == 4:
        left, top, right, bottom = shape
        return (x > left) & (x < right) & (y > top) & (y < bottom)
    found = np.zeros((HEIGHT, WIDTH), bool)
    corners = list(zip(shape[::2], shape[1::2], strict=True))
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if y1 != y2:
            found ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return found


def grown(hidden: Hidden, pixels: int) -> Hidden:
    made = hidden.copy()
    for _ in range(pixels):
        wide = np.pad(made, 1)
        made = (
            wide[1:-1, 1:-1] | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
        )
    return made


@pytest.mark.parametrize("mask", [BOX, MOVING], ids=["rectangle", "moving-polygon"])
@pytest.mark.parametrize("number", [1, 2, 4, 9, 14, 24, 26, 27])
def test_all_that_was_drawn_is_hidden_and_next_to_nothing_else(
    mask: MaskWanted, number: int
) -> None:
    planes = (
        np.full((HEIGHT, WIDTH), 200, np.uint8),
        np.full((HEIGHT // 2, WIDTH // 2), 90, np.uint8),
        np.full((HEIGHT // 2, WIDTH // 2), 180, np.uint8),
    )
    drawn = inside(mask, instant(number))

    Masks(orders_of((mask,), GATE)).cover(planes, instant(number), instant(number + 1))

    hidden = planes[0] == 16
    assert not (drawn & ~hidden).any()
    assert not (hidden & ~grown(drawn, 8)).any()  # cells of two pixels, one more round a polygon
    assert drawn.any() == hidden.any()


def test_a_copy_hides_what_was_drawn_in_every_picture(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 40, size=SIZE, noisy=True)
    other = MaskWanted(camera_id=CameraId(GATE + 1), keys=(MaskKey(0, (0, 0, 10_000, 10_000)),))
    orders = orders_of((BOX, other, MOVING), GATE)
    target = tmp_path / "xem.mp4"
    words = StripWords("Cổng", "VV", 420)
    order = View(1, GATE, StreamRole.SUB, instant(0), instant(40), str(target), words, orders)
    check((order.start_us, order.end_us), words, orders)

    view(ward.footage, order, lambda c, s: None, Stop(), lambda d, t: None)

    with av.open(str(target)) as container:
        pictures = [frame.to_ndarray()[:HEIGHT] for frame in container.decode(video=0)]
    assert len(pictures) == 40
    for number, picture in enumerate(pictures):
        drawn = inside(BOX, instant(number)) | inside(MOVING, instant(number))
        within = ~grown(~drawn, EDGE)
        assert picture[within].max() < DARK, f"picture {number} shows what was masked"
        assert picture[drawn].mean() < DARK / 2
        clear = ~grown(drawn, 12)
        assert picture[clear].mean() > 60, f"picture {number} hides what was not masked"


def test_what_is_shown_while_one_scrubs_is_the_engines_own_shape() -> None:
    [order] = orders_of((MOVING,), GATE)

    shape = shape_at(order, instant(14))

    assert shape == pytest.approx((0.6, 0.3, 0.845, 0.35, 0.7, 0.65))
    assert shape_at(order, instant(26)) is not None
    assert shape_at(order, instant(27)) is None
