"""A station with an officer who may ask for footage, and a window over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from console.app import Console
from db.records import CameraId
from tests.fakes import FakeClock
from tests.ui.access.people import enlisted
from tests.ui.fake_review import archive_of, recorded
from tests.ui.requests.office import with_officer
from tests.ui.stage import Stage

MakeStage = Callable[[Callable[[Console], object]], Stage]


@pytest.fixture(scope="session")
def office_station(tmp_path_factory: pytest.TempPathFactory, station_file: Path) -> Path:
    """A station of 40 cameras with four officers, made once."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(station_file, folder / "station.db")
    return enlisted(folder, with_officer)


@pytest.fixture
def made(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, office_station: Path
) -> Iterator[MakeStage]:
    """A window over it, whose console was prepared; nobody has come in."""
    folder = tmp_path / "station"
    shutil.copytree(office_station, folder)
    footage = recorded([CameraId(1), CameraId(2), CameraId(3)], clock.now(), 1, gaps_a_day=0.001)
    stages: list[Stage] = []

    def make(prepare: Callable[[Console], object]) -> Stage:
        stages.append(Stage(folder, clock, archive=archive_of(footage), prepare=prepare))
        stages[0].window.activateWindow()
        return stages[0]

    yield make
    for stage in stages:
        stage.close()
