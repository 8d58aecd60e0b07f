"""Pictures out of bytes that somebody brought, within limits."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

_BYTES_A_PIXEL = 4


def read_picture(content: bytes, most_mib: int) -> QImage:
    """The picture in ``content``, upright; null where there is none, or it is too large.

    It lies in a file of its own meanwhile.  Qt looks for who can read a picture under a lock of
    the process; a ``QBuffer`` that Python made wants the interpreter under that lock, and whoever
    else decodes a picture just then may hold the interpreter while it waits for the lock: both for
    ever (seen in a test, 2026-11-27).  A file is read without Python.

    Any thread; tens of milliseconds for a photograph.

    Args:
        content: A file that any of Qt's readers knows, told by what is in it, not by a name.
        most_mib: So much memory may it take, decoded.

    """
    try:
        with tempfile.TemporaryDirectory(prefix="ward-console-") as folder:
            path = Path(folder, "picture")
            path.write_bytes(content)
            return _read(path, most_mib)
    except OSError:
        return QImage()


def _read(path: Path, most_mib: int) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()  # as its head says; Qt's own limit counts for the whole process
    if not size.isValid() or size.width() * size.height() * _BYTES_A_PIXEL > most_mib << 20:
        return QImage()
    return reader.read()
