"""Clusters and teams as an imported list calls them."""

from __future__ import annotations

from console.forms import checked_number
from db.records import ClusterId, TeamId
from db.store import Unit


class ListGroups:
    """Finds clusters and teams within one unit of work, and makes those that are missing."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._teams = {team.name.casefold(): team.id for team in unit.fleet.teams()}
        clusters = unit.fleet.clusters()
        self._clusters = {str(cluster.number): cluster.id for cluster in clusters}
        self._clusters |= {cluster.name.casefold(): cluster.id for cluster in clusters}
        self.clusters_made: list[ClusterId] = []
        self.teams_made: list[TeamId] = []

    def cluster(self, name: str, team: str) -> ClusterId:
        """By name, or by number where the list has one."""
        if (known := self._clusters.get(name.casefold())) is not None:
            return known
        made = self._unit.fleet.add_cluster(
            number=checked_number(self._unit.fleet.next_cluster_number()),
            name=name,
            team_id=self._team(team) if team else None,
        )
        self._clusters[name.casefold()] = made.id
        self.clusters_made.append(made.id)
        return made.id

    def _team(self, name: str) -> TeamId:
        known = self._teams.get(name.casefold())
        if known is None:
            known = self._teams[name.casefold()] = self._unit.fleet.add_team(name).id
            self.teams_made.append(known)
        return known
