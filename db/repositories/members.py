"""Members of the self-management teams: rows in, records out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.case_records import Member, MemberId, MemberRole
from db.errors import Gone
from db.moment_tables import MemberRow
from db.records import TeamId, Topic
from db.tables import TeamRow


class Members:
    """Who is in the teams; those who retired included, and erased ones by their ids."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def all(self, team_id: TeamId | None = None) -> list[Member]:
        """Everybody who is not erased, or those of one team alone, in the order of their ids."""
        query = _MEMBERS.where(~MemberRow.erased).order_by(MemberRow.id)
        if team_id is not None:
            query = query.where(MemberRow.team_id == team_id)
        return [_member(*found) for found in self._session.execute(query)]

    def member(self, member_id: MemberId) -> Member:
        """One member, also an erased one.  Raises Gone."""
        return _record(self._row(member_id))

    def erased(self) -> list[MemberId]:
        """The ids of those who are erased."""
        query = select(MemberRow.id).where(MemberRow.erased).order_by(MemberRow.id)
        return [MemberId(found) for found in self._session.scalars(query)]

    def names(self, members: Collection[MemberId]) -> dict[MemberId, str]:
        """What members are called; "" of an erased one."""
        query = select(MemberRow.id, MemberRow.name).where(MemberRow.id.in_(members))
        return {MemberId(found): name for found, name in self._session.execute(query)}

    def add(self, *, team_id: TeamId, name: str, role: MemberRole, phone: str) -> Member:
        """Register a member.  Raises Gone when the team is."""
        self._require_team(team_id)
        row = MemberRow(
            team_id=team_id, name=name, role=role, phone=phone, retired=False, erased=False
        )
        self._keep(row)
        return _record(row)

    def add_many(self, people: Iterable[tuple[TeamId, str, MemberRole, str]]) -> None:
        """Register many at once: team, name, role, phone.  For people who are made up."""
        rows = [
            {
                "team_id": team_id,
                "name": name,
                "role": role,
                "phone": phone,
                "retired": False,
                "erased": False,
            }
            for team_id, name, role, phone in people
        ]
        if rows:
            self._session.execute(insert(MemberRow), rows)
            self._touched.add(Topic.MEMBERS)

    def change(
        self, member_id: MemberId, *, team_id: TeamId, name: str, role: MemberRole, phone: str
    ) -> Member:
        """Write a member's team, name, role and phone.  Raises Gone."""
        row = self._row(member_id)
        self._require_team(team_id)
        row.team_id, row.name, row.role, row.phone = team_id, name, role, phone
        self._keep(row)
        return _record(row)

    def set_retired(self, member_id: MemberId, retired: bool) -> Member:
        """Let a member be called no more, or again.  Raises Gone."""
        row = self._row(member_id)
        row.retired = retired
        self._keep(row)
        return _record(row)

    def erase(self, member_id: MemberId) -> Member:
        """Forget who a member was; calls and log keep the id.  Raises Gone."""
        row = self._row(member_id)
        row.name, row.phone = "", ""
        row.retired = row.erased = True
        self._keep(row)
        return _record(row)

    def _require_team(self, team_id: TeamId) -> None:
        if self._session.get(TeamRow, team_id) is None:
            raise Gone("team")

    def _row(self, member_id: MemberId) -> MemberRow:
        row = self._session.get(MemberRow, member_id)
        if row is None:
            raise Gone("member")
        return row

    def _keep(self, row: MemberRow) -> None:
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.MEMBERS)


_MEMBERS = select(
    MemberRow.id,
    MemberRow.team_id,
    MemberRow.name,
    MemberRow.role,
    MemberRow.phone,
    MemberRow.retired,
    MemberRow.erased,
)


def _record(row: MemberRow) -> Member:
    return _member(row.id, row.team_id, row.name, row.role, row.phone, row.retired, row.erased)


def _member(
    member_id: int,
    team_id: int | None,
    name: str,
    role: str,
    phone: str,
    retired: bool,
    erased: bool,
) -> Member:
    return Member(
        id=MemberId(member_id),
        team_id=None if team_id is None else TeamId(team_id),
        name=name,
        role=MemberRole(role),
        phone=phone,
        retired=retired,
        erased=erased,
    )
