"""Tells the engine which cameras there are, and for a while one more that is being tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.errors import Problem
from console.video.ports import CameraSource, LiveEngine
from ui.tasks import Tasks

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.fleet import Fleet


class Feeding(QObject):
    """Keeps ``LiveEngine.set_cameras`` in step with the fleet.  GUI thread only."""

    failed = Signal(object)  # the Problem: passwords or cameras could not be read

    def __init__(
        self, fleet: Fleet, engine: LiveEngine, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fleet = fleet
        self._engine = engine
        self._tasks = tasks
        self._kept: list[CameraSource] = []
        self._tried: CameraSource | None = None

    @property
    def engine(self) -> LiveEngine:
        """The engine that is told."""
        return self._engine

    def renew(self) -> None:
        """Read the cameras again and tell the engine."""
        self._tasks.renew(self._fleet.sources, done=self._on_read, failed=self._on_failed)

    def try_out(self, source: CameraSource | None) -> None:
        """Let the engine show ``source`` beside the station's cameras; None ends it."""
        self._tried = source
        self._tell()

    def _on_read(self, sources: list[CameraSource]) -> None:
        self._kept = sources
        self._tell()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _tell(self) -> None:
        self._engine.set_cameras([*self._kept, *([self._tried] if self._tried else [])])
