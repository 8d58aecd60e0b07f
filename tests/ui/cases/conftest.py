"""A staffed station, and the page of an incident before it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.fakes import FakeClock
from tests.ui.cases.seat import CaseSeat


@pytest.fixture
def seat(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[CaseSeat]:
    """An administrator, a duty officer and a chief; nobody sits here yet."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = CaseSeat(tmp_path, clock)
    yield made
    made.close()
