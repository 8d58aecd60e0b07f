"""The footage index as a file: its schema, how it is opened, what becomes of a damaged one.

One SQLite file in the station's data folder; the driver that comes with Python, because the engine
must not wait for a larger one.  ``archive`` writes it, ``archive_reader`` reads it.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from db.errors import DiskFull, StoreDamaged, StoreFailed

INDEX_FILE = "footage.db"
VERSION = 1
_OURS = 0x57434658  # SQLite's application_id: "WCFX"
_BUSY_TIMEOUT_S = 5.0
_MAPPED = 1 << 30  # bytes of the file at most
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

# Words are kept as they are (three bytes more a row than a number, and anyone can read the file).
# "stir" holds a byte a minute of the day, how much moved; "doomed" what is being removed just now.
_SCHEMA = """
create table segment (
    camera integer not null, role text not null, era integer not null, start_us integer not null,
    duration_us integer not null, run_us integer not null, volume integer not null,
    monotonic_ns integer not null, camera_off_us integer, frames integer not null,
    keys integer not null, size integer not null, sha256 blob not null, end_reason text not null,
    quicktime integer not null,
    primary key (camera, role, era, start_us)
) strict, without rowid;
create index segment_by_age on segment (volume, start_us);
create table run (
    camera integer not null, role text not null, era integer not null, start_us integer not null,
    end_us integer not null, run_us integer not null, open integer not null,
    primary key (camera, role, era, start_us)
) strict, without rowid;
create table gap (
    camera integer not null, era integer not null, start_us integer not null, end_us integer,
    cause text not null,
    primary key (camera, era, start_us)
) strict, without rowid;
create table outage (
    camera integer not null, era integer not null, start_us integer not null, end_us integer,
    state text not null, reason text not null,
    primary key (camera, era, start_us)
) strict, without rowid;
create table look (
    camera integer not null, era integer not null, start_us integer not null, looks blob not null,
    primary key (camera, era, start_us)
) strict, without rowid;
create table stir (
    camera integer not null, day integer not null, minutes blob not null,
    primary key (camera, day)
) strict;
create table doomed (
    camera integer not null, role text not null, era integer not null, start_us integer not null,
    cause text not null,
    primary key (camera, role, era, start_us)
) strict, without rowid;
create table usage (
    camera integer not null, volume integer not null, day integer not null,
    bytes integer not null, segments integer not null,
    primary key (camera, volume, day)
) strict, without rowid;
create table volume (id integer primary key, path text not null) strict;
create table era (number integer primary key) strict;
create table clock_step (at_us integer not null, step_us integer not null, era integer not null)
    strict;
create table life (
    id integer primary key, begun_us integer not null, alive_us integer not null,
    ended_us integer, program text not null
) strict;
create table line_use (
    camera integer not null, month text not null, bytes integer not null,
    primary key (camera, month)
) strict, without rowid;
insert into era values (0);
"""


def open_to_write(path: Path) -> sqlite3.Connection:
    """The index at ``path``, made when it is missing.  One process and thread at a time.

    What is in it is not read through: the engine must record within a second.

    Raises:
        StoreDamaged: it is no index, or not one of this version.
        StoreFailed, DiskFull: it cannot be written.
    """
    with problems(path):
        connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, check_same_thread=False)
        try:
            connection.isolation_level = None  # we say "begin" ourselves
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = full")  # what a row tells of is on disk, too
            connection.execute("pragma cache_size = -512")  # KiB: its memory is full within minutes
            if not connection.execute("select count(*) from sqlite_master").fetchone()[0]:
                connection.execute(f"pragma application_id = {_OURS}")
                connection.executescript(
                    f"begin immediate;{_SCHEMA}pragma user_version = {VERSION};commit;"
                )
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_read(path: Path, *, mapped: bool = False) -> sqlite3.Connection:
    """The index at ``path``, which exists; reading never waits for whoever writes.

    ``mapped``: read through a mapping, which is quicker over a month, and counts as memory of
    this process, as much as was ever looked at: not for one that runs for months.

    Raises StoreDamaged, StoreFailed.
    """
    with problems(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro",
            uri=True,
            timeout=_BUSY_TIMEOUT_S,
            check_same_thread=False,
        )
        try:
            connection.isolation_level = None
            if mapped:
                connection.execute(f"pragma mmap_size = {_MAPPED}")
            connection.execute("pragma cache_size = -512")  # KiB, for what still lies in the log
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def set_aside(path: Path, at: datetime) -> Path:
    """Give the index another name, with its log; nothing of it is lost.  Raises OSError."""
    aside = path.with_name(f"{path.name}.damaged-{at:%Y%m%dT%H%M%S}")
    for tail in ("", "-wal", "-shm"):  # any may be gone; none may be taken for the next one's
        part = path.with_name(path.name + tail)
        if part.exists():
            part.rename(aside.with_name(aside.name + tail))
    logging.getLogger(__name__).warning("the footage index was set aside as %s", aside.name)
    return aside


def look_through(path: Path) -> None:
    """Have SQLite read all of it; seconds for a month of 81 cameras.

    Raises StoreDamaged, StoreFailed.
    """
    connection = open_to_read(path)
    try:
        with problems(path):
            found = [row[0] for row in connection.execute("pragma quick_check(1)")]
    finally:
        connection.close()
    if found != ["ok"]:
        raise StoreDamaged(f"{path.name}: {found[0]}")


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """The driver's errors stop here, as StoreDamaged, DiskFull or StoreFailed."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # our bug
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes keep theirs below
        if code in _DAMAGED or "no such table" in str(error):
            raise StoreDamaged(f"{path.name}: {error}") from error
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull(f"{path.name}: {error}") from error
        raise StoreFailed(f"{path.name}: {error}") from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (ours,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if ours != _OURS:
        raise StoreDamaged(f"{path.name} is no footage index")
    if version != VERSION:
        raise StoreDamaged(f"{path.name} has version {version}, not {VERSION}")
