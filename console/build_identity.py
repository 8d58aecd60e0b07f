"""Which build of the program this is: a hash of its own source, for who must name it in court.

The version says what it was called, this what it was.  Anybody with the source has the same::

    find console db -name '*.py' | LC_ALL=C sort | xargs sha256sum | sha256sum
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_MAKING = ("console", "db")
"""The packages of code that make what is signed; what is drawn on screen alone is not among it."""


@cache
def build_hash() -> str:
    """SHA-256 in hex, "" where the program is not made of readable files.

    Reads some 3 MB the first time: not for the GUI thread.
    """
    return hash_of(Path(__file__).resolve().parent.parent)


def hash_of(root: Path) -> str:
    """The same, of a program in ``root``."""
    digest = hashlib.sha256()
    files = [path for name in _MAKING for path in (root / name).rglob("*.py") if path.is_file()]
    if not files:
        return ""
    try:
        for path, file in sorted((each.relative_to(root).as_posix(), each) for each in files):
            digest.update(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {path}\n".encode())
    except OSError:
        return ""
    return digest.hexdigest()
