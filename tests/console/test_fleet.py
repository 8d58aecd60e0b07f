"""The fleet service: store and vault stay together, and passwords go nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from console.app import Console, build
from console.config import Config
from console.errors import (
    ClusterInUse,
    FieldRefused,
    Gone,
    NameTaken,
    NumberTaken,
    VaultLocked,
)
from console.events import Changed, Event
from console.fleet import FleetView, Listed
from console.forms import CameraForm, Field, FieldRule, form_of, url_of
from console.keepers import Keeper
from console.secret import Secret
from console.sources import TRIAL
from console.vault_file import VAULT_FILE
from db import structs
from db.footage_records import RecordingRule
from db.records import Camera, CameraId, Cluster, ClusterId, StreamRole, Topic, Transport
from tests import stores

WORD = Secret("Hunter2!")
MAIN, SUB = "rtsp://10.0.0.9/main", "rtsp://10.0.0.9/sub"


@pytest.fixture
def heard() -> list[Event]:
    return []


@pytest.fixture
def console(tmp_path: Path, heard: list[Event]) -> Iterator[Console]:
    console = build(stores.folder(tmp_path), heard.append, config=Config(keeper=Keeper.KEY_FILE))
    yield console
    console.close()


@pytest.fixture
def cluster(console: Console) -> Cluster:
    return console.fleet.add_cluster("Cụm chợ")


def form(cluster: Cluster, **fields: object) -> CameraForm:
    filled = {
        "name": "Cổng chợ",
        "cluster_id": cluster.id,
        "main_url": MAIN,
        "sub_url": SUB,
        "username": "admin",
        "password": WORD,
        **fields,
    }
    return CameraForm(**filled)  # type: ignore[arg-type]


def make_commits_fail(folder: Path, change: str) -> None:
    """From now on a unit with ``change`` in it is refused, but only when it is committed."""
    with closing(sqlite3.connect(folder / "station.db")) as other:
        other.executescript(
            "create table owner (id integer primary key);"
            "create table debt (id integer references owner deferrable initially deferred);"
            f"create trigger owe after {change} begin insert into debt values (1); end;"
        )


@contextmanager
def broken_vault(folder: Path) -> Iterator[None]:
    """The vault cannot be read meanwhile; it can when the console closes."""
    file = folder / VAULT_FILE
    sound = file.read_bytes()
    file.write_text("{", "utf-8")
    yield
    file.write_bytes(sound)


def test_a_camera_is_kept_announced_once_and_ready_for_the_engine(
    console: Console, cluster: Cluster, heard: list[Event]
) -> None:
    heard.clear()

    camera = console.fleet.add_camera(form(cluster))

    assert heard == [Changed(frozenset({Topic.FLEET, Topic.AUDIT}))]
    assert console.fleet.view() == FleetView(teams=(), clusters=(cluster,), cameras=(camera,))
    (source,) = console.fleet.sources()
    assert (source.camera_id, source.username, source.password) == (camera.id, "admin", WORD)
    assert [(s.stream_id, s.host, s.port, s.path) for s in source.streams] == [
        (camera.streams[0].id, "10.0.0.9", 554, "/main"),
        (camera.streams[1].id, "10.0.0.9", 554, "/sub"),
    ]


def test_numbers_are_proposed_and_taken_once(console: Console, cluster: Cluster) -> None:
    assert console.fleet.add_camera(form(cluster)).number == 1
    assert console.fleet.add_camera(form(cluster, number=40)).number == 40
    assert console.fleet.next_number() == 41
    assert console.fleet.next_cluster_number() == 2

    with pytest.raises(NumberTaken):
        console.fleet.add_camera(form(cluster, number=40))


def test_the_form_of_a_camera_leaves_it_as_it_is(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(
        form(cluster, main_url="rtsp://10.0.0.9:88/user=admin&password=x&ch=1", password=None)
    )

    assert console.fleet.change_camera(camera.id, form_of(camera)) == camera
    assert console.fleet.source(camera).password == Secret("x")


def test_a_camera_can_be_changed_in_everything_but_its_id(
    console: Console, cluster: Cluster
) -> None:
    camera = console.fleet.add_camera(form(cluster))
    other = console.fleet.add_cluster("Cụm cầu", number=5)
    wanted = form(
        other,
        number=9,
        name="Đầu cầu",
        main_url="rtsps://10.0.0.10/a",
        sub_url="",
        username="root",
        password=Secret("new"),
        transport=Transport.UDP,
    )

    changed = console.fleet.change_camera(camera.id, wanted)

    assert (changed.id, changed.number, changed.name) == (camera.id, 9, "Đầu cầu")
    assert (changed.cluster_id, changed.device.host) == (other.id, "10.0.0.10")
    assert url_of(changed, StreamRole.MAIN) == "rtsps://10.0.0.10/a"
    assert url_of(changed, StreamRole.SUB) == ""
    assert [(s.id, s.transport) for s in changed.streams] == [(camera.streams[0].id, "udp")]
    assert console.fleet.source(changed).password == Secret("new")


def test_an_empty_password_removes_the_kept_one(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))

    changed = console.fleet.change_camera(camera.id, form(cluster, password=Secret("")))

    assert console.fleet.source(changed).password is None


def test_a_kept_password_does_not_move_to_another_host(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))
    elsewhere = form(cluster, main_url="rtsp://10.6.6.6/", sub_url="", password=None)

    for attempt in (
        lambda: console.fleet.change_camera(camera.id, elsewhere),
        lambda: console.fleet.trial(elsewhere, camera),
    ):
        with pytest.raises(FieldRefused) as refused:
            attempt()
        assert (refused.value.field, refused.value.rule) == (Field.PASSWORD, FieldRule.AGAIN)

    assert console.fleet.view().cameras == (camera,)
    typed = replace(elsewhere, password=WORD)
    assert console.fleet.change_camera(camera.id, typed).device.host == "10.6.6.6"


def test_trying_keeps_nothing(console: Console, cluster: Cluster, heard: list[Event]) -> None:
    heard.clear()

    trial = console.fleet.trial(form(cluster))

    assert (trial.camera_id, trial.password) == (TRIAL, WORD)
    assert [stream.path for stream in trial.streams] == ["/main", "/sub"]
    assert len({stream.stream_id for stream in trial.streams}) == 2
    assert console.fleet.view().cameras == ()
    assert heard == []


def test_trying_a_change_uses_the_kept_password(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))
    console.fleet.pin_certificate(camera.device.id, "ab" * 32)
    (camera,) = console.fleet.view().cameras

    trial = console.fleet.trial(form(cluster, password=None, sub_url=""), camera)

    assert (trial.password, trial.certificate_sha256) == (WORD, "ab" * 32)


@pytest.fixture
def donated(console: Console, cluster: Cluster) -> Camera:
    """A camera whose line bears one session."""
    camera = console.fleet.add_camera(form(cluster))
    console.recording.set_rule(RecordingRule(cluster_id=cluster.id, sessions=1))
    return camera


def test_what_runs_is_shown_for_a_camera_of_one_session_that_was_not_changed(
    console: Console, cluster: Cluster, donated: Camera
) -> None:
    as_it_is = form(cluster, password=None, name="Tên mới")

    assert console.fleet.trial(as_it_is, donated) == console.fleet.source(donated)
    assert console.fleet.trial(form(cluster)) == console.fleet.source(donated)  # added once more


@pytest.mark.parametrize(
    ("changed", "waits"),
    [
        ({"main_url": MAIN + "/2"}, True),
        ({"password": Secret("other")}, True),
        ({"transport": Transport.UDP}, True),
        ({"main_url": "rtsp://10.0.0.10/main", "sub_url": ""}, False),  # another device
    ],
)
def test_a_change_of_a_camera_of_one_session_is_tried_when_that_is_free(
    console: Console,
    cluster: Cluster,
    donated: Camera,
    changed: dict[str, object],
    waits: bool,
) -> None:
    trial = console.fleet.trial(form(cluster, **changed), donated)

    assert trial.camera_id == TRIAL
    assert trial.instead_of == (donated.id if waits else None)


def test_a_line_that_bears_two_sessions_is_tried_by_one_of_its_own(
    console: Console, cluster: Cluster
) -> None:
    camera = console.fleet.add_camera(form(cluster))

    trial = console.fleet.trial(form(cluster), camera)

    assert (trial.camera_id, trial.instead_of) == (TRIAL, None)


def test_removing_a_camera_forgets_its_password(
    console: Console, cluster: Cluster, tmp_path: Path
) -> None:
    camera = console.fleet.add_camera(form(cluster))
    assert '"1"' in (tmp_path / VAULT_FILE).read_text("utf-8")

    console.fleet.remove_camera(camera.id)

    assert '"1"' not in (tmp_path / VAULT_FILE).read_text("utf-8")
    with pytest.raises(Gone):
        console.fleet.remove_camera(camera.id)


def test_a_password_does_not_stay_when_the_store_fails(
    console: Console, cluster: Cluster, tmp_path: Path
) -> None:
    console.fleet.add_camera(form(cluster))
    make_commits_fail(tmp_path, "insert on stream")
    before = (tmp_path / VAULT_FILE).read_text("utf-8").count(": ")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        console.fleet.add_camera(form(cluster, password=Secret("second")))

    assert (tmp_path / VAULT_FILE).read_text("utf-8").count(": ") == before
    assert len(console.fleet.view().cameras) == 1


def test_an_old_password_comes_back_when_the_store_fails(
    console: Console, cluster: Cluster, tmp_path: Path
) -> None:
    camera = console.fleet.add_camera(form(cluster))
    make_commits_fail(tmp_path, "update on device")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        console.fleet.change_camera(
            camera.id, form(cluster, username="root", password=Secret("new"))
        )

    assert console.fleet.source(camera).password == WORD


def test_the_store_does_not_keep_what_the_vault_cannot(
    console: Console, cluster: Cluster, tmp_path: Path, heard: list[Event]
) -> None:
    camera = console.fleet.add_camera(form(cluster))
    heard.clear()

    with broken_vault(tmp_path):
        for attempt in (
            lambda: console.fleet.add_camera(form(cluster)),
            lambda: console.fleet.change_camera(camera.id, form(cluster, name="Khác")),
            lambda: console.fleet.remove_camera(camera.id),
            console.fleet.sources,
        ):
            with pytest.raises(VaultLocked):
                attempt()

    assert console.fleet.view().cameras == (camera,)
    assert heard == []


def test_many_are_kept_together_or_not_at_all(console: Console, tmp_path: Path) -> None:
    fleet = console.fleet
    plans = [
        fleet.plan(form(Cluster(id=ClusterId(0), number=1, name="", team_id=None), number=n))
        for n in (3, 4, 3)
    ]
    listed = [Listed(plan=plan, cluster="Cụm 1", team="Tổ 1") for plan in plans]

    with pytest.raises(NumberTaken):
        fleet.add_listed(listed)
    assert fleet.view() == FleetView(teams=(), clusters=(), cameras=())
    assert not (tmp_path / VAULT_FILE).exists()

    assert len(fleet.add_listed(listed[:2])) == 2
    assert [source.password for source in fleet.sources()] == [WORD, WORD]


def test_teams_and_clusters_are_named_cleanly_and_once(console: Console) -> None:
    team = console.fleet.add_team("  Tổ  1 ")
    cluster = console.fleet.add_cluster("Cụm 1", number=3, team_id=team.id)

    assert team.name == "Tổ 1"
    assert console.fleet.rename_team(team.id, "Tổ 2").name == "Tổ 2"
    moved = console.fleet.change_cluster(structs.replace(cluster, number=4, name=" Cụm  cầu "))
    assert (moved.number, moved.name, moved.team_id) == (4, "Cụm cầu", team.id)
    with pytest.raises(NameTaken):
        console.fleet.add_cluster("Cụm cầu")
    with pytest.raises(FieldRefused):
        console.fleet.add_team("\u202e")
    with pytest.raises(FieldRefused):
        console.fleet.change_cluster(structs.replace(moved, number=0))

    console.fleet.remove_team(team.id)
    assert console.fleet.view().clusters == (structs.replace(moved, team_id=None),)
    console.fleet.remove_cluster(cluster.id)
    assert console.fleet.view().clusters == ()


def test_a_cluster_in_use_stays(console: Console, cluster: Cluster) -> None:
    console.fleet.add_camera(form(cluster))

    with pytest.raises(ClusterInUse):
        console.fleet.remove_cluster(cluster.id)


def test_layouts_are_saved_listed_and_removed(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))

    layout = console.fleet.save_layout(" Đêm ", 4, (None, camera.id, CameraId(99)))

    assert console.fleet.layouts() == [layout]
    assert (layout.name, layout.cameras) == ("Đêm", (None, camera.id, None, None))
    with pytest.raises(FieldRefused):
        console.fleet.save_layout("Đêm", 0)
    console.fleet.remove_layout(layout.id)
    assert console.fleet.layouts() == []


def test_seen_sizes_reach_the_engine_the_next_time(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))

    console.fleet.remember_sizes({camera.streams[0].id: (1920, 1080)})

    (source,) = console.fleet.sources()
    assert [(s.width, s.height) for s in source.streams] == [(1920, 1080), (None, None)]
