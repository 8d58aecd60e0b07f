"""A station's empty file, made once a process: Alembic takes its time to make the same again."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from db.store import Store


def new(path: Path) -> Path:
    """Put an empty store at ``path``, unless there is one."""
    if not path.exists():
        path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "station.db"
        Store(path, committed=lambda _: None).close()
        return path.read_bytes()
