"""An officer's time at this console: signing in, locking, confirming, approving, leaving."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from console.audit import Act, Audit
from console.clock import Clock
from console.credentials import Credentials
from console.errors import NotAllowed
from console.gate import SHIFT_S, Approval, Gate, Session, Why
from console.rights import Action, may_approve
from console.secret import Secret
from console.settings import StationSettings
from db.records import Officer, OfficerId
from db.store import Store, Unit

MINUTE_S = 60.0


class Ended(StrEnum):
    """Why a session ended, for the log."""

    BY_HIMSELF = "by_himself"
    REPLACED = "replaced"  # another officer signed in
    SHIFT = "shift"  # twelve hours are over
    REVOKED = "revoked"  # disabled, erased, or given another password


class Happened(StrEnum):
    """What ``Sessions.tick`` found."""

    LOCKED = "locked"  # nobody touched key or mouse for too long
    SHIFT_ENDED = "shift_ended"
    REVOKED = "revoked"


class Sessions:
    """Who sits here.  Calls may block on the disk; those with a password take 0.2 s and more.

    Not for the GUI thread, but for ``touched`` and ``shift_left_s``.  Any may raise
    ``StoreProblem``.  A password is checked as ``console.credentials`` says.
    """

    def __init__(
        self,
        store: Store,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        credentials: Credentials,
        settings: Callable[[], StationSettings],
    ) -> None:
        """``settings`` are asked for whenever they count, so that a change holds at once."""
        self._store = store
        self._gate = gate
        self._seat = gate.seat
        self._audit = audit
        self._clock = clock
        self._credentials = credentials
        self._settings = settings
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._touched_s = clock.monotonic_s()
        self._patience_s = math.inf  # without a touch; as the last tick found it set

    def names(self) -> list[tuple[OfficerId, str]]:
        """Who may sign in, by name: the list on the sign-in card, so not guarded."""
        with self._store.read() as unit:
            return [(each.id, each.name) for each in unit.officers.all() if not each.disabled]

    def others(self) -> list[tuple[OfficerId, str]]:
        """Who could come as a second officer: ``names`` without whoever sits here."""
        session = self._seat.session
        present = None if session is None else session.officer_id
        return [each for each in self.names() if each[0] != present]

    def sign_in(self, officer_id: OfficerId, password: Secret) -> Officer:
        """Let an officer sit down; whoever sat here is signed out.

        With a one-time password (``one_time_until``) he may do nothing until he has chosen
        one of his own: see ``Access.set_password``.

        Raises:
            SignInRefused: ``wait_s`` says how long to wait.
        """

        def note(unit: Unit, officer: Officer) -> None:
            if (before := self._seat.session) is not None:
                self._note_end(unit, before, Ended.REPLACED)
            self._audit.write(unit, Act.SIGNED_IN, "officer", officer.id, officer_id=officer.id)

        officer = self._credentials.check(officer_id, password, note)
        self._sit_down(officer)
        return officer

    def sign_out(self) -> None:
        """Let the officer leave; nothing when nobody is signed in."""
        if (session := self._seat.session) is not None:
            self._end(session, Ended.BY_HIMSELF)

    def lock(self) -> None:
        """Lock the screen; the wall plays on.  It is locked even if the log cannot be written."""
        session = self._seat.session
        if session is not None and not session.locked:
            self._seat.change(session, lambda present: replace(present, locked=True))
            with self._store.begin() as unit:
                self._audit.write(unit, Act.SCREEN_LOCKED)

    def unlock(self, password: Secret) -> Officer:
        """Unlock the screen with the password of whoever locked it.

        Raises:
            SignInRefused: see ``sign_in``.
            NotAllowed: nobody is signed in any more (``Why.SIGNED_OUT``).
        """
        return self._retyped(
            password, "unlock", Act.SCREEN_UNLOCKED, lambda present: replace(present, locked=False)
        )

    def confirm(self, password: Secret) -> Officer:
        """Have typed the password just now, for what ``console.rights.FRESH`` names.

        Counts for five minutes.  Raises SignInRefused, NotAllowed (signed out, locked).
        """
        session = self._seat.session
        if session is not None and session.locked:
            raise NotAllowed("confirm", Why.LOCKED)
        # A screen that was locked while the password was checked stays locked.
        return self._retyped(password, "confirm", Act.CONFIRMED, lambda present: present)

    def approve(self, officer_id: OfficerId, password: Secret, action: Action) -> None:
        """Let a second officer say yes to one call of ``action`` within the next minute.

        Raises:
            SignInRefused: see ``sign_in``; it is the second officer's password.
            NotAllowed: nobody is signed in here or the screen is locked; or the second officer
                is the first, has a one-time password, or is none who may approve it (``PAIRED``).
        """
        session = self._seat.session
        if session is None or session.locked:
            raise NotAllowed(action, Why.SIGNED_OUT if session is None else Why.LOCKED)
        if officer_id == session.officer_id:
            raise NotAllowed(action, Why.NEEDS_SECOND)

        def note(unit: Unit, second: Officer) -> None:
            objection = _objection_to(second, action)
            self._audit.write(
                unit,
                Act.REFUSED if objection else Act.APPROVED,
                "officer",
                session.officer_id,
                officer_id=second.id,
                action=str(action),
                **({"reason": str(objection)} if objection else {}),
            )

        second = self._credentials.check(officer_id, password, note)
        if (objection := _objection_to(second, action)) is not None:
            raise NotAllowed(action, objection)
        approval = Approval(second.id, action, self._clock.monotonic_s())
        self._seat.change(session, lambda present: replace(present, approval=approval))

    def touched(self) -> None:
        """A key or the mouse was used.  Returns at once; safe from any thread.

        Comes too late when the screen is due to be locked: so a key that wakes the PC does.
        """
        now_s = self._clock.monotonic_s()
        with self._lock:
            if now_s - self._touched_s < self._patience_s:
                self._touched_s = now_s

    def shift_left_s(self) -> float | None:
        """Seconds until the session ends by itself, None when nobody is signed in."""
        session = self._seat.session
        if session is None:
            return None
        return max(0.0, session.signed_in_s + SHIFT_S - self._clock.monotonic_s())

    def tick(self) -> Happened | None:
        """Look after the session; to be called about once a second.  Returns what was done."""
        session = self._seat.session
        if session is None:
            return None
        if self.shift_left_s() == 0.0:
            self._end(session, Ended.SHIFT)
            return Happened.SHIFT_ENDED
        if self._gate.officer() is None:
            self._end(session, Ended.REVOKED)
            return Happened.REVOKED
        if not session.locked and self._is_idle(self._settings().idle_lock_min * MINUTE_S):
            self.lock()
            return Happened.LOCKED
        return None

    def _sit_down(self, officer: Officer) -> None:
        now_s = self._clock.monotonic_s()
        self._is_here(now_s)
        self._seat.take(
            Session(
                officer_id=officer.id, epoch=officer.epoch, signed_in_s=now_s, confirmed_s=now_s
            )
        )

    def _retyped(
        self, password: Secret, what: str, act: Act, then: Callable[[Session], Session]
    ) -> Officer:
        """Check the password of whoever sits here; ``then`` is what becomes of his session."""
        session = self._seat.session
        if session is None or self._gate.officer() is None:
            raise NotAllowed(what, Why.SIGNED_OUT)
        officer = self._credentials.check(
            session.officer_id, password, lambda unit, _: self._audited(unit, act)
        )
        now_s = self._clock.monotonic_s()
        self._is_here(now_s)
        if not self._seat.change(session, lambda at: then(replace(at, confirmed_s=now_s))):
            raise NotAllowed(what, Why.SIGNED_OUT)  # ended while the password was checked
        return officer

    def _audited(self, unit: Unit, act: Act) -> None:
        self._audit.write(unit, act)

    def _end(self, session: Session, why: Ended) -> None:
        # First of all: a full disk does not keep anyone signed in.
        if self._seat.leave(session):
            with self._store.begin() as unit:
                self._note_end(unit, session, why)

    def _note_end(self, unit: Unit, session: Session, why: Ended) -> None:
        self._audit.write(
            unit,
            Act.SIGNED_OUT,
            "officer",
            session.officer_id,
            officer_id=session.officer_id,
            reason=str(why),
        )

    def _is_here(self, now_s: float) -> None:
        """A password was right: idle time begins anew."""
        with self._lock:
            self._touched_s = now_s

    def _is_idle(self, patience_s: float) -> bool:
        with self._lock:
            self._patience_s = patience_s
            return self._clock.monotonic_s() - self._touched_s >= patience_s


def _objection_to(second: Officer, action: Action) -> Why | None:
    """Why ``second`` cannot approve ``action``, None when he can."""
    if second.one_time_until is not None:
        return Why.ONE_TIME
    return None if may_approve(second.role, action) else Why.ROLE
