from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.demo.player import CamerasMissing, Player
from console.demo.station import fresh_station
from console.events import Progressed
from console.workers import Workers
from tests.ui.stage import Stage
from ui.demo_window import DemoWindow

OPTIONS = argparse.Namespace(tiles=16, fullscreen=False, meter=None, stalls=None)


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


@pytest.fixture
def dead(tmp_path: Path) -> Iterator[Player]:
    """A player that was killed at once."""
    before = {process.pid for process in psutil.Process().children()}
    player = Player(tmp_path)
    for process in psutil.Process().children():
        if process.pid not in before:
            process.kill()
    yield player
    player.close()


def test_a_tour_without_cameras_ends_and_says_why(
    dead: Player, workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with fresh_station(tmp_path) as folder, pytest.raises(CamerasMissing):
        DemoWindow(dead, folder, workers).tour(OPTIONS, tmp_path / "shots")

    assert not (tmp_path / "shots").exists()
    caplog.clear()


@pytest.mark.usefixtures("vietnamese")
def test_the_notice_bar_says_how_far_the_streets_are_and_is_calm_when_they_are_drawn(
    dead: Player, workers: Workers, tmp_path: Path, stage: Stage
) -> None:
    demo = DemoWindow(dead, tmp_path, workers)
    demo.opened(stage.window)

    demo.progressed(Progressed(1, 25, 100))
    said = stage.window.notice.text
    demo.progressed(Progressed(1, 100, 100))

    assert "25 %" in said
    assert "đường phố" in said
    assert stage.window.notice.isHidden()


def test_what_else_the_notice_bar_says_stays(
    dead: Player, workers: Workers, tmp_path: Path, stage: Stage
) -> None:
    demo = DemoWindow(dead, tmp_path, workers)
    demo.opened(stage.window)
    demo.progressed(Progressed(1, 25, 100))

    stage.window.notice.say("something else")
    demo.progressed(Progressed(1, 100, 100))

    assert not stage.window.notice.isHidden()
