"""One camera's footage under the head of a player: the picture at an instant, decoded.

A reel stays where it is: the next picture costs one decoding, a picture of the same GOP at most
that GOP, one that was shown a moment ago nothing.  Files, gaps, changes of codec and size, damage
are all met here, and told as the state of a tile.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import av

from console.errors import StoreProblem
from console.events import TileState
from console.video.boxes import BoxBroken
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Hole
from db.records import CameraId, StreamRole
from db.structs import Frozen

MAX_SIDE = 8192  # pixels; larger ones are not decoded (S-14)
_LOW_DELAY = 0x80000  # AV_CODEC_FLAG_LOW_DELAY: no picture waits for the next one
_READ_AHEAD_BYTES = 256 * 1024
_FEWEST = 6  # pictures in the cache, however large: what a decoder holds back comes out at once
POLL_US = 500_000  # where nothing is known to come: ask again so much later

Note = Callable[[int, int], None]
"""Says which file, by camera and start, is in the decoder now; (0, 0) for none."""


class Want(Frozen):
    """The picture that a tile wants.  Of another ``order``: forget about the one before."""

    at_us: int
    order: int
    keys_only: bool = False
    prefer: StreamRole = StreamRole.SUB
    width: int = MAX_SIDE  # of the place, in pixels: a small one needs no deblocking


class Shown(Frozen):
    """What there is at an instant.

    ``frame`` is None where nothing can be shown.  ``next_us`` is when there will be something
    else, forwards, None where nothing is known to come; ``since_us`` the first instant of what
    there is now, None where there was never anything before.  ``role`` is None in a hole; ``sound``
    is whether the file there has any.
    """

    state: TileState
    at_us: int
    role: StreamRole | None
    frame: av.VideoFrame | None
    since_us: int | None
    next_us: int | None
    sound: bool = False


class _Overtaken(Exception):
    """Another picture is wanted by now."""


class _Broken(Exception):
    """The picture cannot be decoded."""


class Reel:
    """Decodes for one tile.  One thread at a time."""

    def __init__(self, camera: CameraId, footage: Footage, cache_bytes: int) -> None:
        self.camera = camera
        self.cache_bytes = cache_bytes
        self._footage = footage
        self._film: Film | None = None
        self._context: av.VideoCodecContext | None = None
        self._smooth = True
        self._next = -1  # the decode number that goes into the decoder next; -1: begin anew
        self._out = -1  # the rank that came out of the decoder last
        self._drained = False
        self._cache: OrderedDict[tuple[int, int], av.VideoFrame] = OrderedDict()
        self._cached_bytes = 0
        self._chunk = (0, b"")
        self.decoded = 0  # pictures, since the beginning
        self.newest: tuple[av.VideoFrame, int] | None = None  # what was decoded last, and its time

    def show(self, want: Want, overtaken: Callable[[], bool], note: Note) -> Shown | None:
        """What there is at ``want.at_us``; None if it was overtaken meanwhile."""
        try:
            return self._shown(want, overtaken, note)
        except StoreProblem:  # the index cannot be read now: the player asks again
            return Shown(TileState.DAMAGED, 0, None, None, None, None)

    def stepped(self, at_us: int, frames: int, prefer: StreamRole) -> int:
        """The instant of the picture ``frames`` further than the one at ``at_us``, or before."""
        try:
            return self._stepped(at_us, frames, prefer)
        except StoreProblem:
            return at_us

    def rest(self) -> None:
        """Free the decoder and what is cached."""
        self._context = None
        self._next = -1
        self._cache.clear()
        self._cached_bytes = 0
        self.newest = None

    def _shown(self, want: Want, overtaken: Callable[[], bool], note: Note) -> Shown | None:
        found = self._find(want)
        if isinstance(found, Hole):
            return _in_hole(found)
        rank = found.rank_at(want.at_us)
        if want.keys_only:
            rank = found.ranks[found.key_for(rank)]
        try:
            # Scaling down to half hides what deblocking smooths, as on the wall (governor.smooth).
            smooth = 2 * want.width > found.size[0]
            frame = self._picture(found, rank, smooth, overtaken, note)
        except _Overtaken:
            return None
        except (_Broken, FilmUnreadable):
            after = found.key_after(rank)
            next_us = found.end_us if after is None else found.shown_us[after]
            since_us = found.shown_us[found.ranks[found.key_for(rank)]]
            return Shown(TileState.DAMAGED, 0, found.role, None, since_us, next_us)
        return Shown(
            TileState.SHOWN,
            found.shown_us[rank],
            found.role,
            frame,
            found.shown_us[rank if rank > found.first else 0],
            self._next_us(found, rank, want),
            found.sound is not None,
        )

    def _stepped(self, at_us: int, frames: int, prefer: StreamRole) -> int:
        while frames:
            found = self._find(Want(at_us, 0, prefer=prefer))
            if isinstance(found, Hole):
                beyond = found.end_us if frames > 0 else found.start_us
                if beyond is None:
                    return at_us
                at_us, frames = beyond, frames - 1 if frames > 0 else frames + 1
                continue
            rank = found.rank_at(at_us) + frames
            if found.first <= rank < len(found.shown_us):
                return found.shown_us[rank]
            if frames > 0:
                frames = rank - len(found.shown_us)
                before_us, at_us = at_us, self._behind(found, at_us)
                if at_us == before_us:
                    return found.shown_us[-1]
            else:
                frames = rank + 1 - found.first
                end_us = self._footage.previous_end([self.camera], found.start_us - 1)
                if end_us is None:
                    return found.shown_us[found.first]
                at_us = end_us
        found = self._find(Want(at_us, 0, prefer=prefer))
        return at_us if isinstance(found, Hole) else found.shown_us[found.rank_at(at_us)]

    def _find(self, want: Want) -> Film | Hole:
        film = self._film
        if (
            film is not None
            and film.role is want.prefer
            and film.shown_us[0] <= want.at_us < film.end_us
        ):
            return film
        if film is not None and film.path.suffix == ".partial" and film.start_us <= want.at_us:
            self._read_on(film)
            if film.role is want.prefer and want.at_us < film.end_us:
                return film
        found = self._footage.film_at(self.camera, want.at_us, want.prefer)
        if isinstance(found, Film) and self._is_other(found):
            self._film = found
            self._next = -1
            self._context = None
            self._chunk = (0, b"")
        return self._film if isinstance(found, Film) and self._film is not None else found

    def _is_other(self, found: Film) -> bool:
        """Whether it is another file than ours, or has more than we know of ours."""
        film = self._film
        return (
            film is None
            or (film.role, film.start_us) != (found.role, found.start_us)
            or len(found.rows) > len(film.rows)
        )

    def _read_on(self, film: Film) -> None:
        try:
            grown = film.read_on()
        except FilmUnreadable:
            return
        if grown and film.reorders:
            self._next = -1  # the new pictures may stand between known ones
            self.rest()

    def _next_us(self, film: Film, rank: int, want: Want) -> int | None:
        after = film.key_after(rank) if want.keys_only else rank + 1
        if after is not None and after < len(film.shown_us):
            return film.shown_us[after]
        if want.at_us < film.end_us:
            return film.end_us
        following = self._footage.next_start([self.camera], film.end_us)
        if following is None or following <= want.at_us:
            return want.at_us + POLL_US
        return min(following, film.end_us + TAIL_US)

    def _behind(self, film: Film, at_us: int) -> int:
        """Where footage goes on behind a film; ``at_us`` if it does not."""
        following = self._footage.next_start([self.camera], film.end_us)
        return at_us if following is None else following

    def _picture(
        self,
        film: Film,
        rank: int,
        smooth: bool,
        overtaken: Callable[[], bool],
        note: Note,
    ) -> av.VideoFrame:
        """The picture ``rank``, from the cache or the decoder.

        Raises:
            _Overtaken, _Broken, FilmUnreadable: there is none.
        """
        if (frame := self._cached(film, rank)) is not None:
            return frame
        key = film.key_for(rank)
        if self._next < key or rank <= self._out or smooth != self._smooth:
            self._begin(film, key, smooth)
        note(film.camera_id, film.start_us)
        try:
            while True:
                if overtaken():
                    raise _Overtaken
                made = self._decode_next(film)
                for number, picture in made:
                    self._keep(film, number, picture)
                if (picture_wanted := dict(made).get(rank)) is not None:
                    return picture_wanted
                if self._drained:
                    raise _Broken
        except (av.FFmpegError, BoxBroken, ValueError, MemoryError) as error:
            self._next = -1
            raise _Broken from error
        finally:
            note(0, 0)

    def _begin(self, film: Film, key: int, smooth: bool) -> None:
        """Have the decoder begin at a key frame."""
        if self._context is None or smooth != self._smooth:
            self._context = _decoder(film, smooth)
            self._smooth = smooth
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
            packet = av.Packet(self._bytes(film, self._next))
            packet.pts = film.ranks[self._next]
            packet.dts = None
            self._next += 1
            frames = context.decode(packet)
        for frame in frames:
            if max(frame.width, frame.height) > MAX_SIDE:
                raise _Broken
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

    def _cached(self, film: Film, rank: int) -> av.VideoFrame | None:
        frame = self._cache.get((film.start_us, rank))
        if frame is not None:
            self.newest = frame, film.shown_us[rank]
        return frame

    def _keep(self, film: Film, rank: int, frame: av.VideoFrame) -> None:
        self._out = rank
        self.newest = frame, film.shown_us[rank]
        self._cache[film.start_us, rank] = frame
        self._cached_bytes += _size(frame)
        while self._cached_bytes > self.cache_bytes and len(self._cache) > _FEWEST:
            _, dropped = self._cache.popitem(last=False)
            self._cached_bytes -= _size(dropped)


def _decoder(film: Film, smooth: bool) -> av.VideoCodecContext:
    context = av.CodecContext.create(film.codec.value, "r")
    assert isinstance(context, av.VideoCodecContext)
    context.extradata = film.config
    context.thread_count = 1
    context.thread_type = "NONE"
    if not film.reorders:
        context.flags |= _LOW_DELAY
    if not smooth:
        context.options = {"skip_loop_filter": "all"}
    return context


def _in_hole(hole: Hole) -> Shown:
    if hole.damaged:
        state = TileState.DAMAGED
    elif hole.end_us is None and hole.start_us is not None:
        state = TileState.ENDED
    else:
        state = TileState.GAP
    since_us = None if hole.start_us is None else hole.start_us + 1
    return Shown(state, 0, None, None, since_us, hole.end_us)


def _size(frame: av.VideoFrame) -> int:
    return frame.width * frame.height * 3 // 2
