"""Where a point of the street lies in the picture: a pinhole camera on a pole.

World: metres, x to the right, y up from the ground, z forward.  Picture: pixels, x to the
right, y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float32]  # rows of x, y, z in metres, or of x, y in pixels

NEAR_M = 0.4  # nothing nearer to the eye is drawn


@dataclass(frozen=True, kw_only=True)
class Lens:
    """A camera ``eye`` metres in the world; ``yaw`` turns right, ``pitch`` looks down (degrees)."""

    width: int
    height: int
    eye: tuple[float, float, float]
    yaw: float = 0.0
    pitch: float = 18.0
    view: float = 68.0  # degrees across

    @cached_property
    def focal(self) -> float:
        """Pixels per radian in the middle of the picture."""
        return self.width / 2 / math.tan(math.radians(self.view) / 2)

    @cached_property
    def _eye(self) -> Points:
        return np.array(self.eye, np.float32)

    @cached_property
    def _middle(self) -> Points:
        return np.array((self.width / 2, self.height / 2), np.float32)

    @cached_property
    def _turn(self) -> Points:
        """Rows: the camera's right, down and forward in the world."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        right = (math.cos(yaw), 0.0, -math.sin(yaw))
        forward = (
            math.sin(yaw) * math.cos(pitch),
            -math.sin(pitch),
            math.cos(yaw) * math.cos(pitch),
        )
        down = np.cross(np.array(right), np.array(forward))
        return np.array((right, down, forward), np.float32)

    def scaled(self, width: int, height: int) -> Lens:
        """The same view on a picture of another size."""
        return Lens(
            width=width,
            height=height,
            eye=self.eye,
            yaw=self.yaw,
            pitch=self.pitch,
            view=self.view,
        )

    def project(self, points: ArrayLike) -> tuple[Points, Points]:
        """Pixels and depths (metres along the view) of world points, one a row.

        Points behind ``NEAR_M`` are drawn as if they were there: look at the depths.
        """
        seen = (np.asarray(points, np.float32) - self._eye) @ self._turn.T
        depth = np.maximum(seen[:, 2], NEAR_M)
        pixels = seen[:, :2] * (self.focal / depth)[:, None]
        return np.asarray(pixels + self._middle, np.float32), np.asarray(seen[:, 2], np.float32)

    def depth(self, x: float, y: float, z: float) -> float:
        """Metres along the view to a point; negative behind the camera."""
        return float((np.array((x, y, z), np.float32) - self._eye) @ self._turn[2])

    def shows(self, x: float, z: float, size_m: float) -> bool:
        """Whether something of that size that stands at (x, z) may be in the picture."""
        right, down, depth = (np.array((x, 0.0, z), np.float32) - self._eye) @ self._turn.T
        if depth < NEAR_M:
            return False
        scale, margin = self.focal / depth, size_m * self.focal / depth
        beside = abs(right * scale) < self.width / 2 + margin
        return bool(beside and abs(down * scale) < self.height / 2 + margin)

    def pixels_per_metre(self, depth: float) -> float:
        """How large a metre is at a depth."""
        return self.focal / max(depth, NEAR_M)

    @cached_property
    def horizon(self) -> float:
        """The picture's row at which the ground ends, in pixels; may lie above the picture."""
        return self.height / 2 - self.focal * math.tan(math.radians(self.pitch))
