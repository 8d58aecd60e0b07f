"""The one function that starts our other processes, from a checkout or from the frozen program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[2]
# opencv-python points Qt at a Qt 5 of its own through these; a child must not inherit that.
_QT_OF_OPENCV = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def command_line(command: Sequence[str]) -> list[str]:
    """``ward-console`` followed by ``command``, as it must be called from here."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *command]
    return [sys.executable, "-m", "ui", *command]


def program_folder() -> Path:
    """Where ``command_line`` can be called from."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else _ROOT


def environment() -> dict[str, str]:
    """What a child inherits."""
    env = {name: value for name, value in os.environ.items() if name not in _QT_OF_OPENCV}
    if not getattr(sys, "frozen", False):
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), env.get("PYTHONPATH")]))
    return env


def start_child(
    command: Sequence[str], *, stdin: int = subprocess.DEVNULL, stdout: int | None = None
) -> subprocess.Popen[bytes]:
    """Start ``ward-console command…``.

    It has a session of its own: Ctrl+C in a terminal goes to the window, which ends the rest.
    """
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        flags = 0
    return subprocess.Popen(
        command_line(command),
        stdin=stdin,
        stdout=stdout,
        env=environment(),
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def let_go(process: subprocess.Popen[bytes]) -> None:
    """Let a child live on without us: nobody will ask how it ended."""
    if process.poll() is None:
        # Popen warns when it is dropped while its child runs; here that is what is wanted.
        process.returncode = 0
