"""Copies of attachments that are looked at with the PC's own programs: read-only, and gone soon."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

# What a viewer shows and nothing runs.  Everything else is saved, and opened elsewhere if at all.
SHOWN = frozenset({"pdf", "jpg", "jpeg", "png", "txt"})

Write = Callable[[Path], object]


class Copies:
    """A private folder for as long as an incident is in sight."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def made(self, name: str, write: Write) -> Path:
        """Have ``write`` put a copy there, under its name.  Blocks.  Raises OSError."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="ward-"))
        place = Path(tempfile.mkdtemp(dir=self._folder)) / name
        write(place)
        place.chmod(0o400)
        return place

    def clear(self) -> None:
        """Remove them; one that a program still holds stays until the next time."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        for file in folder.glob("*/*"):
            file.chmod(0o600)  # Windows removes no file that is read-only
        shutil.rmtree(folder, ignore_errors=True)


def is_shown(name: str) -> bool:
    """Whether a file of that name is for looking at, and for nothing else."""
    return Path(name).suffix.removeprefix(".").lower() in SHOWN


def show(path: Path) -> bool:
    """Have the PC's own program show a file; False: it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
