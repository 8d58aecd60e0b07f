"""What the end of a search may become, by how cameras, clusters and teams are called here."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.asked import PartKind
from db.records import Camera, Cluster, Role
from db.store import Store
from tests.console.find_desk import FindDesk, find_desk
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> FindDesk:
    made = find_desk(tmp_path, store, clock)
    made.post.officer(Role.DUTY)
    return made


def named(desk: FindDesk, name: str) -> Camera:
    """The seventh camera is called so, and its team Đoàn Kết."""
    camera = desk.post.cameras()[6]
    with desk.store.begin() as unit:
        unit.fleet.rename_team(desk.post.team_of(camera), "Đoàn Kết")
        unit.fleet.change_camera(
            camera.id, number=camera.number, name=name, cluster_id=camera.cluster_id
        )
    return camera


def texts(desk: FindDesk, typed: str) -> list[str]:
    return [each.text for each in desk.find.suggest(typed)]


def test_what_is_suggested_is_called_as_it_is_at_this_station(desk: FindDesk) -> None:
    desk.incident(1, "Bimat", people="Bimat")
    desk.find.save("Xe của trực", "xe tối qua")

    assert texts(desk, "tối qua trom") == ["tối qua loại Trộm cắp"]
    assert texts(desk, "tối qua loại trộ") == ["tối qua loại Trộm cắp"]
    assert texts(desk, "xe")[:1] == ["xe tối qua"]
    assert "xe tối qua" not in texts(desk, "cụm 2 xe")  # it would take away what was typed
    assert "tối qua cụm 2" in texts(desk, "tối qua 002")
    for typed in ("bimat", "", "x", "cam 07", "cụm 2 ", '"cổng chợ"'):
        assert texts(desk, typed) == []


@pytest.mark.parametrize("typed", ["dinh lang", "ĐÌNH LÀNG", "lang don", "đình làng "])
def test_a_camera_is_found_by_its_name_whatever_its_diacritics(desk: FindDesk, typed: str) -> None:
    camera = named(desk, "Sân đình làng Đông")
    (found,) = desk.find.suggest(f"mất xe {typed}")

    assert (found.kind, found.number) == (PartKind.CAMERA, camera.number)
    assert (found.text, found.words) == ("mất xe cam 07", "Sân đình làng Đông")
    assert texts(desk, "dong dinh") == ["cam 07"]
    assert "mất xe cam 07" not in texts(desk, "mất xe dong dinh")


def test_a_team_without_a_number_is_searched_by_its_name(desk: FindDesk) -> None:
    named(desk, "Sân đình")
    desk.bookmark(1, "Xe", 7)
    desk.bookmark(2, "Xe", 1)

    assert texts(desk, "xe doan ke") == ["xe tổ Đoàn Kết"]
    assert texts(desk, "xe tổ đoàn") == ["xe tổ Đoàn Kết"]
    found = desk.find.find("xe tổ Đoàn Kết ")
    assert [result.cameras for result in found.results] == [(desk.cameras[6],)]
    (team,) = [part for part in found.asked.parts if part.kind is PartKind.TEAM]
    assert (team.value, found.unknown, found.asked.words) == ("Đoàn Kết", (), ("xe",))
    assert desk.find.find("xe to doan ket").results == found.results
    assert desk.find.find("xe tờ đoàn kết").results == ()  # other words


def test_what_is_typed_before_a_name_says_what_is_meant(desk: FindDesk) -> None:
    with desk.store.begin() as unit:
        cluster = unit.fleet.cluster(desk.post.cameras()[0].cluster_id)
        changed = Cluster(
            id=cluster.id, number=cluster.number, name="Sân đình", team_id=cluster.team_id
        )
        unit.fleet.change_cluster(changed)
    named(desk, "Sân đình")

    assert texts(desk, "san dinh") == ["cam 07", "cụm 1"]
    assert texts(desk, "hôm qua cụm san dinh") == ["hôm qua cụm 1"]
    assert texts(desk, "camera san dinh") == ["cam 07"]


def test_signs_are_no_words(desk: FindDesk) -> None:
    for typed in ("((", "xe (*", "c[", "\\", "“"):
        assert texts(desk, typed) == []
