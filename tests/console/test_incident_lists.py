"""Lists of incidents: narrowed, paged, and searched by words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.categories import CategoryForm
from console.incident_rules import IncidentChanges
from db.case_records import IncidentState
from db.incident_records import IncidentQuery
from db.records import Role
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.fakes import FakeClock
from tests.timelines import HOUR


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)  # five of one team, one of another
    return Desk(tmp_path, store, clock)


def test_a_list_is_narrowed_and_paged_by_time(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    root = desk.category("Trộm cắp")
    leaf = desk.categories.add(CategoryForm(name="Xe máy", parent_id=root.id))
    other, cluster = desk.category("Khác").id, desk.cameras()[0].cluster_id
    begun = [clock.now() - hours * HOUR for hours in range(6)]
    made = [
        desk.opened(
            began_at=begun[number],
            category_id=(leaf.id, root.id, other)[number % 3],
            cluster_id=cluster if number % 2 else None,
            assigned_to=boss.id if number == 4 else None,
        ).id
        for number in range(6)
    ]
    desk.review.submit(made[5], 1)

    def found(**query: object) -> list[int]:
        return [
            made.index(line.id)
            for line in desk.incidents.page(IncidentQuery(**query))  # type: ignore[arg-type]
        ]

    assert found() == [0, 1, 2, 3, 4, 5]
    assert found(categories=frozenset({root.id})) == [0, 1, 3, 4]
    assert found(clusters=frozenset({cluster})) == [1, 3, 5]
    assert found(clusters=frozenset({cluster}), categories=frozenset({other})) == [5]
    assert found(states=frozenset({IncidentState.SUBMITTED})) == [5]
    assert found(assigned_to=boss.id) == [4]
    assert found(severities=frozenset({desk.category("Khác").severity})) == [0, 2, 3, 5]
    assert found(since=begun[4], until=begun[1]) == [2, 3, 4]
    page = desk.incidents.page(IncidentQuery(limit=4))
    assert found(limit=4, before=(page[-1].began_at, page[-1].id)) == [4, 5]
    assert desk.incidents.count(IncidentQuery(categories=frozenset({root.id}))) == 4


def test_what_began_at_one_instant_is_on_one_page_or_the_next(desk: Desk, clock: FakeClock) -> None:
    desk.chief()
    at = clock.now() - timedelta(days=1)
    made = [desk.opened(began_at=at).id for _ in range(3)]

    first = desk.incidents.page(IncidentQuery(limit=2))
    rest = desk.incidents.page(IncidentQuery(before=(at, first[-1].id)))

    assert [line.id for line in first + rest] == made[::-1]


def test_words_narrow_a_list_beside_its_filters(desk: Desk, clock: FakeClock) -> None:
    chief, cluster = desk.chief(), desk.cameras()[0].cluster_id
    written: list[IncidentChanges] = [
        {"title": "Mất xe máy ở cổng chợ", "cluster_id": cluster},
        {"title": "Mất xe đạp", "assigned_to": chief.id},
        {"title": "Xe máy va quệt", "cluster_id": cluster},
        {"title": "Mất xe máy, người bị hại là trẻ em", "restricted": True},
    ]
    made = [
        desk.opened(**(each | {"began_at": clock.now() - hours * HOUR}))
        for hours, each in enumerate(written)
    ]
    ids = [each.id for each in made]

    def found(words: str, **query: Any) -> list[int]:
        wanted = IncidentQuery(words=words, **query)
        lines = desk.incidents.page(wanted)
        assert desk.incidents.count(wanted) == len(lines) or query.get("limit")
        return [ids.index(line.id) for line in lines]

    assert found("xe may") == [0, 2, 3]
    assert found("mất xe", clusters=frozenset({cluster})) == [0]
    assert found("xe", assigned_to=chief.id) == [1]
    assert found("xe", states=frozenset({IncidentState.CLOSED})) == []
    assert found("xe nháp", since=made[2].began_at) == [0, 1, 2]
    assert found("3") == found(f"3/{made[2].year}") == [2]
    first = desk.incidents.page(IncidentQuery(words="xe", limit=2))
    assert found("xe", limit=2, before=(first[-1].began_at, first[-1].id)) == [2, 3]
    desk.officer(Role.DUTY)
    assert found("xe may") == [0, 2]
    assert [line.id for line in desk.incidents.lines(ids[:1:-1])] == [ids[2]]
