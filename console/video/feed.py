"""One camera in a worker: its streams, which of them is painted, and where it stands.

A change of stream overlaps: the new one is painted from its first picture on, and only then the
old one is let go.  If the wanted stream cannot be had, the other one is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from console.events import Reason, StreamFigures, StreamState
from console.video import wire
from console.video.live import Decoder, Target, TooLarge
from console.video.means import Means
from console.video.ports import CameraSource, StreamSource
from console.video.source import Source
from console.video.units import Ended, Opened, Unit
from db.records import CameraId, StreamRole

LATE_SHOWN_S = 5.0  # a loss keeps the word "late" this long
SKIP_LATE_S = 1.5  # further behind than this, only key frames are decoded …
SKIP_END_S = 0.5  # … until the stream has caught up to this
Note = Callable[[CameraId | None], None]
"""Writes down whose bytes are in the decoder, for whoever finds this process dead."""
_SAME_EVERYWHERE = (Reason.BAD_LOGIN, Reason.NO_ANSWER, Reason.CONNECTION_REFUSED)


class Strand:
    """One stream of the camera: its source and its decoder.  A reader of the source."""

    def __init__(self, feed: Feed, stream: StreamSource, camera: CameraSource) -> None:
        self._feed = feed
        self.stream = stream
        self.decoder: Decoder | None = None
        self.state = StreamState.CONNECTING
        self.reason = Reason.NONE
        self.detail = ""
        self._skipping = False
        self._lost_at_s = -LATE_SHOWN_S
        self._counted = 0
        self.failed = False
        self.source = Source(stream, camera, feed.means, self)

    def opened(self, opened: Opened) -> None:
        """A session began."""
        self.decoder = Decoder(opened)
        self._counted = 0

    def unit(self, unit: Unit, at_s: float, *, newest: bool) -> None:
        """An access unit came; ``newest`` if no other waits behind it."""
        decoder = self.decoder
        if decoder is None:
            return
        if unit.lost:
            self._lost_at_s = at_s
        if self._feed.mode is wire.Mode.HOLD:
            decoder.hold(unit, at_s)
            self.source.alive(at_s)
            if unit.key:
                self.stand(StreamState.PAUSED, Reason.NOT_SHOWN)
            return
        if self._feed.mode is wire.Mode.KEYS:
            self.source.alive(at_s)  # pictures are rare now; packets must do as a sign of life
        self._skipping = self.source.late_s > (SKIP_END_S if self._skipping else SKIP_LATE_S)
        keys_only = self._skipping or self._feed.mode is wire.Mode.KEYS
        self._feed.note(self._feed.camera.camera_id)
        try:
            pictured = decoder.decode(unit, at_s, keys_only=keys_only, smooth=self._feed.smooth)
        except TooLarge as problem:
            self.source.give_up(Ended(Reason.TOO_LARGE, str(problem)))
            return
        finally:
            self._feed.note(None)
        if pictured:
            self.source.alive(at_s)
            self._feed.pictured(self, paint=newest)
            late = at_s - self._lost_at_s < LATE_SHOWN_S or self._skipping
            self.stand(
                StreamState.LATE if late else StreamState.LIVE,
                Reason.PACKETS_LOST if late else Reason.NONE,
            )

    def stand(self, state: StreamState, reason: Reason, detail: str = "") -> None:
        """Where this stream stands now."""
        if state in (StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED):
            self.failed = True
            self.decoder = None
        elif state in (StreamState.LIVE, StreamState.LATE, StreamState.PAUSED):
            self.failed = False
        if (state, reason) != (self.state, self.reason):
            self.state, self.reason, self.detail = state, reason, detail
            self._feed.stood(self)

    def catch_up(self) -> bool:
        """Decode what was held; True if there is a picture now."""
        if self.decoder is None:
            return False
        self._feed.note(self._feed.camera.camera_id)
        try:
            return self.decoder.catch_up()
        except TooLarge as problem:
            self.source.give_up(Ended(Reason.TOO_LARGE, str(problem)))
            return False
        finally:
            self._feed.note(None)

    def figures(self, task: wire.Task, seconds: float) -> StreamFigures:
        """What happened since this was asked last."""
        decoder = self.decoder
        decoded = decoder.decoded if decoder is not None else 0
        width, height = (decoder.size if decoder is not None else None) or (0, 0)
        fps = max(0, decoded - self._counted) / seconds
        self._counted = decoded
        return StreamFigures(
            camera_id=task.camera.camera_id,
            role=self.stream.role,
            codec=decoder.codec.value if decoder is not None else "",
            width=width,
            height=height,
            decoded_fps=round(fps, 2),
            kbit_s=round(self.source.take_bytes() * 8 / 1000 / seconds, 1),
            packets_lost=self.source.packets_lost,
            load=task.load,
        )

    def close(self) -> None:
        """Let go of the stream."""
        self.source.close()


class Feed:
    """A camera that this worker watches.  Loop thread only."""

    def __init__(
        self, task: wire.Task, means: Means, tell: Callable[[wire.Told], None], note: Note
    ) -> None:
        self._task = task
        self.means = means
        self.note = note
        self._tell = tell
        self._strands: dict[StreamRole, Strand] = {}
        self._shown: Strand | None = None  # the one that is painted
        self._targets: dict[Hashable, Target] = {}
        self._told: wire.Told | None = None
        self._shown_pictures = self._painted_pictures = 0  # since they were asked for
        self._follow()

    @property
    def camera(self) -> CameraSource:
        """The camera."""
        return self._task.camera

    @property
    def mode(self) -> wire.Mode:
        """What is wanted of it."""
        return self._task.mode

    @property
    def smooth(self) -> bool:
        """Whether its pictures are smoothed while decoding."""
        return self._task.smooth

    def take_lateness_s(self) -> float:
        """How far what is shown fell behind since this was asked last, in seconds."""
        return self._shown.source.take_lateness_s() if self._shown is not None else 0.0

    def take_pictures(self) -> tuple[int, int]:
        """How many pictures were decoded for places since this was asked last, and painted."""
        taken = self._shown_pictures, self._painted_pictures
        self._shown_pictures = self._painted_pictures = 0
        return taken

    def assign(self, task: wire.Task) -> None:
        """Follow a changed task."""
        before, self._task = self._task, task
        if _addresses(before.camera) != _addresses(task.camera):
            self._close_strands()
        if task != before:
            self._follow()
        if before.mode is wire.Mode.HOLD and task.mode is not wire.Mode.HOLD:
            self._resume()

    def place(self, key: Hashable, target: Target | None) -> None:
        """Paint on ``target`` too, from the newest picture on; None takes the place away."""
        if target is None:
            self._targets.pop(key, None)
            return
        self._targets[key] = target
        if self._shown is not None and self._shown.decoder is not None:
            self._shown.decoder.paint([target])

    def places(self) -> list[Hashable]:
        """Where the camera is painted."""
        return list(self._targets)

    def pictured(self, strand: Strand, *, paint: bool) -> None:
        """A strand has a new picture."""
        if strand is not self._shown:
            if strand.stream.role is not self._role and self._live(self._shown):
                return
            self._shown = strand
            self._let_go_of_others(strand)
        if not self._targets:
            return
        self._shown_pictures += 1
        for target in self._targets.values():
            target.count()
        if paint and strand.decoder is not None:
            self._painted_pictures += 1
            strand.decoder.paint(self._targets.values())

    def stood(self, strand: Strand) -> None:
        """A strand's state changed: tell what the tile must say."""
        if strand.failed:
            self._fall_back(strand)
        wanted = self._strands.get(self._role)
        speaks = self._shown if self._live(self._shown) or wanted is None else wanted
        if speaks is not None:
            self._say(speaks.state, speaks.reason, speaks.detail)

    def figures(self, seconds: float) -> StreamFigures | None:
        """What the painted stream did since this was asked last; None when nothing is shown."""
        if self._shown is None or self.mode is wire.Mode.HOLD:
            return None
        return self._shown.figures(self._task, seconds)

    def close(self) -> None:
        """Let go of the camera."""
        self._close_strands()
        self._targets.clear()

    @property
    def _role(self) -> StreamRole:
        roles = {stream.role for stream in self.camera.streams}
        return self._task.role if self._task.role in roles or not roles else next(iter(roles))

    def _follow(self) -> None:
        """Open what is wanted; what is not is closed when the wanted one has a picture."""
        self._open(self._role)
        if self._shown is not None and self._shown.stream.role is self._role:
            self._let_go_of_others(self._shown)

    def _open(self, role: StreamRole) -> None:
        if role in self._strands:
            return
        stream = next((stream for stream in self.camera.streams if stream.role is role), None)
        if stream is None:
            self._say(StreamState.UNSUPPORTED, Reason.NOT_FOUND, "no address")
            return
        strand = Strand(self, stream, self.camera)
        self._strands[role] = strand
        if not self._live(self._shown):
            self._say(strand.state, strand.reason, "")
        strand.source.start()

    def _resume(self) -> None:
        """Somebody looks again: show the newest picture that can be had at once."""
        strand = self._strands.get(self._role)
        if strand is not None and strand.catch_up():
            self.pictured(strand, paint=True)
            strand.stand(StreamState.LIVE, Reason.NONE)
        elif strand is not None and strand.state is StreamState.PAUSED:
            strand.stand(StreamState.CONNECTING, Reason.NONE)

    def _fall_back(self, strand: Strand) -> None:
        """The wanted stream failed: try the other, unless it would fail alike."""
        if strand.stream.role is self._role and strand.reason not in _SAME_EVERYWHERE:
            for stream in self.camera.streams:
                self._open(stream.role)

    def _let_go_of_others(self, kept: Strand) -> None:
        if kept.stream.role is not self._role:
            return
        for role in [role for role, strand in self._strands.items() if strand is not kept]:
            self._strands.pop(role).close()

    def _close_strands(self) -> None:
        for strand in self._strands.values():
            strand.close()
        self._strands.clear()
        self._shown = None
        self._told = None

    def _say(self, state: StreamState, reason: Reason, detail: str) -> None:
        told = wire.Told(self.camera.camera_id, state, reason, detail)
        if told != self._told:
            self._told = told
            self._tell(told)

    @staticmethod
    def _live(strand: Strand | None) -> bool:
        return strand is not None and strand.state in (
            StreamState.LIVE,
            StreamState.LATE,
            StreamState.PAUSED,
        )


def _addresses(camera: CameraSource) -> object:
    """What, when it changes, makes open sessions useless; learnt sizes do not."""
    streams = tuple((s.role, s.scheme, s.host, s.port, s.path, s.transport) for s in camera.streams)
    return streams, camera.username, camera.password, camera.certificate_sha256
