"""Hours of the day: what the sky gives, where the sun stands, what the lamps add."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.demo.paint import Colour, Field, Light

_CLEAR_M = 12.0  # nearer things have no haze


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """The light of a time of day.

    ``sun`` is the way its rays go (x, y, z; y below 0), or None without shadows.
    ``haze`` is what far things fade to, at ``haze_m`` by two thirds.
    """

    ambient: Light
    sun: tuple[float, float, float] | None
    sunlight: Light
    sky_top: Colour
    sky_low: Colour
    haze: Colour
    haze_m: float
    dark: bool  # lamps, signs and headlights are on
    wet: bool = False  # rain falls and the road shines


MORNING = Hour(
    ambient=(0.62, 0.56, 0.52),
    sun=(0.62, -1.0, 0.38),
    sunlight=(0.40, 0.47, 0.52),
    sky_top=(226, 186, 140),
    sky_low=(242, 232, 220),
    haze=(232, 222, 210),
    haze_m=120.0,
    dark=False,
)
NOON = Hour(
    ambient=(0.66, 0.60, 0.56),
    sun=(-0.38, -1.0, 0.22),
    sunlight=(0.38, 0.46, 0.50),
    sky_top=(220, 176, 128),
    sky_low=(244, 236, 226),
    haze=(236, 228, 218),
    haze_m=150.0,
    dark=False,
)
DUSK = Hour(
    ambient=(0.40, 0.33, 0.31),
    sun=None,
    sunlight=(0.0, 0.0, 0.0),
    sky_top=(140, 96, 72),
    sky_low=(120, 160, 224),
    haze=(120, 116, 128),
    haze_m=110.0,
    dark=True,
)
NIGHT = Hour(
    ambient=(0.120, 0.092, 0.082),
    sun=None,
    sunlight=(0.0, 0.0, 0.0),
    sky_top=(34, 22, 18),
    sky_low=(52, 40, 38),
    haze=(38, 30, 28),
    haze_m=120.0,
    dark=True,
)
WET_NIGHT = Hour(
    ambient=(0.130, 0.104, 0.094),
    sun=None,
    sunlight=(0.0, 0.0, 0.0),
    sky_top=(42, 32, 28),
    sky_low=(62, 52, 50),
    haze=(52, 44, 42),
    haze_m=60.0,
    dark=True,
    wet=True,
)

SODIUM: Light = (0.62, 1.25, 1.75)  # the orange of old street lamps
LED: Light = (1.55, 1.5, 1.35)
BULB: Light = (0.52, 0.62, 0.64)  # on a wall in an alley
SHOP: Light = (0.62, 0.78, 0.86)


@dataclass(frozen=True, slots=True)
class Lamp:
    """A point that shines; at ``reach_m`` half of its light is left."""

    x: float
    y: float
    z: float
    light: Light
    reach_m: float


def haze(depth_m: float, hour: Hour) -> float:
    """How much of what is so far away is lost in the haze, 0 to 1."""
    return 1 - math.exp(-max(0.0, depth_m - _CLEAR_M) / hour.haze_m)


def lit(
    points: NDArray[np.float32],
    normal: tuple[float, float, float],
    hour: Hour,
    lamps: Sequence[Lamp],
) -> Field:
    """The light on points (rows of x, y, z) of a surface that faces ``normal``, without shadows."""
    total = np.repeat(np.array([hour.ambient], np.float32), len(points), axis=0)
    if hour.sun is not None:
        ray = np.array(hour.sun) / np.linalg.norm(hour.sun)
        facing = max(0.0, float(-ray @ np.array(normal)))
        total += np.array(hour.sunlight, np.float32) * facing * 1.25
    if hour.dark:
        for lamp in lamps:
            total += _lamp_light(points, normal, lamp)
    return total


def _lamp_light(
    points: NDArray[np.float32], normal: tuple[float, float, float], lamp: Lamp
) -> Field:
    way = np.array((lamp.x, lamp.y, lamp.z), np.float32) - points
    square = np.maximum((way**2).sum(axis=1), 0.01)
    facing = np.maximum(0.12, way @ np.array(normal, np.float32) / np.sqrt(square))
    strength = facing * lamp.reach_m**2 / (lamp.reach_m**2 + square)
    return np.asarray(strength[:, None] * np.array(lamp.light, np.float32), np.float32)
