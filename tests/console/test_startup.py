"""Opening with the PC: switched by who may, told to the log, never half."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.acts import Act
from console.app import Console, build
from console.config import Config
from console.errors import AutostartFailed
from console.keepers import Keeper
from db.records import TrailQuery
from tests import stores
from tests.console.command import run
from tests.console.officers import CHEAP
from tests.fakes import FakeClock


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock, config: Path) -> Iterator[Console]:
    setup = Config(keeper=Keeper.KEY_FILE)
    folder = stores.folder(tmp_path / "tram")
    made = build(folder, lambda _: None, clock=clock, config=setup, hash_cost=CHEAP)
    yield made
    made.close()


def acts(station: Console) -> list[str]:
    return [shown.entry.act for shown in station.log.search(TrailQuery())][::-1]


def test_switching_is_told_once_each_way(station: Console, config: Path) -> None:
    assert not station.startup.is_on()

    for on in (True, True, False, False):
        station.startup.switch(on=on)
        assert station.startup.is_on() is on

    assert acts(station) == [Act.AUTOSTART_ON, Act.AUTOSTART_OFF]
    assert list((config / "autostart").iterdir()) == []


def test_it_opens_this_station_full_screen(station: Console, config: Path, tmp_path: Path) -> None:
    station.startup.switch(on=True)

    entry = (config / "autostart" / "ward-console.desktop").read_text(encoding="utf-8")
    assert f'"open" "--fullscreen" "--data" "{tmp_path / "tram"}"' in entry


def test_what_cannot_be_written_is_not_told_to_the_log(station: Console, config: Path) -> None:
    config.write_text("no folder", encoding="utf-8")

    with pytest.raises(AutostartFailed):
        station.startup.switch(on=True)

    assert acts(station) == []


@pytest.mark.parametrize("on", [True, False])
def test_what_the_log_cannot_be_told_is_not_done(
    station: Console, config: Path, tmp_path: Path, on: bool
) -> None:
    if not on:
        station.startup.switch(on=True)
    with closing(sqlite3.connect(tmp_path / "tram" / "station.db")) as other:
        other.execute(
            "create trigger full before insert on audit_entry "
            "begin select raise(abort, 'full'); end"
        )
        other.commit()
        with pytest.raises(Exception, match="full"):
            station.startup.switch(on=on)
        other.execute("drop trigger full")
        other.commit()

    assert station.startup.is_on() is not on


def test_the_command_line_switches_it_too(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stores.folder(tmp_path / "khac")
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    build(folder, lambda _: None).close()

    told = []
    for state in ("status", "on", "status", "off"):
        assert run(["autostart", "--data", str(folder), state]) == 0
        told.append(capsys.readouterr().out.split()[-1])

    assert told == ["no", "yes", "yes", "no"]
