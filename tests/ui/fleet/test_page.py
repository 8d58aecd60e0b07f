from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from console.events import Reason, StreamState
from tests.ui.stage import Stage, wait_for
from ui.fleet.camera_dialog import CameraDialog
from ui.fleet.import_dialog import ImportDialog
from ui.fleet.remove_dialog import RemoveDialog
from ui.fleet.table import Column, DeviceTable


@pytest.fixture(autouse=True)
def on_the_page(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.window.show_page("devices")


def cell(stage: Stage, row: int, column: Column) -> str:
    return str(stage.devices.table.model().index(row, column).data())


def rows(stage: Stage) -> int:
    return stage.devices.table.model().rowCount()


def test_a_row_tells_who_where_and_how_it_is(stage: Stage) -> None:
    camera = stage.cameras()[1]
    stage.say(camera.id, StreamState.REFUSED, Reason.BAD_LOGIN)
    stage.clock.pass_(seconds=75)
    devices = stage.devices.table.model()
    assert isinstance(devices, DeviceTable)
    devices.refresh()

    assert [cell(stage, 1, column) for column in Column] == [
        "02",
        camera.name,
        "Cụm camera 001",
        "Tổ tự quản 001",
        "10.0.0.3",
        "chính, phụ",
        "Sai mật khẩu",
        "01:15",
        "–",
        "–",
    ]


def test_nothing_needs_to_be_scrolled_sideways_at_1366(stage: Stage) -> None:
    QApplication.processEvents()
    table = stage.devices.table

    assert stage.window.width() == 1366
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.columnWidth(Column.NAME) >= 200
    assert table.rowHeight(0) == 32


def test_rows_are_found_as_they_are_typed(stage: Stage) -> None:
    QTest.keyClick(stage.devices, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)

    QTest.keyClicks(field, "cum 003")

    assert [cell(stage, row, Column.NUMBER) for row in range(rows(stage))] == [
        "11",
        "12",
        "13",
        "14",
        "15",
    ]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert rows(stage) == 40


def test_a_count_of_the_status_strip_shows_those_devices(stage: Stage) -> None:
    stage.window.show_page("wall")
    stage.say(stage.cameras()[4].id, StreamState.OFFLINE, Reason.NO_ANSWER)
    stage.window.status.refresh()
    count = stage.window.status.findChild(QPushButton, "count-lost")
    assert isinstance(count, QPushButton)
    assert count.text() == "1 mất hình"

    count.click()

    assert stage.devices.isVisible()
    assert [cell(stage, row, Column.NUMBER) for row in range(rows(stage))] == ["05"]


def test_a_state_that_changes_leaves_the_filter_at_once(stage: Stage) -> None:
    camera = stage.cameras()[4]
    stage.say(camera.id, StreamState.OFFLINE)
    stage.devices.show_only("lost")
    assert rows(stage) == 1

    stage.say(camera.id, StreamState.LIVE)

    assert rows(stage) == 0


def test_columns_sort_by_what_they_mean(stage: Stage) -> None:
    stage.devices.table.sortByColumn(Column.CLUSTER, Qt.SortOrder.DescendingOrder)

    assert cell(stage, 0, Column.CLUSTER) == "Cụm camera 008"


def test_change_and_remove_need_a_chosen_row(stage: Stage) -> None:
    change = stage.devices.findChild(QPushButton, "button-change")
    assert isinstance(change, QPushButton)
    assert not change.isEnabled()

    stage.devices.table.selectRow(0)

    assert change.isEnabled()


def test_removing_says_the_consequence_and_removes(stage: Stage) -> None:
    stage.devices.table.selectRow(6)
    stage.devices.table.setFocus()
    QTest.keyClick(stage.devices.table, Qt.Key.Key_Delete)
    dialog = stage.devices.findChild(RemoveDialog)
    assert isinstance(dialog, RemoveDialog)
    button = dialog.findChild(QPushButton, "remove-go")
    assert isinstance(button, QPushButton)
    assert button.text() == "Xoá camera 07 và mật khẩu"

    button.click()
    wait_for(lambda: rows(stage) == 39)

    assert 7 not in {camera.number for camera in stage.cameras()}
    wait_for(lambda: len(stage.engine.cameras) == 39)


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_N])
def test_a_key_opens_the_dialog_with_the_next_free_number(stage: Stage, key: Qt.Key) -> None:
    stage.devices.table.setFocus()
    QTest.keyClick(stage.devices.table, key)
    wait_for(lambda: stage.devices.findChild(CameraDialog) is not None)

    dialog = stage.devices.findChild(CameraDialog)
    assert isinstance(dialog, CameraDialog)
    assert dialog.field("number").text == "41"
    dialog.done(0)


def test_enter_on_a_row_brings_the_camera_on_the_wall(stage: Stage) -> None:
    table = stage.devices.table
    table.activated.emit(table.model().index(20, 0))

    assert stage.wall.isVisible()
    assert stage.wall.views.chosen == stage.cameras()[20].id


def test_the_list_is_exported_without_passwords(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"

    stage.devices.export_list(file)
    wait_for(lambda: file.exists() and file.read_bytes().count(b"\n") >= 41)

    assert "mật khẩu" not in file.read_text("utf-8-sig").lower()


def test_a_list_that_cannot_be_written_is_told(stage: Stage, tmp_path: Path) -> None:
    stage.devices.export_list(tmp_path / "no such folder" / "list.csv")
    wait_for(stage.window.notice.isVisible)

    assert "list.csv" in stage.window.notice.text


def test_an_import_reports_each_row_and_keeps_the_good_ones(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Số,Tên,Cụm,Luồng chính\n"
        "50,Cổng trường,Cụm mới,rtsp://10.9.0.1/1\n"
        "7,Ngõ 12,Cụm mới,rtsp://10.9.0.2/1\n"
        "52,Chợ,Cụm mới,http://10.9.0.3/1\n",
        "utf-8",
    )
    stage.devices.import_list(file)
    dialog = stage.devices.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    wait_for(lambda: dialog.table.rowCount() == 3)

    words = [[dialog.table.item(row, at).text() for at in range(5)] for row in range(3)]
    assert words == [
        ["2", "Cổng trường", "hợp lệ", "", ""],
        ["3", "Ngõ 12", "trùng", "Số", "Số này đã dùng."],
        [
            "4",
            "Chợ",
            "bỏ qua",
            "Luồng chính",
            "Địa chỉ phải bắt đầu bằng rtsp:// hoặc rtsps://.",
        ],
    ]
    assert dialog.summary == "3 dòng: 1 hợp lệ, 2 bỏ qua."
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QPushButton, "import-go").click()
    wait_for(lambda: rows(stage) == 41)


def test_a_file_that_is_no_list_is_told(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"\x00\x01\x02" * 100)

    stage.devices.import_list(file)
    dialog = stage.devices.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    wait_for(lambda: "CSV UTF-8" in dialog.summary)

    assert not dialog.findChild(QPushButton, "import-go").isEnabled()
    dialog.done(0)
