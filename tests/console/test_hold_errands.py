"""Holds from the command line: listed, added, prolonged, released by two."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console import cli
from console.app import build
from db.records import Role
from tests import wards
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD

Hold = Callable[..., int]
pytestmark = pytest.mark.usefixtures("cheap_passwords")

CHIEF, OTHER = "Trần Thị Minh", "Nguyễn Văn Hải"
HOUR = ("--from", "2026-03-14T21:00+07:00", "--to", "2026-03-14T22:00+07:00")


@pytest.fixture
def hold(tmp_path: Path) -> Hold:
    """The command over a station of six cameras, without officers."""
    (tmp_path / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    wards.made(tmp_path / "station.db", cameras=6)

    def hold(what: str, *arguments: str) -> int:
        command = ["hold", what, "--data", str(tmp_path), *arguments]
        return cli.run(command, {"open": lambda _: 0, "demo": lambda _: 0})

    return hold


def staff(folder: Path) -> None:
    """Two chiefs, both with ``WORD``."""
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    boss = station.access.begin(BOSS, BOSS_WORD)
    for name in (CHIEF, OTHER):
        officer, one_time = station.access.add(name, Role.CHIEF)
        station.access.sign_in(officer.id, one_time)
        station.access.set_password(one_time, WORD)
        station.access.sign_in(boss.id, BOSS_WORD)
    station.close()


def pipe(*lines: str) -> str:
    """A descriptor to read ``lines`` from, as an argument."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    return str(reader)


def test_what_is_held_is_listed(hold: Hold, capsys: pytest.CaptureFixture[str]) -> None:
    until = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    added = hold(
        "add", "--camera", "3", "--camera", "1", *HOUR, "--reason", "request",
        "--note", "Phiếu 12, bà Lụa", "--until", until,
    )  # fmt: skip

    said = capsys.readouterr().out
    assert added == 0
    assert said.startswith("1: in_force, until ")
    assert "camera 1, 3;" in said
    assert "request: Phiếu 12, bà Lụa" in said
    assert hold("list") == 0
    assert capsys.readouterr().out == said


def test_programs_are_told_in_json(hold: Hold, capsys: pytest.CaptureFixture[str]) -> None:
    hold("add", "--camera", "2", *HOUR, "--json")
    (added,) = json.loads(capsys.readouterr().out)
    hold("list", "--json")
    (listed,) = json.loads(capsys.readouterr().out)

    assert added == listed
    assert (listed["hold"], listed["cameras"], listed["until"]) == (1, [2], None)
    assert datetime.fromisoformat(listed["from"]) == datetime(2026, 3, 14, 14, tzinfo=UTC)


def test_a_hold_is_prolonged_and_never_shortened(
    hold: Hold, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime.now(UTC)
    sooner, later = ((now + timedelta(days=days)).isoformat() for days in (1, 9))
    hold("add", "--camera", "2", *HOUR, "--until", (now + timedelta(days=5)).isoformat())

    assert hold("prolong", "1", "--until", later) == 0
    assert hold("prolong", "1", "--until", sooner) == 1
    assert "hold_sooner" in capsys.readouterr().err
    assert hold("prolong", "1", "--without-end") == 0
    assert "without end" in capsys.readouterr().out


def test_what_was_released_is_listed_on_request_alone(
    hold: Hold, capsys: pytest.CaptureFixture[str]
) -> None:
    hold("add", "--camera", "2", *HOUR)
    assert hold("release", "1") == 0
    capsys.readouterr()

    hold("list")
    assert capsys.readouterr().out == ""
    hold("list", "--all")
    assert capsys.readouterr().out.startswith("1: released")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "--camera", "77", *HOUR), "camera 77"),
        (("add", "--camera", "1", "--from", "soon", "--to", "2026-03-14T22:00"), "no time"),
        (("add", "--camera", "1", "--from", HOUR[3], "--to", HOUR[1]), "later than --from"),
        (("release", "9"), "hold"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    hold: Hold, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hold(*arguments) == 1
    assert said in capsys.readouterr().err


def test_a_release_wants_two_officers_who_may(
    hold: Hold, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    staff(tmp_path)

    def run(what: str, *arguments: str) -> int:
        who = ("--officer", CHIEF, "--password-from", pipe(WORD.reveal()))
        return hold(what, *who, *arguments)

    assert run("add", "--camera", "1", *HOUR) == 0
    assert run("release", "1") == 1
    assert "--second" in capsys.readouterr().err
    itself = ("--second", CHIEF, "--second-password-from")
    assert run("release", "1", *itself, pipe(WORD.reveal())) == 1
    other = ("--second", OTHER, "--second-password-from")
    assert run("release", "1", *other, pipe("something else")) == 1
    assert run("release", "1", *other, pipe(WORD.reveal())) == 0
    said = capsys.readouterr()
    assert "1: released" in said.out
    assert WORD.reveal() not in said.out + said.err


def test_whoever_may_not_hold_footage_is_refused(
    hold: Hold, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    staff(tmp_path)
    who = ("--officer", BOSS, "--password-from", pipe(BOSS_WORD.reveal()))

    assert hold("list", *who) == 1
    assert "place_hold is not allowed (role)" in capsys.readouterr().err
