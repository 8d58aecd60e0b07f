from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from console.app import Console
from console.rights import Action
from console.secret import Secret
from db.records import Officer, Role
from tests.console.officers import BOSS, BOSS_WORD, WORD
from tests.fakes import FakeClock
from tests.ui.access.people import (
    CHIEF,
    DUTY,
    come_in,
    press,
    sign_in_card,
    sitting,
    staffed,
    try_in,
    write,
)
from tests.ui.stage import Stage, wait_for
from ui.access.guard import Sitting
from ui.access.lock import UnlockCard
from ui.access.officer_dialog import OfficerDialog
from ui.access.sign_in import NewPasswordCard

WRONG = Secret("không phải thế này")


def pages(stage: Stage) -> list[str]:
    """What the rail offers."""
    buttons = stage.window.rail.findChildren(QToolButton, "rail-page")
    return [b.text() for b in buttons if not b.isHidden()]


def locked_by_key(stage: Stage) -> UnlockCard:
    """After Ctrl+L."""
    stage.window._actions["lock"].trigger()
    wait_for(lambda: sitting(stage) is Sitting.LOCKED)
    card = stage.window.cover.card
    assert isinstance(card, UnlockCard)
    return card


def acts(stage: Stage) -> list[str]:
    """What the log tells, oldest first."""
    with stage.console._store.read() as unit:
        return [entry.act for entry in unit.trail.entries()]


def test_a_locked_wall_plays_and_tells_no_names(locked: Stage) -> None:
    wait_for(lambda: len(locked.shown) == 16)

    assert sitting(locked) is Sitting.NOBODY
    assert locked.wall.canvas.isVisible()
    assert {tile.label.name for tile in locked.wall.canvas.tiles} == {""}
    for hidden in (locked.window.rail, locked.wall.tree, locked.window.status):
        assert not hidden.isVisible()
    locked.window.show_page("devices")
    assert locked.window.pages.current == "wall"


def test_started_with_the_pc_there_are_pictures_and_numbers_alone(locked: Stage) -> None:
    locked.window.toggle_full_screen()  # as ``open --fullscreen`` does, see console.startup
    wait_for(lambda: len(locked.shown) == 16)

    assert locked.window.isFullScreen()
    for hidden in (locked.window.top, locked.window.rail, locked.wall.tree, locked.window.status):
        assert not hidden.isVisible()
    assert locked.wall.canvas.isVisible()
    assert {tile.label.name for tile in locked.wall.canvas.tiles} == {""}
    assert all(tile.label.number for tile in locked.wall.canvas.tiles[:16])
    locked.window._actions["back"].trigger()
    assert locked.window.isFullScreen()
    sign_in_card(locked)


def test_a_name_is_found_without_diacritics_and_enter_goes_on_to_the_password(
    locked: Stage,
) -> None:
    card = sign_in_card(locked)

    write(card.names.box, "bich ngoc")
    press(card.names.box, Qt.Key.Key_Return)

    assert card.names.box.text() == CHIEF
    assert QApplication.focusWidget() is card.password.edit


def test_the_officer_comes_in_and_sees_the_pages_of_his_role(locked: Stage) -> None:
    come_in(locked, "van an")
    wait_for(lambda: all(tile.label.name for tile in locked.wall.canvas.tiles))

    assert pages(locked) == ["Tường", "Vụ việc", "Thiết bị"]
    assert not locked.window.cover.isVisible()
    add = locked.devices.findChild(QPushButton, "button-add")
    assert add.isHidden()  # a duty officer changes no camera
    said = " ".join(label.text() for label in locked.window.top.findChildren(QLabel))
    assert f"Trực: {DUTY} · từ {locked.clock.now().astimezone():%H:%M}" in said


@pytest.mark.parametrize(("name", "word"), [(DUTY, WRONG), (BOSS, WORD)])
def test_a_refusal_never_says_which_part_was_wrong(locked: Stage, name: str, word: Secret) -> None:
    card = try_in(locked, name, word)
    wait_for(lambda: bool(card.message.text()))

    assert card.message.text() == "Tên và mật khẩu không khớp. Nhập lại."
    assert card.password.text == ""
    assert card.go.isEnabled()


def test_after_five_wrong_ones_the_wait_is_counted_down_in_seconds(locked: Stage) -> None:
    card = sign_in_card(locked)
    write(card.names.box, DUTY)
    press(card.names.box, Qt.Key.Key_Return)
    for _ in range(5):
        assert card.go.isEnabled()
        write(card.password.edit, WRONG.reveal())
        press(card.password.edit, Qt.Key.Key_Return)
        wait_for(lambda: bool(card.message.text()))

    card.attempt.look()
    assert "Thử lại sau 300 giây" in card.message.text()
    locked.clock.pass_(seconds=58)
    card.attempt.look()
    assert "Thử lại sau 242 giây" in card.message.text()

    locked.clock.pass_(seconds=243)
    card.attempt.look()
    assert card.message.text() == ""
    write(card.password.edit, WORD.reveal())
    press(card.password.edit, Qt.Key.Key_Return)
    wait_for(lambda: sitting(locked) is Sitting.PRESENT)


def test_a_one_time_password_lets_in_only_to_choose_another(locked: Stage) -> None:
    console = locked.console
    boss = next(id_ for id_, name in console.access.names() if name == BOSS)
    console.access.sign_in(boss, BOSS_WORD)
    an = next(id_ for id_, name in console.access.names() if name == DUTY)
    once = console.access.reset(an)
    console.access.sign_out()

    try_in(locked, DUTY, once)
    wait_for(lambda: isinstance(locked.window.cover.card, NewPasswordCard))
    card = locked.window.cover.card
    assert isinstance(card, NewPasswordCard)
    write(card.passwords.first.edit, "ngắn")
    write(card.passwords.second.edit, "ngắn")
    card.go.click()
    assert card.passwords.first.error == "Cần ít nhất 8 ký tự; nên từ 15."

    for field, text in ((card.passwords.first, "mười"), (card.passwords.second, "khác")):
        field.edit.clear()
        write(field.edit, f"{text} con cá rô ron")
    card.go.click()
    assert card.passwords.second.error == "Hai lần nhập không giống nhau. Nhập lại."
    assert sitting(locked) is Sitting.NOBODY

    card.passwords.second.edit.clear()
    write(card.passwords.second.edit, "mười con cá rô ron")
    press(card.passwords.second.edit, Qt.Key.Key_Return)
    wait_for(lambda: sitting(locked) is Sitting.PRESENT)
    assert console.gate.allows(Action.BOOKMARK)


def test_the_same_officer_unlocks_to_the_page_that_he_left(locked: Stage) -> None:
    come_in(locked, DUTY)
    locked.window.show_page("devices")

    card = locked_by_key(locked)
    assert locked.window.pages.current == "wall"
    assert {tile.label.name for tile in locked.wall.canvas.tiles} <= {""}
    wait_for(lambda: acts(locked)[-1] == "screen_locked")
    write(card.password.edit, WORD.reveal())
    press(card.password.edit, Qt.Key.Key_Return)
    wait_for(lambda: sitting(locked) is Sitting.PRESENT)

    assert locked.window.pages.current == "devices"
    assert acts(locked)[-1] == "screen_unlocked"


def test_another_officer_signs_the_one_before_out(locked: Stage) -> None:
    come_in(locked, DUTY)
    card = locked_by_key(locked)

    card.findChild(QPushButton, "card-other").click()
    sign_in_card(locked)
    # What a page was reading just then may be refused, and logged, behind it.
    wait_for(lambda: "signed_out" in acts(locked)[acts(locked).index("screen_locked") :])
    come_in(locked, CHIEF)

    assert "Cán bộ" in pages(locked)


def test_what_was_being_read_of_the_one_before_does_not_seat_him_again(locked: Stage) -> None:
    come_in(locked, DUTY)
    guard = locked.window.guard
    before, go_on, read = guard.officer, Event(), guard._present
    asked: list[str] = []

    def read_slowly() -> Officer | None:
        asked.append("who")
        if len(asked) > 1:
            return read()
        go_on.wait(10)
        return before

    guard._present = read_slowly
    guard.renew()
    wait_for(lambda: bool(asked))
    guard.sign_out()
    wait_for(lambda: sitting(locked) is Sitting.NOBODY)
    come_in(locked, CHIEF)
    go_on.set()
    wait_for(lambda: len(asked) > 1)

    assert guard.officer.role is Role.CHIEF


def test_a_dialog_is_out_of_sight_while_it_is_locked_and_keeps_what_was_typed(
    locked: Stage,
) -> None:
    come_in(locked, BOSS, BOSS_WORD)
    locked.window.show_page("officers")
    locked.window.findChild(QPushButton, "button-officer-add").click()
    dialog = locked.window.findChild(OfficerDialog)
    write(dialog.name.box, "Lê Văn Cường")

    card = locked_by_key(locked)
    assert not dialog.isVisible()
    write(card.password.edit, BOSS_WORD.reveal())
    press(card.password.edit, Qt.Key.Key_Return)
    wait_for(dialog.isVisible)

    assert dialog.name.text == "Lê Văn Cường"
    dialog.reject()


def test_it_locks_by_itself_when_nobody_touches_it(locked: Stage) -> None:
    come_in(locked, DUTY)
    guard = locked.window.guard
    assert guard is not None
    locked.clock.pass_(minutes=9)
    touch = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(locked.window, touch)

    locked.clock.pass_(minutes=9)
    guard.tick()
    wait_for(lambda: not guard._ticking)
    assert sitting(locked) is Sitting.PRESENT

    locked.clock.pass_(minutes=2)
    guard.tick()
    wait_for(lambda: sitting(locked) is Sitting.LOCKED)
    assert isinstance(locked.window.cover.card, UnlockCard)


def test_the_end_of_the_shift_is_announced_and_then_comes(locked: Stage, qtbot: QtBot) -> None:
    come_in(locked, DUTY)
    guard = locked.window.guard
    assert guard is not None
    with qtbot.waitSignal(guard.told) as told:
        locked.clock.pass_(hours=11, minutes=46)
        guard._access.touched()
        guard.tick()
    assert "kết thúc sau 14 phút" in told.args[0]
    wait_for(lambda: not guard._ticking)

    locked.clock.pass_(minutes=15)
    guard.tick()
    wait_for(lambda: sitting(locked) is Sitting.NOBODY)
    assert "Đã hết 12 giờ của ca trực" in locked.window.notice.text


def test_a_disabled_officer_is_out_at_the_next_look(locked: Stage) -> None:
    come_in(locked, DUTY)
    with locked.console._store.begin() as unit:
        an = next(each for each in unit.officers.all() if each.name == DUTY)
        unit.officers.set_disabled(an.id, disabled=True)

    wait_for(lambda: sitting(locked) is Sitting.NOBODY)

    assert sign_in_card(locked).names.list.count() == 2


def test_caps_lock_is_hinted_at_and_the_password_can_be_shown(locked: Stage) -> None:
    field = sign_in_card(locked).password
    capital = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    QApplication.sendEvent(field.edit, capital)

    told = field.findChild(QLabel, "error-password")
    assert told.text() == "Caps Lock đang bật."
    assert told.property("late")  # in the colour of warnings
    field.edit._eye.trigger()
    assert field.edit.is_shown
    assert field.edit.take() == Secret("A")
    assert not field.edit.is_shown


def test_a_station_without_officers_is_open_to_whoever_sets_it_up(stage: Stage) -> None:
    assert sitting(stage) is Sitting.FREE
    assert pages(stage) == [
        "Tường",
        "Vụ việc",
        "Chứng cứ",
        "Thiết bị",
        "Cán bộ",
        "Nhật ký",
        "Cài đặt",
    ]
    assert not stage.window.cover.isVisible()


def test_the_longest_names_leave_the_strip_as_wide_as_the_screen(locked: Stage) -> None:
    top = locked.window.top
    top.set_station("Công an phường " + "Hoàng Văn Thụ " * 5)
    top.set_officer("Nguyễn Thị Hồng Phượng Hoàng Anh Thư " * 2, locked.clock.now())

    assert top.minimumSizeHint().width() <= 1366 - locked.window.rail.width()
    assert any("…" in label.text() for label in top.findChildren(QLabel))


def test_a_long_name_is_read_in_full_where_there_is_room(locked: Stage) -> None:
    locked.window.top.set_officer("Đặng Thị Quỳnh Nga Phương Thảo Nguyên Hạ Vũ", locked.clock.now())

    assert "Phương Thảo Nguyên" in locked.window.top.findChild(QLabel, "top-officer").text()


def test_after_the_lock_the_password_can_be_typed_at_once(locked: Stage) -> None:
    come_in(locked, DUTY)
    locked.window.activateWindow()

    card = locked_by_key(locked)

    assert locked.window.focusWidget() is card.password.edit


@pytest.mark.loud("the log was not closed: vault.json is damaged")
def test_a_damaged_vault_keeps_no_officer_out(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path
) -> None:
    (tmp_path / "vault.json").write_text("{")
    stage = Stage(tmp_path, clock, prepare=staffed)

    assert sign_in_card(stage).names.list.count() == 3
    assert stage.window.notice.text.startswith("Không đọc hoặc lưu được mật khẩu camera.")
    stage.close()


def test_an_auditor_gets_the_log_and_no_wall(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> None:
    auditor = "Vũ Thị Soát"

    def with_auditor(console: Console) -> None:
        boss = {name: officer_id for officer_id, name in console.access.names()}[BOSS]
        console.access.sign_in(boss, BOSS_WORD)
        officer, once = console.access.add(auditor, Role.AUDITOR)
        console.access.sign_in(officer.id, once)
        console.access.set_password(once, WORD)
        console.access.sign_out()

    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    stage = Stage(tmp_path, clock, prepare=with_auditor)
    come_in(stage, auditor)

    assert stage.window.pages.current == "devices"
    assert not stage.wall.canvas.isVisible()
    stage.window.show_page("wall")
    assert stage.window.pages.current == "devices"
    stage.close()
