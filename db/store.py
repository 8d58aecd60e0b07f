"""The one SQLite file of the station, and the unit of work over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from db import sqlite
from db.records import Topic
from db.repositories.fleet import FleetRegister
from db.repositories.layouts import Layouts
from db.repositories.officers import OfficerRegister
from db.repositories.settings import Settings
from db.repositories.trail import Trail
from db.schema import bring_up_to_date


class Unit:
    """One transaction: what happens in it is kept together or not at all."""

    def __init__(self, session: Session) -> None:
        self.touched: set[Topic] = set()
        self.fleet = FleetRegister(session, self.touched)
        self.layouts = Layouts(session, self.touched)
        self.officers = OfficerRegister(session, self.touched)
        self.trail = Trail(session, self.touched)
        self.settings = Settings(session, self.touched)


class Store:
    """Opens the file, brings its schema up to date, hands out units of work.

    Safe from any thread.  Writers queue up for at most five seconds; readers never wait
    and see the last commit.
    """

    def __init__(self, path: Path, committed: Callable[[frozenset[Topic]], None]) -> None:
        """Open ``path``; some 5 ms for 1,128 cameras, 0.25 s for a new file.

        ``committed`` is called after each commit, on the thread that committed; it must
        return at once and not raise.

        Raises:
            StoreTooNew, StoreDamaged, StoreFailed: see ``db.schema``.
        """
        self._path = path
        self._committed = committed
        bring_up_to_date(path)
        self._writing = sqlite.engine(path, sqlite.Use.WRITE)
        self._reading = sqlite.engine(path, sqlite.Use.READ)
        self._writers = sessionmaker(self._writing, expire_on_commit=False)
        self._readers = sessionmaker(self._reading, expire_on_commit=False)

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """Commit when the block ends well, roll back when it raises.

        After a commit, ``committed`` hears once which topics were touched.

        Raises:
            StoreFailed: the disk is full, the file busy or read-only; nothing was kept.
            StoreDamaged: SQLite found damage; nothing was kept.
        """
        with sqlite.problems(self._path), self._writers.begin() as session:
            unit = Unit(session)
            yield unit
        if unit.touched:
            self._committed(frozenset(unit.touched))

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A unit that sees one moment of the station and cannot write."""
        with sqlite.problems(self._path), self._readers.begin() as session:
            yield Unit(session)

    def close(self) -> None:
        """Let go of the file.  The store is of no use afterwards."""
        self._reading.dispose()
        self._writing.dispose()
