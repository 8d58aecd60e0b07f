"""Units of work: kept whole, announced once, hardened."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import pytest
from sqlalchemy import event

from db.errors import DiskFull, StoreDamaged, StoreFailed
from db.records import DeviceKind, Topic
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


def test_a_writer_asks_for_the_file_once_the_one_before_it_is_done(store: Store) -> None:
    """Not again and again meanwhile, at longer and longer intervals."""
    begun, waits = Mock(), threading.Event()
    event.listen(store._writing, "begin", begun)
    lock = store._writing_lock

    class Watched:
        def acquire(self, timeout: float) -> bool:
            if lock.locked():
                waits.set()
            return lock.acquire(timeout=timeout)

        def release(self) -> None:
            lock.release()

    store._writing_lock = cast("threading.Lock", Watched())

    def write() -> None:
        with store.begin() as unit:
            unit.fleet.cameras()

    second = threading.Thread(target=write)
    with store.begin() as unit:
        unit.fleet.cameras()
        second.start()
        assert waits.wait(10)
        assert begun.call_count == 1
    second.join(10)
    assert begun.call_count == 2


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

    with pytest.raises(DiskFull):
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


def test_whoever_can_make_room_hears_of_a_full_disk_once(tmp_path: Path) -> None:
    heard: list[str] = []
    path = wards.made(tmp_path / "station.db", cameras=1)
    store = Store(path, committed=lambda _: None, full=lambda: heard.append("full"))

    def write_too_much() -> None:
        with store.begin() as unit:
            unit.fleet._session.connection().exec_driver_sql("pragma max_page_count = 1")
            for number in range(500):
                unit.fleet.add_team(f"Tổ {number} của phường")

    with pytest.raises(DiskFull):
        write_too_much()

    assert heard == ["full"]
    store.close()


def test_a_store_knows_that_it_was_not_closed(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    program = (
        "import os, sys; from pathlib import Path; from db.store import Store;"
        "store = Store(Path(sys.argv[1]), committed=print);"
        "unit = store.begin().__enter__(); unit.fleet.add_team('Tổ 1'); os._exit(9)"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=Path(__file__).parents[2], timeout=30
    )

    after_crash = Store(path, committed=lambda _: None)
    after_crash.look_through()
    after_crash.close()
    after_close = Store(path, committed=lambda _: None)
    after_close.close()

    assert (after_crash.ended_uncleanly, after_close.ended_uncleanly) == (True, False)


def test_damage_inside_is_found_when_it_is_looked_for(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=81)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xa5" * 4096  # among the cameras, far from the schema
    path.write_bytes(content)
    store = Store(path, committed=lambda _: None)  # opening does not wait for a look

    for thorough in (False, True):
        with pytest.raises(StoreDamaged):
            store.look_through(thorough=thorough)
    store.close()


def test_a_copy_is_one_moment_of_a_store_that_is_being_written(
    store: Store, tmp_path: Path
) -> None:
    with store.begin() as unit:
        unit.fleet.add_team("Tổ 1")
    with store.begin() as unit:
        unit.fleet.add_team("Tổ 2")
        store.backup(tmp_path / "copy.db")

    copy = Store(tmp_path / "copy.db", committed=lambda _: None)
    with copy.read() as unit:
        assert [team.name for team in unit.fleet.teams()] == ["Tổ 1"]
    copy.close()


def test_a_copy_that_cannot_be_made_is_a_problem_and_leaves_nothing(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(StoreFailed):
        store.backup(tmp_path / "nowhere" / "copy.db")


def test_a_store_becomes_another_for_everybody_who_has_it_open(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=7)
    other = wards.made(tmp_path / "older.db", cameras=3)
    heard: list[frozenset[Topic]] = []
    store, window = Store(path, heard.append), Store(path, lambda _: None)
    with window.read() as unit:
        assert len(unit.fleet.cameras()) == 7

    store.become(other)

    assert heard == [frozenset(Topic)]
    with window.read() as unit:
        assert len(unit.fleet.cameras()) == 3
    with window.begin() as unit:  # it goes on being written, too
        unit.fleet.add_team("Tổ mới")
    window.close()
    store.close()


def test_no_id_is_given_out_twice_after_a_store_became_an_older_one(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=7)
    other = wards.made(tmp_path / "older.db", cameras=3)
    store = Store(path, lambda _: None)

    store.become(other)

    with store.begin() as unit:
        device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host="10.0.0.1", username="")
    assert device.id == 8
    store.close()


def test_a_store_that_cannot_become_another_stays_what_it_was(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=2)
    (tmp_path / "letter.db").write_text("no database" * 1000)
    store = Store(path, lambda _: None)

    with pytest.raises(StoreDamaged):
        store.become(tmp_path / "letter.db")

    with store.read() as unit:
        assert len(unit.fleet.cameras()) == 2
    store.close()


def test_what_was_removed_is_in_no_copy(store: Store, tmp_path: Path) -> None:
    with store.begin() as unit:
        team = unit.fleet.add_team("Tổ bà Nguyễn Thị Bưởi")
    with store.begin() as unit:
        unit.fleet.remove_team(team.id)

    store.backup(tmp_path / "copy.db")

    assert "Bưởi".encode() not in (tmp_path / "copy.db").read_bytes()


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    path = wards.made(tmp_path / "station.db", cameras=3)

    assert [file.name for file in tmp_path.iterdir()] == [path.name]
