"""Long work over the station's file, and where it is done.

A chore reads for minutes and computes all the while.  In the window's process it would take turns
with the event loop, and a key would wait for its turn: so a window gives its chores to a clerk
(``console.clerk``), and whoever has no window does them where he is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from console.workers import Stop
from db.store import Store

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Progress = Callable[[int, int], None]
"""Called with how much is done, and how much there is in all."""


class Chore(Protocol[T_co]):
    """One piece of long work.  It is pickled, with all that it needs, and so is what comes of it.

    It only reads the store; who may ask for it, and what the log is told, is its service's matter.
    """

    def do(self, store: Store, stop: Stop, progressed: Progress) -> T_co:
        """Do it.  Raises Cancelled once ``stop`` is set, and what its own class says."""
        ...


class Doer(Protocol):
    """Does chores."""

    def do(self, chore: Chore[T], stop: Stop, progressed: Progress) -> T:
        """Have ``chore`` done and wait for it; ``progressed`` is called on this thread.

        Raises what the chore raises, and WorkLost when whoever did it is gone.
        """
        ...


class OwnHands:
    """Does chores here and now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def do(self, chore: Chore[T], stop: Stop, progressed: Progress) -> T:
        """See ``Doer.do``."""
        return chore.do(self._store, stop, progressed)
