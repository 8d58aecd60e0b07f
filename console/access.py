"""Officers: who may sign in, what they are, and their passwords (S-5 to S-10).

An administrator adds, changes, disables and erases officers.  He starts a new password, but
never chooses nor learns one that an officer keeps: what he reads out is good for one sign-in
within three days.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from typing_extensions import override

from console.audit import Act, Audit
from console.changes import changed_fields
from console.clock import Clock
from console.credentials import Credentials
from console.errors import FieldRefused, LastAdministrator, NameTaken, NotAllowed, Problem
from console.forms import clean_name
from console.gate import Gate, Why
from console.last_readers import leave_to_chiefs
from console.passwords import FIELD, PasswordRule, Passwords, as_spoken, checked, one_time
from console.rights import Action
from console.secret import Secret
from console.sessions import Happened, Sessions
from console.settings import Settings
from db.errors import Gone
from db.records import Officer, OfficerId, Role, TeamId
from db.store import Store, Unit

ONE_TIME_LASTS = timedelta(hours=72)


class Access(Sessions):
    """The station's officers, and, from ``Sessions``, whoever of them sits here.

    Thread and problems as there.  What changes an officer needs ``Action.CHANGE_OFFICERS`` and
    a password typed in the last five minutes; it is announced as ``Topic.OFFICERS`` and holds
    at once, for sessions in other processes too.
    """

    def __init__(
        self,
        store: Store,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        passwords: Passwords,
        settings: Settings,
    ) -> None:
        credentials = Credentials(store, audit, clock, passwords)
        super().__init__(store, gate, audit, clock, credentials, settings.get)
        self._passwords = passwords
        # Set while the write-ahead log may hold something of someone who was erased.
        self._traces = threading.Event()

    def officers(self) -> list[Officer]:
        """Every officer, by name; the erased ones have none and come first.  Raises NotAllowed."""
        self._gate.require(Action.SEE_OFFICERS)
        with self._store.read() as unit:
            return unit.officers.all()

    def begin(self, name: str, password: Secret) -> Officer:
        """Make the first administrator of a station that has no officer, and sign him in.

        Raises:
            FieldRefused: the name (``console.forms``) or the password (``PasswordRule``).
            NotAllowed: the station has an officer.
        """
        cleaned = clean_name(name)
        hashed = self._passwords.hash(checked(password, self._context(cleaned)))
        with self._store.begin() as unit:
            if unit.officers.count():
                raise NotAllowed(Action.CHANGE_OFFICERS, Why.SIGNED_OUT)
            officer = unit.officers.add(
                name=cleaned,
                role=Role.ADMINISTRATOR,
                teams=(),
                password_hash=hashed,
                one_time_until=None,
                created_at=self._clock.now(),
            )
            self._told(unit, Act.OFFICER_ADDED, officer.id, officer.id, role=str(officer.role))
            self._told(unit, Act.SIGNED_IN, officer.id, officer.id)
        self._sit_down(officer)
        return officer

    def add(self, name: str, role: Role, teams: Collection[TeamId] = ()) -> tuple[Officer, Secret]:
        """Register an officer; returns him and the one-time password to read out to him.

        Raises:
            NotAllowed: also before there is a first administrator, see ``begin``.
            FieldRefused: the name.
            NameTaken: another officer has it; people are told apart by it at sign-in.
            Gone: a team of ``teams`` is.
        """
        by = self._changer()
        cleaned = clean_name(name)
        password = one_time()
        hashed = self._passwords.hash(as_spoken(password))
        now = self._clock.now()
        with self._store.begin() as unit:
            _require_free_name(unit, cleaned)
            officer = unit.officers.add(
                name=cleaned,
                role=role,
                teams=teams,
                password_hash=hashed,
                one_time_until=now + ONE_TIME_LASTS,
                created_at=now,
            )
            self._told(unit, Act.OFFICER_ADDED, officer.id, by, role=str(role), teams=sorted(teams))
        return officer, password

    def change(
        self, officer_id: OfficerId, *, name: str, role: Role, teams: Collection[TeamId]
    ) -> Officer:
        """Write an officer's name, role and teams; a lesser role holds from his next call on.

        Raises NotAllowed, FieldRefused, NameTaken, Gone, LastAdministrator.
        """
        by = self._changer()
        cleaned = clean_name(name)
        with self._store.begin() as unit:
            before = _kept_officer(unit, officer_id)
            if before.name != cleaned:
                _require_free_name(unit, cleaned, but=officer_id)
            if role is not Role.ADMINISTRATOR:
                _require_another_administrator(unit, before)
            after = unit.officers.change(officer_id, name=cleaned, role=role, teams=teams)
            if changed := changed_fields(before, after):
                self._told(
                    unit,
                    Act.OFFICER_CHANGED,
                    officer_id,
                    by,
                    fields=changed,
                    role=str(role),
                    teams=sorted(after.teams),
                )
            return after

    def set_password(self, old: Secret, new: Secret) -> Officer:
        """Give whoever sits here a password of his own choice; his other sessions end.

        Raises:
            FieldRefused: the new one breaks a ``PasswordRule``; the old one was not looked at.
            SignInRefused: the old one is wrong; see ``sign_in``.
            NotAllowed: nobody is signed in, or the screen is locked.
        """
        officer, session = self._gate.officer(), self._seat.session
        if officer is None or session is None:
            raise NotAllowed("set_password", Why.SIGNED_OUT)
        if session.locked:
            raise NotAllowed("set_password", Why.LOCKED)
        if old == new:
            raise FieldRefused(FIELD, PasswordRule.SAME)
        hashed = self._passwords.hash(checked(new, self._context(officer.name)))

        def keep(unit: Unit, officer: Officer) -> None:
            unit.officers.set_password(officer.id, hashed, None)
            unit.officers.end_sessions(officer.id)
            self._told(unit, Act.PASSWORD_SET, officer.id, officer.id)
            # Others read the officer as soon as this is committed, and this session goes on.
            coming = officer.epoch + 1
            self._seat.change(session, lambda present: replace(present, next_epoch=coming))

        try:
            changed = self._credentials.check(officer.id, old, keep)
        except Problem:
            self._seat.change(session, lambda present: replace(present, next_epoch=None))
            raise
        now_s = self._clock.monotonic_s()
        self._seat.change(
            session,
            lambda present: replace(
                present, epoch=changed.epoch, next_epoch=None, confirmed_s=now_s
            ),
        )
        return changed

    def reset(self, officer_id: OfficerId) -> Secret:
        """Give an officer a one-time password in place of his own; his sessions end.

        Also lifts a lock-out.  Raises NotAllowed, Gone, and LastAdministrator: the last one
        changes his own with ``set_password``, for a one-time one may run out.
        """
        by = self._changer()
        password = one_time()
        hashed = self._passwords.hash(as_spoken(password))
        with self._store.begin() as unit:
            _require_another_administrator(unit, _kept_officer(unit, officer_id))
            until = self._clock.now() + ONE_TIME_LASTS
            unit.officers.set_password(officer_id, hashed, until)
            unit.officers.set_attempts(officer_id, failures=0, locked_until=None)
            unit.officers.end_sessions(officer_id)
            self._told(unit, Act.PASSWORD_RESET, officer_id, by)
        return password

    def lift(self, officer_id: OfficerId) -> Officer:
        """Let an officer try his password again at once.  Raises NotAllowed, Gone."""
        by = self._changer()
        with self._store.begin() as unit:
            if _kept_officer(unit, officer_id).failures:
                unit.officers.set_attempts(officer_id, failures=0, locked_until=None)
                self._told(unit, Act.LOCK_OUT_LIFTED, officer_id, by)
            return unit.officers.officer(officer_id)

    def disable(self, officer_id: OfficerId) -> Officer:
        """Let an officer in no more; his sessions end.  Raises NotAllowed, Gone, LastAdministrator.

        Nothing of what he did is lost.
        """
        by = self._changer()
        with self._store.begin() as unit:
            officer = _kept_officer(unit, officer_id)
            if not officer.disabled:
                _require_another_administrator(unit, officer)
                unit.officers.set_disabled(officer_id, disabled=True)
                unit.officers.end_sessions(officer_id)
                self._told(unit, Act.OFFICER_DISABLED, officer_id, by)
            return unit.officers.officer(officer_id)

    def enable(self, officer_id: OfficerId) -> Officer:
        """Let a disabled officer in again, with the password he had.  Raises NotAllowed, Gone."""
        by = self._changer()
        with self._store.begin() as unit:
            if _kept_officer(unit, officer_id).disabled:
                unit.officers.set_disabled(officer_id, disabled=False)
                self._told(unit, Act.OFFICER_ENABLED, officer_id, by)
            return unit.officers.officer(officer_id)

    def erase(self, officer_id: OfficerId) -> Officer:
        """Forget an officer's name for good: from the store's file and the log beside it.

        The audit log goes on naming his id.  Copies made before (backups) still have the name.
        A restricted incident that nobody else reads who could sit down is left to today's chiefs.
        Raises NotAllowed, Gone, LastAdministrator.
        """
        by = self._changer()
        with self._store.begin() as unit:
            _require_another_administrator(unit, _kept_officer(unit, officer_id))
            unit.officers.erase(officer_id)
            unit.officers.end_sessions(officer_id)
            self._told(unit, Act.OFFICER_ERASED, officer_id, by)
            for left in leave_to_chiefs(unit, [officer_id], by=by, at=self._clock.now()):
                self._audit.write(
                    unit,
                    Act.INCIDENT_CHANGED,
                    "incident",
                    left.id,
                    officer_id=by,
                    fields=["readers"],
                    version=left.version,
                )
            erased = unit.officers.officer(officer_id)
        self.leave_no_trace()
        return erased

    @override
    def tick(self) -> Happened | None:
        """See ``Sessions``; also removes traces of who was erased that a reader held fast."""
        self._empty_log()
        return super().tick()

    def leave_no_trace(self) -> None:
        """Something was erased: leave nothing of it in the log beside the store's file.

        If a reader holds it fast, ``tick`` tries again.
        """
        self._traces.set()
        self._empty_log()

    def _empty_log(self) -> None:
        if self._traces.is_set() and self._store.empty_log():
            self._traces.clear()

    def _changer(self) -> OfficerId:
        by = self._gate.require(Action.CHANGE_OFFICERS)
        if by is None:  # the first officer must be an administrator, or nobody ever would be
            raise NotAllowed(Action.CHANGE_OFFICERS, Why.SIGNED_OUT)
        return by

    def _context(self, name: str) -> list[str]:
        settings = self._settings()
        return [settings.station_name, settings.superior_body, name]

    def _told(
        self,
        unit: Unit,
        act: Act,
        officer_id: OfficerId,
        by: OfficerId,
        **fields: str | list[str] | list[TeamId],
    ) -> None:
        self._audit.write(unit, act, "officer", officer_id, officer_id=by, **fields)


def _kept_officer(unit: Unit, officer_id: OfficerId) -> Officer:
    """One who is not erased.  Raises Gone."""
    officer = unit.officers.officer(officer_id)
    if officer.erased:
        raise Gone("officer")
    return officer


def _require_free_name(unit: Unit, name: str, but: OfficerId | None = None) -> None:
    taken = {each.name.casefold() for each in unit.officers.all() if each.id != but}
    if name.casefold() in taken:
        raise NameTaken(name)


def _require_another_administrator(unit: Unit, officer: Officer) -> None:
    """Whoever loses his rights must not be the last who can give any."""
    able = {each.id for each in unit.officers.all() if _is_able_administrator(each)}
    if able == {officer.id}:
        raise LastAdministrator


def _is_able_administrator(officer: Officer) -> bool:
    # One who has not chosen a password yet may never do so before the one-time one runs out.
    return (
        officer.role is Role.ADMINISTRATOR
        and not officer.disabled
        and officer.one_time_until is None
    )
