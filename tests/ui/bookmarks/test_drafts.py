"""Describing by keys alone: a digit, a code, Enter; the panel keeps what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from db.case_records import Bookmark, BookmarkId, CategoryId
from db.records import Role, Topic
from tests import duty
from tests.city_lists import sit_down
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.drafts import DraftsPanel

RETURN, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or stage.window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def write(stage: Stage, text: str) -> None:
    target = QApplication.focusWidget() or stage.window
    for sign in text:  # QTest types Latin letters alone
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(target, event)


def panel(stage: Stage) -> DraftsPanel:
    assert stage.window.moments is not None
    return stage.window.moments.panel


def mark(stage: Stage, place: int) -> Bookmark:
    stage.wall.choose(stage.shown[place])
    before = len(stage.console.bookmarks.newest())
    press(stage, Qt.Key.Key_B)
    wait_for(lambda: len(stage.console.bookmarks.newest()) == before + 1)
    stage.clock.pass_(seconds=30)
    return stage.console.bookmarks.newest()[0]


def now(stage: Stage, bookmark_id: BookmarkId) -> Bookmark:
    return stage.console.bookmarks.bookmark(bookmark_id)


def ready(stage: Stage) -> None:
    """Categories and phrases are there."""
    describing = panel(stage).describing
    wait_for(lambda: describing.categories.count() == 8)
    wait_for(lambda: describing.note._bank is not None)


@pytest.fixture(autouse=True)
def on_the_wall(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.wall.canvas.setFocus()
    wait_for(stage.wall.canvas.hasFocus)


def test_a_digit_a_code_and_enter_describe_a_moment(stage: Stage) -> None:
    first, second = mark(stage, 0), mark(stage, 1)
    describing = panel(stage).describing

    press(stage, Qt.Key.Key_D)
    wait_for(lambda: describing.bookmark_id == second.id)
    ready(stage)
    wait_for(describing.categories.hasFocus)
    press(stage, Qt.Key.Key_3)
    assert describing.note.edit.hasFocus()
    write(stage, "vc bt")
    press(stage, RETURN)  # the code becomes its sentence
    assert describing.note.text == "Va chạm giao thông, có người bị thương; đã gọi 115."
    press(stage, RETURN)

    wait_for(lambda: not now(stage, second.id).is_draft)
    done = now(stage, second.id)
    assert (done.category_id, done.note) == (CategoryId(3), describing_text())
    wait_for(lambda: describing.bookmark_id == first.id)  # the next one
    assert describing.note.text == ""
    assert describing.categories.hasFocus()


def describing_text() -> str:
    return "Va chạm giao thông, có người bị thương; đã gọi 115."


@pytest.mark.parametrize("drafts", [1, 2])
def test_a_list_that_is_read_before_the_save_is_heard_of_makes_no_difference(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, drafts: int
) -> None:
    for place in range(drafts):
        mark(stage, place)
    bookmarks, its = stage.console.bookmarks, panel(stage)
    really, read_anew = bookmarks.describe, Event()

    def slow(*words: Any) -> Bookmark:
        made = really(*words)
        assert read_anew.wait(20)
        return made

    press(stage, Qt.Key.Key_D)
    ready(stage)
    wait_for(its.describing.categories.hasFocus)
    monkeypatch.setattr(bookmarks, "describe", slow)
    write(stage, "ma")
    press(stage, RETURN)
    write(stage, "hai nguoi")
    press(stage, RETURN)
    wait_for(lambda: its.list.count() == drafts - 1)
    read_anew.set()

    target = its.describing.categories if drafts > 1 else stage.wall.canvas
    wait_for(target.hasFocus)
    assert its.isHidden() == (drafts == 1)


def test_what_is_half_described_and_put_into_a_case_is_saved_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mark(stage, 0)
    bookmarks, its = stage.console.bookmarks, panel(stage)
    saved = Mock(wraps=bookmarks.describe)
    press(stage, Qt.Key.Key_D)
    ready(stage)
    wait_for(its.describing.categories.hasFocus)
    monkeypatch.setattr(bookmarks, "describe", saved)
    press(stage, Qt.Key.Key_3)

    its.findChild(QToolButton, "button-drafts-case").click()
    wait_for(lambda: now(stage, made.id).category_id == CategoryId(3))
    wait_for(lambda: its.describing.typed is None)
    its.end()

    assert saved.call_count == 1


def test_the_newest_is_described_even_if_an_older_one_is_heard_of_first(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = mark(stage, 0), mark(stage, 1)
    bookmarks, its = stage.console.bookmarks, panel(stage)
    really, go_on = bookmarks.drafts, Event()

    def slow() -> Sequence[Bookmark]:
        assert go_on.wait(20)
        return really()

    wait_for(lambda: len(its._drafts) == 2)
    its._drafts = {}  # as if both keys were not answered yet
    monkeypatch.setattr(bookmarks, "drafts", slow)
    press(stage, Qt.Key.Key_D)
    its.take(older, {})
    its.take(newer, {})
    go_on.set()

    wait_for(its.describing.categories.hasFocus)
    assert its.describing.bookmark_id == newer.id


def test_the_last_one_described_gives_the_wall_back(stage: Stage) -> None:
    made = mark(stage, 0)
    press(stage, Qt.Key.Key_D)
    ready(stage)
    wait_for(panel(stage).describing.categories.hasFocus)
    write(stage, "ma")  # Ma tuý, by its letters
    press(stage, RETURN)
    write(stage, "hai nguoi")
    press(stage, RETURN)

    wait_for(panel(stage).isHidden)
    assert stage.wall.canvas.hasFocus()
    assert now(stage, made.id).category_id == CategoryId(5)


def test_shift_b_writes_first_and_the_digit_saves(stage: Stage) -> None:
    stage.wall.choose(stage.shown[0])
    press(stage, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    describing = panel(stage).describing
    wait_for(describing.note.edit.hasFocus)
    ready(stage)
    write(stage, "Ông say")
    press(stage, RETURN)

    wait_for(describing.categories.hasFocus)
    (made,) = stage.console.bookmarks.drafts()
    assert made.note == "Ông say"
    press(stage, Qt.Key.Key_2)

    wait_for(lambda: stage.console.bookmarks.drafts() == [])
    assert now(stage, made.id).category_id == CategoryId(2)


def test_tab_takes_what_is_offered_and_arrows_choose(stage: Stage) -> None:
    mark(stage, 0)
    note = panel(stage).describing.note
    press(stage, Qt.Key.Key_D)
    ready(stage)
    note.edit.setFocus()
    write(stage, "02h dn")
    assert note.offers.item(0).text().startswith("dn  →  Đánh nhau")
    press(stage, DOWN)
    press(stage, DOWN)
    press(stage, RETURN)
    assert note.text == "02h Đánh nhau, có người cầm hung khí; đã báo tổ tuần tra."
    note.set_text("")
    write(stage, "cum camera 001")
    press(stage, TAB)
    assert note.text == "Cụm camera 001"
    assert note.edit.hasFocus()


def test_what_is_typed_survives_another_bookmark(stage: Stage) -> None:
    mark(stage, 0)
    describing = panel(stage).describing
    press(stage, Qt.Key.Key_D)
    ready(stage)
    describing.note.edit.setFocus()
    write(stage, "đang viết")
    was = describing.bookmark_id

    made = stage.console.bookmarks.mark([stage.shown[4]], stage.clock.now())
    wait_for(lambda: panel(stage).list.count() == 2)

    assert made.id != describing.bookmark_id == was
    assert describing.note.text == "đang viết"


def test_esc_gives_the_wall_back_and_what_was_typed_stays_with_its_draft(stage: Stage) -> None:
    made = mark(stage, 0)
    press(stage, Qt.Key.Key_D)
    ready(stage)
    panel(stage).describing.note.edit.setFocus()
    write(stage, "xe đỏ")
    press(stage, Qt.Key.Key_Escape)

    assert panel(stage).isHidden()
    assert stage.wall.canvas.hasFocus()
    wait_for(lambda: now(stage, made.id).note == "xe đỏ")
    assert [each.id for each in stage.console.bookmarks.drafts()] == [made.id]


def test_what_was_typed_of_one_is_kept_when_another_is_chosen(stage: Stage) -> None:
    first, second = mark(stage, 0), mark(stage, 1)
    describing = panel(stage).describing
    press(stage, Qt.Key.Key_D)
    ready(stage)
    wait_for(lambda: describing.bookmark_id == second.id)
    describing.note.edit.setFocus()
    write(stage, "một nửa")

    panel(stage).list.setCurrentRow(1)

    assert (describing.bookmark_id, describing.note.text) == (first.id, "")
    wait_for(lambda: now(stage, second.id).note == "một nửa")


def test_a_screen_that_is_locked_meanwhile_loses_nothing_that_was_typed(stage: Stage) -> None:
    made, newer = mark(stage, 0), mark(stage, 1)
    describing = panel(stage).describing
    press(stage, Qt.Key.Key_D)
    ready(stage)
    wait_for(lambda: describing.bookmark_id == newer.id)
    panel(stage).list.setCurrentRow(1)
    describing.categories.choose(CategoryId(3))
    describing.note.edit.setFocus()
    write(stage, "xe đỏ")

    panel(stage).let(allowed=False)
    assert (describing.bookmark_id, describing.note.text) == (None, "")
    panel(stage).let(allowed=True)
    panel(stage).begin()

    wait_for(lambda: describing.bookmark_id == made.id)
    assert (describing.categories.chosen, describing.note.text) == (CategoryId(3), "xe đỏ")


def test_nothing_at_all_is_not_saved(stage: Stage) -> None:
    mark(stage, 0)
    describing = panel(stage).describing
    press(stage, Qt.Key.Key_D)
    ready(stage)
    describing.note.edit.setFocus()
    press(stage, RETURN)

    assert describing._said.text() == "Hãy chọn loại vụ việc hoặc viết một dòng trước."
    assert stage.console.bookmarks.drafts()[0].category_id is None


def test_an_empty_panel_says_how_to_begin(stage: Stage) -> None:
    press(stage, Qt.Key.Key_D)
    wait_for(panel(stage).isVisible)

    assert panel(stage)._title.text() == "Cần mô tả: 0"
    assert panel(stage)._empty.isVisible()
    assert not panel(stage).describing.isVisible()


def test_more_drafts_than_are_read_are_not_told_as_if_they_were_all(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("console.bookmarks", "ui.bookmarks.hook", "ui.bookmarks.words"):
        monkeypatch.setattr(f"{module}.MOST_DRAFTS", 2)
    mark(stage, 0)
    mark(stage, 1)
    press(stage, Qt.Key.Key_D)
    wait_for(lambda: panel(stage)._title.text() == "Cần mô tả: 2")

    assert stage.window.moments is not None
    stage.window.moments.leave()
    stage.wall.canvas.setFocus()
    for place in (2, 3):
        mark(stage, place)
    panel(stage)._reader.start()
    wait_for(lambda: panel(stage)._title.text() == "Cần mô tả: hơn 2")

    button = stage.window.moments._buttons["drafts"]
    assert button.text() == "2+"
    assert button.accessibleName().endswith(": hơn 2")


def test_a_locked_screen_shows_no_drafts(stage: Stage) -> None:
    mark(stage, 0)
    press(stage, Qt.Key.Key_D)
    ready(stage)

    stage.wall.set_rights(lambda _: False)

    assert panel(stage).isHidden()
    assert panel(stage).list.count() == 0
    assert panel(stage).describing.note._bank is None


def test_a_chief_reads_whose_draft_it_is_unless_it_is_his_own(stage: Stage) -> None:
    mark(stage, 0)
    now = stage.clock.now()
    with stage.console._store.begin() as unit:
        chief, officer = (
            unit.officers.add(
                name=name,
                role=role,
                teams=(),
                password_hash="$none$",
                one_time_until=None,
                created_at=now,
            )
            for name, role in (("Trần Thị Ngọc", Role.CHIEF), ("Lường Văn Sơn", Role.DUTY))
        )
    sit_down(stage.console, chief)

    with stage.console._store.begin() as unit:
        for maker in (chief, officer):
            duty.bookmark(unit, now, made_by=maker.id)
    wait_for(lambda: not panel(stage)._allowed)  # the window locks itself: there are officers now
    panel(stage).let(allowed=True)
    stage.console._store.announce(Topic.BOOKMARKS)

    drafts = panel(stage).list
    wait_for(lambda: drafts.count() == 3)
    thirds = [drafts.item(row).text().splitlines()[2:] for row in range(3)]
    assert sorted(thirds) == [[], [], ["Lường Văn Sơn"]]
