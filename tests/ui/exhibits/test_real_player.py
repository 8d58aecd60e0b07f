"""The page with a player that is a process of its own, over a small film made on the spot."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from console.demo.media import QUICK, moving, write_clip
from console.events import ExhibitState
from console.video.exhibit_link import LinkedExhibit
from tests.fakes import FakeClock
from tests.ui.fake_review import FakeFootage, archive_of
from tests.ui.stage import Stage, wait_for
from ui.exhibits.page import ExhibitsPage

PATIENCE_MS = 30_000


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, station_file: Path
) -> Iterator[Stage]:
    shutil.copy(station_file, tmp_path / "station.db")
    made = Stage(tmp_path, clock, archive=archive_of(FakeFootage()))
    made.window.show_page("exhibits")
    yield made
    made.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "cửa sau.mp4"
    write_clip(path, moving(320, 180, 60), QUICK)
    return path


def stands(page: ExhibitsPage, state: ExhibitState) -> None:
    wait_for(lambda: page.playing.stands.state is state, PATIENCE_MS)


def player_of(page: ExhibitsPage) -> LinkedExhibit:
    assert isinstance(page.playing.player, LinkedExhibit)
    return page.playing.player


def test_a_real_film_is_played_to_its_end_and_back(stage: Stage, clip: Path) -> None:
    page = stage.exhibits
    before = clip.read_bytes()

    page.open(clip)
    stands(page, ExhibitState.STANDING)
    picture = page.player.picture.grab().toImage()
    page.playing.speed = 4.0
    page.playing.play()
    stands(page, ExhibitState.ENDED)
    page.playing.move(-2000)
    stands(page, ExhibitState.STANDING)
    process = player_of(page)._process
    page.back()
    assert process is not None
    wait_for(lambda: process.poll() is not None, PATIENCE_MS)

    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).value() > 0
    assert clip.read_bytes() == before


def test_a_player_that_dies_is_said_to_be_broken_and_the_window_goes_on(
    stage: Stage, clip: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = stage.exhibits
    page.open(clip)
    stands(page, ExhibitState.STANDING)
    process = player_of(page)._process
    assert process is not None

    process.kill()
    stands(page, ExhibitState.CRASHED)
    caplog.clear()
    page.playing.again()
    stands(page, ExhibitState.STANDING)

    page.forget()
