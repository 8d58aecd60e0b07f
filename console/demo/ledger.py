"""What every camera did in a demo, as a table for a terminal."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable

from console.events import Event, Measured, StreamChanged, StreamFigures, StreamState
from db.records import Camera, CameraId

_LINE = "{:>4}  {:<34}  {:<11}  {:<18}  {:<5}  {:>9}  {:>5}  {:>6}  {:>5}"
_HEAD = ("no.", "camera", "state", "reason", "codec", "size", "fps", "kbit/s", "lost")


class Ledger:
    """Hears events from any thread and keeps the last state and figures of each camera."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # leaf lock; guards what is below
        self._cameras: tuple[Camera, ...] = ()
        self._states: dict[CameraId, StreamChanged] = {}
        self._figures: dict[CameraId, StreamFigures] = {}

    def heard(self, event: Event) -> None:
        """Note an event; others than states and figures are passed over."""
        with self._lock:
            match event:
                case StreamChanged():
                    self._states[event.camera_id] = event
                case Measured():
                    self._figures |= {figures.camera_id: figures for figures in event.figures}

    def know(self, cameras: Iterable[Camera]) -> None:
        """These are the cameras, in the order of the table."""
        with self._lock:
            self._cameras = tuple(cameras)

    def lines(self) -> list[str]:
        """A head, a line for each camera that was shown, and their count by state."""
        with self._lock:
            cameras, states, figures = self._cameras, dict(self._states), dict(self._figures)
        shown = [camera for camera in cameras if camera.id in states]
        counts = Counter(states[camera.id].state for camera in shown)
        return [
            _LINE.format(*_HEAD),
            *(_line(camera, states[camera.id], figures.get(camera.id)) for camera in shown),
            ", ".join(f"{counts[state]} {state}" for state in StreamState if counts[state]),
        ]


def _line(camera: Camera, stand: StreamChanged, figures: StreamFigures | None) -> str:
    measured = ("", "", "", "", "")
    if figures is not None and stand.state in {StreamState.LIVE, StreamState.LATE}:
        measured = (
            figures.codec,
            f"{figures.width}x{figures.height}",
            f"{figures.decoded_fps:.1f}",
            f"{figures.kbit_s:.0f}",
            str(figures.packets_lost),
        )
    return _LINE.format(
        camera.number, camera.name[:34], stand.state, stand.reason, *measured
    ).rstrip()
