"""What the console does by itself each night, and what it looks at after a crash.

At half past two, local time, or as soon after that as the PC runs: the log's head is signed, the
store is looked through, a backup is made.  Whoever is there is told what went wrong.  A window and
a service may both run: one of them claims the night in the store, and the other leaves it to it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo

from console.backup_files import BackupKind
from console.backups import Backups
from console.clock import Clock
from console.errors import Problem
from console.events import Noticed, Post
from console.workers import Stop
from db.store import Store, Unit

AT = time(2, 30)
LOOK_S = 60.0
AGAIN_AFTER = timedelta(hours=1)  # when it could not be done, or whoever claimed it died
SERVICE_GRACE = timedelta(minutes=15)
"""A service waits so much longer: what fails is better told by a window, where somebody sits."""

_CLAIM = "night_claimed"  # the key of the setting: since when somebody does the night's work

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
        grace: timedelta = timedelta(0),
    ) -> None:
        """``sign`` signs the head of the log, if it is due; ``zone`` None is the PC's own.

        ``grace`` is how long the night is left to other processes first.
        """
        self._store = store
        self._backups = backups
        self._sign = sign
        self._clock = clock
        self._post = post
        self._zone = zone
        self._grace = grace
        self._tried_at: datetime | None = None

    def run(self, stop: Stop) -> None:
        """Wait for the night, again and again, until ``stop``."""
        if self._store.ended_uncleanly:
            log.info("the store was not closed; looking through it")
            self._try(self._store.look_through)
        while not stop.wait(LOOK_S):
            self.tend(stop)

    def tend(self, stop: Stop | None = None) -> None:
        """Do what the night is for, if it is due.  May take minutes in a large store.

        Files of cases are copied for as long as ``stop`` lets them.
        """
        now = self._clock.now()
        if not self._is_due(now):
            return
        self._tried_at = now
        if self._claim(now):
            self._try(self._sign)
            if self._try(self._store.look_through):
                self._try(lambda: self._backups.run_nightly(stop))
        self._try(self._warn)  # whoever does the work: each has an officer of its own

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
        past = now - self._grace
        return newest is None or newest.at > now or newest.at < self._last_night(past)

    def _claim(self, now: datetime) -> bool:
        """Whether the night is ours: nobody claimed it within the last hour.

        A claim from the future was made before the PC's clock was set right.  A store that cannot
        be written is looked through all the same, so that what is wrong with it is told.
        """
        try:
            with self._store.read() as unit:
                if self._is_taken(unit, now):
                    return False
            with self._store.begin() as unit:  # one writer at a time: nobody comes between
                if self._is_taken(unit, now):
                    return False
                unit.settings.put(_CLAIM, json.dumps(now.isoformat()))
        except Problem as problem:
            log.info("the night cannot be claimed: %s", problem)
        return True

    def _is_taken(self, unit: Unit, now: datetime) -> bool:
        claimed = unit.settings.get(_CLAIM)
        if claimed is None:
            return False
        since = datetime.fromisoformat(json.loads(claimed))
        return since <= now < since + AGAIN_AFTER

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
