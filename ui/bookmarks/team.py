"""Whose cameras belong together: those of the team that answers for a camera's cluster."""

from __future__ import annotations

from db.records import CameraId
from ui.ward import Ward

MOST = 100  # as console.bookmarks.MOST_CAMERAS


def team_cameras(ward: Ward, chosen: CameraId) -> tuple[CameraId, ...]:
    """All of the team, the chosen one first; of a cluster without a team, those of the cluster."""
    camera = ward.camera(chosen)
    cluster = None if camera is None else ward.cluster_of(camera)
    if cluster is None:
        return (chosen,)
    if cluster.team_id is None:
        clusters = {cluster.id}
    else:
        clusters = {each.id for each in ward.clusters if each.team_id == cluster.team_id}
    others = [each.id for each in ward.cameras if each.cluster_id in clusters]
    return (chosen, *(each for each in others if each != chosen))[:MOST]
