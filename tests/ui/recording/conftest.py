"""What the tests of recording's pages share: a ward that records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests import wards
from tests.fakes import FakeClock
from tests.ui.stage import Stage, wait_for


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    """Six cameras and a folder to record into; the engine was told so."""
    wards.made(tmp_path / "station.db", cameras=6)
    (tmp_path / "disk").mkdir()
    stage = Stage(
        tmp_path,
        clock,
        prepare=lambda console: console.recording.add_volume(str(tmp_path / "disk"), 10),
    )
    wait_for(lambda: len(stage.engine.orders) == 6)
    yield stage
    stage.close()
