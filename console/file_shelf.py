"""A folder for files from outside: copied in as they are, hashed, never changed, never parsed.

A file is read in pieces, read-only, and lies at ``<time>-<word>/<its cleaned name>`` in the folder
afterwards.  Its row is written last, so a row always has its file; what a crash leaves has no row,
and is swept away by the next intake.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from console.errors import Cancelled, ExhibitRefused, StoreFailed
from console.file_names import clean_file_name
from console.workers import Stop
from db.durable import settle

LEFT_FREE_BYTES = 2_000_000_000
"""So much stays free on the data folder's disk, whatever is brought."""
_CHUNK = 4 << 20
_STALE = timedelta(days=1)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ |= getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us up
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

log = logging.getLogger(__name__)


class ExhibitRule(StrEnum):
    """Why a file is not taken in, as ``ExhibitRefused.rule`` names it."""

    UNREADABLE = "unreadable"  # missing, no right, or the medium failed
    NO_FILE = "no_file"  # a folder, a link, a device
    EMPTY = "empty_file"
    TOO_LARGE = "too_large"
    NO_ROOM = "no_room_to_keep"
    CHANGED = "changed"  # it changed while it was read
    BADLY_WRITTEN = "badly_written"  # our disk gave back something else than was written


@dataclass(frozen=True, slots=True)
class Shelved:
    """A file that lies on the shelf; ``file`` is its path below the shelf's folder."""

    name: str
    file: str
    size_bytes: int
    sha256: str


class FileShelf:
    """One such folder.  Blocks: not for the GUI thread."""

    def __init__(self, folder: Path, instead: str, largest_bytes: int) -> None:
        """``instead`` is what a file is called of whose name nothing is left."""
        self._folder = folder
        self._instead = instead
        self._largest_bytes = largest_bytes

    @contextmanager
    def taken(
        self, source: Path, at: datetime, *, stop: Stop, progressed: Callable[[int, int], None]
    ) -> Iterator[Shelved]:
        """Copy ``source`` in; it is hashed while it is read, and again from our disk.

        The block writes its row; if it raises, nothing of the file is left.

        Raises:
            ExhibitRefused: ``rule`` is of ``ExhibitRule``; nothing of it is left.
            Cancelled: ``stop`` was set; nothing is left.
            StoreFailed: it cannot be written.
        """
        with opened(source) as file:
            size = os.fstat(file.fileno()).st_size
            self._check_room(size)
            place = self._new_place(source.name, at)
            try:
                digest = _kept(file, place, size, stop, progressed)
                path = place.relative_to(self._folder).as_posix()
                yield Shelved(place.name, path, size, digest)
            except BaseException as error:
                _throw_away(place.parent)
                if isinstance(error, OSError):
                    raise StoreFailed(f"the file was not kept: {error.strerror}") from error
                raise

    def path(self, file: str) -> Path | None:
        """Where a shelved file lies; None: it is gone."""
        path = (self._folder / file).resolve()
        if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            return None
        return path

    def whole(self, file: str, sha256: str, *, stop: Stop) -> Path | None:
        """Where a shelved file lies, if it is what was kept, byte by byte; it is hashed anew.

        Raises Cancelled.
        """
        path = self.path(file)
        try:
            found = "" if path is None else hash_of(path, stop, lambda _done: None)
        except OSError:
            return None
        return path if found == sha256 else None

    def discard(self, file: str) -> None:
        """Remove a shelved file, whose row is gone; one that is gone already is no trouble."""
        path = self.path(file)
        if path is not None:
            _throw_away(path.parent)

    def sweep(self, files: Collection[str], now: datetime) -> None:
        """Remove what intakes that were cut off by a crash left, a day ago or earlier.

        ``files`` are those that have a row.  A whole file without one stays: it may be of a store
        that was gone back from.
        """
        known = {file.split("/")[0] for file in files}
        oldest = (now - _STALE).timestamp()
        if not self._folder.is_dir():
            return
        for folder in self._folder.iterdir():
            if folder.name in known or folder.lstat().st_mtime >= oldest:
                continue
            if all(file.suffix == ".partial" for file in folder.glob("*")):
                log.info("an intake that did not end is swept away: %s", folder.name)
                _throw_away(folder)

    def _check_room(self, size: int) -> None:
        if size == 0:
            raise ExhibitRefused(ExhibitRule.EMPTY)
        if size > self._largest_bytes:
            raise ExhibitRefused(ExhibitRule.TOO_LARGE)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            raise StoreFailed(f"the folder {self._folder.name}: {error.strerror}") from error
        if free < size + LEFT_FREE_BYTES:
            raise ExhibitRefused(ExhibitRule.NO_ROOM)

    def _new_place(self, name: str, at: datetime) -> Path:
        folder = self._folder / f"{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise StoreFailed(f"the folder {self._folder.name}: {error.strerror}") from error
        return folder / clean_file_name(name, self._instead)


def opened(path: Path) -> BinaryIO:
    """A plain file, to be read.  Raises ExhibitRefused."""
    if path.is_symlink():  # where the system knows no O_NOFOLLOW
        raise ExhibitRefused(ExhibitRule.NO_FILE)
    try:
        handle = os.open(path, _READ)
    except IsADirectoryError as error:
        raise ExhibitRefused(ExhibitRule.NO_FILE) from error
    except OSError as error:
        raise ExhibitRefused(ExhibitRule.UNREADABLE) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ExhibitRefused(ExhibitRule.NO_FILE)
    return os.fdopen(handle, "rb")


def read(source: BinaryIO, size: int) -> bytes:
    """The next bytes of somebody's file.  Raises ExhibitRefused."""
    try:
        return source.read(size)
    except OSError as error:
        raise ExhibitRefused(ExhibitRule.UNREADABLE) from error


def copied_out(
    path: Path, sha256: str, target: Path, *, stop: Stop, progressed: Callable[[int, int], None]
) -> None:
    """Copy a shelved file to ``target``, whole, or leave what was there; it is read back.

    Raises:
        ExhibitRefused: the medium gave back something else than was written.
        Cancelled, OSError: nothing of it is left.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        if _written_out(path, partial, stop, progressed) != sha256:
            raise ExhibitRefused(ExhibitRule.BADLY_WRITTEN)  # noqa: TRY301 -- it is cleared away
        settle(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def hash_of(path: Path, stop: Stop, progressed: Callable[[int], None]) -> str:
    """SHA-256 of a file, in hex.  Raises Cancelled, OSError."""
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if stop.is_set():
                raise Cancelled
            digest.update(chunk)
            done += len(chunk)
            progressed(done)
    return digest.hexdigest()


def _kept(
    source: BinaryIO, place: Path, size: int, stop: Stop, progressed: Callable[[int, int], None]
) -> str:
    """Copy, and read what was written; returns the SHA-256 of both."""
    digest = _copied(source, place, size, stop, progressed)
    if hash_of(place, stop, lambda done: progressed(size + done, 2 * size)) != digest:
        raise ExhibitRefused(ExhibitRule.BADLY_WRITTEN)
    return digest


def _copied(
    source: BinaryIO, place: Path, size: int, stop: Stop, progressed: Callable[[int, int], None]
) -> str:
    """Copy exactly ``size`` bytes; ``place`` appears whole, on disk.  Returns their SHA-256."""
    partial = place.with_name(f"{place.name}.partial")
    digest, done = hashlib.sha256(), 0
    with os.fdopen(os.open(partial, _WRITE, 0o600), "wb") as sink:
        while chunk := read(source, min(_CHUNK, size + 1 - done)):
            if stop.is_set():
                raise Cancelled
            sink.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            progressed(min(done, size), 2 * size)
    if done != size:
        raise ExhibitRefused(ExhibitRule.CHANGED)
    settle(partial, place)
    place.chmod(0o400)
    return digest.hexdigest()


def _written_out(
    path: Path, partial: Path, stop: Stop, progressed: Callable[[int, int], None]
) -> str:
    """Copy, and read what was written; returns the SHA-256 of that."""
    size, done = path.stat().st_size, 0
    with path.open("rb") as source, partial.open("wb") as sink:
        while chunk := source.read(_CHUNK):
            if stop.is_set():
                raise Cancelled
            sink.write(chunk)
            done += len(chunk)
            progressed(done, 2 * size)
    return hash_of(partial, stop, lambda again: progressed(size + again, 2 * size))


def _throw_away(folder: Path) -> None:
    for file in folder.glob("*"):
        file.chmod(0o600)  # Windows removes no file that is read-only
    shutil.rmtree(folder, ignore_errors=True)
