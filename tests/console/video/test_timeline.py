"""Times of pictures: whatever a camera's clock does, footage goes on in ours."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest

from console.video.timeline import Timeline

FRAME = 6000


def times(
    stamps: Iterable[int], arrivals: Iterable[float], *, reorder: int | None = None
) -> list[int]:
    timeline: Timeline | None = None
    found = []
    for number, (stamp, at_s) in enumerate(zip(stamps, arrivals, strict=True)):
        timeline = timeline or Timeline(stamp, at_s)
        found.append(timeline.take(stamp, at_s, key=number % 30 == 0, reorder=reorder))
    return found


def steady(count: int, jitter: float = 0.0) -> list[float]:
    return [100 + n / 15 + (jitter if n % 7 == 3 else 0) for n in range(count)]


def test_the_cameras_own_intervals_are_kept() -> None:
    found = times([FRAME * n for n in range(60)], steady(60, jitter=0.2))

    assert found == [FRAME * n for n in range(60)]


@pytest.mark.parametrize("jump", [-(1 << 33), -90_000 * 5, -FRAME * 3, 90_000 * 60, 1 << 40])
def test_a_jump_is_passed_over(jump: int) -> None:
    stamps = [FRAME * n + (jump if n >= 40 else 0) for n in range(80)]

    found = times(stamps, steady(80), reorder=0)

    assert all(0 < later - at < 3 * FRAME for at, later in pairwise(found))
    assert found[-1] == pytest.approx(FRAME * 79, abs=FRAME)


def test_b_pictures_keep_their_order() -> None:
    order = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8]

    found = times([FRAME * n for n in order], steady(len(order)), reorder=2)

    assert found == [FRAME * n for n in order]


def test_times_that_repeat_grow_all_the_same() -> None:
    found = times([FRAME * (n // 2) for n in range(60)], steady(60))

    assert all(later > at for at, later in pairwise(found))


@pytest.mark.parametrize("factor", [0.0, 0.5, 2.0, 30.0])
def test_a_clock_that_lies_is_found_out(factor: float) -> None:
    stamps = [int(FRAME * n * factor) for n in range(15 * 60)]

    found = times(stamps, steady(15 * 60))

    assert all(later > at for at, later in pairwise(found))
    assert found[-1] == pytest.approx(FRAME * (15 * 60 - 1), abs=30 * FRAME)
    assert found[-1] - found[-301] == pytest.approx(FRAME * 300, abs=FRAME)


def test_a_slow_crystal_is_pulled_along() -> None:
    stamps = [int(FRAME * n * 0.9995) for n in range(15 * 600)]

    found = times(stamps, steady(15 * 600, jitter=0.1))

    assert found[-1] == pytest.approx(FRAME * (15 * 600 - 1), abs=FRAME)
    assert all(abs(later - at - FRAME) < 500 for at, later in pairwise(found))


def test_a_burst_at_the_beginning_is_of_before_we_came() -> None:
    arrivals = [100.0] * 30 + [100 + n / 15 for n in range(1, 31)]
    timeline = Timeline(0, arrivals[0])

    found = [
        timeline.take(FRAME * n, at_s, key=n % 30 == 0, reorder=0)
        for n, at_s in enumerate(arrivals)
    ]

    assert found == [FRAME * n for n in range(60)]
    assert timeline.start_s == pytest.approx(100 - 29 / 15, abs=0.01)
