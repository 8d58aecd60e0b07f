"""A statement is built once, and each time it is asked it is held against its own values."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from sqlalchemy import Integer, bindparam, func, literal, select
from sqlalchemy.engine import URL

from db.case_tables import IncidentRow
from db.columns import UtcMicros
from db.errors import StoreFailed
from db.find_records import FoundKind, Term, Viewer, Wanted
from db.find_rows import first_rows
from db.find_sides import SIDES
from db.find_ways import Path
from db.records import OfficerId
from db.search import bound_rows, listed
from db.statements import Quick, Statement, _compiled
from db.store import Store
from tests import duty, wards
from tests.fakes import FakeClock

CHIEF = Viewer(officer_id=OfficerId(1))


@pytest.mark.parametrize(
    ("values", "found"), [([1, 2], [1, 2]), ((), []), ({"xe"}, ["xe"]), (None, [])]
)
def test_a_list_is_bound_in_one_piece(store: Store, values: object, found: list[object]) -> None:
    with store.read() as unit:
        assert Statement(listed("ids")).column(unit.finds._session, {"ids": values}) == found


def test_it_takes_the_values_that_it_knows_and_no_other(store: Store) -> None:
    statement = Statement(select(bindparam("number", type_=Integer) + literal(1)))
    with store.read() as unit:
        session = unit.finds._session
        assert [statement.scalar(session, {"number": n, "else": 7}) for n in (1, 2)] == [2, 3]
        with pytest.raises(KeyError):
            statement.rows(session, {})


@pytest.mark.parametrize("kind", [Statement, Quick])
def test_instants_go_in_and_come_out_as_instants(
    store: Store, clock: FakeClock, kind: type[Statement]
) -> None:
    its = kind(select(bindparam("at", type_=UtcMicros), bindparam("none", type_=UtcMicros)))
    with store.read() as unit:
        (row,) = its.rows(unit.finds._session, {"at": clock.now(), "none": None})

    assert tuple(row) == (clock.now(), None)


@pytest.mark.parametrize("kind", [Statement, Quick])
def test_what_the_driver_says_against_it_is_a_problem_of_the_store(
    store: Store, kind: type[Statement]
) -> None:
    with pytest.raises(StoreFailed), store.read() as unit:
        kind(select(func.nobody_taught_it())).rows(unit.finds._session, {})


def test_what_nobody_asks_for_is_not_read(store: Store) -> None:
    read: list[int] = []

    def seen(number: int) -> int:
        read.append(number)
        return number

    numbers = bound_rows("numbers")
    its = Quick(select(func.seen(numbers.c.value)))
    with store.read() as unit:
        session = unit.finds._session
        driver = session.connection().connection.dbapi_connection
        assert driver is not None
        driver.create_function("seen", 1, seen)
        rows = its.each(session, {"numbers": range(100)}, 4)
        taken = [next(rows)]
        assert len(read) <= 2  # the driver itself looks one row ahead
        taken += [next(rows) for _ in range(5)]
        assert isinstance(rows, Generator)
        rows.close()

    assert taken == [(n,) for n in range(6)]
    assert read == list(range(len(read)))
    assert len(read) < 12


def test_nothing_is_built_for_a_search_that_is_like_another(store: Store, clock: FakeClock) -> None:
    wards.fill(store, cameras=1)
    with store.begin() as unit:
        camera = unit.fleet.cameras()[0].id
        for note in ("mất xe", "cháy nhà", "xe hỏng"):
            duty.bookmark(unit, clock.now(), note, (camera,))
    found, built = {}, []
    with store.read() as unit:
        for word in ("xe", "nha", "khong"):
            wanted = Wanted(kinds=frozenset({FoundKind.BOOKMARK}), terms=(Term(word),))
            found[word] = [each.id for each in unit.finds.page(wanted, CHIEF).found]
            built.append(first_rows.cache_info().misses)

    assert found == {"xe": [3, 1], "nha": [2], "khong": []}
    assert len(set(built)) == 1


def test_paths_of_a_side_are_made_once() -> None:
    for side in SIDES:
        ways = [list(side.ways(Wanted(), CHIEF)) for _ in range(2)]
        first, second = ([s.path for way in each for s in way.sources] for each in ways)
        assert all(isinstance(each, Path) for each in first)
        assert list(map(id, first)) == list(map(id, second))


def test_a_driver_that_knows_parameters_by_name_gets_them_by_name() -> None:
    its = select(IncidentRow.id).where(IncidentRow.number == bindparam("number", required=True))
    dialect = URL.create("postgresql").get_dialect()()

    compiled = _compiled(its.where(IncidentRow.year == 2026), dialect)
    given = compiled.given({"number": 7})

    assert isinstance(given, dict)
    assert sorted(given.values()) == [7, 2026]
    assert all(f"%({name})s" in compiled.sql for name in given)
