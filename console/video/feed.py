"""One camera in a worker: its streams, which of them is painted, and where it stands.

A change of stream overlaps: the new one is painted from its first picture on, and only then the
old one is let go.  If the wanted stream cannot be had, the other one is shown.  A stream that is
recorded stays open whatever is shown, and is decoded only if it is shown, too.  A camera whose line
bears one session has none of that: one stream is let go, and only when the camera has let go of it
as well another is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from console.events import Reason, StreamFigures, StreamState
from console.video import wire
from console.video.live import Target
from console.video.means import Means
from console.video.ports import CameraSource
from console.video.strand import Note, Strand
from console.video.wire_footage import Record
from db.records import StreamRole

_SAME_EVERYWHERE = (Reason.BAD_LOGIN, Reason.NO_ANSWER, Reason.CONNECTION_REFUSED)


class Feed:
    """A camera that this worker watches.  Loop thread only."""

    def __init__(
        self, task: wire.Task, means: Means, tell: Callable[[wire.Told], None], note: Note
    ) -> None:
        self._task = task
        self._means = means
        self._note = note
        self._tell = tell
        self._strands: dict[StreamRole, Strand] = {}
        self._leaving: list[Strand] = []  # of a line that bears one session: let go, not yet gone
        self._shown: Strand | None = None  # the one that is painted
        self._targets: dict[Hashable, Target] = {}
        self._told: wire.Told | None = None
        self._shown_pictures = self._painted_pictures = 0  # since they were asked for
        self._record()
        self._follow()

    @property
    def camera(self) -> CameraSource:
        """The camera."""
        return self._task.camera

    def mode_of(self, strand: Strand) -> wire.Mode:
        """How much of a stream is to be decoded: nothing where it is only recorded."""
        wanted = self._strands.get(self._role)
        if strand is wanted or strand is self._shown or wanted is None or wanted.failed:
            return self._task.mode
        return wire.Mode.HOLD

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

    def assign(self, task: wire.Task, *, catch_up: bool = True) -> bool:
        """Follow a changed task; whether somebody looks who did not before.

        ``catch_up``: what was kept since the last key frame is decoded at once, so that there is
        a picture; else there is one with the next key frame.
        """
        before, self._task = self._task, task
        if _addresses(before.camera) != _addresses(task.camera):
            self._close_strands()
        if task.alone:
            self._let_go_of_all_but(self._role)
        if task != before:
            self._record()
            self._follow()
        resumed = before.mode is wire.Mode.HOLD and task.mode is not wire.Mode.HOLD
        if resumed:
            self._resume(catch_up=catch_up)
        return resumed

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
        elif len(self._strands) > 1:  # one may have been opened to stand in, and had no picture
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
        if self._shown is None or self._task.mode is wire.Mode.HOLD:
            return None
        return self._shown.figures(self._task, seconds)

    def close(self) -> None:
        """Let go of the camera."""
        self._close_strands()
        for strand in list(self._leaving):
            strand.close()  # nobody waits for it any more
        self._targets.clear()

    @property
    def _role(self) -> StreamRole:
        roles = {stream.role for stream in self.camera.streams}
        return self._task.role if self._task.role in roles or not roles else next(iter(roles))

    @property
    def _records(self) -> dict[StreamRole, Record]:
        return {record.role: record for record in self._task.record}

    def _record(self) -> None:
        """Write down what is to be recorded, and nothing else."""
        records = self._records
        for role, strand in list(self._strands.items()):
            record = records.get(role)
            if record is not None and record.audio and not strand.sound:
                self._drop(role)  # sound is asked for where a session begins
            else:
                strand.record(record)
        for role in records:
            self._open(role)

    def _follow(self) -> None:
        """Open what is wanted; what is not is closed when the wanted one has a picture."""
        self._open(self._role)
        wanted = self._strands.get(self._role)
        if wanted is not None and (wanted is self._shown or self._is_idle(wanted)):
            self._let_go_of_others(wanted)

    def _is_idle(self, wanted: Strand) -> bool:
        """Whether nothing is shown that an overlap or a fall-back would have to keep."""
        return self._task.mode is wire.Mode.HOLD and self._shown is None and not wanted.failed

    def _open(self, role: StreamRole) -> None:
        if role in self._strands:
            return
        stream = next((stream for stream in self.camera.streams if stream.role is role), None)
        if stream is None:
            self._say(StreamState.UNSUPPORTED, Reason.NOT_FOUND, "no address")
            return
        record = self._records.get(role)
        strand = Strand(self, stream, self.camera, self._means, self._note, record)
        self._strands[role] = strand
        if not self._live(self._shown):
            self._say(strand.state, strand.reason, "")
        if not self._leaving:
            strand.source.start()

    def _resume(self, *, catch_up: bool) -> None:
        """Somebody looks again: show the newest picture that can be had at once."""
        strand = self._strands.get(self._role)
        if strand is not None and not catch_up:
            strand.forget()
        if strand is not None and catch_up and strand.catch_up():
            self.pictured(strand, paint=True)
            strand.stand(StreamState.LIVE, Reason.NONE)
        elif strand is not None and strand.state is StreamState.PAUSED:
            strand.stand(StreamState.CONNECTING, Reason.NONE)

    def _fall_back(self, strand: Strand) -> None:
        """The wanted stream failed: try the other, unless it would fail alike."""
        if self._task.alone or strand.reason in _SAME_EVERYWHERE:
            return
        if strand.stream.role is self._role:
            for stream in self.camera.streams:
                self._open(stream.role)

    def _let_go_of_others(self, kept: Strand) -> None:
        if kept.stream.role is not self._role:
            return
        for role, strand in list(self._strands.items()):
            if strand is kept:
                continue
            if strand.recorder is None:
                self._drop(role)
            elif strand.decoder is not None:
                strand.decoder.rest()

    def _let_go_of_all_but(self, kept: StreamRole) -> None:
        for role in self._strands.keys() - {kept}:
            self._drop(role)

    def _drop(self, role: StreamRole) -> None:
        self._let_go_of(self._strands.pop(role))

    def _let_go_of(self, strand: Strand) -> None:
        if strand is self._shown:
            self._shown = None
        if not self._task.alone:
            strand.close()
            return
        self._leaving.append(strand)
        strand.close(lambda: self._on_left(strand))

    def _on_left(self, left: Strand) -> None:
        """The camera has let go of a session: there is room for the next."""
        self._leaving.remove(left)
        if not self._leaving:
            for strand in self._strands.values():
                strand.source.start()

    def _close_strands(self) -> None:
        strands, self._strands = self._strands, {}
        for strand in strands.values():
            self._let_go_of(strand)
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
