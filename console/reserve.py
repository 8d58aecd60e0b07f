"""Room that is kept free for the last lines of the log, when the disk is full.

A file of 64 MiB lies beside the store.  When a write finds the disk full, it is given up: what is
written next, such as who saw it and what was done, is kept.  It is made again when there is room.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import threading
from pathlib import Path

from console.errors import DiskFull
from console.events import Noticed, Post
from console.workers import Stop

RESERVE_FILE = "reserve.bin"
SIZE = 64 << 20
LOOK_S = 2.0  # told within 5 s, also when nobody writes
_CHUNK = bytes(1 << 20)

log = logging.getLogger(__name__)


class Reserve:
    """The file that is given up.  Safe from any thread."""

    def __init__(self, folder: Path, post: Post, size: int = SIZE) -> None:
        """``size`` in bytes.  Nothing is made before ``tend`` is called."""
        self._path = folder / RESERVE_FILE
        self._post = post
        self._size = size
        self._lock = threading.Lock()  # guards the file and _told; leaf lock but for logging
        self._told = False  # of the present want of room

    def release(self) -> None:
        """The disk is full: make room, once, and tell the officer."""
        with self._lock:
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                log.info("the reserve stays: %s", error.strerror)
            self._tell()

    def tend(self) -> None:
        """Make the reserve where it is missing and there is room; tell when there is not even half.

        There must be room for it twice, so that the console does not eat what was just freed.
        """
        with self._lock:
            if self._is_whole():
                self._told = False
                return
            try:
                free = shutil.disk_usage(self._path.parent).free
                if free >= 2 * self._size:
                    self._make()
                    self._told = False
                    log.info("the reserve of %d bytes is there", self._size)
                elif free < self._size:
                    self._tell()
            except OSError as error:
                log.info("no reserve: %s", error.strerror)
                self._path.unlink(missing_ok=True)
                if error.errno == errno.ENOSPC:
                    self._tell()

    def run(self, stop: Stop) -> None:
        """Tend it until ``stop``; for ``Workers.loop``."""
        while not stop.wait(LOOK_S):
            self.tend()

    def _is_whole(self) -> bool:
        try:
            return self._path.stat().st_size == self._size
        except OSError:
            return False

    def _make(self) -> None:
        """Really written: a file with holes, or one that is only promised, reserves nothing."""
        with self._path.open("wb") as file:
            for start in range(0, self._size, len(_CHUNK)):
                file.write(_CHUNK[: self._size - start])
            file.flush()
            os.fsync(file.fileno())

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            log.warning("the disk is full")
            self._post(Noticed(DiskFull("there is no room on the disk")))
