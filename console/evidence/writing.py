"""A package as it is made: under another name, hashed as it lies on the medium, signed, renamed.

What has a package's name is whole.  What a power cut or a kill leaves is called ``….partial`` and
stays for a human to look at; the next try takes another such name.  Nothing is ever removed but
the very files that the same ``PackageWriter`` made.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import tzinfo
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from console.errors import Cancelled, DiskFull, FileTaken, Problem
from console.evidence import manifest_text, stamp, sums
from console.evidence.manifest import FileTold, Manifest, Role
from console.evidence.medium import CHUNK_BYTES, opened, settled, sha256_of, sink
from console.evidence.names import (
    CERTIFICATE,
    FOLDERS,
    MANIFEST,
    PARTIAL,
    SIGNATURE,
    STAMP,
    SUMS,
    checked_path,
    is_folder_name,
)
from console.evidence.problems import PackageNotWritten
from console.seal import StationKey
from console.workers import Stop
from db.durable import settle_folder, sync_folder
from db.structs import replace

LEFT_FREE_BYTES = 64 << 20
"""What must be free beyond what is needed: papers, checkers, the file system's own."""
_MOST_TRIES = 100
_FOR_ALL = 0o644
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})

log = logging.getLogger(__name__)


class PackageWriter:
    """One package in the making; a context: leaving it without ``finish`` takes away what it made.

    ``lost``: its folder had gone by then, as when a stick was pulled.

    Use it from one thread.  Every method may raise:

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
            target: The folder that the package shall lie in; it is there.
            name: Of ``console.evidence.names.folder_name``.
            needed_bytes: What the files will take, about.
            stop: Set it from any thread to give up.
            progressed: Called with bytes done and bytes in all: each counts twice, once when it
                is written and once when it is read back.

        """
        self._name = name
        self._target = target
        self._needed_bytes = needed_bytes
        self._stop = stop
        self._progressed = progressed
        self._folder = target  # the partial one, once it is made
        self._files: dict[str, Role | None] = {}  # what is ours; None: not in the manifest
        self._folders: list[Path] = []
        self._measured: dict[str, FileTold] = {}
        self._written: dict[str, str] = {}  # SHA-256 of what went out, to be found again
        self._done_bytes = 0
        self._finished = False
        self.lost = False

    def __enter__(self) -> Self:
        """Look for room and make the folder, under its partial name.

        Raises:
            FileTaken: something has the package's name.
            ValueError: ``name`` is no name of a package.
        """
        if not is_folder_name(self._name):
            raise ValueError(f"no name of a package: {self._name!r}")
        with _problems():
            self._target = self._target.resolve(strict=True)
            self._check_free()
            free = shutil.disk_usage(self._target).free
            if free < self._needed_bytes + LEFT_FREE_BYTES:
                raise DiskFull(f"{self._needed_bytes} bytes are needed, {free} are free")
            self._folder = self._new_folder()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._finished:
            self.lost = not _is_there(self._folder)
            self._clear_away()

    @property
    def sums_sha256(self) -> str:
        """The SHA-256 of SHA256SUMS, in hex, once it is finished."""
        return self._written[SUMS]

    @property
    def folder(self) -> Path:
        """Where the files lie until ``finish``."""
        return self._folder

    def place(self, path: str, role: Role) -> Path:
        """Where to write a file oneself, in full, before ``measure`` or ``finish``.

        It is not there; open it so that an existing one is an error.

        Raises:
            ValueError: no package may hold ``path``, or it has it already.

        """
        return self._place(path, role)

    def add_bytes(self, path: str, content: bytes, role: Role) -> None:
        """Write a small file.  Raises ValueError: see ``place``."""
        self._put(path, content, role)
        self._step(len(content))

    def add_file(self, path: str, source: Path, role: Role) -> None:
        """Copy a plain file, which may be large.  Raises ValueError: see ``place``."""
        place = self._place(path, role)
        digest = hashlib.sha256()
        with _problems(), opened(source) as file, sink(place) as copy:
            while chunk := file.read(CHUNK_BYTES):
                _write(copy, chunk)
                digest.update(chunk)
                self._step(len(chunk))
        self._written[path] = digest.hexdigest()

    def wrote(self, path: str, sha256: str) -> None:
        """Whoever wrote a file that was placed knows its SHA-256: it must be found again."""
        self._written[path] = sha256

    def give_up(self, path: str) -> None:
        """There will be no such file: take away what is there of it, and its folder if empty."""
        del self._files[path]
        self._written.pop(path, None)
        place = self._folder / path
        with _problems():
            for each in (place, _unfinished(place)):
                each.unlink(missing_ok=True)
            if place.parent in self._folders and not any(place.parent.iterdir()):
                place.parent.rmdir()
                self._folders.remove(place.parent)

    def measure(self) -> tuple[FileTold, ...]:
        """Have all files so far on the medium, read them back and hash them; each is read once.

        After it a file that it measured must not be changed any more.  For what a cover sheet says
        of files before the last ones are added.
        """
        with _problems():
            for path, role in self._files.items():
                if role is None or path in self._measured:
                    continue
                sha256, size = self._hashed(path)
                self._measured[path] = FileTold(path=path, bytes=size, sha256=sha256, role=role)
        return tuple(self._measured[path] for path in sorted(self._measured))

    def finish(
        self,
        manifest: Manifest,
        key: StationKey,
        zone: tzinfo,
        stamper: Callable[[bytes], bytes | None] = lambda _sums: None,
    ) -> Path:
        """Write certificate, manifest, sums, signature and stamp; give the folder its name.

        Returns where it lies; it is on the medium then, name and all.  Afterwards nothing is
        taken away any more, but by ``take_back``.

        Args:
            manifest: Its ``files`` and ``key`` are filled in here.
            key: The station's.
            zone: In which people read the manifest's instants.
            stamper: Gets SHA256SUMS, returns an RFC 3161 token in DER, or None where nobody
                answers; raises nothing.  A token that is not over these sums is left out.

        Raises:
            FileTaken: something got the package's name meanwhile; what was made is taken away.

        """
        certificate = key.certificate()
        self.add_bytes(CERTIFICATE, certificate, Role.CERTIFICATE)
        files = self.measure()
        manifest = replace(manifest, files=files, key=key.public().fingerprint())
        hashes = {file.path: file.sha256 for file in files}
        hashes[MANIFEST] = self._own(MANIFEST, manifest_text.rendered(manifest, zone))
        content = sums.written(hashes)
        self._own(SUMS, content)
        self._own(SIGNATURE, key.sign_detached(content, certificate))
        if (token := _good(stamper(content), content)) is not None:
            self._own(STAMP, token)
        if self._stop.is_set():
            raise Cancelled
        package = self._target / self._name
        with _problems():
            for folder in self._folders:
                sync_folder(folder)
            self._check_free()
            self._settle(package)
        self._finished = True
        total = max(2 * self._needed_bytes, self._done_bytes)
        self._progressed(total, total)
        return package

    def take_back(self) -> None:
        """Take a finished package away again: nobody wants it any more.

        It loses its name first, so that no part of it ever looks finished.  What somebody else put
        into it stays, under the partial name.  What the medium refuses is logged.
        """
        package = self._target / self._name
        try:
            package.rename(self._folder)
        except OSError as error:
            log.warning("a package that nobody wants is left: %s", error.strerror)
            return
        self._finished = False
        self._clear_away()

    def _settle(self, package: Path) -> None:
        try:
            settle_folder(self._folder, package)
        except OSError:
            if not self._folder.exists():  # it has its name, and perhaps will not keep it
                package.rename(self._folder)
            raise

    def _own(self, path: str, content: bytes) -> str:
        """Write one of the files that the manifest does not list; returns its SHA-256."""
        self._put(path, content, None)
        with _problems():
            return self._hashed(path)[0]

    def _put(self, path: str, content: bytes, role: Role | None) -> None:
        place = self._place(path, role)
        with _problems(), sink(place) as file:
            _write(file, content)
        self._written[path] = hashlib.sha256(content).hexdigest()

    def _hashed(self, path: str) -> tuple[str, int]:
        place = self._folder / path
        with suppress(OSError):  # the engine's are for its own eyes; FAT knows no such thing
            place.chmod(_FOR_ALL)
        settled(place)
        sha256, size = sha256_of(place, self._stop, self._step)
        if self._written.get(path, sha256) != sha256:
            raise PackageNotWritten(f"the medium gave back another {path} than was written")
        return sha256, size

    def _place(self, path: str, role: Role | None) -> Path:
        checked_path(path)
        if path.lower() in {each.lower() for each in self._files}:
            raise ValueError(f"the package has it already: {path}")
        folder, slash, _ = path.rpartition("/")
        if slash and folder not in FOLDERS:
            raise ValueError(f"a package has no such folder: {folder}")
        place = self._folder / path
        with _problems():
            if slash and place.parent not in self._folders:
                place.parent.mkdir()  # and not one that somebody put there
                self._folders.append(place.parent)
            if not place.parent.resolve(strict=True).is_relative_to(self._folder):
                raise PackageNotWritten(f"{place.parent} leads elsewhere")
            if os.path.lexists(place):
                raise PackageNotWritten(f"somebody else put a {path} there")
        self._files[path] = role
        return place

    def _new_folder(self) -> Path:
        """A folder of ours alone; one that an earlier try left is neither used nor removed."""
        for number in range(1, _MOST_TRIES + 1):
            again = f".{number}" if number > 1 else ""
            folder = self._target / f"{self._name}{again}{PARTIAL}"
            if not folder.parent.resolve().is_relative_to(self._target):
                raise PackageNotWritten(f"{folder} would lie elsewhere")
            with suppress(FileExistsError):
                folder.mkdir()
                return folder
        raise PackageNotWritten(f"{_MOST_TRIES} tries were left unfinished in {self._target}")

    def _check_free(self) -> None:
        """That the package's name is.  A rename would put us over an empty folder unasked."""
        if os.path.lexists(self._target / self._name):
            raise FileTaken(f"something is called {self._name} already")

    def _step(self, count: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._done_bytes += count
        self._progressed(self._done_bytes, max(2 * self._needed_bytes, self._done_bytes))

    def _clear_away(self) -> None:
        """Remove what is ours.  What is not, or cannot be removed, stays under the partial name."""
        try:
            for path in self._files:
                for each in (self._folder / path, _unfinished(self._folder / path)):
                    each.unlink(missing_ok=True)
            for folder in (*self._folders, self._folder):
                folder.rmdir()
        except OSError as error:
            log.info("an unfinished package is left behind: %s: %s", self._folder, error.strerror)


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a medium that does not answer
        return False


def _unfinished(place: Path) -> Path:
    """What the engine calls a file that it has not finished; it dies without a word."""
    return place.with_name(place.name + PARTIAL)


def _good(token: bytes | None, content: bytes) -> bytes | None:
    """A time-stamp, if it is one of ``content``: a bad one would spoil a good package."""
    if token is None:
        return None
    try:
        stamp.verified(token, content)
    except stamp.StampBad as problem:
        log.warning("the time-stamp is left out: %s", problem)
        return None
    return token


@contextmanager
def _problems() -> Iterator[None]:
    """What the medium says, as ours."""
    try:
        yield
    except Problem:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull("there is no room for the package") from error
        reason = error.strerror or error
        raise PackageNotWritten(f"the package cannot be written: {reason}") from error


def _write(file: FileIO, content: bytes) -> None:
    """All of it: an unbuffered file may take less at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
