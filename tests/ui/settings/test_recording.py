"""The settings' part about recording: folders, their order, days that fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget

from console.events import RecordingMeasured, VolumeFigures
from console.rights import Action
from db.footage_records import GapCause, RecordingRule
from tests import wards
from tests.fakes import FakeClock
from tests.ui.boxes import put
from tests.ui.stage import Stage, wait_for
from ui.recording.rule_dialog import RuleDialog
from ui.recording.volume_change import LostDialog, ReserveDialog
from ui.recording.volume_dialog import VolumeDialog
from ui.settings.recording import RecordingPart


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    wards.made(tmp_path / "station.db", cameras=6)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    stage = Stage(tmp_path, clock)
    stage.window.show_page("settings")
    wait_for(lambda: rows(part(stage).calculator) != [])
    yield stage
    stage.close()


def part(stage: Stage) -> RecordingPart:
    assert stage.window.settings is not None
    return stage.window.settings.recording


def rows(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def press(stage: Stage, name: str) -> None:
    part(stage).findChild(QPushButton, f"button-{name}").click()


def test_a_station_without_a_folder_says_that_nothing_is_recorded(stage: Stage) -> None:
    words = [label.text() for label in part(stage).findChildren(QLabel) if label.isVisible()]

    assert any(text.startswith("Chưa có ổ lưu hình nào") for text in words)
    assert [row[:2] for row in rows(part(stage).calculator)] == [
        ["Như hiện nay", "6"],
        ["Mọi camera, luồng phụ, luôn luôn", "6"],
        ["Mọi camera, luồng chính, luôn luôn", "6"],
    ]


def test_a_folder_is_tried_and_taken(stage: Stage, tmp_path: Path) -> None:
    press(stage, "volume-new")
    dialog = part(stage).findChild(VolumeDialog)
    put(dialog.fields.path, str(tmp_path / "absent"))
    dialog.findChild(QPushButton, "volume-add").click()
    wait_for(lambda: dialog.fields.path.error.startswith("Không có thư mục này."))

    put(dialog.fields.path, str(tmp_path / "one"))
    put(dialog.fields.reserve, "7")
    dialog.findChild(QPushButton, "volume-add").click()

    wait_for(lambda: [row[0] for row in rows(part(stage).volumes)] == [str(tmp_path / "one")])
    assert rows(part(stage).volumes)[0][1:2] == ["tốt"]
    wait_for(lambda: len(stage.engine.orders) == 6)
    assert rows(part(stage).calculator)[0][-1].endswith(" ngày")


def test_moving_to_another_disk(stage: Stage, tmp_path: Path) -> None:
    service = stage.console.recording
    old = service.add_volume(str(tmp_path / "one"), 1)
    new = service.add_volume(str(tmp_path / "two"), 1)
    wait_for(lambda: len(rows(part(stage).volumes)) == 2)
    calculator = part(stage).calculator
    heads = [
        calculator.horizontalHeaderItem(n).text() for n in range(3, calculator.columnCount() - 1)
    ]
    assert heads == ["one", "two"]  # not whole paths, beside which the words have no room

    part(stage).volumes.setCurrentCell(1, 0)
    press(stage, "volume-first")
    wait_for(lambda: rows(part(stage).volumes)[0][0] == new.path)
    part(stage).volumes.setCurrentCell(1, 0)
    press(stage, "volume-retire")
    wait_for(lambda: rows(part(stage).volumes)[1][1] == "tốt, ngừng ghi mới")
    assert [(each.volume_id, each.writing) for each in service.orders()[1]] == [
        (new.id, True),
        (old.id, False),
    ]
    part(stage).volumes.setCurrentCell(1, 0)
    press(stage, "volume-forget")

    wait_for(lambda: len(rows(part(stage).volumes)) == 1)


def test_a_disk_that_looks_well_and_fails_what_is_written_is_marked(
    stage: Stage, tmp_path: Path
) -> None:
    volume = stage.console.recording.add_volume(str(tmp_path / "one"), 1)
    wait_for(lambda: [row[1] for row in rows(part(stage).volumes)] == ["tốt"])
    figures = VolumeFigures(
        volume_id=volume.id,
        free_bytes=30 * 10**9,
        footage_bytes=0,
        trouble=GapCause.DISK_LOST,
        failing=True,
    )

    stage.bridge.post(
        RecordingMeasured(
            volumes=(figures,), month_bytes={}, oldest_us=None, bytes_a_day=0, only_held=False
        )
    )

    wait_for(lambda: [row[1] for row in rows(part(stage).volumes)] == ["▲ không ghi được"])
    assert f"Ổ lưu hình {tmp_path / 'one'} không ghi được" in stage.window.notice.text


def test_what_is_left_free_is_changed(stage: Stage, tmp_path: Path) -> None:
    volume = stage.console.recording.add_volume(str(tmp_path / "one"), 1)
    wait_for(lambda: len(rows(part(stage).volumes)) == 1)
    part(stage).volumes.setCurrentCell(0, 0)

    press(stage, "volume-reserve")
    dialog = part(stage).findChild(ReserveDialog)
    put(dialog.reserve, "0")
    dialog.keep()
    assert dialog.reserve.error.startswith("Nhập số GB")
    put(dialog.reserve, "25")
    dialog.keep()

    wait_for(lambda: rows(part(stage).volumes)[0][-1] == "25 GB")
    assert stage.console.recording.volumes()[0].volume.id == volume.id


def test_a_disk_that_is_gone_for_good_is_given_up(stage: Stage, tmp_path: Path) -> None:
    service = stage.console.recording
    for name in ("one", "two"):
        service.add_volume(str(tmp_path / name), 1)
    (tmp_path / "two").rename(tmp_path / "pulled out")
    part(stage).renew()
    wait_for(lambda: [row[1] for row in rows(part(stage).volumes)] == ["tốt", "▲ không thấy ổ đĩa"])
    lost = part(stage).findChild(QPushButton, "button-volume-lost")
    part(stage).volumes.setCurrentCell(0, 0)
    assert lost.isHidden()
    part(stage).volumes.setCurrentCell(1, 0)

    press(stage, "volume-lost")
    dialog = part(stage).findChild(LostDialog)
    assert len(service.volumes()) == 2  # nothing before it is wanted
    dialog.accept()

    wait_for(lambda: [row[0] for row in rows(part(stage).volumes)] == [str(tmp_path / "one")])
    assert (tmp_path / "pulled out").exists()


def test_the_stations_rule_is_changed_from_here(stage: Stage) -> None:
    press(stage, "recording-rule")
    dialog = part(stage).findChild(RuleDialog)
    put(dialog.form.field("days"), "60")
    dialog.findChild(QPushButton, "rule-keep").click()

    wait_for(lambda: stage.console.recording.rules().station == RecordingRule(days=60))
    rule = part(stage).findChild(QLabel, "station-rule")
    wait_for(lambda: rule.text().endswith("luôn luôn, luồng phụ, giữ 60 ngày."))


def test_whoever_may_only_look_sees_no_buttons(stage: Stage) -> None:
    part(stage).set_rights(lambda action: action is not Action.CHANGE_RECORDING)

    assert not [each for each in part(stage).findChildren(QPushButton) if each.isVisible()]
