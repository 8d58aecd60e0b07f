"""Sums of outcomes are what counting line by line gives, whatever was changed before."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from console.demo.city import FIRST_DAY, LAST_DAY, CitySize, fill
from db.case_records import CategoryId, IncidentId, IncidentState, Outcome, OutcomeKind, Severity
from db.incident_records import Behind, IncidentFields, Tally, Viewer
from db.records import ClusterId, OfficerId, Role
from db.repositories.incidents import fields_of
from db.schema import bring_up_to_date
from db.search import teach
from db.store import Store, Unit
from db.structs import replace
from db.sums import periods_between
from tests import stores

FIRST = date(2024, 12, 20)
KINDS = [OutcomeKind.DRUGS, OutcomeKind.TRAFFIC, OutcomeKind.VERIFIED]
OFFICERS = [OfficerId(number) for number in (1, 2, 3)]
VOUCHED = {IncidentState.APPROVED, IncidentState.CLOSED}
SUMS = {
    "outcome_sum": "select * from outcome_sum where lines <> 0 order by 1, 2, 3, 4",
    "outcome_again": "select * from outcome_again order by 1, 2, 3",
}


class Ward:
    """Two teams, four clusters, three officers, and whatever chance puts to it."""

    def __init__(self, unit: Unit, seed: int) -> None:
        self.chance = random.Random(seed)
        self.teams = [unit.fleet.add_team(f"Tổ {number}").id for number in (1, 2)]
        self.clusters: list[ClusterId | None] = [None]
        for number, team in enumerate((*self.teams, *self.teams, None), 1):
            made = unit.fleet.add_cluster(number=number, name=f"Cụm {number}", team_id=team)
            self.clusters.append(made.id)
        for number in OFFICERS:
            unit.officers.add(
                name=f"Cán bộ {number}",
                role=Role.OFFICER,
                teams=(),
                password_hash="$none$",
                one_time_until=None,
                created_at=FIRST_DAY,
            )
        self.incidents = [self._opened(unit) for _ in range(8)]

    def change(self, unit: Unit) -> None:
        """Something happens."""
        incident_id = self.chance.choice(self.incidents)
        match self.chance.randrange(12):
            case 0:
                self.incidents.append(self._opened(unit))
            case 1 | 2:
                incident = unit.incidents.incident(incident_id)
                written = replace(fields_of(incident), **self._written())
                unit.incidents.change(incident_id, written, officer_id=None, at=FIRST_DAY)
            case 3 | 4:
                state = self.chance.choice(list(IncidentState))
                unit.incidents.step(incident_id, state, reason="", officer_id=None, at=FIRST_DAY)
            case 5 | 6:
                lines = unit.outcomes.of(incident_id)
                if lines:
                    unit.outcomes.strike(self.chance.choice(lines).id, LAST_DAY)
            case 7 if self.chance.random() < 0.2 and len(self.clusters) > 3:
                gone = self.clusters.pop(1)
                assert gone is not None
                unit.fleet.remove_cluster(gone)
            case _:
                self._add_line(unit, incident_id)

    def day(self) -> date:
        """One of some six weeks, most of them few, so that they come again."""
        return FIRST + timedelta(days=self.chance.choice((0, 1, 1, 11, 12, 12, 30, 43)))

    def _opened(self, unit: Unit) -> IncidentId:
        written = IncidentFields(
            title="Vụ",
            category_id=CategoryId(1),
            severity=Severity.SERIOUS,
            address="",
            spot=None,
            began_at=FIRST_DAY,
            ended_at=None,
            narrative="",
            people="",
            vehicles="",
            due_on=None,
            **self._written(),
        )
        maker = self.chance.choice([None, *OFFICERS])
        return unit.incidents.add(written, year=2026, made_by=maker, made_at=FIRST_DAY).id

    def _written(self) -> dict[str, Any]:
        chance = self.chance
        return {
            "cluster_id": chance.choice(self.clusters),
            "assigned_to": chance.choice([None, None, *OFFICERS]),
            "restricted": chance.random() < 0.3,
            "readers": frozenset(chance.sample(OFFICERS, chance.randrange(2))),
        }

    def _add_line(self, unit: Unit, incident_id: IncidentId) -> None:
        kind = self.chance.choice(KINDS)
        unit.outcomes.add(
            incident_id,
            kind=kind,
            on=self.day(),
            count=self.chance.randint(1, 9),
            persons=self.chance.randint(0, 4) if kind is OutcomeKind.DRUGS else None,
            item="",
            unit="",
            note="",
            made_by=None,
            made_at=FIRST_DAY,
        )


def counted(
    unit: Unit, ward: Ward, first: date, last: date, viewer: Viewer, *, approved_only: bool
) -> dict[OutcomeKind, tuple[Tally, list[Behind]]]:
    """What is told of each kind, line by line."""
    seen = unit.incident_lists.seen(viewer, ward.incidents)
    lines: list[Outcome] = []
    for each in seen:
        if not approved_only or unit.incidents.incident(each).state in VOUCHED:
            lines += [line for line in unit.outcomes.of(each) if line.struck_at is None]
    found = {}
    for kind in KINDS:
        its = [line for line in lines if line.kind is kind and first <= line.on <= last]
        newest = {line.incident_id: line.on for line in sorted(its, key=lambda line: line.on)}
        tally = Tally(
            kind=kind,
            lines=len(its),
            count=sum(line.count for line in its),
            persons=sum(line.persons or 0 for line in its),
            cases=len(newest),
        )
        behind = sorted((Behind(on, its_id) for its_id, on in newest.items()), reverse=True)
        found[kind] = (tally, behind)
    return found


def rows(unit: Unit) -> dict[str, list[object]]:
    connection = unit.outcomes._session.connection()
    return {name: list(connection.execute(text(query))) for name, query in SUMS.items()}


@pytest.mark.parametrize("seed", range(4))
def test_sums_are_what_counting_gives_after_whatever_was_changed(store: Store, seed: int) -> None:
    with store.begin() as unit:
        ward = Ward(unit, seed)
    teams = [frozenset(ward.teams[:1]), frozenset(ward.teams), frozenset()]
    viewers = [Viewer(None), *(Viewer(who, its) for who in OFFICERS[:2] for its in teams)]
    told = 0
    for _ in range(12):
        with store.begin() as unit:
            for _ in range(10):
                ward.change(unit)
        with store.read() as unit:
            for viewer in viewers:
                first, last = sorted((ward.day(), ward.day()))
                approved_only = ward.chance.random() < 0.4
                wanted = counted(unit, ward, first, last, viewer, approved_only=approved_only)
                tallies = unit.outcomes.tally(
                    KINDS, first, last, viewer, approved_only=approved_only
                )
                assert tallies == {kind: tally for kind, (tally, _) in wanted.items()}
                for kind, (tally, behind) in wanted.items():
                    asked = (kind, first, last, viewer)
                    pages: list[Behind] = []
                    while page := unit.outcomes.behind(
                        *asked,
                        approved_only=approved_only,
                        limit=2,
                        before=pages[-1] if pages else None,
                    ):
                        pages += page
                    assert pages == behind
                    told += tally.cases
        with store.begin() as unit:
            kept = rows(unit)
            assert unit.outcomes.drift().is_none
            unit.outcomes.sum_anew()
            assert rows(unit) == kept
    assert told > 150


def test_a_time_is_made_up_of_years_months_and_days() -> None:
    assert list(periods_between(date(2024, 12, 30), date(2026, 3, 2))) == [
        *("2024-12-30", "2024-12-31", "2025", "2026-01", "2026-02", "2026-03-01", "2026-03-02")
    ]
    assert list(periods_between(date(2024, 2, 1), date(2024, 2, 28)))[-1] == "2024-02-28"
    assert list(periods_between(date(2024, 2, 1), date(2024, 2, 29))) == ["2024-02"]
    assert list(periods_between(date(2024, 2, 2), date(2024, 2, 1))) == []
    assert list(periods_between(date(9999, 12, 31), date.max)) == ["9999-12-31"]
    assert list(periods_between(date(9999, 12, 1), date.max)) == ["9999-12"]


def test_a_cluster_with_the_id_of_one_that_is_gone_has_nothing_of_it(store: Store) -> None:
    with store.begin() as unit:
        ward = Ward(unit, 1)
        last = ward.clusters[-1]
        assert last is not None
        written = {"cluster_id": last, "restricted": False}
        fields = replace(fields_of(unit.incidents.incident(ward.incidents[0])), **written)
        unit.incidents.change(ward.incidents[0], fields, officer_id=None, at=FIRST_DAY)
        ward._add_line(unit, ward.incidents[0])
        unit.fleet.remove_cluster(last)
        again = unit.fleet.add_cluster(number=9, name="Cụm 9", team_id=ward.teams[0])
    assert again.id == last

    with store.read() as unit:
        found = unit.outcomes.tally(
            KINDS, FIRST, date.max, Viewer(OfficerId(9), frozenset(ward.teams)), approved_only=False
        )
    assert sum(each.lines for each in found.values()) == 0


def test_a_made_up_city_has_its_sums(tmp_path: Path) -> None:
    store = Store(stores.new(tmp_path / "station.db"), committed=lambda _: None)
    fill(store, CitySize(teams=3, cameras=6, officers=20, incidents=200, outcomes=300))
    with store.read() as unit:
        days = (FIRST_DAY.date(), LAST_DAY.date())
        found = unit.outcomes.tally(list(OutcomeKind), *days, Viewer(None), approved_only=False)
    store.close()

    with closing(sqlite3.connect(tmp_path / "station.db")) as connection:
        (lines,) = connection.execute(
            "select count(*) from outcome where struck_at_us is null"
        ).fetchone()
    assert sum(each.lines for each in found.values()) == lines > 250


def test_a_file_from_before_there_were_sums_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    bring_up_to_date(path, schema="0007")
    with closing(sqlite3.connect(path)) as connection, connection:
        teach(connection)
        connection.execute("insert into cluster values (5, 1, 'Cụm 1', null)")
        for number, restricted in ((1, 0), (2, 1)):
            connection.execute(
                "insert into incident (id, year, number, title, category_id, severity, state,"
                " cluster_id, address, began_at_us, narrative, people, vehicles, restricted,"
                " made_at_us, changed_at_us, state_at_us, version)"
                " values (?, 2026, ?, 'Vụ', 1, 'urgent', 'closed', 5, '', 0, '', '', '', ?,"
                " 0, 0, 0, 1)",
                (number, number, restricted),
            )
            connection.executemany(
                "insert into outcome (incident_id, kind, on_day, count, item, unit, note,"
                " made_at_us, struck_at_us) values (?, 'traffic', ?, 2, '', '', '', 0, ?)",
                [
                    (number, "2026-03-01", None),
                    (number, "2026-03-01", None),
                    (number, "2026-03-04", None),
                    (number, "2026-04-01", 1),
                ],
            )

    Store(path, committed=lambda _: None).close()

    with closing(sqlite3.connect(path)) as connection:
        sums = connection.execute(SUMS["outcome_sum"]).fetchall()
        again = connection.execute(SUMS["outcome_again"]).fetchall()
    first, whole = (2, 4, 0, 1), (3, 6, 0, 1)
    assert sums == [
        (place, period, "traffic", 1, *figures)
        for place in (0, 5)
        for period, figures in (
            ("2026", whole),
            ("2026-03", whole),
            ("2026-03-01", first),
            ("2026-03-04", (1, 2, 0, 0)),
        )
    ]
    assert again == [(each, "traffic", "2026-03-04", "2026-03-01") for each in (1, 2)]
