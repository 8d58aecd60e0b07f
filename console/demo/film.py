"""Draws the pictures of a scene: the empty street, who is in it, the weather, the sensor."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from console.demo.figures import Box, draw, footprint, shadow, turn
from console.demo.lens import NEAR_M
from console.demo.media import Picture
from console.demo.moves import FRAMES, Actor, Seen, Stayer, everyone
from console.demo.paint import SHIFT, Field, Image, Light, fixed
from console.demo.site import Occluder, Stage, add_glow
from console.demo.vehicles import LIGHTS

_COARSE = 4  # shadows and beams are drawn so many times smaller, and are soft
_CAST, _UNDER = 0.46, 0.42  # how dark a shadow is in the sun, and underneath
_SIZE_M = 9.0  # the longest shadow or beam of anybody
_HEAD: Light = (0.86, 0.96, 1.0)
_TAIL: Light = (0.10, 0.08, 0.75)
_NOISES = 6  # grains that take turns; divides the number of pictures


class Film:
    """The pictures of a loop, in any order; the same number is the same picture."""

    def __init__(self, stage: Stage, cast: Sequence[Actor], number: int, seed: int) -> None:
        self._stage = _with_parked(stage, cast)
        self._cast = [actor for actor in cast if not _is_parked(actor)]
        self._number = number
        rng = np.random.default_rng((seed, number))
        height, width = stage.picture.shape[:2]
        self._vignette = _vignette(width, height)
        self._grains = _grains(rng, width, height, 1.4 if stage.hour.dark else 0.8)
        self._drops = _rain(rng, width, height) if stage.hour.wet else ()
        self._seed = (seed, number)

    def pictures(self) -> Iterator[Picture]:
        """All pictures of the loop."""
        return (self.picture(index) for index in range(FRAMES))

    def picture(self, index: int) -> Picture:
        """One picture, I420; 5 to 15 ms at 1280x720."""
        stage = self._stage
        frame = stage.picture.copy()
        present = [
            s for s in everyone(self._cast, index) if stage.lens.shows(*s.placed.foot, _SIZE_M)
        ]
        cast = sorted(present, key=lambda seen: -_depth(stage, seen))
        _shadows(frame, stage, cast)
        if stage.hour.dark:
            self._beams(frame, cast)
        if stage.hour.wet:
            self._splashes(frame, index)
        waiting = sorted(stage.occluders, key=lambda thing: -thing.depth)
        drawn: list[Box] = []
        for seen in cast:
            while waiting and waiting[0].depth > _depth(stage, seen):
                _hide(frame, stage.picture, waiting.pop(0), drawn)
            light = stage.light_at(*seen.placed.foot)
            box = draw(frame, stage.lens, seen.placed, light, stage.hour)
            drawn += [box] if box else []
            if stage.hour.dark and seen.body is not None:
                self._lamps(frame, seen)
        for thing in waiting:
            _hide(frame, stage.picture, thing, drawn)
        return self._sensor(frame, index)

    def _beams(self, frame: Image, cast: Sequence[Seen]) -> None:
        """What headlights throw on the road."""
        height, width = frame.shape[:2]
        coarse = _COARSE * 2
        layer = np.zeros((height // coarse, width // coarse), np.uint8)
        for seen in cast:
            if seen.body is None:
                continue
            reach = LIGHTS[seen.body].reach_m
            for share, level in ((1.0, 12), (0.72, 20), (0.45, 26)):
                far, wide = 1.0 + reach * share, 0.35 + 0.16 * reach * share
                local = ((-0.3, 0, 0.9), (0.3, 0, 0.9), (wide, 0, far), (-wide, 0, far))
                x, z = seen.placed.foot
                points = turn(np.array(local, np.float32), seen.heading)
                pixels, depths = self._stage.lens.project(points + np.array((x, 0, z), np.float32))
                if depths.min() > NEAR_M:
                    spots = fixed(pixels / coarse)
                    beam = np.zeros_like(layer)
                    cv2.fillConvexPoly(beam, spots, level, cv2.LINE_AA, SHIFT)
                    cv2.add(layer, beam, layer)
        soft = cv2.GaussianBlur(layer, (0, 0), width / 1280 * 2.5)
        wide_soft = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
        cv2.add(frame, cv2.cvtColor(wide_soft, cv2.COLOR_GRAY2BGR), frame)

    def _lamps(self, frame: Image, seen: Seen) -> None:
        """The lamps themselves, as bright as they are turned to the camera."""
        if seen.body is None:
            return
        lens, lights = self._stage.lens, LIGHTS[seen.body]
        x, z = seen.placed.foot
        away = np.array((x - lens.eye[0], z - lens.eye[2]))
        ahead = np.array((math.sin(seen.heading), math.cos(seen.heading)))
        towards = -float(ahead @ away) / float(np.linalg.norm(away) + 1e-6)
        spots, light = (lights.front, _HEAD) if towards > 0 else (lights.back, _TAIL)
        local = turn(np.array(spots, np.float32), seen.heading)
        points = local + np.array((x, 0, z), np.float32)
        pixels, depths = lens.project(points)
        for spot, depth in zip(pixels, depths, strict=True):
            if depth < 1.0:
                continue
            size = lens.pixels_per_metre(float(depth))
            strength = 60 + 190 * abs(towards)
            add_glow(frame, spot, size * (0.34 if towards > 0 else 0.2), light, strength)
            if towards > 0:
                add_glow(frame, spot, size * 0.11, (1, 1, 1), strength)
        if self._stage.hour.wet:
            mirrored, depths = lens.project(points * np.array((1, -1, 1), np.float32))
            for spot, depth in zip(mirrored, depths, strict=True):
                size = lens.pixels_per_metre(max(1.0, float(depth)))
                add_glow(frame, spot, size * 0.4, light, 70)

    def _splashes(self, frame: Image, index: int) -> None:
        rng = np.random.default_rng((*self._seed, index))
        left, near, right, far = self._stage.extent
        spots = rng.uniform((left, 0, near), (right, 0, min(far, near + 30)), (60, 3))
        pixels, depths = self._stage.lens.project(spots)
        for spot, depth in zip(fixed(pixels).tolist(), depths.tolist(), strict=True):
            size = int(self._stage.lens.pixels_per_metre(depth) * 0.05 * (1 << SHIFT))
            level = 150 if self._stage.hour.dark else 225
            axes = (max(8, size), max(8, size // 3))
            colour = (level, level, level)
            cv2.ellipse(frame, spot, axes, 0, 0, 360, colour, 1, cv2.LINE_AA, SHIFT)

    def _sensor(self, frame: Image, index: int) -> Picture:
        """Colours to I420; lens shading, rain, grain and the picture's number on the luma."""
        picture = np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2YUV_I420), np.uint8)
        height = frame.shape[0]
        luma = picture[:height]
        cv2.multiply(luma, self._vignette, luma, 1 / 255)
        for layer, (drops, speed) in enumerate(self._drops):
            shift = index * speed * height // 720 % height
            fallen = np.roll(drops, (shift, layer * 31), axis=(0, 1))
            cv2.add(luma, fallen, luma)
        brighter, darker = self._grains[index % _NOISES]
        cv2.add(luma, brighter, luma)
        cv2.subtract(luma, darker, luma)
        self._write_number(luma, index)
        return picture

    def _write_number(self, luma: NDArray[np.uint8], index: int) -> None:
        height, width = luma.shape
        scale = height / 720 * 0.8
        text = f"{self._number:02d} {index:03d}/{FRAMES}"
        place = (round(width * 0.985 - 200 * scale), round(height * 0.965))
        for level, thick in ((16, 4), (235, 1)):
            weight = max(1, round(thick * height / 720))
            font = cv2.FONT_HERSHEY_DUPLEX
            cv2.putText(luma, text, place, font, scale, level, weight, cv2.LINE_AA)


def _is_parked(actor: Actor) -> bool:
    return isinstance(actor, Stayer) and actor.cycles == 0


def _with_parked(stage: Stage, cast: Sequence[Actor]) -> Stage:
    """The street with what never moves painted in once; it hides who goes behind it."""
    parked = [seen for actor in cast if _is_parked(actor) for seen in actor.at(0)]
    picture, occluders = stage.picture.copy(), list(stage.occluders)
    _shadows(picture, stage, parked)
    for seen in sorted(parked, key=lambda seen: -_depth(stage, seen)):
        before = picture.copy()
        light = stage.light_at(*seen.placed.foot)
        box = draw(picture, stage.lens, seen.placed, light, stage.hour)
        if box is None:
            continue
        for thing in stage.occluders:
            if thing.depth < _depth(stage, seen):
                _hide(picture, stage.picture, thing, [box])
        changed = cv2.absdiff(picture, before).max(axis=2)
        x, y, wide, tall = cv2.boundingRect(changed)
        if wide and tall:
            part = changed[y : y + tall, x : x + wide]
            mask = np.where(part > 0, 255, 0).astype(np.uint8)
            occluders.append(Occluder(_depth(stage, seen), x, y, mask))
    return replace(stage, picture=picture, occluders=tuple(occluders))


def _depth(stage: Stage, seen: Seen) -> float:
    x, z = seen.placed.foot
    return stage.lens.depth(x, 0.0, z)


def _shadows(frame: Image, stage: Stage, cast: Sequence[Seen]) -> None:
    lens = stage.lens
    height, width = frame.shape[:2]
    layer: NDArray[np.uint8] = np.full((height // _COARSE, width // _COARSE), 255, np.uint8)
    sunny = max(stage.hour.ambient) * 1.15
    for seen in cast:
        outlines = [(footprint(seen.placed), _UNDER)]
        if stage.hour.sun is None or max(stage.light_at(*seen.placed.foot)) > sunny:
            strength = _UNDER if stage.hour.sun is None else _CAST
            outlines.append((shadow(seen.placed, stage.hour), strength))
        for outline, strength in outlines:
            pixels, depths = lens.project(outline)
            if depths.min() > NEAR_M:
                level = int(255 * (1 - strength))
                cv2.fillConvexPoly(layer, fixed(pixels / _COARSE), level, cv2.LINE_AA, SHIFT)
    soft = cv2.GaussianBlur(layer, (0, 0), width / 1280 * 1.3)
    left, top, wide, tall = cv2.boundingRect(255 - soft)
    if wide and tall:
        part = soft[top : top + tall, left : left + wide]
        size = (wide * _COARSE, tall * _COARSE)
        large = cv2.resize(part, size, interpolation=cv2.INTER_LINEAR)
        y, x = top * _COARSE, left * _COARSE
        here = frame[y : y + size[1], x : x + size[0]]
        cv2.multiply(here, cv2.cvtColor(large, cv2.COLOR_GRAY2BGR), here, 1 / 255)


def _hide(frame: Image, empty: Image, thing: Occluder, drawn: Sequence[Box]) -> None:
    """Bring a standing thing to the front again, if anybody was drawn over it."""
    top, left = max(0, thing.y), max(0, thing.x)
    bottom = min(frame.shape[0], thing.y + thing.mask.shape[0])
    right = min(frame.shape[1], thing.x + thing.mask.shape[1])
    over_it = any(x0 < right and x1 > left and y0 < bottom and y1 > top for x0, y0, x1, y1 in drawn)
    if bottom <= top or right <= left or not over_it:
        return
    mask = thing.mask[top - thing.y : bottom - thing.y, left - thing.x : right - thing.x]
    rows, columns = slice(top, bottom), slice(left, right)
    cv2.copyTo(empty[rows, columns], mask, frame[rows, columns])


def _vignette(width: int, height: int) -> NDArray[np.uint8]:
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    fall = 1 - 0.20 * (across**2 * 0.7 + down**2 * 0.5)
    return np.asarray(np.clip(fall, 0, 1) * 255, np.float32).astype(np.uint8)


def _grains(
    rng: np.random.Generator, width: int, height: int, sigma: float
) -> list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    grains = []
    for _ in range(_NOISES):
        field: Field = rng.normal(0, sigma, (height, width)).astype(np.float32)
        parts = (np.clip(part + 0.5, 0, 12).astype(np.uint8) for part in (field, -field))
        grains.append((next(parts), next(parts)))
    return grains


def _rain(
    rng: np.random.Generator, width: int, height: int
) -> tuple[tuple[NDArray[np.uint8], int], ...]:
    """Two layers of streaks, near and far, and the rows of 720 that they fall a picture."""
    layers = []
    for count, length, level, speed in ((150, 46, 26, 96), (420, 22, 17, 48)):
        sheet = np.zeros((height, width), np.uint8)
        for _ in range(count):
            x, y = int(rng.integers(width)), int(rng.integers(height))
            tall = int(length * height / 720 * rng.uniform(0.6, 1.3))
            cv2.line(sheet, (x, y), (x - tall // 8, y + tall), level, 1, cv2.LINE_AA)
        layers.append((np.asarray(cv2.GaussianBlur(sheet, (3, 3), 0.6), np.uint8), speed))
    return tuple(layers)
