"""Copies of packages: onto a medium, plain or locked in a ZIP; what was copied is checked again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from console.audit import Act, Audit
from console.errors import Cancelled, DiskFull, FieldRefused, FileTaken, Gone, Problem, StoreProblem
from console.evidence import copying, custody, spoken_words, zipping
from console.evidence.custody_proof import unlike
from console.evidence.faults import Verdict
from console.evidence.notes import ENCRYPTED, NOT_SOUND, SOUND, note_of
from console.evidence.opening import is_other, place_at
from console.evidence.paper_records import PassphraseSheet
from console.evidence.partial import PartialFile, PartialFolder
from console.evidence.problems import (
    FileTooLarge,
    OtherPackage,
    PackageChanged,
)
from console.evidence.receipt_lines import has_receipt, medium_in, medium_text
from console.evidence.receipt_of import receipt_of
from console.evidence.receipts import passphrase_pdf, receipt_pdf
from console.evidence.request_door import PackagePass, RequestDoor
from console.evidence.rules import RequestRefused, RequestRule
from console.evidence.source import Source, source_of
from console.evidence.verifying import verify_place
from console.forms import FieldRule
from console.free_text import clean_line
from console.platform.media import Medium
from console.secret import Secret
from console.station import StationSettings
from console.workers import Stop
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, Made, Package, PackageId
from db.store import Store

LONGEST_NAME, LONGEST_SERIAL = 60, 40
_CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (Cancelled, "cancelled"),
    (DiskFull, "full"),
    (FileTaken, "taken"),
    (FileTooLarge, "too_large"),
    (PackageChanged, "source_changed"),
    (StoreProblem, "store"),
)
_CAUSE_OF_THE_REST = "medium"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy that lies whole on its medium.

    ``words`` open it, and are told here and on ``passphrase_sheet``, and never again; both None:
    it is not encrypted.  ``receipt`` and ``passphrase_sheet`` are PDF; without a receipt the store
    could not be read any more: ``Copies.receipt`` makes it later.
    """

    folder_or_file: Path
    words: Secret | None
    receipt: bytes | None
    passphrase_sheet: bytes | None
    line: CustodyLine
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Order:
    """One copy that is to be made; ``key`` is the fingerprint of who signed."""

    let_in: PackagePass
    source: Source
    key: str
    target: Path
    medium: str  # as custody has it
    file_system: str
    words: Secret | None


class Copies:
    """Copies and checks; takes what reading the package twice takes: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem``, and ``RequestRefused``: the
    package is not made.  The gate is asked once, at the beginning.  What is done is told to custody
    and log; no log, no store and no file but the sheet ever holds the words.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        audit: Audit,
        settings: Callable[[], StationSettings],
        medium_of: Callable[[Path], Medium | None],
        zone: tzinfo | None = None,
    ) -> None:
        """``zone`` is where people read the times on papers; the PC's own by default."""
        self._store = store
        self._door = door
        self._audit = audit
        self._settings = settings
        self._medium_of = medium_of
        self._zone = zone

    def copy(
        self,
        package_id: PackageId,
        source_folder: Path | None,
        target: Path,
        *,
        encrypted: bool,
        medium: str = "",
        serial: str = "",
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> Copied:
        """Copy a package into the folder ``target``, read the copy back, and judge it there.

        Every file is compared with what the station signed, twice: as it is read, and as it lies
        on the medium.  The copy appears whole or not at all.  As a ZIP (AES-256, some 150 MB/s) it
        is opened by 7-Zip or WinZip with eight new words.

        Args:
            package_id: What is copied.
            source_folder: Where it lies; None: where it was made.
            target: A folder of the medium; it is there.
            encrypted: As one ZIP, instead of a folder.
            medium: What the medium is called, on paper and in custody; "": what it calls itself.
            serial: Its serial number; "" with ``medium`` "": what it tells.
            stop: Set it from any thread to give up, within 4 MiB.
            progressed: Called with bytes done and bytes in all, from this thread: each counts
                twice, as it is written and as it is read back.

        Raises:
            FieldRefused: ``field`` is "medium" or "serial".
            PackageMissing, PackageChanged: there is no package, or it is not as it was signed.
            FileTaken: the medium has something of that name.
            FileTooLarge: its file system takes no file of that size.
            DiskFull, PackageNotWritten: the medium is full, refuses, was pulled, or gives back
                something else than was written; nothing there looks finished.
            Cancelled: ``stop`` was set; nothing is left there.

        """
        let_in, package, made = self._entered(package_id)
        there = self._medium_of(target)
        named = _medium_text(medium, serial, there)
        order = _Order(
            let_in,
            source_of(source_folder or Path(package.target) / made.folder, made),
            made.signer_sha256,
            target,
            named,
            there.file_system if there else "",
            spoken_words.made() if encrypted else None,
        )
        sheet = self._sheet(order)  # words that cannot be printed would be lost
        self._note_begin(let_in, encrypted=encrypted)
        try:
            place, verdict, line = self._copied(order, stop, progressed)
        except (Problem, Cancelled) as problem:
            self._note_failure(let_in, problem)
            raise
        return Copied(
            folder_or_file=place,
            words=order.words,
            receipt=self._receipt_if_can(package, made, line, order.source),
            passphrase_sheet=sheet,
            line=line,
            verdict=verdict,
        )

    def verify(
        self,
        package_id: PackageId,
        place: Path,
        *,
        words: Secret | None = None,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> Verdict:
        """Check a package, or a copy of it, strictly; custody is told what came of it.

        Args:
            package_id: Which package it must be.
            place: Its folder, or the ZIP that it was copied into.
            words: What opens the ZIP; ``console.evidence.spoken_words.as_typed`` reads typed ones.
            stop: Set it from any thread to give up, within 4 MiB.
            progressed: Called with bytes done and bytes in all, from this thread.

        Raises:
            PackageMissing: there is no package, or no ZIP of ours.
            OtherPackage: it is another one; custody is told nothing.
            WordsWrong: the words do not open it, or none were given.
            Cancelled: ``stop`` was set.

        """
        let_in, package, made = self._entered(package_id)
        with place_at(place, words) as opened:
            verdict = verify_place(
                opened,
                str(place),
                fingerprint=made.signer_sha256,
                stop=stop,
                progressed=progressed,
            )
            if is_other(opened, package, made, sound=verdict.sound):
                raise OtherPackage
        note = note_of(verdict)
        with self._store.begin() as unit:
            custody.told(
                unit,
                self._audit,
                let_in,
                CustodyKind.VERIFIED,
                at=self._door.now,
                medium=_medium_text("", "", self._medium_of(place)),
                note=note,
                outcome=SOUND if verdict.sound else NOT_SOUND,
            )
        return verdict

    def receipt(
        self, package_id: PackageId, custody_id: CustodyId, source_folder: Path | None = None
    ) -> bytes:
        """The receipt for a line of custody, as PDF: see ``has_receipt``.

        ``source_folder`` is where the package lies, None: where it was made; its list of files is
        read there.

        Raises:
            FieldRefused: ``field`` is "kind": there is no receipt for such a line.
            PackageMissing, PackageChanged: the files cannot be told.
        """
        let_in, package, made = self._entered(package_id)
        with self._store.read() as unit:
            line = unit.custody.line(custody_id)
        if line.package_id != let_in.package_id:
            raise Gone("custody")
        if not has_receipt(package, line):
            raise FieldRefused("kind", FieldRule.UNKNOWN)
        source = source_of(source_folder or Path(package.target) / made.folder, made)
        return self._receipt(package, made, line, source)

    def _entered(self, package_id: PackageId) -> tuple[PackagePass, Package, Made]:
        let_in = self._door.enter_package(package_id)
        with self._store.read() as unit:
            package = let_in.found(unit)
        if package.made is None:
            raise RequestRefused(RequestRule.NOT_MADE)
        return let_in, package, package.made

    def _copied(
        self, order: _Order, stop: Stop, progressed: Callable[[int, int], None]
    ) -> tuple[Path, Verdict, CustodyLine]:
        source, words = order.source, order.words
        copy: PartialFolder | PartialFile
        if words is None:
            copying.check_size(max(source.sizes.values()), order.file_system)
            copy = PartialFolder(
                order.target,
                source.name,
                needed_bytes=source.size,
                stop=stop,
                progressed=progressed,
            )
            with copy:
                verdict = copying.fill_folder(copy, source, order.key, stop)
                return copy.settle(), verdict, self._note_copy(order, copy, "")
        needed_bytes = copying.zip_bytes(source)
        copying.check_size(needed_bytes, order.file_system)
        copy = PartialFile(
            order.target,
            source.name + zipping.ENDING,
            needed_bytes=needed_bytes,
            stop=stop,
            progressed=progressed,
        )
        with copy:
            at = self._door.now.astimezone(self._zone)
            verdict = copying.fill_zip(copy, source, order.key, words, at, stop)
            return copy.settle(), verdict, self._note_copy(order, copy, ENCRYPTED)

    def _sheet(self, order: _Order) -> bytes | None:
        if order.words is None:
            return None
        sheet = PassphraseSheet(
            station=self._settings().station_name,
            made_at=self._door.now,
            zone=self._zone,
            package=order.source.name,
            medium=medium_in(order.medium) if order.medium else None,
            words=order.words,
        )
        return passphrase_pdf(sheet)

    def _note_begin(self, let_in: PackagePass, *, encrypted: bool) -> None:
        with self._store.begin() as unit:
            let_in.found(unit)
            self._audit.write(
                unit,
                Act.COPY_STARTED,
                "package",
                let_in.package_id,
                officer_id=let_in.officer_id,
                encrypted=encrypted,
            )

    def _note_copy(
        self, order: _Order, copy: PartialFolder | PartialFile, note: str
    ) -> CustodyLine:
        """Custody of what has its name now; without custody it must not be there."""
        try:
            with self._store.begin() as unit:
                return custody.told(
                    unit,
                    self._audit,
                    order.let_in,
                    CustodyKind.COPIED,
                    at=self._door.now,
                    medium=order.medium,
                    note=note,
                )
        except Problem:
            copy.take_back()
            raise

    def _note_failure(self, let_in: PackagePass, problem: Exception) -> None:
        cause = next((word for kind, word in _CAUSES if isinstance(problem, kind)), "")
        log.info("package %s was not copied: %s", let_in.package_id, cause or problem)
        try:
            with self._store.begin() as unit:
                self._audit.write(
                    unit,
                    Act.COPY_FAILED,
                    "package",
                    let_in.package_id,
                    officer_id=let_in.officer_id,
                    reason=cause or _CAUSE_OF_THE_REST,
                )
        except StoreProblem as trouble:
            log.warning("the log was not told of a copy that failed: %s", trouble)

    def _receipt_if_can(
        self, package: Package, made: Made, line: CustodyLine, source: Source
    ) -> bytes | None:
        """The copy is there and told: its words must not be lost for want of a receipt."""
        try:
            return self._receipt(package, made, line, source)
        except StoreProblem as problem:
            log.warning("a copy has no receipt yet: %s", problem)
            return None

    def _receipt(self, package: Package, made: Made, line: CustodyLine, source: Source) -> bytes:
        settings = self._settings()
        with self._store.read() as unit:
            doubtful = unlike(unit, package.id)
            record = receipt_of(
                unit, package, made, line, source.packed, settings, self._zone, doubtful
            )
        return receipt_pdf(record)


def _medium_text(name: str, serial: str, there: Medium | None) -> str:
    """As custody has it; the device's own words where nobody said anything.

    Raises FieldRefused.
    """
    if there is not None and not name.strip() and not serial.strip():
        name, serial = there.name, there.serial
    return medium_text(
        clean_line("medium", name, LONGEST_NAME, may_be_empty=True),
        clean_line("serial", serial, LONGEST_SERIAL, may_be_empty=True),
    )
