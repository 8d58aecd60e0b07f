"""What all measurements share: the screen, the cameras, the clock, how long and how often."""

from __future__ import annotations

import contextlib
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from console.bench import costs, media, station
from console.bench.cameras import Cameras, cameras
from console.bench.costs import Spent
from console.bench.eye import LIVE_S, Tile, is_live, tiles_of
from console.bench.programs import Window, window
from console.bench.screen import Screen, screen
from console.bench.tools import Patience, in_memory
from console.clock import SystemClock

T = TypeVar("T")
Figures = dict[str, float]
_LIVE_WITHIN_S = 40.0
_SETTLED_S = 5.0  # after the last tile came: opening costs more than showing


@dataclass(frozen=True, slots=True)
class Plan:
    """A bench that is set up.  ``seconds`` is the length of a window of measurement."""

    screen: Screen
    cameras: Cameras
    clips: dict[str, Path]
    folder: Path
    patience: Patience
    seconds: float
    rounds: int

    def now_s(self) -> float:
        """``Clock.monotonic_s``."""
        return self.patience.clock.monotonic_s()

    def unix_s(self) -> float:
        """The time by which the cameras send."""
        return self.patience.clock.now().timestamp()

    def spent(self, *roots: int) -> Spent:
        """The processor time of the trees of ``roots`` and, apart, of what disturbs them."""
        bench = (self.screen.pid, self.cameras.pid, os.getpid())
        return costs.spent(roots, self.now_s(), bench=bench)

    def station(self, count: int, ports: Sequence[int] = ()) -> Path:
        """A new station of ``count`` cameras; the first ones at ``ports``, the rest at ours."""
        data = Path(tempfile.mkdtemp(prefix="station-", dir=self.folder))
        station.make(data, [*ports, *[self.cameras.port] * (count - len(ports))])
        return data

    @contextlib.contextmanager
    def opened(self, tiles: int, *, count: int = 0, stalls: bool = False) -> Iterator[Window]:
        """A window with ``tiles`` tiles on a new station of ``count`` (or as many) cameras."""
        data = self.station(count or tiles)
        with self.opened_on(data, tiles, stalls=stalls) as opened:
            yield opened

    @contextlib.contextmanager
    def opened_on(
        self, data: Path, tiles: int, *, stalls: bool = False, marks: bool = False
    ) -> Iterator[Window]:
        """A window with ``tiles`` tiles on a station that is there."""
        command = ["open", "--data", str(data), "--tiles", str(tiles), "--fullscreen"]
        # Its event loop tells the bench something each second, and would wait for a busy disk.
        with in_memory() as folder:
            told = (command, self.screen, folder, self.patience)
            with window(*told, stalls=stalls, marks=marks) as opened:
                yield opened

    def settled(self, opened: Window, tiles: int) -> list[Tile]:
        """Where a window's tiles are, once all have pictures and opening them is over.

        Raises:
            BenchFailed: not all of them get one.
        """
        marks = opened.marks(tiles)
        self.patience.rest(_SETTLED_S)
        return tiles_of(self.screen, marks)

    def until_live(
        self, what: str, tiles: Sequence[Tile], *, since_s: float | None = None
    ) -> float:
        """Wait until each tile has shown what its camera sends; returns when the last one did.

        Args:
            what: What is waited for, in words.
            tiles: Which ones.
            since_s: The pictures must have been sent after this, on ``Clock.monotonic_s``;
                if None, not long ago.

        Raises:
            BenchFailed: they do not.
        """
        missing = list(tiles)

        def none_missing() -> bool:
            # A tile need not stay live: on a busy machine some show key pictures only.
            within_s = LIVE_S if since_s is None else self.now_s() - since_s
            unix_s = self.unix_s()
            missing[:] = [t for t in missing if not is_live(self.screen, t, unix_s, within_s)]
            return not missing

        return self.patience.until(what, none_missing, within_s=_LIVE_WITHIN_S, every_s=0.02)

    def repeated(self, what: str, measure: Callable[[], T]) -> list[T]:
        """``measure`` as often as the plan says, telling how far it is."""
        done = []
        for number in range(self.rounds):
            print(f"{what}: round {number + 1} of {self.rounds}", flush=True)
            done.append(measure())
        return done


@contextlib.contextmanager
def set_up(*, seconds: float, rounds: int) -> Iterator[Plan]:
    """Clips, cameras and a screen, and all of it gone after the block.

    Raises:
        MissingTools: a program or the footage is not installed.
        BenchFailed: the screen or the cameras did not start.
    """
    clips = media.clips()
    patience = Patience(SystemClock())
    with (
        tempfile.TemporaryDirectory(prefix="ward-bench-") as folder,
        screen() as shown,
        cameras(clips) as serving,
    ):
        yield Plan(shown, serving, clips, Path(folder), patience, seconds, rounds)


def median(rounds: Sequence[Figures]) -> Figures:
    """The median of each figure over all rounds, rounded to what can be meant."""
    return {name: round(statistics.median(r[name] for r in rounds), 3) for name in rounds[0]}
