"""What a player lets be heard: one camera, in step with the clock that all its tiles follow.

The PC's sound device is open only while somebody wants to hear something.  Opening and closing it
goes on elsewhere, and whatever fails, the pictures play on: why nothing is heard is told instead.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from console.clock import Clock
from console.events import Hearing
from console.video.footage import Footage
from console.video.loop import Loop
from console.video.player_clock import PlayerClock
from console.video.projector import Projector
from console.video.reel_decoder import Note
from console.video.speaker import NoSpeaker, OpenSpeaker, Pull, Speaker
from console.workers import Workers
from db.records import CameraId, StreamRole
from db.structs import Frozen, replace

if TYPE_CHECKING:  # they bring numpy along, for those who hear something
    from console.video.earpiece import Earpiece
    from console.video.soundtrack import Reading, Soundtrack

log = logging.getLogger(__name__)

# By ``soundtrack.Found``, whose module is not loaded before somebody wants to hear something.
_HEARD = {"none": Hearing.NONE, "damaged": Hearing.DAMAGED}
SLOWEST, FASTEST = 0.5, 2.0  # between these it is heard, as a tape would be
LOUDEST = 400  # per cent
AHEAD_US = 1_500_000  # so much is decoded before it is due, once half of that is left …
_HELD_READY = 0.25  # … and of that so much while the picture stands, for the moment it goes on
LOST_S = 3.0  # a device that asks for nothing for so long is gone …
AGAIN_S = 30.0  # … and looked for again after so long


class Ears(Frozen):
    """What hearing needs of a job worker."""

    threads: Workers
    open: OpenSpeaker


class Listening:
    """The sound of one player.  Loop thread only.

    ``stirred`` is called when something came from elsewhere: then it wants to ``follow`` anew.
    """

    def __init__(
        self,
        ears: Ears,
        loop: Loop,
        clock: Clock,
        footage: Footage,
        projector: Projector,
        stirred: Callable[[], None],
    ) -> None:
        self._ears = ears
        self._loop = loop
        self._clock = clock
        self._footage = footage
        self._projector = projector
        self._stirred = stirred
        self._camera: CameraId | None = None
        self._gain = 1.0
        self._turn = 0  # counts what was wanted; what comes of an older wish is let go
        self._opened: _Opened | None = None
        self._trouble = Hearing.OPENING  # while nothing is open
        self._again_s = 0.0  # when a device is looked for again
        self._begun_us = self._read_us = 0  # between these everything is known
        self._reading = False
        self._heard = Hearing.OPENING  # what the footage there has
        self.hearing = Hearing.OFF

    def hear(self, camera: CameraId | None, loudness: int) -> None:
        """Let ``camera`` be heard from now on; None: nobody."""
        self._gain = max(0, min(LOUDEST, loudness)) / 100
        if camera == self._camera:
            return
        self._camera = camera
        self._turn += 1
        opened = self._opened
        if camera is None:
            self._let_go()
        elif opened is None:
            self._open()
        else:  # another camera through the same device
            opened.earpiece.forget()
            self._begin(replace(opened, soundtrack=_soundtrack(camera, self._footage)))

    def follow(self, clock: PlayerClock, role: StreamRole) -> bool:
        """The clock was set, or went on; True if ``hearing`` changed.

        ``role`` is the stream that the camera's tile shows.
        """
        if self._camera is not None:
            self._look(self._camera, clock, role)
        before, self.hearing = self.hearing, self._hearing_at(clock)
        return before is not self.hearing

    def close(self) -> None:
        """Let go of the device."""
        self.hear(None, 0)

    def _look(self, camera: CameraId, clock: PlayerClock, role: StreamRole) -> None:
        now_s = self._clock.monotonic_s()
        opened = self._opened
        if opened is None:
            if self._trouble is not Hearing.OPENING and now_s >= self._again_s:
                self._open()
            return
        audible = SLOWEST <= clock.rate <= FASTEST
        opened.earpiece.follow(clock.line if audible else None, self._gain)
        if now_s - opened.earpiece.pulled_s > LOST_S:
            log.warning("the sound device asks for nothing any more")
            self._fail(Hearing.DEVICE_LOST)
        elif audible or clock.rate == 0:
            self._read(opened, clock.at(now_s), clock.rate or _HELD_READY, role)

    def _hearing_at(self, clock: PlayerClock) -> Hearing:
        if self._camera is None:
            return Hearing.OFF
        if self._opened is None:
            return self._trouble
        if clock.rate == 0:
            return Hearing.PAUSED
        return self._heard if SLOWEST <= clock.rate <= FASTEST else Hearing.SPEED

    def _read(self, opened: _Opened, now_us: int, rate: float, role: StreamRole) -> None:
        """Have decoded what is due soon, unless it is."""
        if self._reading:
            return
        if not self._begun_us <= now_us <= self._read_us:  # the clock went elsewhere
            opened.earpiece.forget()
            self._begun_us = self._read_us = now_us
        if self._read_us - now_us >= AHEAD_US * rate / 2:
            return
        self._reading = True
        turn, from_us, until_us = self._turn, self._read_us, now_us + round(AHEAD_US * rate)

        def read(note: Note) -> None:
            readings = [opened.soundtrack.read(from_us, role, note)]
            while readings[-1].end_us < until_us:
                readings.append(opened.soundtrack.read(readings[-1].end_us, role, note))
            self._loop.post(lambda: self._have(turn, opened, readings))

        self._projector.do(read)

    def _have(self, turn: int, opened: _Opened, readings: list[Reading]) -> None:
        """More is known."""
        if turn != self._turn or opened is not self._opened:
            return
        self._reading = False
        self._read_us = readings[-1].end_us
        for reading in readings:
            opened.earpiece.put(reading.pieces)
        self._heard = _HEARD.get(readings[0].found, Hearing.HEARD)
        self._stirred()

    def _open(self) -> None:
        """Open the device, elsewhere."""
        camera, turn = self._camera, self._turn
        assert camera is not None
        self._trouble = Hearing.OPENING

        def opening() -> None:
            try:
                opened = _open(self._ears.open, camera, self._clock, self._footage)
            except NoSpeaker as problem:
                log.warning("no sound can be played: %s", problem)
                self._loop.post(lambda: self._refused(turn))
            else:
                self._loop.post(lambda: self._have_opened(turn, opened))

        self._ears.threads.submit(opening)

    def _have_opened(self, turn: int, opened: _Opened) -> None:
        if turn != self._turn:
            self._ears.threads.submit(opened.speaker.close)
            return
        self._begin(opened)
        self._stirred()

    def _begin(self, opened: _Opened) -> None:
        self._opened = opened
        self._begun_us = self._read_us = 0
        self._reading = False
        self._heard = Hearing.OPENING

    def _refused(self, turn: int) -> None:
        if turn == self._turn:
            self._fail(Hearing.NO_DEVICE)
            self._stirred()

    def _fail(self, why: Hearing) -> None:
        """There is no device now; it is looked for again later."""
        self._let_go()
        self._trouble = why
        self._again_s = self._clock.monotonic_s() + AGAIN_S

    def _let_go(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.earpiece.follow(None, 0.0)
            self._ears.threads.submit(opened.speaker.close)


class _Opened(Frozen):
    """An open device, and what comes to it."""

    speaker: Speaker
    earpiece: Earpiece
    soundtrack: Soundtrack


def _open(open_speaker: OpenSpeaker, camera: CameraId, clock: Clock, footage: Footage) -> _Opened:
    """Load what hearing takes, and open the device; raises NoSpeaker."""
    from console.video.earpiece import Earpiece

    soundtrack, earpiece = _soundtrack(camera, footage), Earpiece(clock)
    return _Opened(open_speaker(earpiece.pull), earpiece, soundtrack)


def _soundtrack(camera: CameraId, footage: Footage) -> Soundtrack:
    from console.video.soundtrack import Soundtrack

    return Soundtrack(camera, footage)


def open_sound_card(pull: Pull) -> Speaker:
    """The PC's own device; see ``OpenSpeaker``."""
    try:
        from console.video.sound_card import open_card
    except (ImportError, OSError) as error:
        raise NoSpeaker(str(error)) from error
    return open_card(pull)
