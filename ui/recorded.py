"""How recording goes: the one place in the window that remembers it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from console.events import Doubt, Measured, RecordingChanged, RecordingMeasured
from db.footage_records import GapCause, VolumeId
from db.records import CameraId, StreamRole, from_us
from ui.bridge import Bridge


class Recorded(QObject):
    """Hears of recording from the bridge, and what was ordered from ``ui.recording.telling``."""

    moved = Signal(int)  # the CameraId that is recorded now, or is not any more
    measured = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._causes: dict[CameraId, GapCause | None] = {}
        self._doubts: dict[CameraId, tuple[Doubt, ...]] = {}
        self._wanted: frozenset[CameraId] = frozenset()
        self._reserves: Mapping[VolumeId, int] = {}
        self.paths: Mapping[VolumeId, str] = {}
        self.figures: RecordingMeasured | None = None
        self.rates: dict[tuple[CameraId, StreamRole], float] = {}
        """The last measured kbit/s of every stream that was shown since the start."""
        bridge.recording_changed.connect(self._on_changed)
        bridge.recording_measured.connect(self._on_recording_measured)
        bridge.measured.connect(self._on_measured)

    def order(
        self,
        wanted: frozenset[CameraId],
        paths: Mapping[VolumeId, str],
        reserves: Mapping[VolumeId, int],
    ) -> None:
        """What the engine was told: which cameras, where footage lies.

        ``reserves`` are the bytes that are left free where it is written now.
        """
        self._wanted, self.paths, self._reserves = wanted, paths, reserves
        self._causes = {key: cause for key, cause in self._causes.items() if key in wanted}
        self._doubts = {key: doubts for key, doubts in self._doubts.items() if key in wanted}
        self.measured.emit()

    @property
    def written(self) -> Set[VolumeId]:
        """Where footage is written now; what else is in ``paths`` is retired."""
        return self._reserves.keys()

    def is_wanted(self, camera_id: CameraId) -> bool:
        """Whether a camera is to be recorded at some hour."""
        return camera_id in self._wanted

    def knows(self, camera_id: CameraId) -> bool:
        """Whether the engine has said anything about a camera that is to be recorded."""
        return camera_id in self._causes

    def cause(self, camera_id: CameraId) -> GapCause | None:
        """Why a camera is not being recorded; None while it is, or while nothing is known."""
        return self._causes.get(camera_id)

    def doubts(self, camera_id: CameraId) -> tuple[Doubt, ...]:
        """What is not as it should be of a camera that is recorded."""
        return self._doubts.get(camera_id, ())

    def is_recorded(self, camera_id: CameraId) -> bool | None:
        """Whether a camera is being recorded; None: it is not to be at this hour, or who knows."""
        if not self.knows(camera_id) or self.cause(camera_id) is GapCause.SCHEDULE:
            return None
        return self.cause(camera_id) is None

    def known_date(self) -> datetime | None:
        """The date that the engine knows, where it does not believe the PC's."""
        known = None if self.figures is None else self.figures.known_us
        return None if known is None else from_us(known)

    def counts(self) -> tuple[int, int]:
        """How many cameras are being recorded, of how many that should be at this hour."""
        now = [key for key in self._wanted if self._causes.get(key) is not GapCause.SCHEDULE]
        done = sum(key in self._causes and self._causes[key] is None for key in now)
        return done, len(now)

    def days(self) -> int | None:
        """How many days fit on the disks at the present rate; None while that is not known."""
        figures = self.figures
        if figures is None or not figures.bytes_a_day or not figures.volumes:
            return None
        room = sum(
            each.footage_bytes + max(0, each.free_bytes - self._reserves[each.volume_id])
            for each in figures.volumes
            if each.volume_id in self._reserves
        )
        return room // figures.bytes_a_day

    @Slot(RecordingChanged)
    def _on_changed(self, event: RecordingChanged) -> None:
        self._causes[event.camera_id] = event.cause
        self._doubts[event.camera_id] = event.doubts
        self.moved.emit(event.camera_id)

    @Slot(RecordingMeasured)
    def _on_recording_measured(self, event: RecordingMeasured) -> None:
        self.figures = event
        self.measured.emit()

    @Slot(Measured)
    def _on_measured(self, event: Measured) -> None:
        for each in event.figures:
            if each.kbit_s > 0:
                self.rates[each.camera_id, each.role] = each.kbit_s
