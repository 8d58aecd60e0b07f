"""Where every camera stands: the one place in the window that remembers states and figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from console.clock import Clock
from console.events import Measured, Reason, StreamChanged, StreamFigures, StreamState
from db.records import CameraId
from ui.bridge import Bridge
from ui.exports import Exports
from ui.recorded import Recorded

LOST = frozenset({StreamState.STALLED, StreamState.OFFLINE, StreamState.UNSUPPORTED})
LIVE = frozenset({StreamState.LIVE, StreamState.LATE})


@dataclass(frozen=True, slots=True)
class Stand:
    """The state of one camera; ``since_s`` is when it began, on ``Clock.monotonic_s``."""

    state: StreamState
    reason: Reason
    detail: str
    since_s: float


class Standing(QObject):
    """Hears states and figures from the bridge and answers for the whole window."""

    moved = Signal(int)  # the CameraId whose state is another
    measured = Signal()  # new figures

    def __init__(self, bridge: Bridge, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.recorded = Recorded(bridge, self)
        self.exports = Exports(bridge, clock, self)
        self._stands: dict[CameraId, Stand] = {}
        self._figures: dict[CameraId, StreamFigures] = {}
        self._unknown = Stand(StreamState.PAUSED, Reason.NOT_SHOWN, "", clock.monotonic_s())
        bridge.stream_changed.connect(self._on_stream_changed)
        bridge.measured.connect(self._on_measured)

    def of(self, camera_id: CameraId) -> Stand:
        """Where a camera stands; paused as long as nothing was heard of it."""
        return self._stands.get(camera_id, self._unknown)

    def figures(self, camera_id: CameraId) -> StreamFigures | None:
        """What its stream did in the last second; None while it is not shown."""
        return self._figures.get(camera_id)

    def count(self, states: frozenset[StreamState]) -> int:
        """How many cameras are in one of ``states``."""
        kinds = Counter(stand.state for stand in self._stands.values())
        return sum(kinds[state] for state in states)

    def keep(self, cameras: frozenset[CameraId]) -> None:
        """Forget every camera that is not in ``cameras`` any more."""
        self._stands = {key: stand for key, stand in self._stands.items() if key in cameras}

    def forget(self, camera_id: CameraId) -> None:
        """As if nothing had been heard of a camera."""
        self._stands.pop(camera_id, None)

    @Slot(StreamChanged)
    def _on_stream_changed(self, event: StreamChanged) -> None:
        before = self._stands.get(event.camera_id)
        since_s = self._clock.monotonic_s()
        if before is not None and before.state is event.state:
            since_s = before.since_s
        self._stands[event.camera_id] = Stand(event.state, event.reason, event.detail, since_s)
        self.moved.emit(event.camera_id)

    @Slot(Measured)
    def _on_measured(self, event: Measured) -> None:
        self._figures = {figures.camera_id: figures for figures in event.figures}
        self.measured.emit()
