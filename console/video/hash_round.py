"""Reads all footage again, a little at a time: a file that was changed in place keeps its size.

On the keeper's thread.  One round takes a fortnight, or as long as it takes at the most that is
read in a look; where it was is kept beside the index, so that it goes on after a restart.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from console.clock import Clock
from console.durable import write_durably
from console.platform.memory import forget
from console.video import footage_files
from console.video.archive_reader import ArchiveReader, segment_of
from console.video.hashing import CALL_BYTES, sha256_of
from console.workers import Stop
from db.footage_records import Segment, VolumeId
from db.records import StreamRole

log = logging.getLogger(__name__)

ROUND_FILE = "hash-round.json"
ROUND_S = 14 * 86_400.0
"""What a round takes at least: footage that is kept for a month is read about twice."""
MOST_AT_ONCE = 16 << 20
"""Bytes in a look: 8 MB/s, a tenth of what a hard disk gives, and 10 TB in a round."""
BUSY_S = 0.5  # reading that took so long was in somebody's way …
REST_S = 60.0  # … and is left for so long
LATE_REST_S = 3600.0
"""… and for so long where a disk did not keep up with recording."""
WRITE_EVERY_S = 3600.0
_START = (-1, -(1 << 62), -1, "", -1)  # before every row

_Place = tuple[int, int, int, str, int]
"""Volume, start in µs, camera, role and era: the order of the index by age."""


class HashRound:
    """``late`` and ``go_on`` on the keeper's thread."""

    def __init__(self, path: Path, reader: ArchiveReader, clock: Clock) -> None:
        """``path``: where the place in the round is kept."""
        self._path = path
        self._reader = reader
        self._clock = clock
        self._at = _read(path)
        self._segment: Segment | None = None  # being read, and so far:
        self._hash = hashlib.sha256()
        self._offset = 0
        # One for good: a large block that comes and goes leaves the process as large as it was.
        self._page = memoryview(bytearray(CALL_BYTES))
        self._credit = 0.0  # bytes that may be read
        self._earned_s = self._written_s = clock.monotonic_s()
        self._rest_until_s = 0.0

    @property
    def is_resting(self) -> bool:
        """Whether nothing is read now, so that others can."""
        return self._rest_until_s > self._clock.monotonic_s()

    def late(self) -> None:
        """A disk does not keep up with what is recorded: nothing is read for an hour."""
        self._rest_until_s = self._clock.monotonic_s() + LATE_REST_S

    def go_on(
        self, volumes: Mapping[VolumeId, Path], size_bytes: int, stop: Stop
    ) -> Segment | None:
        """Read on, of ``size_bytes`` of footage in all; a segment that is not what was recorded.

        Raises StoreProblem.
        """
        now_s = self._clock.monotonic_s()
        earned = size_bytes * (now_s - self._earned_s) / ROUND_S
        self._credit = min(float(MOST_AT_ONCE), self._credit + earned)
        self._earned_s = now_s
        changed = None
        while (
            changed is None
            and self._credit > 0
            and not self.is_resting
            and not stop.is_set()
            and (segment := self._segment or self._next(volumes)) is not None
        ):
            changed = self._read_on(segment, volumes)
            if self._clock.monotonic_s() - now_s > BUSY_S:
                self._rest_until_s = self._clock.monotonic_s() + REST_S
        if now_s - self._written_s >= WRITE_EVERY_S:
            self._written_s = now_s
            self._write()
        return changed

    def _next(self, volumes: Mapping[VolumeId, Path]) -> Segment | None:
        """The one behind the place; None at the end of a round, and the next one begins."""
        for volume in sorted(volumes):
            if volume < self._at[0]:
                continue
            behind = self._at[1:] if volume == self._at[0] else _START[1:]
            rows = self._reader.rows(
                "select * from segment where volume = ?"
                " and (start_us, camera, role, era) > (?,?,?,?)"
                " order by start_us, camera, role, era limit 1",
                (volume, *behind),
            )
            if rows:
                self._segment = segment_of(rows[0])
                self._hash, self._offset = hashlib.sha256(), 0
                return self._segment
        self._at = _START
        return None

    def _read_on(self, segment: Segment, volumes: Mapping[VolumeId, Path]) -> Segment | None:
        """Read a piece; the segment if that was the last one, and its file is another's."""
        volume = volumes.get(segment.volume_id)
        if volume is None:
            self._segment = None  # taken up again from its beginning, when its disk is back
            return None
        place = footage_files.place_of(volume, segment)
        try:
            count, size_bytes = _read_into(self._page, place, self._offset)
            self._credit -= max(1, count)
            self._offset += count
            self._hash.update(self._page[:count])
            if count and self._offset < segment.size_bytes:
                return None
            is_same = (
                self._hash.digest() == segment.sha256
                or size_bytes != segment.size_bytes  # what the hourly look is for
                or not self._is_known(segment)
                or sha256_of(Path(place)) == segment.sha256  # read once more first
            )
        except OSError as error:
            is_same = True
            if not isinstance(error, FileNotFoundError):  # removed, or the hourly look tells
                log.warning("%s cannot be read: %s", place, error.strerror)
        self._segment, self._at = None, _place(segment)
        return None if is_same else segment

    def _is_known(self, segment: Segment) -> bool:
        """Whether its row is as it was: what was mended meanwhile has another hash."""
        rows = self._reader.rows(
            "select * from segment where camera = ? and role = ? and era = ? and start_us = ?",
            (segment.camera_id, segment.role, segment.era, segment.start_us),
        )
        return [segment_of(row) for row in rows] == [segment]

    def _write(self) -> None:
        try:
            write_durably(self._path, json.dumps(self._at).encode())
        except OSError as error:
            log.warning("the place in the round of hashes cannot be kept: %s", error.strerror)


def _read_into(page: memoryview, place: str, offset: int) -> tuple[int, int]:
    """How many bytes of a file were read from there on, and the size of all of it.

    Raises OSError.
    """
    with io.FileIO(place) as file:
        file.seek(offset)
        count = file.readinto(page) or 0
        forget(file.fileno(), offset + count)
        return count, os.fstat(file.fileno()).st_size


def _place(segment: Segment) -> _Place:
    return (
        segment.volume_id,
        segment.start_us,
        segment.camera_id,
        segment.role.value,
        segment.era,
    )


def _read(path: Path) -> _Place:
    """The place that was kept; the beginning where there is none, or no sound one."""
    try:
        kept: Any = json.loads(path.read_bytes())
        volume, start_us, camera, role, era = kept
        whole = all(
            type(each) is int and abs(each) < 1 << 63 for each in (volume, start_us, camera, era)
        )
        return (volume, start_us, camera, StreamRole(role).value, era) if whole else _START
    except (OSError, ValueError, TypeError):
        return _START
