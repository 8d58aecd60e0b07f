"""The way back in when no administrator can sign in: the recovery sheet stands for him once.

Whoever holds the sheet's code gives one administrator a one-time password; he then chooses his
own.  The sheet lies in the chief's safe, so its use is loud: an act of its own in the log, and
every officer who may read the log is told of it when he next signs in.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from console.access import ONE_TIME_LASTS
from console.audit import Act, Audit
from console.clock import Clock
from console.credentials import TRIES, Series, lock_for
from console.errors import Gone, SheetMissing, SheetRefused
from console.gate import Gate
from console.passwords import Passwords, as_spoken, one_time
from console.rights import Action, may
from console.secret import Secret
from console.vault import Vault
from db.records import Entry, Officer, OfficerId, Role, TrailQuery
from db.store import Store, Unit

_TRIES_SETTING = "sheet_tries"


@dataclass(frozen=True, slots=True)
class SheetUse:
    """With the sheet, ``name`` was given a one-time password; "" once he is erased."""

    at: datetime
    name: str


class SheetReset:
    """Takes the recovery sheet's code for a password that was forgotten.

    Any thread but the GUI's.  Nobody has to be signed in, and the vault's keeper is not asked.
    """

    def __init__(
        self,
        store: Store,
        vault: Vault,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        passwords: Passwords,
    ) -> None:
        self._store = store
        self._vault = vault
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._passwords = passwords

    def administrators(self) -> list[tuple[OfficerId, str]]:
        """Who can be helped so, by name; no more than the sign-in card tells anybody."""
        with self._store.read() as unit:
            return [(each.id, each.name) for each in unit.officers.all() if _can_be_helped(each)]

    def reset(self, officer_id: OfficerId, code: Secret) -> Secret:
        """Give an administrator a one-time password in place of his own; returns it.

        His sessions end, and a lock-out is lifted.  A code is counted before it is answered:
        five wrong ones close this way, and no other, for 5 minutes, then longer, as for passwords.
        What the check digits refuse was misread and is no try.

        Raises:
            SheetMissing: no sheet was made for this station.
            CodeWrong: it cannot have been read off any sheet as it is.
            SheetRefused: it is not this station's present sheet, or must not be tried now.
            Gone: he is no administrator who could sign in.
            VaultLocked: vault.json cannot be read.
            StoreProblem: nothing was changed.
        """
        if not self._vault.has_sheet():
            raise SheetMissing
        with self._store.read() as unit:
            _require_administrator(unit, officer_id)
        is_ours = self._vault.check_sheet(code)
        series = self._count_try()
        if not is_ours:
            raise self._refused(series)
        password = one_time()
        hashed = self._passwords.hash(as_spoken(password))
        with self._store.begin() as unit:
            _require_administrator(unit, officer_id)
            unit.officers.set_password(officer_id, hashed, self._clock.now() + ONE_TIME_LASTS)
            unit.officers.set_attempts(officer_id, failures=0, locked_until=None)
            unit.officers.end_sessions(officer_id)
            unit.settings.put(_TRIES_SETTING, _written(Series()))
            self._audit.write(unit, Act.SHEET_USED, "officer", officer_id)
        return password

    def unheard(self) -> SheetUse | None:
        """The newest use of the sheet since whoever sits here signed in the last time before.

        None for those who may not read the log, and for him whom it helped.
        """
        officer = self._gate.officer()
        if officer is None or may(officer.role, Action.SEE_AUDIT) is None:
            return None
        with self._store.read() as unit:
            use = _newest(unit, 1, acts=frozenset({Act.SHEET_USED}))
            mine = _newest(unit, 2, acts=frozenset({Act.SIGNED_IN}), officer_id=officer.id)
            if not use or use[0].subject_id == officer.id:
                return None
            before = mine[1].seq if len(mine) > 1 else 0
            if use[0].seq < before:
                return None
            return SheetUse(use[0].at, _name(unit, use[0].subject_id))

    def _count_try(self) -> Series:
        """The series with this try in it.  Raises SheetRefused while the door is closed."""
        now = self._clock.now()
        with self._store.begin() as unit:
            series = _read(unit.settings.get(_TRIES_SETTING))
            if wait := series.wait(now):
                raise SheetRefused(wait.total_seconds())
            series = series.longer(now)
            unit.settings.put(_TRIES_SETTING, _written(series))
            return series

    def _refused(self, series: Series) -> SheetRefused:
        """Log the first five of a series one by one, and later only each closing of the door."""
        failures = series.failures
        closes = failures % TRIES == 0
        if failures <= TRIES or closes:
            minutes = lock_for(failures) // timedelta(minutes=1) if closes else 0
            with self._store.begin() as unit:
                self._audit.write(
                    unit, Act.SHEET_REFUSED, "station", failures=failures, minutes=minutes
                )
        return SheetRefused(series.wait(self._clock.now()).total_seconds())


def _can_be_helped(officer: Officer) -> bool:
    return officer.role is Role.ADMINISTRATOR and not officer.disabled


def _require_administrator(unit: Unit, officer_id: OfficerId) -> None:
    if not _can_be_helped(unit.officers.officer(officer_id)):
        raise Gone("officer")


def _newest(
    unit: Unit, count: int, *, acts: frozenset[str], officer_id: OfficerId | None = None
) -> list[Entry]:
    return unit.trail.search(TrailQuery(acts=acts, officer_id=officer_id, limit=count))


def _name(unit: Unit, officer_id: int | None) -> str:
    with suppress(Gone):
        if officer_id is not None:
            return unit.officers.officer(OfficerId(officer_id)).name
    return ""


def _read(text: str | None) -> Series:
    """The series as it was written; what is none counts from the start."""
    try:
        kept = json.loads(text or "{}")
        until = kept.get("locked_until")
        return Series(
            max(0, int(kept.get("failures", 0))),
            datetime.fromisoformat(until).astimezone(UTC) if until else None,
        )
    except (AttributeError, TypeError, ValueError, OverflowError):
        return Series()


def _written(series: Series) -> str:
    until = series.locked_until
    kept = {"failures": series.failures, "locked_until": until.isoformat() if until else None}
    return json.dumps(kept, sort_keys=True)
