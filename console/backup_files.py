"""The files of a backup, which may be anybody's: what is in a folder, copied only if it is whole.

A backup is a folder ``station-20261123T193000Z`` with the store, the vault, the set-up file and a
manifest that tells each one's SHA-256.  Nothing here follows a link, and no name that a manifest
holds is ever used as a path before it is one of ours (S-17).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from console.config import SETUP_FILE
from console.durable import write_durably
from console.errors import BackupRefused
from console.vault_file import VAULT_FILE
from db.durable import settle, settle_folder

STORE_FILE = "station.db"
MANIFEST = "manifest.json"
FORMAT = 1
# The largest that we take, in bytes: ten times what a city of fourteen wards needs.
LARGEST: Mapping[str, int] = {
    STORE_FILE: 64 << 30,
    VAULT_FILE: 16 << 20,
    SETUP_FILE: 1 << 20,
    MANIFEST: 64 << 10,
}
_CHUNK = 1 << 20
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ |= getattr(os, "O_NONBLOCK", 0)  # a pipe under one of our names must not hold us up
_NAME = re.compile(r"station-\d{8}T\d{6}Z")
_TIME_IN_NAME = "station-%Y%m%dT%H%M%SZ"
# What reading a manifest raises that is no manifest of ours.
_NOT_OURS = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BackupKind(StrEnum):
    """Why a backup was made; each kind has a folder of its own and is thinned out by itself."""

    DAILY = "daily"
    WEEKLY = "weekly"
    BY_HAND = "manual"


@dataclass(frozen=True, slots=True)
class FileSeen:
    """One file of a backup: its SHA-256 in hex, and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    ``schema`` is the store's number; ``seq`` and ``hash`` are of the newest entry of its log.
    ``sheet``: a recovery sheet opens its vault.
    """

    made_at: datetime
    kind: BackupKind
    schema: str
    seq: int
    hash: str
    sheet: bool
    files: Mapping[str, FileSeen]


def folder_name(made_at: datetime) -> str:
    """What a backup of that instant is called."""
    return made_at.astimezone(UTC).strftime(_TIME_IN_NAME)


def is_name(name: str) -> bool:
    """Whether ``name`` can be that of a whole backup."""
    return _NAME.fullmatch(name) is not None


def seen(path: Path) -> FileSeen:
    """Hash a file of our own.  Raises OSError."""
    with path.open("rb") as file:
        return FileSeen(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put the manifest beside the files that it tells of.  Raises OSError."""
    content = {
        "format": FORMAT,
        "made_at": manifest.made_at.astimezone(UTC).isoformat(),
        "kind": manifest.kind,
        "schema": manifest.schema,
        "seq": manifest.seq,
        "hash": manifest.hash,
        "sheet": manifest.sheet,
        "files": {
            name: {"sha256": file.sha256, "size": file.size}
            for name, file in sorted(manifest.files.items())
        },
    }
    write_durably(folder / MANIFEST, json.dumps(content, indent=1).encode())


def read_manifest(folder: Path) -> Manifest:
    """What ``folder`` says of itself; whether it is true, ``fetch`` finds out.

    Raises:
        BackupRefused: there is no manifest, or one that is not ours.
    """
    try:
        with _opened(folder / MANIFEST) as file:
            content = file.read(LARGEST[MANIFEST])
        return _parsed(json.loads(content, object_pairs_hook=_once))
    except OSError as error:
        raise BackupRefused(f"{folder.name}: there is no manifest that can be read") from error
    except _NOT_OURS as error:
        raise BackupRefused(f"{folder.name}: its manifest is damaged") from error


def fetch(source: Path, target: Path) -> Manifest:
    """Copy the backup in ``source`` into the empty folder ``target``, each file if it is whole.

    ``source`` may be on any medium and from anybody.  Files that the manifest does not name are
    left where they are.  When this raises, ``target`` may hold some files, and is to be thrown
    away; nothing else was touched.

    Raises:
        BackupRefused: something is missing, damaged, too large, or no plain file.
        OSError: ``target`` cannot be written; the disk may be full.
    """
    manifest = read_manifest(source)
    needed = sum(file.size for file in manifest.files.values())
    if needed > shutil.disk_usage(target).free:
        raise BackupRefused(f"{source.name}: no room for its {needed} bytes")
    for name, expected in manifest.files.items():
        try:
            opened = _opened(source / name)
        except OSError as error:
            raise BackupRefused(f"{source.name}: {name} cannot be read") from error
        with opened, (target / name).open("xb") as sink:
            if _copied(opened, sink, expected.size) != expected:
                raise BackupRefused(f"{source.name}: {name} is not what the manifest tells")
        settle(target / name, target / name)
    write_manifest(target, manifest)
    return manifest


def place(source: Path, target: Path) -> None:
    """Put a copy of the backup ``source`` at ``target``, which appears whole or not at all.

    What was written is read again, and compared.  Raises BackupRefused, OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = partial_name(target)
    partial.mkdir(mode=0o700)
    try:
        manifest = fetch(source, partial)
        for name, expected in manifest.files.items():
            if seen(partial / name) != expected:
                raise BackupRefused(f"{target.name}: {name} was not written as it is")
        settle_folder(partial, target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def partial_name(target: Path) -> Path:
    """Where the backup ``target`` is put together; the name tells which process does."""
    return target.with_name(f"{target.name}.{os.getpid()}.partial")


def remove(folder: Path) -> None:
    """Remove a backup, its manifest first: half of one never looks like a whole one."""
    (folder / MANIFEST).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _opened(path: Path) -> BinaryIO:
    """A plain file, never through a link, a pipe or a device.  Raises OSError."""
    if path.is_symlink():  # where the system knows no O_NOFOLLOW
        raise OSError(f"{path.name} is a link")
    handle = os.open(path, _READ)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path.name} is no plain file")
    return os.fdopen(handle, "rb")


def _copied(source: BinaryIO, sink: BinaryIO, size: int) -> FileSeen:
    """Copy at most ``size`` bytes and one more, which tells that there were too many."""
    digest, done = hashlib.sha256(), 0
    while done <= size and (chunk := source.read(min(_CHUNK, size + 1 - done))):
        sink.write(chunk)
        digest.update(chunk)
        done += len(chunk)
    return FileSeen(digest.hexdigest(), done)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _parsed(found: dict[str, Any]) -> Manifest:
    if found["format"] != FORMAT:
        raise BackupRefused(f"a backup of format {found['format']!r}, not {FORMAT}")
    files = {name: _file(name, about) for name, about in found["files"].items()}
    if STORE_FILE not in files:
        raise ValueError("a backup without a store")
    made_at = datetime.fromisoformat(found["made_at"])
    if made_at.utcoffset() is None:
        raise ValueError("a time without a zone")
    return Manifest(
        made_at=made_at,
        kind=BackupKind(found["kind"]),
        schema=str(found["schema"]),
        seq=int(found["seq"]),
        hash=str(found["hash"]),
        sheet=found["sheet"] is True,
        files=files,
    )


def _file(name: str, about: dict[str, Any]) -> FileSeen:
    digest, size = about["sha256"], about["size"]
    if name not in LARGEST or name == MANIFEST:
        raise ValueError("a file that is none of ours")
    if not isinstance(size, int) or not 0 <= size <= LARGEST[name]:
        raise ValueError(f"{name} is too large")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise ValueError("no hash")
    return FileSeen(digest, size)
