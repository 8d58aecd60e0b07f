"""What is printed on the recovery sheet leads to a live wall: its commands are true ones."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from console import cli
from console.backup_files import is_name
from console.paper_code import grouped
from console.secret import Secret
from tests.house import commands as commands_of_house
from ui.first_run.sheet import Sheet, SheetStep

_NOBODY = {"open": lambda _: 0, "demo": lambda _: 0}
CODE = Secret(" ".join(f"{number:06}" for number in range(10)))


@pytest.fixture
def paper(vietnamese: QTranslator, qtbot: QtBot) -> str:
    step = SheetStep(Sheet("Công an phường <Hoàng & Văn Thụ>", CODE, "ab" * 32))
    qtbot.addWidget(step)
    return step.paper().toPlainText()


def commands(paper: str, pc: str) -> list[str]:
    return re.findall(rf"{pc}:\s(.+)", paper)


def test_it_names_the_station_and_all_groups(paper: str) -> None:
    assert "Công an phường <Hoàng & Văn Thụ>" in paper
    assert [each for each in CODE.reveal().split() if each not in paper] == []


def test_the_key_stands_there_as_officers_and_as_courts_compare_it(paper: str) -> None:
    assert grouped("ab" * 32) in paper.replace("\xa0", " ")
    assert " ".join(["abab"] * 16) in " ".join(paper.split())


@pytest.mark.parametrize("pc", ["Windows", "Linux"])
def test_its_commands_are_those_of_the_program(paper: str, pc: str) -> None:
    set_up, recover, wall = commands(paper, pc)

    assert set_up.split()[1:] == ["-m", "tests.house", "set-up"]
    assert "set-up" in commands_of_house.COMMANDS
    program, *typed = shlex.split(recover, posix=pc == "Linux")
    assert wall == program
    assert re.split(r"[\\/]", program)[0] == ".venv"
    assert re.split(r"[\\/]", program)[-1] == cli.NAME
    options = cli._parser(cli._commands(_NOBODY), "recover").parse_args(typed)
    assert is_name(re.split(r"[\\/]", str(options.folder).strip('"'))[-1])
    assert "ward-console-backups" in str(options.folder)
    assert "daily" in str(options.folder)


def test_it_quotes_what_the_program_asks(paper: str) -> None:
    asked = Path(cli.__file__).with_name("backup_errands.py").read_text("utf-8")
    assert "“code of the recovery sheet”" in paper
    assert '"code of the recovery sheet"' in asked
    assert "chọn khôi phục" not in paper
