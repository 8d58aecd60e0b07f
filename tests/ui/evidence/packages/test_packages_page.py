"""The packages' page before a real station: the queue, the list, the chosen one, its custody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from console.events import ExportMoved, MakingStep
from console.evidence.rules import Cause
from db.evidence_records import CustodyKind, PackageOutcome
from db.records import Role
from tests.ui.evidence.packages.seat import GATE, MARKET, PackageSeat
from tests.ui.people.booth import key
from tests.ui.stage import wait_for
from ui.access.consequence import Consequence
from ui.evidence.custody_dialogs import CustodyDialog
from ui.evidence.packages_page import PackagesPage
from ui.theme import THEMES, ThemeName

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(seat: PackageSeat) -> PackagesPage:
    page = PackagesPage(seat.desk, seat.console, THEMES[ThemeName.NIGHT])
    page.failed.connect(seat.said.append)
    page.set_ward(seat.ward)
    page.set_rights(seat.may)
    page.resize(1258, 690)
    seat.show(page)
    page.take_focus()
    seat.settle()
    return page


def states(page: PackagesPage) -> list[str]:
    table = page.queue.rows
    return [table.data(table.index(row, 3)) for row in range(table.count())]


def dialog_of(page: PackagesPage, kind: type[QDialog]) -> QDialog:
    wait_for(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_an_empty_page_says_how_a_package_comes_about(page: PackagesPage) -> None:
    assert page._empty._title.text() == "Chưa lập gói nào"
    assert "Alt+1" in page._empty._advice.text()
    assert page.queue.title.text() == "Không có gói nào đang xuất"
    assert page.queue.table.isHidden()
    assert not page.acts.button("package-verify").isEnabled()


def test_how_far_it_is_stands_in_words_and_what_waits_has_its_place(
    seat: PackageSeat, page: PackagesPage
) -> None:
    for _ in range(3):
        seat.queued()
    begun = seat.console.evidence.queue.begin_next()
    assert begun is not None
    wait_for(lambda: states(page) == ["Đang lập", "đang chờ, số 1", "đang chờ, số 2"])

    seat.bridge.post(
        ExportMoved(package_id=begun.id, step=MakingStep.VIEWING, done=43, total=100, left_s=170.0)
    )

    wait_for(lambda: states(page)[0] == "43 % · làm bản xem · còn khoảng 3 phút")
    assert page.queue.rows.share(0) == 43
    assert page.queue.rows.share(1) is None


def test_what_waits_is_put_earlier_and_later_by_keys(seat: PackageSeat, page: PackagesPage) -> None:
    first, second, third = seat.queued(), seat.queued(), seat.queued()
    wait_for(lambda: page.queue.rows.waiting == [first.id, second.id, third.id])
    page.queue.table.setFocus()
    page.queue.table.selectRow(2)

    key(page.queue.table, Qt.Key.Key_Up, ALT)
    wait_for(lambda: page.queue.rows.waiting == [first.id, third.id, second.id])
    assert page.queue.chosen is not None
    assert page.queue.chosen.id == third.id
    key(page.queue.table, Qt.Key.Key_Down, ALT)
    wait_for(lambda: page.queue.rows.waiting == [first.id, second.id, third.id])
    assert not page.queue._buttons["package-later"].isEnabled()


def test_what_waits_is_cancelled_at_once_and_what_is_made_is_asked_about(
    seat: PackageSeat, page: PackagesPage
) -> None:
    making, waiting = seat.queued(), seat.queued()
    seat.console.evidence.queue.begin_next()
    wait_for(lambda: page.queue.rows.count() == 2 and page.queue.rows.share(0) is not None)
    page.queue.table.setFocus()
    page.queue.table.selectRow(1)
    key(page.queue.table, Qt.Key.Key_Delete)
    wait_for(lambda: page.queue.rows.count() == 1)

    key(page.queue.table, Qt.Key.Key_Delete)
    dialog = dialog_of(page, Consequence)
    assert seat.console.evidence.packages.package(making.id).outcome is PackageOutcome.MAKING
    dialog.accept()

    wait_for(lambda: page.queue.rows.count() == 0)
    page.narrow("package-unmade")
    assert {each.id for each in page.rows.packages} == {making.id, waiting.id}


def test_what_failed_says_why_and_is_tried_again_with_one_key(
    seat: PackageSeat, page: PackagesPage
) -> None:
    seat.queued()
    begun = seat.console.evidence.queue.begin_next()
    assert begun is not None
    seat.console.evidence.queue.failed(begun, Cause.INTERRUPTED)
    wait_for(lambda: states(page) != [])
    assert states(page)[0].startswith("Chương trình bị tắt khi đang lập gói.")

    page.queue.table.setFocus()
    key(page.queue.table, Qt.Key.Key_R)

    wait_for(lambda: states(page) == ["đang chờ, số 1"])


def test_what_was_cancelled_days_ago_is_tried_again_from_the_list(
    seat: PackageSeat, page: PackagesPage
) -> None:
    package = seat.queued()
    seat.console.evidence.queue.cancel(package.id)
    wait_for(lambda: len(page.rows.packages) == 1)
    key(page, Qt.Key.Key_2)
    page.table.setFocus()

    key(page.table, Qt.Key.Key_R)

    wait_for(lambda: states(page) == ["đang chờ, số 1"])


def test_the_chosen_one_tells_what_it_holds_lacks_and_where_it_lies(
    seat: PackageSeat, page: PackagesPage
) -> None:
    package = seat.made(gaps=2)
    wait_for(lambda: page.chosen is not None and bool(page.card.rows.lines))

    facts = page.card.facts.text()
    assert "Phiếu TX-2026-0001" in facts
    assert "01 " in facts
    assert f"Nằm ở: {seat.target}" in facts
    assert "Số niêm phong: NP 0012" in facts
    missing = page.card.missing.text().splitlines()
    assert len(missing) == 2
    assert missing[0].endswith("đường truyền bị đứt") or "(30 giây)" in missing[0]
    groups = page.card.hashes.text()
    assert groups.count("bbbb") == 16
    (line,) = page.card.rows.lines
    assert line.line.kind is CustodyKind.MADE
    assert page.rows.words(package)[4] == "Đã lập, thiếu 2 đoạn"


def test_what_its_viewing_copies_alone_lack_is_told_apart(
    seat: PackageSeat, page: PackagesPage
) -> None:
    package = seat.made(gaps=1, unseen=1)
    wait_for(lambda: page.chosen is not None and bool(page.card.rows.lines))

    both, viewing = page.card.missing.text().splitlines()
    assert "riêng bản xem: thiếu" in viewing
    assert "bản xem" not in both
    assert page.rows.words(package)[4] == "Đã lập, thiếu 2 đoạn"


def test_a_package_is_handed_over_and_the_line_names_to_whom(
    seat: PackageSeat, page: PackagesPage
) -> None:
    package = seat.made()
    wait_for(lambda: bool(page.card.rows.lines))
    page.acts.ask_custody(CustodyKind.RETURNED)
    dialog = dialog_of(page, CustodyDialog)
    assert isinstance(dialog, CustodyDialog)
    dialog.keep()
    assert dialog.to_whom.error
    box = dialog.to_whom.box
    assert isinstance(box, QLineEdit)
    box.setText("Đại úy Nông Thị Thúy")
    dialog.keep()

    wait_for(lambda: len(page.card.rows.lines) == 2)
    words = page.card.rows.words(page.card.rows.lines[1])
    assert words[1:] == (
        "Nhận lại\nLê Minh Đức",
        "Đại úy Nông Thị Thúy · SanDisk 4C53",
    )
    assert [each.line.kind for each in seat.console.evidence.custody.of(package.id)] == [
        CustodyKind.MADE,
        CustodyKind.RETURNED,
    ]


def test_the_chief_alone_erases_people_and_the_line_stays(
    seat: PackageSeat, page: PackagesPage
) -> None:
    package = seat.made()
    seat.console.evidence.custody.add(package.id, CustodyKind.HANDED, to_whom="Nông Thị Thúy")
    wait_for(lambda: len(page.card.rows.lines) == 2)
    assert page.acts.button("package-erase").isHidden()
    seat.sit_down(Role.CHIEF)
    page.set_rights(seat.may)
    page.card.table.selectRow(1)
    assert page.acts.button("package-erase").isEnabled()

    page.acts.ask_erase()
    dialog_of(page, Consequence).accept()

    wait_for(lambda: page.card.rows.lines[1].line.erased)
    assert page.card.rows.words(page.card.rows.lines[1])[2] == "đã xoá tên người"


def test_packages_are_found_by_camera_without_diacritics(
    seat: PackageSeat, page: PackagesPage
) -> None:
    seat.made(seat.approved(GATE))
    other = seat.made(seat.approved(MARKET))
    wait_for(lambda: page.rows.count() == 2)
    camera = seat.ward.camera(MARKET)
    assert camera is not None

    page.search.setText(f"{camera.number:02} {camera.name}")

    wait_for(lambda: page.rows.count() == 1)
    assert page.chosen is not None
    assert page.chosen.id == other.id
    page.search.setText("không có")
    assert page._empty._title.text() == "Không có gói nào khớp"
    assert page.back()
    assert page.rows.count() == 2


def test_all_that_is_known_is_copied_as_text(seat: PackageSeat, page: PackagesPage) -> None:
    package = seat.made()
    assert package.made is not None
    wait_for(lambda: bool(page.card.rows.lines))

    key(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    text = QApplication.clipboard().text()
    assert package.made.folder in text
    assert "Đã lập" in text


def test_nobody_else_sees_any_of_it(seat: PackageSeat, page: PackagesPage) -> None:
    seat.made()
    wait_for(lambda: page.rows.count() == 1)

    seat.sit_down(Role.DUTY)
    page.set_rights(seat.may)

    assert page.rows.count() == 0
    assert page.chosen is None
    page.renew()
    seat.settle()
    assert page.rows.count() == 0
    assert seat.said == []
