"""Brushes: clouds of noise, gradients, textures put on walls in perspective, soft sprites."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from console.demo.lens import NEAR_M, Lens

Image = NDArray[np.uint8]  # rows of B, G, R
Field = NDArray[np.float32]
Colour = tuple[float, float, float]  # B, G, R, 0 to 255
Light = tuple[float, float, float]  # how much of B, G, R is there; 1 is full day

SHIFT = 4  # coordinates given to OpenCV are in 1/16 pixel


def noise(
    rng: np.random.Generator, width: int, height: int, *, coarse: float, octaves: int = 4
) -> Field:
    """Cloudy noise, -1 to 1; ``coarse`` is the size of the largest blobs in pixels."""
    total = np.zeros((height, width), np.float32)
    weight, norm = 1.0, 0.0
    for octave in range(octaves):
        cell = max(1.0, coarse / 2**octave)
        grid = (max(2, math.ceil(width / cell)), max(2, math.ceil(height / cell)))
        rough = rng.uniform(-1, 1, (grid[1], grid[0])).astype(np.float32)
        total += weight * cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
        norm += weight
        weight *= 0.6
    return np.asarray(total / norm, np.float32)


def grain(
    image: Image, rng: np.random.Generator, *, coarse: float, amount: float, octaves: int = 4
) -> None:
    """Make a flat colour look like a material: brighten and darken it by ``amount`` levels."""
    height, width = image.shape[:2]
    field = noise(rng, width, height, coarse=coarse, octaves=octaves) * amount
    image[:] = np.clip(image + field[..., None], 0, 255).astype(np.uint8)


def flat(width: int, height: int, colour: Colour) -> Image:
    """A texture of one colour."""
    image: Image = np.empty((height, width, 3), np.uint8)
    image[:] = colour
    return image


def gradient(width: int, height: int, top: Colour, bottom: Colour) -> Image:
    """From one colour above to another below."""
    step = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    rows = np.array(top, np.float32) * (1 - step) + np.array(bottom, np.float32) * step
    return np.repeat(rows, width, axis=1).astype(np.uint8, order="C")


def tint(colour: Colour, light: Light | float) -> Colour:
    """A colour in some light."""
    level = (light,) * 3 if isinstance(light, float | int) else light
    b, g, r = (min(255.0, max(0.0, c * part)) for c, part in zip(colour, level, strict=True))
    return (b, g, r)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``share`` of the other colour in the one."""
    b, g, r = (a + (c - a) * share for a, c in zip(one, other, strict=True))
    return (b, g, r)


def fixed(points: ArrayLike) -> NDArray[np.int32]:
    """Pixels as OpenCV wants them with ``SHIFT``; far off the picture is cut at +-8000."""
    cut = np.minimum(np.maximum(np.asarray(points, np.float32), -8000), 8000)
    return (cut * (1 << SHIFT)).astype(np.int32)


def polygon(image: Image, points: ArrayLike, colour: Colour) -> None:
    """Fill a polygon given in pixels, edges smoothed."""
    cv2.fillPoly(image, [fixed(points)], colour, cv2.LINE_AA, SHIFT)


def stroke(
    image: Image, points: ArrayLike, colour: Colour, width: float, *, closed: bool = False
) -> None:
    """Draw a line through points given in pixels."""
    thick = max(1, round(width))
    cv2.polylines(image, [fixed(points)], closed, colour, thick, cv2.LINE_AA, SHIFT)


def disc(
    image: Image, centre: Sequence[float], radii: tuple[float, float], colour: Sequence[float]
) -> None:
    """Fill an upright ellipse given in pixels."""
    one = 1 << SHIFT
    middle = (int(centre[0] * one), int(centre[1] * one))
    axes = (max(8, int(radii[0] * one)), max(8, int(radii[1] * one)))
    cv2.ellipse(image, middle, axes, 0, 0, 360, colour, -1, cv2.LINE_AA, SHIFT)


def put_texture(canvas: Image, lens: Lens, texture: Image, corners: ArrayLike) -> None:
    """Put a texture on a flat quad of the world, in perspective.

    ``corners`` are its top left, top right, bottom right and bottom left; the quad must lie
    before the camera, else nothing is drawn.  The texture is reduced first where it is
    finer than the picture, so that it does not flicker.
    """
    pixels, depths = lens.project(corners)
    if depths.min() < NEAR_M:
        return
    low = np.maximum(np.floor(pixels.min(axis=0)).astype(int), 0)
    high = np.minimum(np.ceil(pixels.max(axis=0)).astype(int) + 1, (lens.width, lens.height))
    if (high - low).min() < 1:
        return
    texture = reduced(texture, pixels)
    tall, wide = texture.shape[:2]
    source = np.array(((0, 0), (wide, 0), (wide, tall), (0, tall)), np.float32)
    way = cv2.getPerspectiveTransform(source, (pixels - low).astype(np.float32))
    size = (int(high[0] - low[0]), int(high[1] - low[1]))
    warped = cv2.warpPerspective(
        texture, way, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    mask = np.zeros((size[1], size[0]), np.uint8)
    cv2.fillConvexPoly(mask, fixed(pixels - low), 255, cv2.LINE_AA, SHIFT)
    blend(canvas, np.asarray(warped, np.uint8), mask, int(low[0]), int(low[1]))


def put_ground(
    canvas: Image, lens: Lens, texture: Image, extent: tuple[float, float, float, float]
) -> None:
    """Put a plan of the ground (left, near, right, far; far is up) into the picture.

    Parts of it may lie behind the camera.
    """
    left, _, right, far = extent
    per_m = texture.shape[1] / (right - left)
    yaw = math.radians(lens.yaw)
    ahead, aside = (math.sin(yaw), math.cos(yaw)), (math.cos(yaw), -math.sin(yaw))
    spots = [
        (lens.eye[0] + ahead[0] * d + aside[0] * s, 0.0, lens.eye[2] + ahead[1] * d + aside[1] * s)
        for d, s in ((30.0, -10.0), (30.0, 10.0), (8.0, 5.0), (8.0, -5.0))
    ]
    pixels, _ = lens.project(spots)
    plan = np.array([((x - left) * per_m, (far - z) * per_m) for x, _, z in spots], np.float32)
    top = max(0, math.ceil(lens.horizon))
    way = cv2.getPerspectiveTransform(plan, pixels - np.array((0, top), np.float32))
    size = (lens.width, lens.height - top)
    solid = np.full(texture.shape[:2], 255, np.uint8)
    mask = cv2.warpPerspective(solid, way, size, flags=cv2.INTER_LINEAR)
    warped = cv2.warpPerspective(texture, way, size, flags=cv2.INTER_LINEAR)
    cv2.copyTo(np.asarray(warped, np.uint8), np.asarray(mask, np.uint8), canvas[top:])


def reduced(texture: Image, pixels: NDArray[np.float32]) -> Image:
    """A texture that is no finer than the picture's quad of these corners."""
    edges = np.linalg.norm(pixels - np.roll(pixels, -1, axis=0), axis=1)
    wide, tall = max(edges[0], edges[2]), max(edges[1], edges[3])
    size = (
        int(np.clip(wide, 2, texture.shape[1])),
        int(np.clip(tall, 2, texture.shape[0])),
    )
    if size == (texture.shape[1], texture.shape[0]):
        return texture
    return np.asarray(cv2.resize(texture, size, interpolation=cv2.INTER_AREA), np.uint8)


def blend(canvas: Image, image: Image, mask: NDArray[np.uint8], x: int, y: int) -> None:
    """Lay an image on the canvas at (x, y) where its mask says so; parts outside are cut."""
    left, top = max(0, -x), max(0, -y)
    right = min(image.shape[1], canvas.shape[1] - x)
    bottom = min(image.shape[0], canvas.shape[0] - y)
    if right <= left or bottom <= top:
        return
    here = canvas[y + top : y + bottom, x + left : x + right]
    over = image[top:bottom, left:right]
    share = cv2.merge([mask[top:bottom, left:right]] * 3).astype(np.uint16)
    mixed_in = (over * share + here * (255 - share) + 127) // 255
    here[:] = mixed_in.astype(np.uint8)
