"""Who may sign in: rows in, records out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from db.errors import Gone
from db.moment_tables import SavedSearchRow
from db.records import Officer, OfficerId, Role, TeamId, Topic
from db.statements import Statement
from db.tables import OfficerRow, OfficerTeamRow, TeamRow

_COLUMNS = (
    OfficerRow.id,
    OfficerRow.name,
    OfficerRow.role,
    OfficerRow.one_time_until,
    OfficerRow.created_at,
    OfficerRow.failures,
    OfficerRow.locked_until,
    OfficerRow.epoch,
    OfficerRow.disabled,
    OfficerRow.erased,
)
_ONE = Statement(
    select(*_COLUMNS, OfficerTeamRow.team_id)
    .outerjoin(OfficerTeamRow, OfficerTeamRow.officer_id == OfficerRow.id)
    .where(OfficerRow.id == bindparam("officer_id"))
)
"""Asked by the gate at every call."""


class OfficerRegister:
    """The station's officers, erased ones included."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def all(self) -> list[Officer]:
        """Every officer, by name; the erased ones, who have none, come first."""
        by_name = select(*_COLUMNS).order_by(OfficerRow.name, OfficerRow.id)
        rows = self._session.execute(by_name)
        teams = self._all_teams()
        return [_officer(tuple(row), teams.get(row.id, frozenset())) for row in rows]

    def officer(self, officer_id: OfficerId) -> Officer:
        """One officer.  Raises Gone."""
        rows = _ONE.rows(self._session, {"officer_id": officer_id})
        if not rows:
            raise Gone("officer")
        teams = frozenset(TeamId(team_id) for *_, team_id in rows if team_id is not None)
        return _officer(rows[0][:-1], teams)

    def count(self) -> int:
        """How many there are, erased ones included: 0 is a station that is being set up."""
        return self._session.scalar(select(func.count()).select_from(OfficerRow)) or 0

    def add(
        self,
        *,
        name: str,
        role: Role,
        teams: Iterable[TeamId],
        password_hash: str,
        one_time_until: datetime | None,
        created_at: datetime,
    ) -> Officer:
        """Register an officer.  Raises Gone when a team is."""
        row = OfficerRow(
            name=name,
            role=role,
            password_hash=password_hash,
            one_time_until=one_time_until,
            created_at=created_at,
            failures=0,
            locked_until=None,
            epoch=0,
            disabled=False,
            erased=False,
        )
        self._keep(row)
        self._narrow(row.id, teams)
        return self.officer(OfficerId(row.id))

    def change(
        self, officer_id: OfficerId, *, name: str, role: Role, teams: Iterable[TeamId]
    ) -> Officer:
        """Write an officer's name, role and teams.  Raises Gone."""
        row = self._row(officer_id)
        row.name, row.role = name, role
        self._keep(row)
        self._narrow(officer_id, teams)
        return self.officer(officer_id)

    def password_hash(self, officer_id: OfficerId) -> str | None:
        """What his password is checked against; None once he is erased.  Raises Gone."""
        return self._row(officer_id).password_hash

    def set_password(
        self, officer_id: OfficerId, password_hash: str, one_time_until: datetime | None
    ) -> None:
        """Keep another password's hash.  Raises Gone."""
        row = self._row(officer_id)
        row.password_hash, row.one_time_until = password_hash, one_time_until
        self._keep(row)

    def set_attempts(
        self, officer_id: OfficerId, *, failures: int, locked_until: datetime | None
    ) -> None:
        """Note wrong passwords in a row, and until when no other is tried.  Raises Gone."""
        row = self._row(officer_id)
        row.failures, row.locked_until = failures, locked_until
        self._keep(row)

    def set_disabled(self, officer_id: OfficerId, disabled: bool) -> None:
        """Let an officer in no more, or again.  Raises Gone."""
        row = self._row(officer_id)
        row.disabled = disabled
        self._keep(row)

    def erase(self, officer_id: OfficerId) -> None:
        """Forget who he was and what he looked for; the log keeps the id.  Raises Gone."""
        row = self._row(officer_id)
        row.name, row.password_hash, row.one_time_until = "", None, None
        row.disabled = row.erased = True
        self._keep(row)
        self._narrow(officer_id, ())
        searches = SavedSearchRow.officer_id == officer_id
        self._session.execute(delete(SavedSearchRow).where(searches))

    def put(self, officer: Officer, password_hash: str | None) -> None:
        """Write all that is known of an officer who is not erased, as another store knows it.

        Raises Gone: he is, or a team of his.
        """
        row = self._row(officer.id)
        row.name, row.role, row.disabled = officer.name, officer.role, officer.disabled
        row.password_hash, row.one_time_until = password_hash, officer.one_time_until
        row.failures, row.locked_until = officer.failures, officer.locked_until
        row.epoch = officer.epoch
        self._keep(row)
        self._narrow(officer.id, officer.teams)

    def end_sessions(self, officer_id: OfficerId) -> None:
        """Let every session that he has end.  Raises Gone."""
        row = self._row(officer_id)
        row.epoch += 1
        self._keep(row)

    def _narrow(self, officer_id: int, teams: Iterable[TeamId]) -> None:
        self._session.execute(delete(OfficerTeamRow).where(OfficerTeamRow.officer_id == officer_id))
        for team_id in sorted(set(teams)):
            if self._session.get(TeamRow, team_id) is None:
                raise Gone("team")
            self._session.add(OfficerTeamRow(officer_id=officer_id, team_id=team_id))
        self._session.flush()

    def _all_teams(self) -> dict[int, frozenset[TeamId]]:
        found: dict[int, set[TeamId]] = {}
        for officer_id, team_id in self._session.execute(
            select(OfficerTeamRow.officer_id, OfficerTeamRow.team_id)
        ):
            found.setdefault(officer_id, set()).add(TeamId(team_id))
        return {officer_id: frozenset(teams) for officer_id, teams in found.items()}

    def _row(self, officer_id: OfficerId) -> OfficerRow:
        row = self._session.get(OfficerRow, officer_id)
        if row is None:
            raise Gone("officer")
        return row

    def _keep(self, row: OfficerRow) -> None:
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.OFFICERS)


def _officer(columns: Sequence[Any], teams: frozenset[TeamId]) -> Officer:
    """From values in the order of ``_COLUMNS``."""
    officer_id, name, role, one_time_until, created_at, failures, locked_until, *rest = columns
    epoch, disabled, erased = rest
    return Officer(
        id=OfficerId(officer_id),
        name=name,
        role=Role(role),
        teams=teams,
        disabled=disabled,
        erased=erased,
        created_at=created_at,
        one_time_until=one_time_until,
        failures=failures,
        locked_until=locked_until,
        epoch=epoch,
    )
