"""Puts the demo ward into a station."""

from __future__ import annotations

from collections.abc import Sequence

from console.demo.ward import LOGIN, DemoCamera, cameras
from console.fleet import Fleet, Listed
from console.forms import CameraForm
from db.records import CameraId, ClusterId, StreamRole


def fill(fleet: Fleet, *, port: int, off_port: int) -> Sequence[CameraId]:
    """Put the ward into an empty station, in one unit of work; returns the cameras' ids.

    Raises what ``Fleet.add_listed`` raises.
    """
    return fleet.add_listed([_listed(fleet, c, port, off_port) for c in cameras()])


def _listed(fleet: Fleet, camera: DemoCamera, port: int, off_port: int) -> Listed:
    form = CameraForm(
        number=camera.number,
        name=camera.name,
        cluster_id=ClusterId(0),  # found by its name
        main_url=camera.url(StreamRole.MAIN, port=port, off_port=off_port),
        sub_url=camera.url(StreamRole.SUB, port=port, off_port=off_port),
        username=LOGIN.username,
        password=LOGIN.password,
    )
    return Listed(plan=fleet.plan(form), cluster=camera.cluster.name, team=camera.cluster.team.name)
