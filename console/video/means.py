"""What every camera of a worker shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.clock import Clock
from console.video.loop import Loop
from console.video.retry import KnockLimit
from console.video.wire import Told
from console.workers import Workers
from db.records import CameraId


@dataclass(frozen=True, slots=True)
class Means:
    """Handed down from the worker to its feeds, sources and sessions."""

    clock: Clock
    loop: Loop
    limit: KnockLimit
    threads: Workers
    tell: Callable[[Told], None]
    """Tells the engine where a camera stands."""
    note: Callable[[CameraId | None], None]
    """Writes down whose bytes are in the decoder, for whoever finds this process dead."""
    stuck: Callable[[str], None]
    """A thread does not end: end the process instead.  Does not return."""
