"""The instant of the key is kept until a camera is named, and never goes without a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from console.app import Console
from console.errors import Problem
from console.fleet import FleetView
from console.workers import Lane
from db.case_records import Bookmark
from tests.fakes import FakeClock
from tests.ui.bookmarks.test_key import CTRL, SHIFT, B, asked, marked, moments, press
from tests.ui.stage import Stage, wait_for
from ui.times import time_words


@pytest.fixture
def on_the_wall(stage: Stage) -> Stage:
    """The window is active, the wall has the focus, every camera is live, none is chosen."""
    stage.window.activateWindow()
    stage.all_live()
    stage.wall.canvas.setFocus()
    wait_for(stage.wall.canvas.hasFocus)
    stage.clock.pass_(seconds=10)
    return stage


def test_a_second_key_keeps_the_first_instant_and_what_it_asks_for_is_added(
    on_the_wall: Stage,
) -> None:
    stage, at = on_the_wall, on_the_wall.clock.now()
    press(stage, B)
    stage.clock.pass_(seconds=4)
    press(stage, B)
    press(stage, B, CTRL)
    assert time_words(at) in asked(stage).accessibleName()
    press(stage, Qt.Key.Key_9)

    (made,) = marked(stage)
    assert made.at == at
    assert made.cameras[0] == stage.shown[8]
    assert len(made.cameras) == 5  # Ctrl+B: its team


def test_a_tile_that_was_chosen_meanwhile_answers_by_the_key(on_the_wall: Stage) -> None:
    stage, at = on_the_wall, on_the_wall.clock.now()
    press(stage, B)
    stage.clock.pass_(seconds=4)
    stage.wall.choose(stage.shown[2])
    press(stage, B, SHIFT)

    (made,) = marked(stage)
    assert (made.at, made.cameras) == (at, (stage.shown[2],))
    assert not moments(stage).wall.is_asking
    wait_for(moments(stage).panel.isVisible)


def test_half_a_minute_without_a_number_is_told_with_what_to_do(on_the_wall: Stage) -> None:
    stage, at = on_the_wall, on_the_wall.clock.now()
    press(stage, B)
    asked(stage)._timer.setInterval(0)
    wait_for(lambda: not moments(stage).wall.is_asking)

    said = stage.window.notice.text
    assert said.startswith("Trong 30 giây chưa có số camera")
    assert time_words(at) in said
    assert "Xem lại" in said
    assert stage.window.notice.isVisible()
    assert stage.console.bookmarks.newest() == []


def test_a_lock_that_comes_between_is_told_and_esc_is_not(on_the_wall: Stage) -> None:
    stage, at = on_the_wall, on_the_wall.clock.now()
    press(stage, B)
    press(stage, Qt.Key.Key_Escape)
    assert stage.window.notice.isHidden()

    press(stage, B)
    stage.wall.set_rights(lambda _: False)

    said = stage.window.notice.text
    assert said.startswith("Màn hình khoá khi chưa có số camera")
    assert time_words(at) in said
    assert not moments(stage).wall.is_asking


class Slow:
    """The cameras of the station are not read before somebody lets them be."""

    def __init__(self) -> None:
        self.let, self.began = Event(), Event()

    def prepare(self, console: Console) -> None:
        really = console.fleet.view

        def view() -> FleetView:
            self.began.set()
            assert self.let.wait(30)
            return really()

        console.fleet.view = view  # type: ignore[method-assign]


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.let.set()


@pytest.fixture
def starting(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, station_file: Path, slow: Slow
) -> Iterator[Stage]:
    """A window whose ward is still being read."""
    shutil.copy(station_file, tmp_path / "station.db")
    made = Stage(tmp_path, clock, prepare=slow.prepare, listed=False)
    made.window.activateWindow()
    wait_for(lambda: slow.began.is_set() and made.window.isActiveWindow())
    QApplication.processEvents()
    yield made
    slow.let.set()
    made.close()


def test_a_key_in_the_first_second_keeps_its_instant_until_the_ward_is_read(
    starting: Stage, slow: Slow
) -> None:
    stage, at = starting, starting.clock.now()
    press(stage, B)
    stage.clock.pass_(seconds=1)
    press(stage, B)
    assert not moments(stage).wall.is_asking  # there is no number to show yet

    slow.let.set()
    wait_for(lambda: moments(stage).wall.is_asking)
    assert time_words(at) in asked(stage).accessibleName()
    press(stage, Qt.Key.Key_9)

    (made,) = marked(stage)
    assert (made.at, made.cameras) == (at, (stage.shown[8],))
    assert made.shots[0].still == ""  # no picture was on the wall yet


def test_a_ward_that_is_not_read_in_half_a_minute_is_told(starting: Stage, slow: Slow) -> None:
    press(starting, B)
    moments(starting).wall._early_timer.setInterval(0)
    wait_for(starting.window.notice.isVisible)
    assert "chưa được đánh dấu" in starting.window.notice.text

    slow.let.set()
    wait_for(lambda: bool(starting.shown))
    assert not moments(starting).wall.is_asking


def test_a_station_without_cameras_says_so(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path
) -> None:
    stage = Stage(tmp_path, clock)
    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)
    stage.wall.take_focus()
    press(stage, B)

    assert stage.window.notice.text.startswith("Trạm chưa có camera")
    stage.close()


def test_an_undo_on_the_heels_of_the_key_takes_that_bookmark_back(on_the_wall: Stage) -> None:
    """And not the one before it, which is on disk already."""
    stage, busy = on_the_wall, Event()
    stage.wall.choose(stage.shown[2])
    press(stage, B)
    (first,) = marked(stage)
    wait_for(lambda: moments(stage).marking.undoable == first)
    stage.desk.tasks.run(busy.wait, done=lambda _: None, failed=_unheard, lane=Lane.WRITE)

    press(stage, B)
    press(stage, Qt.Key.Key_U)
    undone: list[Bookmark] = []
    moments(stage).marking.undone.connect(undone.append)
    busy.set()

    wait_for(lambda: bool(undone))
    assert undone[0].id != first.id
    assert [each.id for each in stage.console.bookmarks.newest()] == [first.id]
    press(stage, Qt.Key.Key_U)  # the next one is for the first
    wait_for(lambda: not stage.console.bookmarks.newest())


def _unheard(problem: Problem) -> None:
    raise problem
