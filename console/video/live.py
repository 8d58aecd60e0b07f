"""From access units to pictures on canvases: the decoder of one stream.

A decoder begins at a key frame, survives garbage by waiting for the next one, and paints every
place that wants its picture, each at the place's own size.  One thread: the worker's loop.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

import av
from av.video.reformatter import Interpolation, VideoReformatter

from console.video.canvas import SlotPainter
from console.video.units import Codec, Opened, Unit

log = logging.getLogger(__name__)

MAX_SIDE = 8192  # pixels; a camera that claims more is not decoded (S-14)
MAX_GOP_BYTES = 6 << 20  # kept of the open GOP, so that a picture can be had at once
MAX_GOP_UNITS = 600
_LOW_DELAY = 0x80000  # AV_CODEC_FLAG_LOW_DELAY: no picture waits for the next one


class TooLarge(Exception):
    """The stream has more pixels than we decode."""


class Target:
    """One place that wants this stream's pictures, with a scaler of its own."""

    def __init__(self, painter: SlotPainter) -> None:
        self._painter = painter
        self._scaler = VideoReformatter()

    def paint(self, frame: av.VideoFrame, at_s: float) -> None:
        """Scale ``frame`` to fit the place, its shape kept, and make it the newest."""
        width, height = fit(frame, self._painter.width, self._painter.height)
        scaled = self._scaler.reformat(
            frame,
            width=width,
            height=height,
            format="bgra",
            interpolation=Interpolation.FAST_BILINEAR,
            threads=1,
        )
        plane = scaled.planes[0]
        self._painter.paint(memoryview(plane), (width, height), plane.line_size, at_s)

    def count(self) -> None:
        """One more picture was decoded."""
        self._painter.count()


def fit(frame: av.VideoFrame, width: int, height: int) -> tuple[int, int]:
    """The largest even size within ``width`` × ``height`` that has the frame's shape."""
    if frame.width * height >= frame.height * width:
        fitted = width, max(1, width * frame.height // frame.width)
    else:
        fitted = max(1, height * frame.width // frame.height), height
    return max(2, fitted[0] & ~1), max(2, fitted[1] & ~1)


class Gop:
    """The units since the last key frame, undecoded."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._bytes = 0

    def add(self, unit: Unit) -> None:
        """Keep a unit; a key frame starts anew, and a GOP that grows too large is dropped."""
        if unit.key:
            self.clear()
        elif not self.units:
            return
        self.units.append(unit)
        self._bytes += len(unit.data)
        if self._bytes > MAX_GOP_BYTES or len(self.units) > MAX_GOP_UNITS:
            self.clear()

    def clear(self) -> None:
        """Forget what was kept."""
        self.units = []
        self._bytes = 0


class Decoder:
    """Decodes one stream and paints its newest picture on its targets."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._context: av.VideoCodecContext | None = None
        self._smooth = True  # what the present context does
        self._started = False
        self._gop = Gop()
        self._frame: av.VideoFrame | None = None
        self._frame_at_s = 0.0
        self._held_at_s = 0.0
        self.decoded = 0  # pictures since the session began
        self.damaged = 0  # units that could not be decoded

    @property
    def codec(self) -> Codec:
        """What the stream is encoded with."""
        return self._opened.codec

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the newest picture, or None before the first."""
        return (self._frame.width, self._frame.height) if self._frame is not None else None

    @property
    def frame(self) -> av.VideoFrame | None:
        """The newest picture, or None before the first."""
        return self._frame

    def hold(self, unit: Unit, at_s: float) -> None:
        """Keep ``unit`` without decoding it; the decoder rests meanwhile."""
        self._gop.add(unit)
        self._held_at_s = at_s
        self.rest()

    def forget(self) -> None:
        """Begin with the next key frame, whatever was kept."""
        self._gop.clear()
        self.rest()

    def rest(self) -> None:
        """Free the decoder and its pictures; the open GOP is kept."""
        self._context = None
        self._started = False
        self._frame = None

    def decode(
        self, unit: Unit, at_s: float, *, keys_only: bool = False, smooth: bool = True
    ) -> bool:
        """Decode one unit; True if a new picture came of it.

        After a rest it catches up from the last key frame first.  A change of ``smooth``
        (``governor.smooth``) waits for the next key frame.

        Raises:
            TooLarge: the picture has more than 8192 pixels a side.
        """
        if keys_only and not unit.key:
            self._gop.add(unit)
            self._started = False  # later units refer to pictures that are never decoded
            return False
        if smooth != self._smooth and (unit.key or self._context is None):
            self._context = None
            self._started = False
            self._smooth = smooth
        if not self._started and not unit.key:
            self.catch_up()
        self._gop.add(unit)
        self._held_at_s = at_s
        if not self._started and not unit.key:
            return False
        return self._feed(unit, at_s)

    def catch_up(self) -> bool:
        """Decode what was kept since the last key frame; True if there is a picture now.

        Raises:
            TooLarge: as ``decode``.
        """
        if not self._started:
            for unit in self._gop.units:
                self._feed(unit, self._held_at_s)
                if not self._started:
                    break  # damaged: the next key frame is waited for
        return self._frame is not None

    def paint(self, targets: Iterable[Target]) -> None:
        """Paint the newest picture on ``targets``; nothing before the first."""
        if self._frame is not None:
            for target in targets:
                target.paint(self._frame, self._frame_at_s)

    def _feed(self, unit: Unit, at_s: float) -> bool:
        data = unit.data
        if not self._started:
            data = self._opened.parameter_sets + data
            self._started = True
        try:
            frames = self._opened_context().decode(av.Packet(data))
        except av.FFmpegError as error:
            # A camera that sends rubbish is met again at its next key frame.
            self.damaged += 1
            self._started = False
            self._gop.clear()
            log.debug("a unit could not be decoded: %s", error)
            return False
        for frame in frames:
            if max(frame.width, frame.height) > MAX_SIDE:
                raise TooLarge(f"{frame.width}x{frame.height}")
            self.decoded += 1
            self._frame = frame
            self._frame_at_s = at_s
        return bool(frames)

    def _opened_context(self) -> av.VideoCodecContext:
        if self._context is None:
            context = av.CodecContext.create(self._opened.codec.value, "r")
            assert isinstance(context, av.VideoCodecContext)
            # Frame threads add a picture of delay each; slices are rare and the cores are full.
            context.thread_count = 1
            context.thread_type = "NONE"
            context.flags |= _LOW_DELAY
            if not self._smooth:
                context.options = {"skip_loop_filter": "all"}
            self._context = context
        return self._context
