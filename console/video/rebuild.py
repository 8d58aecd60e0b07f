"""The footage index made anew from the files alone, and compared with them: no engine may run.

Files tell everything of a segment, its change map, too.  They cannot tell why there is nothing
between two of them, nor of outages, of what came over a line and of what was removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.video import archive_file, mending
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from db.footage_records import VolumeId

_AT_ONCE = 500


@dataclass(slots=True)
class Tally:
    """What was found; ``lines`` tells it in sentences."""

    segments: int = 0
    size_bytes: int = 0
    missing: int = 0
    changed: int = 0
    unknown: int = 0
    cut_off: int = 0
    unreadable: int = 0

    @property
    def whole(self) -> bool:
        """Whether index and files agree."""
        return not (self.missing or self.changed or self.unknown or self.unreadable)

    def lines(self) -> Iterator[str]:
        """A line each; the first is always there."""
        well = "agrees with its index" if self.whole else "does NOT agree with its index"
        yield f"footage:     {self.segments} segments, {self.size_bytes / 1e9:.1f} GB; {well}"
        for count, one, many in (
            (self.missing, "file is missing", "files are missing"),
            (self.changed, "file was cut off or changed", "files were cut off or changed"),
            (self.unknown, "file is not in the index", "files are not in the index"),
            (self.cut_off, "file is still being written", "files are still being written"),
            (self.unreadable, "file holds no footage", "files hold no footage"),
        ):
            if count:
                yield f"             {count} {one if count == 1 else many}"


def rebuild(
    data: Path,
    volumes: Mapping[VolumeId, Path],
    now: datetime,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> Tally:
    """Set the index of the station in ``data`` aside and make another; each file is read once.

    Raises OSError, StoreFailed.
    """
    index = data / INDEX_FILE
    if index.exists():
        archive_file.set_aside(index, now)
    tally = Tally()
    archive = Archive(index)
    try:
        with archive.batch():
            archive.set_volumes({number: str(path) for number, path in volumes.items()})
        folders = list(mending.folders(volumes))
        for done, (volume_id, folder) in enumerate(folders, 1):
            _take_in(archive, volume_id, folder, tally)
            progressed(done, len(folders))
        with archive.batch():
            archive.name_gaps()
    finally:
        archive.close()
    return tally


def compare(data: Path, volumes: Mapping[VolumeId, Path], *, by_hash: bool = False) -> Tally:
    """The index against the files; ``by_hash`` reads every file.

    Raises OSError, StoreDamaged, StoreFailed.
    """
    tally = Tally()
    archive_file.look_through(data / INDEX_FILE)
    reader = ArchiveReader(data / INDEX_FILE)
    try:
        for usage in reader.usage():
            tally.segments += usage.segments
            tally.size_bytes += usage.size_bytes
            tally.missing += usage.segments if usage.volume_id not in volumes else 0
        for volume_id, folder in mending.places(reader, volumes):
            found = mending.compare(reader, volume_id, folder, by_hash=by_hash)
            tally.missing += len(found.missing)
            tally.changed += len(found.changed)
            tally.unknown += len(found.unknown)
            tally.cut_off += len(found.cut_off)
    finally:
        reader.close()
    return tally


def _take_in(archive: Archive, volume_id: VolumeId, folder: Path, tally: Tally) -> None:
    names = mending.footage_in(folder)
    for first in range(0, len(names), _AT_ONCE):
        with archive.batch():
            for path in names[first : first + _AT_ONCE]:
                rescued = mending.rescue(path, volume_id)
                if rescued is None:
                    tally.unreadable += 1
                    continue
                segment, looks = rescued
                archive.add(segment, looks)
                tally.segments += 1
                tally.size_bytes += segment.size_bytes
