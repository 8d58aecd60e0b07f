"""What a desktop reads at log-in: the file as the specification of XDG autostart wants it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from console.platform import autostart

COMMAND = ["open", "--fullscreen", "--data", "/srv/tram"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "ward-console.desktop"


def told(file: Path) -> dict[str, str]:
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def test_it_is_switched_on_and_off(file: Path) -> None:
    assert not autostart.is_on(COMMAND)

    autostart.turn_on(COMMAND)

    assert autostart.is_on(COMMAND)
    assert told(file)["Type"] == "Application"
    words = [sys.executable, "-m", "ui", *COMMAND]
    assert told(file)["Exec"] == " ".join(f'"{word}"' for word in words)
    assert (Path(told(file)["Path"]) / "ui" / "__main__.py").exists()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    autostart.turn_off()
    autostart.turn_off()
    assert not file.exists()
    assert not autostart.is_on(COMMAND)


def test_signs_that_mean_something_there_are_escaped(file: Path) -> None:
    odd = ["open", "--data", '/srv/100% "tram" $HOME\\`x`']

    autostart.turn_on(odd)

    # In a quoted word \ stands before " ` $ \, and in the text of a file once more before \.
    wanted = r'"/srv/100%% \\"tram\\" \\$HOME\\\\\\`x\\`"'
    assert told(file)["Exec"].endswith(wanted)
    assert autostart.is_on(odd)


def test_a_line_break_does_not_become_a_key_of_its_own(file: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        autostart.turn_on(["open", "--data", "/srv/tram\nExec=rm"])

    assert not file.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(file: Path, line: str) -> None:
    autostart.turn_on(COMMAND)
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    assert not autostart.is_on(COMMAND)
    autostart.turn_on(COMMAND)
    assert autostart.is_on(COMMAND)


def test_another_station_is_not_this_one(file: Path) -> None:
    autostart.turn_on([*COMMAND[:-1], "/srv/khac"])

    assert file.exists()
    assert not autostart.is_on(COMMAND)


def test_a_path_that_is_not_absolute_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "config")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    autostart.turn_on(COMMAND)

    assert (tmp_path / ".config" / "autostart" / "ward-console.desktop").exists()
    assert not (tmp_path / "config").exists()
