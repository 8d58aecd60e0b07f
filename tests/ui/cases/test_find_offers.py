"""Cameras, clusters and teams are offered by name under the box, by keyboard, waiting for none."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest

from console.find_suggestions import Suggestion
from db.errors import StoreProblem
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, come_in, write
from tests.ui.cases.desk import key
from tests.ui.cases.marked import night
from tests.ui.stage import Stage, wait_for
from ui.cases.find_page import FindPage


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """A night of bookmarks and cases; a camera and a team have names without a number."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock)
    come_in(made, CHIEF)
    night(made.console, clock)
    with made.console._store.begin() as unit:
        camera = unit.fleet.camera_numbered(7)
        assert camera is not None
        unit.fleet.change_camera(
            camera.id, number=7, name="Sân đình làng Đông", cluster_id=camera.cluster_id
        )
        team_id = unit.fleet.cluster(camera.cluster_id).team_id
        assert team_id is not None
        unit.fleet.rename_team(team_id, "Đoàn Kết")
    made.window.activateWindow()
    made.window.cases.find()
    wait_for(lambda: page(made).isVisible() and page(made).parts.box.hasFocus())
    yield made
    made.close()


def page(stage: Stage) -> FindPage:
    found = stage.window.pages.page("find")
    assert isinstance(found, FindPage)
    return found


def typed(stage: Stage, text: str) -> None:
    """Type it after what is there, and have the answers."""
    write(page(stage).parts.box, text)
    settled(stage)


def settled(stage: Stage) -> None:
    its = page(stage)
    wait_for(lambda: not its.parts.offers.is_busy and not its.searching.is_busy)


def lines(stage: Stage) -> list[str]:
    """What is offered, without the line about the keys."""
    offers = page(stage).parts.offers
    if not offers.isVisible():
        return []
    return [offers.item(row).text() for row in range(offers.count() - 1)]


def test_a_camera_is_found_by_its_name_and_taken_by_keys(stage: Stage) -> None:
    box, offers = page(stage).parts.box, page(stage).parts.offers
    typed(stage, "xe lang don")
    assert lines(stage) == ["Camera 07 · Sân đình làng Đông"]
    assert offers.geometry().top() > box.geometry().bottom()
    assert box.hasFocus()  # one goes on typing

    key(box, Qt.Key.Key_Down)
    assert offers.hasFocus()
    key(offers, Qt.Key.Key_Return)
    settled(stage)

    assert (box.text(), box.hasFocus(), offers.isVisible()) == ("xe cam 07 ", True, False)
    assert page(stage).parts.chips.words() == ["xe", "Camera 7"]
    rows = page(stage).results.rows
    found = [rows.result(row) for row in range(rows.rowCount())]
    assert found
    assert all(each is not None and 7 in each.cameras for each in found)


def test_a_team_that_has_no_number_is_searched_by_its_name(stage: Stage) -> None:
    box = page(stage).parts.box
    typed(stage, "doan ket")
    assert lines(stage) == ["Tổ · Đoàn Kết"]
    key(box, Qt.Key.Key_Down)
    key(page(stage).parts.offers, Qt.Key.Key_Return)
    settled(stage)

    assert box.text() == "tổ Đoàn Kết "
    assert page(stage).parts.chips.words() == ["Tổ Đoàn Kết"]
    assert page(stage).results.rows.rowCount()


def test_esc_closes_it_and_other_keys_go_on_in_the_box(stage: Stage) -> None:
    box, offers = page(stage).parts.box, page(stage).parts.offers
    typed(stage, "san din")
    key(box, Qt.Key.Key_Down)
    key(offers, Qt.Key.Key_Escape)
    assert (offers.isVisible(), box.hasFocus(), box.text()) == (False, True, "san din")

    typed(stage, "h")
    assert lines(stage)
    key(box, Qt.Key.Key_Down)
    key(offers, Qt.Key.Key_Up)
    assert box.hasFocus()
    assert offers.isVisible()
    key(box, Qt.Key.Key_Down)
    QTest.keyClicks(offers, " x")
    assert box.hasFocus()
    settled(stage)
    assert (box.text(), lines(stage)) == ("san dinh x", [])

    key(box, Qt.Key.Key_Backspace)
    key(box, Qt.Key.Key_Backspace)
    settled(stage)
    assert lines(stage)
    key(box, Qt.Key.Key_Tab)
    assert not offers.isVisible()
    box.setFocus()
    key(box, Qt.Key.Key_Escape)  # nothing is open: Esc is the page's again
    assert not offers.isVisible()


def test_enter_and_down_go_to_the_results_as_ever_when_nothing_is_taken(stage: Stage) -> None:
    box, offers = page(stage).parts.box, page(stage).parts.offers
    typed(stage, "xe")
    assert lines(stage) == []
    key(box, Qt.Key.Key_Down)
    assert page(stage).results.hasFocus()

    box.setFocus()
    box.clear()
    typed(stage, "cong cho")
    assert lines(stage)
    key(box, Qt.Key.Key_Return)
    assert not offers.isVisible()
    assert box.text() == "cong cho"


def test_a_click_takes_a_line(stage: Stage) -> None:
    offers = page(stage).parts.offers
    typed(stage, "san dinh")
    place = offers.visualItemRect(offers.item(0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page(stage).parts.box.text() == "cam 07 "


def test_no_key_waits_and_only_what_was_typed_last_is_offered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggest, let = stage.console.find.suggest, threading.Event()
    asked: list[tuple[str, bool]] = []

    def slow(text: str) -> list[Suggestion]:
        asked.append((text, threading.current_thread() is threading.main_thread()))
        let.wait(20)
        return suggest(text)

    monkeypatch.setattr(stage.console.find, "suggest", slow)
    box = page(stage).parts.box
    write(box, "sa")
    wait_for(lambda: bool(asked))
    write(box, "n dinh")  # while the first is still answered
    assert box.text() == "san dinh"
    QTest.qWait(200)
    assert [text for text, _ in asked] == ["sa"]
    let.set()
    settled(stage)

    assert asked == [("sa", False), ("san dinh", False)]
    assert lines(stage) == ["Camera 07 · Sân đình làng Đông"]

    page(stage).parts.box.clear()
    assert lines(stage) == []


def test_what_cannot_be_read_is_said_and_nothing_is_offered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> list[Suggestion]:
        raise StoreProblem(text)

    monkeypatch.setattr(stage.console.find, "suggest", broken)
    typed(stage, "san dinh")
    assert lines(stage) == []
    assert not stage.window.notice.isHidden()
