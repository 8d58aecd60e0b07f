"""Whom to call, over a real station: big numbers, one key for each result, nothing in the way."""

from __future__ import annotations

from threading import Event
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from console.calls import Answering
from db.case_records import Call, CallResult
from db.errors import StoreFailed
from db.moment_tables import CallRow
from db.records import Role
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, write
from tests.ui.people.booth import Booth, key
from tests.ui.stage import Stage, hear_all, wait_for
from ui.people.call_dialog import CallDialog
from ui.people.call_table import CallColumn
from ui.people.matter import Matter
from ui.people.members_page import MembersPage
from ui.people.words import result_word
from ui.theme import THEMES, ThemeName
from ui.times import time_words

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LAST = CallColumn.LAST


def called(
    booth: Booth, cluster: int = 0, role: Role = Role.DUTY, *, of_moment: bool = False
) -> CallDialog:
    """The list of a cluster, before a duty officer."""
    booth.sit_down(role)
    matter = Matter(booth.ward.clusters[cluster].id, of_moment=of_moment)
    colours, ward = THEMES[ThemeName.NIGHT], booth.ward
    dialog = CallDialog(booth.desk, booth.console.calls, matter, colours, may=booth.may, ward=ward)
    booth.show(dialog)
    wait_for(lambda: bool(dialog.where.text()))
    return dialog


def row(dialog: CallDialog, number: int) -> tuple[str, ...]:
    return dialog.rows.words(dialog.rows.people[number])


def wait_for_last(dialog: CallDialog, words: str, number: int = 0) -> None:
    """Wait until a row's last call (the first's) begins so, and the next may be logged."""
    wait_for(lambda: row(dialog, number)[LAST].startswith(words) and not dialog._busy)


def results(booth: Booth) -> list[tuple[int, CallResult, str]]:
    """Every call that was logged, oldest first: whom, what came of it, the note."""
    with booth.console._store.read() as unit:
        rows = unit.calls._session.scalars(select(CallRow).order_by(CallRow.id))
        return [(each.member_id, CallResult(each.result), each.note) for each in rows]


def test_whoever_answers_is_listed_in_order(booth: Booth) -> None:
    dialog = called(booth)

    assert dialog.where.text() == "Cụm camera 001 · Tổ tự quản 001"
    assert [row(dialog, number) for number in range(4)] == [
        ("Nguyễn Sửu", "Tổ trưởng", "0900 000 001", "chưa gọi"),
        ("Vũ Bằng", "Tổ phó", "0208 385 5123", "chưa gọi"),
        ("Trần Thị Đào", "Tổ viên", "0900 000 003", "chưa gọi"),
        ("Lê Văn Cò", "Tổ viên", "không có số", "chưa gọi"),
    ]
    assert dialog.chosen is dialog.rows.people[0]
    phone = dialog.rows.index(0, CallColumn.PHONE)
    assert phone.data(Qt.ItemDataRole.FontRole).pixelSize() >= 28  # from 60 cm, at night
    key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_goes_through_reached_on_the_way_arrived(booth: Booth, clock: FakeClock) -> None:
    dialog = called(booth)
    first = dialog.rows.people[0].member.id
    steps = (CallResult.REACHED, CallResult.ON_THE_WAY, CallResult.ARRIVED)
    for result in steps:
        marked = [r for r, button in dialog._buttons.items() if button.property("main")]
        assert marked == [result]
        assert "Enter" in dialog._buttons[result].toolTip()
        key(dialog.table, Qt.Key.Key_Return)
        wait_for_last(dialog, result_word(result))
        clock.pass_(minutes=1)

    assert results(booth) == [(first, result, "") for result in steps]
    assert dialog.said.text().startswith("Đã ghi lúc ")
    assert dialog.said.text().endswith("Nguyễn Sửu, đã đến")
    dialog.rows.grow_older(clock.now())
    assert row(dialog, 0)[LAST] == f"đã đến · 1 phút trước\n{DUTY}"


def test_arrows_choose_and_digits_log(booth: Booth) -> None:
    dialog = called(booth)
    ids = [each.member.id for each in dialog.rows.people]

    key(dialog.table, Qt.Key.Key_Down)
    key(dialog.table, Qt.Key.Key_2)
    wait_for_last(dialog, "không nghe máy · vừa xong", 1)
    assert dialog.chosen.member.id == ids[1]  # the list was read again meanwhile
    key(dialog.table, Qt.Key.Key_Down)
    key(dialog.table, Qt.Key.Key_3)
    wait_for_last(dialog, "đang đến", 2)

    assert [call[:2] for call in results(booth)] == [
        (ids[1], CallResult.NO_ANSWER),
        (ids[2], CallResult.ON_THE_WAY),
    ]


def test_a_note_goes_with_the_result_and_its_digits_stay_in_it(booth: Booth) -> None:
    dialog = called(booth)
    dialog.note.setFocus()
    write(dialog.note, "12 phút nữa tới")
    key(dialog.note, Qt.Key.Key_3, ALT)

    wait_for_last(dialog, "đang đến")
    assert row(dialog, 0)[LAST].endswith(f"{DUTY} · 12 phút nữa tới")
    assert dialog.note.text() == ""
    assert dialog.table.hasFocus()
    dialog.note.setFocus()
    write(dialog.note, "tới rồi")
    key(dialog.note, Qt.Key.Key_Return)
    wait_for(lambda: row(dialog, 0)[LAST].endswith("tới rồi"))

    assert [call[1:] for call in results(booth)] == [
        (CallResult.ON_THE_WAY, "12 phút nữa tới"),
        (CallResult.ARRIVED, "tới rồi"),
    ]


def test_a_call_from_a_tile_is_about_what_was_bookmarked_there_and_says_so(
    booth: Booth, clock: FakeClock
) -> None:
    booth.sit_down(Role.DUTY)
    camera = booth.ward.cameras[0]
    for _ in range(2):
        mark = booth.console.bookmarks.mark([camera.id], clock.now())
        dialog = called(booth, of_moment=True)
        wait_for(dialog.about.isVisible)

        assert dialog.about.text() == (
            "Cuộc gọi được ghi về dấu mốc của đồng chí lúc "
            f"{time_words(clock.now())}, {camera.number:02} {camera.name}"
        )
        if not results(booth):
            key(dialog.table, Qt.Key.Key_3)
        # A second bookmark does not forget who is on the way.
        wait_for_last(dialog, "đang đến")
        key(dialog.table, Qt.Key.Key_4)
        wait_for_last(dialog, "đã đến")
        assert booth.console.calls.calls_of(bookmark_id=mark.id)[-1].call.cluster_id
        key(dialog.table, Qt.Key.Key_3)
        wait_for_last(dialog, "đang đến")
        key(dialog, Qt.Key.Key_Escape)
        clock.pass_(minutes=1)


def test_where_nothing_was_bookmarked_the_cluster_alone_is_called_about(booth: Booth) -> None:
    dialog = called(booth, of_moment=True)
    key(dialog.table, Qt.Key.Key_3)
    wait_for(lambda: row(dialog, 0)[LAST].startswith("đang đến"))

    assert not dialog.about.isVisible()
    assert dialog.rows.people[0].last.call.bookmark_id is None


def test_a_key_that_is_held_logs_once(booth: Booth) -> None:
    dialog = called(booth)
    for _ in range(5):
        dialog.log(CallResult.REACHED)
    wait_for(lambda: bool(dialog.said.text()))

    assert len(results(booth)) == 1


def test_a_list_that_was_read_before_a_call_and_comes_after_it_is_not_shown(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads read: the older answer may be the last to come."""
    dialog = called(booth)
    whom, begun, go_on = booth.console.calls.whom, Event(), Event()

    def late(*about: Any, **more: Any) -> Answering:
        answering = whom(*about, **more)
        if not begun.is_set():
            begun.set()
            go_on.wait(10)
        return answering

    monkeypatch.setattr(booth.console.calls, "whom", late)
    dialog.renew()
    assert begun.wait(10)
    key(dialog.table, Qt.Key.Key_Return)
    wait_for_last(dialog, "nghe máy")
    wait_for(lambda: not dialog._busy and len(booth.desk.tasks._waiting) < 2)  # that one alone
    go_on.set()
    hear_all(booth.desk.tasks)

    assert row(dialog, 0)[LAST].startswith("nghe máy")


def test_enter_logs_once_though_the_list_is_read_meanwhile(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = called(booth)
    log_call, go_on, shown = booth.console.calls.log_call, Event(), Mock()

    def slow(*about: Any, **more: Any) -> Call:
        go_on.wait(10)
        return log_call(*about, **more)

    monkeypatch.setattr(booth.console.calls, "log_call", slow)
    dialog.rows.modelReset.connect(shown)
    key(dialog.table, Qt.Key.Key_Return)
    dialog.renew()
    wait_for(lambda: shown.called)
    key(dialog.table, Qt.Key.Key_Return)
    write(dialog.note, "về trụ sở")
    go_on.set()
    wait_for_last(dialog, "nghe máy")
    hear_all(booth.desk.tasks)

    assert [each[1] for each in results(booth)] == [CallResult.REACHED]
    assert dialog.note.text() == "về trụ sở"  # it is about the next call


def test_a_call_that_is_logged_while_the_list_is_closed_is_kept(booth: Booth) -> None:
    dialog = called(booth)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.log(CallResult.REACHED)
    key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    wait_for(lambda: not booth.desk.tasks._waiting)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert gone == [True]
    assert len(results(booth)) == 1


def test_a_call_that_was_logged_is_not_called_lost_because_the_list_cannot_be_read(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads that logs it again."""
    dialog = called(booth)
    broken = Mock(side_effect=StoreFailed("the disk is away"))
    monkeypatch.setattr(booth.console.calls, "whom", broken)
    said = Mock(wraps=dialog._say)
    monkeypatch.setattr(dialog, "_say", said)

    dialog.log(CallResult.REACHED)
    wait_for(lambda: broken.called and not booth.desk.tasks._waiting)

    assert len(results(booth)) == 1
    assert dialog.said.property("error")
    assert not [each for each in said.call_args_list if "chưa được ghi" in each.args[0]]


def test_what_goes_wrong_is_said_and_the_next_try_counts(booth: Booth) -> None:
    dialog = called(booth)
    with booth.console._store.begin() as unit:
        unit.members.erase(dialog.rows.people[0].member.id)
    dialog.log(CallResult.REACHED)  # before the list hears of it
    wait_for(lambda: bool(dialog.said.property("error")))
    assert dialog.said.text().startswith("Cuộc gọi này chưa được ghi.")
    wait_for(lambda: len(dialog.rows.people) == 3)

    dialog.log(CallResult.REACHED)

    wait_for(lambda: not dialog.said.property("error"))
    assert len(results(booth)) == 1


def test_the_number_is_copied(booth: Booth) -> None:
    dialog = called(booth)
    key(dialog.table, Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "0900000001"
    assert dialog.said.text() == "Đã chép số: 0900 000 001"


@pytest.mark.parametrize(
    ("role", "cluster", "title", "helps"),
    [
        (Role.DUTY, 1, "Tổ này chưa có tổ viên nào", False),
        (Role.CHIEF, 1, "Tổ này chưa có tổ viên nào", True),
        (Role.CHIEF, 7, "Cụm này chưa có tổ nào phụ trách", False),
    ],
)
def test_where_nobody_answers_it_says_who_can_mend_that(
    booth: Booth, role: Role, cluster: int, title: str, helps: bool
) -> None:
    dialog = called(booth, cluster, role)

    assert dialog._stack.currentIndex() == 1
    assert dialog._nothing._title.text() == title
    assert "F7" in dialog._nothing._advice.text()
    assert dialog._mend.isVisible() is helps
    assert not any(button.isVisible() for button in dialog._buttons.values())


# In the window


def dialogs(stage: Stage) -> list[CallDialog]:
    return [each for each in stage.window.findChildren(CallDialog) if each.isVisible()]


def where(stage: Stage) -> str:
    """What the list is about that was just asked for; it is closed then."""
    wait_for(lambda: bool(dialogs(stage)) and bool(dialogs(stage)[0].where.text()))
    (dialog,) = dialogs(stage)
    words = dialog.where.text()
    dialog.reject()
    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)
    return words


def test_f9_asks_about_what_is_chosen_on_each_page(stage: Stage) -> None:
    come_in(stage, CHIEF)
    stage.window.show_page("wall")  # he landed in his inbox
    stage.window.activateWindow()
    stage.wall.choose(stage.cameras()[1].id)
    key(stage.wall.canvas, Qt.Key.Key_F9)
    assert where(stage) == "Cụm camera 001 · Tổ tự quản 001"

    tree = stage.wall.tree.view
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(2, 0))
    wait_for(tree.hasFocus)
    key(tree, Qt.Key.Key_F9)
    assert where(stage) == "Cụm camera 003 · Tổ tự quản 003"

    stage.window.show_page("devices")
    stage.devices.table.selectRow(7)
    key(stage.devices.table, Qt.Key.Key_F9)
    wait_for(lambda: bool(dialogs(stage)) and dialogs(stage)[0]._stack.currentIndex() == 1)
    dialogs(stage)[0]._mend.click()
    page = stage.window.pages.page("members")
    assert isinstance(page, MembersPage)
    wait_for(page.isVisible)
    assert page.teams.currentText() == "Tổ tự quản 002"
    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)

    stage.window.show_page("audit")
    key(stage.window.pages.currentWidget(), Qt.Key.Key_F9)
    assert stage.window.notice.text.startswith("Hãy chọn một camera")
    assert dialogs(stage) == []
    assert stage.window.calling.action in stage.wall.menu_actions


def test_a_locked_screen_hides_the_list_and_whoever_may_not_call_gets_none(stage: Stage) -> None:
    come_in(stage, DUTY)
    calling, matter = stage.window.calling, Matter(stage.cameras()[0].cluster_id)
    assert calling.ask(matter) is not None
    wait_for(lambda: bool(dialogs(stage)))

    stage.window.guard.lock()

    wait_for(lambda: dialogs(stage) == [])
    assert not calling.action.isEnabled()
    assert calling.ask(matter) is None
