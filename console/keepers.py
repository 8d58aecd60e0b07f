"""Who keeps the key to the vault: the system's keyring, a passphrase, or a file.

A keeper gives the 32-byte key that wraps the vault's data key.  ``keyring`` and ``argon2``
are loaded when they are first needed: a keyring can be slow to find, and may never answer.
"""

from __future__ import annotations

import base64
import binascii
import queue
import secrets
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from console.durable import write_durably
from console.errors import VaultLocked
from console.platform import machine
from console.secret import Secret
from console.workers import Stop, Workers

T = TypeVar("T")

KEY_BYTES = 32
KEY_FILE = "vault.key"
SERVICE = "ward-console"
KEYRING_TIMEOUT_S = 10.0

# Keystores that encrypt.  Anything else that a plug-in may offer (plain files, null, fail) is
# refused, also when the user's keyring settings name it.
_TRUSTED = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
    }
)


class Keeper(StrEnum):
    """The kinds of keeper, as vault.json and station.toml name them."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    KEY_FILE = "key_file"


class KeyKeeper(Protocol):
    """Gives the wrapping key of one vault."""

    kind: Keeper

    def key(self, vault_id: str, *, fresh: bool) -> bytes:
        """The 32-byte key for ``vault_id``; only a ``fresh`` vault may have one made.

        Raises VaultLocked when the key is missing or does not come in time.
        """
        ...


class Keyring(Protocol):
    """What we need of a ``keyring`` back-end."""

    def get_password(self, service: str, username: str) -> str | None: ...  # noqa: D102

    def set_password(self, service: str, username: str, password: str) -> None: ...  # noqa: D102


class SystemKeyring:
    """Windows Credential Locker, Secret Service …: the key is unlocked by the user's log-in."""

    kind = Keeper.KEYRING

    def __init__(
        self, backend: Keyring, workers: Workers, timeout_s: float = KEYRING_TIMEOUT_S
    ) -> None:
        self._backend = backend
        self._workers = workers
        self._timeout_s = timeout_s

    def key(self, vault_id: str, *, fresh: bool) -> bytes:
        """See ``KeyKeeper``.  A keyring that asks a question nobody answers ends in time."""
        kept = self._in_time(lambda: self._backend.get_password(SERVICE, vault_id))
        if kept is None and fresh:
            made = _text(secrets.token_bytes(KEY_BYTES))
            self._in_time(lambda: self._backend.set_password(SERVICE, vault_id, made))
            kept = self._in_time(lambda: self._backend.get_password(SERVICE, vault_id))
            if kept != made:
                raise VaultLocked("the system's keyring does not keep what it is given")
        if kept is None:
            raise VaultLocked("the system's keyring does not hold the key of this vault")
        return _key(kept, "the system's keyring")

    def _in_time(self, work: Callable[[], str | None]) -> str | None:
        answer = answer_in_time(self._workers, "keyring", work, self._timeout_s)
        if answer is None:
            raise VaultLocked("the system's keyring does not answer")
        return answer[0]


class Passphrase:
    """An administrator's passphrase, stretched by Argon2id (64 MiB, 3 passes; 0.2 s)."""

    kind = Keeper.PASSPHRASE

    def __init__(self, passphrase: Secret) -> None:
        self._passphrase = passphrase

    def key(self, vault_id: str, *, fresh: bool) -> bytes:
        """See ``KeyKeeper``.  A wrong passphrase gives a key that does not fit."""
        from argon2.low_level import Type, hash_secret_raw

        return hash_secret_raw(
            self._passphrase.reveal().encode(),
            salt=bytes.fromhex(vault_id),
            time_cost=3,
            memory_cost=65536,
            parallelism=4,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )


class KeyFile:
    """The machine-bound keeper: a file beside the vault, for a station that nobody attends.

    On Linux its mode lets the service's account alone read it (0600); on Windows the system seals
    it for the machine (``console.platform.machine``).  It opens the vault after a reboot with
    nobody signed in.  It protects copies of vault.json (a backup, a mail), not against whoever
    is administrator of the PC.  Backups never hold it.
    """

    kind = Keeper.KEY_FILE

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEY_FILE

    def key(self, vault_id: str, *, fresh: bool) -> bytes:
        """See ``KeyKeeper``.  A file that is there already is used, never replaced."""
        try:
            if fresh and not self._path.exists():
                made = machine.seal(secrets.token_bytes(KEY_BYTES))
                write_durably(self._path, _text(made).encode())
            kept = base64.b64decode(self._path.read_text("ascii"), validate=True)
            key = machine.unseal(kept)
        except binascii.Error as error:
            raise VaultLocked(f"{KEY_FILE} holds something that is no key") from error
        except (OSError, UnicodeError) as error:
            raise VaultLocked(f"{KEY_FILE} cannot be read or made") from error
        if len(key) != KEY_BYTES:
            raise VaultLocked(f"{KEY_FILE} holds something that is no key")
        return key


def keeper_of_this_pc(kind: Keeper, folder: Path, workers: Workers) -> KeyKeeper | None:
    """The keyring's or the key file's keeper for the station in ``folder``.

    None where this PC has no keyring that can be trusted, which may take ten seconds to find
    out, and for a passphrase, which is no PC's.
    """
    if kind is Keeper.KEY_FILE:
        return KeyFile(folder)
    ring = trusted_keyring(workers) if kind is Keeper.KEYRING else None
    return SystemKeyring(ring, workers) if ring is not None else None


def trusted_keyring(workers: Workers, timeout_s: float = KEYRING_TIMEOUT_S) -> Keyring | None:
    """The best keystore of this PC that encrypts; None without one, or without an answer."""
    answer = answer_in_time(workers, "keyring", _best_backend, timeout_s)
    return answer[0] if answer else None


def _best_backend() -> Any:
    import keyring.backend

    trusted = [ring for ring in keyring.backend.get_all_keyring() if is_trusted(type(ring))]
    return max(trusted, key=lambda ring: ring.priority, default=None)


def is_trusted(backend: type) -> bool:
    """Whether a keyring back-end is one of those that encrypt."""
    return f"{backend.__module__}.{backend.__qualname__}" in _TRUSTED


def answer_in_time(
    workers: Workers, name: str, work: Callable[[], T], timeout_s: float
) -> tuple[T] | None:
    """The answer of ``work``, or None when it fails or takes longer.

    It runs on a thread of its own, which is left behind when it hangs: a lane of
    ``Workers`` would be blocked for ever.
    """
    answers: queue.Queue[tuple[T] | None] = queue.Queue()

    def body(_stop: Stop) -> None:
        answer = None
        try:
            answer = (work(),)
        finally:
            answers.put(answer)

    workers.loop(name, body)
    try:
        return answers.get(timeout=timeout_s)
    except queue.Empty:
        return None


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _key(text: str, source: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise VaultLocked(f"{source} holds something that is no key")
    return key
