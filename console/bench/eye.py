"""What an officer would see: which picture each tile shows, read off the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from console.bench import barcode
from console.bench.cameras import age_s
from console.bench.meter import TileMark
from console.bench.screen import Screen
from console.bench.tools import BenchFailed, Patience

LIVE_S = 1.5  # a picture older than this is a still of the past
_FEWEST_LOOKS_A_S = 18.0  # a camera sends 15 pictures a second
_JITTER_S = 0.05  # a picture may look younger than 0 by so much


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: where its bar code is, and the stream that it ought to show."""

    where: tuple[int, ...]
    stream: int


def tiles_of(screen: Screen, marks: Sequence[TileMark], shift: int = 0) -> list[Tile]:
    """The tiles that the window told of; ``shift`` cameras further on if the page turns."""
    return [
        Tile(
            barcode.spots(mark.x, mark.y, mark.width, mark.height, stride=screen.shape.stride),
            mark.number - 1 + shift,
        )
        for mark in marks
    ]


@dataclass(slots=True)
class Tally:
    """What one tile showed while it was watched."""

    pictures: int = 0  # how often another picture came
    unreadable: int = 0
    ages_ms: list[float] = field(default_factory=list)  # one a look
    _last: int | None = None

    def see(self, number: int | None, age_s: float) -> None:
        """A look at the tile: picture ``number``, or None where no code could be read."""
        if number is None:
            self.unreadable += 1
            return
        if self._last is not None and number != self._last:
            self.pictures += 1
        self._last = number
        self.ages_ms.append(1000 * age_s)


@dataclass(frozen=True, slots=True)
class Watched:
    """What all tiles showed in ``seconds``."""

    seconds: float
    looks: int
    tallies: tuple[Tally, ...]

    @property
    def fps(self) -> list[float]:
        """Pictures a second of each tile."""
        return [tally.pictures / self.seconds for tally in self.tallies]

    @property
    def ages_ms(self) -> list[float]:
        """The age of what was on the screen, all tiles and looks together, youngest first."""
        return sorted(age for tally in self.tallies for age in tally.ages_ms)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of ``ordered`` do not exceed.

    Raises:
        ValueError: there are none.
    """
    if not ordered:
        raise ValueError("nothing was seen")
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def watch(
    screen: Screen, tiles: Iterable[Tile], patience: Patience, *, seconds: float, looks_a_s: float
) -> Watched:
    """Look at all tiles ``looks_a_s`` times a second.  A look at 81 tiles takes about 0.2 ms.

    Raises:
        BenchFailed: the machine is so busy that pictures would have been missed.
    """
    watched = [(tile, Tally()) for tile in tiles]
    looks = 0
    began_s = next_s = patience.clock.monotonic_s()
    while (now_s := patience.clock.monotonic_s()) < began_s + seconds:
        unix_s = patience.clock.now().timestamp()
        looks += 1
        for tile, tally in watched:
            number = barcode.read(screen.pixels, tile.where)
            tally.see(number, 0.0 if number is None else age_s(number, unix_s, tile.stream))
        next_s = max(next_s + 1 / looks_a_s, now_s)
        patience.rest(next_s - patience.clock.monotonic_s())
    if looks < _FEWEST_LOOKS_A_S * seconds:
        raise BenchFailed(f"only {looks / seconds:.0f} looks a second: the machine is too busy")
    return Watched(now_s - began_s, looks, tuple(tally for _, tally in watched))


def is_live(screen: Screen, tile: Tile, unix_s: float, within_s: float = LIVE_S) -> bool:
    """Whether a tile shows a picture that its stream's camera sent in the last ``within_s``."""
    number = barcode.read(screen.pixels, tile.where)
    if number is None:
        return False
    return -_JITTER_S <= age_s(number, unix_s, tile.stream) <= within_s
