"""The station's cameras, clusters and teams as the window looks them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from db.records import Camera, CameraId, Cluster, ClusterId, Team, TeamId


@dataclass(frozen=True, slots=True)
class Ward:
    """What the fleet held when it was read last.  Cameras are in the order of their numbers."""

    teams: Sequence[Team] = ()
    clusters: Sequence[Cluster] = ()
    cameras: Sequence[Camera] = ()
    _teams: dict[TeamId, Team] = field(init=False, repr=False, compare=False)
    _clusters: dict[ClusterId, Cluster] = field(init=False, repr=False, compare=False)
    _cameras: dict[CameraId, Camera] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_teams", {team.id: team for team in self.teams})
        object.__setattr__(self, "_clusters", {cluster.id: cluster for cluster in self.clusters})
        object.__setattr__(self, "_cameras", {camera.id: camera for camera in self.cameras})

    def camera(self, camera_id: CameraId) -> Camera | None:
        """The camera, or None if it is gone."""
        return self._cameras.get(camera_id)

    def cluster_of(self, camera: Camera) -> Cluster | None:
        """The cluster that a camera belongs to."""
        return self._clusters.get(camera.cluster_id)

    def team_of(self, cluster: Cluster | None) -> Team | None:
        """The team that answers for a cluster."""
        if cluster is None or cluster.team_id is None:
            return None
        return self._teams.get(cluster.team_id)

    def cameras_of(self, cluster_id: ClusterId) -> list[Camera]:
        """The cameras of a cluster."""
        return [camera for camera in self.cameras if camera.cluster_id == cluster_id]

    def numbered(self, number: int) -> Camera | None:
        """The camera that officers call by ``number``."""
        return next((camera for camera in self.cameras if camera.number == number), None)
