"""One camera's footage under the head of a player: the picture at an instant, decoded.

Files, gaps, changes of codec and size, damage are all met here, and told as the state of a tile.
"""

from __future__ import annotations

from collections.abc import Callable

import av

from console.errors import StoreProblem
from console.events import TileState
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Hole
from console.video.reel_decoder import MAX_SIDE, Broken, Note, Overtaken, ReelDecoder
from db.records import CameraId, StreamRole
from db.structs import Frozen

POLL_US = 500_000  # where nothing is known to come: ask again so much later


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


class Reel:
    """Decodes for one tile.  One thread at a time."""

    def __init__(self, camera: CameraId, footage: Footage, cache_bytes: int) -> None:
        """``cache_bytes``: so much of decoded pictures is kept."""
        self.camera = camera
        self.decoder = ReelDecoder(cache_bytes)
        self._footage = footage
        self._film: Film | None = None

    def show(self, want: Want, overtaken: Callable[[], bool], note: Note) -> Shown | None:
        """What there is at ``want.at_us``; None if it was overtaken meanwhile."""
        try:
            return self._shown(want, overtaken, note)
        except StoreProblem:  # the player asks again
            return Shown(TileState.UNREAD, 0, None, None, None, None)

    def stepped(self, at_us: int, frames: int, prefer: StreamRole) -> int:
        """The instant of the picture ``frames`` further than the one at ``at_us``, or before."""
        try:
            return self._stepped(at_us, frames, prefer)
        except StoreProblem:
            return at_us

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
            frame = self.decoder.picture(found, rank, smooth, overtaken, note)
        except Overtaken:
            return None
        except (Broken, FilmUnreadable):
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
        if film is not None and film.grows and film.start_us <= want.at_us:
            self._read_on(film)
            if film.role is want.prefer and want.at_us < film.end_us:
                return film
        found = self._footage.film_at(self.camera, want.at_us, want.prefer)
        if isinstance(found, Film) and self._is_other(found):
            self._film = found
            self.decoder.turn_to_another()
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
            self.decoder.rest()  # the new pictures may stand between known ones

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


def _in_hole(hole: Hole) -> Shown:
    if hole.damaged:
        state = TileState.DAMAGED
    elif hole.end_us is None and hole.start_us is not None:
        state = TileState.ENDED
    else:
        state = TileState.GAP
    since_us = None if hole.start_us is None else hole.start_us + 1
    return Shown(state, 0, None, None, since_us, hole.end_us)
