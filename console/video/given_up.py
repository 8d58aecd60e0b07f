"""Footage on a disk that was given up: its volume is not one of the station's any more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta

from console.video.archive_reader import ArchiveReader
from db.footage_records import Segment, VolumeId
from db.records import Span

_DAY = timedelta(days=1)


def on_unknown_volumes(reader: ArchiveReader, known: Collection[VolumeId]) -> list[Segment]:
    """A day of a camera on a volume that is not ``known``, as long as there is one; else nothing.

    Nothing either while no volume is known: a store that was made anew or went far back knows of
    none, and that is no reason to give anything up.  Raises StoreProblem.
    """
    if not known:
        return []
    for usage in reader.usage():
        if usage.volume_id in known:
            continue
        midnight = datetime.combine(usage.day, time(), UTC)
        found = reader.segments(usage.camera_id, None, Span(midnight, midnight + _DAY))
        lost = [segment for segment in found if segment.volume_id == usage.volume_id]
        if lost:
            return lost
    return []
