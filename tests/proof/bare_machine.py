"""The README's two commands, typed on a machine that has Python and make and nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.proof.machine import Machine
from tests.proof.proof import Disproved

_PICTURES = "find demo-shots -name '*.png' -size +8k | wc -l"


def debian_12(folder: Path) -> str:
    """Debian 12, Python 3.11."""
    return _two_commands("bookworm", folder)


def debian_13(folder: Path) -> str:
    """Debian 13, Python 3.13."""
    return _two_commands("trixie", folder)


def _two_commands(suite: str, folder: Path) -> str:
    machine = Machine.make(suite, folder / suite)
    machine.bring_project()
    machine.run("make demo")
    pictures = int(machine.run(_PICTURES)[-1])
    if not pictures:
        raise Disproved("make demo ended well and left no pictures")
    said = machine.run("make test")
    version = machine.run("python3 --version")[-1]
    return f"{version}; {pictures} pictures; {said[-1].strip('= ')}"
