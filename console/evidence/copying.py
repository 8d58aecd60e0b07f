"""A copy of a package on a medium: written under a partial name, and judged as it lies there.

The source is hashed while it is read, the copy while it is read back; both must be what the
station signed.  A copy that is not sound never gets its name.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from console.evidence import zipping
from console.evidence.faults import FaultWord, Verdict
from console.evidence.medium import settled
from console.evidence.names import UNLISTED
from console.evidence.partial import PartialFile, PartialFolder, problems_of_medium
from console.evidence.places import FolderPlace, Place
from console.evidence.problems import (
    FileTooLarge,
    PackageChanged,
    PackageMissing,
    PackageNotWritten,
    WordsWrong,
)
from console.evidence.source import Source
from console.evidence.verifying import verify_place
from console.secret import Secret
from console.workers import Stop

LARGEST_OF_FAT = (4 << 30) - 1
_FAT = frozenset({"vfat", "msdos", "fat", "fat32"})
_OF_THE_COPY = frozenset(
    {FaultWord.CHANGED, FaultWord.MISSING, FaultWord.EXTRA, FaultWord.SUMS_BROKEN}
)
_SMALL_BYTES = 1 << 20


def zip_bytes(source: Source) -> int:
    """How large a ZIP of it gets, at most."""
    name = len(source.name.encode())
    around = sum(zipping.OVERHEAD_BYTES + 2 * (name + len(path)) for path in source.paths)
    return source.size + around


def check_size(largest_bytes: int, file_system: str) -> None:
    """See that a medium takes a file so large.  Raises FileTooLarge."""
    if file_system in _FAT and largest_bytes > LARGEST_OF_FAT:
        raise FileTooLarge(file_system, largest_bytes)


def fill_folder(copy: PartialFolder, source: Source, key: str, stop: Stop) -> Verdict:
    """Copy every file, have it on the medium, and judge what lies there.

    ``key`` is the fingerprint of who signed.

    Raises:
        PackageChanged: the source is not what was signed.
        Cancelled, DiskFull, PackageNotWritten: see ``Partial``.
    """
    for path in source.paths:
        _check(source, path, copy.copy(path, source.folder / path))
    copy.flush()
    place = FolderPlace(copy.folder)
    return _judged(place, source, key, stop, copy.step)


def fill_zip(
    copy: PartialFile, source: Source, key: str, words: Secret, at: datetime, stop: Stop
) -> Verdict:
    """The same, into a ZIP that ``words`` open; its files are dated ``at``."""
    with problems_of_medium(), zipping.writing(copy.file, words, at) as zip_:
        for path in source.paths:
            name = f"{source.name}/{path}"
            _check(source, path, zip_.copy(name, source.folder / path, stop, copy.step))
    with problems_of_medium():
        settled(copy.file)
    try:
        with zipping.reading(copy.file, words) as place:
            return _judged(place, source, key, stop, copy.step)
    except WordsWrong as problem:
        raise PackageNotWritten("the medium gave back another ZIP than was written") from problem
    except PackageMissing as problem:
        raise PackageNotWritten(f"the copy cannot be read back: {problem}") from problem


def _check(source: Source, path: str, sha256: str) -> None:
    if source.sums.get(path, sha256) != sha256:
        raise PackageChanged(path, "its SHA-256 is another one")


def _judged(
    place: Place, source: Source, key: str, stop: Stop, step: Callable[[int], None]
) -> Verdict:
    told = 0

    def progressed(done: int, _total: int) -> None:
        nonlocal told
        step(max(0, done - told))
        told = max(told, done)

    try:
        verdict = verify_place(place, "the copy", fingerprint=key, stop=stop, progressed=progressed)
    except PackageMissing as problem:
        raise PackageNotWritten(f"the copy cannot be read back: {problem}") from problem
    if verdict.sound:
        return verdict
    fault = verdict.faults[0]
    same = all(_unlisted(place, path) == source.unlisted(path) for path in UNLISTED)
    if same and not verdict.words & _OF_THE_COPY:
        raise PackageChanged(fault.path, fault.cause)
    raise PackageNotWritten(f"the medium gave back another {fault.path} than was written")


def _unlisted(place: Place, path: str) -> bytes | None:
    try:
        return place.small(path, _SMALL_BYTES)
    except OSError:
        return None
