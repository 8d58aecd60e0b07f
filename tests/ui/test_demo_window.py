from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.demo import officers
from console.demo.player import Player
from console.events import Progressed
from console.workers import Workers
from db.records import Role
from tests.ui.conftest import ROOT
from tests.ui.stage import Stage, wait_for
from ui.access.guard import Sitting
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


@pytest.mark.usefixtures("vietnamese")
def test_who_opens_it_is_on_duty_and_who_is_asked_for_a_password_is_told_it(
    dead: Player, workers: Workers, tmp_path: Path, stage: Stage
) -> None:
    access, guard = stage.console.access, stage.window.guard
    assert guard is not None
    officers.enrol(access)
    demo = DemoWindow(dead, tmp_path, workers)
    demo._duty = officers.seat(access, Role.DUTY)

    demo.opened(stage.window)
    demo.progressed(Progressed(1, 100, 100))
    assert guard.sitting is Sitting.PRESENT
    said = stage.window.notice.text
    assert all(words in said for words in (officers.PASSWORD, *officers.NAMES.values()))
    assert "Ctrl+Shift+L" in said

    stage.window.notice.hide()
    guard.sign_out()
    wait_for(lambda: guard.sitting is Sitting.NOBODY)
    assert officers.PASSWORD in stage.window.notice.text
    assert not stage.window.notice.isHidden()

    guard.enter(officers.seat(access, Role.CHIEF))
    assert stage.window.notice.isHidden()


@pytest.mark.usefixtures("vietnamese")
def test_the_tours_chief_comes_when_the_night_is_told(
    dead: Player, workers: Workers, tmp_path: Path, stage: Stage
) -> None:
    access, guard = stage.console.access, stage.window.guard
    assert guard is not None
    officers.enrol(access)
    demo = DemoWindow(dead, tmp_path, workers)
    demo._console, demo._duty = stage.console, officers.seat(access, Role.DUTY)
    demo.opened(stage.window)
    demo._is_telling = True
    went_on: list[str] = []

    demo._on_chief_wanted(lambda: went_on.append("on"))
    assert guard.officer is not None
    assert (guard.officer.role, went_on) == (Role.DUTY, [])
    demo._told_all()
    wait_for(lambda: bool(went_on))

    assert guard.officer.role is Role.CHIEF
