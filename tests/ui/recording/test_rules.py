"""What is recorded, as it is chosen: for a camera, its cluster, the station; the week by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from console.events import Doubt, RecordingChanged, RecordingMeasured
from db.footage_records import HOURS_A_WEEK, GapCause, Plan, RecordingRule
from db.records import StreamRole
from tests.ui.boxes import choose, put
from tests.ui.stage import Stage, wait_for
from ui.recording.rule_dialog import RuleDialog
from ui.recording.week_grid import WeekGrid


def opened(stage: Stage, row: int = 0) -> RuleDialog:
    stage.window.show_page("devices")
    stage.devices.table.selectRow(row)
    stage.devices.findChild(QPushButton, "button-recording").click()
    wait_for(lambda: stage.window.findChild(RuleDialog) is not None)
    return stage.window.findChild(RuleDialog)


def keep(dialog: RuleDialog) -> None:
    dialog.findChild(QPushButton, "rule-keep").click()


def test_a_camera_gets_a_rule_of_its_own_and_the_engine_is_told(stage: Stage) -> None:
    camera = stage.cameras()[0]
    wait_for(lambda: len(stage.engine.orders) == 6)
    dialog = opened(stage)
    form = dialog.form
    choose(form.field("role"), 1)
    put(form.field("days"), "90")
    put(form.field("budget_gb"), "60")

    keep(dialog)
    wait_for(lambda: stage.engine.orders[0].role is StreamRole.MAIN)

    rule = stage.console.recording.rules().cameras[camera.id]
    assert rule == RecordingRule(camera_id=camera.id, role=StreamRole.MAIN, days=90, budget_gb=60)
    assert stage.engine.orders[0].budget_bytes == 60_000_000_000
    assert {order.role for order in stage.engine.orders[1:]} == {StreamRole.SUB}


def test_a_key_opens_it_too(stage: Stage) -> None:
    stage.window.show_page("devices")
    stage.devices.table.selectRow(0)
    QTest.keyClick(stage.devices.table, Qt.Key.Key_F6)

    wait_for(lambda: stage.window.findChild(RuleDialog) is not None)


def test_a_cluster_gets_one_and_follows_the_station_again(stage: Stage) -> None:
    cluster_id = stage.cameras()[0].cluster_id
    dialog = opened(stage)
    dialog.choose("cluster")
    choose(dialog.form.field("plan"), 3)  # not at all
    keep(dialog)
    wait_for(lambda: len(stage.engine.orders) == 1)
    assert stage.console.recording.rules().clusters[cluster_id].plan is Plan.NEVER

    wait_for(lambda: stage.window.findChild(RuleDialog) is None)
    dialog = opened(stage)
    dialog.choose("cluster")
    dialog.findChild(QPushButton, "rule-drop").click()
    wait_for(lambda: len(stage.engine.orders) == 6)
    assert stage.console.recording.rules().clusters == {}


def test_wrong_numbers_say_so_beside_them(stage: Stage) -> None:
    dialog = opened(stage)
    put(dialog.form.field("days"), "3651")
    put(dialog.form.field("share"), "0")

    keep(dialog)

    assert dialog.form.field("days").error == "Nhập số ngày nguyên từ 1 đến 3650."
    assert dialog.form.field("share").error
    assert stage.console.recording.rules().cameras == {}


def test_a_week_without_hours_is_said_below_the_hours(stage: Stage) -> None:
    dialog = opened(stage)
    choose(dialog.form.field("plan"), 1)
    assert dialog.form.grid.isVisible()
    dialog.form.grid.set_week((False,) * HOURS_A_WEEK)

    keep(dialog)

    wait_for(lambda: bool(dialog.form.week_error))
    assert dialog.isVisible()


@pytest.fixture
def grid(vietnamese: QTranslator) -> Iterator[WeekGrid]:
    grid = WeekGrid()
    grid.resize(grid.sizeHint())
    grid.show()
    grid.setFocus()
    yield grid
    grid.close()
    grid.deleteLater()


def left_out(grid: WeekGrid) -> list[tuple[int, int]]:
    return [divmod(hour, 24) for hour, ticked in enumerate(grid.week) if not ticked]


def test_hours_are_turned_over_by_keys(grid: WeekGrid) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(grid, key)
    assert left_out(grid) == [(1, 1)]

    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert left_out(grid) == [(1, 1), (1, 2), (1, 3)]
    assert grid.accessibleDescription() == "Thứ Ba, 3 đến 4 giờ: không ghi"

    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClick(grid, Qt.Key.Key_Left)  # round the corner
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert left_out(grid)[0] == (0, 23)


def test_hours_are_turned_over_by_the_mouse(grid: WeekGrid) -> None:
    first, third = grid._cell(2, 5).center(), grid._cell(2, 7).center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(grid, left, pos=first)
    QTest.mouseMove(grid, grid._cell(2, 6).center())
    QTest.mouseMove(grid, third)
    QTest.mouseRelease(grid, left, pos=third)
    assert left_out(grid) == [(2, 5), (2, 6), (2, 7)]

    QTest.mouseClick(grid, left, pos=QPoint(5, grid._cell(2, 0).center().y()))
    assert left_out(grid) == []
    QTest.mouseClick(grid, left, pos=QPoint(grid._cell(0, 9).center().x(), 5))
    assert left_out(grid) == [(day, 9) for day in range(7)]


def test_who_may_only_look_turns_nothing_over(grid: WeekGrid) -> None:
    grid.set_read_only(True)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(5, grid._cell(2, 0).y() + 3))

    assert left_out(grid) == []


def test_what_came_over_the_line_this_month_is_shown_and_what_is_doubtful(stage: Stage) -> None:
    first, second, *_ = stage.cameras()
    stage.bridge.post(RecordingChanged(first.id, GapCause.BUDGET, 1))
    stage.bridge.post(RecordingChanged(second.id, None, 1, (Doubt.SOUND,)))
    stage.bridge.post(
        RecordingMeasured(
            volumes=(),
            month_bytes={first.id: 59_600_000_000, second.id: 1_700_000_000_000},
            oldest_us=None,
            bytes_a_day=0,
            only_held=False,
        )
    )
    wait_for(lambda: stage.standing.recorded.figures is not None)

    def now_of(row: int) -> str:
        dialog = opened(stage, row)
        words = dialog.findChild(QLabel, "rule-now").text()
        dialog.reject()
        wait_for(lambda: stage.window.findChild(RuleDialog) is None)
        return words

    assert now_of(0) == (
        "Không ghi: đã dùng hết dữ liệu của tháng. Tháng này đường truyền đã dùng: 60 GB."
    )
    said, doubt = now_of(1).splitlines()
    assert said == "Đang ghi. Tháng này đường truyền đã dùng: 1,7 TB."
    assert doubt.startswith("Không ghi được tiếng")
