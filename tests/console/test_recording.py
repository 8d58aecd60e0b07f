"""Rules, volumes, and what the engine is told of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import FieldRefused, Gone, VolumeRefused
from console.recording_rules import checked_rule
from console.video.footage_files import MARKER, Marker, mark_volume, read_marker
from console.video.wire_footage import VolumeOrder
from console.volumes import VolumeRule, VolumeState
from db.footage_records import HOURS_A_WEEK, Plan, RecordingRule, VolumeId
from db.records import CameraId, Role, StreamRole, Topic
from db.store import Store
from db.structs import replace
from tests import wards
from tests.fakes import FakeClock
from tests.timelines import Post

NIGHTS = tuple(hour % 24 < 6 for hour in range(HOURS_A_WEEK))


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)  # five of a cluster, and one of another
    post = Post(tmp_path, store, clock)
    post.officer(Role.ADMINISTRATOR)
    return post


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_a_new_station_records_nothing_until_it_has_a_volume(post: Post, disk: Path) -> None:
    assert post.recording.orders() == ([], [])

    volume = post.recording.add_volume(str(disk), 1)
    orders, volumes = post.recording.orders()

    mark = read_marker(disk)
    assert mark is not None
    assert volumes == [VolumeOrder(volume.id, str(disk), 1_000_000_000, True, mark.station)]
    assert [(each.plan, each.role, each.week, each.budget_bytes) for each in orders] == [
        (Plan.ALWAYS, StreamRole.SUB, "", 0)
    ] * 6


def test_a_line_with_one_session_is_told_of_though_nothing_is_recorded(
    post: Post, disk: Path
) -> None:
    first, *_ = post.cameras()
    post.recording.set_rule(RecordingRule(camera_id=first.id, sessions=1))
    assert [(o.camera_id, o.plan) for o in post.recording.orders()[0]] == [(first.id, Plan.NEVER)]

    post.recording.add_volume(str(disk), 1)
    post.recording.set_rule(RecordingRule(camera_id=first.id, sessions=1, plan=Plan.NEVER))
    orders = {o.camera_id: o for o in post.recording.orders()[0]}

    assert (orders[first.id].plan, orders[first.id].sessions) == (Plan.NEVER, 1)
    assert all(o.plan is Plan.ALWAYS for o in orders.values() if o.camera_id != first.id)


def test_the_nearest_rule_holds_whole(post: Post, disk: Path) -> None:
    post.recording.add_volume(str(disk), 1)
    first, *_, last = post.cameras()
    post.recording.set_rule(RecordingRule(plan=Plan.NEVER, days=3))
    post.recording.set_rule(
        RecordingRule(cluster_id=first.cluster_id, role=StreamRole.MAIN, days=60)
    )
    of_first = RecordingRule(camera_id=first.id, plan=Plan.WEEKLY, week=NIGHTS, budget_gb=30)
    post.recording.set_rule(of_first)

    rules = post.recording.rules()
    orders = {each.camera_id: each for each in post.recording.orders()[0]}

    assert rules.of_camera(first) == of_first
    assert rules.of_camera(last).plan is Plan.NEVER
    assert last.id not in orders
    assert (orders[first.id].role, orders[first.id].budget_bytes) == (
        StreamRole.SUB,
        30_000_000_000,
    )
    assert orders[first.id].week == "".join("1" if hour else "0" for hour in NIGHTS)
    assert {each.role for key, each in orders.items() if key != first.id} == {StreamRole.MAIN}

    post.recording.drop_rule(camera_id=first.id)
    assert post.recording.rules().of_camera(first).days == 60


def test_a_camera_without_the_wanted_stream_is_recorded_by_the_other(
    post: Post, disk: Path
) -> None:
    post.recording.add_volume(str(disk), 1)
    with post.store.begin() as unit:
        camera = unit.fleet.cameras()[0]
        unit.fleet.set_streams(camera.id, [wards.new_stream(StreamRole.MAIN)])

    assert post.recording.orders()[0][0].role is StreamRole.MAIN


def test_the_log_is_told_which_fields_were_changed_and_nothing_twice(post: Post) -> None:
    camera = post.cameras()[0]
    post.recording.set_rule(RecordingRule(days=7))
    post.recording.set_rule(RecordingRule(days=7))
    post.recording.set_rule(RecordingRule(camera_id=camera.id, days=7, audio=True))
    post.recording.drop_rule(camera_id=camera.id)
    post.recording.drop_rule(camera_id=camera.id)

    assert post.log() == [
        (Act.RECORDING_CHANGED, "station", None, {"fields": ["days"]}),
        (Act.RECORDING_CHANGED, "camera", camera.id, {"fields": ["audio", "days"]}),
        (Act.RECORDING_RESET, "camera", camera.id, {}),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("days", 0),
        ("days", 3651),
        ("share", 0),
        ("share", 101),
        ("sessions", 0),
        ("sessions", 3),
        ("budget_gb", 0),
        ("week", (True,) * 167),
    ],
)
def test_what_a_rule_may_not_say_names_its_field(field: str, value: object) -> None:
    with pytest.raises(FieldRefused) as refused:
        checked_rule(replace(RecordingRule(), **{field: value}))

    assert refused.value.field == field


def test_a_week_without_hours_is_refused_where_it_counts(post: Post) -> None:
    nothing = (False,) * HOURS_A_WEEK
    with pytest.raises(FieldRefused):
        post.recording.set_rule(RecordingRule(plan=Plan.WEEKLY, week=nothing))

    assert post.recording.set_rule(RecordingRule(plan=Plan.ALWAYS, week=nothing)).days == 30


def test_a_rule_for_a_camera_that_is_gone_is_not_kept(post: Post) -> None:
    with pytest.raises(Gone):
        post.recording.set_rule(RecordingRule(camera_id=CameraId(99), days=3))

    assert post.log() == []


# Volumes


def test_a_volume_is_marked_as_this_stations(post: Post, disk: Path) -> None:
    volume = post.recording.add_volume(f" {disk} ", 20)

    mark = read_marker(disk)
    assert mark is not None
    assert (volume.path, mark.volume_id) == (str(disk), volume.id)
    (found,) = post.recording.volumes()
    assert (found.volume, found.state) == (volume, VolumeState.WELL)
    assert 0 < found.free_bytes <= found.total_bytes
    assert post.log() == [(Act.VOLUME_ADDED, "volume", volume.id, {"reserve_gb": 20})]
    assert sorted(each.name for each in disk.iterdir()) == [MARKER]


def refusal(post: Post, path: Path | str, reserve_gb: int = 1) -> str:
    with pytest.raises(VolumeRefused) as refused:
        post.recording.add_volume(str(path), reserve_gb)
    return refused.value.rule


def test_folders_that_footage_cannot_be_written_to_are_named(post: Post, disk: Path) -> None:
    post.recording.add_volume(str(disk), 1)
    (disk / "inside").mkdir()
    (disk.parent / "file").touch()
    shortcut = disk.parent / "shortcut"
    shortcut.symlink_to(disk)

    assert refusal(post, "disk") == VolumeRule.PATH
    assert refusal(post, "") == VolumeRule.PATH
    assert refusal(post, disk.parent / "absent") == VolumeRule.MISSING
    assert refusal(post, disk.parent / "file") == VolumeRule.MISSING
    assert refusal(post, disk / "inside") == VolumeRule.INSIDE
    assert refusal(post, disk.parent) == VolumeRule.INSIDE
    assert refusal(post, shortcut) == VolumeRule.INSIDE
    (disk.parent / "other").mkdir()
    assert refusal(post, disk.parent / "other", 0) == VolumeRule.RESERVE
    assert refusal(post, disk.parent / "other", 10_000) == VolumeRule.NO_ROOM
    assert len(post.recording.volumes()) == 1


def test_a_folder_that_takes_no_file_is_refused(post: Post) -> None:
    # /proc takes nothing from anybody, not even from root.
    assert refusal(post, "/proc") in {VolumeRule.NOT_WRITABLE, VolumeRule.SHARE}


def test_another_stations_disk_is_never_taken(post: Post, disk: Path) -> None:
    mark_volume(disk, Marker(VolumeId(1), "somebody-else"))

    assert refusal(post, disk) == VolumeRule.OTHER_STATION


def test_a_disk_of_ours_under_another_name_is_not_a_new_one(post: Post, disk: Path) -> None:
    post.recording.add_volume(str(disk), 1)
    moved = disk.rename(disk.with_name("moved"))

    assert refusal(post, moved) == VolumeRule.OTHER_VOLUME


def test_an_absent_disk_and_a_strange_one_are_told_apart(post: Post, disk: Path) -> None:
    post.recording.add_volume(str(disk), 1)
    aside = disk.rename(disk.with_name("unplugged"))
    assert [each.state for each in post.recording.volumes()] == [VolumeState.ABSENT]

    disk.mkdir()  # the empty mount point
    assert [each.state for each in post.recording.volumes()] == [VolumeState.STRANGE]

    disk.rmdir()
    aside.rename(disk)
    assert [each.state for each in post.recording.volumes()] == [VolumeState.WELL]


def test_moving_to_a_new_disk(post: Post, disk: Path) -> None:
    old = post.recording.add_volume(str(disk), 1)
    (disk.parent / "new").mkdir()
    new = post.recording.add_volume(str(disk.parent / "new"), 5)
    post.recording.rank_volumes([new.id, old.id])
    post.recording.change_volume(old.id, reserve_gb=1, writing=False)
    (disk / "20261123").mkdir()

    assert [(each.volume_id, each.writing) for each in post.recording.orders()[1]] == [
        (new.id, True),
        (old.id, False),
    ]
    with pytest.raises(VolumeRefused):  # footage lies there
        post.recording.remove_volume(old.id)
    (disk / "20261123").rmdir()
    with pytest.raises(VolumeRefused):  # it is written to
        post.recording.remove_volume(new.id)

    post.recording.remove_volume(old.id)

    assert [each.volume.id for each in post.recording.volumes()] == [new.id]
    assert disk.is_dir()


def test_a_disk_that_is_lost_goes_only_when_it_is_given_up(post: Post, disk: Path) -> None:
    volume = post.recording.add_volume(str(disk), 1)
    post.recording.change_volume(volume.id, reserve_gb=1, writing=False)
    disk.rename(disk.with_name("broken"))

    with pytest.raises(VolumeRefused):
        post.recording.remove_volume(volume.id)
    post.recording.remove_volume(volume.id, lost=True)

    assert post.recording.orders() == ([], [])
    assert post.log(Act.VOLUME_REMOVED)[0][3] == {"lost": True}


def test_a_mark_that_is_no_mark_is_none(disk: Path) -> None:
    for content in ("", "{", "[]", json.dumps({"station": "x"}), "x" * 5000):
        (disk / MARKER).write_text(content)
        assert read_marker(disk) is None


def test_a_change_is_announced(tmp_path: Path, clock: FakeClock, disk: Path) -> None:
    heard: list[frozenset[Topic]] = []
    store = Store(tmp_path / "told.db", committed=heard.append)
    Post(tmp_path, store, clock).recording.add_volume(str(disk), 1)
    store.close()

    assert heard[-1] >= {Topic.RECORDING, Topic.AUDIT}
