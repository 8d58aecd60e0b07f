"""An engine that has pictures and nothing else, each with its camera and instant inside."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from console.errors import Cancelled, FileTaken, FootageMissing
from console.workers import Stop
from db.records import CameraId, StreamRole, to_us
from tests.no_footage import NoFootage
from tests.timelines import Index

FRAME_US = 40_000


class Draw(Protocol):
    """Writes the picture of a camera at an instant into a file; its width and height."""

    def __call__(self, camera_id: CameraId, shown_us: int, target: Path) -> tuple[int, int]: ...


def lettered(camera_id: CameraId, shown_us: int, target: Path) -> tuple[int, int]:
    """No picture at all, but bytes that tell which it would be."""
    target.write_bytes(f"{camera_id} at {shown_us}".encode())
    return 640, 360


class StillEngine(NoFootage):
    """Has a picture every 40 ms wherever ``index`` has footage."""

    def __init__(self, index: Index, draw: Draw = lettered) -> None:
        self.index = index
        self.draw = draw
        self.asked: list[tuple[CameraId, int]] = []
        self.roles: list[StreamRole | None] = []
        self.folders: list[Path] = []

    @override
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
        self.asked.append((camera_id, to_us(at)))
        self.roles.append(role)
        self.folders.append(target.parent)
        if stop.is_set():
            raise Cancelled
        if target.exists():
            raise FileTaken
        for run in self.index.footage:
            if role not in (None, run.role):
                continue
            if run.camera_id == camera_id and run.start_us <= to_us(at) < run.end_us:
                shown_us = to_us(at) - (to_us(at) - run.start_us) % FRAME_US
                width, height = self.draw(camera_id, shown_us, target)
                return json.dumps({"shown_us": shown_us, "width": width, "height": height})
        raise FootageMissing
