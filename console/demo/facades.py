"""The fronts of Vietnamese tube houses, drawn flat: shop below, balconies and windows above."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from console.demo.paint import Colour, Image, flat, gradient, grain, mixed, tint

PER_M = 56  # pixels a metre of a front
STOREY_M = 3.2

PLASTER: tuple[Colour, ...] = (
    (176, 212, 232),
    (150, 200, 228),
    (190, 205, 190),
    (205, 195, 165),
    (170, 180, 215),
    (200, 212, 218),
    (140, 190, 220),
    (186, 196, 204),
)
_SIGNS: tuple[tuple[Colour, Colour], ...] = (
    ((40, 40, 190), (235, 240, 245)),
    ((150, 80, 20), (245, 245, 245)),
    ((60, 130, 30), (235, 250, 250)),
    ((30, 170, 230), (60, 40, 30)),
    ((215, 215, 220), (60, 50, 170)),
    ((120, 60, 110), (240, 240, 250)),
)
_GOODS: tuple[Colour, ...] = (
    (60, 80, 200),
    (50, 170, 220),
    (70, 150, 70),
    (180, 120, 60),
    (200, 200, 210),
    (120, 90, 160),
)
_LAMP: Colour = (170, 225, 255)


@dataclass(frozen=True, slots=True)
class Front:
    """A front as by day, and what shines from it by night (black where nothing does)."""

    paint: Image
    glow: Image

    @property
    def width_m(self) -> float:
        """How wide it is."""
        return float(self.paint.shape[1] / PER_M)

    @property
    def height_m(self) -> float:
        """How high it is."""
        return float(self.paint.shape[0] / PER_M)


def house_front(rng: np.random.Generator, width_m: float, storeys: int) -> Front:
    """A house ``storeys`` high with a shop, shut or open, at street level."""
    width, height = round(width_m * PER_M), round(storeys * STOREY_M * PER_M)
    wall = PLASTER[rng.integers(len(PLASTER))]
    paint = flat(width, height, wall)
    grain(paint, rng, coarse=90, amount=11)
    grain(paint, rng, coarse=5, amount=5, octaves=2)
    glow = np.zeros_like(paint)
    storey = round(STOREY_M * PER_M)
    for level in range(storeys - 1):
        top = level * storey
        _upper_storey(paint[top : top + storey], glow[top : top + storey], rng, wall)
    _shop(paint[-storey:], glow[-storey:], rng)
    _stains(paint, rng)
    edge = tint(wall, 0.72)
    cv2.rectangle(paint, (0, 0), (width - 1, 10), tint(wall, 1.08), -1)
    cv2.line(paint, (0, 12), (width, 12), edge, 3)
    cv2.line(paint, (0, 0), (0, height), edge, 4)
    cv2.line(paint, (width - 1, 0), (width - 1, height), edge, 4)
    return Front(paint, glow)


def garden_wall(rng: np.random.Generator, width_m: float, height_m: float, colour: Colour) -> Front:
    """A plastered wall with a coping, damp at its foot."""
    width, height = round(width_m * PER_M), round(height_m * PER_M)
    paint = flat(width, height, colour)
    grain(paint, rng, coarse=60, amount=16)
    grain(paint, rng, coarse=4, amount=6, octaves=2)
    foot = gradient(width, height, (255, 255, 255), (176, 184, 186))
    paint[:] = (paint.astype(np.uint16) * foot // 255).astype(np.uint8)
    _stains(paint, rng)
    cv2.rectangle(paint, (0, 0), (width, 9), tint(colour, 0.85), -1)
    step = round(3.2 * PER_M)
    for x in range(step // 2, width, step):
        cv2.rectangle(paint, (x, 0), (x + 16, height), tint(colour, 0.93), -1)
        cv2.line(paint, (x + 17, 0), (x + 17, height), tint(colour, 0.72), 2)
    return Front(paint, np.zeros_like(paint))


def _upper_storey(paint: Image, glow: Image, rng: np.random.Generator, wall: Colour) -> None:
    height, width = paint.shape[:2]
    lit = rng.random() < 0.35
    opening = round(width * rng.uniform(0.42, 0.62))
    left = round((width - opening) * rng.uniform(0.25, 0.75))
    top, bottom = round(height * 0.2), round(height * 0.86)
    frame: Colour = ((60, 74, 92), (190, 196, 200), (60, 82, 60))[rng.integers(3)]
    box = (slice(top, bottom), slice(left, left + opening))
    paint[box] = gradient(opening, bottom - top, (178, 160, 140), (74, 68, 62))
    if lit:
        warm: Colour = ((110, 190, 240), (200, 225, 235))[rng.integers(2)]
        glow[box] = gradient(opening, bottom - top, warm, tint(warm, 0.6))
    panes = max(2, opening // 44)
    for pane in range(panes + 1):
        x = left + pane * opening // panes
        for sheet in (paint, glow):
            cv2.line(sheet, (x, top), (x, bottom), frame if sheet is paint else (0, 0, 0), 4)
    cv2.rectangle(paint, (left, top), (left + opening, bottom), frame, 5)
    cv2.line(
        paint,
        (left, top + (bottom - top) // 4),
        (left + opening, top + (bottom - top) // 4),
        frame,
        4,
    )
    cv2.rectangle(paint, (left - 8, top - 12), (left + opening + 8, top - 4), tint(wall, 1.1), -1)
    slab = round(height * 0.9)
    if rng.random() < 0.75:
        _railing(paint, rng, slab)
    if rng.random() < 0.5:
        _conditioner(
            paint, (8 if left > width - left - opening else width - 62, round(height * 0.42))
        )
    cv2.rectangle(paint, (0, slab), (width, height), tint(wall, 0.9), -1)
    cv2.rectangle(paint, (0, slab), (width, slab + 4), tint(wall, 1.12), -1)
    cv2.line(paint, (0, height - 2), (width, height - 2), tint(wall, 0.6), 4)


def _railing(paint: Image, rng: np.random.Generator, slab: int) -> None:
    width = paint.shape[1]
    top = slab - round(0.95 * PER_M)
    colour: Colour = ((210, 214, 214), (58, 58, 62), (120, 150, 170))[rng.integers(3)]
    for x in range(6, width, 14):
        cv2.line(paint, (x, top), (x, slab), colour, 3)
    cv2.line(paint, (0, top), (width, top), tint(colour, 0.9), 6)
    cv2.line(paint, (0, slab - 8), (width, slab - 8), tint(colour, 0.8), 4)
    for _ in range(rng.integers(0, 5)):
        x = int(rng.integers(10, width - 10))
        for _ in range(26):
            spot = (int(x + rng.normal(0, 12)), int(top - 6 + rng.normal(0, 9)))
            leaf = (60, int(rng.integers(90, 165)), int(rng.integers(45, 90)))
            cv2.circle(paint, spot, int(rng.integers(3, 7)), leaf, -1, cv2.LINE_AA)


def _conditioner(paint: Image, at: tuple[int, int]) -> None:
    x, y = at
    cv2.rectangle(paint, (x, y), (x + 50, y + 34), (208, 212, 212), -1)
    cv2.circle(paint, (x + 20, y + 17), 13, (120, 124, 124), -1, cv2.LINE_AA)
    cv2.circle(paint, (x + 20, y + 17), 5, (70, 72, 72), -1, cv2.LINE_AA)
    cv2.rectangle(paint, (x, y), (x + 50, y + 34), (150, 154, 154), 2)
    cv2.line(paint, (x + 4, y + 38), (x + 46, y + 38), (90, 92, 92), 3)


def _shop(paint: Image, glow: Image, rng: np.random.Generator) -> None:
    height, width = paint.shape[:2]
    sign = round(height * 0.29)
    box = (slice(sign + 4, height - 6), slice(14, width - 14))
    tall, wide = height - 10 - sign, width - 28
    if rng.random() < 0.62:
        paint[box] = gradient(wide, tall, (58, 62, 70), (92, 98, 108))
        inside = gradient(wide, tall, (150, 190, 215), (60, 90, 112))
        for row in range(3):
            shelf = round(tall * (0.2 + 0.24 * row))
            _goods(paint[box], inside, rng, shelf, round(tall * 0.17))
        if rng.random() < 0.8:
            glow[box] = inside
    else:
        shutter: Colour = ((168, 150, 120), (150, 156, 150), (120, 146, 104))[rng.integers(3)]
        paint[box] = shutter
        for y in range(sign + 8, height - 6, 9):
            cv2.line(paint, (14, y), (width - 15, y), tint(shutter, 0.82), 2)
            cv2.line(paint, (14, y + 3), (width - 15, y + 3), tint(shutter, 1.1), 1)
    _sign(paint, glow, rng, sign)


def _goods(paint: Image, glow: Image, rng: np.random.Generator, y: int, tall: int) -> None:
    width = paint.shape[1]
    x = 6
    while x < width - 16:
        wide = int(rng.integers(8, 24))
        up = int(tall * rng.uniform(0.5, 1.0))
        colour = _GOODS[rng.integers(len(_GOODS))]
        cv2.rectangle(paint, (x, y - up), (x + wide, y), tint(colour, 0.6), -1)
        cv2.rectangle(glow, (x, y - up), (x + wide, y), colour, -1)
        x += wide + int(rng.integers(2, 8))
    cv2.line(paint, (4, y + 1), (width - 4, y + 1), (120, 130, 140), 3)
    cv2.line(glow, (4, y + 1), (width - 4, y + 1), (120, 150, 170), 3)


def _sign(paint: Image, glow: Image, rng: np.random.Generator, tall: int) -> None:
    width = paint.shape[1]
    board, letters = _SIGNS[rng.integers(len(_SIGNS))]
    box = (slice(4, tall), slice(6, width - 6))
    paint[box] = gradient(width - 12, tall - 4, mixed(board, (255, 255, 255), 0.12), board)
    x = 22
    while x < width - 40:
        wide = int(rng.integers(9, 17))
        for y in range(12, tall // 2 - 2, 6):  # strokes that look like letters from afar
            end = x + int(wide * rng.uniform(0.5, 1.0))
            cv2.line(paint, (x, y), (end, y), letters, 3, cv2.LINE_AA)
        cv2.line(paint, (x, 12), (x, tall // 2 - 4), letters, 4, cv2.LINE_AA)
        x += wide + (14 if rng.random() < 0.25 else 6)
    number = f"0208.{rng.integers(300, 999)}.{rng.integers(100, 999)}"
    scale = min(0.62, (width - 40) / 330)
    cv2.putText(
        paint, number, (24, tall - 9), cv2.FONT_HERSHEY_DUPLEX, scale, letters, 1, cv2.LINE_AA
    )
    cv2.rectangle(paint, (6, 4), (width - 7, tall), tint(board, 0.6), 2)
    if rng.random() < 0.55:
        glow[box] = paint[box]
        cv2.line(glow, (8, 6), (width - 8, 6), _LAMP, 3)


def _stains(paint: Image, rng: np.random.Generator) -> None:
    """Rain has run down the plaster."""
    height, width = paint.shape[:2]
    streaks = np.zeros((height, width), np.float32)
    for _ in range(width // 16):
        x, top = int(rng.integers(width)), int(rng.integers(height))
        length = int(rng.uniform(0.05, 0.3) * height)
        end = min(height, top + length)
        fade = np.linspace(1, 0, end - top, dtype=np.float32) * rng.uniform(0.05, 0.2)
        streaks[top:end, x : x + int(rng.integers(2, 7))] = fade[:, None]
    streaks = np.asarray(cv2.GaussianBlur(streaks, (5, 5), 0), np.float32)
    paint[:] = (paint * (1 - streaks[..., None])).astype(np.uint8)
