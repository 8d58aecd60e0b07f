"""Bookmarks on the timeline: planted where they belong, read at once, gone to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.records import CameraId, from_us
from tests.ui.review.desk import NONE, ONE, TWO, opened, press
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.on_timeline import TimelineMarks
from ui.review.flags import flags_words
from ui.review.pennants import planted
from ui.review.rows import FLAGS, LABELS, RULER
from ui.review.scale import SECOND_US

SHIFT = Qt.KeyboardModifier.ShiftModifier
BAR, FLAG, GROUND = 1, 8, 0


def marks(stage: Stage) -> TimelineMarks:
    assert stage.window.moments is not None
    assert stage.window.moments.timeline is not None
    return stage.window.moments.timeline


@pytest.fixture
def night(stage: Stage) -> list[int]:
    """Two cameras are played; the first was marked twice before, the second in between."""
    opened(stage, ONE, TWO)
    at = from_us(stage.review.playback.at_us)
    made = [
        stage.console.bookmarks.mark([camera], at + timedelta(minutes=minutes))
        for camera, minutes in ((ONE, -9), (TWO, -6), (ONE, -3))
    ]
    wait_for(lambda: len(stage.review.timeline._flags) == len(made))
    wait_for(lambda: not marks(stage).is_busy)
    return [round(each.at.timestamp() * 1e6) for each in made]


def test_a_flag_has_a_pole_a_pennant_and_room_around_it() -> None:
    rows = planted([bytes([BAR]) * 40] * 16, [4, 20], FLAG, GROUND)

    middle = rows[5]
    assert middle[20:24] == bytes([FLAG]) * 4  # the pennant
    assert (middle[19], middle[3]) == (GROUND, GROUND)
    assert rows[14][20:23] == bytes([FLAG, FLAG, GROUND])  # the pole alone
    assert rows[15] == bytes([BAR]) * 40
    assert all(len(row) == 40 for row in rows)


def test_poles_side_by_side_are_a_block_with_one_pennant_and_end_at_the_edge() -> None:
    rows = planted([bytes(40)] * 16, [*range(30), 39], FLAG, GROUND)

    assert rows[5][:30] == bytes([FLAG]) * 30
    assert rows[5].count(FLAG) > rows[14].count(FLAG)
    assert {len(row) for row in rows} == {40}


def test_new_ones_stand_there_at_once_and_only_in_their_row(stage: Stage, night: list[int]) -> None:
    timeline = stage.review.timeline
    scale = timeline.scale

    assert len(timeline._flags.columns(ONE, scale)) == 2
    assert len(timeline._flags.columns(None, scale)) == 3
    [near] = timeline.flags_near(TWO, night[1])
    assert flags_words([near]).startswith("Dấu mốc ")
    assert "chưa mô tả" in flags_words([near])
    assert timeline.flags_near(ONE, night[1]) == []

    stage.console.bookmarks.undo(near.id)
    wait_for(lambda: len(timeline._flags) == 2)


def test_keys_go_from_one_to_the_next_and_say_what_it_is(stage: Stage, night: list[int]) -> None:
    review = stage.review

    for us, camera in ((night[2], ONE), (night[1], TWO), (night[0], ONE)):
        press(stage, Qt.Key.Key_PageUp, SHIFT)
        wait_for(lambda: review.playback.at_us == us)  # noqa: B023 -- waited for at once
        assert review.chosen == camera
        assert review.bar.words.text().startswith("Dấu mốc ")
    press(stage, Qt.Key.Key_PageUp, SHIFT)
    wait_for(lambda: "trước" in review.bar.words.text())
    press(stage, Qt.Key.Key_PageDown, SHIFT)
    wait_for(lambda: review.playback.at_us == night[1])


def test_a_click_on_a_flag_goes_to_its_very_instant(stage: Stage, night: list[int]) -> None:
    timeline = stage.review.timeline
    x = LABELS + round(timeline.scale.x(night[1])) + 2
    assert timeline.us_at(x) != night[1]

    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, NONE, QPoint(x, RULER + FLAGS // 2))

    wait_for(lambda: stage.review.playback.at_us == night[1])
    assert stage.review.chosen == TWO
    assert abs(timeline.scale.length_us) > SECOND_US


def test_nothing_of_them_is_left_for_somebody_who_may_not(stage: Stage, night: list[int]) -> None:
    stage.wall.set_rights(lambda _: False)

    assert len(stage.review.timeline._flags) == 0
    stage.review.timeline.turn(-5)
    assert not marks(stage).is_busy
    assert CameraId(1) in stage.review.timeline_cameras
