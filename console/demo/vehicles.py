"""Motorbikes with their riders, cars, vans and trucks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from console.demo.figures import Ball, Cone, Face, Figure, Rod, Solid
from console.demo.paint import Colour, tint
from console.demo.people import HAIR, SKIN, Look

_GLASS: Colour = (92, 78, 64)
_BLACK: Colour = (40, 40, 42)
_WHITE_LIGHT: Colour = (250, 252, 255)
_RED_LIGHT: Colour = (40, 36, 210)
_PLATE: Colour = (225, 228, 228)
_PAINTS: tuple[Colour, ...] = (
    (222, 224, 224),
    (60, 60, 64),
    (150, 154, 156),
    (46, 44, 150),
    (130, 84, 44),
    (190, 196, 200),
    (60, 84, 70),
)
_BIKES: tuple[Colour, ...] = (
    (46, 44, 168),
    (150, 90, 40),
    (60, 60, 62),
    (206, 208, 210),
    (70, 110, 70),
    (50, 140, 200),
)
_HELMETS: tuple[Colour, ...] = (
    (60, 60, 190),
    (200, 204, 206),
    (160, 100, 50),
    (50, 52, 54),
    (90, 180, 220),
    (120, 90, 190),
)
TAXI: Colour = (84, 150, 60)


class Body(StrEnum):
    """What drives."""

    BIKE = "bike"
    SEDAN = "sedan"
    VAN = "van"
    TRUCK = "truck"


@dataclass(frozen=True, slots=True)
class Lights:
    """Where a vehicle's lamps are, in its own metres; ``reach_m`` its beam on the ground."""

    front: tuple[tuple[float, float, float], ...]
    back: tuple[tuple[float, float, float], ...]
    reach_m: float


LIGHTS: dict[Body, Lights] = {
    Body.BIKE: Lights(((0.0, 0.95, 0.72),), ((0.0, 0.72, -0.92),), 7.0),
    Body.SEDAN: Lights(
        ((-0.62, 0.66, 2.16), (0.62, 0.66, 2.16)), ((-0.66, 0.78, -2.16), (0.66, 0.78, -2.16)), 11.0
    ),
    Body.VAN: Lights(
        ((-0.66, 0.8, 2.4), (0.66, 0.8, 2.4)), ((-0.7, 0.9, -2.4), (0.7, 0.9, -2.4)), 11.0
    ),
    Body.TRUCK: Lights(
        ((-0.75, 0.85, 2.9), (0.75, 0.85, 2.9)), ((-0.8, 0.8, -3.0), (0.8, 0.8, -3.0)), 11.0
    ),
}


def car(paint: Colour) -> Figure:
    """A saloon of 4.4 m."""
    solid = Solid()
    solid.tapered(
        (0.32, -0.84, 0.84, -2.14, 2.14), (0.62, -0.87, 0.87, -2.18, 2.18), tint(paint, 0.9)
    )
    solid.tapered((0.62, -0.87, 0.87, -2.16, 2.16), (0.92, -0.82, 0.82, -2.06, 1.9), paint)
    solid.tapered(
        (0.92, -0.80, 0.80, -1.72, 0.98),
        (1.42, -0.60, 0.60, -1.05, 0.28),
        _GLASS,
        tint(paint, 1.03),
    )
    for x in (-0.86, 0.86):
        for z in (-1.32, 1.36):
            solid.wheel(x, z, 0.32)
        side = x * 0.995
        solid.face(
            ((side, 0.7, -0.3), (side, 0.7, -0.26), (side, 0.9, -0.26), (side, 0.9, -0.3)),
            tint(paint, 0.7),
            nearer=0.1,
            both_sides=True,
        )
    _lamps(solid, 2.19, -2.19, 0.55, 0.84, (0.6, 0.74))
    _plate(solid, 2.2, 0.45)
    _plate(solid, -2.2, 0.55)
    return solid.figure((0.0, 0.75, 0.0))


def van(paint: Colour) -> Figure:
    """A small bus of 4.9 m."""
    solid = Solid()
    solid.tapered((0.35, -0.9, 0.9, -2.4, 2.42), (1.05, -0.92, 0.92, -2.44, 2.4), paint)
    solid.tapered((1.05, -0.91, 0.91, -2.42, 2.2), (1.72, -0.82, 0.82, -2.36, 1.35), _GLASS, paint)
    solid.tapered((1.72, -0.84, 0.84, -2.38, 1.4), (1.98, -0.78, 0.78, -2.3, 1.2), paint)
    for x in (-0.9, 0.9):
        for z in (-1.5, 1.5):
            solid.wheel(x, z, 0.34)
    _lamps(solid, 2.44, -2.45, 0.6, 0.88, (0.7, 0.92))
    _plate(solid, 2.46, 0.5)
    _plate(solid, -2.46, 0.6)
    return solid.figure((0.0, 1.0, 0.0))


def truck(paint: Colour) -> Figure:
    """A light truck with a canvas hood."""
    solid = Solid()
    solid.tapered((0.5, -0.95, 0.95, -3.0, 1.25), (0.8, -0.95, 0.95, -3.0, 1.25), _BLACK)
    solid.tapered((0.8, -1.0, 1.0, -3.0, 1.2), (2.35, -0.96, 0.96, -2.96, 1.16), (96, 126, 110))
    solid.tapered((0.45, -0.92, 0.92, 1.35, 2.92), (1.2, -0.92, 0.92, 1.35, 2.9), paint)
    solid.tapered((1.2, -0.91, 0.91, 1.36, 2.86), (1.85, -0.82, 0.82, 1.4, 2.45), _GLASS, paint)
    for x in (-0.95, 0.95):
        for z in (-1.9, 2.0):
            solid.wheel(x, z, 0.4)
    _lamps(solid, 2.93, -3.02, 0.62, 0.9, (0.7, 0.92))
    _plate(solid, -3.03, 0.66)
    return solid.figure((0.0, 1.1, 0.0))


def motorbike(look: Look, paint: Colour, helmet: Colour, *, pillion: Look | None = None) -> Figure:
    """A step-through bike with its rider, and somebody behind."""
    solid = _bike(paint)
    _rider(solid, look, helmet, -0.08)
    if pillion is not None:
        _rider(solid, pillion, tint(helmet, 0.8), -0.48, hands=(0.2, 1.0, -0.2))
    return solid.figure((0.0, 0.7, 0.0))


def parked_bike(paint: Colour) -> Figure:
    """A bike on its stand."""
    return _bike(paint).figure((0.0, 0.6, 0.0))


def some_paint(rng: np.random.Generator) -> Colour:
    """A car's colour."""
    return _PAINTS[rng.integers(len(_PAINTS))]


def some_bike(rng: np.random.Generator) -> tuple[Colour, Colour]:
    """A bike's and a helmet's colour."""
    return _BIKES[rng.integers(len(_BIKES))], _HELMETS[rng.integers(len(_HELMETS))]


def _bike(paint: Colour) -> Solid:
    solid = Solid()
    for z in (-0.62, 0.62):
        solid.wheel(0.0, z, 0.29, hub=(96, 98, 100))
        hub = [solid.point(x, 0.29, z) for x in (-0.05, 0.05)]
        solid.add(Rod((hub[0], hub[1]), 0.06, _BLACK))
    solid.tapered((0.3, -0.1, 0.1, -0.55, 0.2), (0.56, -0.12, 0.12, -0.7, 0.12), tint(paint, 0.75))
    solid.tapered((0.56, -0.14, 0.14, -0.86, 0.1), (0.78, -0.13, 0.13, -0.9, 0.02), paint, _BLACK)
    solid.tapered((0.42, -0.17, 0.17, 0.28, 0.42), (0.92, -0.1, 0.1, 0.42, 0.56), paint)
    fork = [solid.point(0.0, 0.3, 0.64), solid.point(0.0, 1.0, 0.42)]
    solid.add(Rod((fork[0], fork[1]), 0.04, (110, 112, 114)))
    bars = [solid.point(x, 1.02, 0.4) for x in (-0.32, 0.32)]
    solid.add(Rod((bars[0], bars[1]), 0.025, _BLACK))
    solid.tapered(
        (0.86, -0.13, 0.13, 0.42, 0.62), (1.04, -0.08, 0.08, 0.4, 0.52), tint(paint, 1.05)
    )
    lamp = solid.point(0.0, 0.93, 0.64)
    solid.add(Ball(lamp, 0.075, (226, 232, 236)))
    _rear(solid)
    return solid


def _rear(solid: Solid) -> None:
    corners = ((-0.08, 0.66, -0.9), (0.08, 0.66, -0.9), (0.08, 0.74, -0.9), (-0.08, 0.74, -0.9))
    solid.face(corners, _RED_LIGHT, nearer=0.1)
    corners = ((-0.1, 0.44, -0.9), (0.1, 0.44, -0.9), (0.1, 0.58, -0.9), (-0.1, 0.58, -0.9))
    solid.face(corners, _PLATE, nearer=0.1)


def _rider(
    solid: Solid,
    look: Look,
    helmet: Colour,
    z: float,
    hands: tuple[float, float, float] = (0.3, 1.02, 0.38),
) -> None:
    s = look.tall
    for side in (-1, 1):
        hip = solid.point(side * 0.11, 0.84, z)
        knee = solid.point(side * 0.2, 0.66, z + 0.36)
        foot = solid.point(side * 0.17, 0.3, z + 0.26)
        solid.add(Rod((hip, knee), 0.085 * s, look.trousers))
        solid.add(Rod((knee, foot), 0.065 * s, look.trousers))
        shoulder = solid.point(side * 0.2 * s, 1.34 * s, z + 0.08)
        elbow = solid.point(side * 0.3, 1.12, z + 0.24)
        hand = solid.point(side * hands[0], hands[1], hands[2])
        solid.add(Rod((shoulder, elbow), 0.058 * s, tint(look.shirt, 0.93)))
        solid.add(Rod((elbow, hand), 0.046 * s, SKIN))
    back = (0.8, -0.16 * s, 0.16 * s, z - 0.14, z + 0.1)
    top = (1.4 * s, -0.2 * s, 0.2 * s, z - 0.04, z + 0.16)
    solid.tapered(back, top, look.shirt)
    face = solid.point(0.0, 1.53 * s, z + 0.14)
    crown = solid.point(0.0, 1.57 * s, z + 0.09)
    solid.add(Ball(face, 0.1 * s, SKIN, 1.2))
    if look.hat:
        solid.add(Ball(crown, 0.115 * s, HAIR, 1.05))
        solid.add(Cone(crown, 0.26, (150, 202, 226)))
    else:
        solid.add(Ball(crown, 0.135 * s, helmet, 0.95, nearer=0.05))


def _lamps(
    solid: Solid, front: float, back: float, inner: float, outer: float, rows: tuple[float, float]
) -> None:
    low, high = rows
    for side in (-1, 1):
        left, right = side * inner, side * outer
        for z, colour in ((front, _WHITE_LIGHT), (back, _RED_LIGHT)):
            corners = ((left, low, z), (right, low, z), (right, high, z), (left, high, z))
            numbers = tuple(solid.point(*corner) for corner in corners)
            solid.add(Face(numbers, colour, nearer=0.1))


def _plate(solid: Solid, z: float, y: float) -> None:
    corners = ((-0.26, y, z), (0.26, y, z), (0.26, y + 0.13, z), (-0.26, y + 0.13, z))
    solid.face(corners, _PLATE, nearer=0.1)
