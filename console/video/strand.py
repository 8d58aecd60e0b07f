"""One stream of one camera in a worker: its source, its decoder, its recorder.

One session serves both readers: what is shown is decoded, what is recorded is written as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from console.events import Reason, StreamFigures, StreamState
from console.video import wire
from console.video.live import Decoder, TooLarge
from console.video.looker import Looker
from console.video.means import Means
from console.video.ports import CameraSource, StreamSource
from console.video.recorder import Recorder
from console.video.session import Gone
from console.video.source import Source
from console.video.units import Ended, Heard, Opened, SenderReport, Unit
from console.video.wire_footage import Record
from db.records import CameraId

LATE_SHOWN_S = 5.0  # a loss keeps the word "late" this long
UNSEEN_LATE_S = 0.2  # further behind than this, what nobody sees is not looked at
SKIP_LATE_S = 1.5  # further behind than this, only key frames are decoded …
SKIP_END_S = 0.5  # … until the stream has caught up to this
Note = Callable[[CameraId | None], None]
"""Writes down whose bytes are in the decoder, for whoever finds this process dead."""


class Shows(Protocol):
    """The camera that a strand belongs to."""

    @property
    def smooth(self) -> bool:
        """Whether its pictures are smoothed while decoding."""
        ...

    def mode_of(self, strand: Strand) -> wire.Mode:
        """How much of it is to be decoded."""
        ...

    def pictured(self, strand: Strand, *, paint: bool) -> None:
        """It has a new picture."""
        ...

    def stood(self, strand: Strand) -> None:
        """Its state changed."""
        ...


class Strand:
    """A reader of its source, on the loop's thread.

    ``record`` None: it is not recorded.  ``sound`` is whether sound is asked for, too.
    """

    def __init__(
        self,
        feed: Shows,
        stream: StreamSource,
        camera: CameraSource,
        means: Means,
        note: Note,
        record: Record | None,
    ) -> None:
        self._feed = feed
        self._camera_id = camera.camera_id
        self._desk = means.desk
        self._note = note
        self.stream = stream
        self.decoder: Decoder | None = None
        self.recorder: Recorder | None = None
        self._looker: Looker | None = None
        self.state = StreamState.CONNECTING
        self.reason = Reason.NONE
        self.detail = ""
        self.failed = False
        self.sound = record is not None and record.audio
        self._opened: Opened | None = None
        self._skipping = False
        self._lost_at_s = -LATE_SHOWN_S
        self._counted = 0
        self.source = Source(stream, camera, means, self, sound=self.sound)
        self.record(record)

    def record(self, record: Record | None) -> None:
        """Write it down as ``record`` says from now on; None: no more."""
        if record is None:
            if self.recorder is not None:
                self.recorder.close()
            self.recorder = None
        elif self.recorder is not None:
            self.recorder.order(record)
        else:
            self.recorder = Recorder(self._camera_id, self.stream.stream_id, record, self._desk)
            if self._opened is not None:
                self.recorder.opened(self._opened)
        looks = record is not None and record.looks
        if not looks:
            self._looker = None
        elif self._looker is None:
            self._looker = Looker(self._desk.sight)
            if self._opened is not None:
                self._looker.opened(self._opened)
        self.source.patient = self.recorder is not None

    def opened(self, opened: Opened) -> None:
        """A session began."""
        self._opened = opened
        self.decoder = Decoder(opened)
        self._counted = 0
        if self.recorder is not None:
            self.recorder.opened(opened)
        if self._looker is not None:
            self._looker.opened(opened)

    def heard(self, heard: Heard, at_s: float) -> None:
        """A piece of sound came."""
        if self.recorder is not None:
            self.recorder.hear(heard.data, heard.rtp_time, at_s)

    def reported(self, report: SenderReport, at_s: float) -> None:
        """The camera told its clock."""
        if self.recorder is not None:
            self.recorder.report(report, at_s)

    def unit(self, unit: Unit, at_s: float, *, newest: bool) -> None:
        """An access unit came; ``newest`` if no other waits behind it."""
        decoder = self.decoder
        if decoder is None:
            return
        if self.recorder is not None:
            self.recorder.unit(unit, at_s)
            if self.recorder.starved(at_s):
                self.source.give_up(Ended(Reason.NO_KEY_FRAME, "no key frame for too long"))
                return
        if unit.lost:
            self._lost_at_s = at_s
        mode = self._feed.mode_of(self)
        if mode is wire.Mode.HOLD:
            decoder.hold(unit, at_s)
            self.source.alive(at_s)
            if unit.key:
                if self.source.late_s < UNSEEN_LATE_S:  # the wall comes first
                    self._look(unit, None)
                self.stand(StreamState.PAUSED, Reason.NOT_SHOWN)
            return
        if mode is wire.Mode.KEYS:
            self.source.alive(at_s)  # pictures are rare now; packets must do as a sign of life
        self._skipping = self.source.late_s > (SKIP_END_S if self._skipping else SKIP_LATE_S)
        keys_only = self._skipping or mode is wire.Mode.KEYS
        self._note(self._camera_id)
        try:
            pictured = decoder.decode(unit, at_s, keys_only=keys_only, smooth=self._feed.smooth)
        except TooLarge as problem:
            self.source.give_up(Ended(Reason.TOO_LARGE, str(problem)))
            return
        finally:
            self._note(None)
        if pictured:
            if unit.key:
                self._look(unit, decoder)
            self.source.alive(at_s)
            # Of a key picture alone what waits behind it makes no newer one.
            self._feed.pictured(self, paint=newest or keys_only)
            late = at_s - self._lost_at_s < LATE_SHOWN_S or self._skipping
            self.stand(
                StreamState.LATE if late else StreamState.LIVE,
                Reason.PACKETS_LOST if late else Reason.NONE,
            )

    def _look(self, unit: Unit, decoder: Decoder | None) -> None:
        """Note what changed up to a key frame, of a stream that is recorded."""
        if self.recorder is None or self._looker is None or not self.recorder.is_look_due:
            return
        self._note(self._camera_id)
        look = self._looker.look(unit, decoder)
        self._note(None)
        self.recorder.look(look)

    def stand(self, state: StreamState, reason: Reason, detail: str = "") -> None:
        """Where this stream stands now."""
        if self.recorder is not None:
            self.recorder.stand(state, reason)
        if state in (StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED):
            self.failed = True
            self.decoder = None
            self._opened = None
        elif state in (StreamState.LIVE, StreamState.LATE, StreamState.PAUSED):
            self.failed = False
        if (state, reason) != (self.state, self.reason):
            self.state, self.reason, self.detail = state, reason, detail
            self._feed.stood(self)

    def forget(self) -> None:
        """Begin with the next key frame."""
        if self.decoder is not None:
            self.decoder.forget()

    def catch_up(self) -> bool:
        """Decode what was held; True if there is a picture now."""
        if self.decoder is None:
            return False
        self._note(self._camera_id)
        try:
            return self.decoder.catch_up()
        except TooLarge as problem:
            self.source.give_up(Ended(Reason.TOO_LARGE, str(problem)))
            return False
        finally:
            self._note(None)

    def figures(self, task: wire.Task, seconds: float) -> StreamFigures:
        """What happened since this was asked last."""
        decoder = self.decoder
        decoded = decoder.decoded if decoder is not None else 0
        width, height = (decoder.size if decoder is not None else None) or (0, 0)
        fps = max(0, decoded - self._counted) / seconds
        self._counted = decoded
        taken, since_s = self.source.take_bytes()
        return StreamFigures(
            camera_id=self._camera_id,
            role=self.stream.role,
            codec=decoder.codec.value if decoder is not None else "",
            width=width,
            height=height,
            decoded_fps=round(fps, 2),
            kbit_s=round(taken * 8 / 1000 / max(seconds, since_s), 1),
            packets_lost=self.source.packets_lost,
            load=task.load,
            line_bytes=taken,
        )

    def close(self, gone: Gone | None = None) -> None:
        """Let go of the stream; ``gone`` is called when the camera has let go of it, too.

        And of its decoder at once: strand and source know each other, so what they hold would stay
        until somebody looks for garbage, which a worker hardly ever does.
        """
        self.record(None)
        self.source.close(gone)
        self.decoder = self._opened = None
