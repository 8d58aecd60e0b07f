"""Where backups lie: a folder for each kind, here and on the second medium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.backup_files import BackupKind, is_name, partial_name, remove
from console.platform.others import lives

FOLDER = "backups"
MEDIUM_FOLDER = "ward-console-backups"  # on the second medium
KEPT = {BackupKind.DAILY: 7, BackupKind.WEEKLY: 4, BackupKind.BY_HAND: 7}
_PARTIAL = re.compile(r"station-\w+\.(\d+)\.partial")


@contextmanager
def made_in(folder: Path) -> Iterator[Path]:
    """A folder to put ``folder`` together in, which is gone afterwards."""
    partial = partial_name(folder)
    partial.mkdir(mode=0o700)
    try:
        yield partial
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def sweep(kept: Path) -> None:
    """Remove what a process that was killed left half made."""
    for folder in kept.iterdir():
        left = _PARTIAL.fullmatch(folder.name)
        if left and not lives(int(left[1])):
            shutil.rmtree(folder, ignore_errors=True)


def whole(kept: Path) -> list[Path]:
    """The backups of one kind, newest first."""
    try:
        names = sorted((folder.name for folder in kept.iterdir()), reverse=True)
    except OSError:
        return []
    return [kept / name for name in names if is_name(name)]


def thin_out(made: Path, count: int) -> None:
    """Keep ``count`` of its kind.

    Those from after ``made``, which is the newest, are of a clock that was wrong, and go first.
    """
    found = sorted(whole(made.parent), key=lambda folder: folder.name > made.name)
    for folder in found[count:]:
        remove(folder)


def is_there(medium: Path, kind: BackupKind, name: str) -> bool:
    """Whether the second medium has a backup."""
    try:
        return (medium / MEDIUM_FOLDER / kind / name).is_dir()
    except OSError:
        return False
