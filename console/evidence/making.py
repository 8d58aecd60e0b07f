"""One package, from the queue's row to a signed folder on a medium.

In this order: what there is, native copies, viewing copies, stills; all of them are read back, of
native copies each by the engine as soon as it is written; the log is signed; its extract, checkers
and cover sheet are added, then the signature; and only then the folder gets its name.
"""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from console.audit import clean_workstation
from console.clock import Clock
from console.events import Post
from console.evidence import extract, leftovers
from console.evidence.adopting import left_whole
from console.evidence.checkers import READ_FIRST, travelling
from console.evidence.cover import cover_docx, cover_pdf
from console.evidence.cover_of import cover_of
from console.evidence.engine_hands import Hands
from console.evidence.filling import Filling, Plan, plan
from console.evidence.known import entries, read
from console.evidence.made import Content
from console.evidence.manifest import HeadTold, Role
from console.evidence.names import COVER, COVER_TO_EDIT, LOG, PARTIAL, folder_name
from console.evidence.pace import PackageStop, Progress, Work
from console.evidence.problems import PackageNotMade
from console.evidence.rules import Cause
from console.evidence.telling import manifest_of
from console.evidence.writing import PackageWriter
from console.heads import Heads
from console.platform import pc_clock
from console.platform.mounts import largest_file_bytes
from console.seal import StationKey
from console.station import StationSettings
from console.video.archive_reader import ArchiveReader
from console.video.footage_ports import FootageEngine
from db.evidence_records import Head, Made, Package
from db.records import SignedHead
from db.store import Store

_NO_NAME = "goi"
EXPORT = "export"
"""The reason of the heads that are signed before and after."""

log = logging.getLogger(__name__)


def no_stamp(_sums: bytes) -> bytes | None:
    """The station asks no time-stamp authority."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What making packages takes.

    ``engine`` None: none can be made here.  ``zone`` is that of the station, None: the PC's own.
    ``stamper`` gets the bytes of SHA256SUMS and gives back an RFC 3161 token, or None; it raises
    nothing and has a time-out of its own.  ``serial_of`` tells the serial of the medium that a
    folder lies on, "" where it has none, None where nobody knows.
    """

    store: Store
    index: ArchiveReader
    engine: FootageEngine | None
    heads: Heads
    clock: Clock
    settings: Callable[[], StationSettings]
    post: Post
    zone: tzinfo | None = None
    stamper: Callable[[bytes], bytes | None] = no_stamp
    serial_of: Callable[[Path], str | None] = lambda _folder: None


class Finished:
    """A package that lies whole on its medium; ``writer`` None: an earlier try made it."""

    def __init__(self, folder: Path, made: Made, writer: PackageWriter | None) -> None:
        self.made = made
        self._folder = folder
        self._writer = writer

    def take_back(self) -> None:
        """Take it away again: it was cancelled at the last moment.  Its own files only.

        What an earlier try made only loses its name.
        """
        if self._writer is not None:
            self._writer.take_back()
            return
        with suppress(OSError):
            self._folder.rename(self._folder.with_name(self._folder.name + PARTIAL))


class Making:
    """Makes one.  One thread; takes as long as the engine and the medium do.

    ``medium_lost``: what was being written has gone.
    """

    def __init__(
        self, shop: Workshop, begun: Package, stop: PackageStop, progress: Progress
    ) -> None:
        self._shop = shop
        self._begun = begun
        self._target = Path(begun.target)
        self._stop = stop
        self._progress = progress
        self._zone = shop.zone or _zone_of(shop.clock.now())
        self._writer: PackageWriter | None = None
        self._heard: Callable[[float], None] = _ignore  # hears of bytes that the writer reads

    @property
    def medium_lost(self) -> bool:
        """Whether the medium went away while it was written to, or was never there."""
        if self._writer is not None and self._writer.lost:
            return True
        try:
            return not self._target.is_dir()
        except OSError:
            return True

    def make(self) -> Finished:
        """Make it; it has its name when this returns.

        Raises:
            PackageNotMade: ``cause`` says why.
            Cancelled: nobody wants it any more, or the program ends; nothing is left.
            EngineLost, DiskFull, FileTaken, MasksRefused, PackageNotWritten: as they say; nothing
                is left that looks finished.
            LogMeddled, VaultLocked, StoreProblem: the station.

        """
        self._stop.check()
        serial = self._serial()
        is_again = self._begun.tries > 1
        if is_again and (left := self._left_whole(serial)) is not None:
            return left
        if is_again and (gone := leftovers.clear(self._target, self._begun.uuid)):
            log.info("what %d tries left of package %s is gone", gone, self._begun.id)
        known = read(self._shop.store, self._begun)
        chosen = plan(self._shop.index, known, self._shop.clock.now())
        self._check_files(chosen)
        before = self._signed()
        began_at = self._shop.clock.now()
        name = folder_name(
            known.case or _NO_NAME, began_at.astimezone(self._zone), self._begun.uuid[:8]
        )
        chosen.expect(self._progress)
        writer = PackageWriter(
            self._target,
            name,
            needed_bytes=chosen.sizes.needed_bytes,
            stop=self._stop,
            progressed=lambda done, _total: self._heard(done),
            uuid=self._begun.uuid,
        )
        self._writer = writer
        with writer:
            filled = self._filled(chosen, writer)
            with self._progress.doing(Work.PAPERS):
                content = Content(
                    name=name,
                    known=known,
                    settings=self._shop.settings(),
                    zone=self._zone,
                    made_at=self._shop.clock.now(),
                    workstation=clean_workstation(platform.node()),
                    clock_synchronised=pc_clock.is_synchronised(),
                    lines=filled.lines,
                    stills=filled.stills,
                    stills_missing=filled.lost,
                    head_before=before,
                    head_after=self._signed(),
                    medium_serial=serial,
                )
                return self._papers(writer, content)

    def _check_files(self, chosen: Plan) -> None:
        """No file is too large for the medium's file system."""
        most_bytes = largest_file_bytes(self._target)
        if most_bytes is not None and chosen.sizes.largest_bytes > most_bytes:
            raise PackageNotMade(Cause.NO_ROOM)

    def left(self) -> Finished | None:
        """What a process finished that died before it could tell; None: there is no such thing.

        Takes what reading all of it takes.

        Raises:
            PackageNotMade: another medium is there.
            Cancelled: as ``make``.
            StoreProblem: the station's keys cannot be read.

        """
        return self._left_whole(self._serial())

    def _left_whole(self, serial: str) -> Finished | None:
        keys = {each.fingerprint for each in self._shop.heads.public_keys()}
        left = left_whole(
            self._begun, keys, serial, stop=self._stop, progressed=lambda _done, _total: None
        )
        return None if left is None else Finished(self._target / left.folder, left, None)

    def _signed(self) -> SignedHead:
        """The log, signed as it is now."""
        head = self._shop.heads.sign_head(EXPORT)
        if head is None:
            raise PackageNotMade(Cause.KEY_MISSING)
        return head

    def _serial(self) -> str:
        """The serial of the medium that is there, which is the one that was meant."""
        meant = self._begun.medium_serial
        there = self._shop.serial_of(self._target)
        if meant and there is not None and meant != there:
            raise PackageNotMade(Cause.OTHER_MEDIUM)
        return there or meant

    def _filled(self, chosen: Plan, writer: PackageWriter) -> Filling:
        """All copies, made and read back from the medium."""
        hands = Hands(self._shop.engine, self._stop)
        filled = Filling(chosen, self._shop.index, hands, writer, self._progress, self._zone)
        filled.make()
        with self._progress.doing(Work.READ) as reached:
            self._heard = reached
            writer.measure()
            self._heard = _ignore
        self._progress.whole(Work.READ)
        return filled

    def _papers(self, writer: PackageWriter, content: Content) -> Finished:
        """Everything else; the folder has its name then."""
        key = self._key()
        fingerprint = key.public().fingerprint()
        before, after = content.head_before, content.head_after
        chosen = entries(self._shop.store, content.known, before.seq, after.seq)
        log = extract.told(
            chosen,
            HeadTold(seq=before.seq, hash=before.hash),
            HeadTold(seq=after.seq, hash=after.hash),
        )
        writer.add_bytes(LOG, extract.written(chosen), Role.LOG)
        station = content.settings.station_name
        for path, file in travelling(content.known.case, station, fingerprint).items():
            writer.add_bytes(path, file, Role.GUIDE if path == READ_FIRST else Role.CHECKER)
        sheet = cover_of(content, writer.measure(), fingerprint)
        self._stop.check()
        writer.add_bytes(COVER, cover_pdf(sheet), Role.COVER)
        writer.add_bytes(COVER_TO_EDIT, cover_docx(sheet), Role.COVER)
        manifest = manifest_of(content, log)
        folder = writer.finish(manifest, key, content.zone, self._shop.stamper)
        return Finished(folder, _made(content, writer, fingerprint), writer)

    def _key(self) -> StationKey:
        key = self._shop.heads.signing_key()
        if key is None:
            raise PackageNotMade(Cause.KEY_MISSING)
        return key


def _made(content: Content, writer: PackageWriter, fingerprint: str) -> Made:
    before, after = content.head_before, content.head_after
    return Made(
        folder=content.name,
        medium_serial=content.medium_serial,
        sums_sha256=writer.sums_sha256,
        signer_sha256=fingerprint,
        head_before=Head(before.seq, before.hash),
        head_after=Head(after.seq, after.hash),
        missing=tuple(each for line in content.lines for each in line.missing),
        viewing_missing=tuple(each for line in content.lines for each in line.viewing_missing),
    )


def _zone_of(now: datetime) -> tzinfo:
    """The PC's own zone, as it is now."""
    zone = now.astimezone().tzinfo
    assert zone is not None
    return zone


def _ignore(_done: float) -> None:
    """Nobody listens."""
