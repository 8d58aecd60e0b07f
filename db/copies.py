"""A copy of the station's file that lies somewhere: looked into, never changed."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from db import sqlite
from db.errors import DiskFull, StoreFailed
from db.repositories.trail import NO_HASH


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: the number of its schema, and the newest entry of its log.

    ``seq`` is 0 and ``hash`` all zeros before the first entry, and before there was a log.
    """

    schema: str
    seq: int
    hash: str


def look_into(path: Path) -> Copied:
    """Have SQLite read all of a copy, each index with its table, and tell what it is.

    Nothing is written, not even beside it, so that its hash stays what it is.

    Raises:
        StoreDamaged: it is missing, no database, not a station's, damaged, or with a trigger or a
            view in it that is none of ours.
    """
    schema, head = sqlite.see_copy(path)
    return Copied(schema, *(head or (0, NO_HASH)))


def take(path: Path, target: Path) -> None:
    """Copy a store of this data folder; ``target`` appears whole or not at all.

    Raises DiskFull, StoreFailed, StoreDamaged.
    """
    try:
        with sqlite.problems(target):
            sqlite.copy(path, target)
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else StoreFailed
        raise kind(f"{target.name}: {error.strerror}") from error
