"""Where a console finds its station's engine: a private folder with a lock, a key and a socket.

One folder a data folder, under the user's runtime directory (emptied at reboot), readable by
that user alone.  The lock is held as long as the engine lives, so there is never a second one;
whatever a killed engine left there is replaced by the next.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from console.errors import SetupWrong
from console.platform import lines, locks

_KEY = "engine.key"
_LOCK = "engine.lock"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to meet, and the key that both ends must know."""

    folder: Path
    address: str
    key: bytes = field(repr=False)

    def announce(self) -> None:
        """The engine listens: let consoles find the key."""
        draft = self.folder / f"{_KEY}.{os.getpid()}"
        with open(draft, "wb", opener=_private) as file:
            file.write(self.key)
        draft.replace(self.folder / _KEY)

    def withdraw(self) -> None:
        """The engine ends: nobody shall knock any more."""
        with contextlib.suppress(OSError):
            (self.folder / _KEY).unlink()


@contextlib.contextmanager
def take(data: Path, patience_s: float = 0.0) -> Iterator[Place | None]:
    """Be the one engine of the station in ``data``; None if there is one already.

    ``patience_s``: so long the one before may take to be gone.
    """
    folder = _folder(data)
    with locks.held(folder / _LOCK, patience_s) as is_ours:
        if is_ours:
            yield Place(folder, lines.address_in(folder), secrets.token_bytes(32))
        else:
            yield None


def find(data: Path) -> Place | None:
    """Where the station's engine listens, or None if none has announced itself."""
    folder = _folder(data)
    try:
        key = (folder / _KEY).read_bytes()
    except OSError:
        return None
    return Place(folder, lines.address_in(folder), key)


def _folder(data: Path) -> Path:
    """The private folder of the station in ``data``.

    Raises:
        SetupWrong: somebody else owns a folder where ours must be.
    """
    digest = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]
    folder = _base() / digest
    for path in (folder.parent, folder):
        path.mkdir(mode=0o700, exist_ok=True)
        found = path.lstat()
        if sys.platform != "win32" and (
            not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077
        ):
            raise SetupWrong(f"{path} is open to others; remove it")
    return folder


def _base() -> Path:
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "ward-console-run"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime).is_dir() and os.access(runtime, os.W_OK):
        return Path(runtime) / "ward-console"
    return Path(tempfile.gettempdir()) / f"ward-console-{getpass.getuser()}"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
