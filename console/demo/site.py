"""Puts a street together: ground, fronts and props, lit and seen through the lens."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from console.demo.facades import Front
from console.demo.ground import LIGHT_PER_M, Ground
from console.demo.lens import NEAR_M, Lens
from console.demo.light import Hour, Lamp, haze, lit
from console.demo.paint import (
    Colour,
    Field,
    Image,
    Light,
    blend,
    fixed,
    gradient,
    noise,
    put_ground,
    put_texture,
    reduced,
)
from console.demo.props import Prop

FINER = 2  # the picture is painted so many times larger, and reduced
_REFLECTED = 0.5  # of what stands behind a puddle


@dataclass(frozen=True, slots=True)
class Occluder:
    """A standing thing that hides who walks behind it: a piece of the picture itself.

    ``mask`` is 0 or 255.
    """

    depth: float
    x: int
    y: int
    mask: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An empty street, ready for its actors."""

    lens: Lens
    hour: Hour
    picture: Image
    occluders: tuple[Occluder, ...]
    extent: tuple[float, float, float, float]
    ground_light: Field

    def light_at(self, x: float, z: float) -> Light:
        """The light on someone who stands there."""
        left, _, _, far = self.extent
        rows, columns = self.ground_light.shape[:2]
        row = min(rows - 1, max(0, int((far - z) * LIGHT_PER_M)))
        column = min(columns - 1, max(0, int((x - left) * LIGHT_PER_M)))
        b, g, r = self.ground_light[row, column]
        return (float(b), float(g), float(r))


@dataclass(frozen=True, slots=True)
class _Quad:
    front: Front
    corners: Field  # top left, top right, bottom right, bottom left, in the world
    normal: tuple[float, float, float]
    hides: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    prop: Prop
    x: float
    y: float
    z: float
    mirror: bool
    hides: bool


class Site:
    """Collects what stands in a street; ``build`` paints it."""

    def __init__(self, rng: np.random.Generator, lens: Lens, hour: Hour, ground: Ground) -> None:
        self.rng = rng
        self.lens = lens
        self.hour = hour
        self.ground = ground
        self._quads: list[_Quad] = []
        self._props: list[_Standing] = []
        self._wires: list[tuple[tuple[float, float, float], tuple[float, float, float]]] = []
        self._lamps: list[Lamp] = []
        self._bulbs: list[Lamp] = []

    def front(
        self,
        front: Front,
        left: tuple[float, float],
        right: tuple[float, float],
        height_m: float,
        *,
        base_m: float = 0.0,
        hides: bool = False,
    ) -> None:
        """A front from its left to its right foot (x, z), as seen by whoever looks at it.

        ``hides`` if actors pass behind it; such a front is best a few metres wide.
        """
        (x0, z0), (x1, z1) = left, right
        top, low = base_m + height_m, base_m
        corners = np.array(((x0, top, z0), (x1, top, z1), (x1, low, z1), (x0, low, z0)), np.float32)
        length = math.hypot(x1 - x0, z1 - z0)
        normal = ((z1 - z0) / length, 0.0, -(x1 - x0) / length)
        self._quads.append(_Quad(front, corners, normal, hides))

    def slope(self, front: Front, corners: Sequence[tuple[float, float, float]]) -> None:
        """A roof or an awning: top left, top right, bottom right, bottom left."""
        self._quads.append(_Quad(front, np.array(corners, np.float32), (0.0, 1.0, 0.0)))

    def stand(
        self,
        prop: Prop,
        x: float,
        z: float,
        *,
        mirror: bool = False,
        hides: bool = False,
        base_m: float = 0.0,
    ) -> None:
        """A prop with its foot at (x, z); ``hides`` if actors pass behind it."""
        self._props.append(_Standing(prop, x, base_m, z, mirror, hides))

    def wire(self, start: tuple[float, float, float], end: tuple[float, float, float]) -> None:
        """A cable that sags between two points."""
        self._wires.append((start, end))

    def lamp(self, lamp: Lamp, *, bulb: bool = True) -> None:
        """A light; ``bulb`` if it is seen itself."""
        self._lamps.append(lamp)
        if bulb:
            self._bulbs.append(lamp)

    def build(self, width: int, height: int) -> Stage:
        """Paint the street; 0.3 to 1 s for 1280x720."""
        fine = self.lens.scaled(width * FINER, height * FINER)
        light = self.ground.light(self.hour, self._lamps)
        canvas = self._sky(fine)
        self._paint_ground(canvas, fine, light)
        if self.hour.wet:
            self._reflect(canvas, fine)
        self._paint_standing(canvas, fine)
        self._paint_wires(canvas, fine)
        if self.hour.dark:
            self._shine(canvas, fine)
        picture = cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA)
        lens = self.lens.scaled(width, height)
        return Stage(
            lens=lens,
            hour=self.hour,
            picture=np.asarray(picture, np.uint8),
            occluders=tuple(self._occluders(lens)),
            extent=self.ground.extent,
            ground_light=light,
        )

    def _sky(self, lens: Lens) -> Image:
        hour = self.hour
        canvas = np.empty((lens.height, lens.width, 3), np.uint8)
        canvas[:] = hour.haze
        rows = int(np.clip(lens.horizon, 0, lens.height))
        if rows > 4:
            sky = gradient(lens.width, rows, hour.sky_top, hour.sky_low).astype(np.float32)
            clouds = noise(self.rng, lens.width, rows, coarse=lens.width / 3)
            clouds = np.clip(clouds * 1.6, 0, 1) * (18 if hour.dark else 40)
            canvas[:rows] = np.clip(sky + clouds[..., None], 0, 255).astype(np.uint8)
        return canvas

    def _paint_ground(self, canvas: Image, lens: Lens, light: Field) -> None:
        paint = self.ground.paint
        level = cv2.resize(light, paint.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        level = level * np.float32(0.74) if self.hour.wet else level
        texture = cv2.multiply(paint, level, dtype=cv2.CV_8U)
        put_ground(canvas, lens, np.asarray(texture, np.uint8), self.ground.extent)
        top = max(0, math.ceil(lens.horizon))
        rows = np.arange(top, lens.height, dtype=np.float32)
        angle = (rows + 0.5 - lens.height / 2) / lens.focal
        down = math.tan(math.radians(lens.pitch)) + angle
        depth = lens.eye[1] / np.maximum(down, 1e-3)
        share = np.array([haze(metres, self.hour) for metres in depth.tolist()], np.float32)
        share = share[share > 0, None, None]
        band = canvas[top : top + len(share)]  # near rows have no haze
        band[:] = (band * (1 - share) + np.array(self.hour.haze, np.float32) * share).astype(
            np.uint8
        )

    def _reflect(self, canvas: Image, lens: Lens) -> None:
        """What stands at the road, upside down in the water, drawn out downwards."""
        mirrored = canvas.copy()
        for quad in sorted(self._quads, key=lambda q: -self._depth_of(q, lens)):
            self._paint_quad(mirrored, lens, quad, -1.0)
        if self.hour.dark:
            for bulb in self._bulbs:
                self._halo(mirrored, lens, bulb, -1.0)
        small = (lens.width // 4, lens.height // 4)
        smear = cv2.resize(mirrored, small, interpolation=cv2.INTER_AREA)
        smear = cv2.GaussianBlur(smear, (0, 0), sigmaX=2.0, sigmaY=lens.height / 90)
        smear = cv2.resize(smear, (lens.width, lens.height), interpolation=cv2.INTER_LINEAR)
        puddles = np.repeat(self.ground.puddles()[..., None], 3, axis=2) * 255
        water = np.zeros_like(canvas)
        put_ground(water, lens, puddles.astype(np.uint8), self.ground.extent)
        share = (0.25 + water.astype(np.float32) / 255 * 0.75) * _REFLECTED
        share[: max(0, int(lens.horizon))] = 0
        canvas[:] = (canvas * (1 - share) + smear * share).astype(np.uint8)

    def _paint_standing(self, canvas: Image, lens: Lens) -> None:
        things: list[tuple[float, _Quad | _Standing]] = [
            *((self._depth_of(quad, lens), quad) for quad in self._quads),
            *((self._depth_of(prop, lens), prop) for prop in self._props),
        ]
        for depth, thing in sorted(things, key=lambda pair: -pair[0]):
            if isinstance(thing, _Quad):
                self._paint_quad(canvas, lens, thing, 1.0)
            else:
                self._paint_prop(canvas, lens, thing, depth)

    def _depth_of(self, thing: _Quad | _Standing, lens: Lens) -> float:
        if isinstance(thing, _Quad):
            x, y, z = thing.corners.mean(axis=0)
            return lens.depth(float(x), float(y), float(z))
        return lens.depth(thing.x, thing.y, thing.z)

    def _paint_quad(self, canvas: Image, lens: Lens, quad: _Quad, up: float) -> None:
        grid = 10
        u, v = np.meshgrid(np.linspace(0, 1, grid), np.linspace(0, 1, grid))
        a, b, _, d = quad.corners
        points = (a + u.reshape(-1, 1) * (b - a) + v.reshape(-1, 1) * (d - a)).astype(np.float32)
        light = lit(points, quad.normal, self.hour, self._lamps).reshape(grid, grid, 3)
        corners = quad.corners * np.array((1.0, up, 1.0), np.float32)
        pixels, depths = lens.project(corners)
        if depths.min() < NEAR_M:
            return
        paint = reduced(quad.front.paint, pixels)
        size = paint.shape[1::-1]
        texture = paint * cv2.resize(light, size, interpolation=cv2.INTER_LINEAR)
        if self.hour.dark:
            texture = np.maximum(texture, reduced(quad.front.glow, pixels) * np.float32(0.92))
        share = np.float32(haze(self._depth_of(quad, lens), self.hour))
        texture = texture * (1 - share) + np.array(self.hour.haze, np.float32) * share
        put_texture(canvas, lens, np.clip(texture, 0, 255).astype(np.uint8), corners)

    def _paint_prop(self, canvas: Image, lens: Lens, thing: _Standing, depth: float) -> None:
        if depth < NEAR_M:
            return
        middle = np.array([(thing.x, thing.y + thing.prop.height_m * 0.6, thing.z)], np.float32)
        light = lit(middle, (0.0, 0.6, -0.8), self.hour, self._lamps)[0]
        share = haze(depth, self.hour)
        paint = thing.prop.paint * light
        if self.hour.dark and thing.prop.glow is not None:
            paint = np.maximum(paint, thing.prop.glow)
        paint = paint * (1 - share) + np.array(self.hour.haze, np.float32) * share
        x, y, mask = _placed(thing, lens)
        image = _resized(np.clip(paint, 0, 255).astype(np.uint8), mask.shape[1::-1])
        blend(canvas, image[:, ::-1] if thing.mirror else image, mask, x, y)

    def _occluders(self, lens: Lens) -> Iterator[Occluder]:
        for thing in self._props:
            if thing.hides:
                x, y, mask = _placed(thing, lens)
                yield Occluder(self._depth_of(thing, lens), x, y, _hard(mask))
        for quad in self._quads:
            if quad.hides:
                pixels, _ = lens.project(quad.corners)
                x, y = (int(edge) for edge in np.floor(pixels.min(axis=0)))
                wide, tall = (np.ceil(pixels.max(axis=0)).astype(int) - (x, y) + 1).tolist()
                mask = np.zeros((tall, wide), np.uint8)
                cv2.fillConvexPoly(mask, fixed(pixels - (x, y)), 255, cv2.LINE_AA, 4)
                yield Occluder(self._depth_of(quad, lens), x, y, _hard(mask))

    def _paint_wires(self, canvas: Image, lens: Lens) -> None:
        colour: Colour = (30, 28, 28) if not self.hour.dark else (16, 14, 14)
        for start, end in self._wires:
            step = np.linspace(0, 1, 24)[:, None]
            points = np.array(start) * (1 - step) + np.array(end) * step
            points[:, 1:2] -= 0.9 * 4 * step * (1 - step)
            pixels, depths = lens.project(points)
            if depths.min() > NEAR_M:
                thick = max(1, round(0.022 * lens.pixels_per_metre(float(depths.mean()))))
                cv2.polylines(canvas, [fixed(pixels)], False, colour, thick, cv2.LINE_AA, 4)

    def _shine(self, canvas: Image, lens: Lens) -> None:
        for bulb in self._bulbs:
            self._halo(canvas, lens, bulb, 1.0)
        small = cv2.resize(
            canvas, (lens.width // 8, lens.height // 8), interpolation=cv2.INTER_AREA
        )
        bright = np.clip(small.astype(np.float32) - 135, 0, 255)
        wide = cv2.GaussianBlur(bright, (0, 0), lens.width / 8 / 40)
        tight = cv2.GaussianBlur(bright, (0, 0), lens.width / 8 / 150)
        bloom = cv2.resize(wide * 0.42 + tight * 0.3, (lens.width, lens.height))
        canvas[:] = np.clip(canvas + bloom, 0, 255).astype(np.uint8)

    def _halo(self, canvas: Image, lens: Lens, bulb: Lamp, up: float) -> None:
        pixels, depths = lens.project([(bulb.x, bulb.y * up, bulb.z)])
        if depths[0] < 1.0:
            return
        size = lens.pixels_per_metre(float(depths[0]))
        add_glow(canvas, pixels[0], size * 0.55, bulb.light, 80)
        add_glow(canvas, pixels[0], size * 0.16, (1, 1, 1), 200)


def add_glow(
    canvas: Image, at: NDArray[np.float32], radius: float, light: Light, strength: float
) -> None:
    """Add a soft round light of ``radius`` pixels and up to ``strength`` levels."""
    reach = max(2, math.ceil(radius * 2.2))
    x, y = int(at[0]), int(at[1])
    x0, x1 = max(0, x - reach), min(canvas.shape[1], x + reach)
    y0, y1 = max(0, y - reach), min(canvas.shape[0], y + reach)
    if x1 <= x0 or y1 <= y0:
        return
    across = (np.arange(x0, x1, dtype=np.float32) - at[0])[None, :]
    down = (np.arange(y0, y1, dtype=np.float32) - at[1])[:, None]
    soft = np.exp(-(across**2 + down**2) / (radius * radius))[..., None]
    glow = soft * (np.array(light, np.float32) * strength)
    piece = canvas[y0:y1, x0:x1]
    cv2.add(piece, np.clip(glow, 0, 255).astype(np.uint8), dst=piece)


def _placed(thing: _Standing, lens: Lens) -> tuple[int, int, NDArray[np.uint8]]:
    """Where a prop's picture lies, and its mask at that size."""
    top = thing.y + thing.prop.height_m
    pixels, depths = lens.project(((thing.x, thing.y, thing.z), (thing.x, top, thing.z)))
    tall = max(2, round(float(pixels[0, 1] - pixels[1, 1])))
    scale = lens.pixels_per_metre(float(depths[0]))
    wide = max(
        2,
        round(thing.prop.paint.shape[1] / thing.prop.paint.shape[0] * thing.prop.height_m * scale),
    )
    mask = _resized(thing.prop.mask, (wide, tall))
    x = round(float(pixels[0, 0]) - wide / 2)
    return x, round(float(pixels[1, 1])), mask[:, ::-1] if thing.mirror else mask


def _hard(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.where(mask > 127, 255, 0).astype(np.uint8)


def _resized(image: NDArray[np.uint8], size: tuple[int, ...]) -> NDArray[np.uint8]:
    smaller = size[0] < image.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (size[0], size[1]), interpolation=way), np.uint8)
