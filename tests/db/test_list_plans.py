"""Lists of a station with many rows look at few: what they ask is led along an index."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import event

from db.case_records import Bookmark, BookmarkId, OutcomeKind
from db.incident_records import Viewer
from db.records import CameraId, to_us
from db.repositories import bookmark_flags
from db.store import Store, Unit
from tests import wards
from tests.db.test_bookmarks import HOUR, NOON, SECOND, join, mark, officer

TABLES = ("incident", "bookmark", "bookmark_camera", "outcome", "call")
ON = NOON.date()


def plans(store: Store, ask: Callable[[Unit], object]) -> dict[str, list[str]]:
    """How each statement that is asked finds its rows."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, sql: str, values: object, *_: object) -> None:
        asked.append((sql, values))

    with store.read() as unit:
        connection = unit.bookmarks._session.connection()
        event.listen(connection, "before_cursor_execute", note)
        ask(unit)
        event.remove(connection, "before_cursor_execute", note)
        return {
            sql: [
                row[3]
                for row in connection.exec_driver_sql(f"explain query plan {sql}", values)  # type: ignore[arg-type]
            ]
            for sql, values in asked
        }


def test_calls_and_outcomes_are_found_along_an_index(store: Store) -> None:
    with store.begin() as unit:
        teams = frozenset({unit.fleet.add_team("Tổ 1").id})
        an, binh = officer(unit), officer(unit, "Bình", teams=teams)
        kept = mark(unit, by=an)
        incident_id = join(unit, kept, readers=[an])

    def ask(unit: Unit) -> None:
        for who in (an, binh):
            unit.calls.tells_incident(incident_id, who.id)
            unit.calls.tells_bookmark(kept.id, who.id)
            unit.calls.about(incident_id=incident_id)
            viewer = Viewer(who.id, who.teams)
            unit.outcomes.tally(list(OutcomeKind), ON, ON, viewer, approved_only=False)
            unit.outcomes.behind(
                OutcomeKind.DRUGS, ON, ON, viewer, approved_only=True, limit=9, before=None
            )

    found = plans(store, ask)
    assert len(found) > 8
    few = "SCAN incident USING COVERING INDEX incident_restricted"  # those few, and no row of them
    scans = {
        (step, sql)
        for sql, plan in found.items()
        for step in plan
        if step.startswith(tuple(f"SCAN {table}" for table in TABLES)) and step != few
    }
    assert scans == set()
    led = [step for plan in found.values() for step in plan]
    assert few in led
    assert not any("incident_by_maker_time (made_by=?)" in s and "COVERING" not in s for s in led)


@pytest.mark.parametrize("seed", range(3))
def test_flags_are_the_newest_of_their_cameras_however_they_are_looked_for(
    store: Store, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_flags, "_SPARE", 0)  # or one part would have them all
    wards.fill(store, cameras=40)
    chance = random.Random(seed)
    marked: list[Bookmark] = []
    with store.begin() as unit:
        reader, other = officer(unit), officer(unit, "Bình")
        for number in range(150):
            # Some cameras have most of them, and some are of one instant.
            its = {
                CameraId(1 + int(40 * chance.random() ** 3)) for _ in range(chance.randint(1, 3))
            }
            made = mark(unit, *its, at=NOON + (number // 2) * SECOND)
            if chance.random() < 0.1:
                made = unit.bookmarks.undo(made.id, NOON)
            marked.append(made)
        secret = set[BookmarkId]()
        for made in chance.sample(marked, 20):
            join(unit, made, readers=[reader])
            secret.add(made.id)
    first, last = NOON + 5 * SECOND, NOON + 70 * SECOND

    with store.read() as unit:
        for who in (None, reader, other):
            for count, limit in ((1, 1), (1, 50), (3, 7), (12, 20), (19, 400), (21, 30), (40, 99)):
                wanted = set(chance.sample([CameraId(number) for number in range(1, 41)], count))
                there = sorted(
                    (each.at, each.id)
                    for each in marked
                    if first <= each.at < last
                    and each.undone_at is None
                    and wanted.intersection(each.cameras)
                    and not (who is other and each.id in secret)
                )
                flags = unit.bookmarks.flags(who, wanted, (to_us(first), to_us(last)), limit)
                assert [flag.id for flag in flags] == [id_ for _, id_ in there[-limit:]]
                cameras = {each.id: wanted.intersection(each.cameras) for each in marked}
                assert all(set(flag.cameras) == cameras[flag.id] for flag in flags)


def test_flags_of_years_are_asked_for_in_a_few_parts(store: Store) -> None:
    wards.fill(store, cameras=81)
    with store.begin() as unit:
        for number in range(400):
            its = CameraId(80) if number % 4 == 0 else CameraId(number % 7 + 1)
            mark(unit, its, at=NOON + number * HOUR)
    stretch = (to_us(NOON), to_us(NOON + timedelta(days=400)))

    for cameras in ([CameraId(80)], [CameraId(number) for number in range(60, 81)]):
        found = plans(store, lambda unit: unit.bookmarks.flags(None, cameras, stretch, 90))  # noqa: B023
        assert len(found) <= 7


def test_places_are_named_by_number(store: Store) -> None:
    with store.begin() as unit:
        unit.fleet.add_cluster(number=2, name="Cụm chợ", team_id=None)
        unit.fleet.add_cluster(number=1, name="Cụm cầu", team_id=None)
    with store.read() as unit:
        assert unit.fleet.place_names() == ["Cụm cầu", "Cụm chợ"]
