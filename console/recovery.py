"""Going back: to a backup, to the copy from before an update, or to nothing but a backup.

Nothing of the running station is touched before what shall replace it lies beside it, checked,
brought up to date and with its own entry in the log.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from console.audit import Act, Audit
from console.backup_files import STORE_FILE, Manifest, fetch, folder_name
from console.carrying import carry_holds, carry_people
from console.case_files import FilesCopied, bring_back, files_of
from console.clock import Clock
from console.errors import BackupRefused, DiskFull, StoreDamaged, StoreFailed
from console.gate import Gate
from console.last_readers import leave_to_chiefs
from console.losses import Loss, lost_between
from console.restores import restore_fields
from console.rights import Action
from console.scratch import scratch
from console.vault import Vault
from console.vault_file import VAULT_FILE
from console.workers import Stop
from db.copies import Copied, look_into, take
from db.records import Entry, Role, Topic
from db.schema import SCHEMA
from db.store import Store, Unit

_TRIES = 3  # of keeping a store that is written to meanwhile
_UNREADABLE = (0, "")  # the head of a log that cannot be read
Progress = Callable[[int, int], None]
_BEFORE_UPDATE = f"{STORE_FILE}.before-[0-9][0-9][0-9][0-9]"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What going back did; ``replaced`` is the store as it was, kept until someone removes it.

    ``loss`` is None when that was too damaged to tell.  ``files``: what came of the files of cases,
    most of which are there already; None after going back to before an update.
    """

    loss: Loss | None
    replaced: Path
    seq: int  # the entry that tells of it, in the log that was put in place
    hash: str
    files: FilesCopied | None = None


class _WrittenMeanwhile(Exception):
    """The store of today is another one than the copy of it that would be kept."""


class Recovery:
    """Goes back, with the station running.  Any thread but the GUI's; takes seconds."""

    def __init__(
        self,
        data_dir: Path,
        store: Store,
        vault: Vault,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        sign: Callable[[], object],
    ) -> None:
        """``sign`` signs the head of the log with the station's key, for a restore."""
        self._data_dir = data_dir
        self._store = store
        self._vault = vault
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._sign = sign

    def compare(self, backup: Path) -> Loss | None:
        """What ``restore`` would lose; None when today's store is too damaged to tell.

        Raises:
            NotAllowed: see ``console.gate``.
            BackupRefused: it is no whole, sound backup of this station.
            StoreTooNew: a newer program made it.
            StoreProblem: the disk is full.
        """
        self._gate.require(Action.BACK_UP)
        with scratch(self._data_dir) as folder, self._fetched(backup, folder) as older:
            return self._compare(older)

    def compare_rollback(self) -> Loss | None:
        """What ``rollback`` would lose.  Raises as ``compare``."""
        self._gate.require(Action.BACK_UP)
        with scratch(self._data_dir) as folder, self._before_update(folder) as older:
            return self._compare(older)

    def restore(
        self,
        backup: Path,
        *,
        stop: Stop | None = None,
        progressed: Progress = lambda _done, _all: None,
    ) -> Restored:
        """Go back to ``backup``.  Two officers must have agreed.

        Officers whom both stores know stay what they are today, with today's passwords; held
        footage stays held; today's keys stay the station's (``console.carrying``).
        Then files of its cases that are not here any more are brought from beside it, which may
        take long: ``stop`` ends that alone, ``progressed`` hears bytes.

        Raises:
            NotAllowed, BackupRefused, StoreProblem, VaultLocked: the station is as it was;
                but after VaultLocked for a file that cannot be written, the store has gone back
                and the passwords have not: do it again.
        """
        self._gate.require(Action.RESTORE)
        self._vault.check_opens()
        with scratch(self._data_dir) as folder:
            with self._fetched(backup, folder) as older:
                vault = _content(folder / VAULT_FILE)
                if vault is not None:
                    self._vault.check_ours(vault)
                restored = self._prepare(older, Act.RESTORED)
            self._store.become(folder / STORE_FILE)
            if vault is not None:
                self._vault.go_back_to(vault)
                self._store.announce(Topic.FLEET)  # whoever read it just now has today's passwords
        self._sign()
        log.info("restored %s; the store before is %s", backup.name, restored.replaced.name)
        files = files_of(self._store)
        brought = bring_back(
            files, backup, self._data_dir, stop=stop or Stop(), progressed=progressed
        )
        return replace(restored, files=brought)

    def rollback(self) -> Restored:
        """Go back to the copy from before the last update.  Two officers must have agreed.

        Raises:
            NotAllowed, BackupRefused, StoreProblem, VaultLocked: the station is as it was.
        """
        self._gate.require(Action.RESTORE)
        self._vault.check_opens()  # a restore is signed
        with scratch(self._data_dir) as folder:
            with self._before_update(folder) as older:
                restored = self._prepare(older, Act.ROLLED_BACK)
            self._store.become(folder / STORE_FILE)
        self._sign()
        log.info("rolled back; the store before is %s", restored.replaced.name)
        return restored

    def stand_in(self, act: Act, vault: bytes | None) -> None:
        """Be the station that takes the place of one that cannot be read.

        Two officers of this one must have agreed.  ``act`` is ``RESTORED`` or ``ROLLED_BACK``;
        ``vault``: the vault.json that came with it, if any.  See ``console.unreadable``.
        Raises NotAllowed, StoreProblem, VaultLocked.
        """
        self._gate.require(Action.RESTORE)
        if vault is not None:
            self._vault.go_back_to(vault)
        with self._store.begin() as unit:
            devices = {camera.device.id for camera in unit.fleet.cameras()}
            self._write(unit, act, _UNREADABLE)
        # Which ids were given out since cannot be read: no later password may wait for them.
        self._vault.keep_only(devices)
        self._sign()

    @contextmanager
    def _fetched(self, backup: Path, folder: Path) -> Iterator[Store]:
        fetch_sound(backup, folder)
        with _opened(folder / STORE_FILE) as older:
            # Both logs begin alike: that is what makes it the same station.
            first = _first_entry(older)
            if first and self._first_entry() not in (None, first):
                raise BackupRefused("this is the backup of another station")
            yield older

    @contextmanager
    def _before_update(self, folder: Path) -> Iterator[Store]:
        newest = copy_before_update(self._data_dir)
        take(newest, folder / STORE_FILE)
        with _opened(folder / STORE_FILE) as older:
            yield older

    def _prepare(self, older: Store, act: Act) -> Restored:
        """Keep the store of today, and make ``older`` what shall be in its place.

        Others go on writing meanwhile, here and in other processes; what they wrote must be in the
        store that is kept, or it would be in none.
        """
        for _ in range(_TRIES):
            try:
                return self._prepared(older, act)
            except _WrittenMeanwhile:
                log.info("something was written meanwhile; it is prepared anew")
        raise StoreFailed("something is written all the time: close other consoles, and try again")

    def _prepared(self, older: Store, act: Act) -> Restored:
        """``_prepare``, once.  Raises _WrittenMeanwhile: ``older`` is as it was then."""
        stamp = folder_name(self._clock.now()).removeprefix("station-")
        replaced = self._data_dir / f"{STORE_FILE}.replaced-{stamp}"
        with ExitStack() as undo:
            undo.callback(replaced.unlink, missing_ok=True)
            self._store.backup(replaced)
            replaced_head = self._head()
            with older.begin() as unit:
                newest, _hash = unit.trail.head()
                entry = self._write(unit, act, replaced_head)
                with self._store.read() as now:
                    self._carry_people(now, unit)
                    unit.incidents.count_on(now.incidents.numbers())
                    unit.requests.count_on(now.requests.numbers())
                    has_officers = now.officers.count() > 0
                loss = self._loss(unit, newest)
                if has_officers and not _has_administrator(unit):
                    # A store without officers lets in whoever comes first.
                    raise BackupRefused("no administrator of then could sign in")
                if self._head() != replaced_head:
                    raise _WrittenMeanwhile
            undo.pop_all()
        return Restored(loss=loss, replaced=replaced, seq=entry.seq, hash=entry.hash)

    def _write(self, unit: Unit, act: Act, replaced: tuple[int, str]) -> Entry:
        return self._audit.write(
            unit,
            act,
            "station",
            subject_id=None,
            officer_id=None,
            **restore_fields(unit.trail.head(), replaced),
        )

    def _compare(self, older: Store) -> Loss | None:
        """What would be lost, tried out on ``older``, which is a copy that is thrown away."""
        try:
            with older.begin() as unit:
                newest, _hash = unit.trail.head()
                with self._store.read() as now:
                    self._carry_people(now, unit)
                return self._loss(unit, newest)
        except StoreDamaged as problem:
            log.info("what would be lost is not known: %s", problem)
            return None

    def _loss(self, unit: Unit, newest: int) -> Loss | None:
        """Have ``unit`` hold what is held today; then what it lacks, its log from ``newest`` on."""
        holds = self._carry_holds(unit)
        try:
            with self._store.read() as now:
                entries = max(0, now.trail.head()[0] - newest)
                return Loss(entries=entries, lost=lost_between(now, unit), holds=holds)
        except StoreDamaged as problem:
            log.info("what would be lost is not known: %s", problem)
            return None

    def _carry_people(self, now: Unit, unit: Unit) -> None:
        erased = carry_people(now, unit, self._audit)
        leave_to_chiefs(unit, erased, by=None, at=self._clock.now())

    def _carry_holds(self, unit: Unit) -> int | None:
        try:
            with self._store.read() as now:
                return carry_holds(now, unit, self._audit, self._clock.now())
        except StoreDamaged as problem:
            log.warning("what is held today cannot be read, and is held no more: %s", problem)
            return None

    def _head(self) -> tuple[int, str]:
        try:
            with self._store.read() as unit:
                return unit.trail.head()
        except StoreDamaged:
            return _UNREADABLE

    def _first_entry(self) -> Entry | None:
        try:
            return _first_entry(self._store)
        except StoreDamaged:
            return None  # then the vault tells whose it is


def fetch_sound(backup: Path, target: Path) -> Manifest:
    """``fetch`` into the empty folder ``target``, and see that the store is what was promised.

    Raises:
        BackupRefused: it is no whole, sound backup.
        DiskFull, StoreFailed: ``target`` cannot be written.
    """
    try:
        manifest = fetch(backup, target)
        found = look_into(target / STORE_FILE)
    except StoreDamaged as error:
        raise BackupRefused(f"{backup.name}: {error}") from error
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else StoreFailed
        raise kind(f"{target.name}: {error.strerror}") from error
    if found != Copied(manifest.schema, manifest.seq, manifest.hash):
        raise BackupRefused(f"{backup.name}: its store is not the one that the manifest tells")
    return manifest


def copy_before_update(data_dir: Path) -> Path:
    """The newest copy from before an update that this program can read.

    Raises BackupRefused: there is none.
    """
    for copy in sorted(data_dir.glob(_BEFORE_UPDATE), reverse=True):
        try:
            if look_into(copy).schema <= SCHEMA:
                return copy
        except StoreDamaged as problem:
            log.info("passed over: %s", problem)
    raise BackupRefused("there is no copy from before an update")


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """A copy of ours, brought up to date; closed, it is one file again."""
    store = Store(path, lambda _: None)
    try:
        yield store
    finally:
        store.close()


def _has_administrator(unit: Unit) -> bool:
    return any(
        officer.role is Role.ADMINISTRATOR and not officer.disabled
        for officer in unit.officers.all()
    )


def _first_entry(store: Store) -> Entry | None:
    with store.read() as unit:
        return next(iter(unit.trail.entries(limit=1)), None)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
