"""The fleet register: what it keeps, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from db.errors import ClusterInUse, Gone, NameTaken, NumberTaken
from db.records import (
    CameraId,
    ClusterId,
    DeviceId,
    DeviceKind,
    NewStream,
    StreamId,
    StreamRole,
    TeamId,
)
from db.store import Store, Unit
from db.structs import replace
from tests import wards
from tests.wards import new_stream

BOTH = (new_stream(StreamRole.MAIN, "/main"), new_stream(StreamRole.SUB, "/sub"))


def add_cluster(unit: Unit, number: int = 1) -> ClusterId:
    return unit.fleet.add_cluster(number=number, name=f"Cụm {number}", team_id=None).id


def add_camera(unit: Unit, cluster_id: ClusterId, number: int = 1) -> CameraId:
    device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host="10.0.0.9", username="admin")
    return unit.fleet.add_camera(
        number=number, name="Cổng chợ", cluster_id=cluster_id, device_id=device.id, streams=BOTH
    )


def test_a_camera_comes_back_with_its_device_and_streams(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit), number=12)

    with store.read() as unit:
        camera = unit.fleet.camera(camera_id)
        assert unit.fleet.camera_numbered(12) == camera
        assert unit.fleet.camera_numbered(13) is None
    assert (camera.number, camera.name, camera.device.host) == (12, "Cổng chợ", "10.0.0.9")
    assert [(s.role, s.path, s.camera_id) for s in camera.streams] == [
        (StreamRole.MAIN, "/main", camera_id),
        (StreamRole.SUB, "/sub", camera_id),
    ]


def test_cameras_come_by_number_in_two_queries_whatever_the_size(tmp_path: Path) -> None:
    store = Store(wards.made(tmp_path / "station.db", cameras=30), committed=lambda _: None)
    asked: list[str] = []
    event.listen(
        store._reading,
        "before_cursor_execute",
        lambda _c, _k, statement, _p, _x, _m: asked.append(statement),
    )

    with store.read() as unit:
        cameras = unit.fleet.cameras()
    store.close()

    assert [camera.number for camera in cameras] == list(range(1, 31))
    assert all(len(camera.streams) == 2 for camera in cameras)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2


def test_cameras_of_a_cluster_are_those_and_no_others(store: Store) -> None:
    wards.fill(store, cameras=12)

    with store.read() as unit:
        second = unit.fleet.clusters()[1]
        assert [c.number for c in unit.fleet.cameras_of(second.id)] == [6, 7, 8, 9, 10]


def test_a_number_in_use_is_refused(store: Store) -> None:
    with store.begin() as unit:
        cluster_id = add_cluster(unit)
        add_camera(unit, cluster_id, number=7)

    with pytest.raises(NumberTaken) as taken, store.begin() as unit:
        add_camera(unit, cluster_id, number=7)

    assert taken.value.number == 7


def test_a_camera_may_keep_its_own_number_and_not_take_anothers(store: Store) -> None:
    with store.begin() as unit:
        cluster_id = add_cluster(unit)
        first = add_camera(unit, cluster_id, number=1)
        add_camera(unit, cluster_id, number=2)
        unit.fleet.change_camera(first, number=1, name="Ngã ba", cluster_id=cluster_id)
        assert unit.fleet.camera(first).name == "Ngã ba"

    with pytest.raises(NumberTaken), store.begin() as unit:
        unit.fleet.change_camera(first, number=2, name="Ngã ba", cluster_id=cluster_id)


def test_removing_a_camera_takes_its_streams_and_its_last_device_along(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        device_id = unit.fleet.camera(camera_id).device.id
        assert unit.fleet.remove_camera(camera_id) == device_id
        counted = [
            unit.fleet._session.connection().exec_driver_sql(f"select count(*) from {t}").scalar()
            for t in ("camera", "stream", "device")
        ]

    assert counted == [0, 0, 0]


def test_a_recorder_stays_until_its_last_camera_goes(store: Store) -> None:
    with store.begin() as unit:
        cluster_id = add_cluster(unit)
        device = unit.fleet.add_device(kind=DeviceKind.RECORDER, host="10.0.0.9", username="a")
        first, second = (
            unit.fleet.add_camera(
                number=n, name="Kênh", cluster_id=cluster_id, device_id=device.id, streams=BOTH
            )
            for n in (1, 2)
        )

        assert unit.fleet.remove_camera(first) is None
        assert unit.fleet.remove_camera(second) == device.id


def test_the_id_of_a_removed_device_is_never_given_out_again(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        first = unit.fleet.remove_camera(camera_id)

    with store.begin() as unit:
        device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host="10.0.0.9", username="")

    assert first is not None
    assert device.id > first


def test_a_stream_that_stays_keeps_its_id_and_size(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        main, sub = unit.fleet.camera(camera_id).streams
        unit.fleet.remember_sizes({main.id: (1920, 1080), sub.id: (640, 360)})

        unit.fleet.set_streams(camera_id, (BOTH[0], replace(BOTH[1], path="/other")))
        new_main, new_sub = unit.fleet.camera(camera_id).streams

    assert new_main == replace(main, width=1920, height=1080)
    assert new_sub == replace(sub, path="/other")


def test_a_stream_that_is_left_out_is_removed(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        unit.fleet.set_streams(camera_id, BOTH[1:])
        assert [s.role for s in unit.fleet.camera(camera_id).streams] == [StreamRole.SUB]

        unit.fleet.set_streams(camera_id, BOTH)
        assert [s.path for s in unit.fleet.camera(camera_id).streams] == ["/main", "/sub"]


def test_seen_sizes_are_kept_without_an_announcement(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=1)
    heard: list[object] = []
    store = Store(path, committed=heard.append)

    with store.begin() as unit:
        main = unit.fleet.cameras()[0].streams[0]
        unit.fleet.remember_sizes({main.id: (1280, 720), StreamId(999): (1, 1)})

    with store.read() as unit:
        seen = unit.fleet.cameras()[0].streams[0]
    store.close()
    assert (seen.width, seen.height) == (1280, 720)
    assert heard == []


def test_a_certificate_is_pinned_and_unpinned(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        device_id = unit.fleet.camera(camera_id).device.id

        unit.fleet.pin_certificate(device_id, "AB" * 32)
        assert unit.fleet.camera(camera_id).device.certificate_sha256 == "ab" * 32

        unit.fleet.pin_certificate(device_id, None)
        assert unit.fleet.camera(camera_id).device.certificate_sha256 is None


def test_a_device_gets_another_address_and_login(store: Store) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))
        device = unit.fleet.camera(camera_id).device

        unit.fleet.change_device(device.id, host="fd00::7", username="root")

        changed = unit.fleet.camera(camera_id).device
    assert changed == replace(device, host="fd00::7", username="root")


def test_the_next_number_is_above_the_highest_or_the_lowest_free(store: Store) -> None:
    with store.begin() as unit:
        assert unit.fleet.next_camera_number() == 1
        cluster_id = add_cluster(unit)
        add_camera(unit, cluster_id, number=40)
        assert unit.fleet.next_camera_number() == 41
        add_camera(unit, cluster_id, number=9999)
        assert unit.fleet.next_camera_number() == 1
        assert unit.fleet.next_cluster_number() == 2


def test_a_cluster_with_cameras_cannot_be_removed(store: Store) -> None:
    with store.begin() as unit:
        cluster_id = add_cluster(unit)
        camera_id = add_camera(unit, cluster_id)
        with pytest.raises(ClusterInUse):
            unit.fleet.remove_cluster(cluster_id)

        unit.fleet.remove_camera(camera_id)
        unit.fleet.remove_cluster(cluster_id)

        assert unit.fleet.clusters() == []


def test_a_dissolved_team_leaves_its_clusters_behind(store: Store) -> None:
    with store.begin() as unit:
        team = unit.fleet.add_team("Tổ 4")
        cluster = unit.fleet.add_cluster(number=1, name="Cụm 1", team_id=team.id)
        unit.fleet.remove_team(team.id)
        assert unit.fleet.clusters() == [replace(cluster, team_id=None)]
        assert unit.fleet.teams() == []


def test_clusters_and_teams_can_be_renamed_but_not_to_a_name_in_use(store: Store) -> None:
    with store.begin() as unit:
        team, other = unit.fleet.add_team("Tổ 1"), unit.fleet.add_team("Tổ 2")
        assert unit.fleet.rename_team(team.id, "Tổ 3").name == "Tổ 3"
        with pytest.raises(NameTaken):
            unit.fleet.rename_team(other.id, "Tổ 3")
        with pytest.raises(NameTaken):
            unit.fleet.add_team("Tổ 3")

        cluster = unit.fleet.add_cluster(number=1, name="Cụm 1", team_id=None)
        second = unit.fleet.add_cluster(number=2, name="Cụm 2", team_id=other.id)
        moved = unit.fleet.change_cluster(
            replace(cluster, number=5, name="Cụm chợ", team_id=team.id)
        )
        assert unit.fleet.clusters() == [second, moved]
        with pytest.raises(NameTaken):
            unit.fleet.change_cluster(replace(second, name="Cụm chợ"))
        with pytest.raises(NumberTaken):
            unit.fleet.change_cluster(replace(second, number=5))


def test_what_is_gone_is_named(store: Store) -> None:
    missing = 99
    with store.begin() as unit:
        cluster = unit.fleet.add_cluster(number=1, name="Cụm 1", team_id=None)
        for call, what in (
            (lambda: unit.fleet.camera(CameraId(missing)), "camera"),
            (lambda: unit.fleet.remove_camera(CameraId(missing)), "camera"),
            (
                lambda: unit.fleet.change_camera(
                    CameraId(missing), number=1, name="x", cluster_id=cluster.id
                ),
                "camera",
            ),
            (lambda: add_camera(unit, ClusterId(missing)), "cluster"),
            (lambda: unit.fleet.pin_certificate(DeviceId(missing), None), "device"),
            (lambda: unit.fleet.remove_cluster(ClusterId(missing)), "cluster"),
            (lambda: unit.fleet.change_cluster(replace(cluster, team_id=TeamId(missing))), "team"),
            (lambda: unit.fleet.remove_team(TeamId(missing)), "team"),
        ):
            with pytest.raises(Gone) as gone:
                call()
            assert gone.value.what == what


@pytest.mark.parametrize(
    ("stream", "rule"),
    [
        (replace(BOTH[0], scheme="http"), "stream_scheme_known"),
        (replace(BOTH[0], port=0), "stream_port_range"),
        (replace(BOTH[0], path="rtsp://admin:12345@10.0.0.9/"), "stream_path_from_root"),
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule(
    store: Store, stream: NewStream, rule: str
) -> None:
    with store.begin() as unit:
        camera_id = add_camera(unit, add_cluster(unit))

    with pytest.raises(IntegrityError, match=rule), store.begin() as unit:
        unit.fleet.set_streams(camera_id, [stream])
