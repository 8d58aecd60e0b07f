"""A package as it is made: under another name, hashed as it lies on the medium, signed, renamed.

``console.evidence.partial`` says what that means when a medium is pulled or the process killed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import Self

from console.evidence import manifest_text, stamp, sums
from console.evidence.manifest import FileTold, Manifest, Role
from console.evidence.names import CERTIFICATE, MANIFEST, SIGNATURE, STAMP, SUMS
from console.evidence.partial import LEFT_FREE_BYTES, PartialFolder
from console.seal import StationKey
from console.workers import Stop
from db.structs import replace

__all__ = ["LEFT_FREE_BYTES", "PackageWriter"]

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
        uuid: str = "",
    ) -> None:
        """Begin nothing yet.

        Args:
            target: The folder that the package shall lie in; it is there.
            name: Of ``console.evidence.names.folder_name``.
            needed_bytes: What the files will take, about.
            stop: Set it from any thread to give up.
            progressed: Called with bytes done and bytes in all: each counts twice, once when it
                is written and once when it is read back.
            uuid: The package's: what a kill leaves of it is known by that (``leftovers``).

        """
        self._partial = PartialFolder(
            target,
            name,
            needed_bytes=needed_bytes,
            stop=stop,
            progressed=progressed,
            owner=uuid,
        )
        self._roles: dict[str, Role] = {}  # of what the manifest lists
        self._measured: dict[str, FileTold] = {}

    def __enter__(self) -> Self:
        """Look for room and make the folder, under its partial name.

        Raises:
            FileTaken: something has the package's name.
            ValueError: ``name`` is no name of a package.
        """
        self._partial.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._partial.__exit__(kind, error, trace)

    @property
    def lost(self) -> bool:
        """See the class."""
        return self._partial.lost

    @property
    def sums_sha256(self) -> str:
        """The SHA-256 of SHA256SUMS, in hex, once it is finished."""
        return self._partial.sha256_of(SUMS)

    @property
    def folder(self) -> Path:
        """Where the files lie until ``finish``."""
        return self._partial.folder

    def place(self, path: str, role: Role) -> Path:
        """Where to write a file oneself, in full, before ``measure`` or ``finish``.

        It is not there; open it so that an existing one is an error.

        Raises:
            ValueError: no package may hold ``path``, or it has it already.

        """
        place = self._partial.place(path)
        self._roles[path] = role
        return place

    def add_bytes(self, path: str, content: bytes, role: Role) -> None:
        """Write a small file.  Raises ValueError: see ``place``."""
        self._partial.write(path, content)
        self._roles[path] = role
        self._partial.step(len(content))

    def add_file(self, path: str, source: Path, role: Role) -> None:
        """Copy a plain file, which may be large.  Raises ValueError: see ``place``."""
        self._partial.copy(path, source)
        self._roles[path] = role

    def wrote(self, path: str, sha256: str) -> None:
        """Whoever wrote a file that was placed knows its SHA-256: it must be found again."""
        self._partial.wrote(path, sha256)

    def found(self, path: str, sha256: str, size_bytes: int) -> None:
        """Whoever wrote a file that was placed has read it back from the medium already.

        Then ``measure`` does not: an hour of footage takes a stick half a minute to read.
        """
        self._partial.wrote(path, sha256)
        self._partial.open_to_all(path)
        role = self._roles[path]
        self._measured[path] = FileTold(path=path, bytes=size_bytes, sha256=sha256, role=role)

    def give_up(self, path: str) -> None:
        """There will be no such file: take away what is there of it, and its folder if empty."""
        del self._roles[path]
        self._measured.pop(path, None)
        self._partial.give_up(path)

    def measure(self) -> tuple[FileTold, ...]:
        """Have all files so far on the medium, read them back and hash them; each is read once.

        After it a file that it measured must not be changed any more.  For what a cover sheet says
        of files before the last ones are added.
        """
        for path, role in self._roles.items():
            if path not in self._measured:
                sha256, size = self._partial.read_back(path, self._partial.step)
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
        return self._partial.settle()

    def take_back(self) -> None:
        """Take a finished package away again: nobody wants it any more."""
        self._partial.take_back()

    def _own(self, path: str, content: bytes) -> str:
        """Write one of the files that the manifest does not list; returns its SHA-256."""
        self._partial.write(path, content)
        return self._partial.read_back(path, self._partial.step)[0]


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
