"""The worst day on the command line."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.app import build
from console.forms import CameraForm
from console.secret import Secret
from db.records import Role
from tests import stores
from tests.console.command import run
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD

pytestmark = pytest.mark.usefixtures("cheap_passwords")

CHIEF = "Trần Thị Bình"
WORDS = "hoa-phượng-1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station that is being set up, with one camera."""
    folder = stores.folder(tmp_path / "station")
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    station = build(folder, lambda _: None)
    cluster = station.fleet.add_cluster("Cụm 1")
    station.fleet.add_camera(
        CameraForm(
            number=1,
            name="Cổng chợ",
            cluster_id=cluster.id,
            main_url="rtsp://192.0.2.1/main",
            username="admin",
            password=Secret(WORDS),
        )
    )
    station.close()
    return folder


def ward(folder: Path, command: str, *arguments: str) -> int:
    return run([command, "--data", str(folder), *arguments])


def line(word: str) -> str:
    """A descriptor that a secret can be read from; the program leaves it open."""
    reading, writing = os.pipe()
    os.write(writing, word.encode() + b"\n")
    os.close(writing)
    return str(reading)


def only_backup(folder: Path) -> Path:
    return next((folder / "backups" / "manual").iterdir())


def test_a_station_comes_back_on_a_bare_pc(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward(folder, "recovery-sheet") == 0
    sheet = re.search(r"(\d{6} ?){10}", capsys.readouterr().out)
    assert sheet is not None
    assert ward(folder, "backup") == 0
    shutil.copytree(only_backup(folder), tmp_path / "usb")
    shutil.rmtree(folder)

    new = tmp_path / "new"
    assert ward(new, "recover", str(tmp_path / "usb"), "--code-from", line(sheet[0])) == 0

    assert "1 can be read" in capsys.readouterr().out
    assert ward(new, "check") == 0
    assert "1 can be read" in capsys.readouterr().out


def test_a_wrong_code_is_told_without_repeating_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward(folder, "recovery-sheet")
    ward(folder, "backup")
    capsys.readouterr()

    code = "123456 " * 10
    backup = str(only_backup(folder))
    assert ward(tmp_path / "new", "recover", backup, "--code-from", line(code)) == 1

    said = capsys.readouterr()
    assert "group 1 was misread" in said.err
    assert "123456" not in said.err + said.out


def test_a_backup_without_a_sheet_says_what_that_means(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward(folder, "backup") == 0
    assert "no recovery sheet" in capsys.readouterr().out

    assert ward(folder, "backup", "--list") == 0
    assert "manual, log up to entry" in capsys.readouterr().out


def test_going_back_says_what_is_lost_and_waits_for_the_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward(folder, "backup")
    station = build(folder, lambda _: None)
    station.fleet.add_cluster("Cụm 2")
    station.close()
    capsys.readouterr()

    assert ward(folder, "restore", str(only_backup(folder))) == 0
    said = capsys.readouterr().out
    assert "1 clusters would not be there any more" in said
    assert "0 holds of today are taken along" in said
    ward(folder, "check")
    assert "in 2 clusters" in capsys.readouterr().out

    assert ward(folder, "restore", "--go", str(only_backup(folder))) == 0
    ward(folder, "check")
    assert "in 1 clusters" in capsys.readouterr().out


def test_going_back_takes_two_officers_on_the_command_line_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    station.access.begin(BOSS, BOSS_WORD)
    chief, one_time = station.access.add(CHIEF, Role.CHIEF)
    station.access.sign_in(chief.id, one_time)
    station.access.set_password(one_time, WORD)
    station.close()
    boss = ("--officer", BOSS, "--password-from")
    assert ward(folder, "backup", *boss, line(BOSS_WORD.reveal())) == 0
    backup = str(only_backup(folder))

    def go(*second: str) -> int:
        return ward(folder, "restore", "--go", backup, *boss, line(BOSS_WORD.reveal()), *second)

    assert ward(folder, "restore", "--go", backup) == 1
    assert go() == 1
    assert go("--second", BOSS, "--second-password-from", line(BOSS_WORD.reveal())) == 1
    assert go("--second", CHIEF, "--second-password-from", line("something else")) == 1
    assert "gone back" not in capsys.readouterr().out
    assert go("--second", CHIEF, "--second-password-from", line(WORD.reveal())) == 0
    assert "gone back" in capsys.readouterr().out


@pytest.mark.parametrize(
    "damage", [shutil.rmtree, lambda folder: (folder / "manifest.json").unlink()]
)
def test_a_bad_backup_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], object]
) -> None:
    ward(folder, "backup")
    backup = only_backup(folder)
    damage(backup)

    assert ward(folder, "restore", "--go", str(backup)) == 1
    assert "no manifest" in capsys.readouterr().err


def test_without_an_update_there_is_nothing_to_roll_back_to(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward(folder, "rollback") == 1
    assert "no copy from before an update" in capsys.readouterr().err


def make_unreadable(folder: Path) -> None:
    (folder / "station.db").write_bytes(b"rubbish" * 1000)


def make_newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "station.db")) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()


@pytest.mark.parametrize("spoil", [make_unreadable, make_newer])
def test_a_store_that_cannot_be_opened_is_gone_back_from(
    folder: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], None]
) -> None:
    station = build(folder, lambda _: None)
    station.heads.enrol()
    station.close()
    ward(folder, "backup")
    backup = str(only_backup(folder))
    spoil(folder)
    spoiled = (folder / "station.db").read_bytes()
    assert ward(folder, "check") == 1

    assert ward(folder, "restore", backup) == 0
    assert (folder / "station.db").read_bytes() == spoiled  # it only said what would be
    assert ward(folder, "restore", "--go", backup) == 0

    capsys.readouterr()
    assert ward(folder, "check") == 0
    assert "1 can be read" in capsys.readouterr().out
    assert next(folder.glob("station.db.replaced-*")).read_bytes() == spoiled
    assert not list(folder.glob("scratch-*"))


def test_an_older_program_rolls_back_from_a_newer_store(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(folder / "station.db", folder / "station.db.before-9999")
    make_newer(folder)

    assert ward(folder, "rollback", "--go") == 0

    assert ward(folder, "check") == 0
    assert "1 cameras" in capsys.readouterr().out


def test_officers_of_then_must_agree_when_todays_cannot_be_asked(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    station.access.begin(BOSS, BOSS_WORD)
    station.access.sign_out()
    station.close()
    boss = ("--officer", BOSS, "--password-from")
    ward(folder, "backup", *boss, line(BOSS_WORD.reveal()))
    station = build(folder, lambda _: None)
    station.diary.begin()
    station.close()  # signs what the backup does not hold, and that is no meddling
    make_unreadable(folder)
    spoiled = (folder / "station.db").read_bytes()

    backup = str(only_backup(folder))
    assert ward(folder, "restore", "--go", backup) == 1
    assert ward(folder, "restore", "--go", backup, *boss, line(BOSS_WORD.reveal())) == 1

    assert "cut off or rewritten" not in caplog.text
    assert (folder / "station.db").read_bytes() == spoiled


def test_the_sheet_lets_an_administrator_in_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward(folder, "recovery-sheet")
    sheet = re.search(r"(\d{6} ?){10}", capsys.readouterr().out)
    assert sheet is not None
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    boss = station.access.begin(BOSS, BOSS_WORD)
    station.close()

    assert ward(folder, "reset-password", "Nobody", "--code-from", line(sheet[0])) == 1
    assert ward(folder, "reset-password", BOSS.lower(), "--code-from", line(sheet[0])) == 0

    one_time = Secret(capsys.readouterr().out.splitlines()[-1])
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    assert station.access.sign_in(boss.id, one_time).one_time_until is not None
    station.close()
