from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.events import Reason, StreamChanged, StreamState
from tests.ui.conftest import ROOT
from tests.ui.stage import wait_for
from tests.ui.wall.small_wall import (
    BLUE,
    FIVE,
    FOUR,
    FOURS,
    GREEN,
    LABELS,
    ONE,
    RED,
    THREE,
    TWO,
    Wall,
    rgb,
)
from ui.theme import WALL
from ui.wall.views import Screen


def test_a_page_asks_the_engine_once_for_every_camera_at_its_size(wall: Wall) -> None:
    [(places, upcoming)] = wall.view.shows

    assert [place.camera_id for place in places] == [ONE, TWO, THREE, FOUR]
    assert {(place.width, place.height) for place in places} == {(320, 180)}
    assert [place.rank for place in places] == [0, 1, 2, 3]
    assert upcoming == [FIVE]


def test_a_tile_paints_the_newest_picture(wall: Wall) -> None:
    wall.live(ONE, TWO)
    wall.view.paint(ONE, GREEN)
    wall.view.paint(ONE, RED)
    wall.view.paint(TWO, BLUE)

    wall.widget.tick()

    assert rgb(wall.colour(ONE)) == RED
    assert rgb(wall.colour(TWO)) == BLUE
    assert rgb(wall.colour(THREE)) == (0, 0, 0)


def test_only_tiles_with_a_new_picture_are_painted(wall: Wall) -> None:
    wall.live(ONE, TWO, THREE)
    for camera_id in (ONE, TWO, THREE):
        wall.view.paint(camera_id, GREEN)
    wall.widget.tick()
    QApplication.processEvents()

    wall.view.paint(TWO, RED)
    wall.widget.tick()
    QApplication.processEvents()

    assert [tile.painted for tile in wall.widget.tiles] == [1, 2, 1, 0]


def test_nothing_is_painted_when_nothing_changed(wall: Wall) -> None:
    wall.live(ONE)
    wall.view.paint(ONE, RED)
    wall.widget.tick()
    wall.widget.look()
    QApplication.processEvents()
    before = wall.widget.paints

    for _ in range(20):
        wall.widget.tick()
        QApplication.processEvents()

    assert wall.widget.paints == before


def test_a_picture_that_was_overwritten_meanwhile_is_painted_again(wall: Wall) -> None:
    wall.live(ONE)
    wall.view.paint(ONE, RED)
    wall.view.overwrite_while_painted = 2

    wall.widget.tick()
    QApplication.processEvents()

    assert wall.view.overwrite_while_painted == 0
    assert wall.widget.tiles[0].painted == 1


def test_the_first_picture_is_shown_clear_at_once(wall: Wall) -> None:
    wall.widget.look()
    wall.view.paint(ONE, RED)
    wall.live(ONE)
    wall.widget.tick()

    assert rgb(wall.colour(ONE)) == RED


def test_a_tile_dims_three_seconds_after_its_last_picture(wall: Wall) -> None:
    wall.live(ONE, TWO)
    wall.view.paint(ONE, RED)
    wall.view.paint(TWO, RED)
    wall.widget.tick()
    assert rgb(wall.colour(ONE)) == RED

    wall.clock.pass_(seconds=41)
    wall.view.paint(TWO, RED)
    wall.widget.tick()
    QApplication.processEvents()

    assert wall.title(ONE) == "Mất hình 00:41"
    assert wall.colour(ONE).red() < 100
    assert wall.title(TWO) == ""
    assert rgb(wall.colour(TWO)) == RED


def test_a_tile_says_why_and_what_to_do(wall: Wall) -> None:
    wall.bridge.post(StreamChanged(ONE, StreamState.REFUSED, Reason.BAD_LOGIN))
    QApplication.processEvents()

    face = wall.widget.tiles[0].face

    assert face is not None
    assert face.title == "Sai mật khẩu"
    assert face.advice == "Sai tài khoản hoặc mật khẩu. Sửa trong Thiết bị (F2)."


def test_a_camera_keeps_its_last_picture_until_the_next_page_has_one(wall: Wall) -> None:
    wall.live(ONE, TWO)
    wall.view.paint(TWO, RED)
    wall.widget.tick()
    QApplication.processEvents()

    wall.widget.show_screen(Screen(tiles=1, cameras=(TWO,), upcoming=(ONE,)), LABELS)
    assert rgb(wall.colour(TWO)) == RED

    wall.view.paint(TWO, BLUE)
    wall.widget.tick()
    assert rgb(wall.colour(TWO)) == BLUE


def test_a_remembered_picture_dims_like_any_other(wall: Wall) -> None:
    wall.live(TWO)
    wall.view.paint(TWO, RED)
    wall.widget.tick()
    QApplication.processEvents()

    wall.widget.show_screen(Screen(tiles=1, cameras=(TWO,), upcoming=()), LABELS)
    wall.clock.pass_(seconds=10)
    wall.widget.look()

    assert wall.colour(TWO).red() < 100
    assert wall.title(TWO) == "Mất hình 00:10"


def test_the_same_page_is_not_asked_for_again(wall: Wall) -> None:
    wall.widget.show_screen(FOURS, LABELS)

    assert len(wall.view.shows) == 1


def test_a_window_that_is_resized_asks_once_when_it_rests(wall: Wall) -> None:
    wall.live(ONE)
    wall.view.paint(ONE, RED)
    wall.widget.tick()

    for width in (700, 800, 801):
        wall.widget.resize(width, 451)
        assert rgb(wall.colour(ONE)) == RED
    wait_for(lambda: len(wall.view.shows) == 2)

    assert {(p.width, p.height) for p in wall.view.places} == {(400, 225)}
    assert rgb(wall.colour(ONE)) == RED


def test_a_picture_of_another_shape_leaves_nothing_of_the_one_before(wall: Wall) -> None:
    wall.live(ONE)
    wall.view.paint(ONE, RED, (320, 180))
    wall.widget.tick()
    QApplication.processEvents()

    wall.view.paint(ONE, BLUE, (160, 160))
    wall.widget.tick()
    QApplication.processEvents()

    image = wall.widget.grab().toImage()
    assert rgb(image.pixelColor(10, 60)) == (0, 0, 0)
    assert rgb(image.pixelColor(160, 60)) == BLUE


def test_the_clock_of_a_tile_is_the_time_of_its_picture(wall: Wall) -> None:
    wall.live(ONE)
    wall.view.paint(ONE, RED)
    wall.widget.tick()
    before = wall.widget.grab().toImage()

    wall.clock.pass_(seconds=2)
    wall.widget.tick()
    still = wall.widget.grab().toImage()
    wall.view.paint(ONE, RED)
    wall.widget.tick()
    QApplication.processEvents()
    after = wall.widget.grab().toImage()

    assert still == before
    assert after != before


def test_a_click_chooses_and_a_double_click_opens(qtbot: QtBot, wall: Wall) -> None:
    with qtbot.waitSignal(wall.widget.chosen) as chosen:
        QTest.mouseClick(wall.widget, Qt.MouseButton.LeftButton, pos=QPoint(400, 50))
    with qtbot.waitSignal(wall.widget.opened) as opened:
        QTest.mouseDClick(wall.widget, Qt.MouseButton.LeftButton, pos=QPoint(50, 250))

    assert chosen.args == [TWO]
    assert opened.args == [THREE]


def test_the_chosen_tile_has_a_border(wall: Wall) -> None:
    wall.widget.setFocus()
    wall.widget.choose(TWO)
    QApplication.processEvents()

    image = wall.widget.grab().toImage()
    assert image.pixelColor(321, 0) == QColor(WALL.text) or image.pixelColor(321, 0) == QColor(
        WALL.accent
    )
    assert image.pixelColor(0, 0) == QColor(0, 0, 0)


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_pictures_are_not_blurred_on_a_scaled_screen(scale: float) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.wall.scaled_screen"],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": str(scale)},
        capture_output=True,
        text=True,
        check=True,
    )

    seen = json.loads(done.stdout)
    assert seen["scale"] == scale
    assert seen["asked"][0] == pytest.approx(321 * scale, abs=1)
    assert seen["box"] == seen["asked"]
    assert seen["exact"]


def test_a_hidden_wall_rests(wall: Wall) -> None:
    wall.widget.hide()
    assert not wall.widget.is_ticking

    wall.widget.show()
    assert wall.widget.is_ticking


def test_a_hidden_wall_decodes_nothing_and_keeps_its_cameras(wall: Wall) -> None:
    wall.widget.hide()

    assert wall.view.shows[-1] == ([], [ONE, TWO, THREE, FOUR])

    wall.widget.show()

    assert [place.camera_id for place in wall.view.places] == [ONE, TWO, THREE, FOUR]
