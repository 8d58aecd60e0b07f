"""Streets of the ward that cameras look at, and the parts that they are built of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from console.demo import props
from console.demo.facades import PLASTER, STOREY_M, Front, house_front
from console.demo.ground import ASPHALT, TILES, Ground
from console.demo.lens import Lens
from console.demo.light import LED, SHOP, SODIUM, Hour, Lamp
from console.demo.paint import Colour, flat, gradient, grain, tint
from console.demo.site import Site

WIDTH, HEIGHT = 1280, 720
_OWN_FRONTS_M = 26.0
ROAD_M = 4.0  # half of a street's width
FRONT_M = 6.6  # from its middle to the houses


def street(rng: np.random.Generator, hour: Hour) -> Site:
    """A street of tube houses, seen along it from a pole on one of its pavements."""
    side = 1 if rng.random() < 0.5 else -1
    eye = (side * float(rng.uniform(2.6, 3.6)), float(rng.uniform(5.6, 6.6)), 0.0)
    yaw, pitch = -side * float(rng.uniform(6.0, 10.0)), float(rng.uniform(15.0, 18.0))
    lens = Lens(width=WIDTH, height=HEIGHT, eye=eye, yaw=yaw, pitch=pitch, view=66.0)
    ground = Ground(rng, (-8.0, 3.0, 8.0, 96.0), ASPHALT)
    site = Site(rng, lens, hour, ground)
    for side in (-1, 1):
        edges = sorted((side * ROAD_M, side * FRONT_M))
        ground.area((edges[0], 3.0, edges[1], 96.0), TILES, kerb=True)
        ground.tiles((edges[0] + 0.15, 3.0, edges[1] - 0.15, 96.0))
        house_row(site, side, 3.0, 92.0)
    ground.patches(14)
    ground.dashes(0.0, 4.0, 94.0)
    ground.zebra((-ROAD_M, 21.0, ROAD_M, 23.6))
    trees = [props.tree(rng, height) for height in (5.8, 6.8)]
    for index, z in enumerate((9.5, 19.0, 30.0, 43.0, 57.0, 73.0)):
        plant(site, trees[index % 2], -side * 4.7, z + 2.0, hides=index < 3)
        if index:
            lamp_post(site, side * 4.5, z + 3.5, mirror=side > 0, hides=index < 3)
    for z in (13.5, 31.0, 50.0):
        site.stand(props.power_pole(rng), -side * 5.4, z)
        ground.shadow(((-side * 5.5, z), (-side * 5.3, z), (-side * 5.3, z + 0.2)), 8.5, hour)
    cables(site, -side * 5.4, (-6.0, 13.5, 31.0, 50.0, 70.0))
    end_of_street(site, (-9.0, 9.0), 94.0)
    return site


def house_row(
    site: Site,
    side: int,
    near: float,
    far: float,
    *,
    x_m: float = FRONT_M,
    most: int = 4,
    corner: bool = False,
) -> None:
    """Houses shoulder to shoulder along x = +-``x_m``, with awnings over some shops.

    ``most`` storeys at most; at a ``corner`` another row covers the first flank.
    """
    rng, x = site.rng, side * x_m
    known: list[Front] = []  # the far ones look like the near ones
    z = near
    while z < far:
        if z - near < _OWN_FRONTS_M:
            known.append(
                house_front(rng, float(rng.uniform(3.9, 5.4)), int(rng.integers(2, most + 1)))
            )
            front = known[-1]
        else:
            front = known[int(rng.integers(len(known)))]
        width, height = front.width_m, front.height_m
        feet = ((x, z), (x, z + width)) if side < 0 else ((x, z + width), (x, z))
        site.front(front, *feet, height)
        if not (corner and z == near):
            side_wall(site, x, x + side * 12.0, z, height)
        depth = ((x, z), (x, z + width), (x + side * 12, z), (x + side * 12, z + width))
        site.ground.shadow(depth, height, site.hour)
        if front.glow[-100:].any():
            site.lamp(Lamp(x - side * 1.3, 2.5, z + width / 2, SHOP, 2.4), bulb=False)
        if rng.random() < 0.6:
            awning(site, x, -side, (z + 0.3, z + width - 0.3))
        z += width


def side_wall(site: Site, x0: float, x1: float, z: float, height_m: float) -> None:
    """The bare flank of a house that stands out above its neighbour."""
    colour = tint(PLASTER[site.rng.integers(len(PLASTER))], 0.86)
    paint = flat(300, 300, colour)
    grain(paint, site.rng, coarse=80, amount=14)
    left, right = sorted((x0, x1))
    site.front(Front(paint, np.zeros_like(paint)), (left, z), (right, z), height_m)


def awning(site: Site, x: float, out: int, span: tuple[float, float]) -> None:
    """A striped canvas roof over a shop, ``out`` of the wall at ``x``."""
    pairs: tuple[tuple[Colour, Colour], ...] = (
        ((70, 120, 60), (200, 214, 200)),
        ((150, 90, 40), (214, 206, 196)),
        ((60, 66, 180), (220, 222, 226)),
        ((176, 160, 130), (176, 160, 130)),
    )
    one, other = pairs[site.rng.integers(len(pairs))]
    paint = flat(240, 80, one)
    for stripe in range(0, 240, 40):
        paint[:, stripe : stripe + 20] = other
    folds = gradient(240, 80, (255, 255, 255), (190, 190, 190)).astype(np.float32) / 255
    paint[:] = (paint * folds).astype(np.uint8)
    near, far = span if out > 0 else span[::-1]
    edge = x + out * 1.25
    site.slope(
        Front(paint, np.zeros_like(paint)),
        ((x, 3.0, near), (x, 3.0, far), (edge, 2.55, far), (edge, 2.55, near)),
    )
    site.ground.shadow(
        ((x, span[0]), (x, span[1]), (edge, span[0]), (edge, span[1])), 2.6, site.hour
    )


def end_of_street(site: Site, span: tuple[float, float], z: float) -> None:
    """Houses that face the camera where the street ends."""
    x, far = span
    while x < far:
        width, storeys = float(site.rng.uniform(4.0, 5.6)), int(site.rng.integers(2, 5))
        front = house_front(site.rng, width, storeys)
        site.front(front, (x, z), (x + width, z), storeys * STOREY_M)
        if front.glow[-100:].any():
            site.lamp(Lamp(x + width / 2, 2.5, z - 1.3, SHOP, 2.4), bulb=False)
        x += width


def plant(site: Site, tree: props.Prop, x: float, z: float, *, hides: bool = False) -> None:
    """A tree and its shade."""
    site.stand(tree, x, z, hides=hides)
    height_m = tree.height_m
    site.ground.crown_shadow(x, z, height_m * 0.68, height_m * 0.36, site.hour)


def lamp_post(
    site: Site, x: float, z: float, *, mirror: bool, hides: bool = False, led: bool = False
) -> None:
    """A street lamp whose arm reaches over the road."""
    site.stand(props.lamp_post(), x, z, mirror=mirror, hides=hides)
    arm = -1.6 if mirror else 1.6
    site.lamp(Lamp(x + arm, 7.2, z, LED if led else SODIUM, 5.0))
    site.ground.shadow(((x - 0.06, z), (x + 0.06, z), (x + 0.06, z + 0.1)), 7.5, site.hour)


def cables(site: Site, x: float, places: tuple[float, ...]) -> None:
    """The bundles of cables between poles at ``places`` along z."""
    for start, end in pairwise(places):
        for _ in range(9):
            height, shift = site.rng.uniform(6.2, 8.2), site.rng.uniform(-0.6, 0.6)
            site.wire((x + shift, height, start), (x + shift, height + 0.1, end))
