"""The folder that a package shall be put into, looked at before anything is begun."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from console.errors import FieldRefused
from console.evidence.names import PARTIAL
from console.evidence.preview_records import Obstacle
from console.platform.mounts import largest_file_bytes
from console.station import clean_folder


@dataclass(frozen=True, slots=True)
class Target:
    """What a folder takes.

    ``obstacle`` None: a package can be put there.  ``free_bytes`` None: it cannot be asked;
    ``largest_file_bytes`` None: no file is too large for it.
    """

    obstacle: Obstacle | None
    free_bytes: int | None = None
    largest_file_bytes: int | None = None


def look_at(typed: str) -> Target:
    """Look at a folder as typed, and try to write there; nothing is left.

    May wait for a medium that wakes up.
    """
    try:
        path = clean_folder("target", typed)
    except FieldRefused:
        path = ""
    folder = Path(path)
    try:
        if not path or not folder.is_dir():
            return Target(Obstacle.NO_FOLDER)
        free_bytes = shutil.disk_usage(folder).free
    except OSError:  # pulled just now, or a path that this system cannot have
        return Target(Obstacle.NO_FOLDER)
    obstacle = None if _takes_a_folder(folder) else Obstacle.NOT_WRITABLE
    return Target(obstacle, free_bytes, largest_file_bytes(folder))


def is_same_medium(one: str, other: str) -> bool:
    """Whether two folders as typed lie on one file system; of one that is not there by its path."""
    if one.strip() == other.strip():
        return True
    try:
        return Path(one.strip()).stat().st_dev == Path(other.strip()).stat().st_dev
    except (OSError, ValueError):
        return False


def written_bytes(target: str, uuid: str) -> int:
    """What there is so far of a package that is being made, about."""
    try:
        return sum(
            file.lstat().st_size
            for place in Path(target).glob(f"*_{uuid[:8]}*{PARTIAL}")
            for file in place.glob("**/*")
            if file.is_file()
        )
    except OSError:  # files come and go there
        return 0


def _takes_a_folder(folder: Path) -> bool:
    """Asked by making one, as a package begins: rights alone do not tell of a locked medium."""
    trial = folder / f".ward-trial-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        trial.mkdir(0o700)
        trial.rmdir()
    except OSError:
        return False
    return True
