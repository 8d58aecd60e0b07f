"""A package as it is made: under another name, hashed as it lies on the medium, signed, renamed.

``console.evidence.partial`` says what that means when a medium is pulled or the process killed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import Self

from console.evidence import manifest_text, sums
from console.evidence.manifest import FileTold, Manifest, Role
from console.evidence.names import CERTIFICATE, MANIFEST, SIGNATURE, SUMS
from console.evidence.partial import LEFT_FREE_BYTES, PartialFolder
from console.seal import StationKey
from console.workers import Stop
from db.structs import replace

__all__ = ["LEFT_FREE_BYTES", "PackageWriter"]


class PackageWriter:
    """One package in the making; a context: leaving it without ``finish`` takes away what it made.

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
        self._partial = PartialFolder(
            target, name, needed_bytes=needed_bytes, stop=stop, progressed=progressed
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

    def finish(self, manifest: Manifest, key: StationKey, zone: tzinfo) -> Path:
        """Write certificate, manifest, sums and signature, and give the folder its name.

        Returns where it lies; it is on the medium then, name and all.  Afterwards nothing is
        taken away any more.

        Args:
            manifest: Its ``files`` and ``key`` are filled in here.
            key: The station's.
            zone: In which people read the manifest's instants.

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
        return self._partial.settle()

    def _own(self, path: str, content: bytes) -> str:
        """Write one of the files that the manifest does not list; returns its SHA-256."""
        self._partial.write(path, content)
        return self._partial.read_back(path, self._partial.step)[0]
