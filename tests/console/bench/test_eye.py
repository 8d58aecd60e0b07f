"""What was on the screen is counted as an officer would see it."""

from __future__ import annotations

import pytest

from console.bench.barcode import spots
from console.bench.cameras import age_s
from console.bench.eye import Tally, Tile, Watched, is_live, quantile, tiles_of
from console.bench.media import SUB
from console.bench.meter import TileMark
from console.bench.screen import Screen, Shape
from console.demo.clips import phase
from tests.console.bench.test_barcode import HEIGHT, STRIDE, WIDTH, painted

NOW_S = 1_800_000_000.25  # unix time


def sent(stream: int, unix_s: float) -> int:
    """The number of the picture that a stream's camera sent last."""
    return int(unix_s * SUB.fps + phase(stream, SUB.frames)) % SUB.frames


def shows(number: int) -> Screen:
    pixels = memoryview(painted(number, 0, 0, 480, 270))
    return Screen(":99", pixels, Shape(WIDTH, HEIGHT, STRIDE, 0), 0)


def tile(stream: int) -> Tile:
    return Tile(spots(0, 0, 480, 270, stride=STRIDE), stream)


@pytest.mark.parametrize("stream", [0, 7, 80])
@pytest.mark.parametrize("late_s", [0.0, 0.08, 1.5, 20.0])
def test_age_is_the_time_since_the_camera_sent_the_picture(stream: int, late_s: float) -> None:
    number = sent(stream, NOW_S)
    fresh_s = age_s(number, NOW_S, stream)

    assert 0 <= fresh_s < 1 / SUB.fps
    assert age_s(number, NOW_S + late_s, stream) == pytest.approx(fresh_s + late_s, abs=1e-3)


def test_a_picture_just_sent_is_live() -> None:
    assert is_live(shows(sent(3, NOW_S)), tile(3), NOW_S + 0.2)


def test_a_still_is_not_live() -> None:
    assert not is_live(shows(sent(3, NOW_S)), tile(3), NOW_S + 1.7)


def test_the_picture_of_another_camera_is_not_live() -> None:
    assert not is_live(shows(sent(3, NOW_S)), tile(19), NOW_S)


def test_a_tile_without_a_code_is_not_live() -> None:
    dark = Tile(spots(960, 540, 480, 270, stride=STRIDE), 3)

    assert not is_live(shows(sent(3, NOW_S)), dark, NOW_S)


def test_a_picture_sent_before_the_camera_came_back_is_not_new() -> None:
    screen = shows(sent(3, NOW_S))

    assert not is_live(screen, tile(3), NOW_S + 1.0, within_s=0.9)


def test_only_another_picture_counts() -> None:
    tally = Tally()

    for number in (5, 5, 6, 6, None, 8, 719, 0):
        tally.see(number, 0.05)

    assert tally.pictures == 4
    assert tally.unreadable == 1
    assert len(tally.ages_ms) == 7


def test_frames_a_second_and_ages_are_those_of_all_tiles() -> None:
    quick, slow = Tally(), Tally()
    for number in range(31):
        quick.see(number, 0.1)
        slow.see(number // 2, 0.3)

    watched = Watched(2.0, 62, (quick, slow))

    assert watched.fps == [15.0, 7.5]
    assert watched.ages_ms[0] == 100
    assert watched.ages_ms[-1] == 300


def test_the_turned_page_shows_the_cameras_further_on() -> None:
    mark = TileMark(number=5, x=0, y=0, width=480, height=270, painted=1, decoded=1)

    assert tiles_of(shows(0), [mark], shift=16) == [tile(20)]


def test_a_quantile_of_nothing_is_refused() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
    assert quantile([1.0, 2.0, 3.0, 4.0], 1.0) == 4.0
    with pytest.raises(ValueError, match="nothing"):
        quantile([], 0.5)
