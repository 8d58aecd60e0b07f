"""The vault's key in a real Secret Service: kept, and there again after the next log-in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from console.platform.children import environment
from tests.house import packages
from tests.house.set_up import ROOT
from tests.proof.proof import Disproved, Untried

_LOG_IN = "mật khẩu của người dùng máy"
# A session of its own: its bus, its keyring daemon, opened as a log-in opens it.
_SESSION = (
    'printf %s "$LOG_IN" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && '
    'exec "$PYTHON" -m tests.console.keyring_pc "$STATION" service'
)


def secret_service(folder: Path) -> str:
    """gnome-keyring keeps the key across two log-ins of a PC's user."""
    try:
        packages.install(packages.TO_KEEP_KEYS)
    except packages.SystemLacks as lack:
        raise Untried(str(lack)) from lack
    station = folder / "station"
    station.mkdir()
    for log_in, expected in ((_LOG_IN, "kept"), (_LOG_IN, "read")):
        if (said := _session(folder, log_in)) != expected:
            raise Disproved(f"it said {said!r} and not {expected!r}")
    if not list((folder / ".local/share/keyrings").glob("*.keyring")):
        raise Disproved("the key went somewhere else")
    if (station / "vault.key").exists():
        raise Disproved("there is a key file beside the vault")
    return "gnome-keyring kept the vault's key, and gave it back after the next log-in"


def _session(folder: Path, log_in: str) -> str:
    runtime = folder / "run"
    shutil.rmtree(runtime, ignore_errors=True)
    runtime.mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _SESSION],
        cwd=ROOT,
        env={
            **environment(),
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_HOME": str(folder / ".local/share"),
            "LOG_IN": log_in,
            "PYTHON": sys.executable,
            "STATION": str(folder / "station"),
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    print(done.stderr, flush=True)
    return done.stdout.strip()
