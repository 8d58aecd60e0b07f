"""What vault.json looks like, and how each thing in it is sealed."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from console.errors import VaultLocked
from console.keepers import Keeper

VAULT_FILE = "vault.json"
LOCK_FILE = "vault.lock"  # held by whoever changes it; empty
FORMAT = 2
# Of before there were named secrets and recovery sheets; still written for a vault without
# either.  A program that knows only this format refuses the other: it would drop them.
_FIRST_FORMAT = 1
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Sealed:
    """What vault.json holds: nothing here is readable without the keeper."""

    vault_id: str
    keeper: Keeper
    wrapped_key: bytes
    entries: Mapping[int, bytes] = field(default_factory=dict)  # passwords by device id
    named: Mapping[str, bytes] = field(default_factory=dict)  # the station's own secrets
    recovery_key: bytes = b""  # the data key, wrapped by the recovery sheet's


def bound_to(sealed: Sealed, to: int | str) -> bytes:
    """What a ciphertext is bound to: moved to another device, name or vault, it does not open."""
    return f"ward-console {_FIRST_FORMAT} {sealed.vault_id} {to}".encode()


def owner_named(name: str) -> str:
    """What a named secret is bound to: no name can pass for a device or for ``key``."""
    return f"secret {name}"


def lock(key: bytes, clear: bytes, bound: bytes) -> bytes:
    """``clear`` under a 32-byte key, with its nonce in front; only ``bound`` opens it again."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, clear, bound)


def unlock(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """What ``lock`` sealed.  Raises VaultLocked: another key, or it was moved or changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise VaultLocked(f"the key does not open {VAULT_FILE}, or it was changed") from None


def rendered(sealed: Sealed) -> bytes:
    """The file that holds ``sealed``."""
    content: dict[str, Any] = {
        "format": _FIRST_FORMAT,
        "id": sealed.vault_id,
        "keeper": sealed.keeper,
        "key": base64.b64encode(sealed.wrapped_key).decode(),
        "entries": _texts(sealed.entries),
    }
    if sealed.named or sealed.recovery_key:
        content["format"] = FORMAT
        content["secrets"] = _texts(sealed.named)
        content["recovery_key"] = base64.b64encode(sealed.recovery_key).decode()
    return json.dumps(content, indent=1).encode()


def parsed(content: bytes) -> Sealed:
    """What a file holds.  Raises VaultLocked: it is damaged, or of a later format."""
    try:
        found = json.loads(content)
        if found["format"] not in {_FIRST_FORMAT, FORMAT}:
            raise VaultLocked(f"{VAULT_FILE} is of format {found['format']!r}, not {FORMAT}")
        later = found["format"] == FORMAT
        return Sealed(
            vault_id=bytes.fromhex(found["id"]).hex(),
            keeper=Keeper(found["keeper"]),
            wrapped_key=base64.b64decode(found["key"], validate=True),
            entries={int(owner): entry for owner, entry in _bytes(found["entries"]).items()},
            named=_bytes(found["secrets"]) if later else {},
            recovery_key=base64.b64decode(found["recovery_key"], validate=True) if later else b"",
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise VaultLocked(f"{VAULT_FILE} is damaged") from error


def with_older(content: bytes, older: bytes | None, name: str) -> bytes:
    """The file ``content``, but secret ``name`` as ``older`` had it; None: it had none.

    Nothing is opened for that.  What is damaged, or another vault's, is left as it is.
    """
    try:
        now, then = parsed(content), None if older is None else parsed(older)
    except VaultLocked:
        return content
    if then is not None and then.vault_id != now.vault_id:
        return content
    named = {other: kept for other, kept in now.named.items() if other != name}
    if then is not None and name in then.named:
        named[name] = then.named[name]
    return rendered(replace(now, named=named))


def _texts(entries: Mapping[Any, bytes]) -> dict[str, str]:
    return {
        str(owner): base64.b64encode(entry).decode() for owner, entry in sorted(entries.items())
    }


def _bytes(entries: Mapping[str, str]) -> dict[str, bytes]:
    return {owner: base64.b64decode(entry, validate=True) for owner, entry in entries.items()}
