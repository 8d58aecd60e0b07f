"""The made-up city: as large as asked for, the same for a seed, its log rightly chained."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.app import Console, build
from console.audit import Act, entry_hash
from console.backup_files import STORE_FILE
from console.config import Config
from console.demo.city import _ACTS, CitySize, fill
from console.keepers import Keeper
from console.phones import clean_phone
from db.case_records import MemberRole
from db.records import Entry
from db.repositories.trail import NO_HASH
from db.store import Store
from tests import stores
from tests.city_lists import CityClock, asked, chief_and_narrowed, searches

NOTHING = {"teams": 0, "cameras": 0, "officers": 0}
SMALL = CitySize(teams=3, cameras=11, officers=30, entries=400)


@pytest.fixture
def city(store: Store) -> Store:
    fill(store, SMALL)
    return store


def log(store: Store) -> list[Entry]:
    with store.read() as unit:
        return unit.trail.entries()


def test_there_is_as_much_as_was_asked_for(city: Store) -> None:
    with city.read() as unit:
        assert len(unit.fleet.teams()) == len(unit.fleet.clusters()) == 3
        assert len(unit.fleet.cameras()) == 11
        assert len(unit.officers.all()) == 30
        assert unit.trail.head()[0] == 400


def test_the_log_is_chained_from_the_first_entry_to_the_head(city: Store) -> None:
    previous = NO_HASH
    for number, entry in enumerate(log(city), 1):
        assert (entry.seq, entry.previous, entry.hash) == (number, previous, entry_hash(entry))
        previous = entry.hash

    with city.read() as unit:
        assert unit.trail.head() == (400, previous)


def test_the_log_can_be_searched_along_its_indexes_afterwards(tmp_path: Path) -> None:
    new, filled = stores.new(tmp_path / "new.db"), stores.new(tmp_path / "filled.db")
    store = Store(filled, committed=lambda _: None)
    fill(store, CitySize(teams=0, cameras=0, officers=0, entries=5))
    store.close()

    assert indexes(filled) == indexes(new) != []


def indexes(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select sql from sqlite_master where type = 'index'")
        return sorted(str(sql) for (sql,) in found)


def test_time_goes_on_and_subjects_exist(city: Store) -> None:
    entries = log(city)

    assert [e.at for e in entries] == sorted(e.at for e in entries)
    with city.read() as unit:
        cameras = {camera.id for camera in unit.fleet.cameras()}
        officers = {officer.id for officer in unit.officers.all()}
    assert {e.subject_id for e in entries if e.subject == "camera"} <= cameras
    assert {e.officer_id for e in entries} <= officers | {None}
    assert len({e.act for e in entries}) > 10


def test_the_same_seed_makes_the_same_city(city: Store, tmp_path: Path) -> None:
    again = Store(stores.new(tmp_path / "again.db"), committed=lambda _: None)
    other = Store(stores.new(tmp_path / "other.db"), committed=lambda _: None)
    fill(again, SMALL)
    fill(other, SMALL, seed=15)

    assert log(again) == log(city)
    assert log(other) != log(city)
    with again.read() as here, city.read() as there:
        assert here.fleet.cameras() == there.fleet.cameras()
    again.close()
    other.close()


def test_members_are_dealt_out_and_change_nothing_else(city: Store, tmp_path: Path) -> None:
    peopled = Store(stores.new(tmp_path / "peopled.db"), committed=lambda _: None)
    fill(peopled, dataclasses.replace(SMALL, members=20))

    assert log(peopled) == log(city)
    with peopled.read() as unit, city.read() as before:
        members, teams = unit.members.all(), [team.id for team in unit.fleet.teams()]
        assert [officer.name for officer in unit.officers.all()] == [
            officer.name for officer in before.officers.all()
        ]
        assert before.members.all() == []
    assert [len([m for m in members if m.team_id == team]) for team in teams] == [7, 7, 6]
    assert [m.role for m in members if m.team_id == teams[0]] == [
        MemberRole.LEADER,
        MemberRole.DEPUTY,
        *[MemberRole.MEMBER] * 5,
    ]
    assert all(clean_phone(member.phone) == member.phone for member in members)
    peopled.close()


def test_a_log_that_has_begun_goes_on(city: Store) -> None:
    seen: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        seen.append((done, total))

    fill(city, CitySize(teams=0, cameras=0, officers=0, entries=50), progressed=note)

    assert seen == [(50, 50)]
    assert log(city)[400].previous == log(city)[399].hash


def test_every_act_that_it_tells_is_one_of_the_logs() -> None:
    assert set(_ACTS) <= set(Act)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[tuple[Store, Console]]:
    """A small city without a case."""
    store = Store(stores.new(tmp_path / STORE_FILE), committed=lambda _: None)
    fill(store, dataclasses.replace(SMALL, entries=0))
    config = Config(keeper=Keeper.KEY_FILE)
    console = build(tmp_path, lambda _: None, config=config, clock=CityClock())
    yield store, console
    console.close()
    store.close()


def grow(store: Store, count: int) -> None:
    """Add so many of everything."""
    fill(
        store,
        CitySize(
            **NOTHING,
            members=count,
            incidents=count,
            bookmarks=count,
            outcomes=count,
            calls=count,
        ),
    )


@pytest.mark.parametrize("count", [0, 1])
def test_every_list_of_cases_answers(station: tuple[Store, Console], count: int) -> None:
    store, console = station
    chief, narrowed = chief_and_narrowed(console)
    grow(store, count)

    answers: dict[str, Any] = {name: call() for name, call in asked(console, chief, narrowed)}

    assert len(answers["incidents.page, all (chief)"]) == count
    assert len(answers["bookmarks.newest (chief)"]) == count
    assert len(answers["members.list (narrowed)"]) == count


@pytest.mark.parametrize("count", [0, 1])
def test_every_search_answers(station: tuple[Store, Console], count: int) -> None:
    store, console = station
    chief, narrowed = chief_and_narrowed(console)
    grow(store, count)

    found = asked(console, chief, narrowed, searches)
    answers: dict[str, Any] = {name: call() for name, call in found}

    assert len(answers["find nothing (chief)"].results) == 2 * count
