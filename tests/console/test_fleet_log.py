"""Every change of the fleet is in the log, with it or not at all, and without its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.app import Console, build
from console.config import Config
from console.errors import NotAllowed, NumberTaken
from console.forms import CameraForm, form_of
from console.keepers import Keeper
from console.secret import Secret
from db import structs
from db.records import Cluster, Role
from tests import stores
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.console.test_fleet import broken_vault, form, make_commits_fail
from tests.fakes import FakeClock

Line = tuple[str, str, int | None, dict[str, object]]


@pytest.fixture
def console(tmp_path: Path, clock: FakeClock) -> Iterator[Console]:
    console = build(
        stores.folder(tmp_path),
        lambda _: None,
        clock=clock,
        config=Config(keeper=Keeper.KEY_FILE),
        hash_cost=CHEAP,
    )
    yield console
    console.close()


@pytest.fixture
def cluster(console: Console) -> Cluster:
    return console.fleet.add_cluster("Cụm chợ")


def log(console: Console, after: int = 0) -> list[Line]:
    with console._store.read() as unit:
        return [
            (each.act, each.subject, each.subject_id, json.loads(each.detail))
            for each in unit.trail.entries(after)
        ]


def test_each_change_of_a_camera_leaves_one_line(console: Console, cluster: Cluster) -> None:
    fleet = console.fleet
    camera = fleet.add_camera(form(cluster))
    device = camera.device.id
    fleet.change_camera(
        camera.id, replace(form_of(camera), name="Cổng sau", username="root", password=Secret("x"))
    )
    fleet.pin_certificate(device, "ab" * 32)
    fleet.remember_sizes({camera.streams[0].id: (1920, 1080)})
    fleet.remove_camera(camera.id)

    assert log(console, after=1) == [
        ("camera_added", "camera", camera.id, {"device": device}),
        ("camera_changed", "camera", camera.id, {"fields": ["name", "username", "password"]}),
        ("certificate_pinned", "device", device, {"sha256": "ab" * 32}),
        ("camera_removed", "camera", camera.id, {"device": device}),
    ]


def test_each_change_of_teams_clusters_and_layouts_leaves_one_line(console: Console) -> None:
    fleet = console.fleet
    team = fleet.add_team("Tổ 1")
    cluster = fleet.add_cluster("Cụm 1")
    fleet.change_cluster(structs.replace(cluster, name="Cụm 2", team_id=team.id))
    fleet.remove_cluster(cluster.id)
    fleet.rename_team(team.id, "Tổ 2")
    fleet.remove_team(team.id)
    layout = fleet.save_layout("Đêm", 4)
    fleet.remove_layout(layout.id)

    assert log(console) == [
        ("team_added", "team", team.id, {}),
        ("cluster_added", "cluster", cluster.id, {"team": None}),
        (
            "cluster_changed",
            "cluster",
            cluster.id,
            {"fields": ["name", "team_id"], "team": team.id},
        ),
        ("cluster_removed", "cluster", cluster.id, {}),
        ("team_changed", "team", team.id, {"fields": ["name"]}),
        ("team_removed", "team", team.id, {}),
        ("layout_saved", "layout", layout.id, {"tiles": 4}),
        ("layout_removed", "layout", layout.id, {}),
    ]


def test_a_list_leaves_one_line_in_and_one_out(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "số,tên,cụm,tổ,luồng chính\n"
        "1,Chợ,Cụm 1,Tổ 1,rtsp://192.0.2.1/1\n"
        "2,Cầu,Cụm 1,Tổ 1,rtsp://192.0.2.2/1\n",
        encoding="utf-8",
    )

    kept = console.lists.import_(console.lists.check(file))
    console.lists.export(tmp_path / "out.csv")

    (cluster,), (team,) = console.fleet.view().clusters, console.fleet.view().teams
    assert log(console) == [
        (
            "list_imported",
            "",
            None,
            {"cameras": kept, "clusters": [cluster.id], "teams": [team.id]},
        ),
        ("list_exported", "", None, {"cameras": 2}),
    ]


def test_what_is_not_kept_is_not_told(console: Console, cluster: Cluster, tmp_path: Path) -> None:
    console.fleet.add_camera(form(cluster, number=1))
    before = log(console)

    with pytest.raises(NumberTaken):
        console.fleet.add_camera(form(cluster, number=1))
    make_commits_fail(tmp_path, "insert on camera")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        console.fleet.add_camera(form(cluster, number=2))
    with broken_vault(tmp_path), pytest.raises(Exception, match="vault"):
        console.fleet.add_camera(form(cluster, number=3))

    assert log(console) == before


def test_the_log_has_no_name_address_or_password(console: Console, cluster: Cluster) -> None:
    camera = console.fleet.add_camera(form(cluster))
    console.fleet.change_camera(camera.id, form(cluster, name="Ngõ 12", password=Secret("Neu9!")))

    told = json.dumps(log(console), ensure_ascii=False)

    words = ("Cổng", "Cụm", "Ngõ", "10.0.0.9", "Hunter2!", "Neu9!", '"admin"')
    assert [word for word in words if word in told] == []


def test_the_log_names_who_did_it_and_who_was_refused(console: Console, cluster: Cluster) -> None:
    boss = console.access.begin(BOSS, BOSS_WORD)
    duty, one_time = console.access.add("Nguyễn Văn An", Role.DUTY)
    console.fleet.add_team("Tổ 1")
    console.access.sign_in(duty.id, one_time)
    console.access.set_password(one_time, WORD)

    with pytest.raises(NotAllowed):
        console.fleet.add_camera(CameraForm(name="Chợ", cluster_id=cluster.id))

    with console._store.read() as unit:
        who = {each.act: each.officer_id for each in unit.trail.entries()}
    assert (who["cluster_added"], who["team_added"]) == (None, boss.id)
    assert who["refused"] == duty.id
    assert log(console)[-1][3] == {"action": "change_fleet", "reason": "role"}
