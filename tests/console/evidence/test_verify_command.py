"""``ward-console verify``: which keys it knows, and that it leaves the station alone."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.audit import Audit
from console.gate import Seat
from console.heads import Heads
from console.seal import StationKey
from db.store import Store
from tests import stores
from tests.console import command
from tests.console.evidence.making import fingerprint_of, make_package
from tests.console.trails import Safe
from tests.fakes import FakeClock

UNKNOWN = "not known here: compare the fingerprint with the one on paper"


@pytest.fixture(scope="module")
def station_key() -> StationKey:
    return StationKey.make()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, station_key: StationKey) -> Path:
    return make_package(tmp_path_factory.mktemp("made"), key=station_key)


@pytest.fixture
def station(tmp_path: Path, station_key: StationKey, clock: FakeClock) -> Path:
    """A station that signed with that key before it got its present one."""
    folder = stores.folder(tmp_path / "station")
    store = Store(folder / "station.db", committed=lambda _: None)
    safe = Safe({"station-key": station_key.secret()})
    heads = Heads(store, safe, Audit(Seat(), clock, "PC-1"), clock)
    heads.enrol()
    heads.rotate()
    store.close()
    return folder


def signer(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What the command says of whoever signed a package that is good."""
    assert command.run(["verify", str(folder), *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    return next(line for line in lines if line.startswith("signer:")).partition(":")[2].strip()


def test_a_key_that_the_station_ever_had_is_known(
    made: Path, station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert signer(made, capsys) == UNKNOWN
    assert signer(made, capsys, "--data", str(station)) == "a key of the station here"


def test_the_users_own_station_is_asked_where_there_is_one(
    made: Path, station: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(station.parent))
    shutil.copytree(station, station.parent / "ward-console")

    assert signer(made, capsys) == "a key of the station here"


def test_keys_that_are_given_are_known(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, its = StationKey.make().public().fingerprint(), fingerprint_of(made)

    assert signer(made, capsys, "--known", other) == UNKNOWN
    told = signer(made, capsys, "--known", other, "--known", its.upper())
    assert told == "one whose fingerprint was given"


def test_the_paper_is_believed_before_the_station(
    made: Path, station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A station knows its own key; this paper is of another package."""
    other = StationKey.make().public().fingerprint()

    ended = command.run(["verify", str(made), "--data", str(station), "--fingerprint", other])

    assert ended == 1
    assert "other_signer: nguoi-ky.pem" in capsys.readouterr().out


def test_programs_are_told_who_is_known(
    made: Path, station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(["verify", str(made), "--data", str(station), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["signer"], told["faults"]) == ("known", [])


def test_a_station_that_is_not_there_is_said_and_ends_with_2(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(["verify", str(made), "--data", str(tmp_path / "nothing")]) == 2
    assert "there is no station in" in capsys.readouterr().err


@pytest.mark.parametrize("of_another_version", [True, False])
def test_a_station_that_cannot_be_read_is_said_and_left_as_it_is(
    made: Path, station: Path, capsys: pytest.CaptureFixture[str], of_another_version: bool
) -> None:
    store = station / "station.db"
    if of_another_version:
        with closing(sqlite3.connect(store)) as file, file:
            file.execute("update alembic_version set version_num = '0009'")
    else:
        store.write_bytes(b"no database at all" * 100)
    before = hashlib.sha256(store.read_bytes()).digest()
    names = set(station.iterdir())

    assert command.run(["verify", str(made), "--data", str(station)]) == 0

    said = capsys.readouterr()
    assert UNKNOWN in said.out
    assert "the station's keys are not known" in said.err
    assert hashlib.sha256(store.read_bytes()).digest() == before
    assert set(station.iterdir()) == names  # nor did an update begin
