"""Segments, volumes and orders for tests of recording, made without a camera."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from console.video import footage_files
from console.video.archive import Archive
from console.video.footage_files import Marker
from console.video.wire_footage import RecordOrder, SegmentDone, VolumeOrder
from db.footage_records import EndReason, Plan, Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us

GATE, YARD = CameraId(7), CameraId(8)
SECOND_US = 1_000_000
MINUTE_US = 60 * SECOND_US
T0 = 1_790_000_040_000_000  # Monday 21 September 2026, 14:14 UTC
DISK = VolumeId(1)
CONTENT = b"not a picture" * 100


def segment(
    at_us: int = T0,
    *,
    camera: CameraId = GATE,
    run_us: int | None = None,
    length_us: int = MINUTE_US,
    role: StreamRole = StreamRole.SUB,
    era: int = 0,
    volume: VolumeId = DISK,
    end: EndReason = EndReason.FULL,
    size: int = len(CONTENT),
) -> Segment:
    return Segment(
        camera_id=camera,
        role=role,
        volume_id=volume,
        era=era,
        run_us=at_us if run_us is None else run_us,
        start_us=at_us,
        duration_us=length_us,
        monotonic_ns=5,
        camera_off_us=-12,
        frames=900,
        keys=30,
        size_bytes=size,
        sha256=hashlib.sha256(CONTENT).digest(),
        end_reason=end,
        quicktime=False,
    )


def told(of: Segment) -> SegmentDone:
    """What a worker says of a segment."""
    return SegmentDone(
        camera_id=of.camera_id,
        role=of.role,
        volume_id=of.volume_id,
        era=of.era,
        run_us=of.run_us,
        start_us=of.start_us,
        duration_us=of.duration_us,
        monotonic_ns=of.monotonic_ns,
        camera_off_us=of.camera_off_us,
        frames=of.frames,
        keys=of.keys,
        size_bytes=of.size_bytes,
        sha256=of.sha256.hex(),
        end_reason=of.end_reason,
        quicktime=of.quicktime,
        looks="",
    )


def minutes(first: int, last: int, camera: CameraId = GATE) -> list[Segment]:
    """One run of segments of a minute each, from minute ``first`` to before ``last``."""
    run_us = T0 + first * MINUTE_US
    return [segment(T0 + n * MINUTE_US, camera=camera, run_us=run_us) for n in range(first, last)]


def adding(segment: Segment) -> Callable[[Archive], None]:
    """What an index's desk is told of a segment."""
    return lambda archive: archive.add(segment)


def span(first: float, last: float) -> Span:
    """From minute to minute."""
    return Span(from_us(T0 + int(first * MINUTE_US)), from_us(T0 + int(last * MINUTE_US)))


def at(minute: float) -> int:
    return T0 + int(minute * MINUTE_US)


def volume(folder: Path, number: VolumeId = DISK, reserve: int = 0) -> VolumeOrder:
    """A marked folder."""
    folder.mkdir(exist_ok=True)
    footage_files.mark_volume(folder, Marker(number, "station"))
    return VolumeOrder(number, str(folder), reserve, True, "station")


def lay_down(folder: Path, of: Segment) -> Path:
    """A file in the segment's place."""
    path = footage_files.path_of(folder, of)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(CONTENT)
    return path


def order(camera: CameraId = GATE, **its: object) -> RecordOrder:
    fields: dict[str, object] = {
        "role": StreamRole.SUB,
        "plan": Plan.ALWAYS,
        "week": "",
        "audio": False,
        "sessions": 2,
        "budget_bytes": 0,
    }
    return RecordOrder(camera, **(fields | its))  # type: ignore[arg-type]
