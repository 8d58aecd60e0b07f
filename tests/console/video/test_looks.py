from __future__ import annotations

import itertools

import pytest

from console.video import looks
from console.video.looks import Area, Moment, moments
from db.footage_records import CELLS, CELLS_ACROSS, CELLS_DOWN, Look

START_US = 1_790_000_000_000_000
SECOND_US = 1_000_000
TOP_LEFT = 1
BOTTOM_RIGHT = 1 << (CELLS - 1)
WHOLE = Area(0, 0, 1, 1)


def test_a_look_takes_at_most_24_bytes_and_comes_back_to_the_millisecond() -> None:
    kept = [
        Look(START_US + 2_001_000, TOP_LEFT | BOTTOM_RIGHT, 7),
        Look(START_US + 61_000_000, 0, 255),
    ]

    data = looks.pack(kept, START_US)

    assert len(data) <= 24 * len(kept)
    assert list(looks.unpack(data, START_US)) == kept


def test_a_cut_off_look_is_left_out() -> None:
    data = looks.pack([Look(START_US, 1, 1), Look(START_US + 1000, 2, 2)], START_US)

    assert [look.cells for look in looks.unpack(data[:-1], START_US)] == [1]


def test_looks_cross_in_a_message_and_rubbish_is_none() -> None:
    data = looks.pack([Look(START_US, 1, 1)], START_US)

    assert looks.from_text(looks.to_text(data)) == data
    assert looks.from_text("không") == b""
    assert looks.from_text("A" * 1_000_000) == b""


def test_the_whole_picture_is_all_cells() -> None:
    assert WHOLE.cells == (1 << CELLS) - 1


def test_an_area_has_the_cells_that_it_touches() -> None:
    across, down = 1 / CELLS_ACROSS, 1 / CELLS_DOWN

    assert Area(0, 0, across, down).cells == 1
    assert Area(0, 0, 1.5 * across, down).cells == 0b11
    assert Area(1 - across, 1 - down, 1, 1).cells == BOTTOM_RIGHT


@pytest.mark.parametrize(
    "sides", [(0.5, 0, 0.5, 1), (0, 0.2, 1, 0.1), (-0.1, 0, 1, 1), (0, 0, 1.1, 1)]
)
def test_an_empty_area_is_none(sides: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="no part"):
        Area(*sides)


def test_changes_close_together_are_one_moment() -> None:
    changed_s = (2, 4, 8, 30, 32)
    seen = [Look(START_US + s * SECOND_US, int(s in changed_s), 1) for s in range(0, 60, 2)]

    found = moments(seen, WHOLE)

    assert [
        ((m.start_us - START_US) // SECOND_US, (m.end_us - START_US) // SECOND_US) for m in found
    ] == [
        (2, 8),
        (30, 32),
    ]


def test_only_the_area_counts() -> None:
    seen = [Look(START_US, BOTTOM_RIGHT, 9), Look(START_US + SECOND_US, TOP_LEFT, 9)]

    assert moments(seen, Area(0, 0, 0.5, 0.5)) == [
        Moment(
            START_US + SECOND_US, START_US + SECOND_US, 1 / Area(0, 0, 0.5, 0.5).cells.bit_count()
        )
    ]


def test_a_small_change_can_be_left_out() -> None:
    area = Area(0, 0, 4 / CELLS_ACROSS, 1 / CELLS_DOWN)
    seen = [Look(START_US, 0b0001, 1), Look(START_US + 60 * SECOND_US, 0b0111, 9)]

    assert [m.start_us for m in moments(seen, area, least=0.5)] == [START_US + 60 * SECOND_US]


def test_a_day_of_a_camera_can_be_searched_whole() -> None:
    day = (Look(START_US + n * 2 * SECOND_US, 1 << n % CELLS, 1) for n in itertools.count())

    found = moments(itertools.islice(day, 43_200), Area(0, 0, 1 / CELLS_ACROSS, 1 / CELLS_DOWN))

    assert len(found) == 43_200 // CELLS
