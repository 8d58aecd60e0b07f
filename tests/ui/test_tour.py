from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from console.events import Progressed
from tests.ui.stage import Stage, wait_for
from ui.tour import DrawingNotice, Tour

QUICK = 0.02  # 20 s pass in 0.4 s


def test_a_tour_keeps_a_picture_of_every_page_and_says_so(stage: Stage, tmp_path: Path) -> None:
    told: list[int] = []
    Tour(stage.window, tmp_path / "shots", told.append, tiles=16, pace=QUICK)

    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    wait_for(lambda: bool(told))

    assert told == [0]
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "shots").iterdir()}
    assert set(pictures) == {"wall_16", "wall_all", "camera", "devices"}
    assert {picture.size() for picture in pictures.values()} == {stage.window.size()}
    assert stage.window.pages.currentWidget() is stage.devices


def test_a_tour_shows_all_cameras_and_then_one_that_lives(stage: Stage, tmp_path: Path) -> None:
    told: list[int] = []
    Tour(stage.window, tmp_path, told.append, tiles=16, pace=QUICK)
    living = stage.shown[2]

    stage.canvas.paint(living, (200, 0, 0))
    stage.settle()
    wait_for(lambda: len(stage.shown) == 40)
    stage.canvas.paint(living, (200, 0, 0))
    stage.settle()
    wait_for(lambda: bool(told))

    assert [places[0].camera_id for places in stage.canvas.shows if len(places) == 1] == [living]


def test_a_ward_without_a_picture_is_a_failure(stage: Stage, tmp_path: Path) -> None:
    told: list[int] = []

    Tour(stage.window, tmp_path / "shots", told.append, tiles=16, pace=0.002)
    wait_for(lambda: bool(told))

    assert told == [1]
    assert not (tmp_path / "shots").exists()


@pytest.mark.usefixtures("vietnamese")
def test_the_notice_says_how_far_the_streets_are_and_goes_when_they_are_done(stage: Stage) -> None:
    notice = DrawingNotice(stage.window)

    notice.on_progressed(Progressed(1, 3, 12))
    said = stage.window.notice.text
    notice.on_progressed(Progressed(1, 12, 12))

    assert "25 %" in said
    assert "đường phố" in said
    assert stage.window.notice.isHidden()


def test_what_else_the_notice_bar_says_stays(stage: Stage) -> None:
    notice = DrawingNotice(stage.window)
    notice.on_progressed(Progressed(1, 3, 12))

    stage.window.notice.say("something else")
    notice.on_progressed(Progressed(1, 12, 12))

    assert not stage.window.notice.isHidden()
