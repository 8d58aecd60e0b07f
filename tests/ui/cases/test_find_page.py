"""The search page, by keyboard: typed, narrowed, opened, played, put into a case, saved."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from console.audit import Act
from console.finding import Counted
from db.case_records import IncidentState
from db.errors import StoreProblem
from db.find_records import FoundKind
from db.records import CameraId
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, write
from tests.ui.boxes import put
from tests.ui.cases.marked import keep_still, night
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Eye, Stage, wait_for
from ui.cases.find_dialogs import JoinDialog, SaveDialog
from ui.cases.find_page import FindPage
from ui.cases.find_words import title_words

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
D = TypeVar("D", bound=QDialog)
CAMERAS = [CameraId(number) for number in range(1, 41)]


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """Three officers, 40 cameras, a night of bookmarks and cases; the chief has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock, archive=archive_of(recorded(CAMERAS, clock.now(), 1)))
    come_in(made, CHIEF)
    shots = night(made.console, clock)
    red = QImage(640, 360, QImage.Format.Format_RGB32)
    red.fill(QColor("#c01010"))
    keep_still(made.console, shots[1], red)
    made.window.activateWindow()
    yield made
    made.close()


def brought(stage: Stage) -> FindPage:
    """Ctrl+K, whatever is in sight."""
    key(stage.window.pages.currentWidget(), Qt.Key.Key_K, CONTROL)
    page = stage.window.pages.page("find")
    assert isinstance(page, FindPage)
    wait_for(lambda: page.isVisible() and page.parts.box.hasFocus())
    return page


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def typed(page: FindPage, text: str) -> None:
    """Type it over what is there, and have the answer."""
    page.focus_box()
    write(page.parts.box, text)
    settled(page)


def settled(page: FindPage) -> None:
    wait_for(lambda: not page.searching.is_busy and not page.searching.is_counting)


def look_for(page: FindPage, text: str) -> None:
    """Have the rows of ``text``, whatever is still counted."""
    page.parts.box.setText(text)
    page.searching.ask(text, at_once=True)
    wait_for(lambda: not page.searching.is_busy)


def titles(page: FindPage) -> list[str]:
    rows = page.results.rows
    found = [rows.result(row) for row in range(rows.rowCount())]
    return [title_words(each)[:12] for each in found if each is not None]


def test_it_is_found_narrowed_opened_and_played_by_keys_alone(stage: Stage) -> None:
    stage.window.show_page("devices")
    page = brought(stage)
    settled(page)
    assert len(titles(page)) == 9

    typed(page, "cụm 2 xe")
    assert page.parts.chips.words() == ["Cụm 2", "xe"]
    assert page.parts.status.text() == "Tìm thấy: 4"
    kinds = [facet.value for facet in page.parts.facets._facets[:2]]
    assert set(kinds) == set(FoundKind)

    key(page.parts.box, Qt.Key.Key_F6)
    assert page.parts.facets.hasFocus()
    key(page.parts.facets, Qt.Key.Key_Return)
    settled(page)
    assert page.text.strip() in {"cụm 2 xe dấu mốc", "cụm 2 xe vụ việc"}
    key(page.parts.facets, Qt.Key.Key_Escape)
    assert page.parts.box.hasFocus()

    typed(page, "vụ việc mất xe")
    key(page.parts.box, Qt.Key.Key_Down)
    assert page.results.hasFocus()
    key(page.results, Qt.Key.Key_Return)
    wait_for(lambda: stage.window.pages.current == "incident")
    key(stage.window.pages.currentWidget(), Qt.Key.Key_Escape)
    wait_for(page.results.hasFocus)  # where one was

    typed(page, "biển 20b1 123.45")
    key(page.parts.box, Qt.Key.Key_Down)
    key(page.results, Qt.Key.Key_Space)
    wait_for(lambda: stage.window.pages.current == "review")
    assert list(stage.review.shown.cameras)[:2] == [7, 8]

    page = brought(stage)
    assert page.parts.box.selectedText() == "biển 20b1 123.45"
    key(page.parts.box, Qt.Key.Key_Escape)
    assert stage.window.pages.current == "review"


def test_rows_come_first_and_what_they_have_in_common_after(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = brought(stage)
    settled(page)
    eye, count, let = Eye(page.results.viewport()), stage.console.find.count, threading.Event()
    counted: list[tuple[str, bool]] = []

    def slow(text: str) -> Counted:
        counted.append((text, eye.painted))
        let.wait(20)
        return count(text)

    monkeypatch.setattr(stage.console.find, "count", slow)
    before = page.parts.facets._facets
    eye.painted = False
    look_for(page, "xe")
    wait_for(lambda: bool(counted))
    assert counted == [("xe", True)]
    assert 0 < len(titles(page)) < 9
    assert page.parts.facets._facets == before  # nothing moves until it is known

    look_for(page, "cụm 2 xe")  # while the other is still counted
    look_for(page, "cụm 2 dấu mốc")
    assert len(titles(page)) < 9
    assert page.parts.facets._facets == before
    let.set()
    settled(page)
    assert [text for text, _ in counted] == ["xe", "cụm 2 dấu mốc"]
    shown = page.parts.facets._facets
    assert tuple(shown) == stage.console.find.count("cụm 2 dấu mốc").facets


def test_what_was_understood_is_taken_away_and_nothing_found_says_what_to_try(
    stage: Stage,
) -> None:
    page = brought(stage)
    typed(page, "cam 99 zzz hôm qua")
    assert titles(page) == []
    assert page.parts.none.isVisible()
    assert page.parts.chips.words() == ["Camera 99: trạm này không có", "zzz", "Lúc hôm qua"]

    chip = page.parts.chips._chips[0][0]
    chip.setFocus()
    key(chip, Qt.Key.Key_Delete)
    settled(page)
    key(page.parts.chips._chips[0][0], Qt.Key.Key_Delete)
    settled(page)

    assert page.text == "hôm qua"
    assert titles(page)


def test_bookmarks_go_into_a_case_and_searches_are_kept(stage: Stage) -> None:
    page = brought(stage)
    typed(page, "dấu mốc thanh niên")
    key(page.parts.box, Qt.Key.Key_Down)
    key(page.results, Qt.Key.Key_Insert)
    join = dialog(stage, JoinDialog)
    wait_for(lambda: join.cases.count() == 3)
    write(join.box, "hung khi")
    assert join.cases.count() == 1
    join.keep()
    wait_for(lambda: page.results.chosen[0].incident_id == join.joined)
    wait_for(lambda: not any(e.isVisible() for e in stage.window.findChildren(JoinDialog)))
    stage.window.activateWindow()  # without a window system nobody does when a dialog goes
    wait_for(stage.window.isActiveWindow)
    page.results.setFocus()

    key(page.results, Qt.Key.Key_S, CONTROL)
    save = dialog(stage, SaveDialog)
    save.name.box.clear()
    write(save.name.box, "Thanh niên")
    save.keep()
    wait_for(lambda: [each.name for each in page._saved] == ["Thanh niên"])
    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)
    typed(page, "")
    page.parts.box.clear()
    settled(page)
    key(page.parts.box, Qt.Key.Key_F6)
    start = page.parts.start
    assert start.hasFocus()
    key(start, Qt.Key.Key_F2)
    save = dialog(stage, SaveDialog)
    put(save.name, "Tụ tập")
    save.keep()
    wait_for(lambda: [each.name for each in page._saved] == ["Tụ tập"])
    key(start, Qt.Key.Key_Return)
    settled(page)
    assert page.text == "dấu mốc thanh niên"

    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)
    page.parts.box.clear()
    start.take_focus()
    key(start, Qt.Key.Key_Delete)
    wait_for(lambda: not page._saved)
    key(start, Qt.Key.Key_Z, CONTROL)
    wait_for(lambda: [each.name for each in page._saved] == ["Tụ tập"])


def test_stills_come_behind_the_search_and_nobody_else_sees_what_was_found(stage: Stage) -> None:
    page = brought(stage)
    typed(page, "123.45")
    result = page.results.rows.result(0)
    assert result is not None
    assert result.still is not None
    page.results.grab()
    wait_for(lambda: not page.pictures.is_busy)
    picture = page.pictures.picture(result.still)
    assert picture is not None
    assert picture.toImage().pixelColor(20, 20).red() > 150
    assert picture.width() <= 224

    assert stage.window.guard is not None
    stage.window.guard.sign_out()
    wait_for(lambda: not page.isVisible())
    assert (titles(page), page.text, page.pictures._kept) == ([], "", {})
    come_in(stage, DUTY)
    page = brought(stage)
    settled(page)
    assert page._recent == []
    with stage.console._store.read() as unit:
        told = [each for each in unit.trail.entries() if each.act == Act.INCIDENT_PEOPLE_SEARCHED]
    assert len(told) == 1
    assert page.results.rows.result(0) is not None
    assert IncidentState.DRAFT in {facet.value for facet in page.parts.facets._facets}


def dialog(stage: Stage, kind: type[D]) -> D:
    """The one that is open."""
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


def test_what_was_found_stays_when_it_cannot_be_counted(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(text: str) -> Counted:
        raise StoreProblem(text)

    page = brought(stage)
    settled(page)
    with monkeypatch.context() as broken:
        broken.setattr(stage.console.find, "count", unreadable)
        typed(page, "xe")

        assert titles(page)
        assert page.results.isVisible()
        assert "không đếm được" in page.parts.status.text().lower()
        assert not stage.window.notice.isHidden()
        beside = page.parts.facets
        assert [beside.item(row).text().strip() for row in range(beside.count())][1:] == [
            "Chưa đếm được; F5 thử lại"
        ]

    key(page, Qt.Key.Key_F5)
    settled(page)

    assert page.parts.status.text() == f"Tìm thấy: {len(titles(page))}"
    assert page.parts.facets.count() > 2
