"""Tells the bench once a second where the tiles are and how many pictures each has painted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Slot

from console.bench.meter import MeterFile, Reading, TileMark
from console.clock import Clock
from ui.wall.canvas_widget import WallCanvas

_WRITTEN_EACH_MS = 1000


class Meter(QObject):
    """Reads a wall and writes what it shows to a file."""

    def __init__(
        self, path: Path, canvas: WallCanvas, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._clock = clock
        self._file = MeterFile(path)
        self._timer = QTimer(self, interval=_WRITTEN_EACH_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def close(self) -> None:
        """Write no more."""
        self._timer.stop()
        self._file.close()

    @Slot()
    def _on_time(self) -> None:
        ratio = self._canvas.devicePixelRatioF()
        corner = self._canvas.mapToGlobal(QPoint(0, 0))
        left, top = round(corner.x() * ratio), round(corner.y() * ratio)
        marks = tuple(
            TileMark(
                number=tile.label.number,
                x=left + tile.picture_box.x(),
                y=top + tile.picture_box.y(),
                width=tile.picture_box.width(),
                height=tile.picture_box.height(),
                painted=tile.painted,
                decoded=self._canvas.view.decoded(tile.slot),
            )
            for tile in self._canvas.tiles
            if tile.painted
        )
        self._file.write(Reading(self._clock.monotonic_s(), marks))
