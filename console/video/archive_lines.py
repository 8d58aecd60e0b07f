"""What the footage index tells of wanted stretches, many at once: their parts, sizes, key frames.

Sums are made by SQLite: a day of ten cameras is 14,400 files, and answers within a few hundredths
of a second.  Any thread; every function raises StoreDamaged and StoreFailed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from console.video import fmp4_reader
from console.video import looks as change_map
from console.video.archive_gaps import SEAM_US
from console.video.archive_reader import LONGEST_SEGMENT_US, ArchiveReader
from console.video.footage_files import segment_path
from console.video.units import Codec
from db.footage_records import GapCause
from db.records import CameraId, StreamRole
from db.structs import Frozen

# The lines as rows: ?1 is JSON, a list for each of camera, role, start and end.
_LINES = (
    "with line as materialized (select key as number, json_extract(value, '$[0]') as camera,"
    " json_extract(value, '$[1]') as role, json_extract(value, '$[2]') as start_us,"
    " json_extract(value, '$[3]') as end_us from json_each(?1))"
)
# What reaches into a line, where nothing overlaps: what begins in it, and the one before.
_REACHES = (
    "its.start_us < line.end_us and its.start_us >= ifnull((select max(start_us) from {table}"
    " where {lane} and start_us <= line.start_us), line.start_us)"
)
_RUN = "camera = line.camera and role = line.role and era = era.number"
_GAP = "camera = line.camera and era = era.number"
_INSIDE = "min(file.start_us + file.duration_us, line.end_us) - max(file.start_us, line.start_us)"
_PARTS = (
    f"{_LINES} select line.number, its.era, its.start_us, its.end_us, its.open,"
    f" total(file.size * 1.0 * ({_INSIDE}) / max(file.duration_us, 1)),"
    f" ifnull(sum({_INSIDE}), 0),"
    " ifnull(sum(file.end_reason = 'changed' and file.start_us + file.duration_us < line.end_us),"
    " 0), min(file.start_us)"
    " from line cross join era cross join run as its"
    f" on its.{_RUN.replace(' and ', ' and its.')} and {_REACHES.format(table='run', lane=_RUN)}"
    " and (its.end_us > line.start_us or its.open)"
    " left join segment as file on file.camera = its.camera and file.role = its.role"
    " and file.era = its.era and file.start_us >= its.start_us"
    f" and file.start_us > line.start_us - {LONGEST_SEGMENT_US}"
    " and file.start_us < min(its.end_us, line.end_us)"
    " and file.start_us + file.duration_us > line.start_us"
    " group by line.number, its.era, its.start_us order by line.number, its.start_us, its.era"
)
_GAPS = (
    f"{_LINES} select line.number, its.start_us, its.end_us, its.cause"
    " from line cross join era cross join gap as its"
    f" on its.{_GAP.replace(' and ', ' and its.')} and {_REACHES.format(table='gap', lane=_GAP)}"
    " and ifnull(its.end_us, line.end_us) > line.start_us"
    " order by line.number, its.start_us, its.era"
)
_FILE = "camera = ? and role = ? and era = ?"

LEADING = 8
"""So many pictures may be shown before the key frame that they lie behind (``cut_plan``)."""


class Line(NamedTuple):
    """A stretch of one stream; half-open, microseconds since 1970 UTC."""

    camera_id: CameraId
    role: StreamRole
    start_us: int
    end_us: int


class Part(Frozen, kw_only=True):
    """What a run has of a line, the first ``line`` being 0; ``start_us`` and ``end_us``: the run's.

    ``open``: it is being recorded, and goes on behind ``end_us``.  ``bytes`` is what its finished
    files take within the line, which hold ``known_us`` of it, the first of them from ``first_us``
    on (None: there is none).  ``changed``: it ended in the line since the picture changed.
    """

    line: int
    era: int
    start_us: int
    end_us: int
    open: bool
    bytes: int
    known_us: int
    changed: bool
    first_us: int | None


class Hole(Frozen, kw_only=True):
    """A gap that reaches into a line; ``end_us`` None while it lasts."""

    line: int
    start_us: int
    end_us: int | None
    cause: GapCause


class Told(Frozen):
    """What a file says of itself."""

    codec: Codec
    width: int
    height: int
    sound: bool


def parts_of(reader: ArchiveReader, lines: Sequence[Line]) -> list[Part]:
    """Unbroken footage of each line, line by line, in order."""
    return [
        Part(
            line=line,
            era=era,
            start_us=start_us,
            end_us=end_us,
            open=bool(is_open),
            bytes=round(size),
            known_us=known_us,
            changed=bool(changed),
            first_us=first_us,
        )
        for line, era, start_us, end_us, is_open, size, known_us, changed, first_us in reader.rows(
            _PARTS, (_as_json(lines),)
        )
    ]


def holes_of(reader: ArchiveReader, lines: Sequence[Line]) -> list[Hole]:
    """Gaps of each line's camera, line by line, in order."""
    return [
        Hole(line=line, start_us=start_us, end_us=end_us, cause=GapCause(cause))
        for line, start_us, end_us, cause in reader.rows(_GAPS, (_as_json(lines),))
    ]


def lead_of(reader: ArchiveReader, line: Line, part: Part) -> int:
    """How much before its start a copy of ``line`` begins at most, in microseconds.

    ``part`` is what holds the start.  A copy begins with a key frame, or (open GOP) with the one
    before and the ``LEADING`` pictures that are shown before that.  The change map tells where key
    frames are; without one the file's beginning does.
    """
    start_us = line.start_us
    if part.start_us >= start_us:
        return 0
    rows = reader.rows(
        f"select start_us, duration_us, keys, frames from segment where {_FILE} and start_us <= ?"
        " and start_us >= ? order by start_us desc limit 2",
        (line.camera_id, line.role, part.era, start_us, part.start_us),
    )
    key_us = _key_before(reader, line, part, rows) if rows else part.start_us
    leading_us = max((LEADING * row[1] // max(row[3], 1) for row in rows), default=0)
    return int(min(start_us - part.start_us, start_us - key_us + leading_us))


def _key_before(
    reader: ArchiveReader, line: Line, part: Part, rows: Sequence[tuple[int, int, int, int]]
) -> int:
    """When the key frame is with which a copy begins at the earliest.

    ``rows`` are the last files that begin before it, the last first.
    """
    begun_us, duration_us, keys, _ = rows[0]
    ended_us = begun_us + duration_us
    if ended_us <= line.start_us:  # it lies in what is being written
        return ended_us - 2 * duration_us // max(keys, 1)
    looks = _looks(reader, line, part, begun_us)
    known = [begun_us, *(at_us for at_us in looks if begun_us < at_us <= line.start_us)]
    if len(known) > 1:
        return known[-2]
    if len(rows) == 1 or rows[1][0] + rows[1][1] < begun_us - SEAM_US:
        return begun_us
    earlier_us, its_us, its_keys, _ = rows[1]
    its_looks = _looks(reader, line, part, earlier_us)
    return max(its_looks, default=begun_us - its_us // max(its_keys, 1))


def told_of(reader: ArchiveReader, line: Line, part: Part) -> Told | None:
    """What the first finished file of ``part`` says of itself; None: it cannot be told."""
    if part.first_us is None:
        return None
    rows = reader.rows(
        "select volume.path, segment.quicktime from segment join volume on volume.id = volume"
        f" where {_FILE} and start_us = ?",
        (line.camera_id, line.role, part.era, part.first_us),
    )
    if not rows:
        return None
    folder, quicktime = Path(rows[0][0]), bool(rows[0][1])
    path = segment_path(folder, line.camera_id, line.role, part.first_us, quicktime=quicktime)
    try:
        found = fmp4_reader.opening(path)
    except OSError:
        return None
    if found.codec is None:
        return None
    return Told(found.codec, found.width, found.height, found.sound is not None)


def _looks(reader: ArchiveReader, line: Line, part: Part, begun_us: int) -> list[int]:
    """When the key frames of a file were of which the change map tells."""
    rows = reader.rows(
        "select looks from look where camera = ? and era = ? and start_us = ?",
        (line.camera_id, part.era, begun_us),
    )
    return [look.at_us for (data,) in rows for look in change_map.unpack(data, begun_us)]


def _as_json(lines: Sequence[Line]) -> str:
    return json.dumps(lines)
