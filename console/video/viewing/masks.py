"""Masks: how each one is filled in a picture's planes, where it is at an instant.

They are filled with black, never blurred: what was blurred can be brought back.  A mask is as
coarse as the colour planes, two pixels by two, and covers every such cell that it touches: of what
lies on its edge neither brightness nor colour is left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from console.video.evidence_orders import Mask, shape_at

BLACK, GREY = 16, 128
"""Black, and no colour, in the range of video."""

Plane = NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]
"""Brightness, and blue and red at half the width and height."""

_RECTANGLE = 4
_HAIR = 1e-6  # cells: what lies on the line between two touches both


class Masks:
    """All masks of a copy.  One thread at a time."""

    def __init__(self, masks: Sequence[Mask]) -> None:
        """``masks`` were checked."""
        self._masks = tuple(masks)
        self._drawn: dict[int, tuple[object, _Patch]] = {}  # by mask: what it is, as it was last

    def cover(self, planes: Planes, at_us: int, until_us: int) -> None:
        """Fill what is masked, in the picture that ``planes`` are the whole of.

        It is on the screen from ``at_us`` to ``until_us``: a mask that begins meanwhile hides its
        part from the beginning, as it lies when it begins.
        """
        for number, mask in enumerate(self._masks):
            begin_us = at_us if mask.start_us is None else max(at_us, mask.start_us)
            shape = shape_at(mask, begin_us)
            if shape is None or begin_us >= max(until_us, at_us + 1):
                continue
            cells = planes[1].shape
            known = shape, planes[0].shape
            drawn = self._drawn.get(number)
            if drawn is None or drawn[0] != known:
                drawn = self._drawn[number] = known, _Patch(shape, planes[0].shape, cells)
            drawn[1].fill(planes)


class _Patch:
    """A shape as the cells of one size of picture."""

    def __init__(
        self, shape: tuple[float, ...], size: tuple[int, ...], cells: tuple[int, ...]
    ) -> None:
        """``size`` and ``cells``: rows and columns of the picture, and of its colours."""
        across, down = size[1] / 2, size[0] / 2  # an odd picture's last cell is half a one
        self._cells: NDArray[np.bool_] | None = None
        if len(shape) == _RECTANGLE:
            left, top = math.floor(shape[0] * across), math.floor(shape[1] * down)
            right, bottom = math.ceil(shape[2] * across), math.ceil(shape[3] * down)
            self._box = slice(top, bottom), slice(left, right)
            return
        corners = [(x * across, y * down) for x, y in zip(shape[::2], shape[1::2], strict=True)]
        places = np.array(corners)
        left, top = np.maximum(0, np.floor(places.min(0) - _HAIR)).astype(int)
        right, bottom = (
            np.minimum(np.floor(places.max(0) + _HAIR), (cells[1] - 1, cells[0] - 1)).astype(int)
            + 1
        )
        self._box = slice(top, bottom), slice(left, right)
        self._cells = _touched(places - (left, top), bottom - top, right - left)
        self._pixels = self._cells.repeat(2, 0).repeat(2, 1)

    def fill(self, planes: Planes) -> None:
        """Fill it."""
        rows, columns = self._box
        pixels = planes[0][2 * rows.start : 2 * rows.stop, 2 * columns.start : 2 * columns.stop]
        colours = [plane[self._box] for plane in planes[1:]]
        if self._cells is None:
            pixels[:] = BLACK
            for colour in colours:
                colour[:] = GREY
            return
        pixels[self._pixels[: pixels.shape[0], : pixels.shape[1]]] = BLACK
        for colour in colours:
            colour[self._cells] = GREY


def _touched(corners: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.bool_]:
    """The cells of which a polygon holds anything: all on its edges, all whose middle is inside.

    Where its edges cross, what they go round is inside whichever way they do.
    """
    on_edge, around = (np.zeros((rows, columns + 1), np.int16) for _ in range(2))  # what begins
    for one, other in zip(corners, np.roll(corners, -1, 0), strict=True):
        (x1, y1), (x2, y2) = (one, other) if one[1] <= other[1] else (other, one)
        first, last = (min(max(0, math.floor(y)), rows - 1) for y in (y1 - _HAIR, y2 + _HAIR))
        at = np.arange(first, last + 1)
        ends = np.array([[x1], [x2]]).repeat(len(at), 1)
        if y2 > y1:
            ends = x1 + (np.clip([at, at + 1], y1, y2) - y1) / (y2 - y1) * (x2 - x1)
        left = np.clip(np.floor(ends.min(0) - _HAIR).astype(int), 0, columns - 1)
        right = np.clip(np.floor(ends.max(0) + _HAIR).astype(int), 0, columns - 1)
        on_edge[at, left] += 1
        on_edge[at, right + 1] -= 1
        middles = np.arange(max(0, math.ceil(y1 - 0.5)), min(rows, math.ceil(y2 - 0.5)))
        crossed = x1 + (middles + 0.5 - y1) / (y2 - y1) * (x2 - x1) if len(middles) else middles
        way = 1 if one[1] <= other[1] else -1
        around[middles, 0] += way
        around[middles, np.clip(np.ceil(crossed - 0.5).astype(int), 0, columns)] -= way
    touched: NDArray[np.bool_] = on_edge.cumsum(1, np.int16) > 0
    touched |= around.cumsum(1, np.int16) != 0
    return touched[:, :-1]
