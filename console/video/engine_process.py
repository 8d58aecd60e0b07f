"""The engine as a process: the first one, and the one that follows a dead one."""

from __future__ import annotations

import logging
import signal
from pathlib import Path

from console.clock import SystemClock
from console.platform import lines, meeting
from console.redaction import Redactor, logging_to
from console.video import recording_start, standby
from console.video.archive_desk import ArchiveDesk
from console.video.crew import Hands
from console.video.door import keep_open
from console.video.engine import Engine
from console.video.jobs import Jobs
from console.video.recording import Recording
from console.video.reserves import Reserves
from console.video.standby import Legacy, Standby
from console.workers import Workers

log = logging.getLogger(__name__)

_HEIRS_PATIENCE_S = 2.0  # a dead engine lets go of its lock with its last breath


def main(data: Path, workers: int, reserves: Reserves, standby_after_s: float | None) -> int:
    """Be the engine of the station whose data folder is ``data``.  Returns the exit code.

    ``reserves`` load already.  Ends at once, with 0, if that station has an engine already.
    ``standby_after_s``: see ``Standby``.
    """
    try:
        return _be(data, workers, reserves, Legacy(heirs=0), standby_after_s)
    finally:
        reserves.close()


def follow(data: Path, workers: int, reserves: Reserves, heirs: int) -> int:
    """Be the engine that waits for another one's death; see ``standby``.  Returns the exit code."""
    try:
        left = standby.wait(data, reserves, workers, SystemClock(), heirs)
        return 0 if left is None else _be(data, workers, reserves, left, standby.AT_FIRST_S)
    finally:
        reserves.close()


def _be(
    data: Path, workers: int, reserves: Reserves, left: Legacy, standby_after_s: float | None
) -> int:
    clock = SystemClock()
    redactor = Redactor()
    patience_s = _HEIRS_PATIENCE_S if left.heirs else 0.0
    with logging_to(data, "engine", redactor), meeting.take(data, patience_s) as place:
        if place is None:
            log.info("this station has an engine already")
            return 0
        threads = Workers()
        listener = lines.listen(place.address, place.key)
        desks: list[ArchiveDesk] = []

        def recording(engine: Engine) -> Recording:
            made, desk = recording_start.begin(
                data, clock, threads, engine.tell, engine.measured, engine.post
            )
            desks.append(desk)
            return made

        hands, jobs = Hands(workers, clock, reserves.start), Jobs(clock, data)
        follower = Standby(data, workers, clock, left.heirs, after_s=standby_after_s)
        engine = Engine(hands, jobs, clock, redactor, recording, follower)
        signal.signal(signal.SIGTERM, lambda *_: engine.post(engine.end))
        place.announce()
        door = threads.loop("door", lambda stop: keep_open(stop, listener, engine, threads))
        if left.heirs:
            log.warning("the engine died; this one goes on in its place")
            engine.inherit(left)
        try:
            engine.run()
        finally:
            door.set()
            lines.poke(place.address)
            place.withdraw()
            listener.close()
            for desk in desks:
                desk.close()
            threads.close()
    return 0
