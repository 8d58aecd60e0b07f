"""Recording rules and volumes: what is kept, what goes along, what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from db.errors import Gone, NameTaken
from db.footage_records import HOURS_A_WEEK, Plan, RecordingRule, Volume, VolumeId
from db.records import CameraId, ClusterId, StreamRole, Topic
from db.store import Store, Unit
from db.structs import replace
from tests import wards

NIGHTS = tuple(hour % 24 < 6 for hour in range(HOURS_A_WEEK))
FULL = RecordingRule(
    plan=Plan.WEEKLY,
    role=StreamRole.MAIN,
    audio=True,
    week=NIGHTS,
    days=90,
    share=40,
    sessions=1,
    budget_gb=60,
)


@pytest.fixture
def ward(store: Store) -> Store:
    wards.fill(store, cameras=6)
    return store


def ids(unit: Unit) -> tuple[CameraId, ClusterId]:
    camera = unit.fleet.cameras()[0]
    return camera.id, camera.cluster_id


def test_a_station_without_rules_has_none(store: Store) -> None:
    with store.read() as unit:
        assert unit.recording.rules() == []
        assert unit.recording.volumes() == []


def test_rules_come_back_whole_the_widest_first(ward: Store) -> None:
    with ward.begin() as unit:
        camera_id, cluster_id = ids(unit)
        of_camera = replace(FULL, camera_id=camera_id)
        of_cluster = replace(FULL, cluster_id=cluster_id, plan=Plan.AROUND)
        for rule in (of_camera, of_cluster, RecordingRule(days=3)):
            unit.recording.set_rule(rule)
        assert unit.touched == {Topic.RECORDING}

    with ward.read() as unit:
        assert unit.recording.rules() == [RecordingRule(days=3), of_cluster, of_camera]


def test_a_rule_replaces_the_one_before_and_can_be_dropped_once(ward: Store) -> None:
    with ward.begin() as unit:
        _, cluster_id = ids(unit)
        unit.recording.set_rule(RecordingRule(days=3))
        unit.recording.set_rule(RecordingRule(days=4))
        unit.recording.set_rule(replace(FULL, cluster_id=cluster_id))

        assert unit.recording.drop_rule(cluster_id=cluster_id)
        assert not unit.recording.drop_rule(cluster_id=cluster_id)
        assert unit.recording.rules() == [RecordingRule(days=4)]
        assert unit.recording.drop_rule()
        assert unit.recording.rules() == []


def test_a_camera_takes_its_rule_along_and_a_cluster_too(ward: Store) -> None:
    with ward.begin() as unit:
        unit.recording.set_rule(RecordingRule())
        alone = unit.fleet.cameras()[-1]  # the only one of its cluster
        unit.recording.set_rule(replace(FULL, camera_id=alone.id))
        unit.recording.set_rule(replace(FULL, cluster_id=alone.cluster_id))

    with ward.begin() as unit:
        unit.fleet.remove_camera(alone.id)
        unit.fleet.remove_cluster(alone.cluster_id)

    with ward.read() as unit:
        assert unit.recording.rules() == [RecordingRule()]


def test_a_rule_for_nothing_that_is_there_is_refused(store: Store) -> None:
    with store.begin() as unit:
        with pytest.raises(Gone, match="camera"):
            unit.recording.set_rule(RecordingRule(camera_id=CameraId(99)))
        with pytest.raises(Gone, match="cluster"):
            unit.recording.set_rule(RecordingRule(cluster_id=ClusterId(99)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": 0},
        {"days": 3651},
        {"share": 0},
        {"share": 101},
        {"sessions": 3},
        {"budget_gb": 0},
        {"week": (True,) * 167},
    ],
)
def test_what_no_rule_may_say_is_refused_by_the_file_too(
    store: Store, wrong: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.recording.set_rule(replace(RecordingRule(), **wrong))


def test_volumes_are_written_in_their_order(store: Store) -> None:
    with store.begin() as unit:
        first = unit.recording.add_volume("/mnt/a", 20)
        second = unit.recording.add_volume("/mnt/b", 0)
        third = unit.recording.add_volume("/mnt/c", 5)
        assert [first.rank, second.rank, third.rank] == [0, 1, 2]

        unit.recording.rank_volumes([third.id])
        changed = unit.recording.change_volume(first.id, reserve_gb=7, writing=False)

        assert changed == Volume(id=first.id, path="/mnt/a", rank=1, reserve_gb=7, writing=False)
        assert [volume.path for volume in unit.recording.volumes()] == [
            "/mnt/c",
            "/mnt/a",
            "/mnt/b",
        ]
        assert unit.recording.volume(first.id) == changed
        with pytest.raises(NameTaken):
            unit.recording.add_volume("/mnt/b", 1)


def test_the_id_of_a_volume_is_never_given_out_twice(store: Store) -> None:
    with store.begin() as unit:
        gone = unit.recording.add_volume("/mnt/a", 20)
        unit.recording.remove_volume(gone.id)

        assert unit.recording.add_volume("/mnt/a", 20).id > gone.id
        with pytest.raises(Gone, match="volume"):
            unit.recording.volume(VolumeId(gone.id))
