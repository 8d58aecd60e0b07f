"""A player: up to sixteen cameras on one clock, each at its picture of the moment.

Everything that a player does is the same question to each tile: which picture belongs to this
instant?  An order (go, step) asks it anew and holds the clock until all tiles have answered, so
cameras start together; while the clock runs a tile is asked when its next picture is due.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from console.clock import Clock
from console.events import Thinning, TileState
from console.platform.blocks import Block
from console.video.easel import Easel
from console.video.footage import Footage
from console.video.governor import ASSUMED_WIDTH, HYSTERESIS
from console.video.listening import Ears, Listening
from console.video.loop import Loop, Timer
from console.video.player_clock import PlayerClock
from console.video.projector import Projector
from console.video.reel import POLL_US, Reel, Want
from console.video.review_tile import ReviewTile
from console.video.wire_footage import ReviewAt, ReviewShow, ReviewSpot
from db.records import CameraId, StreamRole
from db.structs import Frozen

log = logging.getLogger(__name__)

FASTEST = 16.0
FULL_RATE = 2.0  # up to here every picture is shown
CACHE_BYTES = 96 << 20  # of decoded pictures, over all tiles of a player
WAIT_S = 2.0  # no longer does a clock wait for a tile that seeks
LATE_US = 500_000  # a picture that took this long: the PC does not keep up …
LATE_S = 10.0  # … and gets key frames only for so long
TELL_S = 0.2
_SHORTEST_S, _LONGEST_S = 0.004, 0.1  # from one look at the clock to the next
_HOLES = (TileState.GAP, TileState.DAMAGED, TileState.ENDED)


class Studio(Frozen, gc=True):
    """What all players of a job worker share."""

    loop: Loop
    clock: Clock
    footage: Footage
    projector: Projector
    send: Callable[[ReviewAt], None]
    ears: Ears


class Player:
    """Loop thread only."""

    def __init__(self, message: ReviewShow, studio: Studio) -> None:
        """Stand at ``message.at_us``; ``show`` is called next."""
        self.number = message.player
        self._studio = studio
        self._clock = PlayerClock(message.at_us)
        self._block: Block | None = None
        self._tiles: list[ReviewTile] = []
        self._late_until_s: dict[int, float] = {}  # by slot
        self._seek = message.seek  # orders that were followed
        self._order = 0
        self._steps: list[int] = []  # that wait until the one before is counted
        self._skip_gaps = True
        self._eased = False
        self._timer: Timer | None = None
        self._told_s = 0.0
        self._changed = False
        self._states: list[TileState] = []  # as they were told last
        self._heard: CameraId | None = None
        self._listening = Listening(
            studio.ears, studio.loop, studio.clock, studio.footage, studio.projector, self._look
        )

    @property
    def shows(self) -> bool:
        """Whether there is a tile."""
        return bool(self._tiles)

    def show(self, message: ReviewShow, block: Block) -> None:
        """Paint exactly these from now on; what is shown already stays decoded."""
        before, self._tiles = self._tiles, []
        for spot in sorted(message.spots, key=lambda spot: spot.slot):
            try:
                easel = Easel(block, spot)
            except ValueError as error:
                log.warning("a place of player %d is refused: %s", self.number, error)
                continue
            same = next((t for t in before if _subject(t.spot) == _subject(spot)), None)
            if same is not None:
                before.remove(same)
                same.moved(spot, easel)
                self._tiles.append(same)
            else:
                self._tiles.append(self._new(spot, easel))
        for gone in before:
            gone.close()
        if self._block is not None:
            self._block.close()
        self._block = block
        followers = self._followers()
        for tile in followers:
            tile.resize_cache(CACHE_BYTES // len(followers))
        self._ask_all()

    def go(self, at_us: int | None, rate: float, *, skip_gaps: bool) -> None:
        """See ``ReviewGo``."""
        self._steps.clear()
        self._seek += 1
        self._skip_gaps = skip_gaps
        here_us = self._clock.at(self._now_s())
        self._jump(here_us if at_us is None else at_us, max(-FASTEST, min(FASTEST, rate)))

    def step(self, frames: int) -> None:
        """See ``ReviewStep``."""
        followers = self._followers()
        if not followers:
            self._seek += 1
            self._tell()
            return
        now_s = self._now_s()
        self._clock.go(self._clock.at(now_s), 0.0, now_s, held=False)
        self._look()
        self._steps.append(frames)
        if len(self._steps) == 1:
            self._count_step()

    def hear(self, camera: CameraId | None, loudness: int) -> None:
        """See ``ReviewSound``."""
        self._heard = camera
        self._listening.hear(camera, loudness)
        self._look()

    def ease(self, busy: bool) -> None:
        """The wall's workers are late (or not any more): it comes first."""
        self._eased = busy
        self._look()

    def close(self) -> None:
        """Let go of everything."""
        if self._timer is not None:
            self._timer.cancel()
        self._steps.clear()
        self._listening.close()
        for tile in self._tiles:
            tile.close()
        self._tiles = []
        if self._block is not None:
            self._block.close()
            self._block = None

    def _new(self, spot: ReviewSpot, easel: Easel) -> ReviewTile:
        studio = self._studio
        reel = Reel(spot.camera_id, studio.footage, 0)
        return ReviewTile(
            spot, easel, reel, studio.projector, studio.clock, studio.loop.post, self._answered
        )

    def _count_step(self) -> None:
        tile, frames, order = self._followers()[0], self._steps[0], self._order

        def counted(at_us: int) -> None:
            if order != self._order or not self._steps:
                return  # another order came meanwhile
            del self._steps[0]
            self._seek += 1
            self._jump(at_us, 0.0)
            if self._steps and self._followers():
                self._count_step()

        tile.step(self._clock.at(self._now_s()), frames, counted)

    def _jump(self, at_us: int, rate: float) -> None:
        """Have all tiles at ``at_us``, and go on from there."""
        self._order += 1
        self._clock.go(at_us, rate, self._now_s(), held=rate != 0)
        self._ask_all()

    def _ask_all(self) -> None:
        now_us = self._clock.at(self._now_s())
        for tile in self._tiles:
            want = self._want(tile, now_us)
            if want != tile.want:
                tile.ask(want)
        self._look()
        self._tell()

    def _want(self, tile: ReviewTile, now_us: int) -> Want:
        spot, rate = tile.spot, self._clock.rate
        width = spot.width * 10_000 // max(1, spot.zoom[2])
        if spot.at_us is not None:
            return Want(spot.at_us, 0, prefer=_role(width), width=width)
        tile.thinning = self._thinning(tile, rate)
        small = tile.thinning in (Thinning.FAST, Thinning.BACKWARDS)
        return Want(
            now_us,
            self._order,
            keys_only=tile.thinning is not Thinning.NONE,
            prefer=StreamRole.SUB if small else _role(width),
            width=width,
        )

    def _thinning(self, tile: ReviewTile, rate: float) -> Thinning:
        if rate < 0:
            return Thinning.BACKWARDS
        if rate > FULL_RATE:
            return Thinning.FAST
        late = self._late_until_s.get(tile.spot.slot, 0.0) > self._now_s()
        eased = self._eased and tile is not self._followers()[0]
        return Thinning.BUSY_PC if rate and (late or eased) else Thinning.NONE

    def _look(self) -> None:
        """Ask for the pictures and the sound that are due, and look again when the next are."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._clock.rate:
            self._look_on()
        self._ask_again()
        tile = next((t for t in self._followers() if t.spot.camera_id == self._heard), None)
        role = StreamRole.SUB if tile is None or tile.shown.role is None else tile.shown.role
        if self._listening.follow(self._clock, role):
            self._tell()

    def _look_on(self) -> None:
        now_s = self._now_s()
        if self._clock.held_since_s is not None:
            self._release(now_s)
        now_us = self._clock.at(now_s)
        for tile in self._followers():
            if not tile.working and self._is_due(tile, now_us):
                tile.ask(self._want(tile, now_us))
        self._leap()
        if now_s - self._told_s >= TELL_S:
            self._tell()
        if self._clock.rate:
            self._timer = self._studio.loop.later(self._pause_s(now_us), self._look)

    def _ask_again(self) -> None:
        """Where the index could not be read: also of what stands still, nobody else asks again."""
        now_s = self._now_s()
        unread = [tile for tile in self._tiles if tile.shown.state is TileState.UNREAD]
        for tile in unread:
            if not tile.working and now_s - tile.asked_s >= POLL_US / 1_000_000:
                tile.ask(self._want(tile, self._clock.at(now_s)))
        if unread and self._timer is None:
            self._timer = self._studio.loop.later(_LONGEST_S, self._look)

    def _release(self, now_s: float) -> None:
        """Let the clock run when every tile is there, and something lies ahead."""
        followers = self._followers()
        held_s = now_s - (self._clock.held_since_s or 0.0)
        if any(tile.seeking() for tile in followers) and held_s < WAIT_S:
            return
        if followers and self._clock.rate > 0 and _all_ended(followers):
            return
        self._clock.release(now_s)
        self._changed = True

    def _is_due(self, tile: ReviewTile, now_us: int) -> bool:
        if tile.met is None or tile.seeking():
            return True
        wanted = self._want(tile, now_us)
        if (wanted.keys_only, wanted.prefer) != (tile.met.keys_only, tile.met.prefer):
            return True
        if self._clock.rate < 0:
            return tile.shown.since_us is not None and now_us < tile.shown.since_us
        if tile.shown.next_us is None:  # nothing is known to come: ask again now and then
            return self._now_s() - tile.asked_s >= POLL_US / 1_000_000
        return now_us >= tile.shown.next_us

    def _leap(self) -> None:
        """Where no camera has footage: to the next, or wait for more to be recorded."""
        followers, rate = self._followers(), self._clock.rate
        if not followers or any(
            tile.seeking() or tile.working or tile.shown.state not in _HOLES for tile in followers
        ):
            return
        if rate > 0 and _all_ended(followers):
            self._clock.hold(self._now_s())
            return
        if not self._skip_gaps:
            return
        if rate > 0:
            ahead = [t.shown.next_us for t in followers if t.shown.next_us is not None]
            if ahead:
                self._jump_on(min(ahead))
        else:
            behind = [t.shown.since_us - 1 for t in followers if t.shown.since_us is not None]
            if behind:
                self._jump_on(max(behind))
            else:
                self._jump(self._clock.at(self._now_s()), 0.0)  # nothing is older

    def _jump_on(self, at_us: int) -> None:
        if at_us != self._clock.at(self._now_s()):
            self._jump(at_us, self._clock.rate)

    def _answered(self, tile: ReviewTile) -> None:
        """A tile met a wish."""
        self._changed = True
        if tile not in self._tiles:
            return
        now_s = self._now_s()
        if (
            tile.met is not None
            and tile.spot.at_us is None
            and self._clock.held_since_s is None
            and 0 < self._clock.rate <= FULL_RATE
            and not tile.seeking()
            and not tile.met.keys_only
            and self._clock.at(now_s) - tile.met.at_us > LATE_US * self._clock.rate
        ):
            self._late_until_s[tile.spot.slot] = now_s + LATE_S
        self._look()
        if not any(tile.seeking() for tile in self._tiles) or now_s - self._told_s >= TELL_S:
            self._tell_changes()

    def _pause_s(self, now_us: int) -> float:
        rate = self._clock.rate
        due_us = [
            (tile.shown.next_us - now_us) / rate
            for tile in self._followers()
            if rate > 0 and tile.shown.next_us is not None and not tile.working
        ]
        pause_s = min(due_us, default=_LONGEST_S * 1_000_000) / 1_000_000
        return max(_SHORTEST_S, min(_LONGEST_S, pause_s))

    def _tell_changes(self) -> None:
        standing = self._clock.rate == 0 or self._clock.held_since_s is not None
        if (self._changed and standing) or self._states != self._states_now():
            self._tell()

    def _tell(self) -> None:
        now_s = self._now_s()
        self._told_s, self._changed, self._states = now_s, False, self._states_now()
        self._studio.send(
            ReviewAt(
                self.number,
                self._clock.at(now_s),
                self._clock.rate,
                self._seek,
                tuple(tile.at() for tile in self._tiles),
                self._listening.hearing,
            )
        )

    def _states_now(self) -> list[TileState]:
        return [tile.at().state for tile in self._tiles]

    def _followers(self) -> list[ReviewTile]:
        return [tile for tile in self._tiles if tile.spot.at_us is None]

    def _now_s(self) -> float:
        return self._studio.clock.monotonic_s()


def _subject(spot: ReviewSpot) -> tuple[int, int | None]:
    return spot.camera_id, spot.at_us


def _role(width: int) -> StreamRole:
    """The stream that a tile of so many pixels shows, where there is a choice."""
    limit = ASSUMED_WIDTH[StreamRole.SUB] * HYSTERESIS
    return StreamRole.MAIN if width > limit else StreamRole.SUB


def _all_ended(tiles: list[ReviewTile]) -> bool:
    """Whether nothing is known to come, of any camera."""
    return all(
        tile.shown.state in _HOLES and tile.shown.next_us is None and not tile.seeking()
        for tile in tiles
    )
