"""Who sits at this console, and whether he may do what a service is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from console.clock import Clock
from console.errors import NotAllowed
from console.rights import FRESH, PAIRED, Action, may, may_approve
from db.errors import Gone
from db.records import Officer, OfficerId, TeamId
from db.store import Store

FRESH_S = 300.0  # a password typed this long ago still counts as just typed
SHIFT_S = 12 * 3600.0  # a session lasts no longer
APPROVAL_S = 60.0  # a second officer's approval lasts this long, for one call


class Why(StrEnum):
    """Why something is not allowed, as ``NotAllowed.reason`` names it."""

    SIGNED_OUT = "signed_out"  # nobody is signed in, or his session has ended
    LOCKED = "locked"  # the screen is locked
    ONE_TIME = "one_time"  # a one-time password: one of his own must be chosen first
    ROLE = "role"
    SCOPE = "scope"  # a camera of a team that is not his
    AGE = "age"  # footage older than his role may see
    NOT_FRESH = "not_fresh"  # the password must be typed again
    NEEDS_SECOND = "needs_second"  # another officer must approve


@dataclass(frozen=True, slots=True)
class Approval:
    """A second officer's yes to one action; ``at_s`` on ``Clock.monotonic_s``."""

    officer_id: OfficerId
    action: Action
    at_s: float


@dataclass(frozen=True, slots=True)
class Session:
    """An officer's time at this console, from sign-in on; seconds on ``Clock.monotonic_s``."""

    officer_id: OfficerId
    epoch: int
    signed_in_s: float
    confirmed_s: float  # when the password was typed last
    locked: bool = False
    approval: Approval | None = None
    next_epoch: int | None = None  # while he changes his password: from the commit on it counts

    @property
    def began(self) -> tuple[OfficerId, float]:
        """What stays the same from its begin to its end, and tells it from others."""
        return self.officer_id, self.signed_in_s


class Seat:
    """The one place at this console: at most one officer is signed in.  Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # leaf lock; guards _session
        self._session: Session | None = None

    @property
    def session(self) -> Session | None:
        """Who sits here, or None."""
        with self._lock:
            return self._session

    def take(self, session: Session | None) -> Session | None:
        """Let ``session`` begin, or with None end the present one; returns the one before."""
        with self._lock:
            before, self._session = self._session, session
            return before

    def leave(self, session: Session) -> bool:
        """End ``session``, unless it has ended and another sits here; whether it did."""
        with self._lock:
            present = self._session
            if present is None or present.began != session.began:
                return False
            self._session = None
            return True

    def change(self, session: Session, change: Callable[[Session], Session]) -> bool:
        """Let ``session`` become ``change`` of what it is now; False when it has ended."""
        with self._lock:
            if self._session is None or self._session.began != session.began:
                return False
            self._session = change(self._session)
            return True

    def use_approval(self, action: Action, now_s: float) -> Approval | None:
        """Take the approval of ``action``, if there is one that still counts: it is for once."""
        with self._lock:
            session = self._session
            if session is None or session.approval is None:
                return None
            approval = session.approval
            if approval.action is not action or now_s - approval.at_s > APPROVAL_S:
                return None
            self._session = replace(session, approval=None)
            return approval


class Gate:
    """Stands before every service.

    The officer's row is read at every call, so that whoever was demoted or disabled, here or
    from another process, loses access at once.
    """

    def __init__(
        self,
        store: Store,
        seat: Seat,
        clock: Clock,
        refused: Callable[[OfficerId | None, Action, Why], None],
    ) -> None:
        """``refused`` hears of every refusal to an officer, to log it; it may block."""
        self._store = store
        self._seat = seat
        self._clock = clock
        self._refused = refused

    @property
    def seat(self) -> Seat:
        """The place that this gate looks at."""
        return self._seat

    def officer(self) -> Officer | None:
        """Who is signed in here, locked or not, as his row is now; None when nobody is."""
        session = self._seat.session
        return None if session is None else self._present(session)

    def require(
        self,
        action: Action,
        *,
        teams: Collection[TeamId | None] = (),
        age: timedelta | None = None,
    ) -> OfficerId | None:
        """Go on only if whoever sits here may do ``action``; returns who that is.

        None comes back only while the station has no officer: then whoever sets it up may do
        everything.  Takes a read of one row, some 0.3 ms.

        Args:
            action: What is to be done.
            teams: The teams of the cameras that it is done to; None for a camera of no team.
            age: How old the oldest footage is that it touches.

        Raises:
            NotAllowed: ``reason`` is of ``Why``.  It has been logged.
            StoreProblem: the officers could not be read.
        """
        session = self._seat.session
        why = self._objection(action, teams, age, session)
        if why is not None:
            officer_id = None if session is None else session.officer_id
            self._refused(officer_id, action, why)
            raise NotAllowed(action, why)
        if session is None:
            return None
        if action in PAIRED and not self._is_approved(action):
            self._refused(session.officer_id, action, Why.NEEDS_SECOND)
            raise NotAllowed(action, Why.NEEDS_SECOND)
        return session.officer_id

    def allows(self, action: Action) -> bool:
        """Whether ``require`` could let ``action`` through once it is confirmed and approved.

        For what the window offers; not logged.
        """
        why = self._objection(action, (), None, self._seat.session)
        return why in (None, Why.NOT_FRESH)

    def standing(self, *actions: Action) -> tuple[Officer | None, frozenset[Action]]:
        """As ``officer`` and ``allows`` for each of ``actions``, with one look at his row."""
        session = self._seat.session
        if session is None:
            with self._store.read() as unit:
                return None, frozenset(() if unit.officers.count() else actions)
        officer = self._present(session)
        against = {each: _against(session, officer, each) for each in actions}
        return officer, frozenset(e for e in actions if against[e] is None)

    def _objection(
        self,
        action: Action,
        teams: Collection[TeamId | None],
        age: timedelta | None,
        session: Session | None,
    ) -> Why | None:
        if session is None:
            with self._store.read() as unit:
                return Why.SIGNED_OUT if unit.officers.count() else None
        why = _against(session, self._present(session), action, teams, age)
        is_old = self._clock.monotonic_s() - session.confirmed_s > FRESH_S
        return Why.NOT_FRESH if why is None and action in FRESH and is_old else why

    def _is_approved(self, action: Action) -> bool:
        """Use up a second officer's yes; it counts as long as he might say it."""
        approval = self._seat.use_approval(action, self._clock.monotonic_s())
        if approval is None:
            return False
        with self._store.read() as unit:
            second = unit.officers.officer(approval.officer_id)
        return not second.disabled and may_approve(second.role, action)

    def _present(self, session: Session) -> Officer | None:
        """The officer of ``session``, or None when it is over."""
        if self._clock.monotonic_s() - session.signed_in_s >= SHIFT_S:
            return None
        try:
            with self._store.read() as unit:
                officer = unit.officers.officer(session.officer_id)
        except Gone:
            return None
        over = officer.disabled or officer.epoch not in {session.epoch, session.next_epoch}
        return None if over else officer


def _against(
    session: Session,
    officer: Officer | None,
    action: Action,
    teams: Collection[TeamId | None] = (),
    age: timedelta | None = None,
) -> Why | None:
    """What speaks against it, however long ago he typed his password."""
    if officer is None:
        return Why.SIGNED_OUT
    if session.locked:
        return Why.LOCKED
    if officer.one_time_until is not None:
        return Why.ONE_TIME
    right = may(officer.role, action)
    if right is None:
        return Why.ROLE
    if right.scoped and officer.teams and not set(teams) <= officer.teams:
        return Why.SCOPE
    if right.oldest is not None and age is not None and age > right.oldest:
        return Why.AGE
    return None
