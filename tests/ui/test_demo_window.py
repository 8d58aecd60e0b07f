from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.demo.player import Player
from console.events import Progressed
from console.workers import Workers
from tests.ui.conftest import ROOT
from tests.ui.stage import Stage
from ui.demo_window import DemoWindow


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


def test_a_tour_without_cameras_ends_and_says_why(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.dead_demo", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert not (tmp_path / "shots").exists()


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
