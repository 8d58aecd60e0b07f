"""Places that are no plain street: an alley, a market, a school gate, a crossroads, a lakeside."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np

from console.demo import props
from console.demo.facades import PER_M, PLASTER, Front, garden_wall, house_front
from console.demo.ground import ASPHALT, COARSE, CONCRETE, EARTH, TILES, Ground
from console.demo.lens import Lens
from console.demo.light import BULB, LED, SODIUM, Hour, Lamp
from console.demo.paint import Colour, flat, gradient, grain, noise, tint
from console.demo.places import (
    HEIGHT,
    WIDTH,
    cables,
    end_of_street,
    house_row,
    lamp_post,
    plant,
    side_wall,
)
from console.demo.site import Site

WATER: Colour = (132, 118, 88)


def alley(rng: np.random.Generator, hour: Hour) -> Site:
    """A narrow alley between garden walls and houses."""
    half = 2.3
    lens = Lens(width=WIDTH, height=HEIGHT, eye=(1.1, 4.3, 0.0), yaw=-7.0, pitch=16.0, view=64.0)
    ground = Ground(rng, (-9.0, 1.0, 9.0, 47.0), CONCRETE)
    site = Site(rng, lens, hour, ground)
    for x in (-half + 0.25, half - 0.25):
        ground.stripe((x, 2.0), (x, 46.0), 0.05)
    ground.patches(7)
    crowns = [props.tree(rng, height) for height in (4.5, 5.4)]
    for side in (-1, 1):
        z, number = 2.4, 0
        while z < 44:
            number += 1
            wall = number > 2 and (number + side) % 4 < 2
            length = float(rng.uniform(4.0, 6.0))
            height = 2.3 if wall else 3.2 * int(rng.integers(2, 4))
            colour = PLASTER[rng.integers(len(PLASTER))]
            front = (
                garden_wall(rng, length, height, colour)
                if wall
                else house_front(rng, length, round(height / 3.2))
            )
            x = side * half
            feet = ((x, z), (x, z + length)) if side < 0 else ((x, z + length), (x, z))
            site.front(front, *feet, height)
            if number > 1:
                side_wall(site, x, x + side * 8, z, height)
            if front.glow[-100:].any():
                site.lamp(Lamp(x - side * 0.9, 2.3, z + length / 2, BULB, 2.2), bulb=False)
            box = ((x, z), (x, z + length), (x + side * 8, z), (x + side * 8, z + length))
            ground.shadow(box, height, hour)
            if wall and z > 6:
                plant(site, crowns[int(rng.integers(2))], x + side * 1.8, z + length / 2)
            z += length
    for side, z in ((-1, 6.0), (-1, 6.9), (1, 11.5), (-1, 15.5), (1, 19.0), (-1, 23.0)):
        site.stand(props.planter(rng), side * (half - 0.45), z, hides=z < 13)
    for side, z in ((-1, 2.5), (1, 10.5), (-1, 20.0), (1, 33.0)):
        site.lamp(Lamp(side * (half - 0.5), 4.3, z, BULB, 3.2))
    cables(site, -1.9, (-4.0, 14.0, 30.0, 46.0))
    end_of_street(site, (-4.0, 4.0), 45.0)
    return site


def market(rng: np.random.Generator, hour: Hour) -> Site:
    """An open market: stalls under parasols on both sides of a lane."""
    lens = Lens(width=WIDTH, height=HEIGHT, eye=(-1.5, 6.4, 0.0), yaw=5.0, pitch=21.0, view=70.0)
    ground = Ground(rng, (-13.0, 3.0, 13.0, 46.0), CONCRETE)
    site = Site(rng, lens, hour, ground)
    ground.patches(10)
    for side in (-1, 1):
        house_row(site, side, 3.0, 44.0, x_m=11.5, most=3)
    end_of_street(site, (-14.0, 14.0), 45.0)
    shades = [props.parasol(rng) for _ in range(6)]
    tables = [props.stall(rng) for _ in range(5)]
    for row, z in enumerate(np.arange(8.0, 38.0, 3.4)):
        for column, x in enumerate((-7.6, -3.6, 3.4, 7.6)):
            at_z = float(z + rng.uniform(-0.4, 0.4))
            number = row * 4 + column
            near = at_z < 16
            site.stand(tables[number % 5], x, at_z, hides=near)
            site.stand(shades[number % 6], x + 0.2, at_z + 0.3, hides=near)
            if hour.sun is not None:
                sun_x = x + hour.sun[0] * 2.1
                sun_z = at_z + hour.sun[2] * 2.1
                turns = np.linspace(0, 2 * np.pi, 12)
                rim = [(sun_x + 1.3 * np.cos(t), sun_z + 1.1 * np.sin(t)) for t in turns]
                ground.shadow(rim, 0.01, hour)
            if number % 3 == 0:
                site.lamp(Lamp(x, 2.2, at_z - 0.2, LED, 2.2))
    return site


def gate(rng: np.random.Generator, hour: Hour) -> Site:
    """The gate of a school across a street."""
    lens = Lens(width=WIDTH, height=HEIGHT, eye=(-3.5, 6.0, 0.0), yaw=9.0, pitch=17.0, view=68.0)
    ground = Ground(rng, (-26.0, 4.0, 30.0, 34.0), ASPHALT, per_m=COARSE)
    site = Site(rng, lens, hour, ground)
    ground.area((-26.0, 13.0, 30.0, 16.0), TILES, kerb=True)
    ground.tiles((-26.0, 13.2, 30.0, 16.0))
    ground.area((-26.0, 16.0, 30.0, 34.0), CONCRETE)
    ground.dashes(8.6, -26.0, -6.0, across=True)
    ground.dashes(8.6, 4.0, 28.0, across=True)
    ground.zebra((-2.8, 4.6, 2.8, 12.8))
    wall: Colour = (150, 206, 232)
    for left, right in ((-26.0, -3.4), (3.4, 30.0)):
        steps = np.linspace(left, right, 7)
        for start, end in pairwise(steps.tolist()):
            piece = garden_wall(rng, end - start, 1.9, wall)
            site.front(piece, (start, 16.0), (end, 16.0), 1.9, hides=True)
        ground.shadow(((left, 16.0), (right, 16.0), (right, 16.2), (left, 16.2)), 1.9, hour)
    for x in (-3.4, 2.7):
        pillar = garden_wall(rng, 0.7, 3.1, (140, 190, 214))
        site.front(pillar, (x, 15.9), (x + 0.7, 15.9), 3.1, hides=True)
    site.front(_gate_board(), (-3.4, 15.85), (3.4, 15.85), 0.95, base_m=3.1, hides=True)
    site.front(_school(rng, 30.0), (-14.0, 31.0), (16.0, 31.0), 10.2)
    site.slope(
        _roof(rng),
        ((-15.0, 12.6, 35.0), (17.0, 12.6, 35.0), (17.0, 10.1, 30.4), (-15.0, 10.1, 30.4)),
    )
    for x in (-19.0, -11.5, 9.0, 17.5, 24.0):
        plant(
            site, props.tree(rng, float(rng.uniform(5.4, 7.4))), x, 20.5 + float(rng.uniform(0, 4))
        )
    for x in (-6.5, 8.2):
        site.stand(props.palm(rng, 4.6), x, 17.2)
    for x in (-10.0, 5.6):
        lamp_post(site, x, 13.6, mirror=False, led=True, hides=True)
    site.lamp(Lamp(0.0, 3.0, 15.4, LED, 3.2), bulb=False)
    site.lamp(Lamp(0.0, 6.0, 22.0, SODIUM, 4.0), bulb=False)
    return site


def crossroads(rng: np.random.Generator, hour: Hour) -> Site:
    """Two streets that cross, from high up at one corner."""
    lens = Lens(width=WIDTH, height=HEIGHT, eye=(-8.2, 8.6, -1.0), yaw=24.0, pitch=24.0, view=72.0)
    ground = Ground(rng, (-30.0, 1.5, 40.0, 72.0), TILES, per_m=COARSE)
    site = Site(rng, lens, hour, ground)
    ground.tiles((-30.0, 1.5, 40.0, 30.0), 0.5)
    ground.area((-30.0, 10.0, 40.0, 19.0), ASPHALT)
    ground.area((-4.5, 1.5, 4.5, 72.0), ASPHALT)
    ground.patches(8)
    ground.dashes(14.5, -30.0, -8.0, across=True)
    ground.dashes(14.5, 8.0, 38.0, across=True)
    ground.dashes(0.0, 24.0, 72.0)
    ground.zebra((-4.4, 6.9, 4.4, 9.2))
    ground.zebra((-4.4, 19.8, 4.4, 22.1))
    ground.zebra((5.2, 10.2, 7.5, 18.8), across=False)
    ground.zebra((-7.5, 10.2, -5.2, 18.8), across=False)
    for span in ((-34.0, -7.0), (7.0, 44.0)):
        end_of_street(site, span, 22.0)
    for side in (-1, 1):
        house_row(site, side, 22.0, 70.0, x_m=7.0, corner=True)
    end_of_street(site, (-9.0, 9.0), 73.0)
    trees = [props.tree(rng, height) for height in (4.8, 5.8)]
    for index, x in enumerate((-11.0, -18.0, 11.5, 19.0, 27.0)):
        plant(site, trees[index % 2], x, 20.6)
    for x, z, mirror in (
        (-6.0, 20.6, False),
        (6.2, 20.8, True),
        (14.0, 9.0, True),
        (30.0, 20.6, True),
    ):
        lamp_post(site, x, z, mirror=mirror, hides=z < 20)
    site.stand(props.power_pole(rng), 8.2, 20.4)
    for end in ((-30.0, 21.0), (44.0, 21.0), (6.0, 60.0)):
        for height in (6.9, 7.3, 7.8, 8.1):
            site.wire((8.2, height, 20.4), (end[0], height, end[1]))
    return site


def lakeside(rng: np.random.Generator, hour: Hour) -> Site:
    """A promenade beside water, lamps and palms along it."""
    lens = Lens(width=WIDTH, height=HEIGHT, eye=(2.0, 5.2, 0.0), yaw=-14.0, pitch=13.0, view=68.0)
    ground = Ground(rng, (-70.0, 3.0, 12.0, 90.0), WATER, per_m=COARSE)
    site = Site(rng, lens, hour, ground)
    ripples = noise(rng, ground.paint.shape[1], ground.paint.shape[0] // 6, coarse=40)
    wide = cv2.resize(ripples, ground.paint.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    ground.paint[:] = np.clip(ground.paint + wide[..., None] * 26, 0, 255).astype(np.uint8)
    ground.area((-3.4, 3.0, 12.0, 90.0), EARTH)
    ground.area((-3.4, 3.0, 4.4, 90.0), TILES, kerb=True)
    ground.tiles((-3.2, 3.0, 4.2, 90.0), 0.6)
    ground.area((4.6, 3.0, 12.0, 90.0), (70, 128, 96))
    trees = [props.tree(rng, height) for height in (5.4, 6.6)]
    palms = [props.palm(rng, height) for height in (5.2, 6.2)]
    for index, z in enumerate(np.arange(9.0, 88.0, 7.5)):
        plant(site, trees[index % 2], 6.4, float(z) + 2, hides=False)
        site.stand(palms[index % 2], -2.6, float(z) + 5.0, hides=index < 2)
        if index % 2:
            lamp_post(site, 4.0, float(z), mirror=True, led=index % 4 == 1, hides=index < 2)
    for x in np.arange(-68.0, -6.0, 4.5):
        far = props.tree(rng, 6.0) if x < -60 else trees[int(rng.integers(2))]
        site.stand(far, float(x), 86.0 + float(rng.uniform(-2, 2)))
    end_of_street(site, (-4.0, 12.0), 92.0)
    return site


def _gate_board() -> Front:
    """A red board with lines of gold that look like letters from afar."""
    paint = flat(round(6.8 * PER_M), round(0.95 * PER_M), (44, 40, 176))
    gold: Colour = (84, 208, 244)
    height, width = paint.shape[:2]
    for top, tall, step in ((8, 12, 20), (27, 18, 24)):
        for x in range(30, width - 40, step):
            if (x // step) % 5:
                cv2.rectangle(paint, (x, top), (x + step - 9, top + tall), gold, 3)
    cv2.rectangle(paint, (2, 2), (width - 3, height - 3), gold, 2)
    return Front(paint, (paint * 0.75).astype(np.uint8))


def _school(rng: np.random.Generator, width_m: float) -> Front:
    """Three storeys of classrooms behind open galleries, in the usual yellow."""
    width, height = round(width_m * PER_M), round(10.2 * PER_M)
    yellow: Colour = (124, 200, 236)
    paint = flat(width, height, yellow)
    grain(paint, rng, coarse=120, amount=8)
    glow = np.zeros_like(paint)
    storey, bay = height // 3, round(3.75 * PER_M)
    for level in range(3):
        top = level * storey
        paint[top + 22 : top + storey - 60] = gradient(
            width, storey - 82, (96, 150, 178), (128, 184, 210)
        )
        for left in range(0, width - bay + 1, bay):
            lit = rng.random() < 0.3
            for x, wide in ((left + 22, 62), (left + 112, 46)):
                tall = storey - 118 if wide == 62 else storey - 84
                box = (slice(top + 34, top + 34 + tall), slice(x, x + wide))
                paint[box] = gradient(wide, tall, (120, 108, 92), (84, 74, 62))
                cv2.rectangle(paint, (x, top + 34), (x + wide, top + 34 + tall), (92, 120, 70), 4)
                cv2.line(
                    paint,
                    (x + wide // 2, top + 34),
                    (x + wide // 2, top + 34 + tall),
                    (92, 120, 70),
                    3,
                )
                if lit:
                    glow[box] = (190, 220, 232)
            cv2.rectangle(paint, (left, top), (left + 18, top + storey), tint(yellow, 1.06), -1)
        paint[top + storey - 60 : top + storey - 8] = yellow
        for x in range(0, width, 13):
            cv2.line(paint, (x, top + storey - 54), (x, top + storey - 14), (196, 226, 240), 4)
        cv2.line(paint, (0, top + storey - 4), (width, top + storey - 4), tint(yellow, 0.6), 6)
    return Front(paint, glow)


def _roof(rng: np.random.Generator) -> Front:
    paint = flat(900, 160, (58, 72, 150))
    grain(paint, rng, coarse=50, amount=10)
    for y in range(0, 160, 8):
        cv2.line(paint, (0, y), (900, y), (44, 54, 118), 2)
    return Front(paint, np.zeros_like(paint))
