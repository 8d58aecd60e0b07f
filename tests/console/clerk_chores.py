"""Chores to try a clerk with.  Its process loads this module, so it loads little."""

from __future__ import annotations

import os
from dataclasses import dataclass

from console.chores import Progress
from console.errors import Cancelled
from console.workers import Stop
from db.store import Store

LONG_S = 60.0


@dataclass(frozen=True)
class Pid:
    """Says which process it is done in, and reads the store there."""

    def do(self, store: Store, _stop: Stop, progressed: Progress) -> tuple[int, int]:
        for done in range(3):
            progressed(done, 3)
        print("a library that says something")  # noqa: T201  # it must not get into the line
        with store.read() as unit:
            return os.getpid(), unit.trail.head()[0]


@dataclass(frozen=True)
class Waiting:
    """Does nothing until it is stopped; deaf: not even then."""

    deaf: bool = False

    def do(self, _store: Store, stop: Stop, progressed: Progress) -> None:
        progressed(os.getpid(), 0)
        if self.deaf:
            Stop().wait(LONG_S)
        if stop.wait(LONG_S):
            raise Cancelled


@dataclass(frozen=True)
class Faulty:
    def do(self, _store: Store, _stop: Stop, _progressed: Progress) -> None:
        raise KeyError("our own mistake")
