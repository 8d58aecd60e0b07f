"""A station with footage, and somebody before it who may export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.fakes import FakeClock
from tests.ui.access.people import enlisted
from tests.ui.evidence.packages.seat import PackageSeat, recorded, with_officer


@pytest.fixture(scope="session")
def packing_station(tmp_path_factory: pytest.TempPathFactory, station_file: Path) -> Path:
    """Forty cameras, an administrator, a duty officer, a chief and an officer; made once."""
    folder = tmp_path_factory.mktemp("packing")
    shutil.copy(station_file, folder / "station.db")
    return enlisted(folder, with_officer)


@pytest.fixture
def seat(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, packing_station: Path
) -> Iterator[PackageSeat]:
    shutil.copytree(packing_station, tmp_path, dirs_exist_ok=True)
    recorded(tmp_path, clock)
    made = PackageSeat(tmp_path, clock)
    yield made
    made.close()
