"""Small files that must survive a power cut: temporary name, fsync, rename, fsync of the folder."""

from __future__ import annotations

import os
from pathlib import Path

from db.durable import settle

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write \r\n


def write_durably(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write ``content`` so that ``path`` holds either the old or the new, whole.

    It is on disk when this returns.  ``mode`` is who may read and write the file (Windows
    knows only read-only).  Raises OSError; then the old file is untouched.
    """
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    # O_EXCL: never through a link that someone left under that name.
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        settle(partial, path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
