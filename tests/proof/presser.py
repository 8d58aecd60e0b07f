"""A window whose officer presses B again and again, until somebody kills it.

``python -m tests.proof.presser FOLDER MARKS`` opens the station in ``FOLDER``.  Once each of its
four tiles has a picture a camera is chosen by its number and marked, then the next one.
``ui.mark_meter`` writes a line into ``MARKS`` for each flash that was painted.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest

from console.app import Console, build_live
from console.events import Post
from ui import start
from ui.main_window import MainWindow

_NUMBERS = "1234"
_EACH_MS = 250


class Presser(QObject):
    """Presses real keys: they come from the platform, as those of a keyboard do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._numbers = cycle(_NUMBERS)
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    @Slot()
    def _on_time(self) -> None:
        wall, handle = self._window.wall, self._window.windowHandle()
        tiles = wall.canvas.tiles if wall is not None else ()
        if sum(1 for tile in tiles if tile.painted) < len(_NUMBERS):
            return
        self._window.activateWindow()
        for key in (ord(next(self._numbers)), Qt.Key.Key_Return, Qt.Key.Key_B):
            QTest.keyClick(handle, Qt.Key(key))


def main(folder: Path, marks: Path) -> int:
    """Show the window until it is closed, or killed."""

    def open_console(post: Post) -> Console:
        return build_live(folder, post)

    def opened(window: MainWindow) -> None:
        Presser(window)

    options = start.WindowOptions(tiles=len(_NUMBERS), marks=marks)
    return start.run_window(open_console, options, opened)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
