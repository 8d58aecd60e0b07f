"""Removes footage so that no death in between leaves a row that lies, and nothing that is held.

Mark, look at the holds again, unlink, sync the folders, forget.  Whoever sets a hold afterwards
finds the mark in the index.  On the keeper's thread only.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from console.video import footage_files, volumes
from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader, segment_of
from console.video.retention import Keeping, is_held
from console.video.wire_footage import VolumeOrder
from console.workers import Stop
from db.durable import sync_folder
from db.footage_records import GapCause, Segment, VolumeId

log = logging.getLogger(__name__)

Ask = Callable[[], Keeping]
"""Asks the station's store what is kept now.  Raises StoreProblem: then nothing may go."""


class Remover:
    """Takes files and rows away."""

    def __init__(self, reader: ArchiveReader, desk: ArchiveDesk, ask: Ask) -> None:
        self._reader = reader
        self._desk = desk
        self._ask = ask

    def remove(
        self, segments: Sequence[Segment], orders: Sequence[VolumeOrder], stop: Stop
    ) -> bool:
        """Whether anything of ``segments`` went.  Raises StoreProblem: nothing did."""
        marked = self._desk.settled(
            lambda archive: archive.doom(segments, GapCause.RETENTION), stop
        )
        return marked and self._go_on(segments, GapCause.RETENTION, orders, stop)

    def finish(self, orders: Sequence[VolumeOrder], stop: Stop) -> None:
        """What was being removed when we died, unless it is held by now.  Raises StoreProblem."""
        numbers = {order.volume_id for order in orders}
        for cause, segments in doomed(self._reader).items():
            left = [segment for segment in segments if segment.volume_id in numbers]
            if left:
                self._go_on(left, cause, orders, stop)

    def _go_on(
        self,
        segments: Sequence[Segment],
        cause: GapCause,
        orders: Sequence[VolumeOrder],
        stop: Stop,
    ) -> bool:
        """Remove what is marked, but for what is held and still there: its mark goes."""
        keeping = self._ask()
        paths = {order.volume_id: Path(order.path) for order in orders if is_marked(order)}
        held = [
            segment
            for segment in segments
            if is_held(keeping, segment)
            and (volume := paths.get(segment.volume_id)) is not None
            and footage_files.path_of(volume, segment).exists()
        ]
        if held:
            self._desk.enter(lambda archive: archive.spare(held))
        spared = {(each.camera_id, each.role, each.era, each.start_us) for each in held}
        gone = _unlink(
            (s for s in segments if (s.camera_id, s.role, s.era, s.start_us) not in spared), paths
        )
        forget = partial(Archive.forget, segments=gone, cause=cause)
        return self._desk.settled(forget, stop) and bool(gone)


def is_marked(order: VolumeOrder) -> bool:
    """Whether a volume is there at this moment: of one just pulled, all files seem gone."""
    return volumes.look_at(order).trouble is not GapCause.DISK_LOST


def doomed(reader: ArchiveReader) -> dict[GapCause, list[Segment]]:
    """What was being removed when the index was written last."""
    rows = reader.rows(
        "select doomed.cause, segment.* from doomed join segment"
        " using (camera, role, era, start_us) order by start_us"
    )
    found: dict[GapCause, list[Segment]] = {}
    for cause, *row in rows:
        found.setdefault(GapCause(cause), []).append(segment_of(row))
    return found


def unlink(paths: Iterable[Path]) -> set[Path]:
    """Remove files, and the folders that are empty then; what is gone now, or was before."""
    gone, folders = set(), set()
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed: %s", path.name, error.strerror)
            continue
        gone.add(path)
        folders.add(path.parent)
    for folder in folders:
        with contextlib.suppress(OSError):
            sync_folder(folder)
        for empty in (folder, folder.parent):  # refuses a folder that is not
            with contextlib.suppress(OSError):
                empty.rmdir()
    return gone


def _unlink(segments: Iterable[Segment], roots: Mapping[VolumeId, Path]) -> list[Segment]:
    """Remove the segments' files; those that are gone now, or were before."""
    paths = [
        (segment, footage_files.path_of(volume, segment))
        for segment in segments
        if (volume := roots.get(segment.volume_id)) is not None
    ]
    gone = unlink(path for _, path in paths)
    return [segment for segment, path in paths if path in gone]
