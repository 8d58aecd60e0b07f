"""The one thread of a worker that writes footage: bytes, hash, fsync, rename, fsync of the folder.

The loop never waits for a disk.  What it hands over is counted; when a disk does not keep up, it
is told so instead of memory growing.  A segment whose writing fails is ended behind its last whole
fragment.  A failed fsync is never tried again: what it was to keep may be gone (its partial is
left for ``footage_files.repair``, which reads what is really there).
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from console.video import fmp4, footage_files
from console.video.wire_footage import SegmentDone
from console.workers import Stop, Workers
from db.durable import sync_folder
from db.footage_records import EndReason, GapCause, VolumeId
from db.records import CameraId, StreamRole
from db.structs import Frozen

log = logging.getLogger(__name__)

MAX_WAITING_BYTES = 64 << 20  # handed over and not yet written, of a whole worker
_END_S = 4.0  # for what waits, when the worker ends
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write \r\n
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Begun(Frozen, kw_only=True):
    """What is known of a segment when its file is begun."""

    volume: Path
    volume_id: VolumeId
    station: str
    camera_id: CameraId
    role: StreamRole
    era: int
    run_us: int
    start_us: int
    monotonic_ns: int
    quicktime: bool


class Tally(Frozen, kw_only=True):
    """What a segment holds up to some fragment."""

    duration_us: int = 0
    frames: int = 0
    keys: int = 0
    damaged: int = 0  # pictures before which packets were lost
    camera_off_us: int | None = None
    looks: str = ""  # the change map so far, as it goes into a message


class Calls(Frozen):
    """The calls that a sick disk fails, each raising OSError; a test hands in some that do."""

    write: Callable[[int, memoryview], int] = os.write
    sync: Callable[[int], None] = os.fsync
    sync_folder: Callable[[Path], None] = sync_folder


SYSTEM = Calls()


class Heard(Frozen, gc=True):
    """Whom a segment tells how it went; called on the loop's thread, but ``done``."""

    started: Callable[[], None]  # its first bytes are in the file
    failed: Callable[[GapCause, int], None]  # why, and where (µs) what is on disk ends
    done: Callable[[SegmentDone], None]  # it is on disk; called on the disk's thread


class Disk:
    """Does one thing after the other.  ``begin``, ``close`` and segments: loop thread only."""

    def __init__(
        self,
        workers: Workers,
        post: Callable[[Callable[[], None]], None],
        *,
        max_waiting: int = MAX_WAITING_BYTES,
        calls: Calls = SYSTEM,
    ) -> None:
        self.calls = calls
        self._post = post
        self._max_waiting = max_waiting
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()  # leaf lock; guards _waiting
        self._waiting = 0
        self._ended = Stop()
        workers.loop("disk", self._run)

    @property
    def waiting(self) -> int:
        """Bytes that were handed over and are not written yet."""
        with self._lock:
            return self._waiting

    @property
    def has_room(self) -> bool:
        """Whether the disk keeps up well enough to begin something."""
        return self.waiting <= self._max_waiting // 2

    def begin(self, begun: Begun, heard: Heard) -> SegmentFile:
        """A new segment; nothing is touched before its first ``write``."""
        return SegmentFile(self, begun, heard)

    def submit(self, size: int, job: Callable[[], None]) -> bool:
        """Do ``job`` in its turn; False, and nothing happens, if too much waits already."""
        with self._lock:
            if size and self._waiting + size > self._max_waiting:
                return False
            self._waiting += size
        self._jobs.put(lambda: self._do(size, job))
        return True

    def tell(self, call: Callable[[], None]) -> None:
        """Make ``call`` on the loop's thread."""
        self._post(call)

    def close(self) -> bool:
        """Write what waits; False if the disk does not let it in time."""
        self._jobs.put(None)
        return self._ended.wait(_END_S)

    def _do(self, size: int, job: Callable[[], None]) -> None:
        try:
            job()
        finally:
            with self._lock:
                self._waiting -= size

    def _run(self, _: Stop) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        self._ended.set()


class SegmentFile:
    """A segment in the making.  Its public calls are the loop's; the rest is the disk's thread."""

    def __init__(self, disk: Disk, begun: Begun, heard: Heard) -> None:
        self._disk = disk
        self._calls = disk.calls
        self._begun = begun
        self._heard = heard
        self._path = footage_files.segment_path(
            begun.volume,
            begun.camera_id,
            begun.role,
            begun.start_us,
            quicktime=begun.quicktime,
        )
        self._partial = footage_files.partial_path(self._path)
        self._handle = -1
        self._hash = hashlib.sha256()
        self._size = 0  # up to the last whole fragment
        self._tally = Tally()
        self._before = 0, Tally()  # size and tally one fragment earlier
        self._failed = False

    def write(self, data: bytes, tally: Tally) -> bool:
        """Append a fragment, with which the segment holds ``tally``; False: the disk is behind."""
        return self._disk.submit(len(data), lambda: self._guard(lambda: self._write(data, tally)))

    def end(self, reason: EndReason, tally: Tally) -> None:
        """Nothing more comes."""
        self._disk.submit(0, lambda: self._guard(lambda: self._end(reason, tally)))

    def _guard(self, step: Callable[[], None]) -> None:
        if self._failed:
            return
        try:
            step()
        except OSError as error:
            self._failed = True
            cause = GapCause.DISK_FULL if error.errno in _FULL else GapCause.DISK_LOST
            log.warning("%s cannot be written: %s", self._path.name, error.strerror)
            tally = self._salvage()
            until_us = self._begun.start_us + tally.duration_us
            self._disk.tell(lambda: self._heard.failed(cause, until_us))

    def _write(self, data: bytes, tally: Tally) -> None:
        first = self._handle < 0
        if first:
            self._open()
        else:
            self._partial.stat()  # a folder that vanished takes bytes, and keeps none
        self._append(data)
        self._before = self._size, self._tally
        self._size += len(data)
        self._tally = tally
        if first:
            self._disk.tell(self._heard.started)

    def _end(self, reason: EndReason, tally: Tally) -> None:
        if self._handle < 0:
            return
        self._append(_ending(reason, tally))
        self._settle(reason, tally)

    def _open(self) -> None:
        begun = self._begun
        if not footage_files.is_volume(begun.volume, begun.volume_id, begun.station):
            raise OSError(errno.ENODEV, "the volume is not there")
        for folder in (self._partial.parent.parent, self._partial.parent):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
                self._calls.sync_folder(folder.parent)
        # O_EXCL: never through a link that someone left under that name.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
        self._handle = os.open(self._partial, flags, 0o600)

    def _append(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._calls.write(self._handle, left) :]
        self._hash.update(data)

    def _settle(self, reason: EndReason, tally: Tally) -> None:
        """Have it on disk under its name, and tell."""
        handle, self._handle = self._handle, -1
        try:
            self._calls.sync(handle)
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
        self._partial.rename(self._path)
        self._calls.sync_folder(self._path.parent)
        begun = self._begun
        self._heard.done(
            SegmentDone(
                camera_id=begun.camera_id,
                role=begun.role,
                volume_id=begun.volume_id,
                era=begun.era,
                run_us=begun.run_us,
                start_us=begun.start_us,
                duration_us=tally.duration_us,
                monotonic_ns=begun.monotonic_ns,
                camera_off_us=tally.camera_off_us,
                frames=tally.frames,
                keys=tally.keys,
                size_bytes=size,
                sha256=self._hash.hexdigest(),
                end_reason=reason,
                quicktime=begun.quicktime,
                looks=tally.looks,
            )
        )

    def _salvage(self) -> Tally:
        """End what is there behind its last whole fragment; what it holds then.

        Where there is no room for its end, one fragment more is given up.
        """
        handle = self._handle
        if handle < 0:  # never begun, or its fsync failed
            return Tally()
        for size, tally in ((self._size, self._tally), self._before):
            if not tally.frames:
                break
            try:
                os.ftruncate(handle, size)
                os.lseek(handle, size, os.SEEK_SET)
                ending = _ending(EndReason.DISK, tally)
                if self._calls.write(handle, memoryview(ending)) != len(ending):
                    continue
                self._hash = hashlib.sha256()
                with self._partial.open("rb", buffering=0) as file:
                    while part := file.read(1 << 20):
                        self._hash.update(part)
                self._settle(EndReason.DISK, tally)
            except OSError as error:
                log.warning("%s cannot be ended: %s", self._path.name, error.strerror)
                if self._handle < 0:
                    return Tally()
                if error.errno not in _FULL:
                    break  # less of it would fare no better
            else:
                return tally
        self._handle = -1
        with contextlib.suppress(OSError):
            os.close(handle)
        return Tally()


def _ending(reason: EndReason, tally: Tally) -> bytes:
    return fmp4.ending(
        {
            "reason": reason,
            "duration_us": tally.duration_us,
            "frames": tally.frames,
            "keys": tally.keys,
            "damaged": tally.damaged,
            "camera_off_us": tally.camera_off_us,
        }
    )
