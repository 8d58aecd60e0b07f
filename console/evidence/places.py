"""Where a package that is to be checked lies: in a folder, or wherever else it can be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from console.evidence import medium
from console.evidence.faults import shown
from console.evidence.medium import NotPlain
from console.evidence.names import FOLDERS
from console.evidence.problems import PackageMissing
from console.workers import Stop

MOST_FILES = 100_000
"""More are not looked at: no package of ours has a hundredth of that."""
NO_SUCH_FOLDER = "a package has no such folder"


class Place(Protocol):
    """The files of a package, none of which is believed.

    Adapters: ``FolderPlace``, and ``console.evidence.zipping.ZipPlace``.
    """

    def entries(self) -> tuple[dict[str, int], dict[str, str]]:
        """Each plain file's path and bytes, and each other thing's path and what it is.

        Raises PackageMissing: nothing can be looked at.
        """
        ...

    def small(self, path: str, most_bytes: int) -> bytes | None:
        """All of a file; None: it is larger than that.  Raises OSError."""
        ...

    def sha256_of(self, path: str, stop: Stop, read: Callable[[int], None]) -> tuple[str, int]:
        """SHA-256 in hex and bytes of a file; ``read`` hears of each piece's bytes.

        Raises:
            Cancelled: ``stop`` was set.
            OSError: it cannot be read.
        """
        ...


class FolderPlace:
    """A folder of a medium."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self) -> tuple[dict[str, int], dict[str, str]]:
        """What lies in the folder and in those that a package has."""
        sizes: dict[str, int] = {}
        odd: dict[str, str] = {}
        try:
            for path, entry in _walk(self._folder):
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISREG(mode):
                    sizes[path] = entry.stat(follow_symlinks=False).st_size
                elif stat.S_ISLNK(mode):
                    odd[path] = "it is a link, not a file"
                elif stat.S_ISDIR(mode):
                    odd[path] = NO_SUCH_FOLDER
                else:
                    odd[path] = "it is no file, but a device, a pipe or a socket"
                if len(sizes) + len(odd) > MOST_FILES:
                    raise PackageMissing(f"more than {MOST_FILES} files: this is no package")
        except OSError as error:
            told = f"{shown(str(self._folder))}: {reason(error)}"
            raise PackageMissing(told) from error
        return sizes, odd

    def small(self, path: str, most_bytes: int) -> bytes | None:
        """All of a file, unless it is too large."""
        return medium.small(self._folder / path, most_bytes)

    def sha256_of(self, path: str, stop: Stop, read: Callable[[int], None]) -> tuple[str, int]:
        """As fast as the disk or the processor, whichever is slower."""
        return medium.sha256_of(self._folder / path, stop, read)


def reason(error: OSError) -> str:
    """Why something cannot be read, in English."""
    return str(error) if isinstance(error, NotPlain) else error.strerror or "it cannot be read"


def _walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What lies in the folder and in those that a package has; others are not gone into."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in FOLDERS and entry.is_dir(follow_symlinks=False):
                with os.scandir(entry.path) as inner:
                    for each in inner:
                        yield f"{entry.name}/{each.name}", each
            else:
                yield entry.name, entry
