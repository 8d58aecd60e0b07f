"""The command line is bound by the same rights, and its passwords stay out of sight."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.app import Console, build
from console.asking import secret_line
from console.secret import Secret
from db.records import Role
from tests import stores
from tests.console.command import run
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.house.set_up import ROOT

pytestmark = pytest.mark.usefixtures("cheap_passwords")

DUTY = "Nguyễn Văn An"


@contextmanager
def opened(folder: Path) -> Iterator[Console]:
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    try:
        yield station
    finally:
        station.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station with an administrator and a duty officer."""
    (tmp_path / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    with opened(stores.folder(tmp_path)) as station:
        station.fleet.add_cluster("Cụm 1")
        station.access.begin(BOSS, BOSS_WORD)
        officer, one_time = station.access.add(DUTY, Role.DUTY)
        station.access.sign_in(officer.id, one_time)
        station.access.set_password(one_time, WORD)
    return tmp_path


@pytest.fixture
def typed() -> Iterator[list[int]]:
    """Descriptors to be closed."""
    made: list[int] = []
    yield made
    for each in made:
        os.close(each)


def line(typed: list[int], word: Secret) -> str:
    """A descriptor that a password can be read from."""
    reading, writing = os.pipe()
    typed.append(reading)
    os.write(writing, word.reveal().encode() + b"\nmore\n")
    os.close(writing)
    return str(reading)


def export(folder: Path, *arguments: str) -> int:
    return run(["export-list", "--data", str(folder), *arguments, str(folder / "list.csv")])


def log(folder: Path) -> list[tuple[str, int | None]]:
    with opened(folder) as station, station._store.read() as unit:
        return [(each.act, each.officer_id) for each in unit.trail.entries()]


def test_a_station_with_officers_asks_who_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(folder) == 1

    assert "--officer" in capsys.readouterr().err
    assert not (folder / "list.csv").exists()


def test_an_administrator_exports_a_list_and_the_log_knows(
    folder: Path, typed: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    assert export(folder, "--officer", BOSS.upper(), "--password-from", line(typed, BOSS_WORD)) == 0

    assert (folder / "list.csv").exists()
    told = [line for line in log(folder) if line[0] != "head_signed"]
    assert told[-3:] == [("signed_in", 1), ("list_exported", 1), ("signed_out", 1)]
    said = capfd.readouterr()
    assert BOSS_WORD.reveal() not in said.out + said.err


def test_a_duty_officer_is_refused_at_the_command_line_too(
    folder: Path, typed: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(folder, "--officer", DUTY, "--password-from", line(typed, WORD)) == 1

    assert "not allowed" in capsys.readouterr().err
    assert not (folder / "list.csv").exists()
    assert ("refused", 2) in log(folder)


@pytest.mark.parametrize("name", [BOSS, "Kẻ Lạ"])
def test_an_unknown_name_and_a_wrong_password_are_answered_alike(
    folder: Path, typed: list[int], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert export(folder, "--officer", name, "--password-from", line(typed, Secret("falsch"))) == 1

    assert "do not fit" in capsys.readouterr().err


def test_where_there_is_no_terminal_the_password_is_the_first_line_that_comes_in(
    folder: Path, typed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(int(line(typed, BOSS_WORD)), closefd=False) as piped:
        monkeypatch.setattr(sys, "stdin", piped)

        assert export(folder, "--officer", BOSS) == 0


def test_two_passwords_may_come_one_after_the_other(typed: list[int]) -> None:
    descriptor = int(line(typed, WORD))

    assert secret_line("password", descriptor) == WORD
    assert secret_line("password", descriptor) == Secret("more")
    assert secret_line("password", descriptor) == Secret("")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_password_that_is_typed_is_not_shown() -> None:
    program = (
        "import os; os.open(os.ttyname(0), os.O_RDWR)\n"  # becomes the session's terminal
        "from console.asking import secret_line\n"
        "print('letters:', len(secret_line('password of An', None).reveal()))"
    )
    ours, its = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        cwd=ROOT,
    ):
        os.close(its)
        said = b""
        while not said.endswith(b"password of An: "):
            said += os.read(ours, 1)
        os.write(ours, "mật khẩu\n".encode())
        while b"letters: 8" not in said:
            said += os.read(ours, 1)
    os.close(ours)

    assert "mật".encode() not in said


def test_a_password_that_cannot_be_read_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(folder, "--officer", BOSS, "--password-from", "9999") == 1

    assert "cannot be read" in capsys.readouterr().err
