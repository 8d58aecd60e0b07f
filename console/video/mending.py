"""Footage on disk and rows in the index brought together: what a kill left, what a hand changed.

Runs on the keeper's thread, or in ``ward-console check``.  It reads files; rows change only
through what it returns.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from console.video import fmp4_reader, footage_files
from console.video.archive_reader import ArchiveReader
from console.video.footage_files import FootageDamaged
from console.video.hashing import sha256_of
from db.footage_records import Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us
from db.structs import Struct, field

log = logging.getLogger(__name__)

QUIET_S = 3.0
"""A partial of an engine that is gone and did not grow for so long is written by nobody."""
ABANDONED_S = 600.0
"""… and of this engine: its writer gave it up.  A disk that hangs is told of long before."""


class Compared(Struct):
    """One folder's files against the index's rows."""

    missing: list[Segment] = field(default_factory=list)  # a row, and no file
    changed: list[Segment] = field(default_factory=list)  # a file of another size or hash
    unknown: list[Path] = field(default_factory=list)  # a whole file, and no row
    cut_off: list[Path] = field(default_factory=list)  # a partial
    aside: list[Path] = field(default_factory=list)  # kept as it was found, and no footage


def folders(
    volumes: Mapping[VolumeId, Path], since: date | None = None, cameras: Collection[int] = ()
) -> Iterator[tuple[VolumeId, Path]]:
    """Each camera's folder of each day from ``since`` on, of ``cameras`` or (empty) of all."""
    earliest = "" if since is None else f"{since:%Y%m%d}"
    for volume_id, volume in volumes.items():
        for day in footage_files.days(volume):
            if day.name < earliest:
                continue
            for folder in footage_files.cameras(day):
                if not cameras or int(folder.name) in cameras:
                    yield volume_id, folder


def places(reader: ArchiveReader, volumes: Mapping[VolumeId, Path]) -> list[tuple[VolumeId, Path]]:
    """Every folder that the index or the volume itself knows of."""
    known = {
        (usage.volume_id, volume / f"{usage.day:%Y%m%d}" / f"{usage.camera_id:06d}")
        for usage in reader.usage()
        if (volume := volumes.get(usage.volume_id)) is not None
    }
    return sorted(known | set(folders(volumes)))


def compare(
    reader: ArchiveReader, volume_id: VolumeId, folder: Path, *, by_hash: bool = False
) -> Compared:
    """The files of one camera's day against its rows; ``by_hash`` reads every file.

    Raises OSError, StoreDamaged, StoreFailed.
    """
    found = Compared()
    # No paths: Python keeps each part of a path in one table (it "interns" them), which grows by
    # every one that comes and goes, and an engine looks at a folder every two seconds.
    entries = _entries(folder)
    for segment in _rows_of(reader, volume_id, folder):
        name = footage_files.name_of(segment)
        entry = entries.pop(name, None)
        if entry is None:
            found.missing.append(segment)
        elif entry.stat().st_size != segment.size_bytes or (
            by_hash and sha256_of(folder / name) != segment.sha256
        ):
            found.changed.append(segment)
    for name in sorted(entries):
        parsed = footage_files.parse_name(name)
        if parsed is not None:
            (found.cut_off if parsed.partial else found.unknown).append(folder / name)
        elif footage_files.parse_aside(name) is not None:
            found.aside.append(folder / name)
    return found


def footage_in(folder: Path) -> list[Path]:
    """The segments and partials in a camera's folder of a day.  Raises OSError."""
    return sorted(
        path for path in folder.iterdir() if footage_files.parse_name(path.name) is not None
    )


def began_before(path: Path, before_us: int) -> bool:
    """Whether a file of ours says in its name that it begins before an instant."""
    name = footage_files.parse_name(path.name)
    return name is not None and name.start_us < before_us


def is_quiet(path: Path, now: datetime, quiet_s: float) -> bool:
    """Whether a file did not grow for so long.  Raises OSError."""
    return now.timestamp() - path.stat().st_mtime >= quiet_s


def is_cut_short(path: Path, segment: Segment) -> bool:
    """Whether a file has only lost its end: what is there is then what was recorded.

    One that is shorter and has an end of its own was made so by somebody.  Raises OSError.
    """
    if path.stat().st_size >= segment.size_bytes:
        return False
    return not fmp4_reader.scan(path).tail


def rescue(path: Path, volume_id: VolumeId) -> tuple[Segment, bytes] | None:
    """The segment in a file that has no row, and its change map; None if there is none.

    One that was cut off is mended.

    A partial with nothing whole in it is renamed, so that nobody looks at it again.
    """
    try:
        if path.name.endswith(footage_files.PARTIAL):
            segment = footage_files.repair(path, volume_id)
        else:
            segment = footage_files.read_segment(path, volume_id)
        kept = path.with_name(path.name.removesuffix(footage_files.PARTIAL))
        return segment, footage_files.change_map(kept)
    except FootageDamaged as problem:
        log.warning("%s", problem)
        if path.name.endswith(footage_files.PARTIAL) and path.exists():
            footage_files.set_aside(path)
    except OSError as error:
        log.warning("%s cannot be mended: %s", path.name, error.strerror)
    return None


def _entries(folder: Path) -> dict[str, os.DirEntry[str]]:
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _rows_of(reader: ArchiveReader, volume_id: VolumeId, folder: Path) -> Iterator[Segment]:
    """The rows whose files must lie in ``folder``, which is called by camera in one by day."""
    day = folder.parent.name
    start = from_us(0).replace(year=int(day[:4]), month=int(day[4:6]), day=int(day[6:]))
    span = Span(start, start + timedelta(days=1))
    for role in StreamRole:
        for segment in reader.segments(CameraId(int(folder.name)), role, span):
            if segment.volume_id == volume_id and span.holds(from_us(segment.start_us)):
                yield segment
