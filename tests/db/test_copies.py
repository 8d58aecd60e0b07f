"""What a copy holds is told without touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert

from console.audit import Act, Audit
from console.gate import Seat
from db.copies import Copied, look_into
from db.errors import StoreDamaged
from db.repositories.trail import NO_HASH
from db.schema import SCHEMA, bring_up_to_date
from db.store import Store
from db.tables import TeamRow
from tests.fakes import FakeClock


def test_a_copy_tells_its_schema_and_the_head_of_its_log(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    audit = Audit(Seat(), clock, "pc")
    with store.begin() as unit:
        audit.write(unit, Act.STARTED)
        last = audit.write(unit, Act.STOPPED)

    store.backup(tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()

    assert look_into(tmp_path / "copy.db") == Copied(SCHEMA, 2, last.hash)
    assert (tmp_path / "copy.db").read_bytes() == before
    assert not list(tmp_path.glob("copy.db-*"))


def test_a_copy_from_before_there_was_a_log_has_an_empty_one(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path / "old.db", schema="0001")

    assert look_into(tmp_path / "old.db") == Copied("0001", 0, NO_HASH)


def test_what_is_no_sound_station_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("no database" * 1000)
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "recipes.db")) as connection:
        connection.execute("create table recipes (name text)")

    for name in ("letter.db", "empty.db", "recipes.db", "missing.db"):
        with pytest.raises(StoreDamaged):
            look_into(tmp_path / name)
    assert not (tmp_path / "missing.db").exists()


def test_damage_anywhere_in_a_copy_is_found(store: Store, tmp_path: Path) -> None:
    with store.begin() as unit:
        teams = [{"name": f"Tổ {number}"} for number in range(2000)]
        unit.fleet._session.execute(insert(TeamRow), teams)
    store.backup(tmp_path / "copy.db")
    content = bytearray((tmp_path / "copy.db").read_bytes())
    content[-4096:] = b"\xa5" * 4096
    (tmp_path / "copy.db").write_bytes(content)

    with pytest.raises(StoreDamaged):
        look_into(tmp_path / "copy.db")
