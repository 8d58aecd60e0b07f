"""Whether a password is an officer's, told so slowly that guessing leads nowhere (S-7).

Five wrong passwords in a row close an officer's door for 5 minutes, the next five for 10, then
20, then 30 each time; never longer, so that nobody can shut the duty officer out for good.
Meanwhile nothing is tried and nothing counts.  Unknown, disabled and erased officers are told
apart by nobody outside: same answer, same time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.audit import Act, Audit
from console.clock import Clock
from console.errors import SignInRefused
from console.passwords import Passwords, as_spoken
from console.secret import Secret
from db.errors import Gone
from db.records import Officer, OfficerId
from db.store import Store, Unit

TRIES = 5
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(minutes=30)

Then = Callable[[Unit, Officer], None]


class Fault(StrEnum):
    """Why a sign-in failed; for the log, never for whoever tries."""

    PASSWORD = "password"
    UNKNOWN = "unknown"
    DISABLED = "disabled"
    EXPIRED = "expired"  # a one-time password, too late


@dataclass(frozen=True, slots=True)
class Series:
    """Wrong passwords in a row, and until when no other is tried."""

    failures: int = 0
    locked_until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """How long the door stays closed, zero when it is open."""
        if self.locked_until is None:
            return timedelta()
        left = self.locked_until - now
        # Further away than it was ever put: the clock was set back, and nobody stays outside.
        return max(left, timedelta()) if left <= LONGEST_LOCK else timedelta()

    def longer(self, now: datetime) -> Series:
        """With one failure more."""
        failures = self.failures + 1
        return Series(failures, now + lock_for(failures) if failures % TRIES == 0 else None)


@dataclass(frozen=True, slots=True)
class _Try:
    """One password being tried.  ``officer`` is None for an unknown one."""

    officer: Officer | None
    series: Series  # as it is should this one be wrong
    kept: str | None  # the hash that it must match, None when nothing may

    def typed(self, password: Secret) -> Secret:
        """What is hashed: a one-time password may be written as it was heard."""
        one_time = self.officer is not None and self.officer.one_time_until is not None
        return as_spoken(password) if one_time else password


def lock_for(failures: int) -> timedelta:
    """How long the door closes after so many failures, a multiple of ``TRIES``."""
    doubled = min(failures // TRIES - 1, 8)  # the longest is reached long before
    return min(FIRST_LOCK * (1 << doubled), LONGEST_LOCK)


class Credentials:
    """Checks passwords.  Safe from any thread; a check takes as long as ``HashCost`` says."""

    def __init__(self, store: Store, audit: Audit, clock: Clock, passwords: Passwords) -> None:
        self._store = store
        self._audit = audit
        self._clock = clock
        self._passwords = passwords
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._strangers = Series()  # of all ids that nobody has
        self._turned_away: dict[OfficerId | None, int] = {}  # since the door closed

    def check(self, officer_id: OfficerId, password: Secret, then: Then) -> Officer:
        """The officer whose password this is.

        ``then`` is called in the unit of work that notes the success, to write what follows
        from it.  A failure is counted before the password is looked at, so that many tries at
        once, from several processes too, are no more than five.

        Raises:
            SignInRefused: wrong, unknown, disabled, too late or too often.
            StoreProblem: nothing was tried.
        """
        begun = self._begin(officer_id)
        if isinstance(begun, timedelta):
            self._passwords.matches(None, password)  # as slow as any other answer
            raise SignInRefused(begun.total_seconds())
        if not self._passwords.matches(begun.kept, begun.typed(password)):
            raise self._failed(officer_id, begun)
        return self._passed(officer_id, password, begun, then)

    def _begin(self, officer_id: OfficerId) -> _Try | timedelta:
        """Count the try, or say how long the door is closed."""
        now = self._clock.now()
        with self._store.begin() as unit:
            try:
                officer = unit.officers.officer(officer_id)
            except Gone:
                return self._begin_of_stranger(now)
            series = Series(officer.failures, officer.locked_until)
            if wait := series.wait(now):
                self._turn_away(officer_id)
                return wait
            series = series.longer(now)
            unit.officers.set_attempts(
                officer_id, failures=series.failures, locked_until=series.locked_until
            )
            usable = _fault(officer, now) is Fault.PASSWORD
            return _Try(
                officer, series, unit.officers.password_hash(officer_id) if usable else None
            )

    def _begin_of_stranger(self, now: datetime) -> _Try | timedelta:
        with self._lock:
            wait = self._strangers.wait(now)
            if not wait:
                self._strangers = self._strangers.longer(now)
                return _Try(None, self._strangers, None)
        self._turn_away(None)
        return wait

    def _failed(self, officer_id: OfficerId, tried: _Try) -> SignInRefused:
        """Log the first five of a series one by one, and later only each closing of the door."""
        now = self._clock.now()
        known = None if tried.officer is None else officer_id
        fault = Fault.UNKNOWN if tried.officer is None else _fault(tried.officer, now)
        failures = tried.series.failures
        if failures <= TRIES or failures % TRIES == 0:
            with self._store.begin() as unit:
                if failures <= TRIES:
                    self._audit.write(unit, Act.SIGN_IN_FAILED, "officer", known, reason=str(fault))
                if failures % TRIES == 0:
                    self._audit.write(
                        unit,
                        Act.LOCKED_OUT,
                        "officer",
                        known,
                        failures=failures,
                        minutes=lock_for(failures) // timedelta(minutes=1),
                        turned_away_before=self._turned_away_before(known),
                    )
        return SignInRefused(tried.series.wait(now).total_seconds())

    def _passed(self, officer_id: OfficerId, password: Secret, tried: _Try, then: Then) -> Officer:
        # Only a password that was chosen is made dearer; a one-time one is gone soon.
        outdated = (
            tried.kept is not None
            and tried.officer is not None
            and tried.officer.one_time_until is None
            and self._passwords.is_outdated(tried.kept)
        )
        dearer = self._passwords.hash(password) if outdated else None
        with self._store.begin() as unit:
            officer = unit.officers.officer(officer_id)
            if officer.disabled or unit.officers.password_hash(officer_id) != tried.kept:
                raise SignInRefused  # changed while we were looking
            unit.officers.set_attempts(officer_id, failures=0, locked_until=None)
            if dearer is not None:
                unit.officers.set_password(officer_id, dearer, None)
            then(unit, officer)
            return unit.officers.officer(officer_id)

    def _turn_away(self, officer_id: OfficerId | None) -> None:
        with self._lock:
            self._turned_away[officer_id] = self._turned_away.get(officer_id, 0) + 1

    def _turned_away_before(self, officer_id: OfficerId | None) -> int:
        with self._lock:
            return self._turned_away.pop(officer_id, 0)


def _fault(officer: Officer, now: datetime) -> Fault:
    """What is wrong with a try, whatever is typed; else only the password can be."""
    if officer.disabled:
        return Fault.DISABLED
    if officer.one_time_until is not None and officer.one_time_until <= now:
        return Fault.EXPIRED
    return Fault.PASSWORD
