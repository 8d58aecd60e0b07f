"""The page: what is played when, whose leave is asked, what is logged, what every key does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.records import to_us
from tests.ui.fake_review import FakeFootage
from tests.ui.review.desk import CTRL, ONE, TWO, engine_of, opened, press
from tests.ui.stage import Stage, wait_for
from ui.review.scale import SECOND_US


def test_the_page_is_second_on_the_rail(stage: Stage) -> None:
    stage.window.show_page("wall")
    press(stage, Qt.Key.Key_2, CTRL)

    assert stage.window.pages.current == "review"
    buttons = [each.text() for each in stage.window.rail.findChildren(QToolButton)]
    assert buttons[:3] == ["Tường", "Xem lại", "Vụ việc"]


def test_x_on_the_wall_opens_the_chosen_camera_half_a_minute_back(stage: Stage) -> None:
    stage.window.show_page("wall")
    stage.wall.choose(TWO)
    press(stage, Qt.Key.Key_X)
    wait_for(lambda: bool(stage.review.playback.cameras))

    [player] = stage.players
    assert stage.window.pages.current == "review"
    assert [place.camera_id for place in player.places] == [TWO]
    assert player.gone[-1] == (stage.clock.now() - timedelta(seconds=30), 1.0)


def test_the_whole_page_of_the_wall_can_be_reviewed(stage: Stage) -> None:
    stage.window.show_page("wall")
    live = stage.shown
    press(stage, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: bool(stage.review.playback.cameras))

    assert list(stage.review.shown.cameras) == live
    assert len(stage.players[0].places) == 16


def test_several_cameras_are_picked_with_ctrl_and_reviewed_together(stage: Stage) -> None:
    stage.window.show_page("wall")
    canvas, live = stage.wall.canvas, stage.shown
    for slot in (1, 4):
        spot = canvas.tiles[slot].box.center()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, CTRL, spot)
    press(stage, Qt.Key.Key_X)
    wait_for(lambda: bool(stage.review.playback.cameras))

    assert list(stage.review.shown.cameras) == [live[1], live[4]]
    stage.window.show_page("wall")
    assert stage.wall.back()
    assert canvas.picks == ()


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_the_menu_of_a_tile_offers_its_footage(stage: Stage) -> None:
    stage.window.show_page("wall")
    canvas, live = stage.wall.canvas, stage.shown
    spot = canvas.tiles[2].box.center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, canvas.mapToGlobal(spot))
    QApplication.sendEvent(canvas, asked)

    [menu] = stage.wall.findChildren(QMenu)
    assert menu.actions()[0].text() == "Xem lại camera đang chọn"
    menu.actions()[0].trigger()
    menu.close()
    wait_for(lambda: stage.review.playback.cameras == (live[2],))


def test_leave_is_asked_before_the_first_picture_and_once(
    stage: Stage, footage: FakeFootage
) -> None:
    opened(stage, ONE, TWO)
    assert len(footage.begun) == 1
    assert footage.begun[0][0] == (ONE, TWO)

    stage.review.go_to(stage.review.playback.at_us + 5 * SECOND_US)
    assert len(footage.begun) == 1  # whoever may see it may see what came later

    stage.review.go_to(stage.review.playback.at_us - 3600 * SECOND_US)
    wait_for(lambda: len(footage.begun) == 2)


def test_without_leave_there_is_no_player_and_it_says_why(
    stage: Stage, footage: FakeFootage
) -> None:
    footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, Why.SCOPE)
    stage.review.review([ONE])
    wait_for(lambda: bool(stage.review.bar.words.property("error")))

    assert engine_of(stage).players == []
    assert stage.review.pictures.isHidden()  # no black page: it says why, large
    assert "không do đồng chí phụ trách" in stage.review.findChild(QLabel, "waiting").text()
    footage.refusal = None
    stage.review.review([ONE])
    wait_for(lambda: bool(engine_of(stage).players))
    assert stage.review.pictures.isVisible()


def test_footage_that_is_too_old_is_not_shown(stage: Stage, footage: FakeFootage) -> None:
    player = opened(stage, ONE)
    orders = len(player.gone)
    footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, Why.AGE)

    stage.review.go_to(stage.review.playback.at_us - 48 * 3600 * SECOND_US)
    wait_for(lambda: bool(stage.review.bar.words.property("error")))

    assert len(player.gone) == orders


def test_playing_back_past_what_was_allowed_ends(stage: Stage, footage: FakeFootage) -> None:
    player = opened(stage, ONE)
    footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, Why.AGE)
    stage.review.playback.set_rate(-16.0)
    player.play(5)

    wait_for(lambda: player.closed)
    assert stage.review.pictures.tiles == []


def test_what_was_on_screen_is_logged(stage: Stage, footage: FakeFootage) -> None:
    player = opened(stage, ONE, TWO)
    start_us = player.at_us
    for _ in range(10):
        player.play(1)
    wait_for(lambda: stage.review.playback.at_us == start_us + 10 * SECOND_US)
    stage.review.playback.close()
    wait_for(lambda: bool(footage.watched))

    [(cameras, span)] = footage.watched
    assert cameras == (ONE, TWO)
    assert (to_us(span.start), to_us(span.end)) == (start_us, start_us + 10 * SECOND_US)


def test_when_the_right_is_gone_the_player_stops_and_its_pictures_go(stage: Stage) -> None:
    player = opened(stage, ONE)
    assert stage.review.pictures.tiles

    stage.window.pages.let(lambda action: action is Action.WATCH_LIVE)

    assert player.closed
    assert stage.review.pictures.tiles == []
    assert stage.review.reader.material.tracks == {}
    stage.window.pages.let(lambda _: True)  # unlocked: leave is asked for anew
    wait_for(lambda: stage.review.playback.cameras == (ONE,))
    assert stage.players[0] is not player


def test_when_somebody_else_sits_down_nothing_of_it_is_left(stage: Stage) -> None:
    opened(stage, ONE)

    stage.window.pages.let(lambda _: False)
    stage.window.pages.leave(keep=False)
    stage.window.pages.let(lambda _: True)

    assert stage.review.shown.cameras == ()
    assert stage.players == []
