"""Foreign files that somebody brings: copied in as they are, hashed, never changed, never parsed.

A file is read in pieces, read-only, and lies at ``exhibits/<time>-<word>/<its cleaned name>`` in
the data folder afterwards.  Its row is written last, so a row always has its file; what a crash
leaves has no row and is swept away by the next intake.
"""

from __future__ import annotations

import hashlib
import logging
import math
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from console.audit import Act, Audit
from console.clock import Clock
from console.errors import Cancelled, ExhibitDamaged, ExhibitRefused, FieldRefused, StoreFailed
from console.file_names import clean_file_name
from console.forms import FieldRule
from console.free_text import clean_line, clean_lines
from console.gate import Gate
from console.rights import Action
from console.workers import Stop
from db.durable import settle
from db.footage_records import Exhibit, ExhibitId
from db.store import Store

FOLDER = "exhibits"
LARGEST_BYTES = 1 << 40
LEFT_FREE_BYTES = 2_000_000_000
"""So much stays free on the data folder's disk, whatever is brought."""
LONGEST_LINE, LONGEST_NOTE = 160, 2000
FURTHEST_OFFSET_S = 20 * 365.25 * 86_400
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitForm:
    """What is said about a file; see ``db.footage_records.Exhibit``."""

    given_by: str
    device: str = ""
    note: str = ""
    claimed_start: datetime | None = None
    offset_s: float | None = None


class Exhibits:
    """Takes foreign files in, lists them, checks them.  Blocks: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.EXHIBITS``, and logged: never a person's name or a file's.
    """

    def __init__(
        self, data_dir: Path, store: Store, gate: Gate, audit: Audit, clock: Clock
    ) -> None:
        self._folder = data_dir / FOLDER
        self._store = store
        self._gate = gate
        self._audit = audit
        self._clock = clock

    def list(self) -> list[Exhibit]:
        """What was taken in, the newest first."""
        self._gate.require(Action.HANDLE_EXHIBITS)
        with self._store.read() as unit:
            return unit.exhibits.all()

    def path(self, exhibit_id: ExhibitId) -> Path:
        """Where an exhibit's bytes lie, for a player.  Raises Gone, ExhibitDamaged."""
        self._gate.require(Action.HANDLE_EXHIBITS)
        with self._store.read() as unit:
            return self._found(unit.exhibits.exhibit(exhibit_id))

    def look_at(self, source: Path) -> int:
        """Whether a file on somebody's stick can be read; returns its size in bytes.

        A player is opened on it afterwards: nothing of it is kept.

        Raises:
            ExhibitRefused: ``rule`` is of ``ExhibitRule``.
        """
        self._gate.require(Action.HANDLE_EXHIBITS)
        with _opened(source) as file:
            size = os.fstat(file.fileno()).st_size
            if not _read(file, 1):
                raise ExhibitRefused(ExhibitRule.EMPTY)
        return size

    def intake(
        self,
        source: Path,
        form: ExhibitForm,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> Exhibit:
        """Copy ``source`` in; it is hashed while it is read, and again from our disk.

        ``progressed`` hears bytes done and in all, both passes counted.

        Raises:
            FieldRefused: ``field`` is one of ``ExhibitForm``.
            ExhibitRefused: ``rule`` is of ``ExhibitRule``; nothing of it is left.
            Cancelled: ``stop`` was set; nothing is left.
        """
        officer_id = self._gate.require(Action.HANDLE_EXHIBITS)
        checked = checked_form(form)
        self._sweep()
        with _opened(source) as file:
            size = os.fstat(file.fileno()).st_size
            self._check_room(size)
            place = self._new_place(source.name)
            try:
                digest = _kept(file, place, size, stop, progressed)
                with self._store.begin() as unit:
                    exhibit = unit.exhibits.add(
                        name=place.name,
                        file=place.relative_to(self._folder).as_posix(),
                        size_bytes=size,
                        sha256=digest,
                        given_by=checked.given_by,
                        device=checked.device,
                        note=checked.note,
                        claimed_start=checked.claimed_start,
                        offset_s=checked.offset_s,
                        taken_by=officer_id,
                        taken_at=self._clock.now(),
                    )
                    self._audit.write(
                        unit,
                        Act.EXHIBIT_TAKEN,
                        "exhibit",
                        exhibit.id,
                        officer_id=officer_id,  # another may sit here by now
                        bytes=size,
                        sha256=digest,
                    )
            except BaseException as error:
                _throw_away(place.parent)
                if isinstance(error, OSError):
                    raise StoreFailed(f"the file was not kept: {error.strerror}") from error
                raise
        return exhibit

    def verify(
        self, exhibit_id: ExhibitId, *, stop: Stop, progressed: Callable[[int, int], None]
    ) -> Exhibit:
        """Hash an exhibit's file anew; the log is told how it was found.

        Raises:
            ExhibitDamaged: it is gone, or is not what was taken in.
            Cancelled, Gone.
        """
        officer_id = self._gate.require(Action.HANDLE_EXHIBITS)
        with self._store.read() as unit:
            exhibit = unit.exhibits.exhibit(exhibit_id)
        size = exhibit.size_bytes
        try:
            found = hash_of(self._found(exhibit), stop, lambda done: progressed(done, size))
        except (OSError, ExhibitDamaged):
            found = ""
        whole = found == exhibit.sha256
        with self._store.begin() as unit:
            self._audit.write(
                unit,
                Act.EXHIBIT_CHECKED,
                "exhibit",
                exhibit_id,
                officer_id=officer_id,
                whole=whole,
            )
        if not whole:
            raise ExhibitDamaged(f"exhibit {exhibit_id} is not what was taken in")
        return exhibit

    def _found(self, exhibit: Exhibit) -> Path:
        path = (self._folder / exhibit.file).resolve()
        if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            raise ExhibitDamaged(f"exhibit {exhibit.id} is not there")
        return path

    def _check_room(self, size: int) -> None:
        if size == 0:
            raise ExhibitRefused(ExhibitRule.EMPTY)
        if size > LARGEST_BYTES:
            raise ExhibitRefused(ExhibitRule.TOO_LARGE)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            raise StoreFailed(f"the exhibits' folder: {error.strerror}") from error
        if free < size + LEFT_FREE_BYTES:
            raise ExhibitRefused(ExhibitRule.NO_ROOM)

    def _new_place(self, name: str) -> Path:
        stamp = self._clock.now().strftime("%Y%m%dT%H%M%SZ")
        folder = self._folder / f"{stamp}-{secrets.token_hex(4)}"
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise StoreFailed(f"the exhibits' folder: {error.strerror}") from error
        return folder / clean_file_name(name, "exhibit")

    def _sweep(self) -> None:
        """Remove what intakes that were cut off by a crash left, a day ago or earlier."""
        with self._store.read() as unit:
            known = {exhibit.file.split("/")[0] for exhibit in unit.exhibits.all()}
        oldest = (self._clock.now() - _STALE).timestamp()
        if not self._folder.is_dir():
            return
        for folder in self._folder.iterdir():
            if folder.name not in known and folder.lstat().st_mtime < oldest:
                log.info("an intake that did not end is swept away: %s", folder.name)
                _throw_away(folder)


def checked_form(form: ExhibitForm) -> ExhibitForm:
    """``form`` cleaned.  Raises FieldRefused."""
    if form.claimed_start is not None and form.claimed_start.tzinfo is None:
        raise FieldRefused("claimed_start", FieldRule.RANGE)
    offset = form.offset_s
    if offset is not None and not (math.isfinite(offset) and abs(offset) <= FURTHEST_OFFSET_S):
        raise FieldRefused("offset_s", FieldRule.RANGE)
    return ExhibitForm(
        given_by=clean_line("given_by", form.given_by, LONGEST_LINE),
        device=clean_line("device", form.device, LONGEST_LINE, may_be_empty=True),
        note=clean_lines("note", form.note, LONGEST_NOTE, "\n"),
        claimed_start=form.claimed_start,
        offset_s=offset,
    )


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
        while chunk := _read(source, min(_CHUNK, size + 1 - done)):
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


def _read(source: BinaryIO, size: int) -> bytes:
    try:
        return source.read(size)
    except OSError as error:
        raise ExhibitRefused(ExhibitRule.UNREADABLE) from error


def _opened(path: Path) -> BinaryIO:
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


def _throw_away(folder: Path) -> None:
    for file in folder.glob("*"):
        file.chmod(0o600)  # Windows removes no file that is read-only
    shutil.rmtree(folder, ignore_errors=True)
