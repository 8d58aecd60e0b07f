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
from PIL import Image, ImageDraw, ImageFilter

from console.video.evidence_orders import Mask, shape_at

BLACK, GREY = 16, 128
"""Black, and no colour, in the range of video."""

Plane = NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]
"""Brightness, and blue and red at half the width and height."""

_RECTANGLE = 4
_SEVERAL = 3  # cells: a polygon's edge is drawn by rounding, so it is thickened by one on each side


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
        image = Image.new("L", (cells[1], cells[0]))
        # Pillow's pixels have whole numbers for their centres.
        corners = [
            (x * across - 0.5, y * down - 0.5) for x, y in zip(shape[::2], shape[1::2], strict=True)
        ]
        ImageDraw.Draw(image).polygon(corners, fill=255, outline=255)
        drawn = np.asarray(image.filter(ImageFilter.MaxFilter(_SEVERAL))) > 0
        rows, columns = np.flatnonzero(drawn.any(1)), np.flatnonzero(drawn.any(0))
        if not len(rows):
            self._box = slice(0, 0), slice(0, 0)
            return
        self._box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        self._cells = drawn[self._box]
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
