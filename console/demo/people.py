"""People on foot: a walk of eight joints, clothes, hats, and what they carry."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from console.demo.figures import Ball, Cone, Figure, Rod, Solid
from console.demo.paint import Colour, tint

STRIDE_M = 1.35  # one step left and one right
SKIN: Colour = (120, 156, 200)
HAIR: Colour = (34, 32, 36)
_STRAW: Colour = (150, 202, 226)
_SHIRTS: tuple[Colour, ...] = (
    (222, 224, 226),
    (170, 110, 60),
    (60, 66, 170),
    (80, 140, 92),
    (92, 150, 210),
    (150, 90, 130),
    (70, 72, 80),
    (200, 190, 120),
    (120, 120, 220),
)
_TROUSERS: tuple[Colour, ...] = ((62, 48, 42), (96, 74, 56), (48, 48, 50), (112, 122, 132))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How somebody looks; ``tall`` is 1 for a grown-up, ``load`` what is carried."""

    shirt: Colour
    trousers: Colour
    tall: float = 1.0
    hat: bool = False
    load: str = ""  # "bag", "pole" with two baskets, "pack" of a school child


def look(rng: np.random.Generator, *, hats: float = 0.2, load: str = "") -> Look:
    """Somebody; ``hats`` is the share of conical hats."""
    return Look(
        shirt=_SHIRTS[rng.integers(len(_SHIRTS))],
        trousers=_TROUSERS[rng.integers(len(_TROUSERS))],
        tall=float(rng.uniform(0.9, 1.05)),
        hat=bool(rng.random() < hats),
        load=load,
    )


def walker(look: Look, gone_m: float) -> Figure:
    """Somebody who has walked so far; 0 m and every stride look the same."""
    swing = math.sin(2 * math.pi * gone_m / STRIDE_M)
    lift = abs(math.cos(2 * math.pi * gone_m / STRIDE_M)) * 0.025
    return _person(look, swing * 0.42, lift)


def stander(look: Look, turn: float) -> Figure:
    """Somebody who stands and moves hands; ``turn`` goes through 0 to 1 and round again."""
    return _person(look, 0.0, 0.0, reach=0.25 + 0.22 * math.sin(2 * math.pi * turn))


def sitter(look: Look, turn: float) -> Figure:
    """Somebody on a low stool, busy with hands."""
    solid, s = Solid(), look.tall
    solid.tapered((0.0, -0.17, 0.17, -0.2, 0.12), (0.28, -0.15, 0.15, -0.18, 0.1), (60, 70, 190))
    sway = 0.04 * math.sin(2 * math.pi * turn)
    for side in (-1, 1):
        hip = solid.point(side * 0.1 * s, 0.36, -0.04)
        knee = solid.point(side * 0.17 * s, 0.46, 0.36)
        foot = solid.point(side * 0.16 * s, 0.05, 0.38)
        solid.add(Rod((hip, knee), 0.085 * s, look.trousers))
        solid.add(Rod((knee, foot), 0.065 * s, look.trousers))
        shoulder = solid.point(side * 0.19 * s, 0.86 * s, 0.02 + sway)
        hand = solid.point(side * 0.12 * s, 0.56 * s, 0.42 + side * sway * 2)
        solid.add(Rod((shoulder, hand), 0.05 * s, tint(look.shirt, 0.9)))
    _trunk(solid, look, 0.32, 0.9 * s, sway)
    _head(solid, look, 1.06 * s, sway + 0.05)
    return solid.figure((0.0, 0.6, 0.0))


def _person(look: Look, swing: float, lift: float, reach: float | None = None) -> Figure:
    solid, s = Solid(), look.tall
    hip_y, neck_y = (0.86 + lift) * s, (1.42 + lift) * s
    for side in (-1, 1):
        ahead = swing * side
        hip = solid.point(side * 0.09 * s, hip_y, 0.0)
        bend = 0.12 if ahead < 0 else 0.03
        knee = solid.point(side * 0.1 * s, 0.45 * s, ahead * 0.5 + bend)
        ankle = solid.point(side * 0.1 * s, (0.07 + max(0.0, -ahead) * 0.18) * s, ahead)
        toe = solid.point(side * 0.11 * s, 0.04 * s, ahead + 0.14)
        solid.add(Rod((hip, knee), 0.085 * s, look.trousers))
        solid.add(Rod((knee, ankle), 0.062 * s, tint(look.trousers, 0.94)))
        solid.add(Rod((ankle, toe), 0.05 * s, (40, 42, 48)))
        shoulder = solid.point(side * 0.2 * s, neck_y - 0.06, 0.0)
        forward = -ahead * 0.8 if reach is None else reach
        elbow = solid.point(side * 0.25 * s, 1.1 * s, forward * 0.35 - 0.03)
        hand = solid.point(side * 0.22 * s, (0.84 + abs(forward) * 0.2) * s, forward)
        solid.add(Rod((shoulder, elbow), 0.055 * s, tint(look.shirt, 0.92)))
        solid.add(Rod((elbow, hand), 0.042 * s, SKIN))
        if look.load == "bag" and side == 1:
            bag = solid.point(side * 0.27 * s, 0.6 * s, forward)
            solid.add(Ball(bag, 0.17, (90, 150, 200), 1.2))
    _trunk(solid, look, hip_y - 0.06, neck_y, 0.0)
    _head(solid, look, neck_y + 0.17 * s, 0.02)
    if look.load == "pack":
        pack = solid.point(0.0, 1.16 * s, -0.2)
        solid.add(Ball(pack, 0.19 * s, (170, 80, 50), 1.15))
    if look.load == "pole":
        _shoulder_pole(solid, neck_y, swing)
    return solid.figure((0.0, 1.1, 0.0))


def _trunk(solid: Solid, look: Look, low: float, high: float, lean: float) -> None:
    s = look.tall
    waist = (low, -0.15 * s, 0.15 * s, -0.1, 0.1)
    top = (high, -0.2 * s, 0.2 * s, -0.1 + lean, 0.1 + lean)
    solid.tapered(waist, top, look.shirt)


def _head(solid: Solid, look: Look, y: float, z: float) -> None:
    s = look.tall
    face = solid.point(0.0, y, z + 0.03)
    crown = solid.point(0.0, y + 0.045 * s, z - 0.03)
    neck = solid.point(0.0, y - 0.2 * s, z - 0.02)
    solid.add(Rod((neck, face), 0.05 * s, SKIN))
    solid.add(Ball(face, 0.105 * s, SKIN, 1.2, nearer=0.02))
    solid.add(Ball(crown, 0.118 * s, HAIR, 1.05))
    if look.hat:
        brim = solid.point(0.0, y + 0.06 * s, z)
        solid.add(Cone(brim, 0.27, _STRAW))


def _shoulder_pole(solid: Solid, neck_y: float, swing: float) -> None:
    """Two baskets on a bamboo pole (quang gánh)."""
    ends = [solid.point(0.12, neck_y - 0.06 + abs(swing) * 0.05, z) for z in (-0.95, 0.95)]
    solid.add(Rod((ends[0], ends[1]), 0.025, (96, 150, 186), nearer=0.3))
    for end, z in zip(ends, (-0.95, 0.95), strict=True):
        basket = solid.point(0.12, 0.42, z)
        fruit = solid.point(0.12, 0.52, z)
        solid.add(Rod((end, basket), 0.012, (60, 90, 120)))
        solid.add(Ball(basket, 0.27, (88, 132, 168), 0.62))
        solid.add(Ball(fruit, 0.22, (70, 150, 96), 0.5, nearer=0.05))
