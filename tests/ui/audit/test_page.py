"""The log's page over a real station: newest first, page by page, narrowed, verified, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.rights import Action
from console.workers import Stop
from tests.ui.audit.log import MADE_UP, audit_page, bring, cells, settle
from tests.ui.stage import Stage, wait_for
from ui.audit.page import AuditPage
from ui.audit.table import FIRST_PAGE, PAGE, Column


@pytest.fixture
def listed(stage: Stage) -> AuditPage:
    return bring(stage, audit_page(stage))


def test_the_newest_come_first_and_more_as_one_scrolls(listed: AuditPage) -> None:
    newest = [listed.rows.entry(row).entry for row in range(FIRST_PAGE)]
    assert [e.at for e in newest] == sorted((e.at for e in newest), reverse=True)

    listed.table.scrollToBottom()

    settle(listed, FIRST_PAGE + PAGE)
    listed.table.scrollToBottom()
    wait_for(lambda: listed.rows.is_whole)
    seen = {listed.rows.entry(row).entry.seq for row in range(listed.rows.rowCount())}
    assert seen >= set(range(1, MADE_UP + 1))


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")  # offscreen pop-ups
def test_what_is_typed_narrows_by_officer(listed: AuditPage) -> None:
    QTest.keyClick(listed, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is listed.filters.officer
    QTest.keyClicks(listed.filters.officer, "quynh")
    QTest.keyClick(listed.filters.officer, Qt.Key.Key_Return)

    wait_for(lambda: set(cells(listed, Column.WHO)) == {"Đặng Thị Quỳnh"})


def test_an_erased_officer_is_shown_and_found_by_his_number(listed: AuditPage) -> None:
    assert any(text.startswith("đã xoá (số ") for text in cells(listed, Column.WHO))
    assert [words for _, words in listed.filters.officer.found("uoc")] == []
    assert len(listed.filters.officer.found("da xoa")) == 1


def test_a_camera_is_found_and_its_entries_name_it(listed: AuditPage, stage: Stage) -> None:
    camera = stage.cameras()[0]
    listed.filters.camera.pick(camera.id)

    wait_for(lambda: all(camera.name in text for text in cells(listed, Column.WHAT)))


def test_acts_narrow_alone_and_in_groups(listed: AuditPage) -> None:
    listed.filters.act.setText("dang nhap sai")
    QTest.keyClick(listed.filters.act, Qt.Key.Key_Return)

    wait_for(lambda: set(cells(listed, Column.ACT)) == {"Đăng nhập sai"})

    listed.filters.act.clear()
    listed.filters.act.setText("tu choi hoac hong")
    QTest.keyClick(listed.filters.act, Qt.Key.Key_Return)
    wait_for(lambda: len(set(cells(listed, Column.ACT))) > 1)
    assert "Đăng nhập" not in cells(listed, Column.ACT)


def test_a_time_that_is_not_clear_is_told_beside_the_field(listed: AuditPage) -> None:
    listed.filters.when.setText("hôm wa")
    QTest.keyClick(listed.filters.when, Qt.Key.Key_Return)

    unclear = listed.findChild(QLabel, "error-when")
    assert unclear.isVisible()
    assert unclear.text().startswith("Chưa rõ thời gian này.")
    assert listed.rows.rowCount() == FIRST_PAGE


def test_nothing_that_fits_says_how_to_go_back_and_esc_does(listed: AuditPage) -> None:
    listed.filters.when.setText("1/1/2001")
    QTest.keyClick(listed.filters.when, Qt.Key.Key_Return)
    settle(listed, 0)
    assert not listed.table.isVisible()

    assert listed.back()

    settle(listed, FIRST_PAGE)
    assert listed.table.isVisible()
    assert not listed.back()


def test_a_chosen_line_is_told_in_full(listed: AuditPage) -> None:
    listed.table.selectRow(2)

    entry = listed.rows.entry(2).entry
    told = listed.card.text
    assert entry.workstation in told
    assert str(entry.seq) in told
    assert entry.hash[:8] in told


def test_the_head_of_the_log_stands_below_in_eight_groups(listed: AuditPage) -> None:
    text = listed.findChild(QLabel, "audit-head").text()

    groups = text.split(": ")[1].split("   ")[0].split()
    assert [len(group) for group in groups] == [4] * 8
    assert text.endswith("chưa ký lần nào")


def test_verifying_tells_what_it_found(listed: AuditPage, qtbot: QtBot) -> None:
    QTest.keyClick(listed.table, Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: listed.work.text.startswith("Nhật ký liền mạch"), timeout=10_000)
    assert not listed.work.is_busy


def test_an_export_is_written_and_told(listed: AuditPage, qtbot: QtBot, tmp_path: Path) -> None:
    listed.filters.act.pick(frozenset({"started"}))

    listed.export(tmp_path / "nhat-ky.xlsx")

    qtbot.waitUntil(lambda: listed.work.text.endswith("dòng vào nhat-ky.xlsx."), timeout=20_000)
    assert (tmp_path / "nhat-ky.xlsx").read_bytes()[:2] == b"PK"


def test_a_folder_that_cannot_be_written_is_told(
    listed: AuditPage, qtbot: QtBot, tmp_path: Path
) -> None:
    listed.export(tmp_path / "none" / "nhat-ky.xlsx")

    qtbot.waitUntil(lambda: not listed.work.is_busy, timeout=20_000)
    assert listed.work.text == "Không ghi được nhat-ky.xlsx. Chọn thư mục khác."


def test_new_entries_are_told_of_and_do_not_move_the_rows(listed: AuditPage, stage: Stage) -> None:
    first = listed.rows.entry(0).entry.seq
    stage.console.log.verify(stop=Stop(), progressed=_ignore)

    count = listed.findChild(QLabel, "audit-count")
    wait_for(lambda: count.text() == "có dòng mới hơn (Ctrl+Home)")
    assert listed.rows.entry(0).entry.seq == first


def test_whoever_may_not_see_it_is_left_nothing(listed: AuditPage) -> None:
    listed.set_rights(lambda _: False)

    assert listed.rows.rowCount() == 0
    assert listed.findChild(QLabel, "audit-head").text() == ""


def test_what_a_role_may_not_is_not_offered_and_says_why(listed: AuditPage) -> None:
    listed.set_rights(lambda action: action is not Action.EXPORT_AUDIT)

    export = listed.findChild(QPushButton, "button-audit-export")
    assert not export.isEnabled()
    assert "không" in export.toolTip()
    assert listed.findChild(QPushButton, "button-audit-verify").isEnabled()


def test_nothing_needs_to_be_scrolled_sideways_at_1366(listed: AuditPage) -> None:
    QApplication.processEvents()

    assert listed.window().width() == 1366
    assert listed.table.horizontalHeader().length() <= listed.table.viewport().width()
    assert listed.table.columnWidth(Column.WHAT) >= 240


def _ignore(_done: int, _total: int) -> None:
    """Nobody watches."""
