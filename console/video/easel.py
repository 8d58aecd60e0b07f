"""A place on a player's canvas: scales pictures, or a part of them, to its size and paints them."""

from __future__ import annotations

import threading
from fractions import Fraction

import av
from av.filter import Graph
from av.video.reformatter import Interpolation, VideoReformatter

from console.platform.blocks import Block
from console.video.canvas import Region, SlotPainter, row_bytes
from console.video.live import fit
from console.video.wire_footage import ReviewSpot

_WHOLE = (0, 0, 10_000, 10_000)
_PER = 10_000
_ANY_TIME = Fraction(1, 1_000_000)


class Easel:
    """Paints in one slot.  ``paint`` on any one thread; the rest on the loop's."""

    def __init__(self, block: Block, spot: ReviewSpot) -> None:
        """Raises ValueError: the place lies outside the block, or the zoom outside the picture."""
        left, top, width, height = spot.zoom
        if min(left, top, width - 1, height - 1) < 0 or max(left + width, top + height) > _PER:
            raise ValueError("that is no part of a picture")
        self.width, self.height = spot.width, spot.height
        self._zoom = tuple(spot.zoom)
        self._painter = SlotPainter(block, Region(spot.slot, spot.width, spot.height, spot.offset))
        self._scaler = VideoReformatter()
        self._lens: _Lens | None = None
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._released = False

    def paint(self, frame: av.VideoFrame, at_us: int) -> None:
        """Make ``frame`` the newest picture; ``at_us`` is when it was recorded."""
        if self._zoom != _WHOLE:
            if self._lens is None or not self._lens.fits(frame):
                self._lens = _Lens(frame, self._zoom)
            frame = self._lens.look(frame)
        size = fit(frame, self.width, self.height)
        scaled = self._scaler.reformat(
            frame,
            width=size[0],
            height=size[1],
            format="bgra",
            interpolation=Interpolation.FAST_BILINEAR,
            threads=1,
        )
        plane = scaled.planes[0]
        with self._lock:
            if not self._released and plane.line_size <= row_bytes(self.width):
                self._painter.paint(memoryview(plane), size, plane.line_size, at_us / 1_000_000)
                self._painter.count()

    def release(self) -> None:
        """Let go of the block's memory; what is painted afterwards goes nowhere."""
        with self._lock:
            self._released = True
            self._painter.release()


class _Lens:
    """Cuts a part out of pictures of one size and kind, without copying it."""

    def __init__(self, frame: av.VideoFrame, zoom: tuple[int, ...]) -> None:
        self._kind = frame.width, frame.height, frame.format.name
        left, top = zoom[0] * frame.width // _PER & ~1, zoom[1] * frame.height // _PER & ~1
        width = max(2, zoom[2] * frame.width // _PER & ~1)
        height = max(2, zoom[3] * frame.height // _PER & ~1)
        self._graph = Graph()
        source = self._graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=_ANY_TIME
        )
        crop = self._graph.add("crop", f"{width}:{height}:{left}:{top}")
        sink = self._graph.add("buffersink")
        source.link_to(crop)
        crop.link_to(sink)
        self._graph.configure()

    def fits(self, frame: av.VideoFrame) -> bool:
        return self._kind == (frame.width, frame.height, frame.format.name)

    def look(self, frame: av.VideoFrame) -> av.VideoFrame:
        self._graph.vpush(frame)
        seen = self._graph.vpull()
        assert isinstance(seen, av.VideoFrame)
        return seen
