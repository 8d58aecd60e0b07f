from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from console.errors import StoreDamaged, VaultLocked
from console.events import EngineChanged, EngineState, Noticed, StreamState
from tests.fakes import FakeClock
from tests.ui.stage import STATION, Stage, wait_for
from ui.audit.page import AuditPage
from ui.settings.page import SettingsPage
from ui.theme import THEMES, ThemeName


def test_the_engine_is_told_of_every_camera(stage: Stage) -> None:
    assert [s.camera_id for s in stage.engine.cameras] == [c.id for c in stage.cameras()]


def test_whose_station_and_what_time_is_always_in_sight(stage: Stage) -> None:
    stage.clock.pass_(seconds=61)
    stage.window.top.refresh()

    words = " ".join(label.text() for label in stage.window.top.findChildren(QLabel))
    local = stage.clock.now().astimezone()
    assert STATION in words
    assert f"{local:%H:%M:%S}" in words
    assert f"{local:%d/%m/%Y}" in words


def test_only_pages_that_exist_are_on_the_rail(stage: Stage) -> None:
    rail = stage.window.rail.findChildren(QToolButton, "rail-page")
    buttons = [button.text() for button in rail if button.isVisible()]

    assert buttons == ["Tường", "Vụ việc", "Chứng cứ", "Thiết bị", "Cán bộ", "Nhật ký", "Cài đặt"]


def test_a_problem_in_the_background_comes_into_the_notice_bar(stage: Stage) -> None:
    stage.bridge.post(Noticed(VaultLocked()))
    wait_for(stage.window.notice.isVisible)

    assert stage.window.notice.text.startswith("Không đọc hoặc lưu được mật khẩu camera.")
    stage.window.notice.findChild(QPushButton).click()
    assert not stage.window.notice.isVisible()


def test_a_lost_engine_is_told_until_it_is_back(stage: Stage) -> None:
    stage.bridge.post(EngineChanged(EngineState.LOST))
    wait_for(stage.window.notice.isVisible)
    assert "Bộ xử lý hình đã dừng" in stage.window.notice.text

    stage.bridge.post(EngineChanged(EngineState.RESTARTED))
    wait_for(lambda: not stage.window.notice.isVisible())


def test_the_status_strip_counts_states(stage: Stage) -> None:
    first, second, third = stage.shown[:3]
    stage.say(first, StreamState.LIVE)
    stage.say(second, StreamState.STALLED)
    stage.say(third, StreamState.REFUSED)
    stage.window.status.refresh()

    buttons = stage.window.status.findChildren(QPushButton)
    words = [button.text() for button in buttons if button.isVisible()]
    assert words == ["1 trực tiếp", "1 mất hình", "1 sai mật khẩu"]


def test_a_camera_added_elsewhere_appears(stage: Stage) -> None:
    stage.console.fleet.remove_camera(stage.cameras()[0].id)

    wait_for(lambda: len(stage.wall.views.cameras) == 39)
    assert stage.shown[0] == stage.cameras()[0].id


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_theme_can_be_worn(stage: Stage, qapp: QApplication, name: ThemeName) -> None:
    stage.window.set_theme(name)

    corner = stage.window.top.grab().toImage().pixelColor(2, 20).name()
    assert corner == THEMES[name].surface
    stage.window.set_theme(ThemeName.NIGHT)


def test_an_empty_station_says_what_to_do_next(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path
) -> None:
    stage = Stage(tmp_path, clock)

    words = [label.text() for label in stage.wall.findChildren(QLabel) if label.isVisible()]
    assert "Mở Thiết bị (Ctrl+6) để thêm camera đầu tiên hoặc nhập danh sách." in words
    stage.wall.devices_wanted.emit()
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Thêm camera (Ins, N)"
    words = [label.text() for label in stage.devices.findChildren(QLabel) if label.isVisible()]
    assert "Thêm camera đầu tiên bằng địa chỉ RTSP, hoặc nhập danh sách (CSV)." in words
    stage.close()


def test_a_station_that_cannot_be_opened_says_why(stage: Stage) -> None:
    stage.window.fail(StoreDamaged())

    waiting = stage.window.findChild(QLabel, "waiting")
    assert isinstance(waiting, QLabel)
    assert waiting.text().startswith("Không mở được dữ liệu của trạm.")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_no_word_of_the_frame_is_cut(stage: Stage, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    for page in ("wall", "devices"):
        stage.window.show_page(page)
        QApplication.processEvents()

        labels = [w for w in stage.window.findChildren(QLabel) if w.isVisible() and w.text()]
        buttons = [w for w in stage.window.findChildren(QPushButton) if w.isVisible()]

        shown: list[QLabel | QPushButton] = [*labels, *buttons]
        cut = [w.text() for w in shown if w.width() < w.minimumSizeHint().width()]
        assert cut == []


def test_a_page_that_nobody_asked_for_is_not_made_and_knows_all_when_it_is(stage: Stage) -> None:
    assert stage.window.findChild(SettingsPage) is None
    assert stage.window.findChild(AuditPage) is None
    stage.window.set_theme(ThemeName.DAY)

    stage.window.show_page("audit")

    page = stage.window.audit
    assert page is stage.window.pages.currentWidget()
    assert stage.window.audit is page  # made once
    assert page is not None
    camera = stage.cameras()[0]
    page.filters.camera.pick(camera.id)  # it was told of the ward
    assert camera.name in page.filters.camera.text()
