"""Reads the drafts anew when bookmarks change, and not a hundred times for a hundred of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from db.case_records import Bookmark, BookmarkId
from db.records import OfficerId
from ui.tasks import Tasks

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_AGAIN_MS = 100

Drafts = tuple[Sequence[Bookmark], Mapping[OfficerId, str]]


class DraftReader(QObject):
    """Reads what is to be described, and the names of the other officers, again and again."""

    read = Signal(object)  # the Drafts
    failed = Signal(object)  # the Problem

    def __init__(self, tasks: Tasks, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._bookmarks, self._access = console.bookmarks, console.access
        self._number = 0
        self._under_way = False
        self._since: dict[BookmarkId, Bookmark | None] = {}  # what a read under way may not know
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._read_later)

    def start(self) -> None:
        """Read at once.  Of several that are under way the newest counts, whichever ends last."""
        self._number += 1
        self._under_way = True
        self._since.clear()
        self._tasks.run(
            self._drafts,
            done=partial(self._on_read, self._number),
            failed=partial(self._fail, self._number),
        )

    def know(self, bookmark_id: BookmarkId, draft: Bookmark | None) -> None:
        """It is that draft by now, or (None) none any more; a read that began before says neither.

        The next one does, for that is on disk.
        """
        self._since[bookmark_id] = draft

    def start_within(self, ms: int) -> None:
        """Read in so many milliseconds, with whatever changes until then."""
        if not self._later.isActive():
            self._later.start(ms)

    def forget(self) -> None:
        """What is under way is of no use to whoever sits here now."""
        self._number += 1
        self._under_way = False
        self._since.clear()
        self._later.stop()

    def _drafts(self) -> Drafts:
        return self._bookmarks.drafts(), dict(self._access.others())

    @Slot()
    def _read_later(self) -> None:
        if self._under_way:
            self._later.start(_AGAIN_MS)
        else:
            self.start()

    def _on_read(self, number: int, drafts: Drafts) -> None:
        if number == self._number:
            self._under_way = False
            self.read.emit(self._as_known(drafts))

    def _as_known(self, read: Drafts) -> Drafts:
        drafts, names = read
        if not self._since:
            return read
        known = [each for each in drafts if each.id not in self._since]
        known += [each for each in self._since.values() if each is not None]
        return sorted(known, key=lambda each: (each.at, each.id), reverse=True), names

    def _fail(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self._under_way = False
            self.failed.emit(problem)
