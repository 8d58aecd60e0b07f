"""Decodes recorded pictures one by one: the decoder, what it is given, what is kept of it.

A picture that follows the last one costs one decoding, a picture of the same GOP at most that GOP,
one that is still kept nothing.  A jump is decoded on two threads where nobody else needs the cores.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import av
from av.stream import Stream

from console.video.boxes import BoxBroken
from console.video.film import Film
from console.video.units import Codec
from db.records import StreamRole
from db.structs import Frozen, replace

MAX_SIDE = 8192  # pixels; larger ones are not decoded (S-14)
_LOW_DELAY = 0x80000  # AV_CODEC_FLAG_LOW_DELAY: no picture waits for the next one
_THREADS = 2  # of a decoder where nobody waits for the other cores
_WORTH = 4  # pictures to the one that is wanted: for fewer a second thread gains nothing
_READ_AHEAD_BYTES = 256 * 1024
_FEWEST = 8  # pictures that are kept, however large: what a decoder holds back comes out at once

_Key = tuple[StreamRole, int, int, bool]
"""Of a picture that is kept: stream, start of the file, rank, whether it was smoothed."""

Note = Callable[[int, int], None]
"""Says which file, by camera and start, is in the decoder now; (0, 0) for none."""


class Overtaken(Exception):
    """Another picture is wanted by now."""


class Broken(Exception):
    """The picture cannot be decoded."""


class _Kind(Frozen):
    """What a decoder can decode, file after file."""

    codec: Codec
    config: bytes
    reorders: bool
    smooth: bool
    threads: int


class ReelDecoder:
    """Of one tile.  One thread at a time.

    Attributes:
        cache_bytes: So much of decoded pictures is kept.
        alone: Whether nobody waits for the other cores now.
        decoded: Pictures, since the beginning.
        newest: What was decoded last, and its time.

    """

    def __init__(self, cache_bytes: int) -> None:
        self.cache_bytes = cache_bytes
        self.alone = False
        self.decoded = 0
        self.newest: tuple[av.VideoFrame, int] | None = None
        self._context: av.VideoCodecContext | None = None
        self._kind: _Kind | None = None  # of the decoder
        self._next = -1  # the decode number that goes into the decoder next; -1: begin anew
        self._out = -1  # the rank that came out of the decoder last
        self._drained = False
        self._cache: OrderedDict[_Key, av.VideoFrame] = OrderedDict()
        self._cached_bytes = 0
        self._chunk = (0, b"")

    def turn_to_another(self) -> None:
        """The next picture is of another film; what is kept of the last one stays."""
        self._next = -1
        self._chunk = (0, b"")

    def rest(self) -> None:
        """Free the decoder and what is kept."""
        self._context = None
        self._next = -1
        self._cache.clear()
        self._cached_bytes = 0
        self.newest = None

    def picture(
        self,
        film: Film,
        rank: int,
        smooth: bool,
        overtaken: Callable[[], bool],
        note: Note,
    ) -> av.VideoFrame:
        """The picture ``rank``, as it was kept or from the decoder.

        Raises:
            Overtaken, Broken, FilmUnreadable: there is none.
        """
        if (frame := self._kept(film, rank, smooth)) is not None:
            return frame
        key = film.key_for(rank)
        kind = _kind(film, smooth, _threads(film, key, rank) if self.alone else 1)
        if self._next < key or rank <= self._out or not self._serves(kind):
            self._begin(key, kind)
        try:
            return self._decode_to(film, rank, overtaken, note)
        except Broken:
            if self._kind is None or self._kind.threads == 1:
                raise
        # What is damaged behind a picture may take it along where two are decoded at once.
        self._begin(key, _kind(film, smooth, 1))
        return self._decode_to(film, rank, overtaken, note)

    def _decode_to(
        self, film: Film, rank: int, overtaken: Callable[[], bool], note: Note
    ) -> av.VideoFrame:
        """Decode on until the picture ``rank`` comes out; raises as ``picture``."""
        note(film.camera_id, film.start_us)
        try:
            while True:
                if overtaken():
                    raise Overtaken
                made = self._decode_next(film)
                for number, picture in made:
                    self._keep(film, number, picture)
                if (picture_wanted := dict(made).get(rank)) is not None:
                    return picture_wanted
                if self._drained:
                    raise Broken
        except (av.FFmpegError, BoxBroken, ValueError, MemoryError) as error:
            self._next = -1
            raise Broken from error
        finally:
            note(0, 0)

    def _serves(self, kind: _Kind) -> bool:
        """Whether the decoder that there is may go on: on how many threads is no matter."""
        return self._kind is not None and replace(self._kind, threads=kind.threads) == kind

    def _begin(self, key: int, kind: _Kind) -> None:
        """Have the decoder begin at a key frame."""
        if self._context is None or kind != self._kind:
            self._context, self._kind = _decoder(kind), kind
        else:
            self._context.flush_buffers()
        self._next, self._out = key, -1
        self._drained = False

    def _decode_next(self, film: Film) -> list[tuple[int, av.VideoFrame]]:
        """Give the decoder the next picture, or its end; what came out, by rank."""
        context = self._context
        assert context is not None
        if self._next >= len(film.rows):
            frames = context.decode(None)
            context.flush_buffers()
            self._drained, self._next = True, -1
        else:
            packet = _packet(self._bytes(film, self._next))
            packet.pts = film.ranks[self._next]
            packet.dts = None
            self._next += 1
            frames = context.decode(packet)
        for frame in frames:
            if max(frame.width, frame.height) > MAX_SIDE:
                raise Broken
            self.decoded += 1
        return [
            (frame.pts, frame)
            for frame in frames
            if frame.pts is not None and 0 <= frame.pts < len(film.shown_us)
        ]

    def _bytes(self, film: Film, decode: int) -> bytes:
        row = film.rows[decode]
        start, chunk = self._chunk
        inside = row.offset - start
        if inside < 0 or inside + row.size > len(chunk):
            last = decode
            while (
                last + 1 < len(film.rows)
                and film.rows[last + 1].offset == film.rows[last].offset + film.rows[last].size
                and film.rows[last].offset - row.offset < _READ_AHEAD_BYTES
            ):
                last += 1
            size = film.rows[last].offset + film.rows[last].size - row.offset
            self._chunk = row.offset, film.read_bytes(row.offset, size)
            inside, chunk = 0, self._chunk[1]
        return chunk[inside : inside + row.size]

    def _kept(self, film: Film, rank: int, smooth: bool) -> av.VideoFrame | None:
        frame = self._cache.get((film.role, film.start_us, rank, smooth))
        if frame is not None:
            self.newest = frame, film.shown_us[rank]
        return frame

    def _keep(self, film: Film, rank: int, frame: av.VideoFrame) -> None:
        self._out = rank
        self.newest = frame, film.shown_us[rank]
        assert self._kind is not None
        self._cache[film.role, film.start_us, rank, self._kind.smooth] = frame
        self._cached_bytes += _size(frame)
        while self._cached_bytes > self.cache_bytes and len(self._cache) > _FEWEST:
            _, dropped = self._cache.popitem(last=False)
            self._cached_bytes -= _size(dropped)


def _threads(film: Film, key: int, rank: int) -> int:
    """How many threads decode from ``key`` to ``rank``.

    Two hold a picture back until they have the next one: at the end of what is known of a file that
    grows there is none, and the decoder would have to begin anew with each that comes.
    """
    wanted = film.order[rank]
    near_end = film.grows and wanted + _THREADS >= len(film.rows)
    return 1 if near_end or wanted - key < _WORTH else _THREADS


def _kind(film: Film, smooth: bool, threads: int) -> _Kind:
    return _Kind(film.codec, film.config, film.reorders, smooth, threads)


def _decoder(kind: _Kind) -> av.VideoCodecContext:
    context = av.CodecContext.create(kind.codec.value, "r")
    assert isinstance(context, av.VideoCodecContext)
    context.extradata = kind.config
    context.thread_count = kind.threads
    context.thread_type = "FRAME" if kind.threads > 1 else "NONE"
    if not kind.reorders and kind.threads == 1:
        context.flags |= _LOW_DELAY
    if not kind.smooth:
        context.options = {"skip_loop_filter": "all"}
    return context


def _packet(data: bytes) -> av.Packet[Stream]:
    """A copy of ``data`` in memory of libav's own.

    ``av.Packet(data)`` would borrow it, and whoever gives it back wants the interpreter's lock: a
    thread of a decoder that is let go under that very lock then waits for ever (seen with PyAV 18).
    """
    packet = av.Packet(len(data))
    packet.update(data)
    return packet


def _size(frame: av.VideoFrame) -> int:
    return frame.width * frame.height * 3 // 2
