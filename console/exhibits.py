"""Foreign files that somebody brings: taken in as they are, and who brought them.

They lie on a shelf of their own (``file_shelf``), ``exhibits/`` in the data folder.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.audit import Act, Audit
from console.clock import Clock
from console.errors import ExhibitDamaged, ExhibitRefused, FieldRefused
from console.file_shelf import ExhibitRule, FileShelf, hash_of, opened, read
from console.forms import FieldRule
from console.free_text import clean_line, clean_lines
from console.gate import Gate
from console.rights import Action
from console.workers import Stop
from db.footage_records import Exhibit, ExhibitId
from db.store import Store

FOLDER = "exhibits"
LARGEST_BYTES = 1 << 40
LONGEST_LINE, LONGEST_NOTE = 160, 2000
FURTHEST_OFFSET_S = 20 * 365.25 * 86_400


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
        self._shelf = FileShelf(data_dir / FOLDER, "exhibit", LARGEST_BYTES)
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
        """Where an exhibit's bytes lie, for a player: the log is told that it is watched.

        Raises Gone, ExhibitDamaged; then there is no line.
        """
        officer_id = self._gate.require(Action.HANDLE_EXHIBITS)
        with self._store.begin() as unit:
            path = self._found(unit.exhibits.exhibit(exhibit_id))
            self._audit.write(
                unit, Act.EXHIBIT_WATCHED, "exhibit", exhibit_id, officer_id=officer_id
            )
        return path

    def look_at(self, source: Path) -> int:
        """Whether a file on somebody's stick can be read; returns its size in bytes.

        A player is opened on it afterwards: nothing of it is kept.

        Raises:
            ExhibitRefused: ``rule`` is of ``ExhibitRule``.
        """
        self._gate.require(Action.HANDLE_EXHIBITS)
        with opened(source) as file:
            size = os.fstat(file.fileno()).st_size
            if not read(file, 1):
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
        now = self._clock.now()
        with self._store.read() as unit:
            files = {exhibit.file for exhibit in unit.exhibits.all()}
        self._shelf.sweep(files, now)
        with (
            self._shelf.taken(source, now, stop=stop, progressed=progressed) as shelved,
            self._store.begin() as unit,
        ):
            exhibit = unit.exhibits.add(
                name=shelved.name,
                file=shelved.file,
                size_bytes=shelved.size_bytes,
                sha256=shelved.sha256,
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
                bytes=shelved.size_bytes,
                sha256=shelved.sha256,
            )
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
        path = self._shelf.path(exhibit.file)
        if path is None:
            raise ExhibitDamaged(f"exhibit {exhibit.id} is not there")
        return path


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
