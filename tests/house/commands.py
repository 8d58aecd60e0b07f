"""The commands of the house, one function each; all set the checkout up first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.house import packages
from tests.house.packages import SystemLacks
from tests.house.set_up import ROOT, SetUpFailed, set_up

CORE = ("tests/db", "tests/console")  # tried once, with Qt absent: it must not need it
# pytest-qt stays off there, so its settings in pyproject.toml are unknown: no warning of that.
_WITHOUT_QT = ["-p", "tests.house.without_qt", "-p", "no:pytest-qt"]
_WITHOUT_QT += ["-W", "ignore::pytest.PytestConfigWarning"]
_WITHOUT_QT += ["-o", "addopts=--import-mode=importlib --strict-markers"]
_MOST_AT_ONCE = 4


def run(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` begin with; returns the exit code."""
    name, *rest = arguments or ["help"]
    if name not in COMMANDS:
        print("usage: python3 -m tests.house " + "|".join(COMMANDS), file=sys.stderr)
        return 0 if name == "help" else 2
    try:
        return COMMANDS[name](rest)
    except (SystemLacks, SetUpFailed) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def prepare(_: Sequence[str]) -> int:
    """Only set the checkout up."""
    set_up()
    return 0


def demo(options: Sequence[str]) -> int:
    """Open the demo ward."""
    return _hand_over(["-m", "ui", "demo", *options])


def test(options: Sequence[str]) -> int:
    """All tests, or those that ``options`` name (handed to pytest)."""
    python = set_up(packages.TO_TEST)
    if options:
        return _hand_over(["-m", "pytest", *options])
    pytest = [str(python), "-m", "pytest", "-q", "--dist", "worksteal", "--numprocesses"]
    # The core's tests wait for cameras, processes and disks; those of the window only for us.
    at_once = os.cpu_count() or 1
    core = str(min(at_once + 2, _MOST_AT_ONCE))
    if code := _call([*pytest, core, *_WITHOUT_QT, *CORE]):
        return code
    rest = str(min(at_once, _MOST_AT_ONCE))
    return _call([*pytest, rest, *(f"--ignore={part}" for part in CORE)])


def check(_: Sequence[str]) -> int:
    """Style, types, layers, translations."""
    return _call([set_up(), "-m", "tests.house.checks"])


def proof(names: Sequence[str]) -> int:
    """What takes long or needs root: see ``tests/proof``."""
    return _call([set_up(packages.TO_MEASURE), "-m", "tests.proof", *names])


def soak(options: Sequence[str]) -> int:
    """An hour of a wall that is recorded, and looked back at: see ``tests/proof/soak_hour``."""
    return _call([set_up(packages.TO_MEASURE), "-m", "tests.proof.soak_hour", *options])


def bench(options: Sequence[str]) -> int:
    """Measure ourselves against the physical limit."""
    return _hand_over(["-m", "ui", "bench", *(options or ["all"])], packages.TO_MEASURE)


def shots(_: Sequence[str]) -> int:
    """Make the pictures of the README and the manual."""
    return _call([set_up(packages.TO_TEST), "-m", "tests.house.pictures"])


def rights(_: Sequence[str]) -> int:
    """Write the manual's table of rights."""
    return _call([set_up(), "-m", "tests.house.rights"])


def _call(command: Sequence[str | Path]) -> int:
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    """Ours, but Python keeps what it compiled: hundreds of processes load the same modules."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _hand_over(arguments: Sequence[str], needs: Iterable[packages.Need] = ()) -> int:
    """Become Python with ``arguments``: signals and Ctrl+C go straight to it."""
    command = [str(set_up(needs)), *arguments]
    os.chdir(ROOT)
    if sys.platform == "win32":
        return _call(command)
    return os.execve(command[0], command, _environment())


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "set-up": prepare,
    "demo": demo,
    "test": test,
    "check": check,
    "proof": proof,
    "soak": soak,
    "bench": bench,
    "shots": shots,
    "rights": rights,
}
