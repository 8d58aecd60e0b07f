"""Puts the demo ward and its people into a station, and lets it be recorded."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from console.demo.people_on_call import people_on_call
from console.demo.ward import LOGIN, DemoCamera, cameras
from console.errors import VolumeRefused
from console.fleet import Fleet, Listed
from console.forms import CameraForm
from console.members import Members, NewMember
from console.recording import Recording
from db.footage_records import Plan, RecordingRule
from db.records import CameraId, ClusterId, StreamRole

RESERVE_GB = 1  # left free on whatever disk the demo runs from


def fill(fleet: Fleet, *, port: int, off_port: int) -> Sequence[CameraId]:
    """Put the ward into an empty station, in one unit of work; returns the cameras' ids.

    Raises what ``Fleet.add_listed`` raises.
    """
    return fleet.add_listed([_listed(fleet, c, port, off_port) for c in cameras()])


def enlist(members: Members, fleet: Fleet) -> None:
    """Give the ward's teams their members, but for the last one, which has none yet."""
    teams = {team.name: team.id for team in fleet.view().teams}
    members.add_many(
        NewMember(teams[person.team], person.name, person.role, person.phone)
        for person in people_on_call()
    )


def record(recording: Recording, data: Path) -> None:
    """Record every camera's sub stream below ``data``, and keep two minutes of each: 0.6 GB.

    A disk with too little room shows the ward without that.
    """
    folder = data / "footage"
    folder.mkdir()
    recording.set_rule(RecordingRule(plan=Plan.AROUND))
    with contextlib.suppress(VolumeRefused):
        recording.add_volume(str(folder), RESERVE_GB)


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
