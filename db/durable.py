"""The last step of every file that must survive a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def settle(partial: Path, path: Path) -> None:
    """Give a file that was written as ``partial`` its name, and have both on disk.

    ``path`` holds either the old or the new, whole.  Raises OSError; then ``path`` is as it
    was and ``partial`` is still there.
    """
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(path)
    sync_folder(path.parent)


def settle_folder(partial: Path, path: Path) -> None:
    """Give a folder whose files are settled its name, which nothing else may have yet.

    Raises OSError; then ``partial`` is still there.
    """
    sync_folder(partial)
    partial.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk.  Raises OSError."""
    if sys.platform == "win32":
        return  # NTFS keeps names in its journal; a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
