from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.wall.small_wall import Wall


@pytest.fixture
def wall(qtbot: QtBot, vietnamese: QTranslator, clock: FakeClock) -> Iterator[Wall]:
    made = Wall(clock)
    qtbot.addWidget(made.widget)
    yield made
    made.widget.let_go()
    made.view.close()
