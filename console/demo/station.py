"""The demo ward's data folder: made anew for each demo, and gone with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from console.config import SETUP_FILE
from console.platform import others

# The ward's cameras are on this PC, which no real station allows.  Their passwords are no
# secret: the system's keyring is not asked to keep them.
_SETUP = """\
[station]
name = "Công an phường Hoàng Văn Thụ (mẫu)"
[network]
allow_loopback = true
[vault]
keeper = "key_file"
[engine]
stays = false
"""


def cache_folder() -> Path:
    """Where this user's demos keep what they draw; it may be deleted at any time."""
    return platformdirs.user_cache_path("ward-console", appauthor=False) / "demo"


@contextmanager
def fresh_station(cache: Path) -> Iterator[Path]:
    """A data folder below ``cache`` for one demo of this process; removed in the end.

    Several demos may run at once.  What a killed one left there is removed first.
    """
    stations = cache / "stations"
    stations.mkdir(parents=True, exist_ok=True)
    for left in stations.iterdir():
        if not (left.name.isdecimal() and others.lives(int(left.name))):
            shutil.rmtree(left, ignore_errors=True)
    folder = stations / str(os.getpid())
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    (folder / SETUP_FILE).write_text(_SETUP, encoding="utf-8")
    try:
        yield folder
    finally:
        # The engine may write its last words into its log for some seconds yet.
        shutil.rmtree(folder, ignore_errors=True)
