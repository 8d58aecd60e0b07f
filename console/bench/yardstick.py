"""How many times slower this PC is than the one whose milliseconds the issues ask for.

A promise in milliseconds is about one PC: that of ``facts/live_wall.md``, which decodes a picture
of 640x360 in 1.08 ms.  Elsewhere, and on a machine that others use too, milliseconds say little.
So a fixed piece of work, the kind that lists are made of and none of our own code, is timed beside
what is measured.

How it was set: on 2026-11-24 that PC took 28 ms for ``fleet.view()`` of 1,128 cameras, as it was in
7d24269.  On 2026-11-26 another PC took 83.5 ms for the same commit and the same city, and 51.9 ms
for this work beside it (three runs of 60, medians): 17.4 ms there.  The other PC decoded that
picture in 3.4 ms, so it is three times slower by either measure.
"""

from __future__ import annotations

import gc
import sqlite3
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Self

THERE_MS = 17.4
"""Processor time of ``Yardstick.once`` on the reference PC, in milliseconds."""
_ROWS = 4000
_ROUNDS = 11
_TABLE = (
    "CREATE TABLE thing (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c TEXT, d INTEGER, e INTEGER)"
)


@dataclass(frozen=True, slots=True)
class _Thing:
    id: int
    number: int
    name: str
    place: str
    on: bool
    at_us: int


class Yardstick:
    """The fixed work, until it is closed.  Threads: its maker's.

    Never change it: ``THERE_MS`` would be wrong.
    """

    def __init__(self) -> None:
        self._rows = sqlite3.connect(":memory:")
        self._rows.execute(_TABLE)
        self._rows.executemany(
            "INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    n,
                    n * 7 % 4001,
                    f"Cổng chợ Đồng Tiến {n}",
                    f"ngõ {n % 97} phố Nguyễn Trãi",
                    n % 3,
                    n * 1_000_003,
                )
                for n in range(_ROWS)
            ],
        )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give its rows up."""
        self._rows.close()

    def took_ms(self) -> float:
        """Processor time of doing it once, in milliseconds, without looking for others' garbage."""
        collects = gc.isenabled()
        gc.disable()
        try:
            return took_ms(self.once)
        finally:
            if collects:
                gc.enable()

    def once(self) -> int:
        """Fetch rows in an order, make things of them, group them, take their marks apart."""
        things = [
            _Thing(i, number, name, place, bool(on), at_us)
            for i, number, name, place, on, at_us in self._rows.execute(
                "SELECT * FROM thing ORDER BY a"
            )
        ]
        by_place: dict[str, list[_Thing]] = {}
        for thing in things:
            by_place.setdefault(thing.place, []).append(thing)
        letters = sum(len(unicodedata.normalize("NFD", thing.name)) for thing in things)
        return letters + len(by_place)


def slower() -> float:
    """How many times slower than the reference PC this one is at the moment; takes some 0.5 s."""
    with Yardstick() as yardstick:
        yardstick.once()
        return median(yardstick.took_ms() for _ in range(_ROUNDS)) / THERE_MS


def took_ms(call: Callable[[], object]) -> float:
    """Processor time of a call, of this thread alone, in milliseconds."""
    started_ns = time.thread_time_ns()
    call()
    return (time.thread_time_ns() - started_ns) / 1e6
