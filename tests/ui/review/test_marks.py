"""The key of the moment on the review page: what is marked is the instant on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.rights import Action
from db.records import from_us
from tests.ui.review.desk import CTRL, ONE, TWO, opened, press
from tests.ui.stage import Stage, wait_for
from ui.review.scale import SECOND_US

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_b_marks_the_instant_on_screen_on_the_chosen_camera(stage: Stage) -> None:
    opened(stage, ONE, TWO)
    stage.review.choose(TWO)
    stage.review.go_to(stage.review.playback.at_us - 60 * SECOND_US)
    at = from_us(stage.review.playback.at_us)

    press(stage, Qt.Key.Key_B)
    wait_for(lambda: bool(stage.console.bookmarks.newest()))

    [bookmark] = stage.console.bookmarks.newest()
    assert (bookmark.at, bookmark.cameras) == (at, (TWO,))
    assert at < stage.clock.now()


def test_ctrl_b_marks_the_cameras_of_the_team(stage: Stage) -> None:
    opened(stage, ONE)
    stage.review.choose(ONE)

    press(stage, Qt.Key.Key_B, CTRL)
    wait_for(lambda: bool(stage.console.bookmarks.newest()))

    [bookmark] = stage.console.bookmarks.newest()
    assert bookmark.cameras[0] == ONE
    with stage.console._store.read() as unit:
        assert len(unit.fleet.teams_of(bookmark.cameras)) == 1


def test_shift_b_opens_the_line_for_words_once_it_is_kept(stage: Stage) -> None:
    opened(stage, ONE)
    stage.review.choose(ONE)

    press(stage, Qt.Key.Key_B, SHIFT)

    assert stage.window.moments is not None
    panel = stage.window.moments.panel
    wait_for(panel.isVisible)
    assert len(stage.console.bookmarks.newest()) == 1


def test_u_takes_it_back(stage: Stage) -> None:
    opened(stage, ONE)
    stage.review.choose(ONE)
    assert stage.window.moments is not None
    marking = stage.window.moments.marking
    press(stage, Qt.Key.Key_B)
    wait_for(lambda: marking.undoable is not None)

    press(stage, Qt.Key.Key_U)

    wait_for(lambda: not stage.console.bookmarks.newest())


def test_without_a_camera_it_says_what_to_do(stage: Stage) -> None:
    assert stage.review.chosen is None

    press(stage, Qt.Key.Key_B)

    assert stage.console.bookmarks.newest() == []
    assert "camera" in stage.review.bar.words.text()


def test_the_flag_marks_by_mouse_and_its_menu_has_the_other_ways(stage: Stage) -> None:
    stage.window.show_page("review")
    flag = stage.review.transport.button("review-mark")
    wait_for(flag.isVisible)
    assert "B" in flag.toolTip().split("\n")[0]
    assert flag.accessibleName() == "Đánh dấu thời điểm này"

    QTest.mouseClick(flag, Qt.MouseButton.LeftButton)  # no camera is chosen yet
    assert "camera" in stage.review.bar.words.text()

    opened(stage, ONE)
    stage.review.choose(ONE)
    QTest.mouseClick(flag, Qt.MouseButton.LeftButton)
    wait_for(lambda: len(stage.console.bookmarks.newest()) == 1)
    assert not flag.hasFocus()  # keys stay with the pictures

    names = [action.objectName() for action in flag.menu().actions()]
    assert names == [f"action-review-mark{each}" for each in ("", "-note", "-team", "-undo")]
    flag.menu().actions()[2].trigger()
    wait_for(lambda: len(stage.console.bookmarks.newest()) == 2)
    assert len(stage.console.bookmarks.newest()[0].cameras) > 1
    flag.menu().actions()[3].trigger()
    wait_for(lambda: len(stage.console.bookmarks.newest()) == 1)


def test_whoever_may_not_bookmark_has_no_flag(stage: Stage) -> None:
    opened(stage, ONE)
    flag = stage.review.transport.button("review-mark")

    stage.wall.set_rights(lambda action: action is not Action.BOOKMARK)
    assert not flag.isVisible()
    stage.wall.set_rights(lambda _: True)
    assert flag.isVisible()
