"""How late an event loop's timer comes: counted in the window, and in a process with nothing else.

The second is the measure for the first: what both suffer is the machine's doing, not ours.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from console.bench.meter import BEAT_S, MeterFile, StallCounter
from console.clock import Clock, SystemClock

_WRITTEN_EACH_S = 1.0


class StallTimer(QObject):
    """Beats every 10 ms on the GUI thread and writes once a second how late the beats came."""

    def __init__(self, path: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._file = MeterFile(path)
        self._counter = StallCounter(clock.monotonic_s())
        self._write_s = clock.monotonic_s() + _WRITTEN_EACH_S
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(int(BEAT_S * 1000))

    def close(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self._file.close()

    @Slot()
    def _on_beat(self) -> None:
        now_s = self._clock.monotonic_s()
        self._counter.beat(now_s)
        if now_s >= self._write_s:
            self._file.write(self._counter.reading())
            self._write_s = now_s + _WRITTEN_EACH_S


def main(path: Path) -> int:
    """Be that process: beat until somebody ends it."""
    application = QCoreApplication([])
    timer = StallTimer(path, SystemClock(), application)
    code = application.exec()
    timer.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
