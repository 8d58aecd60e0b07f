"""Where footage lies: names of segments, the mark of a volume, and mending what was cut off.

``<volume>/<YYYYMMDD>/<camera, 6 digits>/<camera>-<role>-<YYYYMMDDTHHMMSS.ffffff>Z.mp4``, all UTC;
``.mov`` where the sound is G.711, and ``.partial`` behind it while the segment grows.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.durable import write_durably
from console.video import fmp4, fmp4_reader
from console.video.hashing import sha256_of
from console.video.looks import LOOK_BYTES
from db.durable import settle
from db.footage_records import EndReason, Segment, VolumeId
from db.records import CameraId, StreamRole, from_us, to_us
from db.structs import Frozen

MARKER = ".ward-footage"
PARTIAL = ".partial"
BROKEN = ".broken"
_NAME = re.compile(
    r"(?P<camera>\d{6,12})-(?P<role>main|sub)-(?P<start>\d{8}T\d{6}\.\d{6})Z\.(?P<kind>mp4|mov)"
    r"(?P<state>\.partial|\.broken)?"
)
_ASIDE = re.compile(rf"(?P<was>.+?)(\.\d{{1,9}})?{re.escape(BROKEN)}")
_START = "%Y%m%dT%H%M%S.%f"
_CHUNK = 1 << 20
_MAX_MARKER = 4096
_LONGEST_US = 3_600_000_000  # what says that it holds more than an hour lies


class FootageDamaged(Exception):
    """A file is not, or not any more, a segment of ours."""


class SegmentName(Frozen):
    """What a segment's file name says."""

    camera_id: CameraId
    role: StreamRole
    start_us: int
    quicktime: bool
    partial: bool = False


class Marker(Frozen):
    """What a volume's root says about itself, so that no other disk is taken for it."""

    volume_id: VolumeId
    station: str


def segment_path(
    volume: Path, camera_id: CameraId, role: StreamRole, start_us: int, *, quicktime: bool
) -> Path:
    """Where the segment of a stream that begins at ``start_us`` lies, once it is whole."""
    name = _name(camera_id, role, start_us, quicktime=quicktime)
    return Path(camera_folder(volume, camera_id, start_us)) / name


def camera_folder(volume: str | Path, camera_id: CameraId, at_us: int) -> str:
    """Where a camera's files of a day lie; no path, see ``place_of``."""
    return f"{volume}/{from_us(at_us):%Y%m%d}/{camera_id:06d}"


def name_of(segment: Segment) -> str:
    """How a segment's file is called."""
    return _name(segment.camera_id, segment.role, segment.start_us, quicktime=segment.quicktime)


def path_of(volume: Path, segment: Segment) -> Path:
    """Where a segment lies."""
    return segment_path(
        volume,
        segment.camera_id,
        segment.role,
        segment.start_us,
        quicktime=segment.quicktime,
    )


def place_of(volume: str | Path, segment: Segment) -> str:
    """As ``path_of``, but no path: Python keeps the parts of those in a table that grows."""
    folder = camera_folder(volume, segment.camera_id, segment.start_us)
    return f"{folder}/{name_of(segment)}"


def partial_path(path: Path) -> Path:
    """The name that a segment has while it grows."""
    return path.with_name(path.name + PARTIAL)


def parse_name(name: str) -> SegmentName | None:
    """What a file's name says, or None if it is none of ours."""
    match = _NAME.fullmatch(name)
    if match is None or match["state"] == BROKEN:
        return None
    try:
        start = datetime.strptime(match["start"], _START).replace(tzinfo=UTC)
    except ValueError:
        return None
    return SegmentName(
        camera_id=CameraId(int(match["camera"])),
        role=StreamRole(match["role"]),
        start_us=to_us(start),
        quicktime=match["kind"] == "mov",
        partial=match["state"] is not None,
    )


def parse_aside(name: str) -> SegmentName | None:
    """What the name of a file that was set aside says, or None if it is none of those."""
    match = _ASIDE.fullmatch(name)
    return None if match is None else parse_name(match["was"])


def files(volume: Path) -> Iterator[Path]:
    """Every segment and partial of a volume, in order of day, camera and name."""
    for day in days(volume):
        for camera in cameras(day):
            yield from (path for path in _inside(camera) if parse_name(path.name) is not None)


def days(volume: Path) -> list[Path]:
    """A volume's folders of a day each, in order; what only looks like one is passed over."""
    return [path for path in _folders(volume, r"\d{8}") if _is_day(path.name)]


def cameras(day: Path) -> list[Path]:
    """The cameras' folders of a day, in order."""
    return _folders(day, r"\d{6,12}")


def partials(volume: Path) -> list[Path]:
    """The segments of a volume that were not ended: growing ones, and those of a kill."""
    return [path for path in files(volume) if path.name.endswith(PARTIAL)]


def mark_volume(volume: Path, marker: Marker) -> None:
    """Make a folder a volume.  Raises OSError."""
    body = {"volume": marker.volume_id, "station": marker.station}
    write_durably(volume / MARKER, json.dumps(body).encode(), 0o644)


def read_marker(volume: Path) -> Marker | None:
    """What a folder says about itself; None if it is no volume, or cannot be read."""
    try:
        with (volume / MARKER).open("rb") as file:
            body = json.loads(file.read(_MAX_MARKER))
        return Marker(VolumeId(int(body["volume"])), str(body["station"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_volume(folder: Path, volume_id: VolumeId, station: str) -> bool:
    """Whether a folder is this volume of this station; "": whichever station's."""
    marker = read_marker(folder)
    return marker is not None and marker.volume_id == volume_id and station in ("", marker.station)


def read_segment(path: Path, volume_id: VolumeId) -> Segment:
    """The segment that a whole file holds, hash included: what its row must say.

    Raises:
        FootageDamaged: it is none of ours, cut off, or has no end.
        OSError: it cannot be read.
    """
    scan = fmp4_reader.scan(path)
    if not scan.tail or scan.whole != scan.size:
        raise FootageDamaged(f"{path.name} is not whole")
    return _segment(path, scan, scan.tail, volume_id, quicktime=path.suffix == ".mov")


def repair(partial: Path, volume_id: VolumeId) -> Segment:
    """Make a segment of what a kill left: cut behind the last whole fragment, ended, named.

    It is on disk under its name when this returns.  Doing it again is harmless.

    Raises:
        FootageDamaged: not one whole fragment is in it; the file is as it was.
        OSError: it cannot be read or written.
    """
    name = parse_name(partial.name)
    if name is None or not name.partial:
        raise FootageDamaged(f"{partial.name} is not a segment's name")
    path = partial.with_name(partial.name.removesuffix(PARTIAL))
    if path.exists():
        raise FootageDamaged(f"{path.name} is there already")
    with partial.open("rb+", buffering=0) as file:
        scan = fmp4_reader.scan_file(file)
        hollow = _drop_hollow(file, scan)
        if hollow or not scan.tail:
            if not scan.frames:
                raise FootageDamaged(f"{partial.name} holds nothing whole")
            scan.tail = {
                "reason": EndReason.KILLED,
                "duration_us": scan.end * 100 // 9,
                "frames": scan.frames,
                "keys": scan.keys,
                "damaged": None,
                "camera_off_us": None,
            }
            file.truncate(scan.whole)
            file.seek(scan.whole)
            file.write(fmp4.ending(scan.tail))
        else:
            file.truncate(scan.whole)
    segment = _segment(partial, scan, scan.tail, volume_id, quicktime=name.quicktime)
    settle(partial, path)
    return segment


def change_map(path: Path) -> bytes:
    """The change map that a segment's file holds, packed; looks behind its end are left out.

    Raises OSError.
    """
    scan = fmp4_reader.scan(path)
    ms = scan.end // 90
    return b"".join(
        part
        for at in range(0, len(scan.looks) - LOOK_BYTES + 1, LOOK_BYTES)
        if int.from_bytes((part := scan.looks[at : at + LOOK_BYTES])[:4], "little") <= ms
    )


def set_aside(partial: Path) -> Path:
    """Rename what cannot be mended, so that nobody takes it for footage; its new path.

    What was set aside under that name before stays.
    """
    name = partial.name.removesuffix(PARTIAL)
    names = itertools.chain([name], (f"{name}.{again}" for again in itertools.count(2)))
    aside = next(path for each in names if not (path := partial.with_name(each + BROKEN)).exists())
    partial.rename(aside)
    return aside


def _drop_hollow(file: Any, scan: fmp4_reader.Scan) -> bool:
    """Leave out what has its length and not its content, and all behind it; whether there was any.

    The last fragments after a power cut, or any after a disk failed an fsync.
    """
    for index, fragment in enumerate(scan.fragments):
        if not fmp4_reader.is_sound(file, fragment):
            scan.whole = fragment.offset
            del scan.fragments[index:]
            return True
    return False


def _segment(
    path: Path,
    scan: fmp4_reader.Scan,
    tail: Any,
    volume_id: VolumeId,
    *,
    quicktime: bool,
) -> Segment:
    head = scan.head
    try:
        off = tail["camera_off_us"]
        segment = Segment(
            camera_id=CameraId(int(head["camera"])),
            role=StreamRole(head["role"]),
            volume_id=volume_id,
            era=int(head["era"]),
            run_us=int(head["run_us"]),
            start_us=int(head["start_us"]),
            duration_us=int(tail["duration_us"]),
            monotonic_ns=int(head["monotonic_ns"]),
            camera_off_us=int(off) if off is not None else None,
            frames=int(tail["frames"]),
            keys=int(tail["keys"]),
            size_bytes=path.stat().st_size,
            sha256=sha256_of(path),
            end_reason=EndReason(tail["reason"]),
            quicktime=quicktime,
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise FootageDamaged(f"{path.name} does not say what it is") from error
    if path_of(path.parents[2], segment) != path.with_name(path.name.removesuffix(PARTIAL)):
        raise FootageDamaged(f"{path.name} is another segment by its own words")
    if not 0 <= segment.duration_us <= _LONGEST_US:
        raise FootageDamaged(f"{path.name} is not as long as it says")
    return segment


def _name(camera_id: CameraId, role: StreamRole, start_us: int, *, quicktime: bool) -> str:
    kind = "mov" if quicktime else "mp4"
    return f"{camera_id:06d}-{role}-{from_us(start_us).strftime(_START)}Z.{kind}"


def _is_day(name: str) -> bool:
    try:
        datetime.strptime(name, "%Y%m%d").replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _folders(folder: Path, name: str) -> list[Path]:
    return [p for p in _inside(folder) if re.fullmatch(name, p.name, re.ASCII) and p.is_dir()]


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
