"""Backups in the window, over a real station: made, listed, gone back to, all by keyboard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from console.secret import Secret
from console.workers import Stop
from tests.console.officers import BOSS, BOSS_WORD, WORD
from tests.console.test_going_back import held, marked
from tests.db.test_incidents import fields
from tests.fakes import FakeClock
from tests.ui.access.people import (
    CHIEF,
    DUTY,
    come_in,
    press,
    sign_in_card,
    sitting,
    write,
)
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog, SecondDialog
from ui.access.guard import Sitting
from ui.backups.dialogs import GoBackDialog, SheetDialog
from ui.backups.page import BackupsPage
from ui.backups.table import BackupColumn

Dialog = TypeVar("Dialog", bound=QDialog)
NEW = Secret("con cò bay lả bay la")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """Three officers, 40 cameras; the administrator has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock)
    come_in(made, BOSS, BOSS_WORD)
    yield made
    made.close()


@pytest.fixture
def page(stage: Stage) -> BackupsPage:
    stage.window.activateWindow()
    stage.window.show_page("settings")
    settings = stage.window.settings
    assert settings is not None
    wait_for(lambda: bool(settings.form.field("station_name").text))
    key(settings.form.field("station_name").box, Qt.Key.Key_B, CONTROL)
    wait_for(settings.backups.isVisible)
    wait_for(lambda: "bản sao lưu" in label(settings.backups, "backups-status"))
    return settings.backups


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(on, which, held or Qt.KeyboardModifier.NoModifier)


def label(page: QWidget, name: str) -> str:
    return page.findChild(QLabel, name).text()


def cells(page: BackupsPage, column: BackupColumn) -> list[str]:
    rows = page.rows
    return [str(rows.data(rows.index(row, column))) for row in range(rows.rowCount())]


def shown(stage: Stage, kind: type[Dialog]) -> Dialog:
    def found() -> Dialog | None:
        return next((each for each in stage.window.findChildren(kind) if each.isVisible()), None)

    wait_for(lambda: found() is not None)
    dialog = found()
    assert dialog is not None
    return dialog


def backed_up(page: BackupsPage, count: int = 1) -> None:
    key(page, Qt.Key.Key_Insert)
    wait_for(lambda: not page.work.is_busy and page.rows.rowCount() == count)


def agree(stage: Stage) -> None:
    """A chief comes to the screen and signs."""
    second = shown(stage, SecondDialog)
    write(second.names.box, CHIEF)
    press(second.names.box, Qt.Key.Key_Return)
    write(second.password.edit, WORD.reveal())
    second.send()


def asked_to_go_back(stage: Stage, page: BackupsPage) -> GoBackDialog:
    key(page.table, Qt.Key.Key_R, CONTROL)
    return shown(stage, GoBackDialog)


def words(dialog: QDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def test_one_key_backs_up_and_the_list_tells_what_is_there(
    page: BackupsPage, stage: Stage, tmp_path: Path
) -> None:
    assert label(page, "empty-title") == "Chưa có bản sao lưu nào"

    backed_up(page)

    assert label(page.work, "work-text").startswith("Đã sao lưu lúc ")
    (made,) = stage.console.backups.list()
    assert cells(page, BackupColumn.KIND) == ["Làm tay"]
    assert cells(page, BackupColumn.TRIED) == ["đã mở thử"]
    assert cells(page, BackupColumn.SHEET) == ["chưa có phiếu"]
    assert cells(page, BackupColumn.SECOND) == ["chỉ ở máy này"]
    assert re.fullmatch(r"\d+,\d MB", cells(page, BackupColumn.SIZE)[0])
    assert label(page, "backups-where") == str(made.folder)


def test_a_copy_on_the_second_medium_is_told(
    page: BackupsPage, stage: Stage, tmp_path: Path
) -> None:
    medium = tmp_path / "usb"
    medium.mkdir()
    settings = stage.console.settings
    settings.change(replace(settings.get(), second_medium=str(medium)))

    backed_up(page)

    assert cells(page, BackupColumn.SECOND) == ["có"]
    wait_for(lambda: str(medium) in label(page, "backups-status"))


def test_esc_goes_back_to_the_settings_which_are_as_they_were(
    page: BackupsPage, stage: Stage
) -> None:
    key(page, Qt.Key.Key_Escape)

    wait_for(lambda: not page.isVisible())
    assert stage.window.pages.current == "settings"


def test_what_would_be_lost_is_said_first_and_leaving_it_changes_nothing(
    page: BackupsPage, stage: Stage
) -> None:
    backed_up(page)
    stage.clock.pass_(minutes=1)
    stage.console.fleet.add_team("Tổ mới")
    stage.console.fleet.add_cluster("Cụm mới")

    dialog = asked_to_go_back(stage, page)

    said = words(dialog)
    assert "1 cụm camera" in said
    assert "1 tổ" in said
    assert "dòng nhật ký" in said
    key(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert "Tổ mới" in {team.name for team in stage.console.fleet.view().teams}


def test_two_officers_go_back_and_the_window_stands_right(page: BackupsPage, stage: Stage) -> None:
    backed_up(page)
    stage.clock.pass_(minutes=6)  # so that the password must be typed once more
    stage.console.fleet.add_cluster("Cụm mới")
    first = stage.cameras()[0]
    stage.console.fleet.remove_camera(first.id)
    wait_for(lambda: len(stage.engine.cameras) == 39)

    asked_to_go_back(stage, page).accept()
    once_more = shown(stage, ConfirmDialog)
    write(once_more.password.edit, BOSS_WORD.reveal())
    once_more.send()
    agree(stage)

    wait_for(lambda: label(page.work, "work-text").startswith("Đã quay về"), 20_000)
    assert first.id in {camera.id for camera in stage.cameras()}
    assert "Cụm mới" not in {cluster.name for cluster in stage.console.fleet.view().clusters}
    wait_for(lambda: len(stage.engine.cameras) == 40)
    assert stage.devices.table.model().rowCount() == 40
    assert sitting(stage) is Sitting.PRESENT  # his session is as good as it was
    assert stage.console.inspection.verify(stop=Stop(), progressed=lambda *_: None).whole
    assert page.rows.rowCount() == 1


def test_without_the_second_officer_nothing_is_gone_back_to(
    page: BackupsPage, stage: Stage
) -> None:
    backed_up(page)
    stage.console.fleet.add_cluster("Cụm mới")

    asked_to_go_back(stage, page).accept()
    shown(stage, SecondDialog).reject()

    wait_for(lambda: label(page.work, "work-text") == "Đã dừng; không có gì thay đổi.")
    assert "Cụm mới" in {cluster.name for cluster in stage.console.fleet.view().clusters}
    assert page.findChild(QPushButton, "button-backup-restore").isEnabled()


def test_a_password_that_was_changed_since_stays_changed(page: BackupsPage, stage: Stage) -> None:
    """A replaced password may have been known to others."""
    backed_up(page)
    access = stage.console.access
    access.set_password(BOSS_WORD, NEW)

    asked_to_go_back(stage, page).accept()
    agree(stage)

    wait_for(lambda: label(page.work, "work-text").startswith("Đã quay về"), 20_000)
    stage.settle()
    assert sitting(stage) is Sitting.PRESENT
    assert stage.window.guard is not None
    stage.window.guard.sign_out()
    come_in(stage, BOSS, NEW)


def test_a_night_of_the_others_is_told_by_name(page: BackupsPage, stage: Stage) -> None:
    with stage.console._store.begin() as unit:
        old = unit.incidents.add(fields(), year=2026, made_by=None, made_at=stage.clock.now())
    backed_up(page)
    stage.clock.pass_(minutes=1)
    now = stage.clock.now()
    with stage.console._store.begin() as unit:
        marked(unit, now, held(unit, now).id)
        unit.incidents.add(fields(), year=2026, made_by=None, made_at=now)
        unit.incidents.change(old.id, fields(title="Sửa lại"), officer_id=None, at=now)

    said = words(asked_to_go_back(stage, page))

    assert "1 dấu mốc" in said
    assert "1 vụ việc, và phần đã sửa của 1 mục khác" in said
    assert "1 lệnh lưu giữ đặt hoặc gia hạn sau đó được mang theo" in said
    assert "0 " not in said


def test_without_an_update_there_is_nothing_to_roll_back_to(
    page: BackupsPage, stage: Stage
) -> None:
    key(page, Qt.Key.Key_U, CONTROL)

    wait_for(lambda: "không phải bản sao lưu" in label(page.work, "work-text").lower())


def test_a_backup_that_was_damaged_meanwhile_is_refused(page: BackupsPage, stage: Stage) -> None:
    backed_up(page)
    (made,) = stage.console.backups.list()
    store = made.folder / "station.db"
    store.write_bytes(store.read_bytes()[:-4096])

    key(page.table, Qt.Key.Key_R, CONTROL)

    wait_for(lambda: page.work.isVisible() and page.work.property("tone") == "ill")
    assert stage.cameras()


def test_the_sheet_is_shown_once_after_the_password(page: BackupsPage, stage: Stage) -> None:
    stage.clock.pass_(minutes=6)
    key(page, Qt.Key.Key_P, CONTROL)
    once_more = shown(stage, ConfirmDialog)
    write(once_more.password.edit, BOSS_WORD.reveal())
    once_more.send()

    dialog = shown(stage, SheetDialog)
    groups = [each.text() for each in dialog.findChildren(QLabel, "sheet-group")]
    assert len(groups) == 10
    dialog.findChild(QPushButton, "sheet-close").click()

    wait_for(lambda: "sao lưu ngay" in label(page.work, "work-text"))
    boss = next(id_ for id_, name in stage.console.access.names() if name == BOSS)
    assert stage.console.sheet_reset.reset(boss, Secret(" ".join(groups)))
    wait_for(sign_in_card(stage).isVisible)  # which ends his session, here too


def test_who_may_not_back_up_sees_nothing_of_it(page: BackupsPage, stage: Stage) -> None:
    backed_up(page)
    assert stage.window.guard is not None
    stage.window.guard.sign_out()

    come_in(stage, DUTY)

    assert not page.isVisible()
    assert page.rows.rowCount() == 0
    assert label(page, "backups-where") == ""


def test_a_chief_may_back_up_and_makes_no_sheet(page: BackupsPage, stage: Stage) -> None:
    assert stage.window.guard is not None
    stage.window.guard.sign_out()
    come_in(stage, CHIEF)

    assert page.findChild(QPushButton, "button-backup-now").isEnabled()
    sheet = page.findChild(QPushButton, "button-backup-sheet")
    assert not sheet.isEnabled()
    assert "Ctrl" not in sheet.toolTip()
