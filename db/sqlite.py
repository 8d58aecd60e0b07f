"""What is SQLite's own: how a connection is hardened, looked into, copied and put back.

Everything above this module speaks portable SQL.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError
from sqlalchemy.util import LRUCache

from db import search, word_index
from db.durable import settle
from db.errors import DiskFull, StoreDamaged, StoreFailed

BUSY_TIMEOUT_S = 5.0
# With less room than this, in bytes, an error of the disk is taken for one of a full disk.
_NO_ROOM = 256 * 1024
APPEND_ONLY = {"audit_entry": "seq", "signed_head": "id", "custody": "id"}
"""Tables that refuse changes and removals, each with its key."""
# A search looks words up all over the index: with 16 MB it takes three quarters of the time that it
# takes with SQLite's 2 MB, in a city; with 64 MB hardly less.  Two connections read.
_PAGES_KEPT_KB = 16_000
# SQLite's own result codes for "this is no sound database".
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# What it says on a full disk besides SQLITE_FULL: when its log or its index cannot grow.
_OF_THE_DISK = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


_MOST_COMPILED = 2000  # statements; a console has some 600
_compiled: LRUCache[Any, Any] = LRUCache(_MOST_COMPILED)
_dialects: list[Dialect] = []  # the one of the first engine


class Use(Enum):
    """What a connection is for."""

    READ = "read"  # cannot write, never waits for a writer
    WRITE = "write"  # takes the writer's lock at once, so that reading first is safe
    MIGRATE = "migrate"  # as WRITE, with foreign keys off: a rebuilt table must not cascade


def engine(path: Path, use: Use) -> Engine:
    """A pool of hardened connections to ``path``; the file is made when it is missing."""
    url = URL.create("sqlite", database=str(path))
    made = _sharing(create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S}))

    def harden(connection: Any, _record: Any) -> None:
        # We say BEGIN ourselves; Python's driver would not before DDL, nor take the lock.
        connection.isolation_level = None
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")  # a commit outlives a power cut
        connection.execute("pragma secure_delete = on")  # what is erased is in no free page
        connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_S * 1000:.0f}")
        connection.execute(f"pragma foreign_keys = {'off' if use is Use.MIGRATE else 'on'}")
        search.teach(connection)
        connection.execute(f"pragma query_only = {'on' if use is Use.READ else 'off'}")
        if use is Use.READ:
            connection.execute(f"pragma cache_size = -{_PAGES_KEPT_KB}")

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("begin" if use is Use.READ else "begin immediate")

    event.listen(made, "connect", harden)
    event.listen(made, "begin", begin)
    return made


def _sharing(made: Engine) -> Engine:
    """The same engine, with what every other one of this process has compiled.

    SQLAlchemy compiles a statement in milliseconds, and keeps it with one engine and one dialect:
    readers and writers would each do it, and so would every other file that is looked at.
    """
    if not _dialects:
        _dialects.append(made.dialect)
    return Engine(
        made.pool, _dialects[0], made.url, execution_options={"compiled_cache": _compiled}
    )


def version(path: Path) -> str | None:
    """The schema's number in ``path``, or None for a file that is missing or empty.

    Raises:
        StoreDamaged: it is not a database, not ours, or too damaged to tell.
        StoreFailed: no right to read it, or another program holds it.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with problems(path), closing(_open(path)) as connection:
        tables = {row[0] for row in connection.execute("select name from sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StoreDamaged(f"{path.name} is a database, but not a station's")
        row = connection.execute("select version_num from alembic_version").fetchone()
    if row is None:
        raise StoreDamaged(f"{path.name} does not tell its version")
    return str(row[0])


def look_through(path: Path, *, thorough: bool = False) -> None:
    """Have SQLite read all of ``path``, which may be open; ``db/README.md`` has the times.

    ``thorough`` also compares each index with its table.

    Raises:
        StoreDamaged: it found damage, or no database.
        StoreFailed: no right to read it, or another program holds it.
    """
    look = "integrity_check(1)" if thorough else "quick_check(1)"
    with problems(path), closing(_open(path)) as connection:
        found = [row[0] for row in connection.execute(f"pragma {look}")]
    if found != ["ok"]:
        raise StoreDamaged(f"{path.name}: {found[0]}")


class Watch:
    """Notices that anybody, in whatever process, has written into a database.  One thread."""

    def __init__(self, path: Path) -> None:
        """Raises StoreFailed."""
        self._path = path
        with problems(path):
            self._connection = _open(path)
        self._version = -1

    def changed(self) -> bool:
        """Whether there was a commit since this was asked last; at the first time: yes.

        Raises StoreDamaged, StoreFailed.
        """
        with problems(self._path):
            (version,) = self._connection.execute("pragma data_version").fetchone()
        before, self._version = self._version, int(version)
        return before != self._version

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def has_log(path: Path) -> bool:
    """Whether SQLite's log lies beside ``path``: it was not closed well, or is open now.

    Whoever closes a database last removes the log; a crash, a kill and a power cut leave it.
    """
    return path.with_name(f"{path.name}-wal").exists()


def copy(path: Path, target: Path) -> None:
    """Copy a database that may be open, to a file that appears whole or not at all.

    Row by row and not page by page: beside the rows of a page that was split, SQLite leaves what
    stood there, erased since or not.  A damaged one is copied page by page, damage and all: it may
    be the only one that there is.

    Raises OSError, sqlite3.Error.
    """
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with closing(_open(path)) as source:
        try:
            source.execute("vacuum into ?", (str(partial),))
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _DAMAGED:  # an extended code has it in there
                raise
            partial.unlink(missing_ok=True)
            with closing(sqlite3.connect(partial)) as sink:
                source.backup(sink)
    with closing(sqlite3.connect(partial)) as sink:
        sink.execute("pragma journal_mode = delete")  # one file, without a log beside it
    settle(partial, target)


def scrub(path: Path) -> None:
    """Write the whole file anew, without what was left of erased rows; others wait meanwhile."""
    with closing(_open(path)) as connection:
        connection.execute("vacuum")


def overwrite(path: Path, source: Path) -> None:
    """Make ``path`` what ``source`` is, in one transaction, though others may have it open.

    They see the old or the new whole; so does whoever comes after a power cut.  ``path`` goes
    on counting the ids that must never be given out twice.  ``source`` must be closed.

    Raises:
        StoreFailed, StoreDamaged: nothing was changed.
    """
    with problems(path), closing(_open(path)) as target, closing(_open(source)) as new:
        with new:
            _count_on(target, new)
        target.execute("pragma journal_mode = wal")
        target.execute("pragma synchronous = full")
        new.backup(target)


def empty_log(path: Path) -> bool:
    """Move the write-ahead log into the file, and leave nothing in it; False: someone reads.

    Writers wait meanwhile, so it does not wait for readers for long.
    """
    with closing(_open(path)) as connection:
        connection.execute("pragma busy_timeout = 200")
        busy, _pages, _moved = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    return not busy


def _count_on(before: sqlite3.Connection, after: sqlite3.Connection) -> None:
    """See that ``after`` gives out no id that ``before`` has given out."""
    counts = dict(after.execute("select name, seq from sqlite_sequence"))
    tables = {name for (name,) in after.execute("select name from sqlite_master")}
    for name, seq in before.execute("select name, seq from sqlite_sequence").fetchall():
        if name in tables and seq > counts.get(name, 0):
            after.execute("delete from sqlite_sequence where name = ?", (name,))
            after.execute("insert into sqlite_sequence (name, seq) values (?, ?)", (name, seq))


def dangling(connection: Connection) -> list[str]:
    """Tables with references to rows that do not exist."""
    return [str(row[0]) for row in connection.exec_driver_sql("pragma foreign_key_check")]


def append_only(table: str, key: str) -> list[str]:
    """Statements that make ``table`` refuse changes and removals, whoever asks.

    "insert or replace" removes the old row without asking the trigger for removals, so a row
    with a ``key`` that is in use is refused as well.
    """
    refuse = f"begin select raise(abort, '{table} is append-only'); end"
    taken = f"when exists (select 1 from {table} where {key} = new.{key})"
    return [
        f"create trigger {table}_no_update before update on {table} {refuse}",
        f"create trigger {table}_no_delete before delete on {table} {refuse}",
        f"create trigger {table}_no_replace before insert on {table} {taken} {refuse}",
    ]


def refuses_changes(connection: Connection) -> bool:
    """Whether the triggers of ``append_only`` are there as they were, and no others than ours."""
    return _FENCE <= _programs(connection.exec_driver_sql(_ALL_PROGRAMS)) <= _OURS


def see_copy(path: Path) -> tuple[str, tuple[int, str] | None]:
    """What a closed copy holds: the schema's number, and number and hash of its newest entry.

    SQLite reads all of it, each index with its table.  Nothing is written, not even beside it.

    Raises:
        StoreDamaged: missing, no database, not a station's, damaged, or with a trigger or a view
            that is none of ours and would run in the station.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return _seen(connection, path.name)
    except sqlite3.Error as error:
        raise StoreDamaged(f"{path.name}: {error}") from error


def _seen(connection: sqlite3.Connection, name: str) -> tuple[str, tuple[int, str] | None]:
    found = connection.execute("pragma integrity_check(1)").fetchone()
    if found != ("ok",):
        raise StoreDamaged(f"{name}: {found[0]}")
    if not _programs(connection.execute(_ALL_PROGRAMS)) <= _OURS:
        raise StoreDamaged(f"{name} has a trigger or a view in it that is none of ours")
    tables = {table for (table,) in connection.execute("select name from sqlite_master")}
    schema = None
    if "alembic_version" in tables:
        schema = connection.execute("select version_num from alembic_version").fetchone()
    if schema is None:
        raise StoreDamaged(f"{name} is not a station's")
    head = None
    if "audit_entry" in tables:
        newest = "select seq, hash from audit_entry order by seq desc limit 1"
        head = connection.execute(newest).fetchone()
    return str(schema[0]), None if head is None else (int(head[0]), str(head[1]))


def _programs(found: Iterable[Any]) -> set[str]:
    # SQLite keeps "create trigger" in its own way.
    return {str(sql).split(maxsplit=2)[-1] for (sql,) in found}


_ALL_PROGRAMS = "select sql from sqlite_master where type in ('trigger', 'view')"
_FENCE = _programs((sql,) for table, key in APPEND_ONLY.items() for sql in append_only(table, key))
_OURS = _FENCE | _programs((sql,) for sql in word_index.triggers())


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """The driver's and SQLAlchemy's errors stop here, as StoreDamaged or StoreFailed.

    A broken constraint or a wrong statement is our bug and passes as it is.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError, sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except DatabaseError as error:
        raise _problem_of(error.orig, path) from error
    except sqlite3.Error as error:  # while hardening, and of db.statements.Quick
        raise _problem_of(error, path) from error


def _problem_of(error: BaseException | None, path: Path) -> StoreDamaged | StoreFailed:
    # Extended result codes keep the primary code in their low byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind: type[StoreDamaged | StoreFailed] = StoreFailed
    if code in _DAMAGED:
        kind = StoreDamaged
    elif code == sqlite3.SQLITE_FULL or (code in _OF_THE_DISK and _is_full(path.parent)):
        kind = DiskFull
    return kind(f"{path.name}: {error}")


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM
    except OSError:
        return False


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_TIMEOUT_S)
