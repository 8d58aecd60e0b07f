"""The engine's archive thread: what happened goes in as calls, and is in the index a moment later.

Whoever tells it something never waits.  A batch that a full disk refuses is tried again; an index
that turns out damaged is set aside, a new one begun, and whoever started us is told to rebuild it.
Each trouble is told to the officers, once.
"""

from __future__ import annotations

import contextlib
import logging
import queue
from collections.abc import Callable
from pathlib import Path

from console.clock import Clock
from console.video import archive_file
from console.video.archive import Archive
from console.video.wire_footage import IndexTrouble
from console.workers import Stop, Workers
from db.errors import StoreDamaged, StoreProblem

log = logging.getLogger(__name__)

Entry = Callable[[Archive], object]
_AGAIN_S = 1.0
_MOST = 512  # entries in one batch
_FAREWELL_S = 5.0


def _nobody(_: IndexTrouble | None) -> None:
    """Nobody is told."""


class ArchiveDesk:
    """Owns the one ``Archive`` of the station.  ``enter`` and ``settled`` from any thread."""

    def __init__(
        self,
        path: Path,
        clock: Clock,
        threads: Workers,
        rebuild: Callable[[], None],
        told: Callable[[IndexTrouble | None], None] = _nobody,
    ) -> None:
        """Open the index, or begin a new one; ``rebuild`` is called when footage may lack in it.

        One that cannot be opened now (a full disk) is tried again with every batch.  ``told`` hears
        of each trouble once, and None when the index can be written again; it must not wait.
        """
        self._path = path
        self._clock = clock
        self._rebuild = rebuild
        self._told = told
        self._trouble: IndexTrouble | None = None
        self._entries: queue.SimpleQueue[Entry | Stop | None] = queue.SimpleQueue()
        self._ended = Stop()
        self.is_new = not path.exists()
        self.begun_anew = 0  # how many indexes were begun in place of one that was damaged
        self._archive: Archive | None = None
        try:
            self._archive = self._open()
        except (OSError, StoreProblem) as problem:
            log.warning("no footage index for now: %s", problem)
            self._tell(IndexTrouble.UNWRITABLE)
        threads.loop("archive", self._run)

    def first(self, entry: Callable[[Archive], None]) -> None:
        """Do ``entry`` at once, before anything else: while the engine is being built.

        Not at all where there is no index yet.
        """
        if self._archive is not None:
            try:
                with self._archive.batch():
                    entry(self._archive)
            except StoreProblem as problem:
                log.warning("%s", problem)
                self._tell(IndexTrouble.UNWRITABLE)

    def enter(self, entry: Entry) -> None:
        """Have ``entry`` done soon, in turn."""
        self._entries.put(entry)

    def settled(self, entry: Entry, stop: Stop) -> bool:
        """Do ``entry`` in turn and wait until it is on disk; False if that was not to be."""
        done = Stop()
        self._entries.put(entry)
        self._entries.put(done)
        while not done.wait(0.2):
            if stop.is_set() or self._ended.is_set():
                return done.is_set()
        return True

    def close(self) -> None:
        """Have everything on disk that was entered, and let go of the file."""
        self._entries.put(None)
        if not self._ended.wait(_FAREWELL_S):
            log.warning("the footage index is not closed in time")

    def _run(self, stop: Stop) -> None:
        batch: list[Entry] = []
        waiting: list[Stop] = []
        try:
            while True:
                ending = self._collect(batch, waiting)
                if batch and not self._keep(batch):
                    if ending or stop.wait(_AGAIN_S):
                        log.warning("%d entries of the footage index are lost", len(batch))
                        return
                    continue
                batch = []
                for each in waiting:
                    each.set()
                waiting = []
                if ending:
                    return
        finally:
            if self._archive is not None:
                self._archive.close()
            self._ended.set()

    def _collect(self, batch: list[Entry], waiting: list[Stop]) -> bool:
        """Take what waits, and wait if there is nothing to do yet; True at the end."""
        while len(batch) < _MOST and (not (batch or waiting) or not self._entries.empty()):
            entry = self._entries.get()
            if entry is None:
                return True
            if isinstance(entry, Stop):
                waiting.append(entry)
            else:
                batch.append(entry)
        return False

    def _keep(self, batch: list[Entry]) -> bool:
        """Whether the batch is on disk, or can never be."""
        try:
            archive = self._archive = self._archive or self._open()
            archive.require()
            with archive.batch():
                for entry in batch:
                    entry(archive)
        except StoreDamaged as problem:
            log.warning("%s", problem)
            if self._archive is not None:
                self._archive.close()
                self._archive = None
            self._set_aside()
            return False  # the batch goes into the new one
        except (OSError, StoreProblem) as problem:  # a full disk: soon it will go
            log.warning("the footage index cannot be written: %s", problem)
            self._tell(IndexTrouble.UNWRITABLE)
            return False
        except Exception:  # our bug must not end the thread that keeps the index
            log.exception("an entry of the footage index was refused; one by one")
            if not self._keep_each(batch):
                return False
        if self._trouble is IndexTrouble.UNWRITABLE:
            log.info("the footage index can be written again")
            self._tell(None)
        return True

    def _keep_each(self, batch: list[Entry]) -> bool:
        """One by one, so that one that we got wrong takes no other along.  False: again, soon."""
        while batch:
            try:
                archive = self._archive = self._archive or self._open()
                with archive.batch():
                    batch[0](archive)
            except (OSError, StoreProblem) as problem:  # not the entry's fault: it is tried again
                log.warning("the footage index cannot be written: %s", problem)
                self._tell(IndexTrouble.UNWRITABLE)
                return False
            except Exception:  # our bug in this entry must not end the thread that keeps the index
                log.exception("an entry of the footage index is lost")
                self._tell(IndexTrouble.ENTRY_LOST)
            del batch[0]
        return True

    def _open(self) -> Archive:
        """The index, a new one in place of one that is damaged.  Raises OSError, StoreFailed."""
        try:
            return Archive(self._path)
        except StoreDamaged as problem:
            log.warning("%s", problem)
            self._set_aside()
            return Archive(self._path)

    def _set_aside(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            archive_file.set_aside(self._path, self._clock.now())
        self.is_new = True
        self.begun_anew += 1
        self._tell(IndexTrouble.SET_ASIDE)
        self._rebuild()

    def _tell(self, trouble: IndexTrouble | None) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self._told(trouble)
