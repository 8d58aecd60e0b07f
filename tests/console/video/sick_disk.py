"""A disk that fails when it is told to, with the errors of a real one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from console.video.disk import Calls
from db.durable import sync_folder


class SickDisk:
    """Well until one of its ``ills`` is set; each call that fails is counted."""

    def __init__(self) -> None:
        self.ills: set[str] = set()
        self.failed: list[str] = []
        self.only = 1 << 30  # so many calls fail
        self.short = 0  # of a write that fails: so much of it reaches the file before
        self.calls = Calls(self._write, self._sync, self._sync_folder)

    def _write(self, handle: int, data: memoryview) -> int:
        if not self._is_ill("write"):
            return os.write(handle, data)
        if self.short and "write" not in self.failed:
            os.write(handle, data[: self.short])
        raise self._error("write")

    def _sync(self, handle: int) -> None:
        if self._is_ill("sync"):
            raise self._error("sync")
        os.fsync(handle)

    def _sync_folder(self, folder: Path) -> None:
        if self._is_ill("folder"):
            raise self._error("folder")
        sync_folder(folder)

    def _is_ill(self, call: str) -> bool:
        return call in self.ills and len(self.failed) < self.only

    def _error(self, call: str) -> OSError:
        self.failed.append(call)
        return OSError(errno.EIO, os.strerror(errno.EIO))
