"""What the tests of the window share: no screen, Vietnamese words, a ward, an engine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from tests import wards
from tests.fakes import FakeClock
from tests.ui.access.people import enlisted, staffed
from tests.ui.fake_engine import FakeEngine
from tests.ui.stage import Stage, wait_for
from ui import theme, translation
from ui.garbage import GarbageCollector
from ui.theme import ThemeName

CAMERAS = 40
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Vietnamese words, compiled from what lies in the repository."""
    folder = tmp_path_factory.mktemp("translations")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = ROOT / "resources" / "translations" / "console_vi.ts"
    subprocess.run(
        [tool, "-silent", source, "-qm", folder / "console_vi.qm"], check=True, capture_output=True
    )
    return folder


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> Iterator[GarbageCollector]:
    """As in the program: windows of earlier tests do not die on a worker's thread."""
    collector = GarbageCollector(qapp)
    collector.settle()
    yield collector
    collector.close()


@pytest.fixture
def vietnamese(qapp: QApplication, translations: Path) -> Iterator[QTranslator]:
    """The screen speaks Vietnamese."""
    translator = translation.install(qapp, "vi", translations)
    assert translator is not None
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The night theme, so that sizes and colours are those of the real window."""
    if not qapp.styleSheet():
        theme.apply(qapp, ThemeName.NIGHT)


@pytest.fixture
def engine(clock: FakeClock) -> FakeEngine:
    return FakeEngine(clock)


@pytest.fixture(scope="session")
def station_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station of 40 cameras in clusters of five, made once."""
    return wards.made(tmp_path_factory.mktemp("station") / "station.db", CAMERAS)


@pytest.fixture(scope="session")
def staffed_station(tmp_path_factory: pytest.TempPathFactory, station_file: Path) -> Path:
    """The same station with an administrator, a duty officer and a chief, made once."""
    folder = tmp_path_factory.mktemp("staffed")
    shutil.copy(station_file, folder / "station.db")
    return enlisted(folder, staffed)


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, station_file: Path
) -> Iterator[Stage]:
    """The whole window over 40 cameras, 16 of them on the wall."""
    shutil.copy(station_file, tmp_path / "station.db")
    made = Stage(tmp_path, clock)
    wait_for(lambda: len(made.shown) == 16)
    yield made
    made.close()
