"""F9, over a real station: whom to call, one key for each result, nothing else in the way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from db.case_records import CallResult
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, write
from tests.ui.stage import Stage, wait_for
from ui.people.call_dialog import CallDialog, Matter
from ui.people.members_page import MembersPage
from ui.people.words import ago_words, phone_words

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def dialogs(stage: Stage) -> list[CallDialog]:
    return [each for each in stage.window.findChildren(CallDialog) if each.isVisible()]


def called(stage: Stage, number: int = 1, who: str = DUTY) -> CallDialog:
    """The list that F9 brings about a camera of the wall."""
    come_in(stage, who)
    stage.window.activateWindow()
    stage.wall.choose(stage.cameras()[number - 1].id)
    key(stage.wall.canvas, Qt.Key.Key_F9)
    return shown(stage)


def shown(stage: Stage) -> CallDialog:
    wait_for(lambda: bool(dialogs(stage)) and bool(dialogs(stage)[0].where.text()))
    dialog = dialogs(stage)[0]
    dialog.activateWindow()
    return dialog


def row(dialog: CallDialog, number: int) -> tuple[str, ...]:
    return dialog.rows.words(dialog.rows.people[number])


def results(stage: Stage) -> list[tuple[int, CallResult, str]]:
    """Every call that was logged, oldest first: whom, what came of it, the note."""
    from sqlalchemy import select

    from db.moment_tables import CallRow

    with stage.console._store.read() as unit:
        rows = unit.calls._session.scalars(select(CallRow).order_by(CallRow.id))
        return [(each.member_id, CallResult(each.result), each.note) for each in rows]


def test_f9_on_a_tile_lists_who_answers_in_order(stage: Stage) -> None:
    dialog = called(stage, 2)

    assert dialog.where.text() == "Cụm camera 001 · Tổ tự quản 001"
    assert [row(dialog, number)[:3] for number in range(4)] == [
        ("Nguyễn Sửu", "Tổ trưởng", "0900 000 001"),
        ("Vũ Bằng", "Tổ phó", "0208 385 5123"),
        ("Trần Thị Đào", "Tổ viên", "0900 000 003"),
        ("Lê Văn Cò", "Tổ viên", "không có số"),
    ]
    assert {row(dialog, number)[3] for number in range(4)} == {"chưa gọi"}
    assert dialog.chosen is dialog.rows.people[0]
    font = dialog.rows.data(dialog.rows.index(0, 2), Qt.ItemDataRole.FontRole)
    assert font.pixelSize() >= 28  # read from 60 cm, at night
    key(dialog, Qt.Key.Key_Escape)
    assert dialogs(stage) == []


def test_enter_goes_through_reached_on_the_way_arrived(stage: Stage, clock: FakeClock) -> None:
    dialog = called(stage)
    first = dialog.rows.people[0].member.id
    for number, result in enumerate(
        (CallResult.REACHED, CallResult.ON_THE_WAY, CallResult.ARRIVED), 1
    ):
        marked = [r for r, button in dialog._buttons.items() if button.property("main")]
        assert marked == [result]
        assert "Enter" in dialog._buttons[result].toolTip()
        key(dialog.table, Qt.Key.Key_Return)
        wait_for(lambda number=number: len(results(stage)) == number)
        wait_for(
            lambda result=result: (
                dialog.rows.people[0].last is not None
                and dialog.rows.people[0].last.call.result is result
            )
        )
        clock.pass_(minutes=1)

    assert results(stage) == [
        (first, CallResult.REACHED, ""),
        (first, CallResult.ON_THE_WAY, ""),
        (first, CallResult.ARRIVED, ""),
    ]
    assert dialog.said.text().startswith("Đã ghi lúc ")
    assert dialog.said.text().endswith("Nguyễn Sửu, đã đến")
    dialog.rows.grow_older(clock.now())
    assert row(dialog, 0)[3] == f"đã đến · 1 phút trước\n{DUTY}"


def test_arrows_choose_and_digits_log(stage: Stage) -> None:
    dialog = called(stage)
    ids = [each.member.id for each in dialog.rows.people]

    key(dialog.table, Qt.Key.Key_Down)
    key(dialog.table, Qt.Key.Key_2)
    wait_for(lambda: len(results(stage)) == 1)
    wait_for(lambda: row(dialog, 1)[3].startswith("không nghe máy · vừa xong"))
    assert dialog.chosen.member.id == ids[1]  # the list was read again meanwhile
    key(dialog.table, Qt.Key.Key_Down)
    key(dialog.table, Qt.Key.Key_3)
    wait_for(lambda: len(results(stage)) == 2)

    assert [call[:2] for call in results(stage)] == [
        (ids[1], CallResult.NO_ANSWER),
        (ids[2], CallResult.ON_THE_WAY),
    ]


def test_a_note_goes_with_the_result_and_its_digits_stay_in_it(stage: Stage) -> None:
    dialog = called(stage)
    dialog.note.setFocus()
    write(dialog.note, "12 phút nữa tới")
    key(dialog.note, Qt.Key.Key_3, ALT)

    wait_for(lambda: len(results(stage)) == 1)
    assert results(stage)[0][1:] == (CallResult.ON_THE_WAY, "12 phút nữa tới")
    wait_for(lambda: dialog.note.text() == "" and dialog.table.hasFocus())
    assert row(dialog, 0)[3].endswith(f"{DUTY} · 12 phút nữa tới")
    dialog.note.setFocus()
    write(dialog.note, "tới rồi")
    key(dialog.note, Qt.Key.Key_Return)
    wait_for(lambda: len(results(stage)) == 2)
    assert results(stage)[1][1:] == (CallResult.ARRIVED, "tới rồi")


def test_a_key_that_is_held_logs_once(stage: Stage) -> None:
    dialog = called(stage)
    for _ in range(5):
        dialog.log(CallResult.REACHED)
    wait_for(lambda: bool(dialog.said.text()))

    assert len(results(stage)) == 1


def test_what_goes_wrong_is_said_and_the_next_try_counts(stage: Stage) -> None:
    dialog = called(stage)
    with stage.console._store.begin() as unit:
        unit.members.erase(dialog.rows.people[0].member.id)
    dialog.log(CallResult.REACHED)
    wait_for(lambda: bool(dialog.said.property("error")))

    assert "đã được người khác xoá" in dialog.said.text() or dialog.said.text()
    dialog.renew()
    wait_for(lambda: len(dialog.rows.people) == 3)
    dialog.log(CallResult.REACHED)
    wait_for(lambda: len(results(stage)) == 1)
    assert not dialog.said.property("error")


def test_the_number_is_copied(stage: Stage) -> None:
    dialog = called(stage)
    key(dialog.table, Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "0900000001"
    assert dialog.said.text() == "Đã chép số: 0900 000 001"


def test_a_cluster_of_the_list_is_asked_about(stage: Stage) -> None:
    come_in(stage, DUTY)
    stage.window.activateWindow()
    tree = stage.wall.tree.view
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0))
    wait_for(lambda: stage.wall.tree.chosen_cluster is not None)

    key(tree, Qt.Key.Key_F9)

    assert shown(stage).where.text().startswith("Cụm camera 001")


def test_the_devices_page_asks_about_its_chosen_camera(stage: Stage) -> None:
    come_in(stage, DUTY)
    stage.window.activateWindow()
    stage.window.show_page("devices")
    stage.devices.table.selectRow(7)

    key(stage.devices.table, Qt.Key.Key_F9)

    assert shown(stage).where.text() == "Cụm camera 002 · Tổ tự quản 002"


def test_without_a_camera_it_says_what_to_choose(stage: Stage) -> None:
    come_in(stage, CHIEF)
    stage.window.activateWindow()
    stage.window.show_page("audit")

    key(stage.window.pages.currentWidget(), Qt.Key.Key_F9)

    assert stage.window.notice.text.startswith("Hãy chọn một camera")
    assert dialogs(stage) == []


@pytest.mark.parametrize(
    ("who", "camera", "title", "helps"),
    [
        (DUTY, 7, "Tổ này chưa có tổ viên nào", False),
        (CHIEF, 7, "Tổ này chưa có tổ viên nào", True),
        (CHIEF, 40, "Cụm này chưa có tổ nào phụ trách", False),
    ],
)
def test_where_nobody_answers_it_says_who_can_mend_that(
    stage: Stage, who: str, camera: int, title: str, helps: bool
) -> None:
    dialog = called(stage, camera, who)
    wait_for(lambda: dialog._stack.currentIndex() == 1)

    assert dialog._nothing._title.text() == title
    assert "F7" in dialog._nothing._advice.text()
    assert dialog._mend.isVisible() is helps
    assert not any(button.isVisible() for button in dialog._buttons.values())
    if helps:
        dialog.findChild(QPushButton, "call-mend").click()
        page = stage.window.pages.page("members")
        assert isinstance(page, MembersPage)
        wait_for(page.isVisible)
        assert page.teams.currentText() == "Tổ tự quản 002"


def test_whoever_may_not_call_is_not_offered_to(stage: Stage) -> None:
    from tests.console.officers import BOSS, BOSS_WORD

    come_in(stage, BOSS, BOSS_WORD)
    stage.window.activateWindow()

    assert not stage.window.calling.action.isEnabled()
    assert stage.window.calling.ask(Matter(stage.cameras()[0].cluster_id)) is None


def test_a_locked_screen_hides_the_list_and_a_sign_out_closes_it(stage: Stage) -> None:
    called(stage)
    stage.window.guard.lock()
    wait_for(lambda: dialogs(stage) == [])
    assert not stage.window.calling.action.isEnabled()


def test_the_tiles_menu_has_it(stage: Stage) -> None:
    assert stage.window.calling.action in stage.wall.offered


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("0912345678", "0912 345 678"),
        ("02083855123", "0208 385 5123"),
        ("02438251234", "024 3825 1234"),
        ("+8562055551234", "+856 205 555 1234"),
        ("", "không có số"),
    ],
)
def test_numbers_are_read_in_groups(vietnamese: QTranslator, phone: str, words: str) -> None:
    assert phone_words(phone) == words


def test_ages_are_told_as_people_do(vietnamese: QTranslator, clock: FakeClock) -> None:
    now = clock.now()

    assert [
        ago_words(now - timedelta(minutes=minutes), now) for minutes in (-3, 0.9, 1, 59, 125, 5000)
    ] == [
        "vừa xong",
        "vừa xong",
        "1 phút trước",
        "59 phút trước",
        "2 giờ 5 phút trước",
        "3 ngày trước",
    ]
