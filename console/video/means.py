"""What every camera of a worker shares."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock
from console.video.loop import Loop
from console.video.recorder import Desk
from console.video.retry import KnockLimit
from console.workers import Workers
from db.structs import Frozen


class Means(Frozen, gc=True):
    """Handed down from the worker to its feeds, sources and sessions."""

    clock: Clock
    loop: Loop
    limit: KnockLimit
    threads: Workers
    desk: Desk
    stuck: Callable[[str], None]
    """A thread does not end: end the process instead.  Does not return."""
