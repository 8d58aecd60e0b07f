"""The least that a key of the moment can take: one row on the disk, one frame painted.

A window with nothing else, for the bench; its key is an event of its own.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from console.clock import SystemClock
from console.workers import Lane, Workers
from ui.tasks import Tasks

_EACH_MS = 300
_SIZE = (213, 120)  # of a tile among 81


class _Tile(QWidget):
    def __init__(self, path: Path, keys: int) -> None:
        super().__init__()
        self.resize(*_SIZE)
        self._path = path
        self._left = keys
        self._clock = SystemClock()
        self._workers = Workers()
        self._tasks = Tasks(self._workers, self)
        self._pressed_s = 0.0
        self._lit = False
        self.took_ms: list[float] = []
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    @Slot()
    def _press(self) -> None:
        if not self._left:
            self._timer.stop()
            self._workers.close()
            QApplication.quit()
            return
        self._left -= 1
        self._pressed_s = self._clock.monotonic_s()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(self, key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._tasks.run(self._keep, done=self._on_kept, failed=lambda _: None, lane=Lane.WRITE)

    def _keep(self) -> None:
        with sqlite3.connect(self._path) as db:
            db.execute("pragma synchronous = full")
            db.execute("insert into mark (at) values (?)", (self._pressed_s,))
        db.close()

    def _on_kept(self, _: object) -> None:
        self._lit = not self._lit
        self.repaint()
        self.took_ms.append(1000 * (self._clock.monotonic_s() - self._pressed_s))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#4da3ff" if self._lit else "#101418"))
        painter.end()


def main(path: Path, keys: int) -> int:
    """Write how long each key took, in milliseconds, as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = wal")
    db.execute("create table mark (at real)")
    db.close()
    application = QApplication([])
    tile = _Tile(path, keys)
    tile.show()
    application.exec()
    sys.stdout.write(json.dumps(tile.took_ms) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
