from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.platform import children


def test_a_child_runs_the_same_program_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    child = children.start_child(["--version"], stdout=subprocess.PIPE)

    said, _ = child.communicate(timeout=30)
    assert said.startswith(b"ward-console")
    assert child.returncode == 0


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert children.command_line(["engine"]) == [sys.executable, "engine"]


def test_opencvs_own_qt_does_not_reach_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_FONTDIR", "elsewhere")
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "elsewhere")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")

    inherited = children.environment()

    assert not {"QT_QPA_FONTDIR", "QT_QPA_PLATFORM_PLUGIN_PATH"} & inherited.keys()
    assert inherited["LANG"] == "vi_VN.UTF-8"


def test_ctrl_c_in_the_terminal_does_not_reach_a_child(tmp_path: Path) -> None:
    child = children.start_child(
        ["engine", "--data", str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        assert os.getsid(child.pid) != os.getsid(0)
    finally:
        child.kill()
        child.communicate(timeout=30)
