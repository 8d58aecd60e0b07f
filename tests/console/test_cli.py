from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from console import cli
from console.errors import Cancelled, SetupWrong

Asked = list[argparse.Namespace]
Start = Callable[..., tuple[int, Asked]]


@pytest.fixture
def start() -> Start:
    """Run the command line with windows that only note what they were asked for."""

    def start(*arguments: str, ends: int | Exception = 0) -> tuple[int, Asked]:
        asked: Asked = []

        def window(options: argparse.Namespace) -> int:
            asked.append(options)
            if isinstance(ends, Exception):
                raise ends
            return ends

        return cli.run(arguments, {"open": window, "demo": window}), asked

    return start


def run_alone(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, where nothing of ours is loaded yet."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60
    )


def test_without_a_command_the_station_is_opened(start: Start) -> None:
    code, asked = start()

    assert code == 0
    assert [(options.command, options.tiles, options.data) for options in asked] == [
        ("open", 16, None)
    ]


def test_options_alone_belong_to_open(start: Start, tmp_path: Path) -> None:
    _, asked = start("--data", str(tmp_path), "--fullscreen")

    assert asked[0].command == "open"
    assert asked[0].data == tmp_path
    assert asked[0].fullscreen


def test_the_exit_code_is_the_commands_own(start: Start) -> None:
    assert start("demo", ends=1)[0] == 1


def test_a_problem_is_one_sentence_and_no_traceback(
    start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = start("demo", ends=SetupWrong("workers must be a number"))

    assert code == 1
    assert capsys.readouterr() == ("", "ward-console: workers must be a number\n")


@pytest.mark.parametrize("end", [Cancelled(), BrokenPipeError()])
def test_being_stopped_is_no_success(start: Start, end: Exception, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as spare:  # BrokenPipeError gives stdout away
        kept = os.dup(1)
        os.dup2(spare.fileno(), 1)
        try:
            assert start("open", ends=end)[0] == 1
        finally:
            os.dup2(kept, 1)
            os.close(kept)


def test_a_bug_keeps_its_traceback(start: Start) -> None:
    with pytest.raises(ZeroDivisionError):
        start("open", ends=ZeroDivisionError())


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["open", "--colour"],
        ["open", "--tiles", "17"],
        ["open", "--full"],
        ["worker"],
        ["engine", "--data", "x", "--workers", "two"],
    ],
)
def test_what_is_not_understood_ends_with_2(
    start: Start, arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        start(*arguments)

    assert end.value.code == 2
    assert "usage: ward-console" in capsys.readouterr().err


def test_help_names_what_is_for_people_and_nothing_else(
    start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        start("--help")

    said = capsys.readouterr().out
    assert end.value.code == 0
    assert "demo" in said
    assert "worker" not in said


def test_the_version_is_told(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        start("--version")

    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("ward-console")


def test_everything_but_windows_is_understood_without_qt() -> None:
    code = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from ui.__main__ import main\n"
        "for command in sys.argv[1:]:\n"
        "    try: main([command, '--help'])\n"
        "    except SystemExit as end: print('ended', command, end.code)"
    )
    commands = ("check", "bench", "engine", "demo-server")

    done = run_alone(code, *commands)

    said = [line for line in done.stdout.splitlines() if line.startswith("ended")]
    assert said == [f"ended {command} 0" for command in commands], done.stderr


def test_a_worker_starts_without_what_a_worker_does_not_need() -> None:
    code = (
        "import sys\n"
        "from ui.__main__ import main\n"
        "try: main(['worker', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'PySide6', 'sqlalchemy', 'keyring', 'numpy', 'av', 'cv2', 'asyncio', 'logging'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )

    assert run_alone(code).stdout.splitlines()[-1] == "[]"
