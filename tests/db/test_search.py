"""Names are found as people type them: any case, no diacritics, đ as d, words in any order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from db.folding import fold
from db.records import DeviceKind, OfficerId, Role, TeamId
from db.store import Store, Unit
from tests.wards import new_stream

NAMES = (
    ("Cổng chợ Đồng Quang", "10.0.0.1"),
    ("Ngã ba Phan Đình Phùng", "10.0.0.2"),
    ("Cầu Gia Sàng", "10.0.0.31"),
)


@pytest.fixture
def unit(store: Store) -> Iterator[Unit]:
    """Three cameras, numbers 1 to 3; the last is in a cluster of its own, without a team."""
    with store.begin() as unit:
        team = unit.fleet.add_team("Tổ tự quản Trưng Vương")
        for number, (name, host) in enumerate(NAMES, 1):
            if number != 2:
                cluster = unit.fleet.add_cluster(
                    number=number,
                    name=f"Cụm camera {number:03}",
                    team_id=team.id if number == 1 else None,
                )
            device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host=host, username="")
            unit.fleet.add_camera(
                number=number,
                name=name,
                cluster_id=cluster.id,
                device_id=device.id,
                streams=[new_stream()],
            )
    with store.read() as unit:
        yield unit


def numbers(unit: Unit, text: str) -> list[int]:
    found = unit.search.cameras(text)
    return [unit.fleet.camera(camera_id).number for camera_id in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [1, 2, 3]),
        ("dinh phung", [2]),
        ("PHÙNG đình", [2]),
        ("đồng", [1]),
        ("Đo\u0302\u0300ng", [1]),  # the same, decomposed
        ("ng", [1, 2, 3]),
        ("trung vuong", [1, 2]),
        ("cum 003", [3]),
        ("02", [2]),
        ("0.31", [3]),
        ("dong phung", []),
        ("100%", []),
        ("_", []),
        ("'", []),
    ],
)
def test_a_camera_is_found_by_anything_it_is_called_by(
    unit: Unit, text: str, found: list[int]
) -> None:
    assert numbers(unit, text) == found


def test_clusters_and_teams_are_found_by_name(unit: Unit) -> None:
    assert [
        each.number for each in unit.fleet.clusters() if each.id in unit.search.clusters("truNG")
    ] == [1]
    assert unit.search.teams("to TU quan") == [each.id for each in unit.fleet.teams()]
    assert unit.search.teams("gia sang") == []


def test_no_more_are_found_than_were_asked_for(unit: Unit) -> None:
    assert len(unit.search.cameras("", limit=2)) == 2


def test_an_erased_officer_is_not_found_any_more(store: Store) -> None:
    with store.begin() as unit:
        made = [_officer(unit, name) for name in ("Đặng Văn Ước", "Lê Thị Ước")]
        assert unit.search.officers("uoc") == made

        unit.officers.erase(made[0])

        assert unit.search.officers("uoc") == unit.search.officers("") == [made[1]]
        assert unit.search.officers("dang") == []


def test_a_text_of_a_thousand_words_is_answered(unit: Unit) -> None:
    assert unit.search.cameras("cong " * 1000) == unit.search.cameras("cong")


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ngõ Đình", "ngo dinh"), ("ĐƯỜNG", "duong"), ("abc 7", "abc 7"), ("Ưng Ỷ – Ậ", "ung y  a")],
)
def test_folding_leaves_plain_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


def _officer(unit: Unit, name: str) -> OfficerId:
    return unit.officers.add(
        name=name,
        role=Role.DUTY,
        teams=frozenset[TeamId](),
        password_hash="$",
        one_time_until=None,
        created_at=datetime(2026, 3, 14, tzinfo=UTC),
    ).id
