"""A station's empty file, made once a process: Alembic takes its time to make the same again."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from console.backup_files import STORE_FILE
from db.store import Store


def new(path: Path) -> Path:
    """Put an empty store at ``path``, unless there is one."""
    if not path.exists():
        path.write_bytes(_empty())
    return path


def folder(path: Path) -> Path:
    """A station's data folder at ``path``, made if need be, with a store in it."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    new(path / STORE_FILE)
    return path


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / STORE_FILE
        Store(path, committed=lambda _: None).close()
        return path.read_bytes()
