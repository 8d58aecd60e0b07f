"""Footage looked over from the command line: index against files, or the index made anew."""

from __future__ import annotations

from pathlib import Path

from console.backup_files import STORE_FILE
from console.clock import SystemClock
from console.errors import EngineBusy, StoreFailed
from console.platform import meeting
from console.video import footage_files
from console.video import rebuild as rebuilding
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.keep_rules import StoreKeepRules
from console.video.rebuild import Tally
from db.errors import StoreDamaged
from db.footage_records import VolumeId


def look_over(data: Path, *, rebuild: bool, by_hash: bool) -> Tally | None:
    """Compare the station's footage with its index, or make that anew; None without any footage.

    Raises:
        EngineBusy: the index cannot be made anew while something is recorded.
        StoreDamaged: the index is damaged; make it anew.
        StoreFailed: a disk cannot be read.
    """
    if not rebuild and not (data / INDEX_FILE).exists():
        return None
    try:
        return _made_anew(data) if rebuild else _compared(data, by_hash=by_hash)
    except OSError as error:
        raise StoreFailed(f"the footage cannot be looked over: {error.strerror}") from error


def _made_anew(data: Path) -> Tally:
    with meeting.take(data) as place:
        if place is None:
            raise EngineBusy
        return rebuilding.rebuild(data, volumes_of(data), SystemClock().now())


def _compared(data: Path, *, by_hash: bool) -> Tally:
    return rebuilding.compare(data, volumes_of(data), by_hash=by_hash)


def volumes_of(data: Path) -> dict[VolumeId, Path]:
    """Where the station's footage lies, of the volumes that are there.

    As the index says; as the store does where there is no index that can be read.
    """
    reader = ArchiveReader(data / INDEX_FILE)
    try:
        found = {number: Path(place) for number, place in reader.volumes().items()}
    except StoreDamaged:
        found = {}
    finally:
        reader.close()
    if not found:
        rules = StoreKeepRules(data / STORE_FILE)
        try:
            found = rules.volumes()
        finally:
            rules.close()
    return {number: path for number, path in found.items() if _is_there(number, path)}


def _is_there(number: VolumeId, path: Path) -> bool:
    marker = footage_files.read_marker(path)
    return marker is not None and marker.volume_id == number
