"""The settings page over a real station: what is typed is checked beside its field, then kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from console.paper_code import in_fours
from console.rights import Action
from console.station import Language, StationSettings, UnitType
from tests.logos import png
from tests.ui.stage import STATION, Stage, hear_all, wait_for
from ui.settings.page import SettingsPage


@pytest.fixture
def page(stage: Stage) -> SettingsPage:
    stage.window.activateWindow()
    stage.window.show_page("settings")
    page = stage.window.settings
    assert page is not None
    wait_for(lambda: box(page, "station_name").text() == STATION)
    return page


def box(page: SettingsPage, name: str) -> QLineEdit:
    found = page.form.field(name).box
    assert isinstance(found, QLineEdit)
    return found


def write(page: SettingsPage, name: str, text: str) -> None:
    """Type over what is there; leaves the field."""
    field = box(page, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.insert(text)
    field.textEdited.emit(text)
    field.editingFinished.emit()


def choose(page: SettingsPage, name: str, data: object) -> None:
    found = page.form.field(name).box
    assert isinstance(found, QComboBox)
    found.setCurrentIndex(found.findData(data))


def button(page: SettingsPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, f"button-settings-{name}")
    assert isinstance(found, QPushButton)
    return found


def told(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.card.findChildren(QLabel)]


def status(page: SettingsPage) -> str:
    return page.findChild(QLabel, "settings-status").text()


def test_what_is_typed_is_kept_and_the_window_takes_the_name(
    page: SettingsPage, stage: Stage
) -> None:
    write(page, "station_name", "Công an xã Tân Cương")
    write(page, "superior_body", "Công an thành phố Thái Nguyên")
    choose(page, "unit_type", UnitType.COMMUNE)
    choose(page, "language", Language.ENGLISH)
    choose(page, "sign_in_notice", False)
    write(page, "idle_lock_min", "5")
    write(page, "second_medium", "/media/sao-luu")
    choose(page, "urgent_export", True)
    write(page, "tsa_url", "http://tsa.example.vn/tsr")
    assert status(page) == "Chưa lưu."

    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: status(page).startswith("Đã lưu lúc "))

    assert stage.console.settings.get() == StationSettings(
        station_name="Công an xã Tân Cương",
        unit_type=UnitType.COMMUNE,
        superior_body="Công an thành phố Thái Nguyên",
        language=Language.ENGLISH,
        idle_lock_min=5,
        second_medium="/media/sao-luu",
        sign_in_notice=False,
        urgent_export=True,
        tsa_url="http://tsa.example.vn/tsr",
    )
    title = stage.window.top.findChild(QLabel, "station-name")
    wait_for(lambda: title.text() == "Công an xã Tân Cương")
    assert not button(page, "keep").isEnabled()


def test_wrong_fields_say_so_beside_them_and_nothing_is_kept(
    page: SettingsPage, stage: Stage
) -> None:
    before = stage.console.settings.get()
    write(page, "station_name", " ")
    write(page, "idle_lock_min", "400")
    write(page, "second_medium", "sao-luu")

    button(page, "keep").click()
    QApplication.processEvents()

    assert page.form.field("idle_lock_min").error == "Nhập số phút nguyên từ 1 đến 60."
    assert page.form.field("second_medium").error.startswith("Nhập đường dẫn đầy đủ")
    assert page.form.field("station_name").error
    assert QApplication.focusWidget() is box(page, "station_name")
    assert stage.console.settings.get() == before


def test_nothing_is_exported_before_it_is_approved_until_somebody_says_so(
    page: SettingsPage,
) -> None:
    field = page.form.field("urgent_export")

    assert field.text == "Luôn duyệt trước khi xuất"
    assert any("24 giờ" in label.text() for label in field.findChildren(QLabel))


def test_an_authority_is_named_without_a_login(page: SettingsPage) -> None:
    for typed, words in (
        ("tsa.example.vn", "Nhập địa chỉ đầy đủ"),
        ("https://an:matkhau@tsa.example.vn/", "Bỏ tên và mật khẩu"),
    ):
        write(page, "tsa_url", typed)
        assert page.form.field("tsa_url").error.startswith(words)


def test_what_is_typed_while_it_is_being_kept_is_not_lost(page: SettingsPage, stage: Stage) -> None:
    write(page, "second_medium", "/media/x")
    page.keep()
    write(page, "idle_lock_min", "7")

    wait_for(lambda: stage.console.settings.get().second_medium == "/media/x")
    wait_for(lambda: button(page, "keep").isEnabled())
    page.keep()
    wait_for(lambda: status(page).startswith("Đã lưu"))
    assert [box(page, each).text() for each in ("second_medium", "idle_lock_min")] == [
        "/media/x",
        "7",
    ]


def test_the_wall_opens_with_the_pc_when_it_is_told_to(
    page: SettingsPage, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    wait_for(page.this_pc.button.isEnabled)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(page, Qt.Key.Key_O, modifiers)

    wait_for(lambda: page.this_pc.words.text().startswith("Tường camera tự mở"))
    assert stage.console.startup.is_on()
    page.this_pc.button.click()
    wait_for(lambda: page.this_pc.words.text() == "Tường camera không tự mở.")
    assert not stage.console.startup.is_on()


def test_how_it_was_before_the_switch_is_not_shown_after_it(
    page: SettingsPage, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    wait_for(page.this_pc.button.isEnabled)
    is_on, begun, go_on = page.this_pc._startup.is_on, Event(), Event()

    def late() -> bool:
        on = is_on()
        if not begun.is_set():
            begun.set()
            go_on.wait(10)
        return on

    monkeypatch.setattr(page.this_pc._startup, "is_on", late)
    page.this_pc.renew()
    assert begun.wait(10)
    page.this_pc.switch()
    wait_for(lambda: page.this_pc.words.text().startswith("Tường camera tự mở"))
    go_on.set()
    hear_all(stage.desk.tasks)

    assert page.this_pc.words.text().startswith("Tường camera tự mở")


def test_who_may_not_change_settings_sees_how_it_is(page: SettingsPage) -> None:
    page.set_rights(lambda action: action is Action.SEE_SETTINGS)

    page.this_pc.switch()

    assert not page.this_pc.button.isVisible()
    assert page.this_pc.words.text() == "Tường camera không tự mở."


def test_as_it_was_brings_back_what_is_kept(page: SettingsPage) -> None:
    write(page, "idle_lock_min", "7")
    assert button(page, "undo").isEnabled()

    button(page, "undo").click()

    wait_for(lambda: box(page, "idle_lock_min").text() == "10")
    assert not button(page, "undo").isEnabled()


def test_what_was_typed_is_there_after_another_page(page: SettingsPage, stage: Stage) -> None:
    write(page, "superior_body", "Công an thành phố")
    stage.window.show_page("wall")
    stage.window.show_page("settings")
    QApplication.processEvents()

    assert box(page, "superior_body").text() == "Công an thành phố"


def test_enter_goes_on_to_the_next_field(page: SettingsPage) -> None:
    box(page, "idle_lock_min").setFocus()
    QTest.keyClick(box(page, "idle_lock_min"), Qt.Key.Key_Return)

    assert QApplication.focusWidget() is page.form.field("sign_in_notice").box


def test_a_logo_is_shown_kept_and_taken_away(
    page: SettingsPage, stage: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(png(300, 200))

    page.form.logo.read_file(file)
    wait_for(lambda: page.form.logo.picture == png(300, 200))
    page.keep()
    wait_for(lambda: status(page).startswith("Đã lưu"))
    assert stage.console.settings.get().logo == png(300, 200)

    page.findChild(QPushButton, "logo-remove").click()
    page.keep()
    wait_for(lambda: status(page).startswith("Đã lưu"))
    assert stage.console.settings.get().logo is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a", "Đây không phải ảnh hiển thị được."),
        (png(64, 64)[:60], "Đây không phải ảnh hiển thị được."),
        (png(2000, 8), "Ảnh quá lớn."),
        (png(8, 8) + bytes(300_000), "Tệp quá lớn."),
        (None, "Không đọc được tệp này."),
    ],
)
def test_a_file_that_is_no_logo_is_refused_beside_the_button(
    page: SettingsPage, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "logo.png"
    if content is not None:
        file.write_bytes(content)

    page.form.logo.read_file(file)

    wait_for(lambda: bool(page.form.logo.error))
    assert page.form.logo.error.startswith(words)
    assert page.form.logo.picture is None


def test_whoever_may_only_look_reads_and_changes_nothing(page: SettingsPage) -> None:
    page.set_rights(lambda action: action is not Action.CHANGE_SETTINGS)
    page.renew()

    wait_for(lambda: status(page) == "Chỉ quản trị mới được sửa.")
    assert box(page, "station_name").isReadOnly()
    assert not button(page, "keep").isEnabled()
    assert not page.findChild(QPushButton, "logo-choose").isVisible()
    assert not button(page, "keep").isVisible()
    assert box(page, "superior_body").placeholderText() == "chưa có"


def test_another_consoles_change_comes_in_unless_something_is_typed(
    page: SettingsPage, stage: Stage
) -> None:
    service = stage.console.settings
    service.change(replace(service.get(), idle_lock_min=50))
    wait_for(lambda: box(page, "idle_lock_min").text() == "50")

    write(page, "superior_body", "x")
    service.change(replace(service.get(), idle_lock_min=40))
    QApplication.processEvents()
    assert box(page, "idle_lock_min").text() == "50"


def test_the_key_and_the_last_backup_stand_beside_the_form(
    page: SettingsPage, stage: Stage
) -> None:
    stage.console.heads.enrol()
    stage.console.backups.run()

    page.renew()

    groups = stage.console.log.head().key_groups
    fours = in_fours(stage.console.heads.fingerprint())
    wait_for(lambda: f"{groups}\n{fours}" in told(page))
    assert any(text.startswith(f"{stage.clock.now().astimezone():%d/%m/%Y}") for text in told(page))
