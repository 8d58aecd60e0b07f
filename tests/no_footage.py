"""The part of an engine that most tests never ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from console.video.footage_ports import ReviewPlayer
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.records import CameraId, StreamRole


class NoFootage:
    """A ``FootageEngine`` that neither records nor plays; a test that asks it is wrong."""

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        raise AssertionError("nothing is recorded here")

    def player(self) -> ReviewPlayer:
        raise AssertionError("nothing is played here")

    def cut(self, *_: object, **__: object) -> str:
        raise AssertionError("nothing is cut here")

    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: object = None,
        role: StreamRole | None = None,
    ) -> str:
        raise AssertionError("no picture is kept here")

    def view(self, *_: object, **__: object) -> str:
        raise AssertionError("nothing is copied here")
