"""The keyring keeper with the real ``keyring`` library, in a process of its own each time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.keepers import KEY_FILE
from console.platform.children import environment
from console.vault_file import LOCK_FILE, VAULT_FILE
from tests.house.set_up import ROOT


def on_pc(folder: Path, kind: str) -> str:
    """What the process said; it sees no Secret Service of whoever runs the tests."""
    without = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_RUNTIME_DIR", "PYTHON_KEYRING_BACKEND"}
    clean = {name: value for name, value in environment().items() if name not in without}
    done = subprocess.run(
        [sys.executable, "-m", "tests.console.keyring_pc", str(folder), kind],
        cwd=ROOT,
        env={**clean, "HOME": str(folder.parent)},
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    folder.mkdir()
    return folder


def test_what_one_run_keeps_the_next_one_reads(folder: Path) -> None:
    assert on_pc(folder, "good") == "kept"
    assert on_pc(folder, "good") == "read"

    assert json.loads((folder / VAULT_FILE).read_text())["keeper"] == "keyring"
    assert not (folder / KEY_FILE).exists()


def test_without_its_keystore_the_vault_stays_shut(folder: Path) -> None:
    on_pc(folder, "good")
    (folder.parent / "keystore").unlink()

    assert on_pc(folder, "good").startswith("refused: the system's keyring does not hold the key")


def test_a_plain_text_keystore_is_refused_though_the_users_settings_name_it(folder: Path) -> None:
    assert on_pc(folder, "plain").startswith("refused: no keyring of this system")

    assert [file.name for file in folder.iterdir()] == [LOCK_FILE]  # empty, and stays
    assert not (folder.parent / "keystore").exists()
