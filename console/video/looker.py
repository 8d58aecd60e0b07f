"""Makes the change map while a camera is recorded: one look at each key frame.

A picture that is decoded anyway is looked at; of a stream that nobody sees only key frames are
decoded, and only for this.  Loop thread only, but for the loading of numpy, which takes long.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import av
from av.video.reformatter import Interpolation, VideoReformatter

from console.video.live import MAX_SIDE, Decoder
from console.video.loop import Loop
from console.video.units import Opened, Unit
from console.workers import Lane, Workers
from db.footage_records import Look

if TYPE_CHECKING:  # at run time it is loaded late, and not by every worker
    from console.video.vision import ChangeMap

log = logging.getLogger(__name__)

LOAD_AFTER_S = 8.0  # a worker that begins has better to do
_SIZE = (128, 72)  # pixels: ``vision.PICTURE``, which is not loaded yet


class Sight:
    """numpy for all cameras of a worker: loaded once, when the first of them is recorded."""

    def __init__(self, loop: Loop, threads: Workers) -> None:
        self._loop = loop
        self._threads = threads
        self._asked = False
        self.map: Callable[[], ChangeMap] | None = None  # None until it is loaded

    def wanted(self) -> None:
        """Somebody will look."""
        if not self._asked:
            self._asked = True
            self._loop.later(LOAD_AFTER_S, self._begin)

    def _begin(self) -> None:
        self._threads.submit(self._load, Lane.LONG)

    def _load(self) -> None:
        from console.video.vision import ChangeMap

        self._loop.post(lambda: setattr(self, "map", ChangeMap))


class Looker:
    """Looks at one recorded stream."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._map: ChangeMap | None = None
        self._scaler = VideoReformatter()
        self._context: av.VideoCodecContext | None = None
        self._opened: Opened | None = None
        sight.wanted()

    def opened(self, opened: Opened) -> None:
        """A session began; what was seen before says nothing about what comes."""
        self._opened = opened
        self._context = None
        self._map = None

    def look(self, unit: Unit, decoder: Decoder | None) -> Look | None:
        """What changed up to the key frame ``unit``; its ``at_us`` is 0.

        ``decoder`` has its picture where that was decoded anyway.  None for the first one, and
        for one that cannot be decoded.
        """
        if self._sight.map is None:
            return None
        if decoder is None:
            frame = self._decoded(unit)
        else:
            frame = decoder.frame
            self._context = None  # somebody looks again: no decoder of our own is needed
        if frame is None or max(frame.width, frame.height) > MAX_SIDE:
            return None
        if self._map is None:
            self._map = self._sight.map()
        return self._map.look(self._grey(frame), 0)

    def _grey(self, frame: av.VideoFrame) -> bytes:
        width, height = _SIZE
        small = self._scaler.reformat(
            frame,
            width=width,
            height=height,
            format="gray",
            interpolation=Interpolation.AREA,
            threads=1,
        )
        plane = small.planes[0]
        if plane.line_size == width:
            return bytes(plane)[: width * height]
        rows = memoryview(plane)
        return b"".join(
            bytes(rows[row * plane.line_size : row * plane.line_size + width])
            for row in range(height)
        )

    def _decoded(self, unit: Unit) -> av.VideoFrame | None:
        """The picture of a key frame of a stream that is not decoded otherwise."""
        if self._opened is None:
            return None
        data = unit.data
        try:
            if self._context is None:
                context = av.CodecContext.create(self._opened.codec.value, "r")
                assert isinstance(context, av.VideoCodecContext)
                context.thread_count = 1
                context.thread_type = "NONE"
                self._context = context
                data = self._opened.parameter_sets + data
            frames = self._context.decode(av.Packet(data))
            frames += self._context.decode(None)
            self._context.flush_buffers()
        except av.FFmpegError as error:
            log.debug("a key frame could not be looked at: %s", error)
            self._context = None
            return None
        return frames[-1] if frames else None
