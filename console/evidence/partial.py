"""What is being written to a medium: under another name until all of it lies there.

What has its name is whole.  What a power cut or a kill leaves is called ``….partial``; the next try
takes another such name.  Nothing is ever removed here but the very files that the same object made
(of packages see also ``leftovers``).  For packages, their copies, and ZIPs of them.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from typing_extensions import override

from console.errors import Cancelled, DiskFull, FileTaken, Problem
from console.evidence.leftovers import OWNER
from console.evidence.medium import CHUNK_BYTES, opened, settled, sha256_of, sink
from console.evidence.names import FOLDERS, PARTIAL, checked_path, is_folder_name
from console.evidence.problems import PackageNotWritten
from console.workers import Stop
from db.durable import settle_folder, sync_folder

LEFT_FREE_BYTES = 64 << 20
"""What must be free beyond what is needed: papers, checkers, the file system's own."""
_MOST_TRIES = 100
_FOR_ALL = 0o644
# EFBIG: the file is larger than the medium's file system takes (FAT32, unknown until then).
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})

log = logging.getLogger(__name__)


class Partial(ABC):
    """A context: leaving it without ``settle`` takes away what it made.  Use it from one thread.

    ``lost``: what it made had gone by then, as when a stick was pulled.

    Every method may raise:

    * Cancelled: ``stop`` was set; checked at least every 4 MiB.
    * DiskFull: there is no room.
    * PackageNotWritten: the medium refuses, was pulled, or gave back something else.
    """

    def __init__(
        self,
        target: Path,
        name: str,
        *,
        needed_bytes: int,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> None:
        """Begin nothing yet.

        Args:
            target: The folder that it shall lie in; it is there.
            name: What it is called at the end.
            needed_bytes: What it will take, about.
            stop: Set it from any thread to give up.
            progressed: Called with bytes done and bytes in all: each counts twice, once when it
                is written and once when it is read back.

        """
        self._target = target
        self._name = name
        self._needed_bytes = needed_bytes
        self._stop = stop
        self._progressed = progressed
        self._place = target  # where it lies, once it is begun
        self._done_bytes = 0
        self._settled = False
        self.lost = False

    def __enter__(self) -> Self:
        """Look for room and begin, under a partial name.

        Raises:
            FileTaken: something has the name.
        """
        with problems_of_medium():
            self._target = self._target.resolve(strict=True)
            self._check_free()
            free = shutil.disk_usage(self._target).free
            if free < self._needed_bytes + LEFT_FREE_BYTES:
                raise DiskFull(f"{self._needed_bytes} bytes are needed, {free} are free")
            self._place = self._begun()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._settled:
            self.lost = not _is_there(self._place)
            self._clear_away()

    def step(self, count: int) -> None:
        """Tell of ``count`` bytes more that were written or read back."""
        if self._stop.is_set():
            raise Cancelled
        self._done_bytes += count
        self._progressed(self._done_bytes, max(2 * self._needed_bytes, self._done_bytes))

    def settle(self) -> Path:
        """Give it its name; it is on the medium then, name and all.  Returns where it lies.

        Afterwards nothing is taken away any more, but by ``take_back``.

        Raises:
            FileTaken: something got the name meanwhile; what was made is taken away.
        """
        if self._stop.is_set():
            raise Cancelled
        path = self._target / self._name
        with problems_of_medium():
            self._name_it(path)
        self._settled = True
        total = max(2 * self._needed_bytes, self._done_bytes)
        self._progressed(total, total)
        return path

    def take_back(self) -> None:
        """Take away what was settled: nobody wants it any more.

        It loses its name first, so that no part of it ever looks finished.  What somebody else put
        into it stays, under the partial name.  What the medium refuses is logged.
        """
        try:
            (self._target / self._name).rename(self._place)
        except OSError as error:
            log.warning("a package that nobody wants is left: %s", error.strerror)
            return
        self._settled = False
        self._clear_away()

    @abstractmethod
    def _begun(self) -> Path:
        """Where it lies now."""

    @abstractmethod
    def _name_it(self, path: Path) -> None:
        """Have all of it on the medium, under its name."""

    @abstractmethod
    def _remove(self) -> None:
        """Remove what is ours."""

    def _check_free(self) -> None:
        """That the name is.  A rename would put us over an empty folder, or a file, unasked."""
        if os.path.lexists(self._target / self._name):
            raise FileTaken(f"something is called {self._name} already")

    def _new_place(self, make: Callable[[Path], None]) -> Path:
        """One of ours alone; what an earlier try left is neither used nor removed."""
        for number in range(1, _MOST_TRIES + 1):
            again = f".{number}" if number > 1 else ""
            place = self._target / f"{self._name}{again}{PARTIAL}"
            if not place.parent.resolve().is_relative_to(self._target):
                raise PackageNotWritten(f"{place} would lie elsewhere")
            with suppress(FileExistsError):
                make(place)
                return place
        raise PackageNotWritten(f"{_MOST_TRIES} tries were left unfinished in {self._target}")

    def _clear_away(self) -> None:
        """What is not ours, or cannot be removed, stays under the partial name."""
        try:
            self._remove()
        except OSError as error:
            log.info("something unfinished is left behind: %s", error.strerror)


class PartialFolder(Partial):
    """A folder of files, as a package has them; ``owner``: whose it is until it has its name."""

    def __init__(
        self,
        target: Path,
        name: str,
        *,
        needed_bytes: int,
        stop: Stop,
        progressed: Callable[[int, int], None],
        owner: str = "",
    ) -> None:
        super().__init__(target, name, needed_bytes=needed_bytes, stop=stop, progressed=progressed)
        self._owner = owner
        self._files: list[str] = []
        self._folders: list[Path] = []
        self._written: dict[str, str] = {}  # SHA-256 of what went out, to be found again

    @override
    def __enter__(self) -> Self:
        """As every partial.  Raises ValueError, too: ``name`` is no name of a package."""
        if not is_folder_name(self._name):
            raise ValueError(f"no name of a package: {self._name!r}")
        return super().__enter__()

    @property
    def folder(self) -> Path:
        """Where the files lie until ``settle``."""
        return self._place

    def place(self, path: str) -> Path:
        """Where to write a file oneself.  It is not there; an existing one must be an error.

        Raises:
            ValueError: no package may hold ``path``, or it has it already.
        """
        checked_path(path)
        if path.lower() in {each.lower() for each in self._files}:
            raise ValueError(f"the package has it already: {path}")
        folder, slash, _ = path.rpartition("/")
        if slash and folder not in FOLDERS:
            raise ValueError(f"a package has no such folder: {folder}")
        place = self._place / path
        with problems_of_medium():
            if slash and place.parent not in self._folders:
                place.parent.mkdir()  # and not one that somebody put there
                self._folders.append(place.parent)
            if not place.parent.resolve(strict=True).is_relative_to(self._place):
                raise PackageNotWritten(f"{place.parent} leads elsewhere")
            if os.path.lexists(place):
                raise PackageNotWritten(f"somebody else put a {path} there")
        self._files.append(path)
        return place

    def write(self, path: str, content: bytes) -> str:
        """Write a small file; returns its SHA-256.  Raises ValueError: see ``place``."""
        place = self.place(path)
        with problems_of_medium(), sink(place) as file:
            write_all(file, content)
        self._written[path] = hashlib.sha256(content).hexdigest()
        return self._written[path]

    def copy(self, path: str, source: Path) -> str:
        """Copy a plain file, which may be large; returns the SHA-256 of what was read.

        Raises ValueError: see ``place``.
        """
        place = self.place(path)
        digest = hashlib.sha256()
        with problems_of_medium(), opened(source) as file, sink(place) as copy:
            while chunk := file.read(CHUNK_BYTES):
                write_all(copy, chunk)
                digest.update(chunk)
                self.step(len(chunk))
        self._written[path] = digest.hexdigest()
        return self._written[path]

    def read_back(self, path: str, read: Callable[[int], None]) -> tuple[str, int]:
        """Have a file on the medium, and ask the medium what lies there: SHA-256 and bytes."""
        self.open_to_all(path)
        with problems_of_medium():
            settled(self._place / path)
            sha256, size = sha256_of(self._place / path, self._stop, read)
        if self._written.get(path, sha256) != sha256:
            raise PackageNotWritten(f"the medium gave back another {path} than was written")
        return sha256, size

    def wrote(self, path: str, sha256: str) -> None:
        """Whoever wrote a file that was placed knows its SHA-256: it must be found again."""
        self._written[path] = sha256

    def sha256_of(self, path: str) -> str:
        """The SHA-256, in hex, of what went out to a file."""
        return self._written[path]

    def give_up(self, path: str) -> None:
        """There will be no such file: take away what is there of it, and its folder if empty."""
        self._files.remove(path)
        self._written.pop(path, None)
        place = self._place / path
        with problems_of_medium():
            for each in (place, _unfinished(place)):
                each.unlink(missing_ok=True)
            if place.parent in self._folders and not any(place.parent.iterdir()):
                place.parent.rmdir()
                self._folders.remove(place.parent)

    def flush(self) -> None:
        """Have all files on the medium, so that whoever reads one asks the medium."""
        for path in self._files:
            with problems_of_medium():
                settled(self._place / path)
            self.step(0)

    def open_to_all(self, path: str) -> None:
        """Let anybody read a file."""
        with suppress(OSError):  # the engine's are for its own eyes; FAT knows no such thing
            (self._place / path).chmod(_FOR_ALL)

    @override
    def _begun(self) -> Path:
        self._place = self._new_place(lambda place: place.mkdir())
        if self._owner:
            try:
                with sink(self._place / OWNER) as file:
                    write_all(file, self._owner.encode())
                settled(self._place / OWNER)
            except BaseException:  # nobody leaves a context that was never entered
                self._clear_away()
                raise
        return self._place

    @override
    def _name_it(self, path: Path) -> None:
        for folder in self._folders:
            sync_folder(folder)
        self._check_free()
        (self._place / OWNER).unlink(missing_ok=True)
        try:
            settle_folder(self._place, path)
        except OSError:
            if not self._place.exists():  # it has its name, and perhaps will not keep it
                path.rename(self._place)
            raise

    @override
    def _remove(self) -> None:
        for path in self._files:
            for each in (self._place / path, _unfinished(self._place / path)):
                each.unlink(missing_ok=True)
        (self._place / OWNER).unlink(missing_ok=True)
        for folder in (*self._folders, self._place):
            folder.rmdir()


class PartialFile(Partial):
    """One large file."""

    @property
    def file(self) -> Path:
        """Where it lies until ``settle``."""
        return self._place

    @override
    def _begun(self) -> Path:
        return self._new_place(lambda place: sink(place).close())

    @override
    def _name_it(self, path: Path) -> None:
        settled(self._place)
        self._check_free()
        self._place.rename(path)
        try:
            sync_folder(path.parent)
        except OSError:
            path.rename(self._place)
            raise

    @override
    def _remove(self) -> None:
        self._place.unlink(missing_ok=True)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:  # a medium that does not answer
        return False


def _unfinished(place: Path) -> Path:
    """What the engine calls a file that it has not finished; it dies without a word."""
    return place.with_name(place.name + PARTIAL)


@contextmanager
def problems_of_medium() -> Iterator[None]:
    """What the medium says, as ours."""
    try:
        yield
    except Problem:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(f"there is no room for the package: {error.strerror}") from error
        reason = error.strerror or error
        raise PackageNotWritten(f"the package cannot be written: {reason}") from error


def write_all(file: FileIO, content: bytes) -> None:
    """All of it: an unbuffered file may take less at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
