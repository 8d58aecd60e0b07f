"""What tests of masks and stills stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.fakes import FakeClock
from tests.ui.evidence.bench import Bench


@pytest.fixture
def bench(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, station_file: Path
) -> Iterator[Bench]:
    made = Bench(tmp_path, station_file, clock)
    yield made
    made.close()
