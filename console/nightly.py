"""What the console does by itself each night, and what it looks at after a crash.

At half past two, local time, or as soon after that as the PC runs: the log's head is signed, the
store is looked through, a backup is made.  Whoever is there is told what went wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo

from console.backup_files import BackupKind
from console.backups import Backups
from console.clock import Clock
from console.errors import Problem
from console.events import Noticed, Post
from console.workers import Stop
from db.store import Store

AT = time(2, 30)
LOOK_S = 60.0
AGAIN_AFTER = timedelta(hours=1)  # when it could not be done

log = logging.getLogger(__name__)


class Nightly:
    """One loop of its own; ``Workers.loop`` runs it."""

    def __init__(
        self,
        store: Store,
        backups: Backups,
        sign: Callable[[], object],
        clock: Clock,
        post: Post,
        zone: tzinfo | None = None,
    ) -> None:
        """``sign`` signs the head of the log, if it is due; ``zone`` None is the PC's own."""
        self._store = store
        self._backups = backups
        self._sign = sign
        self._clock = clock
        self._post = post
        self._zone = zone
        self._tried_at: datetime | None = None

    def run(self, stop: Stop) -> None:
        """Wait for the night, again and again, until ``stop``."""
        if self._store.ended_uncleanly:
            log.info("the store was not closed; looking through it")
            self._try(self._store.look_through)
        while not stop.wait(LOOK_S):
            self.tend()

    def tend(self) -> None:
        """Do what the night is for, if it is due.  May take minutes in a large store."""
        now = self._clock.now()
        if not self._is_due(now):
            return
        self._tried_at = now
        self._try(self._sign)
        if self._try(self._store.look_through):
            self._try(self._backups.run_nightly)
        self._try(self._warn)

    def look_through(self) -> None:
        """Look through the store now, each index with its table.

        Raises StoreDamaged, StoreFailed.
        """
        self._store.look_through(thorough=True)

    def _is_due(self, now: datetime) -> bool:
        if self._tried_at is not None and abs(now - self._tried_at) < AGAIN_AFTER:
            return False
        newest = self._backups.newest(BackupKind.DAILY)
        # A backup from the future was made before the PC's clock was set right.
        return newest is None or newest.at > now or newest.at < self._last_night(now)

    def _last_night(self, now: datetime) -> datetime:
        """The last time that it was half past two."""
        local = now.astimezone(self._zone)
        tonight = local.replace(hour=AT.hour, minute=AT.minute, second=0, microsecond=0)
        return tonight if tonight <= local else tonight - timedelta(days=1)

    def _warn(self) -> None:
        if overdue := self._backups.alarm():
            raise overdue

    def _try(self, work: Callable[[], object]) -> bool:
        """Whether it went well; what did not is told."""
        try:
            work()
        except Problem as problem:
            log.info("at night: %s", problem)
            self._post(Noticed(problem))
            return False
        return True
