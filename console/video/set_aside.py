"""Files that are footage no more and were kept as they were found: they go when footage would.

The index knows nothing of them, so their names say whose and of when they are, and the keeper's
rounds where they lie.  On the keeper's thread only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from console.video import fmp4_reader, footage_files
from console.video.archive_reader import LONGEST_SEGMENT_US, ArchiveReader
from console.video.footage_age import Ages, read_ages
from console.video.footage_files import SegmentName
from console.video.removing import is_marked, unlink
from console.video.retention import Keeping
from console.video.wire_footage import VolumeOrder
from db.footage_records import VolumeId
from db.records import Span, from_us, to_us

log = logging.getLogger(__name__)


class SetAside:
    """What was set aside, by the folder in which it lies."""

    def __init__(self, reader: ArchiveReader) -> None:
        self._reader = reader
        self._found: dict[tuple[VolumeId, Path], dict[Path, Sequence[int]]] = {}

    def note(self, volume_id: VolumeId, folder: Path, paths: Sequence[Path]) -> None:
        """These lie in a folder, and no others.  Raises StoreProblem.

        A file is opened once only, to read of which era it is.
        """
        before = self._found.pop((volume_id, folder), {})
        if paths:
            newest = self._reader.eras()
            found = {path: before.get(path) or _eras_of(path, newest) for path in paths}
            self._found[volume_id, folder] = found

    def clear(
        self, ask: Callable[[], Keeping], orders: Iterable[VolumeOrder], present: datetime
    ) -> None:
        """Remove what no rule keeps any longer and no hold touches, by what ``ask`` says now.

        ``present`` is a date that is believed.  Raises StoreProblem: nothing went.
        """
        there = {order.volume_id for order in orders if is_marked(order)}
        its = [found for (volume_id, _), found in self._found.items() if volume_id in there]
        if not its:
            return
        ages = read_ages(self._reader)
        keeping = ask()
        gone = unlink(
            path
            for found in its
            for path, eras in found.items()
            if _is_over(path, keeping, ages, eras, present)
        )
        for path in gone:
            log.info("%s, which was set aside, was kept for as long as its rule says", path.name)
        self._found = {
            place: left
            for place, found in self._found.items()
            if (left := {path: eras for path, eras in found.items() if path not in gone})
        }


def _is_over(
    path: Path, keeping: Keeping, ages: Ages, eras: Sequence[int], present: datetime
) -> bool:
    """Whether a file may go.

    Nobody knows any more how long it was: as long as any may be.
    """
    name = footage_files.parse_aside(path.name)
    if name is None:
        return False
    until_us = to_us(keeping.rule_of(name.camera_id).until(present))
    end_us = name.start_us + LONGEST_SEGMENT_US
    if any(end_us > ages.until(era, until_us) for era in eras):
        return False
    return not _is_held(name, Span(from_us(name.start_us), from_us(end_us)), keeping)


def _is_held(name: SegmentName, span: Span, keeping: Keeping) -> bool:
    return any(hold.meets(span) for hold in keeping.holds.get(name.camera_id, ()))


def _eras_of(path: Path, newest: int) -> Sequence[int]:
    """The era that a file says it is of, or every one if it says none."""
    try:
        era = fmp4_reader.opening(path).head.get("era")
    except OSError:
        era = None
    return [era] if isinstance(era, int) and 0 <= era <= newest else range(newest + 1)
