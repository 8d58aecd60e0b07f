"""The members' page, over a real station: added, changed, retired, erased, found; teams given."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from db.case_records import Member, MemberRole
from db.records import Role
from tests.ui.access.people import press, write
from tests.ui.people.booth import Booth, key
from tests.ui.stage import wait_for
from ui.access.consequence import Consequence
from ui.people.dialogs import MemberDialog, TeamDialog
from ui.people.members_page import MembersPage
from ui.people.members_table import MEMBER_ROLE, MemberColumn
from ui.theme import THEMES, ThemeName

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_for(booth: Booth, role: Role) -> MembersPage:
    """The page, with an officer of a role before it."""
    booth.sit_down(role)
    page = MembersPage(booth.desk, booth.console, THEMES[ThemeName.NIGHT])
    page.set_ward(booth.ward)
    page.set_rights(booth.may)
    page.resize(1294, 728)  # what the window leaves it at 1366 x 768
    booth.show(page)
    wait_for(lambda: len(page.rows.members) == 4)
    page.take_focus()
    return page


def listed(page: MembersPage) -> list[Member]:
    found = page.rows
    return [found.index(row, 0).data(MEMBER_ROLE) for row in range(found.rowCount())]


def names(page: MembersPage) -> list[str]:
    return [each.name for each in listed(page)]


def shown(page: MembersPage, kind: type[W]) -> W:
    wait_for(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def fill(dialog: QWidget, **texts: str) -> None:
    for name, text in texts.items():
        box = dialog.findChild(QLineEdit, f"box-{name}")
        box.clear()
        write(box, text)


def test_members_are_listed_by_team_and_rank(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)

    assert names(page) == ["Nguyễn Sửu", "Vũ Bằng", "Lê Văn Cò", "Trần Thị Đào"]
    assert page.count.text() == "4 tổ viên · 1 cụm chưa có tổ"
    page.table.sortByColumn(MemberColumn.NAME, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Vũ Bằng", "Lê Văn Cò", "Trần Thị Đào", "Nguyễn Sửu"]
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()


def test_the_longest_name_is_read_whole(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    first = listed(page)[0]
    name = "Công Tằng Tôn Nữ Hoàng Thị Quỳnh Nga Phương Thảo Nguyên Hạ Vũ Trâm Anh Khánh Lyy"
    booth.console.members.change(
        first.id, team_id=first.team_id, name=name, role=first.role, phone="02083855123"
    )
    wait_for(lambda: name in names(page))

    table = page.table
    for column in MemberColumn:
        assert table.sizeHintForColumn(column) <= table.columnWidth(column), column
        assert table.horizontalHeader().sectionSizeHint(column) <= table.columnWidth(column), column
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_member_is_added_by_keyboard(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)

    key(page.table, Qt.Key.Key_Insert)
    dialog = shown(page, MemberDialog)
    fill(dialog, name="Nông Thị Mừng", phone="+84 900.000.009")
    press(dialog.phone.box, Qt.Key.Key_Return)

    wait_for(lambda: len(listed(page)) == 5)
    (new,) = [each for each in listed(page) if each.name == "Nông Thị Mừng"]
    assert (new.phone, new.role, new.team_id) == (
        "0900000009",
        MemberRole.MEMBER,
        listed(page)[0].team_id,
    )


def test_what_is_wrong_is_said_beside_its_field(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    page.ask_new()
    dialog = shown(page, MemberDialog)

    fill(dialog, name="", phone="0912 345")
    dialog.keep()
    assert dialog.name.error
    assert dialog.phone.error.startswith("Số này không gọi được")
    dialog.reject()

    assert len(booth.console.members.list()) == 4


def test_a_member_is_changed(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    page.table.selectRow(3)

    key(page.table, Qt.Key.Key_F2)
    dialog = shown(page, MemberDialog)
    assert dialog.phone.text == "0900 000 003"
    fill(dialog, name="Trần Thị Đào Hai", phone="")
    dialog.keep()

    wait_for(lambda: "Trần Thị Đào Hai" in names(page))
    assert page.chosen.name == "Trần Thị Đào Hai"
    assert page.chosen.phone == ""


def test_a_member_retires_and_comes_back_with_one_key(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    page.table.selectRow(1)

    key(page.table, Qt.Key.Key_D, CONTROL)
    wait_for(lambda: page.chosen is not None and page.chosen.retired)
    assert page.chosen.name == "Vũ Bằng"
    assert page._buttons["member-retire"].text() == "Nhận lại"
    key(page.table, Qt.Key.Key_D, CONTROL)

    wait_for(lambda: page.chosen is not None and not page.chosen.retired)


def test_erasing_says_what_follows_and_leaves_no_name(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    page.table.selectRow(0)

    key(page.table, Qt.Key.Key_Delete)
    asked = shown(page, Consequence)
    go = asked.findChild(QPushButton, "consequence-go")
    assert go.text() == "Xoá hẳn Nguyễn Sửu"
    go.click()

    wait_for(lambda: names(page) == ["Vũ Bằng", "Lê Văn Cò", "Trần Thị Đào"])


def test_members_are_found_without_diacritics_and_by_number(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    key(page.table, Qt.Key.Key_F, CONTROL)
    wait_for(page.search.hasFocus)

    for text, found in (
        ("dao", ["Trần Thị Đào"]),
        ("to pho", ["Vũ Bằng"]),
        ("0900000001", ["Nguyễn Sửu"]),
        ("0900 000 003", ["Trần Thị Đào"]),
    ):
        page.search.clear()
        write(page.search, text)
        assert names(page) == found, text
    page.search.clear()
    write(page.search, "khong co ai")
    assert page._nothing._title.text() == "Không có tổ viên nào khớp"
    assert page.count.text().startswith("0 trong 4 tổ viên")
    assert page.back()
    assert len(listed(page)) == 4
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    assert page.back()
    assert left == [True]


def test_one_team_is_shown_alone(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    teams = booth.console.fleet.view().teams
    page.show_team(teams[1].id)

    assert page._nothing._title.text() == "Tổ này chưa có tổ viên nào"
    page.ask_new()
    dialog = shown(page, MemberDialog)
    assert dialog.team.text == teams[1].name
    dialog.reject()
    page.show_team(teams[0].id)
    assert len(listed(page)) == 4


def test_a_duty_officer_reads_and_is_offered_nothing_else(booth: Booth) -> None:
    page = page_for(booth, Role.DUTY)

    assert [name for name, button in page._buttons.items() if button.isVisible()] == [
        "member-leave"
    ]
    key(page.table, Qt.Key.Key_Delete)
    key(page.table, Qt.Key.Key_Insert)
    assert page.findChildren(Consequence) + page.findChildren(MemberDialog) == []


def test_the_administrator_gives_a_cluster_a_new_team(booth: Booth) -> None:
    page = page_for(booth, Role.ADMINISTRATOR)

    key(page.table, Qt.Key.Key_F8)
    dialog = shown(page, TeamDialog)
    assert dialog.cluster.text == "Cụm camera 008 (chưa có tổ)"
    dialog.choose_team(None)
    fill(dialog, team="Tổ tự quản 001")
    dialog.keep()
    wait_for(lambda: bool(dialog.team.error))  # the name is in use
    fill(dialog, team="Tổ tự quản 099")
    dialog.keep()

    def answers() -> bool:
        view = booth.console.fleet.view()
        names = {team.id: team.name for team in view.teams}
        return names.get(view.clusters[-1].team_id) == "Tổ tự quản 099"

    wait_for(answers)
    page.set_ward(booth.ward)
    assert page.count.text() == "4 tổ viên"


def test_nothing_of_it_is_left_for_whoever_comes_next(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    page.show_team(booth.ward.teams[1].id)
    page.forget()

    assert names(page) == []
    assert page.team_id is None
    page.renew()
    wait_for(lambda: len(page.rows.members) == 4)
    page.set_rights(lambda _: False)
    assert names(page) == []


def test_hundreds_of_members_are_listed(booth: Booth) -> None:
    page = page_for(booth, Role.CHIEF)
    with booth.console._store.begin() as unit:
        teams = unit.fleet.teams()
        for number in range(600):
            unit.members.add(
                team_id=teams[number % len(teams)].id,
                name=f"{'Nguyễn Phúc ' * 6}{number}"[:80],
                role=MemberRole.MEMBER,
                phone=f"0900{number:06}",
            )

    wait_for(lambda: page.rows.rowCount() == 604)
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()
