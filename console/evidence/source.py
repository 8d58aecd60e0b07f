"""A package of this station that is to be copied: it must be the one that the record knows."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Mapping
from pathlib import Path

from console.evidence import sums
from console.evidence.faults import shown
from console.evidence.medium import small
from console.evidence.names import SUMS, UNLISTED
from console.evidence.paper_records import PackedFile
from console.evidence.problems import PackageChanged, PackageMissing
from db.evidence_records import Made
from db.structs import Frozen

_SMALL_BYTES = 1 << 20


class Source(Frozen):
    """The files of a package: ``sums`` has the SHA-256 of those that SHA256SUMS vouches for.

    ``sizes`` has the bytes of all, and all of them belong to the package; whatever else lies in the
    folder does not.  ``name`` is the folder's own, as it was made.
    """

    folder: Path
    name: str
    sums: Mapping[str, str]
    sizes: Mapping[str, int]

    @property
    def paths(self) -> list[str]:
        """Every file, sorted."""
        return sorted(self.sizes)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(self.sizes.values())

    @property
    def packed(self) -> tuple[PackedFile, ...]:
        """The files as a receipt lists them: those that SHA256SUMS vouches for."""
        return tuple(
            PackedFile(path=path, size=self.sizes[path], sha256=self.sums[path])
            for path in sorted(self.sums)
        )

    def unlisted(self, path: str) -> bytes | None:
        """One of the files that have no line in SHA256SUMS; None: it cannot be read."""
        try:
            return small(self.folder / path, _SMALL_BYTES)
        except OSError:
            return None


def source_of(folder: Path, made: Made) -> Source:
    """The package that was ``made``, as it lies in ``folder``; its large files are not read here.

    Raises:
        PackageMissing: there is none.
        PackageChanged: its SHA256SUMS is not the one that was signed, or a file is not there.
    """
    try:
        content = small(folder / SUMS, sums.LARGEST_BYTES)
    except OSError as error:
        reason = error.strerror or error
        raise PackageMissing(f"there is no package: {shown(str(folder))}: {reason}") from error
    if content is None or hashlib.sha256(content).hexdigest() != made.sums_sha256:
        raise PackageChanged(SUMS, "it is not the one that the station signed")
    listed, _ = sums.parsed(content)
    sizes: dict[str, int] = {}
    for path in listed.keys() | UNLISTED:
        try:
            found = (folder / path).lstat()
        except OSError as error:
            if path in listed:
                raise PackageChanged(path, error.strerror or "it cannot be read") from error
            continue  # none was made, or the check of the copy misses it
        if not stat.S_ISREG(found.st_mode):
            raise PackageChanged(path, "it is not a plain file")
        sizes[path] = found.st_size
    return Source(folder, made.folder, listed, sizes)
