"""Everything of a demo but its window: cameras, a fresh station, and what was heard of them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from console.app import Console, build_live
from console.demo import ward
from console.demo.ledger import Ledger
from console.demo.player import Player
from console.demo.station import fresh_station
from console.events import Event, Post, Progressed
from console.workers import Workers
from db.records import Camera

DRAWING = 1  # the job whose progress is told: drawing the streets


class Stage:
    """Opens when entered: the cameras' process starts at once, and all is gone at the end."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._stack = ExitStack()
        self._ledger = Ledger()
        self._cameras: Sequence[Camera] = ()

    def __enter__(self) -> Self:
        workers = Workers()
        self._stack.callback(workers.close)
        self._player = Player(["--cache", str(self._cache)], workers, self._on_drawn)
        self._stack.callback(self._player.close)
        self._folder = self._stack.enter_context(fresh_station(self._cache))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()
