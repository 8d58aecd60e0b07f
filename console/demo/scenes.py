"""The seven scenes of the demo ward: a place, an hour, and who is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from console.demo import light, places, squares
from console.demo.casting import bikes, cars, parked, sitting, standing, walkers
from console.demo.film import Film
from console.demo.light import Hour
from console.demo.moves import Actor
from console.demo.rtp import Codec
from console.demo.site import Site
from console.demo.vehicles import Body

GENERATOR = 3  # goes up whenever the same seed gives other pictures
SEED = 2022
WIDTH, HEIGHT = places.WIDTH, places.HEIGHT

_SHIFT = 1000  # between the seeds of a place and of its people

Cast = Callable[[np.random.Generator], list[Actor]]
Place = Callable[[np.random.Generator, Hour], Site]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one clip shows; ``number`` is burnt into its pictures."""

    number: int
    name: str
    place: Place
    hour: Hour
    cast: Cast
    codec: Codec = Codec.H264

    def film(self, seed: int = SEED, width: int = WIDTH, height: int = HEIGHT) -> Film:
        """Build the street and cast its people; 1 to 3 s at 1280x720."""
        site = self.place(np.random.default_rng((seed, self.number)), self.hour)
        cast = self.cast(np.random.default_rng((seed, self.number + _SHIFT)))
        return Film(site.build(width, height), cast, self.number, seed)


def _street_cast(rng: np.random.Generator, *, busy: int, on_foot: int) -> list[Actor]:
    away, oncoming = ((2.9, 2.4), (2.9, 93.0)), ((-2.9, 93.0), (-2.9, 2.4))
    return [
        *bikes(rng, away, busy),
        *bikes(rng, oncoming, busy),
        *cars(rng, ((1.5, 2.4), (1.5, 93.0)), (Body.SEDAN, Body.VAN)),
        *cars(rng, ((-1.5, 93.0), (-1.5, 2.4)), (Body.SEDAN, Body.TRUCK)),
        *walkers(rng, ((5.0, 3.0), (5.0, 46.0)), on_foot),
        *walkers(rng, ((-5.5, 40.0), (-5.5, 3.0)), on_foot, loads=("", "pole", "bag")),
        *parked(rng, [(5.9, 12.0 + 0.75 * i, -1.57) for i in range(4)]),
        *parked(rng, [(-5.9, 22.0 + 0.8 * i, 1.57) for i in range(5)]),
    ]


def _busy_street(rng: np.random.Generator) -> list[Actor]:
    return _street_cast(rng, busy=5, on_foot=2)


def _calm_street(rng: np.random.Generator) -> list[Actor]:
    return _street_cast(rng, busy=3, on_foot=1)


def _alley_cast(rng: np.random.Generator) -> list[Actor]:
    return [
        *bikes(rng, ((0.9, 1.6), (0.7, 44.0)), 2, speed_m_s=4.6, spread_m=0.2),
        *bikes(rng, ((-0.8, 44.0), (-0.7, 1.6)), 2, speed_m_s=4.4, spread_m=0.2),
        *walkers(rng, ((-1.2, 1.8), (-1.1, 40.0)), 2, loads=("pack", "bag"), hats=0.0),
        *walkers(rng, ((1.3, 38.0), (1.2, 1.8)), 2, loads=("bag", "pole"), hats=0.6),
        *parked(rng, ((-1.7, 17.2, 0.2), (1.7, 14.0, 3.0), (1.75, 25.0, 3.1))),
        *sitting(rng, ((-1.6, 11.4, 1.6),)),
        *standing(rng, ((-0.9, 12.2, -2.4),), hats=0.0),
    ]


def _market_cast(rng: np.random.Generator) -> list[Actor]:
    sellers = [(x + 0.2, z + 0.9, 3.14) for x in (-7.6, -3.6, 3.4, 7.6) for z in (11.4, 18.2)]
    buyers = [(-3.2, 10.4, 0.3), (3.0, 13.6, 0.0), (3.9, 13.7, -0.3), (-2.6, 20.2, 0.4)]
    return [
        *standing(rng, sellers, hats=0.7),
        *standing(rng, buyers, hats=0.3),
        *walkers(rng, ((-1.6, 4.4), (-1.4, 42.0)), 2, hats=0.4, loads=("bag", "pole", "")),
        *walkers(rng, ((0.9, 42.0), (1.1, 4.2)), 2, hats=0.4, loads=("", "bag")),
        *walkers(rng, ((-10.0, 15.6), (10.0, 16.0)), 1, hats=0.5, loads=("pole",)),
        *bikes(rng, ((0.0, 41.0), (-0.2, 4.0)), 1, speed_m_s=3.0, spread_m=0.2),
        *parked(rng, [(10.2, 9.0 + 0.8 * i, -1.57) for i in range(5)]),
    ]


def _gate_cast(rng: np.random.Generator) -> list[Actor]:
    right, left = ((-16.0, 6.4), (20.0, 6.4)), ((20.0, 10.9), (-17.0, 10.9))
    out = ((-1.0, 28.0), (-0.8, 18.0), (-1.2, 14.6), (-9.0, 14.4), (-15.0, 14.4))
    home = ((0.8, 28.0), (0.9, 17.0), (0.8, 13.5), (0.6, 4.6))
    return [
        *bikes(rng, right, 3, speed_m_s=6.5),
        *bikes(rng, left, 4, speed_m_s=6.5),
        *cars(rng, left, (Body.SEDAN,), speed_m_s=6.5),
        *walkers(rng, out, 2, loads=("pack",), hats=0.0),
        *walkers(rng, home, 2, loads=("pack", "bag"), hats=0.0),
        *walkers(rng, ((14.0, 14.8), (-15.0, 14.8)), 2, hats=0.4),
        *standing(rng, ((4.3, 14.9, -0.5), (5.2, 15.0, -1.2), (-4.6, 15.0, 0.8)), hats=0.2),
        *parked(rng, [(-8.0 - 0.8 * i, 15.1, 0.0) for i in range(5)]),
    ]


def _crossroads_cast(rng: np.random.Generator) -> list[Actor]:
    """Each of the two streets has its turn, so that nobody meets in the middle."""
    across, along = (16.0, 24.0), (3.0, 9.0)  # seconds in which they set out
    turning = ((-3.0, 70.0), (-3.0, 22.0), (-3.4, 17.6), (-8.0, 16.6), (-28.0, 16.6))
    return [
        *bikes(rng, ((-28.0, 12.2), (38.0, 12.2)), 4, during=across),
        *bikes(rng, ((38.0, 16.8), (-28.0, 16.8)), 4, during=across),
        *cars(rng, ((38.0, 15.4), (-28.0, 15.4)), (Body.VAN, Body.SEDAN), during=across),
        *bikes(rng, ((-2.8, 70.0), (-2.8, 1.0)), 3, during=along),
        *bikes(rng, turning, 2, during=along, spread_m=0.3),
        *cars(rng, ((1.6, 1.6), (1.6, 70.0)), (Body.SEDAN,), during=(8.0, 10.0)),
        *bikes(rng, ((3.2, 1.6), (3.2, 70.0)), 3, during=(8.0, 12.0)),
        *walkers(rng, ((-14.0, 20.3), (-6.5, 20.6), (6.5, 20.6), (24.0, 20.3)), 2),
        *walkers(
            rng, ((6.4, 30.0), (6.2, 20.0), (6.3, 9.0), (14.0, 7.6)), 2, loads=("bag", "pole")
        ),
        *standing(rng, ((-7.6, 8.0, 1.2), (-8.4, 8.4, 1.6)), hats=0.5),
        *parked(rng, [(12.5 + 0.8 * i, 20.9, 3.14) for i in range(5)]),
    ]


def _lakeside_cast(rng: np.random.Generator) -> list[Actor]:
    return [
        *walkers(rng, ((-1.4, 3.6), (-1.5, 60.0)), 1, hats=0.0, loads=("",)),
        *walkers(rng, ((0.6, 60.0), (0.9, 3.6)), 2, hats=0.1, loads=("", "bag")),
        *walkers(rng, ((2.4, 3.6), (2.2, 60.0)), 1, hats=0.1, loads=("",)),
        *bikes(rng, ((1.7, 80.0), (1.6, 3.2)), 1, speed_m_s=4.0, spread_m=0.1),
        *sitting(rng, ((-2.9, 12.2, 1.4), (-2.9, 13.2, 1.8), (3.6, 17.5, -1.6)), hats=0.2),
        *standing(rng, ((-2.7, 19.0, -1.4), (-2.6, 19.8, -1.8), (3.3, 11.2, -1.0)), hats=0.1),
        *parked(rng, ((3.6, 21.0, -1.5), (3.6, 21.8, -1.6))),
    ]


def all_scenes() -> tuple[Scene, ...]:
    """The seven, by number."""
    return (
        _scene(1, "street-morning", places.street, light.MORNING, _busy_street),
        _scene(2, "crossroads-rain", squares.crossroads, light.WET_NIGHT, _crossroads_cast),
        _scene(3, "market", squares.market, light.NOON, _market_cast),
        _scene(4, "street-night", places.street, light.NIGHT, _calm_street),
        _scene(5, "alley-morning", squares.alley, light.MORNING, _alley_cast),
        _scene(6, "school-gate", squares.gate, light.MORNING, _gate_cast, Codec.H265),
        _scene(7, "lakeside-dusk", squares.lakeside, light.DUSK, _lakeside_cast, Codec.H265),
    )


def _scene(
    number: int, name: str, place: Place, hour: Hour, cast: Cast, codec: Codec = Codec.H264
) -> Scene:
    return Scene(number=number, name=name, place=place, hour=hour, cast=cast, codec=codec)
