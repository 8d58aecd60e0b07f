"""``ward-console serve``: the station without a window, as a service runs it.

It tells the engine what to record, as a window does, and keeps the diary and the nights.  What
someone changes in a window, another process, is told to the engine within seconds.
"""

from __future__ import annotations

import argparse
import logging
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from console.app import Console, build_live
from console.backup_files import STORE_FILE
from console.errors import Problem
from console.events import Event, Noticed
from console.nightly import SERVICE_GRACE
from console.opening import station_folder
from console.video.ports import CameraSource
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.footage_records import Plan
from db.sqlite import Watch

log = logging.getLogger(__name__)

LOOK_S = 3.0
AGAIN_S = 30.0
"""A vault or store that could not be read is tried again so often, changed or not."""

Orders = tuple[list[RecordOrder], list[VolumeOrder]]


class Told(Protocol):
    """The engine, as it is told what to record."""

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        """See ``LiveEngine``."""
        ...

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        """See ``FootageEngine``."""
        ...


class Teller:
    """Keeps the engine told of the store's cameras and rules."""

    def __init__(
        self,
        engine: Told,
        cameras: Callable[[], list[CameraSource]],
        orders: Callable[[], Orders],
        changed: Callable[[], bool],
    ) -> None:
        """``changed`` tells whether anybody wrote into the store since it was asked last."""
        self._engine = engine
        self._cameras = cameras
        self._orders = orders
        self._changed = changed
        self._told: tuple[list[CameraSource], Orders] | None = None
        self._failed = ""

    def run(self, stop: Stop) -> None:
        """Tell of every change until ``stop``."""
        waited_s = AGAIN_S
        while True:
            if self._look(again=waited_s >= AGAIN_S):
                waited_s = 0.0
            if stop.wait(LOOK_S):
                return
            waited_s += LOOK_S

    def look(self) -> None:
        """Tell the engine what has changed, now."""
        self._look(again=True)

    def _look(self, *, again: bool) -> bool:
        """Whether the store was read, or tried to."""
        try:
            if not self._changed() and not (again and (self._failed or self._told is None)):
                return False
            found = self._cameras(), self._orders()
        except Problem as problem:
            if str(problem) != self._failed:
                log.warning("the engine cannot be told what to record: %s", problem)
            self._failed = str(problem) or type(problem).__name__
            return True
        self._failed = ""
        if found != self._told:
            cameras, orders = found
            recorded = sum(order.plan is not Plan.NEVER for order in orders[0])
            log.info("%d cameras, %d of them to be recorded", len(cameras), recorded)
            self._engine.set_cameras(cameras)
            self._engine.set_recording(*orders)
            self._told = found
        return True


def serve(options: argparse.Namespace) -> int:
    """Record until the system says that it is enough (SIGTERM); returns the exit code."""
    folder = station_folder(options)
    stop = Stop()
    before = {
        which: signal.signal(which, lambda *_: stop.set())
        for which in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        # A stick is there for whoever put it in, and he looks at a window: packages are made there.
        console = build_live(
            folder, _heard, log_name="service", night_grace=SERVICE_GRACE, exports=False
        )
        try:
            run(console, folder, stop)
        finally:
            console.close()
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)
    return 0


def run(console: Console, folder: Path, stop: Stop) -> None:
    """Keep the engine of ``console`` told until ``stop``."""
    if console.engine is None:
        raise ValueError("a service needs an engine")
    watch = Watch(folder / STORE_FILE)
    try:
        Teller(
            console.engine,
            console.fleet.sources,
            console.recording.orders,
            watch.changed,
        ).run(stop)
    finally:
        watch.close()


def _heard(event: Event) -> None:
    if isinstance(event, Noticed):
        log.warning("%s", event.problem)
