from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.errors import NotAllowed, Problem
from console.gate import Why
from console.rights import Action
from console.secret import Secret
from db.records import Officer, Role
from tests.console.officers import BOSS, BOSS_WORD, WORD
from tests.ui.access.people import CHIEF, DUTY, come_in, write
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog, SecondDialog, run_confirmed
from ui.access.consequence import Consequence
from ui.access.officer_dialog import OfficerDialog
from ui.access.officers_page import OfficersPage
from ui.access.one_time import OneTimeDialog

D = TypeVar("D", bound=QDialog)
NEW = "Lý Thường Kiệt"


@pytest.fixture
def page(locked: Stage) -> OfficersPage:
    """The administrator looks at it; his password was typed a moment ago."""
    return shown(locked, BOSS, BOSS_WORD)


def shown(stage: Stage, name: str, word: Secret = WORD) -> OfficersPage:
    come_in(stage, name, word)
    stage.window.show_page("officers")
    made = stage.window.pages.currentWidget()
    assert isinstance(made, OfficersPage)
    wait_for(lambda: made.table.model().rowCount() == 3)
    return made


def opened(stage: Stage, kind: type[D]) -> D:
    """The dialog of a kind that is open now, waited for."""

    def there() -> list[D]:
        return [each for each in stage.window.findChildren(kind) if each.isVisible()]

    wait_for(lambda: bool(there()))
    return there()[0]


def press(page: OfficersPage, name: str) -> None:
    page.findChild(QPushButton, f"button-officer-{name}").click()


def agree(stage: Stage) -> None:
    """Click what a consequence stands in."""
    opened(stage, Consequence).findChild(QPushButton, "consequence-go").click()


def row(page: OfficersPage, name: str) -> list[str]:
    """What the table tells of someone."""
    model = page.table.model()
    for at in range(model.rowCount()):
        if model.index(at, 0).data() == name:
            return [model.index(at, column).data() for column in range(4)]
    return []


def officer(stage: Stage, name: str) -> Officer:
    with stage.console._store.read() as unit:
        return next(each for each in unit.officers.all() if each.name == name)


def test_an_officer_is_added_and_his_one_time_password_shown_once(
    locked: Stage, page: OfficersPage
) -> None:
    press(page, "add")
    dialog = opened(locked, OfficerDialog)
    write(dialog.name.box, NEW)
    dialog.choose_role(Role.CHIEF)
    dialog.findChild(QPushButton, "dialog-keep").click()

    once = opened(locked, OneTimeDialog)
    groups = [label.text() for label in once.findChildren(QLabel, "one-time-group")]
    assert [len(group) for group in groups] == [6, 6, 6]
    once.findChild(QPushButton, "one-time-close").click()
    wait_for(lambda: page.table.model().rowCount() == 4)
    assert row(page, NEW)[:3] == [NEW, "Trưởng công an", "Tất cả các tổ"]
    assert row(page, NEW)[3].startswith("Mật khẩu một lần, đến ")

    added = officer(locked, NEW)
    signed_in = locked.console.access.sign_in(added.id, Secret(" ".join(groups)))
    assert signed_in.one_time_until is not None


def test_a_name_that_is_taken_is_told_beside_the_field(locked: Stage, page: OfficersPage) -> None:
    press(page, "add")
    dialog = opened(locked, OfficerDialog)
    write(dialog.name.box, DUTY)
    dialog.findChild(QPushButton, "dialog-keep").click()

    wait_for(lambda: bool(dialog.name.error))
    assert dialog.name.error == "Tên này đã dùng. Nhập tên khác."
    dialog.reject()


def test_role_and_teams_are_changed(locked: Stage, page: OfficersPage) -> None:
    page.choose(DUTY)
    team = locked.console.fleet.view().teams[1]
    press(page, "change")
    dialog = opened(locked, OfficerDialog)
    dialog.choose_role(Role.OFFICER)
    dialog.choose_teams({team.id})
    dialog.findChild(QPushButton, "dialog-keep").click()

    wait_for(lambda: row(page, DUTY)[1] == "Cán bộ nghiệp vụ")
    assert row(page, DUTY)[2] == team.name


def test_after_five_minutes_the_password_is_asked_for_again(
    locked: Stage, page: OfficersPage
) -> None:
    locked.clock.pass_(minutes=6)
    page.choose(DUTY)
    press(page, "disable")
    agree(locked)

    confirm = opened(locked, ConfirmDialog)
    write(confirm.password.edit, "sai mất rồi")
    confirm.send()
    wait_for(lambda: bool(confirm.message.text()))
    assert confirm.message.text() == "Tên và mật khẩu không khớp. Nhập lại."
    write(confirm.password.edit, BOSS_WORD.reveal())
    confirm.send()

    wait_for(lambda: row(page, DUTY)[3] == "Ngừng quyền")
    page.choose(DUTY)
    assert page.findChild(QPushButton, "button-officer-disable").text() == "Cho vào lại"


def test_esc_instead_of_the_password_changes_nothing(locked: Stage, page: OfficersPage) -> None:
    locked.clock.pass_(minutes=6)
    press(page, "add")
    dialog = opened(locked, OfficerDialog)
    write(dialog.name.box, NEW)
    keep = dialog.findChild(QPushButton, "dialog-keep")
    keep.click()

    opened(locked, ConfirmDialog).reject()

    wait_for(keep.isEnabled)
    assert dialog.name.text == NEW
    dialog.reject()
    assert len(locked.console.access.names()) == 3


def test_the_last_administrator_cannot_be_erased(locked: Stage, page: OfficersPage) -> None:
    page.choose(BOSS)
    press(page, "erase")
    agree(locked)

    wait_for(locked.window.notice.isVisible)
    assert locked.window.notice.text.startswith("Đây là quản trị cuối cùng")
    assert row(page, BOSS)


def test_an_erased_officer_is_gone_from_the_list(locked: Stage, page: OfficersPage) -> None:
    page.choose(DUTY)
    press(page, "erase")
    dialog = opened(locked, Consequence)
    assert dialog.findChild(QPushButton, "consequence-go").text() == f"Xoá vĩnh viễn {DUTY}"
    agree(locked)

    wait_for(lambda: page.table.model().rowCount() == 2)
    assert row(page, DUTY) == []


def test_a_lock_out_is_lifted(locked: Stage, page: OfficersPage) -> None:
    with locked.console._store.begin() as unit:
        an = next(each for each in unit.officers.all() if each.name == DUTY)
        until = locked.clock.now().replace(hour=23)
        unit.officers.set_attempts(an.id, failures=5, locked_until=until)
    wait_for(lambda: row(page, DUTY)[3].startswith("Tạm khoá đến"))
    page.choose(DUTY)

    press(page, "lift")

    wait_for(lambda: row(page, DUTY)[3] == "Được đăng nhập")


def test_a_one_time_password_leaves_the_clipboard_when_it_is_closed(
    locked: Stage, page: OfficersPage
) -> None:
    page.choose(DUTY)
    press(page, "reset")
    agree(locked)
    once = opened(locked, OneTimeDialog)
    once._on_copy()
    assert QApplication.clipboard().text() == once._password.reveal()

    once.accept()

    assert QApplication.clipboard().text() == ""


def test_a_chief_sees_the_officers_and_changes_none(locked: Stage) -> None:
    page = shown(locked, CHIEF)

    assert all(not button.isVisible() for button in page._buttons.values())
    assert not any(action.isEnabled() for action in page._actions.values())


def test_the_search_needs_no_diacritics_and_esc_takes_it_away(
    locked: Stage, page: OfficersPage
) -> None:
    page._search.setText("truc ban")
    assert page.table.model().rowCount() == 1
    page._search.setText("không ai cả")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Bấm Esc để bỏ tìm và xem lại tất cả." in words
    locked.window._actions["back"].trigger()

    assert page.table.model().rowCount() == 3
    assert page.table.isVisible()


def test_a_second_officer_approves_within_a_minute(locked: Stage, qtbot: QtBot) -> None:
    page = shown(locked, CHIEF)
    console = locked.console
    done: list[object] = []
    failed: list[Problem] = []

    def ask() -> None:
        run_confirmed(
            page,
            locked.desk,
            console.access,
            lambda: console.gate.require(Action.RESTORE),
            done=done.append,
            failed=failed.append,
        )

    ask()
    late = opened(locked, SecondDialog)
    assert late.names.list.count() == 2  # himself he cannot ask
    locked.clock.pass_(seconds=61)
    late.look()
    assert not late.isVisible()

    ask()
    dialog = opened(locked, SecondDialog)
    write(dialog.names.box, DUTY)
    dialog.names.pick()
    write(dialog.password.edit, WORD.reveal())
    dialog.send()
    wait_for(lambda: bool(dialog.message.text()))  # his role may not restore
    assert "Vai trò" in dialog.message.text()
    title = dialog.findChild(QLabel, "dialog-title")
    assert title.height() < 2 * title.sizeHint().height()  # the list is gone, the rest stays put

    dialog.names.box.clear()
    write(dialog.names.box, BOSS)
    dialog.names.pick()
    write(dialog.password.edit, BOSS_WORD.reveal())
    dialog.send()
    wait_for(lambda: bool(done))
    assert failed == []
    with pytest.raises(NotAllowed) as again:
        console.gate.require(Action.RESTORE)  # it was for once
    assert again.value.reason == Why.NEEDS_SECOND
