"""Incidents in the store: rows and records, and lists that stay quick among many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import event, insert, select, update

from console.demo.city import LAST_DAY, CitySize, fill
from db.case_records import CategoryId, IncidentId, IncidentState, Severity, Spot
from db.case_tables import IncidentReaderRow, IncidentRow
from db.errors import Gone
from db.incident_records import IncidentFields, IncidentQuery, Viewer, Waits, WaitTimes
from db.records import ClusterId, OfficerId, Role, Span, Topic
from db.repositories import incident_lists
from db.repositories.incident_lists import COUNTED
from db.repositories.incidents import fields_of
from db.store import Store
from db.structs import replace
from db.tables import ClusterRow
from tests import stores

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def fields(**given: Any) -> IncidentFields:
    needed = IncidentFields(
        title="Mất xe máy",
        category_id=CategoryId(1),
        severity=Severity.SERIOUS,
        cluster_id=None,
        address="12 Bến Tượng",
        spot=Spot(1, 2),
        began_at=NOON,
        ended_at=None,
        narrative="",
        people="Ông Tư",
        vehicles="",
        assigned_to=None,
        due_on=NOON.date(),
        restricted=False,
        readers=frozenset(),
    )
    return replace(needed, **given)


def waited(now: datetime) -> WaitTimes:
    return WaitTimes(now=now, left_before=now, ending_by=now + timedelta(days=7))


def test_an_incident_comes_back_as_it_was_written(store: Store) -> None:
    with store.begin() as unit:
        made = unit.incidents.add(fields(), year=2026, made_by=None, made_at=NOON)
        assert unit.touched == {Topic.INCIDENTS}

    with store.read() as unit:
        assert unit.incidents.incident(made.id) == made
        assert fields_of(made) == fields()
        with pytest.raises(Gone, match="incident"):
            unit.incidents.incident(IncidentId(99))


def test_numbers_count_by_the_year_without_gaps(store: Store) -> None:
    with store.begin() as unit:
        made = [
            unit.incidents.add(fields(), year=year, made_by=None, made_at=NOON).number
            for year in (2026, 2026, 2027, 2026)
        ]

    assert made == [1, 2, 1, 3]


def test_an_older_store_gives_no_number_out_again(store: Store) -> None:
    with store.begin() as unit:
        unit.incidents.add(fields(), year=2026, made_by=None, made_at=NOON)
        unit.incidents.count_on({2026: 7, 2025: 3})
        unit.incidents.count_on({2026: 5})
        made = unit.incidents.add(fields(), year=2026, made_by=None, made_at=NOON)

        assert made.number == 8
        assert unit.incidents.numbers() == {2025: 3, 2026: 8}


def test_what_differs_is_told_and_nothing_else(store: Store) -> None:
    with store.begin() as unit:
        made = unit.incidents.add(fields(), year=2026, made_by=None, made_at=NOON)
        same = unit.incidents.change(made.id, fields(), officer_id=None, at=NOON)
        after = unit.incidents.change(
            made.id, fields(spot=None, ended_at=NOON), officer_id=None, at=NOON
        )
        told = unit.incidents.changes(made.id)

    assert (same.version, after.version) == (1, 2)
    assert [(each.field, each.before, each.after) for each in told] == [
        ("spot", "[1, 2]", "null"),
        ("ended_at", "null", '"2026-03-14T12:00:00+00:00"'),
    ]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = stores.new(tmp_path_factory.mktemp("city") / "station.db")
    store = Store(path, committed=lambda _: None)
    fill(store, CitySize(teams=6, cameras=12, officers=30, incidents=1500, bookmarks=3000))
    yield store
    store.close()


def test_a_made_up_city_has_cases_as_a_real_one_has(city: Store) -> None:
    nobody = Viewer(None)
    with city.read() as unit:
        lists = unit.incident_lists
        states = {
            state: lists.count(IncidentQuery(states=frozenset({state})), nobody)
            for state in IncidentState
        }
        (newest,) = lists.page(IncidentQuery(limit=1), nobody)
        marked = unit.case_links.related(newest.id)
        waiting = unit.waiting.keys(nobody, waited(LAST_DAY))
        drafts = [key for key in waiting if key.waits is Waits.BOOKMARK]

    assert states[IncidentState.CLOSED] == COUNTED
    assert all(states.values())
    assert newest.year == 2026
    assert marked.exhibits == ()
    assert 0 < len(drafts) < 100


def test_every_list_is_read_along_an_index(city: Store) -> None:
    """None of them is sorted as a whole or looked through from end to end."""
    statements: list[tuple[str, Any]] = []
    with city.read() as unit:
        officer = next(each for each in unit.officers.all() if each.role is Role.DUTY)
        clusters = [cluster.id for cluster in unit.fleet.clusters()]
        teams = frozenset(team.id for team in unit.fleet.teams()[:2])
        session = unit.incidents._session
        connection = session.connection()

        def note(_c: object, _cursor: object, sql: str, values: object, *_: object) -> None:
            statements.append((sql, values))

        event.listen(connection, "before_cursor_execute", note)
        for viewer in (Viewer(officer.id), Viewer(officer.id, teams)):
            for query in (
                IncidentQuery(),
                IncidentQuery(states=frozenset({IncidentState.DRAFT, IncidentState.SUBMITTED})),
                IncidentQuery(categories=frozenset({CategoryId(1), CategoryId(2)})),
                IncidentQuery(clusters=frozenset(clusters[:2])),
                IncidentQuery(assigned_to=officer.id),
                IncidentQuery(since=NOON, until=NOON + timedelta(days=30)),
                IncidentQuery(since=NOON, until=NOON + timedelta(days=1), teamless=True),
                IncidentQuery(before=(NOON, IncidentId(9)), categories=frozenset({CategoryId(1)})),
            ):
                unit.incident_lists.page(query, viewer)
                unit.incident_lists.count(query, viewer)
            unit.waiting.keys(viewer, waited(NOON))
            unit.waiting.states([IncidentState.SUBMITTED], viewer)
            unit.waiting.oldest([IncidentState.SUBMITTED], viewer, 200)
            unit.incident_lists.by_team_and_category(Span(NOON, NOON + timedelta(days=1)), viewer)
        event.remove(connection, "before_cursor_execute", note)
        plans = {
            sql: [row[3] for row in connection.exec_driver_sql(f"explain query plan {sql}", values)]
            for sql, values in statements
        }

    for sql, plan in plans.items():
        scans = [
            step
            for step in plan
            if step.startswith(("SCAN incident", "SCAN bookmark")) and "USING" not in step
        ]
        assert scans == [], sql
        if " LIMIT " in sql and len(plan) < 400 and "readers" not in sql:
            assert not any("SCAN incident USING INDEX incident_by_state" in step for step in plan)


@dataclass(frozen=True)
class Eye:
    """Somebody who looks, and what is known of incidents without any query of ours."""

    viewer: Viewer
    theirs: frozenset[int]

    def sees(self, row: IncidentRow, readers: set[tuple[int, int]]) -> bool:
        its = self.viewer.officer_id
        if its is None or its in (row.made_by, row.assigned_to) or (row.id, its) in readers:
            return True
        return not row.restricted and (not self.viewer.teams or row.cluster_id in self.theirs)


def asked_for(row: IncidentRow, query: IncidentQuery, of_no_team: set[int]) -> bool:
    return (
        (not query.states or row.state in query.states)
        and (not query.severities or row.severity in query.severities)
        and (not query.categories or row.category_id in query.categories)
        and (not query.clusters or row.cluster_id in query.clusters)
        and (not query.teamless or row.cluster_id is None or row.cluster_id in of_no_team)
        and (query.assigned_to is None or row.assigned_to == query.assigned_to)
        and (query.since is None or row.began_at >= query.since)
        and (query.until is None or row.began_at < query.until)
        and (query.before is None or (row.began_at, row.id) < query.before)
    )


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Where a cluster has no team, incidents have no cluster, and some are of one instant."""
    path = stores.new(tmp_path_factory.mktemp("mixed") / "station.db")
    store = Store(path, committed=lambda _: None)
    fill(store, CitySize(teams=6, cameras=12, officers=30, incidents=400))
    with store.begin() as unit:
        session = unit.incidents._session
        clusters = sorted(session.scalars(select(ClusterRow.id)))
        lonely = update(ClusterRow).where(ClusterRow.id == clusters[-1])
        session.execute(lonely.values(team_id=None))
        for modulus, values in (
            (7, {"cluster_id": None}),
            (5, {"assigned_to": None}),
            (9, {"restricted": True}),
            (4, {"began_at": NOON, "ended_at": None}),
            (3, {"state": IncidentState.DRAFT}),
        ):
            session.execute(update(IncidentRow).where(IncidentRow.id % modulus == 0).values(values))
        duty = next(each.id for each in unit.officers.all() if each.role is Role.DUTY)
        session.execute(update(IncidentRow).where(IncidentRow.id % 50 == 0).values(made_by=duty))
        some = select(IncidentRow.id).where(IncidentRow.id % 18 == 0, IncidentRow.restricted)
        named = [{"incident_id": each, "officer_id": duty} for each in session.scalars(some)]
        session.execute(insert(IncidentReaderRow).prefix_with("or ignore"), named)
    yield store
    store.close()


@pytest.mark.parametrize("most_clusters", [40, 1])  # a few have lanes, many are asked for by time
def test_lists_hold_what_is_asked_for_and_seen_and_nothing_else(
    mixed: Store, monkeypatch: pytest.MonkeyPatch, most_clusters: int
) -> None:
    monkeypatch.setattr(incident_lists, "_MOST_CLUSTERS", most_clusters)
    with mixed.read() as unit:
        session = unit.incidents._session
        rows = session.scalars(select(IncidentRow)).all()
        rows = sorted(rows, key=lambda row: (row.began_at, row.id), reverse=True)
        readers = {
            (row.incident_id, row.officer_id) for row in session.scalars(select(IncidentReaderRow))
        }
        team_of = {row.id: row.team_id for row in session.scalars(select(ClusterRow))}
        duty = next(each.id for each in unit.officers.all() if each.role is Role.DUTY)
        other = next(each.id for each in unit.officers.all() if each.role is Role.CHIEF)
        teams = [each.id for each in unit.fleet.teams()]
        eyes = [
            Eye(Viewer(who, its), frozenset(each for each in team_of if team_of[each] in its))
            for who, its in (
                (None, frozenset()),
                (duty, frozenset()),
                (other, frozenset()),
                (duty, frozenset(teams[:2])),
                (other, frozenset(teams[2:3])),
            )
        ]
        of_no_team = {each for each, team_id in team_of.items() if team_id is None}
        clusters = [ClusterId(each) for each in sorted(team_of)]
        found = 0
        for eye, query in product(eyes, _queries(duty, clusters)):
            whole = replace(query, limit=len(rows))
            wanted = [
                row.id
                for row in rows
                if asked_for(row, query, of_no_team) and eye.sees(row, readers)
            ]
            page = unit.incident_lists.page(whole, eye.viewer)
            assert [line.id for line in page] == wanted, (eye, query)
            assert unit.incident_lists.count(query, eye.viewer) == len(wanted), (eye, query)
            paged: list[IncidentId] = []
            step, before = max(1, len(wanted) // 3), query.before
            while part := unit.incident_lists.page(
                replace(query, limit=step, before=before), eye.viewer
            ):
                paged += [line.id for line in part]
                before = (part[-1].began_at, part[-1].id)
            assert paged == wanted, (eye, query)
            found += len(wanted)

    assert found > 1000


def _queries(duty: OfficerId, clusters: list[ClusterId]) -> list[IncidentQuery]:
    closed, draft = IncidentState.CLOSED, IncidentState.DRAFT
    some = frozenset({CategoryId(1), CategoryId(2), CategoryId(3)})
    return [
        IncidentQuery(),
        IncidentQuery(states=frozenset({draft})),
        IncidentQuery(states=frozenset({draft, closed})),
        IncidentQuery(severities=frozenset({Severity.URGENT})),
        IncidentQuery(categories=some),
        IncidentQuery(categories=some, states=frozenset({draft, closed})),
        IncidentQuery(clusters=frozenset(clusters[:1])),
        IncidentQuery(clusters=frozenset(clusters[1:4]), states=frozenset({closed})),
        IncidentQuery(clusters=frozenset(clusters[-1:])),
        IncidentQuery(clusters=frozenset(clusters[-2:]), teamless=True),
        IncidentQuery(teamless=True),
        IncidentQuery(teamless=True, states=frozenset({draft, closed})),
        IncidentQuery(assigned_to=duty),
        IncidentQuery(assigned_to=duty, states=frozenset({draft, closed})),
        IncidentQuery(since=NOON - timedelta(days=200), until=NOON + timedelta(days=1)),
        IncidentQuery(before=(NOON, IncidentId(200)), categories=some),
    ]


def test_a_page_is_as_quick_among_many(city: Store) -> None:
    with city.read() as unit:
        viewer = Viewer(unit.officers.all()[0].id)
        query = IncidentQuery(states=frozenset({IncidentState.DRAFT, IncidentState.RETURNED}))
        unit.incident_lists.page(query, viewer)  # SQLAlchemy compiles its query
        before = time.process_time()
        unit.incident_lists.page(query, viewer)
        took_s = time.process_time() - before

    assert took_s < 0.1
