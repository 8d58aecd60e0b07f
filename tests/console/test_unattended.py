"""After a reboot with nobody there: the wall connects, and nobody is asked anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.app import build
from console.secret import Secret
from db.records import DeviceId
from tests import wards
from tests.console.officers import BOSS, BOSS_WORD, CHEAP

ROOT = Path(__file__).parents[2]
# What the engine asks of a console when it starts, in a process that inherits nothing: no
# session of the desktop, no terminal.
PROGRAM = """
import sys
from pathlib import Path
from console.app import build

station = build(Path(sys.argv[1]), lambda _: None)
sources = station.fleet.sources()
print(len(sources), sum(source.password is not None for source in sources))
print("keyring" in sys.modules)
station.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ward with officers, whose passwords the machine-bound key opens."""
    (tmp_path / "station.toml").write_text('[vault]\nkeeper = "key_file"\n')
    wards.made(tmp_path / "station.db")
    station = build(tmp_path, lambda _: None, hash_cost=CHEAP)
    vault = station.fleet._vault
    vault.exchange(
        {DeviceId(number): Secret(f"hoa-{number}") for number in range(1, wards.WARD + 1)}
    )
    station.access.begin(BOSS, BOSS_WORD)
    station.close()
    return tmp_path


def test_every_password_can_be_read_with_nobody_signed_in(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.stderr == ""
    assert done.stdout.split() == ["81", "81", "False"]
