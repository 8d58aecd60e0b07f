"""What starts with the PC, for the user who is logged in: one entry, for one station.

On Linux a file that desktops read at log-in (XDG autostart), on Windows a value of the user's own
Run key.  Neither needs an administrator of the system.  The Windows half was written from
Microsoft's documentation and has never been run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from console.durable import write_durably
from console.platform.children import command_line, program_folder

_NAME = "Ward Console"


def turn_on(command: Sequence[str]) -> None:
    """Have ``ward-console command…`` started at log-in, in place of an earlier one.

    Raises OSError.
    """
    _write(command_line(command))


def turn_off() -> None:
    """Have nothing of ours started; nothing when nothing is.  Raises OSError."""
    _remove()


def is_on(command: Sequence[str]) -> bool:
    """Whether ``ward-console command…`` is started, and not another one.  Raises OSError."""
    return _read(command_line(command))


if sys.platform == "win32":
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    # Where the task manager notes what the user switched off there; odd first bytes are off.
    _APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
    _LONGEST = 260  # characters; a longer command is not started

    def _write(command: Sequence[str]) -> None:
        line = subprocess.list2cmdline(command)
        if len(line) > _LONGEST:
            raise OSError("the command is too long for the Run key; move the program up")
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
        _delete(_APPROVED)

    def _remove() -> None:
        _delete(_RUN)
        _delete(_APPROVED)

    def _read(command: Sequence[str]) -> bool:
        approved = _value(_APPROVED)
        switched_off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        return _value(_RUN) == subprocess.list2cmdline(command) and not switched_off

    def _value(place: str) -> object:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
                return winreg.QueryValueEx(key, _NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(place: str) -> None:
        try:
            access = winreg.KEY_SET_VALUE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place, 0, access) as key:
                winreg.DeleteValue(key, _NAME)
        except FileNotFoundError:
            return

else:
    _FILE = "ward-console.desktop"
    _ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in '"`$\\'} | {"%": "%%"})

    def _write(command: Sequence[str]) -> None:
        file = _file()
        entry = "\n".join(
            (
                "[Desktop Entry]",
                "Type=Application",
                f"Name={_NAME}",
                f"Exec={_exec(command)}",
                f"Path={_value(str(program_folder()))}",
                "Terminal=false",
                "",
            )
        )
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(file, entry.encode())

    def _remove() -> None:
        _file().unlink(missing_ok=True)

    def _read(command: Sequence[str]) -> bool:
        try:
            text = _file().read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return False
        told = dict(line.split("=", 1) for line in text.split("\n") if "=" in line)
        # A desktop's own list of what starts switches an entry off by one of these.
        off = told.get("Hidden") == "true" or told.get("X-GNOME-Autostart-enabled") == "false"
        return told.get("Exec") == _exec(command) and not off

    def _file() -> Path:
        # A path that is not absolute does not count, says the specification.
        base = Path(os.environ.get("XDG_CONFIG_HOME", ""))
        return (base if base.is_absolute() else Path.home() / ".config") / "autostart" / _FILE

    def _exec(command: Sequence[str]) -> str:
        """Each word in quotes, its own signs escaped; then as any text of such a file."""
        return _value(" ".join(f'"{word.translate(_ESCAPED)}"' for word in command))

    def _value(text: str) -> str:
        if not text.isprintable():
            raise OSError("a folder's name has a sign in it that cannot be written there")
        return text.replace("\\", "\\\\")
