"""The tools that find a moment, through the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.footage_records import CELLS, Look, Run
from db.records import CameraId, StreamRole, from_us, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import HOUR_US, MINUTE_US, FakeFootage, FakePlayer, archive_of
from tests.ui.stage import Stage, wait_for
from ui.review.finding.area_tool import BEFORE_US, AreaTool
from ui.review.finding.halving_tool import HalvingTool
from ui.review.finding.strip_tool import StripTool
from ui.review.scale import SECOND_US, Scale

ONE, TWO = CameraId(1), CameraId(2)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def run(camera: CameraId, start_us: int, end_us: int) -> Run:
    return Run(camera_id=camera, role=StreamRole.SUB, era=0, start_us=start_us, end_us=end_us)


@pytest.fixture
def now_us(clock: FakeClock) -> int:
    return to_us(clock.now())


@pytest.fixture
def footage(now_us: int) -> FakeFootage:
    """Twelve hours of two cameras, with a gap of an hour in the first."""
    first = now_us - 12 * HOUR_US
    made = FakeFootage()
    made.kept_runs = [
        run(ONE, first, first + 4 * HOUR_US),
        run(ONE, first + 5 * HOUR_US, now_us),
        run(TWO, first, now_us),
    ]
    made.kept_looks[ONE] = [
        Look(us, 0, 0)
        for start, end in ((first, first + 4 * HOUR_US), (first + 5 * HOUR_US, now_us))
        for us in range(start, end, 10 * SECOND_US)
    ]
    return made


@pytest.fixture
def stage(
    vietnamese: QTranslator,
    clock: FakeClock,
    tmp_path: Path,
    station_file: Path,
    footage: FakeFootage,
    now_us: int,
) -> Iterator[Stage]:
    """The review page with the first camera, twelve hours in sight."""
    shutil.copy(station_file, tmp_path / "station.db")
    made = Stage(tmp_path, clock, archive=archive_of(footage))
    made.window.activateWindow()
    made.window.show_page("review")
    page = made.review
    page.review([ONE], now_us - HOUR_US)
    wait_for(lambda: bool(page.playback.cameras))
    page.timeline.set_scale(Scale(now_us - 12 * HOUR_US, 12 * HOUR_US, page.timeline.scale.width))
    yield made
    made.close()


def area(stage: Stage) -> AreaTool:
    return stage.review.findChild(AreaTool)


def strip(stage: Stage) -> StripTool:
    return stage.review.findChild(StripTool)


def halving(stage: Stage) -> HalvingTool:
    return stage.review.findChild(HalvingTool)


def do(stage: Stage, name: str) -> None:
    """Trigger the page's action of a name."""
    action = stage.review.findChild(QAction, f"action-{name}")
    assert isinstance(action, QAction)
    action.trigger()


def key(
    widget: QWidget, which: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    widget.setFocus()
    QTest.keyClick(widget, which, how)


def change(footage: FakeFootage, *instants: int) -> None:
    """Everything in the picture of the first camera changes at these instants."""
    full = (1 << CELLS) - 1
    looks = [*footage.kept_looks[ONE], *(Look(us, full, 200) for us in instants)]
    footage.kept_looks[ONE] = sorted(looks, key=lambda look: look.at_us)


def searched(stage: Stage) -> AreaTool:
    tool = area(stage)
    tool.search()
    wait_for(lambda: not tool.is_searching)
    return tool


def still_player(stage: Stage) -> FakePlayer:
    """The player that stills come from."""
    return next(p for p in stage.players if p.places and p.places[0].at is not None)


def test_a_key_brings_each_tool_and_the_panel_has_a_tab_for_each(stage: Stage) -> None:
    tools = stage.review.tools
    assert [tools._tabs.tabText(n) for n in range(3)] == ["Vùng", "Dải hình", "Chia đôi"]
    for which, tool in (
        (Qt.Key.Key_E, area(stage)),
        (Qt.Key.Key_T, strip(stage)),
        (Qt.Key.Key_H, halving(stage)),
    ):
        stage.review.take_focus()
        key(QApplication.focusWidget(), which)
        assert tool.isVisible()
    assert tools.width() >= 300
    assert stage.window.width() == 1366


def test_what_changed_is_listed_and_enter_goes_there(
    stage: Stage, footage: FakeFootage, now_us: int
) -> None:
    first, second = now_us - 8 * HOUR_US, now_us - 2 * HOUR_US
    change(footage, first, first + 5 * SECOND_US, second)
    do(stage, "finding-area")
    tool = searched(stage)

    assert [moment.start_us for moment in tool.moments] == [first, second]
    assert tool.said.text() == "2 lúc có thay đổi."
    assert [flag.at_us for flag in stage.review.timeline._finds] == [first, second]
    tool.list.choose(0)
    key(tool.list, Qt.Key.Key_Return)
    wait_for(lambda: stage.review.playback.at_us == first - BEFORE_US)


def test_the_stills_of_what_is_in_sight_come_from_places_that_stand_and_are_logged(
    stage: Stage, footage: FakeFootage, now_us: int
) -> None:
    instants = [now_us - 11 * HOUR_US + n * MINUTE_US for n in range(60)]
    change(footage, *instants)
    do(stage, "finding-area")
    tool = searched(stage)
    wait_for(lambda: not tool.list._pause.isActive() and not tool.list.sheet.is_busy)

    seen = tool.list.in_sight()
    assert 0 < len(seen) < 12
    assert all(tool.list.sheet.image(instants[place]) is not None for place in seen)
    assert tool.list.sheet.image(instants[59]) is None
    assert all(place.at is not None for place in still_player(stage).places)
    wait_for(lambda: len(footage.watched) >= len(seen))
    starts = {to_us(span.start) for _, span in footage.watched}
    assert {instants[place] for place in seen} <= starts


def test_f3_steps_through_what_was_found(stage: Stage, footage: FakeFootage, now_us: int) -> None:
    instants = [now_us - hours * HOUR_US for hours in (10, 6, 2)]
    change(footage, *instants)
    searched(stage)
    page = stage.review
    page.go_to(now_us - 11 * HOUR_US)
    wait_for(lambda: page.playback.at_us == now_us - 11 * HOUR_US)
    for us in instants:
        do(stage, "finding-next")
        assert page.playback.at_us == us - BEFORE_US
    do(stage, "finding-previous")
    assert page.playback.at_us == instants[1] - BEFORE_US


def test_where_there_is_no_map_that_is_said(stage: Stage, footage: FakeFootage) -> None:
    tool = searched(stage)
    assert tool.said.text() == "Theo bản đồ thay đổi, vùng này không có gì thay đổi."
    assert tool.missing.text().startswith("Không có bản đồ thay đổi từ ")
    assert tool.missing.text().endswith("không ghi hình.")

    footage.kept_looks[ONE] = footage.kept_looks[ONE][:100]
    tool = searched(stage)
    assert "có ghi hình, cần xem trực tiếp" in tool.missing.toolTip()


def test_days_are_searched_one_after_the_other_and_it_can_be_stopped(
    stage: Stage, footage: FakeFootage, clock: FakeClock
) -> None:
    tool = area(stage)
    tool.span.type("10/03/2026", "13/03/2026 12h")
    tool.search()
    wait_for(lambda: not tool.is_searching)
    assert len(footage.searched) == 4
    assert all(span.length <= timedelta(days=1) for span in footage.searched)
    assert footage.searched[0].end == footage.searched[1].start

    tool.search()
    tool.stop()
    assert not tool.is_searching
    assert "Đã dừng." in tool.said.text()
    assert len(tool.moments) == 0


def test_a_time_that_is_none_is_marked_and_nothing_is_searched(
    stage: Stage, footage: FakeFootage
) -> None:
    tool = area(stage)
    tool.span.type("hôm kìa 99h", "hôm nay 1h")
    tool.search()

    assert footage.searched == []
    assert tool.said.text().startswith("Chưa rõ")


def test_the_rectangle_follows_mouse_and_keys(stage: Stage) -> None:
    do(stage, "finding-area")
    over = area(stage).over
    frame = over.frame()
    assert over.hasFocus()

    def spot(x: float, y: float) -> QPoint:
        return QPoint(round(frame.x() + x * frame.width()), round(frame.y() + y * frame.height()))

    left = Qt.MouseButton.LeftButton
    QTest.mousePress(over, left, Qt.KeyboardModifier.NoModifier, spot(0.25, 0.25))
    QTest.mouseMove(over, spot(0.5, 0.75))
    QTest.mouseRelease(over, left, Qt.KeyboardModifier.NoModifier, spot(0.5, 0.75))
    drawn = over.area
    sides = (drawn.left, drawn.top, drawn.right, drawn.bottom)
    assert sides == pytest.approx((0.25, 0.25, 0.5, 0.75), abs=0.01)

    key(over, Qt.Key.Key_Right)
    key(over, Qt.Key.Key_Down, SHIFT)
    assert over.area.left == pytest.approx(drawn.left + 1 / 32)
    assert over.area.bottom == pytest.approx(drawn.bottom + 1 / 32)
    for _ in range(40):
        key(over, Qt.Key.Key_Left)
    assert over.area.left == 0


def test_enter_on_the_rectangle_searches_in_it(stage: Stage, footage: FakeFootage) -> None:
    do(stage, "finding-area")
    key(area(stage).over, Qt.Key.Key_Return)
    wait_for(lambda: not area(stage).is_searching)

    assert len(footage.searched) == 1


def test_a_strip_fits_the_stretch_in_sight_and_shows_gaps(stage: Stage, now_us: int) -> None:
    do(stage, "finding-strip")
    tool = strip(stage)
    wait_for(lambda: bool(tool.list.cards))

    gaps = [card for card in tool.list.cards if card.gap]
    assert [card.us for card in gaps] == [now_us - 8 * HOUR_US]
    step_s = tool.shown_step_s
    key(tool.list, Qt.Key.Key_Plus)
    assert tool.shown_step_s < step_s
    count = len(tool.list.cards)
    key(tool.list, Qt.Key.Key_Minus)
    key(tool.list, Qt.Key.Key_Minus)
    assert len(tool.list.cards) < count
    tool.list.choose(2)
    key(tool.list, Qt.Key.Key_Return)
    wait_for(lambda: stage.review.playback.at_us == tool.list.cards[2].us)


def test_a_strip_follows_the_timeline(stage: Stage, now_us: int) -> None:
    do(stage, "finding-strip")
    tool = strip(stage)
    wait_for(lambda: bool(tool.list.cards))
    timeline = stage.review.timeline
    timeline.set_scale(Scale(now_us - HOUR_US, HOUR_US, timeline.scale.width))
    wait_for(lambda: tool.list.cards[0].us >= now_us - HOUR_US)


def begun(stage: Stage) -> HalvingTool:
    do(stage, "finding-halving")
    tool = halving(stage)
    tool.begin()
    wait_for(tool.over.isVisible)
    return tool


def asked(tool: HalvingTool) -> int:
    assert tool.search is not None
    assert tool.search.asked_us is not None
    return tool.search.asked_us


def test_a_theft_in_half_a_day_is_found_by_twelve_keys(stage: Stage, now_us: int) -> None:
    theft_us = now_us - 3 * HOUR_US - 17 * MINUTE_US
    tool = begun(stage)
    assert len(tool.over.stills.instants) == 2
    key(tool.over, Qt.Key.Key_Y)  # the pair is right
    while tool.search is not None and tool.search.asked_us is not None:
        key(tool.over, Qt.Key.Key_C if asked(tool) < theft_us else Qt.Key.Key_N)
    assert tool.search is not None
    row = tool.search.row
    place = next(n for n, us in enumerate(row) if us >= theft_us)
    tool.over.row.choose(place)
    key(tool.over.row, Qt.Key.Key_Return)

    search = tool.search
    assert search.is_over
    assert search.answers <= 12
    assert search.there_us < theft_us <= search.gone_us
    assert tool.over.isHidden()
    assert tool.said.text().startswith("Vật mất giữa")
    player = stage.players[0]
    wait_for(lambda: player.rate == 1.0)
    assert player.gone[-1] == (from_us(search.gone_us - 5 * SECOND_US), 1.0)
    assert player.at_us == search.gone_us - 5 * SECOND_US


def test_an_answer_can_be_taken_back_and_a_picture_passed_over(stage: Stage) -> None:
    tool = halving(stage)
    tool.pair.setChecked(False)
    begun(stage)
    first = asked(tool)
    key(tool.over, Qt.Key.Key_S)
    assert asked(tool) != first
    key(tool.over, Qt.Key.Key_Y)
    key(tool.over, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    key(tool.over, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked(tool) == first


def test_the_large_picture_is_logged_as_watched(stage: Stage, footage: FakeFootage) -> None:
    tool = halving(stage)
    tool.pair.setChecked(False)
    begun(stage)
    us = asked(tool)
    wait_for(lambda: us in {to_us(span.start) for _, span in footage.watched})


def test_a_wrong_pair_ends_it_with_advice(stage: Stage) -> None:
    tool = begun(stage)
    key(tool.over, Qt.Key.Key_N)

    assert tool.over.isHidden()
    assert tool.said.text().startswith("Hãy chọn đoạn khác")


def test_without_footage_there_is_no_question(stage: Stage) -> None:
    tool = halving(stage)
    tool.span.type("01/03/2026 1h", "01/03/2026 5h")
    tool.begin()
    wait_for(lambda: bool(tool.said.text()))

    assert tool.said.text().startswith("Camera này không có ghi hình")
    assert tool.over.isHidden()


def test_no_still_is_shown_to_whoever_may_not_watch(stage: Stage, footage: FakeFootage) -> None:
    stage.review.playback.admission.forget()
    footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, Why.SCOPE)
    tool = halving(stage)
    tool.pair.setChecked(False)
    do(stage, "finding-halving")
    tool.begin()
    wait_for(lambda: bool(tool.said.text()) and tool.over.isHidden() and tool.search is None)

    assert [p for p in stage.players if p.places and p.places[0].at is not None] == []


def test_a_lock_forgets_pictures_and_what_was_found(
    stage: Stage, footage: FakeFootage, now_us: int
) -> None:
    change(footage, now_us - 3 * HOUR_US)
    do(stage, "finding-area")
    tool = searched(stage)
    wait_for(lambda: not tool.list._pause.isActive() and not tool.list.sheet.is_busy)
    stage.review.forget()

    assert tool.moments == []
    assert tool.list.cards == []
    assert stage.review.timeline._finds == ()
    assert stage.players == []
    assert tool.list.sheet.image(now_us - 3 * HOUR_US) is None
