"""The least that a key of the moment can take: one page on the disk, one tile painted.

A window with nothing else, for the bench; its key is an event of its own.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.clock import SystemClock
from console.workers import Lane, Workers
from ui.overriding import override
from ui.tasks import Tasks

_PAGE = 4096
_EACH_MS = 300
_SIZE = (213, 120)  # of a tile among 81


class _Tile(QWidget):
    def __init__(self, path: Path, keys: int) -> None:
        super().__init__()
        self.resize(*_SIZE)
        self._log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
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
            os.close(self._log)
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
        """What a commit comes to on a disk: a page appended to a log, and fsync."""
        os.write(self._log, bytes(_PAGE))
        os.fsync(self._log)

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
    application = QApplication([])
    tile = _Tile(path, keys)
    tile.show()
    application.exec()
    sys.stdout.write(json.dumps(tile.took_ms) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
