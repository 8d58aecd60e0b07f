"""What the station keeps secret: sealed in vault.json, readable only with a keeper's key.

Each camera's password is encrypted with AES-256-GCM under a random data key and bound to its
device's id, each of the station's own secrets likewise to its name.  The data key is wrapped by
the key of one ``console.keepers.KeyKeeper``, which the file names, and once more by the code of
the recovery sheet, if one was made.  Nothing is touched, and no keyring asked, before a secret
is really needed.
"""

from __future__ import annotations

import errno
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from console.durable import write_durably
from console.errors import DiskFull, Problem, VaultLocked
from console.keepers import (
    KEY_BYTES,
    Keeper,
    KeyFile,
    KeyKeeper,
    Keyring,
    Passphrase,
    SystemKeyring,
    trusted_keyring,
)
from console.platform import locks
from console.recovery_sheet import made_code, sheet_key
from console.secret import Secret
from console.vault_file import (
    LOCK_FILE,
    VAULT_FILE,
    Sealed,
    bound_to,
    lock,
    owner_named,
    parsed,
    rendered,
    unlock,
)
from console.workers import Workers
from db.records import DeviceId

PATIENCE_S = 30.0
"""For another process to be done: its keystore may take as long as that."""


class Vault:
    """Passwords by device, secrets by name.

    Safe from any thread; may take as long as the keyring does.  Processes that change it take
    turns.  Whatever writes raises DiskFull when there is no room; then the file is as it was.
    """

    def __init__(
        self,
        folder: Path,
        keeper: Callable[[Keeper | None], KeyKeeper],
        hide: Callable[[Secret], None],
    ) -> None:
        """See ``open_vault``.  ``keeper(None)`` chooses one for a new vault."""
        self._path = folder / VAULT_FILE
        self._keeper = keeper
        self._hide = hide
        # Guards the three below; held while the keeper works, so taken before Workers' lock.
        self._lock = threading.Lock()
        self._sealed: Sealed | None = None
        self._stamp: tuple[int, int, int] | None = None  # of the file that _sealed was read from
        self._opened: tuple[str, bytes] | None = None  # wrapped data key's vault, data key

    def get(self, device_id: DeviceId) -> Secret | None:
        """The password of a device, or None.  Raises VaultLocked."""
        with self._lock:
            sealed = self._read()
            return self._reveal(sealed, device_id)

    def put(self, device_id: DeviceId, password: Secret) -> None:
        """Keep a password; on disk when this returns.  Raises VaultLocked."""
        self.exchange({device_id: password})

    def forget(self, device_id: DeviceId) -> None:
        """Remove a password, if there is one.  Raises VaultLocked."""
        self.exchange({device_id: None})

    def exchange(self, new: Mapping[DeviceId, Secret | None]) -> dict[DeviceId, Secret | None]:
        """Keep (or with None forget) many passwords in one go.

        Returns what was there before, so that the same call takes it back.  Raises
        VaultLocked; then the file is as it was.
        """
        with self._changing():
            sealed = self._read()
            before = {device_id: self._reveal(sealed, device_id) for device_id in new}
            if before == dict(new):
                return before
            sealed = sealed or self._new()
            entries = dict(sealed.entries)
            for device_id, password in new.items():
                entries.pop(device_id, None)
                if password is not None:
                    entries[device_id] = self._seal(sealed, device_id, password)
            self._write(replace(sealed, entries=entries))
            return before

    def secret(self, name: str) -> Secret | None:
        """A secret of the station's own, or None.  Raises VaultLocked."""
        with self._lock:
            return self._named(self._read(), name)

    def keep_secret(self, name: str, secret: Secret | None) -> None:
        """Keep (or with None forget) a secret of the station's own; ``name`` is a plain word.

        On disk when this returns.  Raises VaultLocked; then the file is as it was.
        """
        with self._changing():
            sealed = self._read()
            if secret is None and (sealed is None or name not in sealed.named):
                return
            sealed = sealed or self._new()
            named = {other: kept for other, kept in sealed.named.items() if other != name}
            if secret is not None:
                named[name] = self._seal(sealed, owner_named(name), secret)
            self._write(replace(sealed, named=named))

    def renew_secret(self, name: str, before: Secret | None, secret: Secret) -> bool:
        """Keep a secret of the station's own, if the one that is kept is ``before`` still.

        False, and nothing was done: another process has kept another meanwhile.  Raises
        VaultLocked; then the file is as it was.
        """
        with self._changing():
            sealed = self._read()
            if self._named(sealed, name) != before:
                return False
            sealed = sealed or self._new()
            kept = self._seal(sealed, owner_named(name), secret)
            self._write(replace(sealed, named={**sealed.named, name: kept}))
            return True

    def has_sheet(self) -> bool:
        """Whether a recovery sheet was made for this vault.  Raises VaultLocked."""
        with self._lock:
            sealed = self._read()
            return sealed is not None and bool(sealed.recovery_key)

    def make_sheet(self) -> Secret:
        """The code of a new recovery sheet, given out this once; an older sheet opens no more.

        Copies that were made with the older sheet still open with that.  Raises VaultLocked.
        """
        code = made_code()
        self._hide(code)
        with self._changing():
            sealed = self._read() or self._new()
            wrapped = lock(
                sheet_key(code, sealed.vault_id),
                self._data_key(sealed),
                bound_to(sealed, "recovery"),
            )
            self._write(replace(sealed, recovery_key=wrapped))
        return code

    def check_sheet(self, code: Secret) -> bool:
        """Whether ``code`` is that of this vault's present sheet; no keeper is asked for that.

        Raises:
            CodeWrong: it cannot have been read off any sheet as it is.
            VaultLocked: there is no sheet for this vault.
        """
        with self._lock:
            sealed = self._with_sheet()
            wrapping = sheet_key(code, sealed.vault_id)
        try:
            unlock(wrapping, sealed.recovery_key, bound_to(sealed, "recovery"))
        except VaultLocked:
            return False
        return True

    def take_over(self, code: Secret) -> None:
        """Open a vault that came from another PC with its sheet; a keeper of this one has it now.

        Raises:
            CodeWrong: it cannot have been read off the sheet as it is.
            VaultLocked: another vault's code, or there is no sheet for this one.
        """
        with self._changing():
            sealed = self._with_sheet()
            wrapping = sheet_key(code, sealed.vault_id)
            data_key = unlock(wrapping, sealed.recovery_key, bound_to(sealed, "recovery"))
            keeper = self._keeper(None)
            self._opened = (sealed.vault_id, data_key)
            wrapped = lock(
                keeper.key(sealed.vault_id, fresh=True), data_key, bound_to(sealed, "key")
            )
            self._write(replace(sealed, keeper=keeper.kind, wrapped_key=wrapped))

    def hand_to(self, keeper: KeyKeeper) -> None:
        """Let ``keeper`` have the key from now on; a new vault is made where there is none.

        Raises VaultLocked: then the keeper of before has it still.
        """
        with self._changing():
            sealed = self._read()
            if sealed is None:
                self._write(self._new(keeper))
                return
            data_key = self._data_key(sealed)
            wrapping = keeper.key(sealed.vault_id, fresh=True)
            wrapped = lock(wrapping, data_key, bound_to(sealed, "key"))
            self._write(replace(sealed, keeper=keeper.kind, wrapped_key=wrapped))

    def wants_passphrase(self) -> bool:
        """Whether nothing can be read before somebody has typed one.  Raises VaultLocked."""
        with self._lock:
            sealed = self._read()
            if sealed is None or sealed.keeper is not Keeper.PASSPHRASE:
                return False
            return self._opened is None or self._opened[0] != sealed.vault_id

    def unlock(self, passphrase: Secret) -> None:
        """Open a vault that a passphrase keeps, until this process ends.

        Takes as long as Argon2id does, 0.2 s.  Raises VaultLocked for a wrong one.
        """
        with self._lock:
            sealed = self._read()
            if sealed is not None:
                wrapping = Passphrase(passphrase).key(sealed.vault_id, fresh=False)
                data_key = unlock(wrapping, sealed.wrapped_key, bound_to(sealed, "key"))
                self._opened = (sealed.vault_id, data_key)

    def go_back_to(self, older: bytes) -> None:
        """Take the passwords of an older vault.json of this station; the keys stay today's.

        Also today's own secrets stay, where both have one: what was signed since was signed
        with them.  Raises VaultLocked for another station's; then nothing was changed.
        """
        with self._changing():
            then, now = parsed(older), self._read()
            self._refuse_foreign(then, now)
            now = now or then
            for device_id, entry in then.entries.items():
                self._open(now, device_id, entry)
            self._write(replace(now, entries=then.entries, named={**then.named, **now.named}))

    def keep_only(self, devices: Collection[DeviceId]) -> None:
        """Forget every password but those of ``devices``.  Raises VaultLocked."""
        with self._changing():
            sealed = self._read()
            if sealed is not None and not sealed.entries.keys() <= set(devices):
                kept = {owner: sealed.entries[owner] for owner in sealed.entries.keys() & devices}
                self._write(replace(sealed, entries=kept))

    def check_opens(self) -> None:
        """Raises VaultLocked unless what is kept can be read now."""
        with self._lock:
            sealed = self._read()
            if sealed is not None:
                self._data_key(sealed)

    def check_ours(self, older: bytes) -> None:
        """Raises VaultLocked unless ``older`` is a vault.json that ``go_back_to`` would take."""
        with self._lock:
            self._refuse_foreign(parsed(older), self._read())

    def _with_sheet(self) -> Sealed:
        sealed = self._read()
        if sealed is None or not sealed.recovery_key:
            raise VaultLocked(f"no recovery sheet was made for this {VAULT_FILE}")
        return sealed

    def _refuse_foreign(self, then: Sealed, now: Sealed | None) -> None:
        if now is not None and then.vault_id != now.vault_id:
            raise VaultLocked(f"that {VAULT_FILE} is another station's")

    def _reveal(self, sealed: Sealed | None, device_id: DeviceId) -> Secret | None:
        if sealed is None or device_id not in sealed.entries:
            return None
        return self._open(sealed, device_id, sealed.entries[device_id])

    def _named(self, sealed: Sealed | None, name: str) -> Secret | None:
        if sealed is None or name not in sealed.named:
            return None
        return self._open(sealed, owner_named(name), sealed.named[name])

    def _open(self, sealed: Sealed, owner: int | str, entry: bytes) -> Secret:
        secret = Secret(unlock(self._data_key(sealed), entry, bound_to(sealed, owner)).decode())
        self._hide(secret)
        return secret

    def _seal(self, sealed: Sealed, owner: int | str, secret: Secret) -> bytes:
        self._hide(secret)
        return lock(self._data_key(sealed), secret.reveal().encode(), bound_to(sealed, owner))

    def _data_key(self, sealed: Sealed) -> bytes:
        if self._opened is None or self._opened[0] != sealed.vault_id:
            wrapping = self._keeper(sealed.keeper).key(sealed.vault_id, fresh=False)
            key = unlock(wrapping, sealed.wrapped_key, bound_to(sealed, "key"))
            self._opened = (sealed.vault_id, key)
        return self._opened[1]

    def _new(self, keeper: KeyKeeper | None = None) -> Sealed:
        keeper = keeper or self._keeper(None)
        empty = Sealed(secrets.token_hex(16), keeper.kind, b"")
        data_key = secrets.token_bytes(KEY_BYTES)
        wrapping = keeper.key(empty.vault_id, fresh=True)
        self._opened = (empty.vault_id, data_key)
        return Sealed(empty.vault_id, keeper.kind, lock(wrapping, data_key, bound_to(empty, "key")))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Nobody else writes the file meanwhile, neither here nor in another process."""
        with ExitStack() as turn:  # first, so that whoever reads does not wait for our turn
            try:
                held = locks.held(self._path.with_name(LOCK_FILE), PATIENCE_S)
                is_ours = turn.enter_context(held)
            except OSError as error:
                raise _unwritten(error) from error
            if not is_ours:
                raise VaultLocked(f"another program is at {VAULT_FILE}")
            turn.enter_context(self._lock)
            self._stamp = None  # two writers within one tick of the clock leave the same stamp
            yield

    def _read(self) -> Sealed | None:
        """The file as it is now: another process of this station may have written it."""
        try:
            stamp = _stamp(self._path)
            if stamp != self._stamp or self._sealed is None:
                self._sealed, self._stamp = parsed(self._path.read_bytes()), stamp
        except FileNotFoundError:
            self._sealed = self._stamp = None
        except OSError as error:
            raise VaultLocked(f"{VAULT_FILE} cannot be read") from error
        return self._sealed

    def _write(self, sealed: Sealed) -> None:
        try:
            write_durably(self._path, rendered(sealed))
            self._sealed, self._stamp = sealed, _stamp(self._path)
        except OSError as error:
            raise _unwritten(error) from error


def open_vault(
    folder: Path,
    workers: Workers,
    *,
    keeper: Keeper | None = None,
    passphrase: Secret | None = None,
    find_keyring: Callable[[Workers], Keyring | None] = trusted_keyring,
    hide: Callable[[Secret], None] = lambda _: None,
) -> Vault:
    """The vault of the station in ``folder``; returns at once, and makes no file yet.

    An existing vault keeps its keeper.  A new one gets ``keeper``, or with None the system's
    keyring where a trustworthy one answers, else ``passphrase`` if given, else a key file.

    Args:
        folder: The station's data folder.
        workers: Starts the threads on which the keyring is asked.
        keeper: Who shall keep a new vault's key; None to choose.
        passphrase: The administrator's, if one was asked for.
        find_keyring: Finds the system's keystore; called late, may take seconds.
        hide: Called with every password before it is handed out, so that logs can mask it.
    """

    def chosen(kind: Keeper | None) -> KeyKeeper:
        kind = kind or keeper
        if kind in {None, Keeper.KEYRING}:
            if ring := find_keyring(workers):
                return SystemKeyring(ring, workers)
            if kind is Keeper.KEYRING:
                raise VaultLocked("no keyring of this system answers that can be trusted")
        if kind in {None, Keeper.PASSPHRASE}:
            if passphrase:
                return Passphrase(passphrase)
            if kind is Keeper.PASSPHRASE:
                raise VaultLocked("the passphrase is needed")
        return KeyFile(folder)

    return Vault(folder, chosen, hide)


def _unwritten(error: OSError) -> Problem:
    if error.errno == errno.ENOSPC:
        return DiskFull(f"{VAULT_FILE}: there is no room")
    return VaultLocked(f"{VAULT_FILE} cannot be written")


def _stamp(path: Path) -> tuple[int, int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
