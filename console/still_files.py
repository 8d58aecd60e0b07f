"""The pictures of bookmarks: files below the data folder, each with a hash in its row."""

from __future__ import annotations

import errno
import hashlib
import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.durable import write_durably
from console.errors import DiskFull, FieldRefused, StillDamaged, StoreFailed
from console.reserve import SIZE as LEFT_FREE_BYTES
from db.durable import sync_folder

FOLDER = "stills"
LARGEST_BYTES = 6 << 20  # a tile of 2560 x 1440 as PNG
# How a whole file of each kind begins and ends.
_KINDS = {
    ".jpg": (b"\xff\xd8\xff", b"\xff\xd9"),
    ".png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Still:
    """A picture that is kept: ``file`` is below the stills' folder."""

    file: str
    sha256: str


class StillFiles:
    """Writes and finds the files.  Never looks into a picture.  Safe from any thread."""

    def __init__(self, data_dir: Path, left_free_bytes: int = LEFT_FREE_BYTES) -> None:
        """``left_free_bytes`` of the disk are not ours: the log needs them when it is full."""
        self._folder = data_dir / FOLDER
        self._left_free_bytes = left_free_bytes

    def keep(self, name: str, at: datetime, content: bytes) -> Still:
        """Have a picture on disk, under the month of ``at``; ``name`` is once and for all.

        What is left free for the log when the disk is full is left free.

        Raises:
            FieldRefused: ``field`` is "still": neither JPEG nor PNG, cut off, or too large.
            DiskFull, StoreFailed: nothing was kept.
        """
        suffix = _kind(content)
        month = at.astimezone(UTC).strftime("%Y/%m")
        path = self._folder / month / f"{name}{suffix}"
        try:
            _make(path.parent)
            if shutil.disk_usage(path.parent).free < self._left_free_bytes + len(content):
                raise DiskFull("there is no room for a still")
            write_durably(path, content)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull("there is no room for a still") from error
            raise StoreFailed(f"the still was not kept: {error.strerror}") from error
        return Still(path.relative_to(self._folder).as_posix(), hashlib.sha256(content).hexdigest())

    def path(self, still: Still) -> Path:
        """Where it lies, as it was kept.  Raises StillDamaged: gone, or changed since."""
        path = (self._folder / still.file).resolve()
        try:
            if not path.is_relative_to(self._folder.resolve()):
                raise StillDamaged
            if hashlib.sha256(path.read_bytes()).hexdigest() != still.sha256:
                raise StillDamaged
        except OSError as error:
            raise StillDamaged from error
        return path

    def all(self) -> Iterator[str]:
        """What lies there, as rows name it; what was cut off while it was written, too."""
        for path in self._folder.rglob("*-*.*"):
            yield path.relative_to(self._folder).as_posix()

    def drop(self, file: str) -> None:
        """Remove a picture that is nobody's any more; what cannot go now stays."""
        try:
            (self._folder / file).unlink(missing_ok=True)
        except OSError as error:
            log.info("the still %s stays: %s", file, error.strerror)


def _kind(content: bytes) -> str:
    """The suffix of a file that holds this.  Raises FieldRefused."""
    for suffix, (first, last) in _KINDS.items():
        if content.startswith(first) and content.endswith(last) and len(content) <= LARGEST_BYTES:
            return suffix
    raise FieldRefused("still", "still_unfit")


def _make(folder: Path) -> None:
    """Make a folder so that a power cut does not take it away again."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)
