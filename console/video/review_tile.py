"""One tile of a player: wants a picture, has it decoded on another thread, paints it.

The loop's thread says what is wanted and reads what is there.  One thread at a time decodes; it
takes the newest wish when it has finished, and drops a picture half-way when the order has changed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

import av

from console.clock import Clock
from console.events import Thinning, TileAt, TileState
from console.video.easel import Easel
from console.video.projector import Projector
from console.video.reel import Reel, Shown, Want
from console.video.reel_decoder import Note
from console.video.wire_footage import ReviewSpot
from db.records import StreamRole

log = logging.getLogger(__name__)

NOTHING = Shown(TileState.SEEKING, 0, None, None, None, None)
SCRUB_S = 0.15  # while one order follows the other, a picture is painted this often all the same
Post = Callable[[Callable[[], None]], None]


class ReviewTile:
    """Shows one camera at the instants that it is told.  Loop thread, but where it says so."""

    def __init__(
        self,
        spot: ReviewSpot,
        easel: Easel,
        reel: Reel,
        projector: Projector,
        clock: Clock,
        post: Post,
        told: Callable[[ReviewTile], None],
    ) -> None:
        """``told`` is called after ``post``, whenever a wish was met."""
        self.spot = spot
        self.thinning = Thinning.NONE
        self.shown = NOTHING
        self.want: Want | None = None
        self.met: Want | None = None  # the wish that ``shown`` answers
        self.asked_s = 0.0
        self._easel = easel
        self._painted_on: Easel | None = None
        self._painted: av.VideoFrame | None = None
        self._painted_s = 0.0
        self._reel = reel
        self._projector = projector
        self._clock = clock
        self._post = post
        self._told = told
        self._steps: Callable[[Reel], None] | None = None
        self._closed = False
        self.working = False

    def ask(self, want: Want) -> None:
        """Want another picture from now on."""
        self.want = want
        self.asked_s = self._clock.monotonic_s()
        self._start()

    def step(self, at_us: int, frames: int, answer: Callable[[int], None]) -> None:
        """Find the picture so many ``frames`` from ``at_us``; its instant goes to ``answer``."""
        prefer = self.shown.role or StreamRole.SUB

        def count(reel: Reel) -> None:
            found_us = reel.stepped(at_us, frames, prefer)
            self._post(lambda: answer(found_us))

        self._steps = count
        self._start()

    def moved(self, spot: ReviewSpot, easel: Easel) -> None:
        """It has another place now: paint there, at once what it shows."""
        self._easel.release()
        self.spot, self._easel = spot, easel
        self._start()

    def resize_cache(self, size: int) -> None:
        """Keep up to ``size`` bytes of decoded pictures."""
        self._reel.decoder.cache_bytes = size

    def seeking(self) -> bool:
        """Whether an order has not been followed yet."""
        if self.want is None:
            return False
        return self.met is None or self.met.order != self.want.order

    def at(self) -> TileAt:
        """Where it stands, as it is told."""
        state = TileState.SEEKING if self.seeking() else self.shown.state
        role = self.shown.role or (self.want.prefer if self.want else StreamRole.SUB)
        shown = self.shown
        return TileAt(self.spot.slot, state, shown.at_us, role, self.thinning, shown.sound)

    def close(self) -> None:
        """Let go of the place; a picture that is being decoded is dropped."""
        self._closed = True
        self._easel.release()
        if not self.working:
            self._let_go()

    def _start(self) -> None:
        if not self.working and not self._closed:
            self.working = True
            self._projector.do(self._work, patient=self.spot.at_us is not None)

    def _work(self, note: Note) -> None:
        """Count steps and meet the newest wish.  On a decoding thread."""
        self._reel.decoder.alone = self._projector.is_free
        counted, self._steps = self._steps, None
        if counted is not None:
            counted(self._reel)
        want, shown = self.want, None
        while want is not None and not self._closed and shown is None:
            order = want.order
            again = self.shown.state is TileState.UNREAD  # the same wish may be met by now
            if want != self.met or self._painted is None or again:
                shown = self._reel.show(want, lambda: self._overtaken(order), note)  # noqa: B023
            else:
                shown = self.shown  # only the place is new
            if shown is None:
                self._paint_in_passing()
                want = self.want
            elif shown.frame is not None:
                self._paint(shown.frame, shown.at_us)
        self._post(lambda: self._done(want, shown))

    def _done(self, want: Want | None, shown: Shown | None) -> None:
        self.working = False
        if self._closed:
            self._let_go()
            return
        if want is not None and shown is not None:
            self.met, self.shown = want, shown
        if self._steps is not None or self.want != want or not self._painted_here():
            self._start()
        self._told(self)

    def _let_go(self) -> None:
        """Free the decoder and every picture: whoever still knows the tile keeps none of them."""
        self._reel.decoder.rest()
        self._painted = None
        self.shown = NOTHING

    def _painted_here(self) -> bool:
        return self.shown.frame is None or self._painted_on is self._easel

    def _overtaken(self, order: int) -> bool:
        want = self.want
        return self._closed or (want is not None and want.order != order)

    def _paint_in_passing(self) -> None:
        """An order was given up: show how far it came, if nothing was shown for a while."""
        late = self._clock.monotonic_s() - self._painted_s > SCRUB_S
        if late and (newest := self._reel.decoder.newest) is not None:
            self._paint(*newest)

    def _paint(self, frame: av.VideoFrame, at_us: int) -> None:
        easel = self._easel
        if frame is self._painted and easel is self._painted_on:
            return
        try:
            easel.paint(frame, at_us)
        except (av.FFmpegError, ValueError, MemoryError) as error:
            log.warning("a picture of camera %d cannot be scaled: %s", self.spot.camera_id, error)
        self._painted, self._painted_on = frame, easel
        self._painted_s = self._clock.monotonic_s()
