"""Who is where at which picture: ways through a street that begin again after every loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from console.demo.figures import Figure, Placed
from console.demo.lens import Points
from console.demo.media import FPS
from console.demo.people import STRIDE_M, Look, walker
from console.demo.vehicles import Body

LOOP_S = 20
FRAMES = LOOP_S * FPS
_STEPS = 20  # pictures of one stride
_ROUNDINGS = 3


@dataclass(frozen=True)
class Way:
    """A line on the ground through points (x, z), its corners rounded."""

    points: tuple[tuple[float, float], ...]

    @cached_property
    def _line(self) -> Points:
        line = np.array(self.points, np.float32)
        for _ in range(_ROUNDINGS):  # Chaikin: cut every corner at a quarter and three quarters
            first = line[:-1] * 0.75 + line[1:] * 0.25
            second = line[:-1] * 0.25 + line[1:] * 0.75
            cut = np.stack((first, second), axis=1).reshape(-1, 2)
            line = np.concatenate((line[:1], cut, line[-1:]))
        return line

    @cached_property
    def _reach(self) -> Points:
        steps = np.linalg.norm(np.diff(self._line, axis=0), axis=1)
        return np.concatenate(((0.0,), np.cumsum(steps))).astype(np.float32)

    @property
    def length_m(self) -> float:
        """From end to end."""
        return float(self._reach[-1])

    def at(self, gone_m: float) -> tuple[float, float, float]:
        """Where one is after so many metres: x, z and the heading in radians."""
        line, reach = self._line, self._reach
        row = int(np.clip(np.searchsorted(reach, gone_m, "right") - 1, 0, len(reach) - 2))
        step = line[row + 1] - line[row]
        share = (gone_m - reach[row]) / max(1e-6, reach[row + 1] - reach[row])
        x, z = line[row] + step * share
        return float(x), float(z), float(np.arctan2(step[0], step[1]))


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody or something in one picture; ``body`` if it has lamps."""

    placed: Placed
    heading: float
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """Goes along a way, sets out at second ``start_s`` of every loop, and is gone at its end.

    A way that takes longer than a loop has several of the same on it, one loop apart.
    """

    figure: Callable[[float], Figure]
    way: Way
    speed_m_s: float
    start_s: float
    body: Body | None = None

    def at(self, picture: int) -> Iterator[Seen]:
        """Where it is in a picture of the loop."""
        since_s = (picture / FPS - self.start_s) % LOOP_S
        while (gone_m := since_s * self.speed_m_s) < self.way.length_m:
            x, z, heading = self.way.at(gone_m)
            yield Seen(self.figure(gone_m).placed(x, z, heading), heading, self.body)
            since_s += LOOP_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Stayer:
    """Stays in one place and moves ``cycles`` times a loop; parked if 0."""

    figure: Callable[[float], Figure]
    x: float
    z: float
    heading: float
    cycles: int = 0

    def at(self, picture: int) -> Iterator[Seen]:
        """The figure in a picture of the loop."""
        turn = picture * self.cycles / FRAMES % 1.0
        yield Seen(self.figure(turn).placed(self.x, self.z, self.heading), self.heading)


Actor = Mover | Stayer


def constant(figure: Figure) -> Callable[[float], Figure]:
    """A figure that does not change."""
    return lambda _: figure


def steps_of(look: Look) -> Callable[[float], Figure]:
    """Somebody's walk, its steps made once."""
    steps = [walker(look, STRIDE_M * step / _STEPS) for step in range(_STEPS)]
    return lambda gone_m: steps[int(gone_m / STRIDE_M * _STEPS) % _STEPS]


def turns_of(make: Callable[[Look, float], Figure], look: Look) -> Callable[[float], Figure]:
    """Somebody's idle movement (``stander``, ``sitter``), its phases made once."""
    phases = [make(look, step / _STEPS) for step in range(_STEPS)]
    return lambda turn: phases[int(turn * _STEPS) % _STEPS]


def everyone(cast: Sequence[Actor], picture: int) -> list[Seen]:
    """All that is in the street in a picture of the loop."""
    return [seen for actor in cast for seen in actor.at(picture)]
