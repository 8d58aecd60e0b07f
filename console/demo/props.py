"""What stands about in a street, as flat cut-outs: trees, poles, lamps, stalls, parasols."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from console.demo.paint import Colour, Image, tint

PER_M = 60  # pixels a metre of a cut-out


@dataclass(frozen=True, slots=True)
class Prop:
    """A cut-out; its foot is the middle of its lower edge.  ``glow`` shines by night."""

    paint: Image
    mask: NDArray[np.uint8]
    glow: Image | None = None

    @property
    def height_m(self) -> float:
        """How tall it is."""
        return float(self.paint.shape[0] / PER_M)


class _Sheet:
    """A picture and its mask that are drawn on together; x from the middle, y up, in metres."""

    def __init__(self, width_m: float, height_m: float) -> None:
        size = (round(height_m * PER_M), round(width_m * PER_M))
        self.paint: Image = np.zeros((*size, 3), np.uint8)
        self.mask: NDArray[np.uint8] = np.zeros(size, np.uint8)

    def at(self, x: float, y: float) -> tuple[int, int]:
        """Pixels of a place."""
        tall, wide = self.mask.shape
        return round(wide / 2 + x * PER_M), round(tall - y * PER_M)

    def polygon(self, points: list[tuple[float, float]], colour: Colour) -> None:
        outline = np.array([self.at(*point) for point in points], np.int32)
        cv2.fillPoly(self.paint, [outline], colour, cv2.LINE_AA)
        cv2.fillPoly(self.mask, [outline], 255, cv2.LINE_AA)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width_m: float
    ) -> None:
        thick = max(1, round(width_m * PER_M))
        cv2.line(self.paint, self.at(*start), self.at(*end), colour, thick, cv2.LINE_AA)
        cv2.line(self.mask, self.at(*start), self.at(*end), 255, thick, cv2.LINE_AA)

    def disc(self, x: float, y: float, radius_m: float, colour: Colour) -> None:
        radius = max(1, round(radius_m * PER_M))
        cv2.circle(self.paint, self.at(x, y), radius, colour, -1, cv2.LINE_AA)
        cv2.circle(self.mask, self.at(x, y), radius, 255, -1, cv2.LINE_AA)

    def prop(self, glow: Image | None = None) -> Prop:
        """What was drawn, as a cut-out."""
        return Prop(self.paint, self.mask, glow)


def tree(rng: np.random.Generator, height_m: float = 6.5) -> Prop:
    """A street tree with a whitewashed foot and a crown of three shades of green."""
    crown_m = height_m * 0.36
    sheet = _Sheet(crown_m * 2.5, height_m)
    trunk: Colour = (74, 92, 108)
    fork = height_m * 0.5
    sheet.polygon([(-0.16, 0), (0.16, 0), (0.10, fork), (-0.10, fork)], trunk)
    sheet.polygon([(0.02, 0), (0.16, 0), (0.10, fork), (0.04, fork)], tint(trunk, 0.7))
    sheet.polygon([(-0.16, 0), (0.16, 0), (0.15, 1.0), (-0.15, 1.0)], (206, 212, 212))
    sheet.polygon([(0.05, 0), (0.16, 0), (0.15, 1.0), (0.05, 1.0)], (168, 176, 178))
    for lean in (-0.8, -0.3, 0.35, 0.85):
        sheet.line((0, fork * 0.9), (lean * crown_m * 0.7, height_m * 0.72), trunk, 0.09)
    hue = rng.uniform(0.8, 1.15)
    clumps = [
        (turn * crown_m * out, height_m * 0.68 + rise * crown_m * 0.72 * out)
        for turn, rise, out in (
            (np.cos(a), np.sin(a), np.sqrt(rng.uniform(0.02, 1))) for a in rng.uniform(0, 6.283, 22)
        )
    ]
    for shade, count, lift in (
        (0.5, 46, -0.12),
        (0.78, 44, 0.0),
        (1.05, 34, 0.12),
        (1.3, 16, 0.22),
    ):
        for x, y in clumps:
            _leaves(sheet, rng, (x - lift * 0.6, y + lift), crown_m * 0.3, shade * hue, count)
    return sheet.prop()


def _leaves(
    sheet: _Sheet,
    rng: np.random.Generator,
    at: tuple[float, float],
    spread_m: float,
    shade: float,
    count: int,
) -> None:
    offsets = rng.normal(0, spread_m * 0.62, (count, 2))
    for dx, dy in offsets:
        colour = (52 * shade, rng.uniform(104, 132) * shade, rng.uniform(60, 92) * shade)
        centre = sheet.at(at[0] + dx, at[1] + dy)
        axes = (int(rng.integers(3, 8)), int(rng.integers(2, 5)))
        turn = float(rng.uniform(0, 180))
        cv2.ellipse(sheet.paint, centre, axes, turn, 0, 360, colour, -1, cv2.LINE_AA)
        cv2.ellipse(sheet.mask, centre, axes, turn, 0, 360, 255, -1, cv2.LINE_AA)


def palm(rng: np.random.Generator, height_m: float = 6.0) -> Prop:
    """An areca palm."""
    sheet = _Sheet(3.6, height_m)
    top = height_m - 1.1
    for step in range(24):
        y = top * step / 24
        ring = tint((112, 134, 142), 0.85 + 0.25 * (step % 2))
        sheet.polygon(
            [(-0.1, y), (0.1, y), (0.095, y + top / 24 + 0.02), (-0.095, y + top / 24 + 0.02)], ring
        )
    for frond in range(13):
        lean = -1.55 + 3.1 * frond / 12
        shade = rng.uniform(0.75, 1.2)
        for step in range(14):
            out = (step + 1) / 14
            x = lean * out
            y = top + 0.95 * out * (1.1 - abs(lean) * 0.3) - 1.25 * abs(lean) * out**2
            leaf = tint((52, 128, 82), shade * (1.15 - 0.3 * out))
            sheet.line((x, y), (x + 0.14 * np.sign(lean), y - 0.34 * (1.1 - out * 0.5)), leaf, 0.05)
    return sheet.prop()


def power_pole(rng: np.random.Generator, height_m: float = 8.5) -> Prop:
    """A concrete pole with boxes, insulators and coils of spare cable."""
    sheet = _Sheet(2.0, height_m)
    concrete: Colour = (152, 158, 160)
    sheet.polygon([(-0.17, 0), (0.17, 0), (0.11, height_m), (-0.11, height_m)], concrete)
    sheet.polygon([(0.04, 0), (0.17, 0), (0.11, height_m), (0.03, height_m)], tint(concrete, 0.72))
    for y in (height_m - 0.4, height_m - 1.3):
        sheet.line((-0.8, y), (0.8, y), (84, 88, 92), 0.09)
        for x in (-0.7, -0.35, 0.35, 0.7):
            sheet.line((x, y), (x, y + 0.18), (70, 84, 120), 0.07)
    sheet.polygon([(-0.5, 2.3), (-0.1, 2.3), (-0.1, 3.0), (-0.5, 3.0)], (168, 172, 172))
    sheet.polygon([(0.12, 3.2), (0.4, 3.2), (0.4, 3.7), (0.12, 3.7)], (120, 126, 128))
    for _ in range(5):
        middle = sheet.at(rng.uniform(-0.2, 0.2), rng.uniform(5.0, 6.2))
        radii = (int(rng.integers(12, 24)), int(rng.integers(16, 30)))
        for image, colour in ((sheet.paint, (28, 28, 30)), (sheet.mask, 255)):
            cv2.ellipse(image, middle, radii, 0, 0, 360, colour, 2, cv2.LINE_AA)
    return sheet.prop()


def lamp_post(height_m: float = 7.5, arm_m: float = 1.6) -> Prop:
    """A steel post whose arm reaches to the right (mirror it for the left)."""
    sheet = _Sheet(2 * arm_m + 0.8, height_m)
    steel: Colour = (132, 138, 138)
    sheet.line((0, 0), (0, height_m - 0.6), steel, 0.13)
    sheet.line((0.03, 0), (0.03, height_m - 0.6), tint(steel, 0.7), 0.05)
    sheet.line((0, height_m - 0.6), (arm_m, height_m - 0.2), steel, 0.08)
    box = [
        (arm_m - 0.3, height_m - 0.34),
        (arm_m + 0.3, height_m - 0.2),
        (arm_m + 0.3, height_m - 0.06),
        (arm_m - 0.3, height_m - 0.2),
    ]
    sheet.polygon(box, (168, 172, 172))
    glow = np.zeros_like(sheet.paint)
    bulb = np.array([sheet.at(x, y - 0.05) for x, y in box], np.int32)
    cv2.fillPoly(glow, [bulb], (215, 238, 255), cv2.LINE_AA)
    return sheet.prop(glow)


def parasol(rng: np.random.Generator, width_m: float = 2.8) -> Prop:
    """A market umbrella in two colours."""
    sheet = _Sheet(width_m + 0.3, 2.7)
    pairs: tuple[tuple[Colour, Colour], ...] = (
        ((52, 60, 196), (226, 228, 232)),
        ((160, 96, 38), (214, 190, 150)),
        ((60, 140, 60), (70, 196, 226)),
        ((44, 150, 226), (60, 70, 190)),
    )
    one, other = pairs[rng.integers(len(pairs))]
    sheet.line((0, 0), (0, 2.5), (170, 176, 178), 0.06)
    ribs = 8
    edge = [-width_m / 2 + width_m * i / ribs for i in range(ribs + 1)]
    for rib in range(ribs):
        side = 1.08 - 0.5 * rib / ribs
        colour = tint(one if rib % 2 else other, side)
        x0, x1 = edge[rib], edge[rib + 1]
        droop = [(x, 1.92 + 0.16 * (1 - abs(2 * x / width_m) ** 2)) for x in (x0, x1)]
        sheet.polygon([(0, 2.66), droop[0], ((x0 + x1) / 2, droop[0][1] - 0.1), droop[1]], colour)
    return sheet.prop()


def stall(rng: np.random.Generator, width_m: float = 2.2) -> Prop:
    """A table heaped with fruit and vegetables, baskets before it."""
    sheet = _Sheet(width_m + 0.4, 1.35)
    cloth: Colour = ((150, 108, 60), (84, 108, 168), (90, 140, 90))[rng.integers(3)]
    half = width_m / 2
    sheet.polygon([(-half, 0), (half, 0), (half, 0.72), (-half, 0.72)], tint(cloth, 0.7))
    sheet.polygon([(-half, 0.62), (half, 0.62), (half - 0.1, 0.9), (-half + 0.1, 0.9)], cloth)
    fruits: tuple[Colour, ...] = (
        (40, 130, 240),
        (50, 60, 205),
        (60, 160, 80),
        (60, 200, 232),
        (90, 190, 140),
        (96, 70, 150),
    )
    for heap in range(6):
        colour = fruits[rng.integers(len(fruits))]
        middle = -half + width_m * (heap + 0.5) / 6
        for level in range(4):
            for _ in range(7 - level):
                x = middle + rng.uniform(-1, 1) * width_m / 13 * (1 - level / 5)
                y = 0.86 + level * 0.085
                sheet.disc(x, y, 0.062, tint(colour, rng.uniform(0.72, 1.15)))
    for basket in (-half * 0.6, half * 0.5):
        weave: Colour = (92, 140, 178)
        sheet.polygon(
            [
                (basket - 0.26, 0),
                (basket + 0.26, 0),
                (basket + 0.34, 0.3),
                (basket - 0.34, 0.3),
            ],
            weave,
        )
        for _ in range(16):
            leaf = tint((60, 150, 84), rng.uniform(0.7, 1.2))
            x, y = basket + rng.uniform(-0.28, 0.28), 0.32 + rng.uniform(0, 0.12)
            sheet.disc(x, y, 0.07, leaf)
    return sheet.prop()


def planter(rng: np.random.Generator) -> Prop:
    """A pot with a shrub."""
    sheet = _Sheet(1.3, 1.6)
    sheet.polygon([(-0.24, 0), (0.24, 0), (0.33, 0.5), (-0.33, 0.5)], (74, 100, 160))
    sheet.polygon([(0.08, 0), (0.24, 0), (0.33, 0.5), (0.1, 0.5)], (52, 74, 124))
    for shade in (0.6, 0.85, 1.15):
        _leaves(sheet, rng, (0, 0.95 + shade * 0.1), 0.34, shade, 60)
    return sheet.prop()
