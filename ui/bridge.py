"""The only way from a worker thread into Qt."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from console.events import (
    Changed,
    EngineChanged,
    Event,
    ExhibitMoved,
    ExportMoved,
    Measured,
    Noticed,
    Progressed,
    RecordingChanged,
    RecordingMeasured,
    ReviewMoved,
    StreamChanged,
)


class Bridge(QObject):
    """Turns events, posted from any thread, into signals on the GUI thread."""

    changed = Signal(Changed)
    stream_changed = Signal(StreamChanged)
    measured = Signal(Measured)
    engine_changed = Signal(EngineChanged)
    recording_changed = Signal(RecordingChanged)
    recording_measured = Signal(RecordingMeasured)
    review_moved = Signal(ReviewMoved)
    exhibit_moved = Signal(ExhibitMoved)
    export_moved = Signal(ExportMoved)
    progressed = Signal(Progressed)
    noticed = Signal(Noticed)

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, event: Event) -> None:
        """Hand over an event.  Safe from any thread; returns at once."""
        self._posted.emit(event)

    @Slot(object)
    def _deliver(self, event: Event) -> None:
        match event:
            case StreamChanged():
                self.stream_changed.emit(event)
            case Measured():
                self.measured.emit(event)
            case Changed():
                self.changed.emit(event)
            case EngineChanged():
                self.engine_changed.emit(event)
            case RecordingChanged():
                self.recording_changed.emit(event)
            case RecordingMeasured():
                self.recording_measured.emit(event)
            case ReviewMoved():
                self.review_moved.emit(event)
            case ExhibitMoved():
                self.exhibit_moved.emit(event)
            case ExportMoved():
                self.export_moved.emit(event)
            case Progressed():
                self.progressed.emit(event)
            case Noticed():
                self.noticed.emit(event)
