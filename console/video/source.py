"""One stream of one camera, for whoever reads it: connected, watched, and reconnected for ever.

A source has at most one session at a time.  Its watchdog looks at the age of the last sign of
life that the reader saw (a decoded picture), not at the socket: a camera that sends packets
and no picture is stalled all the same.  Where it is recorded, its session stays nevertheless, as
long as what comes are pictures of its codec, and its recorder does not give it up.
"""

from __future__ import annotations

import logging
from typing import Protocol

from console.events import Reason, StreamState
from console.video.libav_session import LibavSession
from console.video.loop import Timer
from console.video.means import Means
from console.video.ports import CameraSource, StreamSource
from console.video.retry import Retry
from console.video.session import Gone, TcpSession
from console.video.units import CLOCK_HZ, Ended, Event, Heard, Opened, SenderReport, Unit
from db.records import Transport

log = logging.getLogger(__name__)

STALLED_S = 3.0
GIVEN_UP_S = 8.0  # a session without a picture for this long is ended
FIRST_PICTURE_S = 15.0  # … but the first may wait for a long GOP
_WATCH_S = 0.5
_CREEP = 0.001  # seconds a second by which a camera's clock may run away from ours
_JUMP_S = 20.0  # a larger step of the RTP clock is a new beginning

_STATES = {
    Reason.BAD_LOGIN: StreamState.REFUSED,
    Reason.CODEC: StreamState.UNSUPPORTED,
    Reason.NO_KEY_FRAME: StreamState.UNSUPPORTED,
    Reason.TOO_LARGE: StreamState.UNSUPPORTED,
    Reason.REDIRECTED: StreamState.UNSUPPORTED,
    Reason.CERTIFICATE: StreamState.REFUSED,
}


class Reader(Protocol):
    """Who wants a stream."""

    def opened(self, opened: Opened) -> None:
        """A session began."""
        ...

    def unit(self, unit: Unit, at_s: float, *, newest: bool) -> None:
        """An access unit came at ``at_s``; ``newest`` if no other waits behind it."""
        ...

    def heard(self, heard: Heard, at_s: float) -> None:
        """A piece of sound came at ``at_s``."""
        ...

    def reported(self, report: SenderReport, at_s: float) -> None:
        """The camera told its clock."""
        ...

    def stand(self, state: StreamState, reason: Reason, detail: str = "") -> None:
        """Where the stream stands now."""
        ...


class Session(Protocol):
    """A connection that is playing, whatever library carries it."""

    connected: bool
    bytes_read: int

    @property
    def packets(self) -> int:
        """Of the picture, whatever is in them: another number says that there were more."""
        ...

    def start(self) -> None:
        """Begin."""
        ...

    def close(self, gone: Gone | None = None) -> None:
        """Let go; nothing more is heard.  ``gone`` is called when the camera has let go, too."""
        ...


class Source:
    """Keeps one stream coming until it is closed.  Loop thread only."""

    def __init__(
        self,
        stream: StreamSource,
        camera: CameraSource,
        means: Means,
        reader: Reader,
        *,
        sound: bool = False,
    ) -> None:
        self._sound = sound
        self._stream = stream
        self._camera = camera
        self._means = means
        self._loop = means.loop
        self._limit = means.limit
        self._reader = reader
        self._retry = Retry()
        self._session: Session | None = None
        self._parting: Session | None = None  # the last one, while the camera lets go of it
        self._waits = False  # a try is due as soon as that one is gone
        self._by_libav = stream.transport is Transport.UDP
        self._timer: Timer | None = None
        self._watch: Timer | None = None
        self._closed = False
        self._knocking = False
        self._sign_s = 0.0  # when the reader last saw a sign of life
        self._pictured = False  # a sign of life came in this session
        self._best_s: float | None = None  # smallest arrival minus RTP time, creeping
        self._arrived_s = 0.0
        self._packets = 0  # as the session counted when the watch looked last …
        self._packet_s = 0.0  # … and when it saw that there were more
        self._bytes_before = 0
        self._taken_s = self._loop.now_s()
        self.late_s = 0.0  # of the newest unit
        self._latest_s = 0.0  # the worst of late_s since it was asked for
        self.packets_lost = 0
        self.patient = False  # a session stays as long as packets come, without pictures, too

    def start(self) -> None:
        """Try for the first time, as soon as the limit allows; once started, nothing."""
        if self._watch is not None:
            return
        self._watch = self._loop.later(_WATCH_S, self._on_watch)
        self._try()

    def close(self, gone: Gone | None = None) -> None:
        """Let go of the camera.

        ``gone`` is called when the camera has let go as well.  Called again without it, nobody
        waits for that any more.
        """
        self._closed = True
        for timer in (self._timer, self._watch):
            if timer is not None:
                timer.cancel()
        self._knocked()
        if self._session is not None:
            self._parting, self._session = self._session, None
        if self._parting is not None:
            self._parting.close(gone)
        elif gone is not None:
            gone()

    def alive(self, at_s: float) -> None:
        """The reader saw a sign of life at ``at_s``."""
        self._sign_s = at_s
        if not self._pictured:
            self._pictured = True
            self._retry.succeeded(self._loop.now_s())

    def give_up(self, ended: Ended) -> None:
        """The reader cannot use this session."""
        self._drop()
        self._failed(ended)

    def take_bytes(self) -> tuple[int, float]:
        """Bytes that came in this session since this was asked last, and how long that is, in s.

        It is long for a stream that nobody looked at meanwhile.
        """
        total = self._session.bytes_read if self._session is not None else 0
        taken = max(0, total - self._bytes_before)
        before_s, self._taken_s = self._taken_s, self._loop.now_s()
        self._bytes_before = total
        return taken, self._taken_s - before_s

    def take_lateness_s(self) -> float:
        """The worst lateness of a unit since this was asked last, in seconds.

        A reader that falls behind takes much at once: the last of it may be fresh, the first
        tells how long it lay.
        """
        taken, self._latest_s = self._latest_s, 0.0
        return taken

    def _try(self) -> None:
        if self._closed:
            return
        if self._parting is not None:
            self._waits = True
            return
        wait_s = self._limit.take(self._loop.now_s())
        if wait_s > 0:
            self._timer = self._loop.later(wait_s, self._try)
            return
        self._sign_s = self._loop.now_s()
        self._pictured = False
        self._best_s = None
        self._packets = 0
        self._bytes_before = 0
        self._taken_s = self._sign_s
        self.late_s = 0.0
        self.packets_lost = 0
        self._knocking = True
        self._session = self._make_session()
        self._session.start()

    def _make_session(self) -> Session:
        kind = LibavSession if self._by_libav else TcpSession
        return kind(self._stream, self._camera, self._means, self._hear, sound=self._sound)

    def _hear(self, events: list[Event]) -> None:
        now_s = self._loop.now_s()
        units_left = sum(isinstance(event, Unit) for event in events)
        session = self._session
        for event in events:
            if self._closed or self._session is not session:
                return  # the reader let go in the middle of what one read brought
            match event:
                case Unit():
                    units_left -= 1
                    self._arrived(event, now_s)
                    self._reader.unit(event, now_s, newest=units_left == 0)
                case Opened():
                    self._knocked()
                    self._reader.opened(event)
                case Ended():
                    self._session = None
                    self._failed(event)
                case SenderReport():
                    self._reader.reported(event, now_s)
                case Heard():
                    self._reader.heard(event, now_s)

    def _arrived(self, unit: Unit, now_s: float) -> None:
        self.packets_lost += unit.lost
        offset_s = now_s - unit.rtp_time / CLOCK_HZ
        if self._best_s is None or abs(offset_s - self._best_s) > _JUMP_S:
            self._best_s = offset_s
        else:
            creep_s = _CREEP * (now_s - self._arrived_s)
            self._best_s = min(offset_s, self._best_s + creep_s)
        self._arrived_s = now_s
        self.late_s = offset_s - self._best_s
        self._latest_s = max(self._latest_s, self.late_s)

    def _failed(self, ended: Ended) -> None:
        now_s = self._loop.now_s()
        self._knocked()
        wait_s = self._retry.failed(ended.reason, now_s)
        if ended.reason is Reason.BAD_ANSWER and self._stream.scheme == "rtsp":
            # What our own reader does not understand, libavformat may.
            self._by_libav = not self._by_libav
        log.info(
            "camera %s, %s stream: %s (%s); trying again in %.1f s",
            self._camera.camera_id,
            self._stream.role,
            ended.reason,
            ended.detail,
            wait_s,
        )
        state = _STATES.get(ended.reason, StreamState.OFFLINE)
        self._timer = self._loop.later(wait_s, self._try)
        self._reader.stand(state, ended.reason, ended.detail)

    def _on_watch(self) -> None:
        self._watch = self._loop.later(_WATCH_S, self._on_watch)
        if self._session is None or not self._session.connected:
            return
        now_s = self._loop.now_s()
        if self._session.packets != self._packets:
            self._packets, self._packet_s = self._session.packets, now_s
        silent_s = now_s - self._sign_s
        gone_s = now_s - max(self._sign_s, self._arrived_s) if self.patient else silent_s
        if gone_s > (GIVEN_UP_S if self._pictured else FIRST_PICTURE_S):
            self._drop()
            sends = self.patient and now_s - self._packet_s < STALLED_S
            reason = Reason.NO_KEY_FRAME if sends else Reason.SILENT
            self._failed(Ended(reason, f"no picture for {gone_s:.0f} s"))
        elif silent_s > STALLED_S and self._pictured:
            self._reader.stand(StreamState.STALLED, Reason.SILENT)

    def _knocked(self) -> None:
        """The connect that the limit let through is over."""
        if self._knocking:
            self._knocking = False
            self._limit.done()

    def _drop(self) -> None:
        self._knocked()
        if self._session is not None:
            self._parting, self._session = self._session, None
            self._parting.close(self._on_gone)

    def _on_gone(self) -> None:
        self._parting = None
        if self._waits:
            self._waits = False
            self._try()
