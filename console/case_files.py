"""The files of cases in backups: stills, papers, exhibits, each once, called by its hash.

A backup's store tells of each with its SHA-256, and the manifest has the store's: so the files
need no list of their own.  They lie beside the backups of a medium, ``case-files/ab/abcdef…``, are
read back after they were written, and are never removed there, as they are not in the station.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from console.errors import Cancelled, ExhibitRefused
from console.file_names import clean_file_name
from console.file_shelf import LEFT_FREE_BYTES, hash_of, opened, read
from console.platform.others import lives
from console.workers import Stop
from db.durable import settle
from db.file_records import CaseFile
from db.store import Store

FOLDER = "case-files"
_CHUNK = 4 << 20
_HASH = re.compile(r"[0-9a-f]{64}")
_PARTIAL = re.compile(r"[0-9a-f]{64}\.(\d+)\.partial")
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Progress = Callable[[int, int], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesCopied:
    """What came of copying: counts of files, and the bytes that were copied.

    Each of ``named`` was there already, or was copied, or is among those that were ``left``.
    """

    named: int
    copied: int = 0
    copied_bytes: int = 0
    damaged: int = 0  # gone, unreadable, or not what was kept
    no_room: int = 0
    no_room_bytes: int = 0
    stopped: int = 0  # not reached: somebody stopped it, or the medium broke

    @property
    def left(self) -> int:
        """How many are not where they should be."""
        return self.damaged + self.no_room + self.stopped


@dataclass(frozen=True, slots=True)
class _Errand:
    """A file to be copied, if ``source`` is what it should be; None: nobody knows where it is."""

    source: Path | None
    target: Path | None
    sha256: str
    size: int


class _Damaged(Exception):
    """The source is not what was kept, or was not written as it is."""


def copy_out(
    store: Store, data_dir: Path, medium: Path, *, stop: Stop, progressed: Progress
) -> FilesCopied:
    """Have every file that the store names on ``medium``: the folder that its backups lie in.

    What is there is not copied again, nor looked into: a night without new files costs a listing.
    Each is hashed as it is read, and again as it was written.  Raises StoreProblem.
    """
    kept = medium / FOLDER
    there = set(_swept(kept))
    with store.read() as unit:
        files = list({file.sha256: file for file in unit.case_files.all()}.values())
    errands = []
    for file in files:
        if file.sha256 not in there:
            source = placed(data_dir, file)
            errands.append(_errand(source, _kept(kept, file.sha256), file.sha256))
    return _run(errands, len(files), medium, stop, progressed)


def bring_back(
    files: Iterable[CaseFile], backup: Path, data_dir: Path, *, stop: Stop, progressed: Progress
) -> FilesCopied:
    """Have ``files`` in ``data_dir``, from beside ``backup``; what is there stays as it is.

    ``backup`` may lie on a medium, or in the data folder of a station that is no more.  It may be
    anybody's: no file is taken but one that has the hash that its store tells, and none goes
    anywhere but below the folder of its kind.
    """
    beside, station = backup.resolve().parent.parent / FOLDER, backup.resolve().parents[2:3]
    errands, named = [], 0
    for file in files:
        named += 1
        target = placed(data_dir, file)
        if target is None or not target.is_file():
            sources = [_kept(beside, file.sha256), *(placed(each, file) for each in station)]
            found = (each for each in sources if each is not None and each.is_file())
            errands.append(_errand(next(found, None), target, file.sha256))
    return _run(errands, named, data_dir, stop, progressed)


def files_of(store: Store) -> list[CaseFile]:
    """Every file that the cases of ``store`` have beside it.  Raises StoreProblem."""
    with store.read() as unit:
        return list(unit.case_files.all())


def _run(
    errands: list[_Errand], named: int, disk: Path, stop: Stop, progressed: Progress
) -> FilesCopied:
    """Copy the small ones first, so that one film costs no hundred papers their place."""
    errands.sort(key=lambda each: each.size)
    total, done = sum(each.size for each in errands), FilesCopied(named=named)
    for number, errand in enumerate(errands):
        try:
            if shutil.disk_usage(disk).free < errand.size + LEFT_FREE_BYTES:
                size = done.no_room_bytes + errand.size
                done = replace(done, no_room=done.no_room + 1, no_room_bytes=size)
                continue
            _copy(errand, stop, partial(_shift, progressed, done.copied_bytes, total))
            size = done.copied_bytes + errand.size
            done = replace(done, copied=done.copied + 1, copied_bytes=size)
        except (_Damaged, ExhibitRefused):
            log.info("a file of a case is not what was kept: %s", errand.sha256)
            done = replace(done, damaged=done.damaged + 1)
        except (Cancelled, OSError) as error:
            log.info("files of cases are left: %s", error)
            return replace(done, stopped=len(errands) - number)
    return done


def _shift(progressed: Progress, base: int, total: int, more: int) -> None:
    progressed(base + more, total)


def _errand(source: Path | None, target: Path | None, sha256: str) -> _Errand:
    try:
        size = 0 if source is None else source.stat().st_size
    except OSError:
        source, size = None, 0
    return _Errand(source, target, sha256, size)


def _copy(errand: _Errand, stop: Stop, grown: Callable[[int], None]) -> None:
    """Raises _Damaged, ExhibitRefused, Cancelled, OSError; then there is nothing of it."""
    source, target = errand.source, errand.target
    if source is None or target is None:
        raise _Damaged
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    left = target.with_name(f"{target.name}.{os.getpid()}.partial")
    left.unlink(missing_ok=True)
    digest, done = hashlib.sha256(), 0
    try:
        with opened(source) as file, os.fdopen(os.open(left, _WRITE, 0o600), "wb") as sink:
            while done <= errand.size and (chunk := read(file, _CHUNK)):
                if stop.is_set():
                    raise Cancelled
                sink.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                grown(min(done, errand.size))
        if digest.hexdigest() != errand.sha256 or not _is(left, errand.sha256, stop):
            raise _Damaged
        settle(left, target)
    finally:
        left.unlink(missing_ok=True)
    with suppress(OSError):  # a medium that knows no rights
        target.chmod(0o400)


def _is(path: Path, sha256: str, stop: Stop) -> bool:
    return hash_of(path, stop, lambda _done: None) == sha256


def _kept(kept: Path, sha256: str) -> Path | None:
    """Where a file of that hash lies on a medium; None: it is no hash."""
    return kept / sha256[:2] / sha256 if _HASH.fullmatch(sha256) else None


def placed(data_dir: Path, file: CaseFile) -> Path | None:
    """Where a file lies in a station; None: no name of ours, which may lead anywhere."""
    parts = PurePosixPath(file.file).parts
    if not parts or any(clean_file_name(part, "_") != part for part in parts):
        return None
    return data_dir.joinpath(file.kind, *parts)


def _swept(kept: Path) -> Iterator[str]:
    """The hashes that are on a medium; what a process that was killed left there is removed."""
    with suppress(OSError):
        for folder in kept.iterdir():
            for each in folder.iterdir():
                if _HASH.fullmatch(each.name):
                    yield each.name
                elif (left := _PARTIAL.fullmatch(each.name)) and not lives(int(left[1])):
                    each.unlink(missing_ok=True)
