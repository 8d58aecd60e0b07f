"""A window over 40 cameras with three days of footage, on the review page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from db.records import CameraId
from tests.fakes import FakeClock
from tests.ui.fake_review import FakeFootage, archive_of, recorded
from tests.ui.stage import Stage, wait_for

CAMERAS = [CameraId(number) for number in range(1, 41)]


@pytest.fixture
def footage(clock: FakeClock) -> FakeFootage:
    return recorded(CAMERAS, clock.now(), 3)


@pytest.fixture
def stage(
    vietnamese: QTranslator,
    clock: FakeClock,
    tmp_path: Path,
    station_file: Path,
    footage: FakeFootage,
) -> Iterator[Stage]:
    shutil.copy(station_file, tmp_path / "station.db")
    made = Stage(tmp_path, clock, archive=archive_of(footage))
    wait_for(lambda: len(made.shown) == 16)
    made.window.activateWindow()
    made.window.show_page("review")
    yield made
    made.close()
