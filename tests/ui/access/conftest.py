"""A station with officers, its window locked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.fakes import FakeClock
from tests.ui.stage import Stage


@pytest.fixture
def locked(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """Three officers, nobody signed in, 40 cameras on the wall."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock)
    yield made
    made.close()
