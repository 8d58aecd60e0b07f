"""A staffed station whose first team has members: a desk before it, or the whole window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.fakes import FakeClock
from tests.ui.people.booth import Booth, enlist
from tests.ui.stage import Stage


@pytest.fixture
def booth(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Booth]:
    """Three officers, eight clusters; four members answer for the first; nobody sits here yet."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Booth(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """The window over the same station; nobody has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock, prepare=enlist)
    yield made
    made.close()
