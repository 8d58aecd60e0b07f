"""A window over a made-up city, in a process that has no screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fakes import FakeClock

if TYPE_CHECKING:  # it sets the screen up, which the platform must be chosen before
    from tests.ui.stage import Stage


@contextmanager
def window_over(station: Path, clock: FakeClock) -> Iterator[Stage]:
    """The window of the station in a folder, dressed for the night; once in a process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.ui.stage import Stage
    from ui import theme
    from ui.garbage import GarbageCollector
    from ui.theme import ThemeName

    app = QApplication([])
    theme.apply(app, ThemeName.NIGHT)
    garbage = GarbageCollector(app)
    stage = Stage(station, clock)
    garbage.settle()
    yield stage
    stage.close()
