"""What is painted when something lies over the wall, or the wall is left."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QApplication

from db.records import CameraId
from tests.ui.wall.small_wall import BLUE, FOUR, GREEN, ONE, THREE, TWO, Wall, rgb
from ui.bookmarks.asking import Asking
from ui.bookmarks.flash import Flash
from ui.theme import WALL
from ui.wall.precedence import LASTS_S
from ui.wall.tile import Tile


def test_a_wall_that_goes_before_its_last_pictures_were_painted_may_lose_the_focus(
    wall: Wall,
) -> None:
    """That window once died with all of its wall."""
    wall.live(ONE)
    QApplication.processEvents()
    wall.widget.choose(ONE)
    wall.view.paint(ONE, GREEN)
    wall.widget.tick()
    wall.widget.hide()

    QApplication.sendEvent(wall.widget, QFocusEvent(QEvent.Type.FocusOut))


def test_a_picture_of_a_larger_page_that_comes_late_is_nobodys(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wall.view, "changed", lambda: [15])

    wall.widget.tick()
    wall.widget.grab()


def test_what_lay_over_a_tile_without_new_pictures_goes_with_it(wall: Wall) -> None:
    """Also when other tiles are painted at the same time, all around it."""
    wall.live(ONE, TWO, FOUR)
    for camera in (ONE, TWO, FOUR):
        wall.view.paint(camera, GREEN)
    wall.widget.tick()
    QApplication.processEvents()
    tiles = [tile.box for tile in wall.widget.tiles]
    over = Flash(WALL, wall.widget)
    over.moved.connect(wall.widget.uncover)
    over.flash([tiles[2]])
    QApplication.processEvents()
    lit = wall.widget.screen().grabWindow(wall.widget.winId()).toImage()
    assert rgb(lit.pixelColor(tiles[2].topLeft() + QPoint(1, 1))) == rgb(QColor(WALL.accent))

    for camera in (ONE, TWO, FOUR):
        wall.view.paint(camera, BLUE)
    wall.widget.tick()
    over._end()
    QApplication.processEvents()

    now = wall.widget.screen().grabWindow(wall.widget.winId()).toImage()
    assert rgb(now.pixelColor(tiles[2].topLeft() + QPoint(1, 1))) != rgb(QColor(WALL.accent))


def test_a_question_over_the_wall_darkens_a_still_picture_once(wall: Wall) -> None:
    wall.live(ONE, TWO, THREE, FOUR)
    for camera in (ONE, TWO, THREE, FOUR):
        wall.view.paint(camera, GREEN)
    wall.widget.tick()
    still = wall.widget.tiles[2].box.topLeft() + QPoint(9, 30)  # beside its words
    asking = Asking(wall.widget, WALL)
    asking.ask("?")
    QApplication.processEvents()
    asked = wall.widget.screen().grabWindow(wall.widget.winId()).toImage().pixelColor(still)

    for colour in (BLUE, GREEN, BLUE):
        for camera in (ONE, TWO, FOUR):  # all around it
            wall.view.paint(camera, colour)
        wall.widget.tick()
        QApplication.processEvents()

    now = wall.widget.screen().grabWindow(wall.widget.winId()).toImage().pixelColor(still)
    assert rgb(now) == rgb(asked)
    assert 0 < now.green() < 255
    asking.end()


def test_a_tile_that_is_uncovered_is_painted_alone(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[CameraId] = []
    really = Tile.paint_picture

    def noted(tile: Tile, *arguments: Any) -> None:
        painted.append(tile.camera_id)
        really(tile, *arguments)

    monkeypatch.setattr(Tile, "paint_picture", noted)
    QApplication.processEvents()
    painted.clear()

    wall.widget.update(wall.widget.tiles[1].box)  # as if a window had lain over it
    QApplication.processEvents()

    assert painted == [TWO]


def test_pictures_wait_for_the_answer_to_a_key_but_never_twice(wall: Wall) -> None:
    def is_painted() -> bool:
        before = wall.widget.paints
        wall.view.paint(ONE, GREEN)
        wall.widget.tick()
        QApplication.processEvents()
        return wall.widget.paints > before

    wall.live(ONE)
    assert is_painted()
    wall.widget.precedence.take()
    assert not is_painted()

    wall.widget.precedence.take()  # the next key, before the pictures had their turn
    wall.clock.pass_(seconds=LASTS_S)
    assert is_painted()

    wall.widget.precedence.take()
    wall.widget.precedence.give_back()
    assert is_painted()
