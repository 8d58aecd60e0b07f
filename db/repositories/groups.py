"""Teams and clusters: rows in, records out."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.errors import ClusterInUse, Gone, NameTaken, NumberTaken, TeamHasMembers, TeamInUse
from db.moment_tables import MemberRow
from db.records import Cluster, ClusterId, Team, TeamId, Topic
from db.repositories.tallies import forget_place
from db.tables import CameraRow, ClusterRow, OfficerTeamRow, TeamRow

HIGHEST_NUMBER = 9999


class Groups:
    """Who answers for what: self-management teams and camera clusters."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def teams(self) -> list[Team]:
        """Every team, by name."""
        query = select(TeamRow.id, TeamRow.name).order_by(TeamRow.name)
        return [
            Team(id=TeamId(team_id), name=name) for team_id, name in self._session.execute(query)
        ]

    def add_team(self, name: str) -> Team:
        """Register a team.  Raises NameTaken."""
        self._require_free_name(TeamRow.name, name)
        row = TeamRow(name=name)
        self._keep(row)
        return _team(row)

    def rename_team(self, team_id: TeamId, name: str) -> Team:
        """Give a team another name.  Raises NameTaken, Gone."""
        row = self._team(team_id)
        if row.name != name:
            self._require_free_name(TeamRow.name, name)
        row.name = name
        self._keep(row)
        return _team(row)

    def remove_team(self, team_id: TeamId) -> None:
        """Take a team out; its clusters stay, without a team, and so do its erased members.

        Raises Gone, TeamInUse, TeamHasMembers.
        """
        row = self._team(team_id)
        officers = select(func.count()).where(OfficerTeamRow.team_id == team_id)
        if count := self._session.scalar(officers):
            raise TeamInUse(count)
        members = select(func.count()).where(MemberRow.team_id == team_id, ~MemberRow.erased)
        if count := self._session.scalar(members):
            raise TeamHasMembers(count)
        self._session.delete(row)
        self._session.flush()
        # The database has set their team to null behind the session's back.
        self._session.expire_all()
        self._touched.add(Topic.FLEET)

    def clusters(self) -> list[Cluster]:
        """Every cluster, by number."""
        query = select(ClusterRow.id, ClusterRow.number, ClusterRow.name, ClusterRow.team_id)
        return [
            Cluster(
                id=ClusterId(cluster_id),
                number=number,
                name=name,
                team_id=None if team_id is None else TeamId(team_id),
            )
            for cluster_id, number, name, team_id in self._session.execute(
                query.order_by(ClusterRow.number)
            )
        ]

    def cluster(self, cluster_id: ClusterId) -> Cluster:
        """One cluster.  Raises Gone."""
        return _cluster(self._cluster(cluster_id))

    def next_cluster_number(self) -> int:
        """One above the highest in use, else the lowest that is free (1-9999)."""
        return self._free_number(ClusterRow.number)

    def add_cluster(self, *, number: int, name: str, team_id: TeamId | None) -> Cluster:
        """Register a cluster.  Raises NumberTaken, NameTaken, Gone."""
        row = ClusterRow()
        self._fill(row, number, name, team_id)
        return _cluster(row)

    def change_cluster(self, cluster: Cluster) -> Cluster:
        """Write a cluster's number, name and team.  Raises NumberTaken, NameTaken, Gone."""
        self._fill(self._cluster(cluster.id), cluster.number, cluster.name, cluster.team_id)
        return cluster

    def remove_cluster(self, cluster_id: ClusterId) -> None:
        """Take an empty cluster out.  Raises ClusterInUse, Gone."""
        row = self._cluster(cluster_id)
        cameras = select(func.count()).where(CameraRow.cluster_id == cluster_id)
        if count := self._session.scalar(cameras):
            raise ClusterInUse(count)
        self._session.delete(row)
        forget_place(self._session, cluster_id)
        self._session.flush()
        self._touched.add(Topic.FLEET)

    def _fill(self, row: ClusterRow, number: int, name: str, team_id: TeamId | None) -> None:
        if row.number != number:
            taken = select(ClusterRow.id).where(ClusterRow.number == number)
            if self._session.scalar(taken):
                raise NumberTaken(number)
        if row.name != name:
            self._require_free_name(ClusterRow.name, name)
        if team_id is not None:
            self._team(team_id)
        row.number, row.name, row.team_id = number, name, team_id
        self._keep(row)

    def _free_number(self, column: InstrumentedAttribute[int]) -> int:
        highest = self._session.scalar(select(func.max(column))) or 0
        if highest < HIGHEST_NUMBER:
            return highest + 1
        used = set(self._session.scalars(select(column)))
        return next(number for number in range(1, HIGHEST_NUMBER + 2) if number not in used)

    def _require_free_name(self, column: InstrumentedAttribute[str], name: str) -> None:
        if self._session.scalar(select(func.count()).where(column == name)):
            raise NameTaken(name)

    def _keep(self, row: TeamRow | ClusterRow) -> None:
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.FLEET)

    def _team(self, team_id: TeamId) -> TeamRow:
        row = self._session.get(TeamRow, team_id)
        if row is None:
            raise Gone("team")
        return row

    def _cluster(self, cluster_id: ClusterId) -> ClusterRow:
        row = self._session.get(ClusterRow, cluster_id)
        if row is None:
            raise Gone("cluster")
        return row


def _team(row: TeamRow) -> Team:
    return Team(id=TeamId(row.id), name=row.name)


def _cluster(row: ClusterRow) -> Cluster:
    return Cluster(
        id=ClusterId(row.id),
        number=row.number,
        name=row.name,
        team_id=None if row.team_id is None else TeamId(row.team_id),
    )
