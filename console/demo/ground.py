"""The ground as a plan: asphalt, kerbs, tiles, paint, puddles, and the light on them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from console.demo.light import Hour, Lamp, lit
from console.demo.paint import Colour, Field, Image, fixed, flat, grain, noise

FINE = 30  # pixels a metre of the painted plan
COARSE = 20  # of a large place
LIGHT_PER_M = 8  # and of the plan of its light

ASPHALT: Colour = (112, 112, 112)
CONCRETE: Colour = (150, 156, 158)
TILES: Colour = (140, 152, 172)
EARTH: Colour = (110, 136, 158)
_WHITE: Colour = (214, 218, 218)

Box = tuple[float, float, float, float]  # left, near, right, far, in metres


class Ground:
    """A rectangle of flat ground, painted from above; far is up."""

    def __init__(
        self, rng: np.random.Generator, extent: Box, colour: Colour, *, per_m: int = FINE
    ) -> None:
        self.extent = extent
        self.per_m = per_m
        self._rng = rng
        left, near, right, far = extent
        width, height = round((right - left) * self.per_m), round((far - near) * self.per_m)
        self.paint: Image = flat(width, height, colour)
        size = (round((far - near) * LIGHT_PER_M), round((right - left) * LIGHT_PER_M))
        self._shade: NDArray[np.uint8] = np.zeros(size, np.uint8)
        self._roughen(self.paint)

    def area(self, box: Box, colour: Colour, *, kerb: bool = False) -> None:
        """Fill a rectangle with a material, with a kerb stone around it if asked."""
        piece = self._piece(box)
        piece[:] = colour
        self._roughen(piece)
        if kerb:
            edge = max(3, self.per_m // 7)
            stone, seam = (176, 182, 184), (92, 96, 98)
            height, width = piece.shape[:2]
            cv2.rectangle(piece, (0, 0), (width - 1, height - 1), stone, edge)
            for y in range(0, height, self.per_m):
                cv2.line(piece, (0, y), (edge, y), seam, 2)
                cv2.line(piece, (width - edge, y), (width, y), seam, 2)

    def tiles(self, box: Box, size_m: float = 0.4) -> None:
        """Draw the seams of paving tiles."""
        piece = self._piece(box)
        step = max(4, round(size_m * self.per_m))
        seam = tuple(int(c * 0.84) for c in piece.reshape(-1, 3).mean(axis=0))
        for row, y in enumerate(range(0, piece.shape[0], step)):
            for column, x in enumerate(range(0, piece.shape[1], step)):
                if (row + column) % 2:
                    tile = piece[y : y + step, x : x + step]
                    tile[:] = np.clip(tile * 0.94, 0, 255).astype(np.uint8)
        for y in range(0, piece.shape[0], step):
            cv2.line(piece, (0, y), (piece.shape[1], y), seam, 1)
        for x in range(0, piece.shape[1], step):
            cv2.line(piece, (x, 0), (x, piece.shape[0]), seam, 1)

    def stripe(self, start: tuple[float, float], end: tuple[float, float], width_m: float) -> None:
        """Paint a worn white line between two points (x, z)."""
        (x0, z0), (x1, z1) = start, end
        way = np.array((x1 - x0, z1 - z0))
        side = np.array((-way[1], way[0])) / np.linalg.norm(way) * width_m / 2
        ends = np.array(((x0, z0), (x1, z1)))
        outline = np.array((ends[0] + side, ends[1] + side, ends[1] - side, ends[0] - side))
        pixels = self._pixels(outline)
        left, top = np.maximum(np.floor(pixels.min(axis=0)).astype(int), 0).tolist()
        right, low = (np.ceil(pixels.max(axis=0)).astype(int) + 1).tolist()
        under = self.paint[top:low, left:right]
        mask = np.zeros(under.shape[:2], np.uint8)
        cv2.fillPoly(mask, [fixed(pixels - (left, top))], 255, cv2.LINE_AA, 4)
        worn = self._rng.uniform(0.55, 0.95, mask.shape).astype(np.float32)
        share = (mask / np.float32(255) * worn)[..., None]
        under[:] = (under * (1 - share) + np.array(_WHITE, np.float32) * share).astype(np.uint8)

    def dashes(self, x: float, near: float, far: float, *, across: bool = False) -> None:
        """Paint a broken line along z at ``x``, or along x at z = ``x`` if ``across``."""
        for at in np.arange(near, far, 6.0):
            ends = ((x, at), (x, at + 3.0))
            start, end = ((ends[0][1], x), (ends[1][1], x)) if across else ends
            self.stripe(start, end, 0.14)

    def zebra(self, box: Box, *, across: bool = True) -> None:
        """Paint a crossing: bars along z side by side, or along x if not ``across``."""
        left, near, right, far = box
        if across:
            for x in np.arange(left + 0.3, right, 0.95):
                self.stripe((x, near), (x, far), 0.45)
        else:
            for z in np.arange(near + 0.3, far, 0.95):
                self.stripe((left, z), (right, z), 0.45)

    def patches(self, count: int) -> None:
        """Mend the road here and there, and let in a few manholes."""
        left, near, right, far = self.extent
        for _ in range(count):
            x, z = self._rng.uniform(left, right), self._rng.uniform(near, far)
            w, d = self._rng.uniform(0.5, 2.2), self._rng.uniform(0.6, 3.0)
            piece = self._piece((x, z, min(right, x + w), min(far, z + d)))
            piece[:] = np.clip(piece * self._rng.uniform(0.8, 0.93), 0, 255).astype(np.uint8)
        for _ in range(max(1, count // 4)):
            at = np.array([(self._rng.uniform(-2.5, 2.5), self._rng.uniform(near, far))])
            u, v = self._pixels(at)[0]
            spot = (int(u), int(v))
            cv2.circle(self.paint, spot, self.per_m // 3, (74, 76, 78), -1, cv2.LINE_AA)
            cv2.circle(self.paint, spot, self.per_m // 3, (58, 60, 62), 2, cv2.LINE_AA)

    def shadow(self, footprint: Sequence[tuple[float, float]], height_m: float, hour: Hour) -> None:
        """Let something of a convex footprint (x, z) and a height stand in the sun."""
        if hour.sun is None:
            return
        dx, dy, dz = hour.sun
        base = np.array(footprint, np.float32)
        top = base + np.array((dx, dz), np.float32) * (height_m / -dy)
        hull = cv2.convexHull(np.concatenate((base, top)).astype(np.float32))[:, 0, :]
        pixels = self._pixels(hull) * (LIGHT_PER_M / self.per_m)
        cv2.fillPoly(self._shade, [fixed(pixels)], 255, cv2.LINE_AA, 4)

    def crown_shadow(
        self, x: float, z: float, height_m: float, radius_m: float, hour: Hour
    ) -> None:
        """Let a tree's crown stand in the sun: a patch of shade with spots of light."""
        if hour.sun is None:
            return
        dx, dy, dz = hour.sun
        reach = height_m / -dy
        for _ in range(60):
            turn, out = self._rng.uniform(0, 2 * np.pi), radius_m * np.sqrt(self._rng.uniform())
            spot = np.array(
                [(x + dx * reach + out * np.cos(turn), z + dz * reach + out * np.sin(turn))]
            )
            u, v = self._pixels(spot)[0] * (LIGHT_PER_M / self.per_m)
            size = max(2, int(radius_m * LIGHT_PER_M * self._rng.uniform(0.1, 0.26)))
            cv2.circle(self._shade, (int(u), int(v)), size, 255, -1, cv2.LINE_AA)

    def light(self, hour: Hour, lamps: Sequence[Lamp]) -> Field:
        """The light on the plan, far rows first, LIGHT_PER_M pixels a metre."""
        left, near, right, far = self.extent
        height, width = self._shade.shape
        coarse = (max(2, height // 4), max(2, width // 4))
        xs = np.linspace(left, right, coarse[1], dtype=np.float32)
        zs = np.linspace(far, near, coarse[0], dtype=np.float32)
        grid = np.stack(np.meshgrid(xs, zs), axis=-1).reshape(-1, 2)
        points = np.insert(grid, 1, 0.0, axis=1).astype(np.float32)
        field = lit(points, (0.0, 1.0, 0.0), hour, lamps).reshape(*coarse, 3)
        light = cv2.resize(field, (width, height), interpolation=cv2.INTER_LINEAR)
        shade = cv2.GaussianBlur(self._shade, (0, 0), 1.6).astype(np.float32) / 255
        sun = np.array(hour.sunlight, np.float32) if hour.sun is not None else np.zeros(3)
        return np.maximum(light - shade[..., None] * sun * 1.02, 0.02).astype(np.float32)

    def puddles(self) -> Field:
        """Where water stands, 0 to 1, on the plan at LIGHT_PER_M."""
        height, width = self._shade.shape
        field = noise(self._rng, width, height, coarse=LIGHT_PER_M * 5.0)
        return np.asarray(np.clip(field * 3.0 + 0.2, 0, 1), np.float32)

    def _piece(self, box: Box) -> Image:
        left, near, right, far = box
        corners = self._pixels(np.array(((left, far), (right, near))))
        (u0, v0), (u1, v1) = np.maximum(corners.round(), 0).astype(int)
        return self.paint[v0:v1, u0:u1]

    def _pixels(self, plan: ArrayLike) -> NDArray[np.float32]:
        """Pixels of the painted plan of points (x, z)."""
        left, _, _, far = self.extent
        points = np.asarray(plan, np.float32)
        turned = np.stack((points[:, 0] - left, far - points[:, 1]), axis=1)
        return np.asarray(turned * self.per_m, np.float32)

    def _roughen(self, piece: Image) -> None:
        if piece.size:
            grain(piece, self._rng, coarse=self.per_m * 4.0, amount=9)
            grain(piece, self._rng, coarse=3, amount=7, octaves=2)
