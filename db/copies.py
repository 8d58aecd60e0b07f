"""A copy of the station's file that lies somewhere: looked into, never changed."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db import sqlite
from db.errors import DiskFull, StoreDamaged, StoreFailed
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
        StoreDamaged: it is missing, no database, not a station's, or damaged.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return _seen(connection, path)
    except sqlite3.Error as error:
        raise StoreDamaged(f"{path.name}: {error}") from error


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


def _seen(connection: sqlite3.Connection, path: Path) -> Copied:
    found = connection.execute("pragma integrity_check(1)").fetchone()
    if found != ("ok",):
        raise StoreDamaged(f"{path.name}: {found[0]}")
    tables = {name for (name,) in connection.execute("select name from sqlite_master")}
    schema = None
    if "alembic_version" in tables:
        schema = connection.execute("select version_num from alembic_version").fetchone()
    if schema is None:
        raise StoreDamaged(f"{path.name} is not a station's")
    head = None
    if "audit_entry" in tables:
        newest = "select seq, hash from audit_entry order by seq desc limit 1"
        head = connection.execute(newest).fetchone()
    seq, digest = head or (0, NO_HASH)
    return Copied(str(schema[0]), int(seq), str(digest))
