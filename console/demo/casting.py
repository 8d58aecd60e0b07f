"""Fills a street with traffic and people, from a seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from console.demo.moves import (
    LOOP_S,
    Actor,
    Mover,
    Stayer,
    Way,
    constant,
    steps_of,
    turns_of,
)
from console.demo.people import look, sitter, stander
from console.demo.vehicles import (
    TAXI,
    Body,
    car,
    motorbike,
    parked_bike,
    some_bike,
    some_paint,
    truck,
    van,
)

Spot = tuple[float, float, float]  # x, z, heading in radians


def shifted(points: Sequence[tuple[float, float]], right_m: float) -> Way:
    """The way beside a way, to its right."""
    line = np.array(points, np.float32)
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1), 1e-6)[:, None]
    side = np.stack((along[:, 1], -along[:, 0]), axis=1)
    return Way(tuple((float(x), float(z)) for x, z in line + side * right_m))


def bikes(
    rng: np.random.Generator,
    points: Sequence[tuple[float, float]],
    count: int,
    *,
    speed_m_s: float = 7.5,
    spread_m: float = 0.7,
    during: tuple[float, float] = (0.0, LOOP_S),
) -> list[Actor]:
    """Motorbikes along a line; they set out ``during`` these seconds of the loop.

    Those in the same track have the same speed, so that nobody rides through another.
    """
    out: list[Actor] = []
    for index in range(count):
        track = index % 3 - 1
        paint, helmet = some_bike(rng)
        rider = look(rng, hats=0.06)
        pillion = look(rng, hats=0.1) if rng.random() < 0.35 else None
        figure = motorbike(rider, paint, helmet, pillion=pillion)
        out.append(
            Mover(
                figure=constant(figure),
                way=shifted(points, track * spread_m),
                speed_m_s=speed_m_s + track * 0.8,
                start_s=_spread(rng, index, count, during),
                body=Body.BIKE,
            )
        )
    return out


def cars(
    rng: np.random.Generator,
    points: Sequence[tuple[float, float]],
    kinds: Sequence[Body],
    *,
    speed_m_s: float = 7.0,
    during: tuple[float, float] = (0.0, LOOP_S),
) -> list[Actor]:
    """Cars, vans and trucks one behind the other."""
    out: list[Actor] = []
    for index, body in enumerate(kinds):
        if body is Body.SEDAN:
            figure = car(TAXI if rng.random() < 0.3 else some_paint(rng))
        else:
            figure = van(some_paint(rng)) if body is Body.VAN else truck((150, 90, 40))
        out.append(
            Mover(
                figure=constant(figure),
                way=Way(tuple(points)),
                speed_m_s=speed_m_s,
                start_s=_spread(rng, index, len(kinds), during),
                body=body,
            )
        )
    return out


def walkers(
    rng: np.random.Generator,
    points: Sequence[tuple[float, float]],
    count: int,
    *,
    hats: float = 0.15,
    loads: Sequence[str] = ("", "", "bag"),
) -> list[Actor]:
    """People on foot along a line, each a little beside it."""
    out: list[Actor] = []
    for index in range(count):
        someone = look(rng, hats=hats, load=loads[index % len(loads)])
        out.append(
            Mover(
                figure=steps_of(someone),
                way=shifted(points, float(rng.uniform(-0.55, 0.55))),
                speed_m_s=float(rng.uniform(1.05, 1.45)),
                start_s=_spread(rng, index, count),
            )
        )
    return out


def parked(rng: np.random.Generator, spots: Sequence[Spot]) -> list[Actor]:
    """Motorbikes on their stands."""
    return [
        Stayer(
            figure=constant(parked_bike(some_bike(rng)[0])),
            x=x,
            z=z,
            heading=heading + float(rng.uniform(-0.12, 0.12)),
        )
        for x, z, heading in spots
    ]


def standing(rng: np.random.Generator, spots: Sequence[Spot], *, hats: float = 0.2) -> list[Actor]:
    """People who talk, buy or wait."""
    return [
        Stayer(
            figure=turns_of(stander, look(rng, hats=hats)),
            x=x,
            z=z,
            heading=heading,
            cycles=int(rng.integers(3, 8)),
        )
        for x, z, heading in spots
    ]


def sitting(rng: np.random.Generator, spots: Sequence[Spot], *, hats: float = 0.6) -> list[Actor]:
    """People on low stools: vendors, guests of a tea stall."""
    return [
        Stayer(
            figure=turns_of(sitter, look(rng, hats=hats)),
            x=x,
            z=z,
            heading=heading,
            cycles=int(rng.integers(4, 9)),
        )
        for x, z, heading in spots
    ]


def _spread(
    rng: np.random.Generator,
    index: int,
    count: int,
    during: tuple[float, float] = (0.0, LOOP_S),
) -> float:
    first, last = during
    step = (last - first) / max(1, count)
    return float((first + (index + rng.uniform(0.1, 0.6)) * step) % LOOP_S)
