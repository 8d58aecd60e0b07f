from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from console import config
from console.demo.station import fresh_station


def test_a_demo_gets_an_empty_folder_that_is_gone_afterwards(tmp_path: Path) -> None:
    with fresh_station(tmp_path) as folder:
        assert [path.name for path in folder.iterdir()] == ["station.toml"]
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "station.db").write_bytes(b"kept by nobody")

    assert not folder.exists()


def test_its_settings_are_understood_and_allow_cameras_on_this_pc(tmp_path: Path) -> None:
    with fresh_station(tmp_path) as folder:
        assert config.load(folder).rules.allow_loopback


def test_what_a_killed_demo_left_is_removed_and_a_running_one_is_not(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait(timeout=30)
    for pid in (killed.pid, os.getppid()):
        (tmp_path / "stations" / str(pid)).mkdir(parents=True)

    with fresh_station(tmp_path) as folder:
        assert {path.name for path in folder.parent.iterdir()} == {
            str(os.getpid()),
            str(os.getppid()),
        }
