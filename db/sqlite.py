"""What is SQLite's own: how a connection is hardened, looked into and copied.

Everything above this module speaks portable SQL.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from db.durable import settle
from db.errors import StoreDamaged, StoreFailed

BUSY_TIMEOUT_S = 5.0
# SQLite's own result codes for "this is no sound database".
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Use(Enum):
    """What a connection is for."""

    READ = "read"  # cannot write, never waits for a writer
    WRITE = "write"  # takes the writer's lock at once, so that reading first is safe
    MIGRATE = "migrate"  # as WRITE, with foreign keys off: a rebuilt table must not cascade


def engine(path: Path, use: Use) -> Engine:
    """A pool of hardened connections to ``path``; the file is made when it is missing."""
    url = URL.create("sqlite", database=str(path))
    made = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S})

    def harden(connection: Any, _record: Any) -> None:
        # We say BEGIN ourselves; Python's driver would not before DDL, nor take the lock.
        connection.isolation_level = None
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")  # a commit outlives a power cut
        connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_S * 1000:.0f}")
        connection.execute(f"pragma foreign_keys = {'off' if use is Use.MIGRATE else 'on'}")
        connection.execute(f"pragma query_only = {'on' if use is Use.READ else 'off'}")

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("begin" if use is Use.READ else "begin immediate")

    event.listen(made, "connect", harden)
    event.listen(made, "begin", begin)
    return made


def version(path: Path) -> str | None:
    """The schema's number in ``path``, or None for a file that is missing or empty.

    Also has SQLite look through the whole file; ``db/README.md`` has the time.

    Raises:
        StoreDamaged: it is not a database, not ours, or SQLite found damage.
        StoreFailed: no right to read it, or another program holds it.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with problems(path), closing(_open(path)) as connection:
        found = [row[0] for row in connection.execute("pragma quick_check(1)")]
        if found != ["ok"]:
            raise StoreDamaged(f"{path.name}: {found[0]}")
        tables = {row[0] for row in connection.execute("select name from sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StoreDamaged(f"{path.name} is a database, but not a station's")
        row = connection.execute("select version_num from alembic_version").fetchone()
    if row is None:
        raise StoreDamaged(f"{path.name} does not tell its version")
    return str(row[0])


def copy(path: Path, target: Path) -> None:
    """Copy a database that may be open, to a file that appears whole or not at all.

    Raises OSError, sqlite3.Error.
    """
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with closing(_open(path)) as source, closing(sqlite3.connect(partial)) as sink:
        source.backup(sink)
        sink.execute("pragma journal_mode = delete")  # one file, without a log beside it
    settle(partial, target)


def dangling(connection: Connection) -> list[str]:
    """Tables with references to rows that do not exist."""
    return [str(row[0]) for row in connection.exec_driver_sql("pragma foreign_key_check")]


def append_only(table: str) -> list[str]:
    """Statements that make ``table`` refuse changes and removals, whoever asks."""
    return [
        f"create trigger {table}_no_{verb} before {verb} on {table} "
        f"begin select raise(abort, '{table} is append-only'); end"
        for verb in ("update", "delete")
    ]


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """The driver's and SQLAlchemy's errors stop here, as StoreDamaged or StoreFailed.

    A broken constraint or a wrong statement is our bug and passes as it is.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DatabaseError as error:
        raise _problem_of(error.orig, path) from error
    except sqlite3.Error as error:  # while a connection is being hardened
        raise _problem_of(error, path) from error


def _problem_of(error: BaseException | None, path: Path) -> StoreDamaged | StoreFailed:
    # Extended result codes keep the primary code in their low byte.
    damaged = getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
    return (StoreDamaged if damaged else StoreFailed)(f"{path.name}: {error}")


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_TIMEOUT_S)
