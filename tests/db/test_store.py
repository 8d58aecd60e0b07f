"""Units of work: kept whole, announced once, hardened."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import StoreFailed
from db.records import Topic
from db.store import Store
from tests import wards


@pytest.fixture
def heard() -> list[frozenset[Topic]]:
    return []


@pytest.fixture
def told(tmp_path: Path, heard: list[frozenset[Topic]]) -> Iterator[Store]:
    """A store whose announcements are in ``heard``."""
    store = Store(tmp_path / "told.db", committed=heard.append)
    yield store
    store.close()


def test_a_unit_is_announced_once_with_all_that_it_touched(
    told: Store, heard: list[frozenset[Topic]]
) -> None:
    with told.begin() as unit:
        unit.fleet.add_team("Tổ 1")
        unit.fleet.add_team("Tổ 2")
        unit.layouts.save("Đêm", 4, ())
        assert heard == []

    assert heard == [frozenset({Topic.FLEET, Topic.LAYOUTS})]


def test_a_unit_that_raises_keeps_and_announces_nothing(
    told: Store, heard: list[frozenset[Topic]]
) -> None:
    def change_one_s_mind() -> None:
        with told.begin() as unit:
            unit.fleet.add_team("Tổ 1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_one_s_mind()

    with told.read() as unit:
        assert unit.fleet.teams() == []
    assert heard == []


def test_a_unit_that_changes_nothing_is_not_announced(
    told: Store, heard: list[frozenset[Topic]]
) -> None:
    with told.begin() as unit:
        unit.fleet.cameras()

    assert heard == []


def test_a_reading_unit_cannot_write(store: Store) -> None:
    with pytest.raises(StoreFailed, match="readonly"), store.read() as unit:
        unit.fleet.add_team("Tổ 1")


def test_a_unit_has_the_writers_place_from_its_beginning(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=1)
    store = Store(path, committed=lambda _: None)
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        with store.begin() as unit:
            unit.fleet.cameras()
            # Else what was just read could be changed before this unit writes.
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("begin immediate")
        other.execute("begin immediate")
        other.execute("rollback")
    store.close()


def test_a_reader_sees_one_moment_and_does_not_wait_for_a_writer(store: Store) -> None:
    with store.read() as reader:
        assert reader.fleet.teams() == []
        with store.begin() as writer:
            writer.fleet.add_team("Tổ 1")
        assert reader.fleet.teams() == []

    with store.read() as later:
        assert [team.name for team in later.fleet.teams()] == ["Tổ 1"]


def test_a_reader_does_not_wait_for_another_program_that_writes(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=1)
    store = Store(path, committed=lambda _: None)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with store.read() as unit:
            assert len(unit.fleet.cameras()) == 1
        other.execute("rollback")
    store.close()


def test_a_full_disk_is_a_problem_and_the_rest_stays_readable(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=1)
    store = Store(path, committed=lambda _: None)

    def write_too_much() -> None:
        with store.begin() as unit:
            # What SQLite answers when the file may not grow is what it answers on a full disk.
            unit.fleet._session.connection().exec_driver_sql("pragma max_page_count = 1")
            for number in range(500):
                unit.fleet.add_team(f"Tổ {number} của phường")

    with pytest.raises(StoreFailed, match="full"):
        write_too_much()

    with store.read() as unit:
        assert len(unit.fleet.teams()) == 1
    store.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_every_connection_is_hardened(store: Store, pragma: str, value: object) -> None:
    with store.begin() as unit:
        connection = unit.fleet._session.connection()
        assert connection.exec_driver_sql(f"pragma {pragma}").scalar() == value


def test_opening_a_file_that_is_up_to_date_does_not_load_alembic(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=1)
    program = (
        "import sys; from pathlib import Path; from db.store import Store;"
        "Store(Path(sys.argv[1]), committed=print).close();"
        "print('alembic' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    assert done.stdout.split() == ["False"]


def test_naming_a_noun_does_not_load_sqlalchemy() -> None:
    program = "import sys, db.records, console.errors; print('sqlalchemy' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    assert done.stdout.split() == ["False"]


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=3)

    assert [file.name for file in tmp_path.iterdir()] == [path.name]
