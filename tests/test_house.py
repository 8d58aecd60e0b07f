"""Rules of the house that neither ruff, mypy nor import-linter can see."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib

import pytest
from sqlalchemy.engine import URL
from sqlalchemy.schema import CreateIndex, CreateTable

from console import cli
from db.case_tables import IncidentRow
from db.tables import Base
from tests.house.set_up import ROOT
from tests.house.tree import own_files
from ui.wall.grid import GRIDS

ONE_SITTING = 400  # lines
# It travels in a package of evidence and must run alone: a second module is not to be had there.
ALONE = {"resources/checkers/kiem-tra.py": 600}
POSTGRESQL = URL.create("postgresql").get_dialect()()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_module_is_read_in_one_sitting() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in own_files(".py")
    }

    assert len(lengths) > 50
    assert {name: n for name, n in lengths.items() if n > ALONE.get(name, ONE_SITTING)} == {}


def test_every_module_says_what_it_hides() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for room in ("console", "db", "ui")
        for path in own_files(".py")
        if path.is_relative_to(ROOT / room)
        and path.name != "__init__.py"
        and not path.read_text(encoding="utf-8").startswith('"""')
    ]

    assert silent == []


_NO_STATIONS = ("console/video/archive", "console/demo", "console/bench/yardstick.py")


def test_sql_of_sqlites_own_is_in_three_modules() -> None:
    """Several consoles on PostgreSQL come later: what would not work there has its place.

    The footage index is no table of the station's: it is SQLite for good.  So is a yardstick.
    """
    own = re.compile(
        r"import sqlite3|\bpragma \w|sqlite_(master|sequence|schema)|\browid\b|strftime\('"
        r"|json_each|create trigger|\bprintf\(|insert or (replace|ignore)|sqlalchemy\.dialects"
        r"|\bglob '|julianday",
        re.IGNORECASE,
    )
    speaks = {
        str(path.relative_to(ROOT))
        for room in ("console", "db", "ui")
        for path in own_files(".py")
        if path.is_relative_to(ROOT / room) and own.search(path.read_text("utf-8"))
    }
    index = {path for path in speaks if path.startswith(_NO_STATIONS)}

    assert speaks - index == {"db/search.py", "db/sqlite.py", "db/word_index.py"}


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=POSTGRESQL))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=POSTGRESQL))


def test_what_is_indexed_of_some_rows_is_so_on_postgresql() -> None:
    indexes = Base.metadata.tables[IncidentRow.__tablename__].indexes
    index = next(i for i in indexes if i.name == "incident_restricted")

    made = str(CreateIndex(index).compile(dialect=POSTGRESQL))

    assert made.endswith(" WHERE restricted")


def test_what_others_made_has_licence_origin_and_hash() -> None:
    folders = [each for each in (ROOT / "resources" / "third_party").iterdir() if each.is_dir()]

    assert folders
    for folder in folders:
        told = (folder / "ORIGIN.txt").read_text(encoding="utf-8")
        hashes = dict(
            line.split("  ")[::-1] for line in re.findall(r"(?m)^[0-9a-f]{64}  .+$", told)
        )
        assert "https://" in told
        assert hashes == {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.iterdir()
            if path.name != "ORIGIN.txt"
        }
        assert "LICENSE.txt" in hashes


def test_nobody_writes_words_on_pictures_with_opencv() -> None:
    """Its letters are wrong: "ờ" becomes "ớ", and nobody is told.  The demo writes figures only."""
    name = "put" + "Text"
    writers = {
        str(path.relative_to(ROOT))
        for path in own_files(".py")
        if name in path.read_text(encoding="utf-8")
    }

    assert writers == {"console/demo/facades.py", "console/demo/film.py"}


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b|# type: ignore\s*$|raise NotImplementedError", re.M)
    left = [
        str(path.relative_to(ROOT))
        for path in own_files(".py")
        if not path.is_relative_to(ROOT / "tests") and marks.search(path.read_text("utf-8"))
    ]

    assert left == []


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("ui.start", {"av", "cv2", "numpy", "vlc", "alembic"}),
        ("console.app", {"PySide6", "av", "cv2", "numpy", "vlc"}),
        ("console.video.engine_process", {"PySide6", "av", "cv2", "numpy", "sqlalchemy"}),
        ("console.video.worker", {"PySide6", "cv2", "sqlalchemy", "keyring"}),
        ("console.video.job_worker", {"PySide6", "PIL", "cv2", "sqlalchemy", "keyring"}),
        ("console.evidence.errand", {"PySide6", "av", "sqlalchemy"}),
        ("db.records", {"sqlalchemy"}),
    ],
)
def test_a_process_loads_only_what_it_is_there_for(module: str, heavy: set[str]) -> None:
    code = f"import sys, {module}; print(*sorted({heavy!r} & sys.modules.keys()))"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_what_is_installed_is_what_was_tested() -> None:
    asked = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    pinned = re.findall(r"(?m)^([a-z0-9-]+)==\S+$", (ROOT / "constraints.txt").read_text())

    names = {re.split(r"[^\w.-]", each)[0].lower().replace("_", "-") for each in asked}
    assert names - set(pinned) == set()


def test_the_command_line_offers_the_walls_that_there_are() -> None:
    assert cli.GRIDS == GRIDS


def test_every_foreign_library_has_a_door() -> None:
    doors = {
        module
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        if contract["name"].startswith("Door of ")
        for module in contract["protected_modules"]
    }

    assert {"PIL", "PySide6", "alembic", "av", "cv2", "keyring", "numpy", "sqlalchemy"} <= doors
