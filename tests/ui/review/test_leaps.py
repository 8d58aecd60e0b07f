"""To where footage begins, before or after, and to a day: beyond what the timeline has read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from db.footage_records import Run
from db.records import CameraId, StreamRole, from_us, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import DAY_US, HOUR_US, FakeFootage
from tests.ui.review.desk import CTRL, NONE, ONE, TWO, opened, press
from tests.ui.stage import Stage, wait_for
from ui.review.leaps import earlier_start, first_within, later_start

MINUTE_US = 60_000_000
OLD = 20 * DAY_US, 19 * DAY_US + 12 * HOUR_US  # before now: from, to
NEW = 10 * MINUTE_US, 5_000_000


def run(camera_id: CameraId, start_us: int, end_us: int) -> Run:
    return Run(camera_id=camera_id, role=StreamRole.SUB, era=0, start_us=start_us, end_us=end_us)


@pytest.fixture
def footage(clock: FakeClock) -> FakeFootage:
    """Half a day 20 days ago, and the last ten minutes."""
    now_us = to_us(clock.now())
    return FakeFootage(
        kept_runs=[
            run(camera, now_us - since, now_us - to)
            for camera in (ONE, TWO)
            for since, to in (OLD, NEW)
        ]
    )


def test_ctrl_page_keys_find_footage_that_was_not_read(stage: Stage) -> None:
    player, now_us = opened(stage, ONE), to_us(stage.clock.now())
    playback, timeline = stage.review.playback, stage.review.timeline
    press(stage, Qt.Key.Key_PageUp, CTRL)
    wait_for(lambda: player.at_us == now_us - NEW[0])
    press(stage, Qt.Key.Key_PageUp, CTRL)
    wait_for(lambda: player.at_us == now_us - OLD[0])
    assert timeline.scale.span.holds(from_us(player.at_us))
    wait_for(lambda: playback.at_us == player.at_us and stage.footage_is_read)

    press(stage, Qt.Key.Key_PageDown, CTRL)
    wait_for(lambda: player.at_us == now_us - NEW[0])


def test_where_there_is_none_it_is_said(stage: Stage) -> None:
    player, now_us = opened(stage, ONE), to_us(stage.clock.now())
    said = stage.review.bar.words
    press(stage, Qt.Key.Key_PageDown, CTRL)
    wait_for(lambda: said.text() == "Các camera này không còn hình ghi nào về sau.")
    stage.review.go_to(now_us - OLD[0] + 1000)
    wait_for(lambda: player.at_us == now_us - OLD[0] + 1000)

    press(stage, Qt.Key.Key_PageUp, CTRL)

    wait_for(lambda: said.text() == "Các camera này không còn hình ghi nào về trước.")
    assert player.at_us == now_us - OLD[0] + 1000


def test_a_role_that_sees_a_day_back_is_led_no_further(stage: Stage, footage: FakeFootage) -> None:
    footage.eldest = stage.clock.now() - timedelta(days=1)
    player = opened(stage, ONE)
    press(stage, Qt.Key.Key_PageUp, CTRL)
    wait_for(lambda: player.at_us == to_us(stage.clock.now()) - NEW[0])

    press(stage, Qt.Key.Key_PageUp, CTRL)

    wait_for(lambda: "không còn hình ghi nào về trước" in stage.review.bar.words.text())


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_a_day_that_is_chosen_is_gone_to_where_its_footage_begins(stage: Stage) -> None:
    player, now = opened(stage, ONE), stage.clock.now().astimezone()
    picker, says = stage.review.errands.days, stage.review.bar.words
    press(stage, Qt.Key.Key_D)
    keys = picker.calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert keys is not None
    day = (now - timedelta(days=20)).date()
    for _ in range((now.date() - day).days):
        QTest.keyClick(keys, Qt.Key.Key_Left)
    QTest.keyClick(keys, Qt.Key.Key_Return)

    wait_for(lambda: player.at_us == to_us(now) - OLD[0])
    assert stage.review.timeline.scale.span.holds(from_us(player.at_us))

    stage.review.leaps.go_to_day(day + timedelta(days=5))
    wait_for(lambda: says.text().startswith("Không có hình ghi của các camera này ngày "))
    assert player.at_us == to_us(now) - OLD[0]


def test_end_goes_to_the_newest_footage_from_wherever_it_stands(stage: Stage) -> None:
    player, now_us = opened(stage, ONE), to_us(stage.clock.now())
    stage.review.go_to(now_us - OLD[0])
    wait_for(lambda: player.at_us == now_us - OLD[0])
    stage.review.timeline.setFocus()

    press(stage, Qt.Key.Key_End, NONE)

    wait_for(lambda: player.at_us == now_us - NEW[1] - 1_000_000)


def test_footage_that_runs_on_is_one_stretch(clock: FakeClock) -> None:
    """Runs of several cameras that overlap or touch, over many days."""
    base = to_us(clock.now()) - 9 * DAY_US
    last = base + 8 * DAY_US
    runs = [
        run(CameraId(day % 2), base + day * DAY_US, base + (day + 1) * DAY_US) for day in range(5)
    ]
    footage = FakeFootage(kept_runs=[*runs, run(CameraId(1), last, last + HOUR_US)])
    both = [CameraId(0), CameraId(1)]

    assert later_start(footage, both, base + HOUR_US) == last
    assert later_start(footage, both, last) is None
    assert later_start(footage, both, base - 1) == base
    assert earlier_start(footage, both, last - 1) == base
    assert earlier_start(footage, both, last + 1) == last
    assert earlier_start(footage, both, base - 1) is None
    assert earlier_start(footage, [CameraId(1)], last - 1) == base + 3 * DAY_US
    assert first_within(footage, both, base - DAY_US, base) is None
    assert first_within(footage, both, base - DAY_US, base + 1) == base


def test_a_stretch_that_began_too_long_ago_is_begun_where_it_may_be_seen(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    footage = FakeFootage(kept_runs=[run(ONE, now_us - 3 * DAY_US, now_us)])
    footage.eldest = clock.now() - timedelta(days=1)

    start = earlier_start(footage, [ONE], now_us - HOUR_US)

    assert start is not None
    assert 0 < start - (now_us - DAY_US) <= MINUTE_US
    assert earlier_start(footage, [ONE], start - 1) is None
    assert later_start(footage, [ONE], now_us - 2 * DAY_US) is None
