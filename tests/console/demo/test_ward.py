from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from console.app import build
from console.demo import ward
from console.demo.people_on_call import people_on_call
from console.demo.register import enlist, fill
from console.demo.station import fresh_station
from console.demo.ward import Fault
from db.case_records import MemberRole
from db.records import StreamRole
from tests import stores


def test_a_ward_has_81_cameras_in_16_clusters_of_16_teams() -> None:
    cameras = ward.cameras()

    assert [camera.number for camera in cameras] == list(range(1, 82))
    assert len({camera.name for camera in cameras}) == 81
    sizes = Counter(camera.cluster.number for camera in cameras)
    assert (len(sizes), min(sizes.values()), max(sizes.values())) == (16, 5, 6)
    assert len({camera.cluster.team.name for camera in cameras}) == 16


def test_four_cameras_misbehave_each_in_its_own_way() -> None:
    faults = [camera.fault for camera in ward.cameras() if camera.fault is not Fault.NONE]

    assert sorted(faults) == sorted(set(Fault) - {Fault.NONE})


@pytest.mark.parametrize("columns", [1, 2, 4, 5, 6, 8, 9])
def test_neighbours_on_the_wall_show_different_scenes(columns: int) -> None:
    scenes = [camera.scene for camera in ward.cameras()]

    assert all(a != b for a, b in pairwise(scenes))
    assert all(a != b for a, b in zip(scenes, scenes[columns:], strict=False))
    assert set(scenes) == set(range(1, 8))


def test_a_camera_that_is_off_has_the_port_that_answers_nobody() -> None:
    off = next(camera for camera in ward.cameras() if camera.fault is Fault.OFF)

    assert off.url(StreamRole.SUB, port=1000, off_port=2000) == "rtsp://127.0.0.1:2000/cam/6/sub"


def test_every_stream_has_a_channel_that_asks_for_the_password() -> None:
    channels = {channel.path: channel for channel in ward.channels()}

    for camera in ward.cameras():
        for role in StreamRole:
            channel = channels.pop(camera.path(role))
            assert channel.guarded
            assert channel.n == camera.number
            assert channel.clip == ward.shelf_name(camera.scene, role)
    assert channels == {}


def test_the_numbers_of_its_people_are_nobodys() -> None:
    people = list(people_on_call())
    numbers = [person.phone for person in people if person.phone]

    assert len(set(numbers)) == len(numbers) == len(people) - 5
    assert all(number.startswith("0900000") and len(number) == 10 for number in numbers)
    assert len({person.team for person in people}) == 15
    assert max(len(person.name) for person in people) > 40


def test_a_station_is_filled_with_the_ward(tmp_path: Path) -> None:
    with fresh_station(tmp_path) as data:
        console = build(stores.folder(data), lambda _: None)
        fleet = console.fleet

        fill(fleet, port=1000, off_port=2000)

        view = fleet.view()
        assert [camera.number for camera in view.cameras] == list(range(1, 82))
        assert (len(view.clusters), len(view.teams)) == (16, 16)
        source = fleet.source(view.cameras[0])
        assert (source.username, source.password) == (ward.LOGIN.username, ward.LOGIN.password)
        assert {stream.port for stream in source.streams} == {1000}
        enlist(console.members, fleet)
        answering = [console.calls.whom(cluster.id) for cluster in view.clusters]
        assert [len(each.people) for each in answering] == [*[5] * 15, 0]
        assert {each.people[0].member.role for each in answering[:-1]} == {MemberRole.LEADER}
        console.close()
