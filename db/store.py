"""The one SQLite file of the station, and the unit of work over it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from db import sqlite
from db.copies import take
from db.errors import DiskFull
from db.find_places import FindPlaces
from db.finds import FindIndex
from db.records import Topic
from db.repositories.bookmarks import Bookmarks
from db.repositories.bulk import Bulk
from db.repositories.calls import Calls
from db.repositories.case_files import CaseFiles
from db.repositories.case_links import CaseLinks
from db.repositories.categories import Categories
from db.repositories.custody import Custody
from db.repositories.disposals import Disposals
from db.repositories.exhibits import Exhibits
from db.repositories.fleet import FleetRegister
from db.repositories.holds import Holds
from db.repositories.incident_lists import IncidentLists
from db.repositories.incidents import Incidents
from db.repositories.layouts import Layouts
from db.repositories.members import Members
from db.repositories.officers import OfficerRegister
from db.repositories.outcomes import Attachments, Outcomes
from db.repositories.packages import Packages
from db.repositories.phrases import Phrases
from db.repositories.recording import RecordingPlans
from db.repositories.request_lists import RequestLists
from db.repositories.requests import RequestPapers, Requests
from db.repositories.saved_searches import SavedSearches
from db.repositories.settings import Settings
from db.repositories.trail import Trail
from db.repositories.waiting import Waiting
from db.repositories.whole_rows import WholeRows
from db.repositories.words import Words
from db.schema import bring_up_to_date
from db.search import Search


class Unit:
    """One transaction: what happens in it is kept together or not at all."""

    def __init__(self, session: Session) -> None:
        self.touched: set[Topic] = set()
        self.fleet = FleetRegister(session, self.touched)
        self.layouts = Layouts(session, self.touched)
        self.officers = OfficerRegister(session, self.touched)
        self.recording = RecordingPlans(session, self.touched)
        self.holds = Holds(session, self.touched)
        self.exhibits = Exhibits(session, self.touched)
        self.bookmarks = Bookmarks(session, self.touched)
        self.phrases = Phrases(session, self.touched)
        self.members = Members(session, self.touched)
        self.calls = Calls(session, self.touched)
        self.categories = Categories(session, self.touched)
        self.incidents = Incidents(session, self.touched)
        self.incident_lists = IncidentLists(session)
        self.case_links = CaseLinks(session, self.touched)
        self.outcomes = Outcomes(session, self.touched)
        self.attachments = Attachments(session, self.touched)
        self.case_files = CaseFiles(session)
        self.disposals = Disposals(session, self.touched)
        self.requests = Requests(session, self.touched)
        self.request_lists = RequestLists(session)
        self.request_papers = RequestPapers(session, self.touched)
        self.packages = Packages(session, self.touched)
        self.custody = Custody(session, self.touched)
        self.bulk = Bulk(session, self.touched)
        self.waiting = Waiting(session)
        self.trail = Trail(session, self.touched)
        self.settings = Settings(session, self.touched)
        self.search = Search(session)
        self.finds = FindIndex(session)
        self.find_places = FindPlaces(session)
        self.saved_searches = SavedSearches(session, self.touched)
        self.words = Words(session)
        self.whole_rows = WholeRows(session)


class Store:
    """Opens the file, brings its schema up to date, hands out units of work.

    Safe from any thread.  Writers queue up: five seconds for those of this process, then five for
    another's at most; readers never wait and see the last commit.
    """

    def __init__(
        self,
        path: Path,
        committed: Callable[[frozenset[Topic]], None],
        full: Callable[[], None] = lambda: None,
    ) -> None:
        """Open ``path``; some 5 ms for 1,128 cameras, 0.25 s for a new file.

        ``committed`` is called after each commit, on the thread that committed; it must
        return at once and not raise.  ``full`` is called, in the same way, when the disk is:
        it may make room for what is written next.

        Raises:
            StoreTooNew, StoreDamaged, StoreFailed: see ``db.schema``.
        """
        self._path = path
        self._committed = committed
        self._full = full
        self._ended_uncleanly = sqlite.has_log(path)
        bring_up_to_date(path)
        self._writing_lock = threading.Lock()  # around a whole unit; held by whoever writes
        self._writing = sqlite.engine(path, sqlite.Use.WRITE)
        self._reading = sqlite.engine(path, sqlite.Use.READ)
        self._writers = sessionmaker(self._writing, expire_on_commit=False)
        self._readers = sessionmaker(self._reading, expire_on_commit=False)

    @property
    def ended_uncleanly(self) -> bool:
        """Whether the file was left by a crash or a power cut, or is open in another process."""
        return self._ended_uncleanly

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """Commit when the block ends well, roll back when it raises.

        After a commit, ``committed`` hears once which topics were touched.

        Raises:
            DiskFull: there is no room; nothing was kept.
            StoreFailed: the file is busy or read-only; nothing was kept.
            StoreDamaged: SQLite found damage; nothing was kept.
        """
        try:
            with self._turn(), sqlite.problems(self._path), self._writers.begin() as session:
                unit = Unit(session)
                yield unit
        except DiskFull:
            self._full()
            raise
        if unit.touched:
            self._committed(frozenset(unit.touched))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for the writers of this process to be done, one after another.

        SQLite would let a writer look again and again whether the file is free, at longer and
        longer intervals: a bookmark would wait far longer than the still before it takes.
        """
        is_ours = self._writing_lock.acquire(timeout=sqlite.BUSY_TIMEOUT_S)
        try:
            yield  # out of patience, SQLite is left to say that the file is busy
        finally:
            if is_ours:
                self._writing_lock.release()

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A unit that sees one moment of the station and cannot write."""
        with sqlite.problems(self._path), self._readers.begin() as session:
            yield Unit(session)

    def look_through(self, *, thorough: bool = False) -> None:
        """Have SQLite read the whole file; seconds for a large one, and nobody waits for it.

        ``thorough`` also compares each index with its table.  Raises StoreDamaged, StoreFailed.
        """
        sqlite.look_through(self._path, thorough=thorough)

    def backup(self, target: Path) -> None:
        """Copy the station as it is at one moment; ``target`` appears whole or not at all.

        Writers and readers go on meanwhile.  Raises DiskFull, StoreFailed, StoreDamaged.
        """
        take(self._path, target)

    def become(self, source: Path) -> None:
        """Hold what the closed store ``source`` holds, in one step and with our ids counted on.

        Everybody who has the file open sees it, here and in other processes.  Raises
        DiskFull, StoreFailed, StoreDamaged; then everything is as it was.
        """
        sqlite.overwrite(self._path, source)
        self._committed(frozenset(Topic))

    def announce(self, *topics: Topic) -> None:
        """Say that what belongs to these was changed elsewhere, so that views read it again."""
        self._committed(frozenset(topics))

    def scrub(self) -> bool:
        """Leave nothing of what was erased in the file, nor in the log; see ``db/README.md``.

        Reads and writes the whole file, and writers wait meanwhile: seconds for a ward.  False
        when someone reads.  Raises DiskFull, StoreFailed, StoreDamaged.
        """
        with sqlite.problems(self._path):
            sqlite.scrub(self._path)
            return sqlite.empty_log(self._path)

    def empty_log(self) -> bool:
        """Leave nothing of what was erased in the write-ahead log beside the file.

        False when someone reads: then try again a little later.
        """
        with sqlite.problems(self._path):
            return sqlite.empty_log(self._path)

    def close(self) -> None:
        """Let go of the file.  The store is of no use afterwards."""
        self._reading.dispose()
        self._writing.dispose()
