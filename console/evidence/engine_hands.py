"""The engine's work for a package: asked for again where a worker of its died, and told as ours.

Bytes of footage are touched over there alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from console.errors import (
    Cancelled,
    DiskFull,
    EngineLost,
    FileTaken,
    FootageMissing,
    StoreProblem,
)
from console.evidence.names import PARTIAL
from console.evidence.problems import MasksRefused, PackageNotWritten
from console.video.evidence_orders import CutFile, Mask, OrderBroken, StripWords
from console.video.footage_ports import FootageEngine
from console.workers import Stop
from db.records import CameraId, Span, StreamRole, from_us

Told = Callable[[int, int], None]
WAITS_S = (0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0)
"""Before each further try: an engine takes some seconds to begin, also after a death."""

log = logging.getLogger(__name__)


class Hands:
    """Cuts, copies and stills into a package's folder.  One thread; as slow as the engine.

    Every method may raise:

    * FootageMissing: there is none; nothing is left.
    * EngineLost: it was asked again and again.
    * DiskFull, PackageNotWritten: the medium.
    * Cancelled: ``stop`` was set.
    """

    def __init__(
        self, engine: FootageEngine | None, stop: Stop, waits_s: Sequence[float] = WAITS_S
    ) -> None:
        self._engine = engine
        self._stop = stop
        self._waits_s = waits_s

    def cut(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        told: Told,
        *,
        silent: bool = False,
    ) -> dict[str, Any]:
        """A native copy, and what it holds; ``silent``: without its sound."""
        return self._asked(
            target,
            lambda engine: engine.cut(
                camera_id,
                role,
                span,
                target,
                stop=self._stop,
                progressed=told,
                facts=True,
                silent=silent,
            ),
        )

    def view(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        words: StripWords,
        masks: Sequence[Mask],
        told: Told,
    ) -> dict[str, Any]:
        """A viewing copy, and what it holds.  Raises MasksRefused, too."""
        try:
            return self._asked(
                target,
                lambda engine: engine.view(
                    camera_id, role, span, target, words, masks, stop=self._stop, progressed=told
                ),
            )
        except OrderBroken as error:
            raise MasksRefused(str(error)) from error

    def still(self, camera_id: CameraId, at_us: int, target: Path, cut: CutFile) -> dict[str, Any]:
        """A picture of a native copy, and where it is in that."""
        return self._asked(
            target,
            lambda engine: engine.snapshot(
                camera_id, from_us(at_us), target, stop=self._stop, cut=cut
            ),
        )

    def _asked(self, target: Path, order: Callable[[FootageEngine], str]) -> dict[str, Any]:
        engine = self._engine
        if engine is None:
            raise EngineLost("there is no engine here")
        for wait_s in (*self._waits_s, None):
            try:
                return _read(_told(order, engine))
            except EngineLost as lost:
                if wait_s is None:
                    raise
                if self._stop.wait(wait_s):
                    raise Cancelled from lost
                log.info("the engine is asked once more: %s", lost)
                _clear(target)
        raise AssertionError("the last try returns or raises")


def _told(order: Callable[[FootageEngine], str], engine: FootageEngine) -> str:
    try:
        return order(engine)
    except (DiskFull, FootageMissing, EngineLost):
        raise
    except FileTaken as taken:
        raise PackageNotWritten("somebody else put a file there") from taken
    except StoreProblem as problem:
        raise PackageNotWritten(f"the engine could not write: {problem}") from problem


def _read(told: str) -> dict[str, Any]:
    found = json.loads(told)
    assert isinstance(found, dict)
    return found


def _clear(target: Path) -> None:
    """A worker that died left what it had begun, where nobody but we put anything."""
    for each in (target, target.with_name(target.name + PARTIAL)):
        try:
            each.unlink(missing_ok=True)
        except OSError as error:
            raise PackageNotWritten(f"what a worker left stays: {error.strerror}") from error
