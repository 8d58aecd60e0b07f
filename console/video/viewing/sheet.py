"""The picture that is encoded: the camera's above, the strip below; brightness and colour apart.

One sheet is painted over again and again, plane by plane: the encoder has copied it when it gives
it back, and a camera's picture never goes through RGB.  What the decoder gave is only read: it may
need it for the pictures that follow.
"""

from __future__ import annotations

from collections.abc import Callable

import av
import numpy as np
from av.video.reformatter import ColorRange, VideoReformatter

from console.video.viewing.masks import BLACK, GREY, Plane, Planes

_FORMAT = "yuv420p"


class Sheet:
    """For pictures of one size; those of another are scaled into it, with black beside them."""

    def __init__(self, first: av.VideoFrame, strip_height: int) -> None:
        """``first`` decides the size; ``strip_height`` is even, as all sizes of a sheet are."""
        self.width, self.height = (first.width + 1) & ~1, (first.height + 1) & ~1
        self.frame = av.VideoFrame(self.width, self.height + strip_height, _FORMAT)
        whole = _planes(self.frame)
        self._strip = whole[0][self.height :]
        self._picture = _part(whole, 0, 0, self.width, self.height)
        self._place = (0, 0, 0, 0)
        self._changer, self._scaler = VideoReformatter(), VideoReformatter()
        _blacken(whole)

    def show(self, frame: av.VideoFrame, hide: Callable[[Planes], None]) -> None:
        """Paint a camera's picture; ``hide`` is given all of it, at its own size, to fill parts of.

        That is done before it is scaled: what is hidden is not mixed into the pixels beside it.
        """
        place = self._fit(frame.width, frame.height)
        if place != self._place:
            _blacken(self._picture)
            self._place = place
        if frame.format.name != _FORMAT or frame.color_range == ColorRange.JPEG:
            frame = self._changer.reformat(
                frame, format=_FORMAT, dst_color_range=ColorRange.MPEG, threads=1
            )
        where = _part(self._picture, *place)
        if (frame.width, frame.height) == place[2:]:
            _copy(_planes(frame), where)
            hide(where)
            return
        own = av.VideoFrame(frame.width, frame.height, _FORMAT)
        _copy(_planes(frame), _planes(own))
        hide(_planes(own))
        scaled = self._scaler.reformat(own, width=place[2], height=place[3], threads=1)
        _copy(_planes(scaled), where)

    def blank(self, brightness: Plane) -> None:
        """Paint something grey in place of a camera's picture, of the sheet's own size."""
        _blacken(self._picture)
        self._picture[0][:] = brightness
        self._place = (0, 0, 0, 0)

    def write(self, strip: Plane) -> None:
        """Paint the strip."""
        self._strip[:] = strip

    def _fit(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a picture of that size; the first two are even."""
        if ((width + 1) & ~1, (height + 1) & ~1) == (self.width, self.height):
            return 0, 0, width, height
        scale = min(self.width / width, self.height / height)
        fitted = max(2, int(width * scale) & ~1), max(2, int(height * scale) & ~1)
        left, top = ((self.width - fitted[0]) // 2) & ~1, ((self.height - fitted[1]) // 2) & ~1
        return left, top, *fitted


def _planes(frame: av.VideoFrame) -> Planes:
    first, second, third = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[
            :, : plane.width
        ]
        for plane in frame.planes
    )
    return first, second, third


def _copy(planes: Planes, where: Planes) -> None:
    for here, there in zip(where, planes, strict=True):
        here[:] = there


def _part(planes: Planes, left: int, top: int, width: int, height: int) -> Planes:
    """A part of a picture; its left upper corner is even."""
    right, bottom = left + width, top + height
    halves = slice(top // 2, (bottom + 1) // 2), slice(left // 2, (right + 1) // 2)
    return planes[0][top:bottom, left:right], planes[1][halves], planes[2][halves]


def _blacken(planes: Planes) -> None:
    for plane, value in zip(planes, (BLACK, GREY, GREY), strict=True):
        plane[:] = value
