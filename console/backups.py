"""Backups of the station: made, tried out, thinned out, copied to a second medium.

``console/README.md``, "Backups", says what one holds and who can open it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from console.audit import Act, Audit
from console.backup_files import (
    STORE_FILE,
    BackupKind,
    Manifest,
    folder_name,
    place,
    read_manifest,
    seen,
    write_manifest,
)
from console.backup_shelf import (
    FOLDER,
    KEPT,
    MEDIUM_FOLDER,
    is_there,
    made_in,
    sweep,
    thin_out,
    whole,
)
from console.case_files import FilesCopied, copy_out
from console.clock import Clock
from console.config import SETUP_FILE
from console.durable import write_durably
from console.errors import (
    BackupFailed,
    BackupOverdue,
    BackupRefused,
    Cancelled,
    CaseFilesLeft,
    Problem,
    SecondMediumFailed,
    StoreProblem,
)
from console.events import Noticed, Post
from console.gate import Gate
from console.heads import LAST_SECRET
from console.rights import Action
from console.secret import Secret
from console.vault import Vault
from console.vault_file import VAULT_FILE, with_older
from console.workers import Stop
from db.copies import Copied, look_into
from db.durable import settle_folder
from db.errors import StoreDamaged
from db.store import Store

A_WEEK = timedelta(days=7)
ALARM_AFTER = timedelta(days=3)

Progress = Callable[[int, int], None]

log = logging.getLogger(__name__)


def _nobody_looks(_done: int, _all: int) -> None:
    """The night's backups make no fuss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A backup that is there.

    ``seq`` and ``hash`` are of the newest log entry in it, ``size`` is in bytes.  ``sheet``: a
    recovery sheet opens its vault on another PC.  ``second``: it is on the second medium, too.
    ``files`` is told of one that was made just now: what came of copying the files of cases there.
    """

    folder: Path
    kind: BackupKind
    at: datetime
    schema: str
    seq: int
    hash: str
    size: int
    sheet: bool
    second: bool
    files: FilesCopied | None = None


class Backups:
    """The backups of one station.  Any thread; a run takes seconds, so not the GUI's."""

    def __init__(
        self,
        data_dir: Path,
        store: Store,
        vault: Vault,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        post: Post,
        second_medium: Callable[[], Path | None],
    ) -> None:
        """``second_medium`` tells, each time anew, where copies go besides; None: nowhere."""
        self._data_dir = data_dir
        self._store = store
        self._vault = vault
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._post = post
        self._second_medium = second_medium
        self._lock = threading.Lock()  # one run at a time; the store's is taken under it

    def run(
        self,
        kind: BackupKind = BackupKind.BY_HAND,
        *,
        stop: Stop | None = None,
        progressed: Progress = _nobody_looks,
    ) -> BackedUp:
        """Make a backup now.

        What goes wrong with the second medium alone is posted as ``Noticed``; the backup holds.
        Once it is made, files of cases that the second medium lacks are copied there: seconds on
        most days, hours when somebody brought films (``console.case_files``).

        Args:
            kind: How long it is kept.
            stop: Obeyed between two steps, until the backup is one; then by the copying of files,
                which goes on from there the next time.
            progressed: Called on this thread with steps done and in all, then, if there are files
                to be copied, with bytes.

        Raises:
            Cancelled: ``stop`` was set; there is none.
            NotAllowed: see ``console.gate``.
            BackupFailed: there is none; the ones before are as they were.
            StoreProblem: it was made, and the log could not be told.
        """
        self._gate.require(Action.BACK_UP)
        return self._run(kind, _Steps(stop or Stop(), progressed))

    def run_nightly(self, stop: Stop | None = None) -> BackedUp:
        """What the console does by itself each night: the daily one, and one a week to keep.

        ``stop`` is obeyed by the copying of files alone.  Raises as ``run``, but for NotAllowed.
        """
        stop = stop or Stop()
        made = self._run(BackupKind.DAILY, _Steps(stop, _nobody_looks, whole=True))
        weekly = self.newest(BackupKind.WEEKLY)
        if weekly is None or abs(made.at - weekly.at) >= A_WEEK:
            self._run(BackupKind.WEEKLY, _Steps(stop, _nobody_looks, whole=True))
        return made

    def list(self) -> tuple[BackedUp, ...]:
        """Every backup that is there, newest first.  Raises NotAllowed."""
        self._gate.require(Action.BACK_UP)
        return self._found()

    def newest(self, kind: BackupKind | None = None) -> BackedUp | None:
        """The newest of its kind, or of all; for a line on the screen, so not guarded."""
        found = (backup for backup in self._found() if kind in {None, backup.kind})
        return next(found, None)

    def alarm(self) -> BackupOverdue | None:
        """What to tell when there was no backup for three days; not guarded.

        A new station has three days from the first entry of its log on.  Raises StoreProblem.
        """
        newest = self.newest()
        now = self._clock.now()
        since = newest.at if newest and newest.at <= now else self._begun()
        if since is None:
            return None
        age = now - since
        return BackupOverdue(age.days) if age > ALARM_AFTER else None

    def has_sheet(self) -> bool:
        """Whether a recovery sheet opens the backups that are made now.  Raises VaultLocked."""
        return self._vault.has_sheet()

    def make_sheet(self) -> Secret:
        """The code of a new recovery sheet, to be printed at once: it is given out this once.

        Backups that were made before still open with the sheet of then alone.

        Raises:
            NotAllowed: see ``console.gate``.
            VaultLocked, StoreProblem: there is no new sheet.
        """
        self._gate.require(Action.MAKE_SHEET)
        self._vault.check_opens()  # a keystore may think for seconds: no writer waits for it
        with self._store.begin() as unit:
            self._audit.write(unit, Act.SETTINGS_CHANGED, "station", fields=["recovery_sheet"])
            return self._vault.make_sheet()

    def _begun(self) -> datetime | None:
        with self._store.read() as unit:
            first = unit.trail.entries(limit=1)
        return first[0].at if first else None

    def _run(self, kind: BackupKind, steps: _Steps) -> BackedUp:
        at = self._clock.now().replace(microsecond=0)
        folder = self._data_dir / FOLDER / kind / folder_name(at)
        with self._lock:
            try:
                manifest = self._make(folder, kind, at, steps)
            except (Problem, OSError) as error:
                self._tell_failure(kind)
                raise BackupFailed(f"no backup was made: {error}") from error
            second = self._copy_to_second_medium(folder, kind)
            steps.done()
            with self._store.begin() as unit:
                self._audit.write(
                    unit,
                    Act.BACKED_UP,
                    "station",
                    kind=str(kind),
                    head_seq=manifest.seq,
                    head_hash=manifest.hash,
                    store_sha256=manifest.files[STORE_FILE].sha256,
                    second_medium=second,
                )
        log.info("backup %s made, log up to entry %d", folder.name, manifest.seq)
        made = _backed_up(folder, manifest, second=second)
        return replace(made, files=self._copy_files(steps)) if second else made

    def _copy_files(self, steps: _Steps) -> FilesCopied | None:
        """Bring the files of cases to the second medium; None: it was taken away meanwhile.

        Two runs may both be at it: a file appears there whole, and is the same.
        """
        medium = self._medium()
        if medium is None:
            return None
        done = copy_out(
            self._store,
            self._data_dir,
            medium / MEDIUM_FOLDER,
            stop=steps.stop,
            progressed=steps.progressed,
        )
        if done.copied or done.left:
            with self._store.begin() as unit:
                self._audit.write(
                    unit,
                    Act.FILES_BACKED_UP,
                    "station",
                    files=done.named,
                    copied=done.copied,
                    bytes=done.copied_bytes,
                    damaged=done.damaged,
                    no_room=done.no_room,
                    stopped=done.stopped,
                )
        if done.left and not steps.stop.is_set():
            self._post(Noticed(CaseFilesLeft(done.left, done.no_room_bytes)))
        return done

    def _make(self, folder: Path, kind: BackupKind, at: datetime, steps: _Steps) -> Manifest:
        """Make one, try it out, and only then give it its name and thin out the older ones."""
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        sweep(folder.parent)
        with made_in(folder) as partial:
            before = self._content(VAULT_FILE)
            self._store.backup(partial / STORE_FILE)
            vault, set_up = self._content(VAULT_FILE), self._content(SETUP_FILE)
            if vault is not None:
                # After the store: a camera's password may be too many, never missing.  But the
                # head that was signed last is that of before: the copied log must hold it.
                write_durably(partial / VAULT_FILE, with_older(vault, before, LAST_SECRET))
            if set_up is not None:
                write_durably(partial / SETUP_FILE, set_up)
            steps.go_on()
            files = {file.name: seen(file) for file in sorted(partial.iterdir())}
            steps.go_on()
            copied = look_into(partial / STORE_FILE)
            self._compare(copied)
            steps.go_on()
            manifest = Manifest(
                made_at=at,
                kind=kind,
                schema=copied.schema,
                seq=copied.seq,
                hash=copied.hash,
                sheet=self._vault.has_sheet(),
                files=files,
            )
            write_manifest(partial, manifest)
            settle_folder(partial, folder)
        thin_out(folder, KEPT[kind])
        return manifest

    def _content(self, name: str) -> bytes | None:
        try:
            return (self._data_dir / name).read_bytes()
        except FileNotFoundError:
            return None

    def _compare(self, copied: Copied) -> None:
        """Raises StoreDamaged unless the copy's log ends with an entry of ours."""
        if not copied.seq:
            return
        with self._store.read() as unit:
            ours = unit.trail.entries(after=copied.seq - 1, limit=1)
        if not ours or (ours[0].seq, ours[0].hash) != (copied.seq, copied.hash):
            raise StoreDamaged("the copy's log is not ours")

    def _copy_to_second_medium(self, folder: Path, kind: BackupKind) -> bool:
        medium = self._medium()
        if medium is None:
            return False
        kept = medium / MEDIUM_FOLDER / kind
        try:
            if medium.is_dir():  # else making it would make a folder on this disk
                place(folder, kept / folder.name)
                thin_out(kept / folder.name, KEPT[kind])
                return True
            problem = SecondMediumFailed("the second medium is not there")
        except (OSError, BackupRefused) as error:
            problem = SecondMediumFailed(f"no copy on the second medium: {error}")
        log.info("%s", problem)
        self._post(Noticed(problem))
        return False

    def _medium(self) -> Path | None:
        try:
            return self._second_medium()
        except StoreProblem as problem:
            log.info("the settings cannot be read: %s", problem)
            return None

    def _found(self) -> tuple[BackedUp, ...]:
        medium = self._medium()
        found = []
        for kind in BackupKind:
            for folder in whole(self._data_dir / FOLDER / kind):
                try:
                    manifest = read_manifest(folder)
                except BackupRefused as problem:
                    log.info("passed over: %s", problem)
                    continue
                second = medium is not None and is_there(medium, kind, folder.name)
                found.append(_backed_up(folder, manifest, second=second))
        now = self._clock.now()
        # Those from the future were made before the PC's clock was set right: as good as old.
        return tuple(sorted(found, key=lambda each: (each.at <= now, each.at), reverse=True))

    def _tell_failure(self, kind: BackupKind) -> None:
        try:
            with self._store.begin() as unit:
                self._audit.write(unit, Act.BACKUP_FAILED, "station", kind=str(kind))
        except StoreProblem as problem:
            log.info("the log was not told of a failed backup: %s", problem)


class _Steps:
    """How far a run is: copied, hashed, tried out, on the second medium."""

    _ALL = 4

    def __init__(self, stop: Stop, progressed: Progress, *, whole: bool = False) -> None:
        """``whole``: the backup itself is made whatever ``stop`` says."""
        self.stop = stop
        self.progressed = progressed
        self._whole = whole
        self._done = 0

    def go_on(self) -> None:
        """A step is done, and the next may begin.  Raises Cancelled."""
        self.done()
        if self.stop.is_set() and not self._whole:
            raise Cancelled

    def done(self) -> None:
        """A step is done."""
        self._done += 1
        self.progressed(self._done, self._ALL)


def _backed_up(folder: Path, manifest: Manifest, *, second: bool) -> BackedUp:
    return BackedUp(
        folder=folder,
        kind=manifest.kind,
        at=manifest.made_at,
        schema=manifest.schema,
        seq=manifest.seq,
        hash=manifest.hash,
        size=sum(file.size for file in manifest.files.values()),
        sheet=manifest.sheet,
        second=second,
    )
