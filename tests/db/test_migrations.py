"""Files of every age are brought to the schema of ``db.tables``, or refused by name."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from db import case_tables, evidence_tables, footage_tables, moment_tables, word_tables
from db.errors import StoreDamaged, StoreFailed, StoreTooNew
from db.schema import MIGRATIONS, SCHEMA, bring_up_to_date
from db.store import Store

(Base,) = {
    tables.Base
    for tables in (case_tables, evidence_tables, footage_tables, moment_tables, word_tables)
}
SECOND_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("team", recreate="always") as table:
        table.add_column(sa.Column("phone", sa.String, nullable=False, server_default="113"))
"""


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("pragma foreign_keys = off")
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 0001 with a team and its cluster."""
    path = tmp_path / "station.db"
    bring_up_to_date(path, schema="0001")
    write(
        path,
        "insert into team values (7, 'Tổ 7')",
        "insert into cluster values (1, 1, 'Cụm 1', 7)",
    )
    return path


@pytest.fixture
def next_migrations(tmp_path: Path) -> Path:
    """The migrations of a program that is one version ahead."""
    folder = tmp_path / "migrations"
    shutil.copytree(
        MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]*", "00[1-9]*")
    )
    (folder / "versions" / "0002_add_team_phone.py").write_text(SECOND_STEP, "utf-8")
    return folder


def test_migrations_end_where_the_tables_are(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    bring_up_to_date(path)

    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        drift = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()

    assert drift == []


def test_migrations_make_every_rule_that_the_tables_name(tmp_path: Path) -> None:
    migrated, declared = tmp_path / "station.db", tmp_path / "declared.db"
    bring_up_to_date(migrated)

    from_tables = create_engine(f"sqlite:///{declared}")
    Base.metadata.create_all(from_tables)
    from_steps = create_engine(f"sqlite:///{migrated}")

    for table in Base.metadata.tables:
        wanted, found = inspect(from_tables), inspect(from_steps)
        assert {(c["name"], c["sqltext"]) for c in found.get_check_constraints(table)} == {
            (c["name"], c["sqltext"]) for c in wanted.get_check_constraints(table)
        }
        assert found.get_unique_constraints(table) == wanted.get_unique_constraints(table)
        assert [key["options"] for key in found.get_foreign_keys(table)] == [
            key["options"] for key in wanted.get_foreign_keys(table)
        ]
    from_tables.dispose()
    from_steps.dispose()
    counted = "select name from sqlite_master where sql like '%autoincrement%' order by name"
    assert rows(migrated, counted) == rows(declared, counted) != []


def test_the_number_that_is_looked_for_is_that_of_the_newest_step() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == SCHEMA


def test_a_file_is_copied_before_it_is_migrated(old: Path, next_migrations: Path) -> None:
    bring_up_to_date(old, schema="0002", migrations=next_migrations)

    copy = old.with_name("station.db.before-0002")
    assert rows(copy, "select * from team") == [(7, "Tổ 7")]
    assert rows(copy, "select version_num from alembic_version") == [("0001",)]
    assert rows(old, "select * from team") == [(7, "Tổ 7", "113")]


def test_without_room_for_the_copy_nothing_is_migrated(old: Path, next_migrations: Path) -> None:
    old.with_name("station.db.before-0002").mkdir()  # in the way, as a full disk would be
    (old.with_name("station.db.before-0002") / "content").touch()

    with pytest.raises(StoreFailed):
        bring_up_to_date(old, schema="0002", migrations=next_migrations)

    assert rows(old, "select version_num from alembic_version") == [("0001",)]


def test_a_file_that_lost_its_number_is_damaged(old: Path) -> None:
    write(old, "delete from alembic_version")

    with pytest.raises(StoreDamaged, match="version"):
        bring_up_to_date(old)


def test_rebuilding_a_table_keeps_what_refers_to_it(old: Path, next_migrations: Path) -> None:
    bring_up_to_date(old, schema="0002", migrations=next_migrations)

    assert rows(old, "select team_id from cluster") == [(7,)]


def test_a_step_that_fails_changes_nothing(old: Path, next_migrations: Path) -> None:
    step = next_migrations / "versions" / "0002_add_team_phone.py"
    step.write_text(SECOND_STEP + "    raise RuntimeError('power cut')\n", "utf-8")

    with pytest.raises(RuntimeError, match="power cut"):
        bring_up_to_date(old, schema="0002", migrations=next_migrations)

    assert rows(old, "select * from team") == [(7, "Tổ 7")]
    assert rows(old, "select version_num from alembic_version") == [("0001",)]


def test_a_file_with_rows_without_owners_is_not_migrated(old: Path, next_migrations: Path) -> None:
    write(old, "insert into cluster values (2, 2, 'Cụm 2', 99)")

    with pytest.raises(StoreDamaged, match="cluster"):
        bring_up_to_date(old, schema="0002", migrations=next_migrations)

    assert rows(old, "select version_num from alembic_version") == [("0001",)]


def test_a_newer_file_is_refused_and_left_alone(old: Path, next_migrations: Path) -> None:
    bring_up_to_date(old, schema="0002", migrations=next_migrations)
    before = old.read_bytes()

    with pytest.raises(StoreTooNew, match="0002"):
        bring_up_to_date(old, schema="0001")

    assert old.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database, but a letter from the city" * 100, b"SQLite format 3\0" * 400]
)
def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "station.db"
    path.write_bytes(content)

    with pytest.raises(StoreDamaged, match="station"):
        bring_up_to_date(path)

    assert path.read_bytes() == content


def test_damage_is_not_carried_over_by_a_migration(old: Path) -> None:
    content = bytearray(old.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    old.write_bytes(content)

    with pytest.raises(StoreDamaged):
        bring_up_to_date(old)

    assert old.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    write(path, "create table recipes (name text)")

    with pytest.raises(StoreDamaged, match="not a station"):
        bring_up_to_date(path)


def test_an_empty_file_is_taken_as_new(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    path.touch()

    bring_up_to_date(path)

    assert rows(path, "select version_num from alembic_version") == [(SCHEMA,)]
    assert [file.name for file in tmp_path.iterdir()] == ["station.db"]


@pytest.mark.parametrize(
    ("set_before", "rules"),
    [
        ([], []),
        (
            ["insert into setting values ('retention_days', '45')"],
            [(0, "always", "sub", 0, "1" * 168, 45, 2)],
        ),
    ],
)
def test_the_days_that_a_station_had_set_become_its_rule(
    tmp_path: Path, set_before: list[str], rules: list[tuple[object, ...]]
) -> None:
    path = tmp_path / "station.db"
    bring_up_to_date(path, schema="0002")
    write(path, *set_before)

    bring_up_to_date(path)

    found = rows(path, "select id, plan, role, audio, week, days, sessions from recording_rule")
    assert found == rules
    assert rows(path, "select key from setting") == []
    Store(path, committed=lambda _: None).close()
