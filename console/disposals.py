"""What a hold kept stays on record when it keeps it no longer: each file, its size, its hash.

A hold that was released or has run out goes on keeping (``unit.holds.kept``) until that record is
in the store.  So retention, which asks the store before each removal, cannot come first, unless no
console could write for ``FREED_WITHIN``: then a disk that must go on recording matters more, and
only what is left is put on record.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from console.audit import Act, Audit, told
from console.clock import Clock
from console.errors import Problem
from console.gate import Gate
from console.rights import Action
from console.workers import Stop
from db.case_records import Disposal
from db.footage_records import Hold, HoldId, Segment
from db.records import CameraId, Span, StreamRole, from_us
from db.repositories.holds import FREED_WITHIN
from db.store import Store

LOOK_S = 60.0
AT_ONCE = 50
"""Holds that are read together."""
SETTLED = timedelta(minutes=10)
"""A file that was being recorded when its hold ended is in the index this long after."""
INDEX_SETTLED = timedelta(days=1)
"""So long the engine may need to take all footage up in an index that was begun anew."""

log = logging.getLogger(__name__)


class SegmentIndex(Protocol):
    """What is needed of ``console.video.archive_reader.ArchiveReader``."""

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """Recorded files that reach into ``span``.  Raises StoreDamaged, StoreFailed."""
        ...

    def begun(self) -> datetime | None:
        """Since when the index is written; None: there is none."""
        ...


class Disposals:
    """Writes them, in a loop of its own; lists them.  May block on the disk.

    The log is told by whom nobody is: the program does it.  Two consoles of one station may both
    run it: whoever writes first has written.
    """

    def __init__(
        self,
        store: Store,
        index: SegmentIndex,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        believed: Callable[[], bool],
    ) -> None:
        """``audit`` writes in nobody's name; ``believed``: whether the clock is."""
        self._store = store
        self._index = index
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._believed = believed

    def run(self, stop: Stop) -> None:
        """Tend, again and again, until ``stop``."""
        while not stop.wait(LOOK_S):
            try:
                self.tend(stop)
            except Problem as problem:
                log.info("disposals are written later: %s", problem)

    def tend(self, stop: Stop) -> int:
        """Write the disposal of holds that have ended; returns of how many.

        A second for a thousand short holds.  Raises StoreProblem: what was not written still keeps.
        By a date that is not believed nothing has ended.
        """
        if not self._believed():
            return 0
        now, begun, done = self._clock.now(), self._index.begun(), 0
        last: HoldId | None = None
        while not stop.is_set():
            with self._store.read() as unit:
                holds = unit.holds.ended(now, AT_ONCE, last)
            if not holds:
                break
            for hold in holds:
                if stop.is_set():
                    break
                if _is_settled(hold, begun, now):
                    done += self._free(hold, now)
            last = holds[-1].id
        return done

    def of(
        self, hold_id: HoldId, limit: int = 1000, after: Disposal | None = None
    ) -> list[Disposal]:
        """What a hold kept, camera by camera, in order; ``after`` is the last of a page before.

        Raises NotAllowed, Gone.
        """
        self._gate.require(Action.PLACE_HOLD)
        with self._store.read() as unit:
            cameras = unit.holds.hold(hold_id).cameras
            teams = unit.fleet.teams_of(cameras)
        self._gate.require(Action.PLACE_HOLD, teams=teams)
        where = None if after is None else (after.camera_id, after.span.start)
        with self._store.read() as unit:
            return unit.disposals.of(hold_id, limit, where)

    def _free(self, hold: Hold, now: datetime) -> bool:
        """Write a hold's disposal, a camera at a time, so that the store is never held up long.

        A pass that was cut off is gone on with: a camera is written whole or not at all.
        """
        with self._store.read() as unit:
            written = unit.disposals.cameras(hold.id)
        for camera_id in sorted(hold.cameras - written.keys()):
            self._write(hold, camera_id, now, last=False)
        return self._write(hold, None, now, last=True)

    def _write(self, hold: Hold, camera_id: CameraId | None, now: datetime, *, last: bool) -> bool:
        found = () if camera_id is None else self._index.segments(camera_id, None, hold.span)
        with self._store.begin() as unit:
            if unit.holds.is_freed(hold.id):
                return False
            if camera_id is not None and camera_id not in unit.disposals.cameras(hold.id):
                others = unit.holds.spans_of(camera_id, now, hold.span)
                unit.disposals.add([*_kept(hold, found, others, now)])
            if not last:
                return False
            unit.holds.free(hold.id, now)
            written = unit.disposals.cameras(hold.id)
            self._audit.write(
                unit,
                Act.HOLD_FREED,
                "hold",
                hold.id,
                cameras=sorted(hold.cameras),
                ended=told(_ended_at(hold)),
                files=sum(files for files, _ in written.values()),
                bytes=sum(size for _, size in written.values()),
            )
        return True


def _kept(
    hold: Hold, segments: Iterable[Segment], others: Sequence[Span], now: datetime
) -> Iterable[Disposal]:
    """Files that ``hold`` kept while it was in force, and that no hold in ``others`` keeps."""
    until = _ended_at(hold)
    for segment in segments:
        start = from_us(segment.start_us)
        span = Span(start, from_us(max(segment.end_us, segment.start_us + 1)))
        if start < until and not any(other.meets(span) for other in others):
            yield Disposal(
                hold_id=hold.id,
                at=now,
                camera_id=segment.camera_id,
                span=span,
                size_bytes=segment.size_bytes,
                sha256=segment.sha256.hex(),
            )


def _ended_at(hold: Hold) -> datetime:
    """When it was released or ran out, whichever came first."""
    return min(each for each in (hold.released_at, hold.until) if each is not None)


def _is_settled(hold: Hold, begun: datetime | None, now: datetime) -> bool:
    """Whether the index, which is written since ``begun``, knows all that ``hold`` kept."""
    ended = _ended_at(hold)
    if now - ended >= FREED_WITHIN:
        return True  # retention waits no longer
    if begun is None:
        return False
    is_whole = hold.span.start >= begun or now - begun >= INDEX_SETTLED
    return is_whole and now - min(ended, hold.span.end) >= SETTLED
