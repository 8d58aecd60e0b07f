"""A PC with a keystore of its own, for a process of its own: ``keyring`` looks around but once.

``python -m tests.console.keyring_pc FOLDER KIND`` keeps a password in the vault of FOLDER, or reads
it where there is one, and prints what came of it.  KIND says what the PC has:

- ``service``: the Secret Service of this session, whatever it is
- ``good``: a back-end that encrypts, in a file that outlives the process
- ``plain``: one that writes plain text and presses itself forward; the user's settings name it, too
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

from keyring.backend import KeyringBackend
from typing_extensions import override

from console.errors import VaultLocked
from console.keepers import Keeper
from console.secret import Secret
from console.vault import open_vault
from console.vault_file import VAULT_FILE
from console.workers import Workers
from db.records import DeviceId

CAMERA, WORD = DeviceId(1), Secret("hoa-phượng-1")


def backend(qualified: str, file: Path, mask: int) -> type[KeyringBackend]:
    """A back-end of that name; what it keeps in ``file`` is masked, with 0 it is plain."""

    class Kept(KeyringBackend):
        priority = 99.0

        @override
        def get_password(self, service: str, username: str) -> str | None:
            lines = file.read_text().splitlines() if file.exists() else []
            kept = dict(line.split(" ", 1) for line in lines)
            text = kept.get(f"{service}/{username}")
            return None if text is None else _masked(base64.b64decode(text), mask).decode()

        @override
        def set_password(self, service: str, username: str, password: str) -> None:
            text = base64.b64encode(_masked(password.encode(), mask)).decode()
            with file.open("a") as kept:
                kept.write(f"{service}/{username} {text}\n")

    Kept.__module__, _, Kept.__qualname__ = qualified.rpartition(".")
    return Kept


def _masked(text: bytes, mask: int) -> bytes:
    return bytes(byte ^ mask for byte in text)


def main(folder: Path, kind: str) -> None:
    """Keep or read, and say so."""
    pc = folder.parent / "keystore"
    if kind == "good":
        backend("keyring.backends.libsecret.Keyring", pc, 0x5A)
    if kind == "plain":
        backend("keyrings.alt.file.PlaintextKeyring", pc, 0)
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyrings.alt.file.PlaintextKeyring"
    workers = Workers()
    try:
        vault = open_vault(folder, workers, keeper=Keeper.KEYRING)
        if (folder / VAULT_FILE).exists():
            said = "read" if vault.get(CAMERA) == WORD else "lost"
        else:
            vault.put(CAMERA, WORD)
            said = "kept"
    except VaultLocked as problem:
        said = f"refused: {problem}"
    finally:
        workers.close()
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
