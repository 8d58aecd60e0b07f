"""Folders for footage: what is asked of one before it is taken, and how it is found later."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.errors import FieldRefused, VolumeRefused
from console.platform.mounts import is_share
from console.station import clean_folder
from console.video.footage_files import Marker, read_marker
from db.footage_records import Volume

GB = 1_000_000_000
RESERVE_GB = range(1, 10_001)
USUAL_RESERVE_GB = 10
LEAST_ROOM_BYTES = 5 * GB
"""A folder with less room than this beyond its reserve is not worth beginning with."""


class VolumeRule(StrEnum):
    """What a folder broke, as ``VolumeRefused.rule`` names it."""

    PATH = "path"  # not the whole path of a folder
    MISSING = "missing"  # there is no such folder
    NOT_WRITABLE = "not_writable"
    SHARE = "share_folder"  # it lies on another machine
    INSIDE = "inside"  # it lies in another volume, or another in it
    OTHER_STATION = "other_station"  # footage of another station lies there
    OTHER_VOLUME = "other_volume"  # it is marked as another volume of ours
    NO_ROOM = "no_room"
    RESERVE = "reserve"  # not a whole number of gigabytes from 1 to 10,000
    HAS_FOOTAGE = "has_footage"  # it cannot be forgotten yet


class VolumeState(StrEnum):
    """How a volume was found."""

    WELL = "well"
    ABSENT = "absent"  # no such folder: the disk is not there
    STRANGE = "strange"  # the folder is there, without the mark: another disk, or none mounted
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class VolumeSeen:
    """A volume as it was found a moment ago; bytes of its whole disk, 0 while it is absent."""

    volume: Volume
    state: VolumeState
    free_bytes: int
    total_bytes: int


def checked_folder(typed: str, reserve_gb: int, station: str, known: Sequence[Volume]) -> str:
    """The folder that is meant by ``typed``, if footage may be written there.

    Tries to write into it.  ``station`` is our own word in marks.

    Raises:
        VolumeRefused: ``rule`` is of ``VolumeRule``.
    """
    try:
        path = clean_folder("path", typed)
    except FieldRefused as refused:
        raise VolumeRefused(VolumeRule.PATH) from refused
    folder = Path(path)
    if not path or not folder.is_absolute():
        raise VolumeRefused(VolumeRule.PATH)
    if reserve_gb not in RESERVE_GB:
        raise VolumeRefused(VolumeRule.RESERVE)
    if not folder.is_dir():
        raise VolumeRefused(VolumeRule.MISSING)
    if any(_meet(folder, Path(volume.path)) for volume in known):
        raise VolumeRefused(VolumeRule.INSIDE)
    if is_share(folder):
        raise VolumeRefused(VolumeRule.SHARE)
    mark = read_marker(folder)
    if mark is not None and mark.station != station:
        raise VolumeRefused(VolumeRule.OTHER_STATION)
    if mark is not None and any(volume.id == mark.volume_id for volume in known):
        raise VolumeRefused(VolumeRule.OTHER_VOLUME)
    if not _takes_a_file(folder):
        raise VolumeRefused(VolumeRule.NOT_WRITABLE)
    if shutil.disk_usage(folder).free < reserve_gb * GB + LEAST_ROOM_BYTES:
        raise VolumeRefused(VolumeRule.NO_ROOM)
    return str(folder)


def seen(volume: Volume, station: str) -> VolumeSeen:
    """Look at a volume.  May wait for a disk that wakes up; does not write."""
    folder = Path(volume.path)
    try:
        if not folder.is_dir():
            return VolumeSeen(volume, VolumeState.ABSENT, 0, 0)
        room = shutil.disk_usage(folder)
    except OSError:
        return VolumeSeen(volume, VolumeState.ABSENT, 0, 0)
    if read_marker(folder) != Marker(volume.id, station):
        return VolumeSeen(volume, VolumeState.STRANGE, 0, 0)
    writable = os.access(folder, os.W_OK)
    state = VolumeState.WELL if writable else VolumeState.READ_ONLY
    return VolumeSeen(volume, state, room.free, room.total)


def free_bytes(typed: str) -> int | None:
    """What is free on the disk of a folder as typed; None when there is no such folder."""
    try:
        path = clean_folder("path", typed)
        return shutil.disk_usage(path).free if path else None
    except (FieldRefused, OSError):
        return None


def has_footage(folder: Path) -> bool:
    """Whether some day's folder lies in it.  Raises OSError when it cannot be looked at."""
    names = [each.name for each in folder.iterdir()]
    return any(len(name) == 8 and name.isascii() and name.isdecimal() for name in names)


def new_station_word() -> str:
    """What tells this station's disks from any other's."""
    return secrets.token_hex(8)


def _meet(one: Path, other: Path) -> bool:
    first, second = Path(os.path.realpath(one)), Path(os.path.realpath(other))
    return first.is_relative_to(second) or second.is_relative_to(first)


def _takes_a_file(folder: Path) -> bool:
    """Asked by writing: rights alone do not tell of a medium that is locked."""
    trial = folder / f".ward-trial-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        handle = os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    try:
        os.write(handle, b"x" * 4096)
        os.fsync(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
        trial.unlink(missing_ok=True)
    return True
