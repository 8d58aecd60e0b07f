"""The files of cases, looked over: is what the store names still there, and what was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from console.case_files import files_of, placed
from console.errors import ExhibitRefused
from console.file_shelf import opened, read
from db.file_records import CaseFile, FileKind
from db.store import Store

_CHUNK = 4 << 20
_NAMED = 50  # of each kind of trouble; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesSeen:
    """What was found.  ``hashed``: each was read, so that none of the others was altered.

    A file is called as ``called`` says.  An altered one may also be one that cannot be read.
    """

    files: int
    hashed: bool
    missing: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing, and nothing seen to be altered."""
        return not (self.missing or self.altered)


class CaseFileCheck:
    """For whoever may start the program: nothing is told of what the files hold or are called."""

    def __init__(self, store: Store, data_dir: Path) -> None:
        self._store = store
        self._data_dir = data_dir

    def look_over(self, *, by_hash: bool) -> FilesSeen:
        """Look for every still, paper and exhibit; a hundred thousand take seconds.

        ``by_hash`` reads each, which takes as long as the disk needs.  Raises StoreProblem.
        """
        files = files_of(self._store)
        missing = [each for each in files if not self._is_there(each)]
        lost = set(missing)
        altered = [each for each in files if each not in lost and self._is_altered(each, by_hash)]
        if missing or altered:  # a bookmark that was taken back meanwhile takes its still along
            named = set(files_of(self._store))
            missing = [each for each in missing if each in named]
            altered = [each for each in altered if each in named]
        return FilesSeen(
            files=len(files),
            hashed=by_hash,
            missing=tuple(called(each) for each in missing),
            altered=tuple(called(each) for each in altered),
        )

    def _is_there(self, file: CaseFile) -> bool:
        path = placed(self._data_dir, file)
        return path is not None and path.is_file() and not path.is_symlink()

    def _is_altered(self, file: CaseFile, by_hash: bool) -> bool:
        path = placed(self._data_dir, file)
        try:
            if path is None or file.size_bytes not in {None, path.stat().st_size}:
                return True
            return by_hash and _hash_of(path) != file.sha256
        except (OSError, ExhibitRefused):
            return True


def called(file: CaseFile) -> str:
    """How a file is named to anybody: a still's path; the folder of its own that another has.

    The name that it was brought with may tell more than whoever checks may know.
    """
    path = PurePosixPath(file.kind) / file.file
    return str(path if file.kind is FileKind.STILL else path.parent)


def report(seen: FilesSeen) -> Iterator[str]:
    """What was found: a line, and one for each file that is not as it should be."""
    if seen.whole:
        read_or_not = "as they were kept" if seen.hashed else "there; --hashes reads them, too"
        yield f"case files:  {seen.files}, all {read_or_not}"
        return
    yield (
        f"case files:  of {seen.files} {len(seen.missing)} are MISSING,"
        f" {len(seen.altered)} are ALTERED or cannot be read"
    )
    for trouble, names in (("missing", seen.missing), ("altered", seen.altered)):
        for name in names[:_NAMED]:
            yield f"             {trouble}: {name}"
        if len(names) > _NAMED:
            yield f"             {trouble}: {len(names) - _NAMED} more"


def _hash_of(path: Path) -> str:
    """Raises ExhibitRefused: it cannot be read."""
    digest = hashlib.sha256()
    with opened(path) as file:
        while chunk := read(file, _CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
