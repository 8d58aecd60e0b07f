"""Writes one stream down, undecoded: access units to segments of about a minute, told as they end.

A reader of the same ``Source`` as the decoder, on the loop's thread; the disk has its own
(``disk``).  A segment begins with a key frame and holds one set of parameter sets.  What ends a
run (the session, another picture, a set clock, a disk) is told with its cause, and the next run
begins with the next key frame.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from console.events import Doubt, Reason, StreamState
from console.video import parameter_sets
from console.video.disk import Begun, Disk, Heard, SegmentFile
from console.video.growing import Growing
from console.video.looker import Sight
from console.video.looks import LOOKS_A_SECOND
from console.video.loop import Loop
from console.video.station_time import StationTime
from console.video.timeline import Timeline
from console.video.units import CLOCK_HZ, Opened, SenderReport, Unit
from console.video.wire_footage import Record, RecordingTold, SegmentDone
from db.footage_records import EndReason, GapCause, Look, VolumeId
from db.records import CameraId, StreamId
from db.structs import Frozen, Struct

log = logging.getLogger(__name__)

SEGMENT_S = 60
LONGEST_S = 570  # without another key frame; ``archive_reader.LONGEST_SEGMENT_US`` is found
KEYLESS_S = 20.0  # from the first picture of a session to a key frame; after that see ``starved``
MAX_SIDE = 8192  # pixels; what claims more is not recorded, for nothing would show it
_FIRST_WAIT_S, _LONGEST_WAIT_S = 5.0, 60.0
_SPREAD = 0.618034  # so that the segments of many cameras do not all end at once
_ENDED = (StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED)
_CAUSES = {
    Reason.NO_ANSWER: GapCause.CAMERA_OFF,
    Reason.CONNECTION_REFUSED: GapCause.CAMERA_OFF,
    Reason.BAD_LOGIN: GapCause.REFUSED,
    Reason.CERTIFICATE: GapCause.REFUSED,
    Reason.CODEC: GapCause.UNSUPPORTED,
    Reason.NO_KEY_FRAME: GapCause.UNSUPPORTED,
    Reason.TOO_LARGE: GapCause.UNSUPPORTED,
    Reason.REDIRECTED: GapCause.UNSUPPORTED,
    Reason.NOT_FOUND: GapCause.UNSUPPORTED,
}

Tell = Callable[[SegmentDone | RecordingTold], None]
"""Tells the engine.  Safe from any thread."""


class Desk(Frozen, gc=True):
    """What all recorders of a worker share."""

    loop: Loop
    disk: Disk
    time: StationTime
    tell: Tell
    sight: Sight


class _Run(Struct):
    """Footage without a gap.  ``base`` is the tick at which it begins, as ``start_us`` says."""

    base: int
    start_us: int
    start_s: float
    era: int
    told: bool = False

    def us(self, tick: int) -> int:
        """The station's time of a tick."""
        return self.start_us + tick * 100 // 9 - self.base * 100 // 9


class Recorder:
    """Records one stream of one camera.  Loop thread only."""

    def __init__(
        self, camera_id: CameraId, stream_id: StreamId, record: Record, desk: Desk
    ) -> None:
        self.record = record
        self._camera = camera_id
        self._stream_id = stream_id
        self._desk = desk
        self._opened: Opened | None = None
        self._sets: parameter_sets.Sets | None = None
        self._timeline: Timeline | None = None
        self._growing: Growing | None = None
        self._run: _Run | None = None
        self._early: tuple[SenderReport, float] | None = None
        self._report: tuple[int, int] | None = None  # the camera's clock at a tick
        self._gap_us = desk.time.wall_us(desk.loop.now_s())
        self._told: RecordingTold | None = None
        self._doubts: tuple[Doubt, ...] = ()
        self._blocked_until_s = 0.0
        self._wait_s = _FIRST_WAIT_S
        self._sound_base: int | None = None
        self._since_s: float | None = None  # when the last key frame came, else the first picture
        self._patience_s = KEYLESS_S
        self._key_at = 0  # when the last key frame was, a tick
        self._looked_at = -CLOCK_HZ  # and the last one that was looked at

    def order(self, record: Record) -> None:
        """Write elsewhere, or in another era, from the next key frame on."""
        if record.folder != self.record.folder:
            self._blocked_until_s = 0.0
        self.record = record

    def opened(self, opened: Opened) -> None:
        """A session began."""
        self._end_run(EndReason.LOST)
        self._opened = opened
        self._sets = parameter_sets.collect(opened.codec, opened.parameter_sets, None)
        self._timeline = None
        self._early = self._report = None
        self._sound_base = None
        self._since_s = None

    def unit(self, unit: Unit, at_s: float) -> None:
        """An access unit came."""
        if self._opened is None:
            return
        if unit.key or self._since_s is None:
            self._since_s = at_s
        if unit.key:
            self._patience_s = KEYLESS_S
            self._take_sets(unit)
        if self._timeline is None:
            if not unit.key or self._sets is None:
                return
            self._timeline = Timeline(unit.rtp_time, at_s)
            if self._early is not None:
                self.report(*self._early)
        reorder = self._sets.reorder if self._sets is not None else None
        at = self._timeline.take(unit.rtp_time, at_s, key=unit.key, reorder=reorder)
        if unit.key:
            self._key_at = at
            self._at_key(at, at_s)
            self._doubt(at_s)
        growing = self._growing
        if growing is None:
            return
        if not growing.add(unit, at):
            growing.give_up()
            self._fall_behind(growing)
        elif at - growing.first > LONGEST_S * CLOCK_HZ:
            self._end_run(EndReason.FULL, at)
            self._say(GapCause.UNSUPPORTED, self._gap_us)

    def starved(self, at_s: float) -> bool:
        """Whether pictures come, and for too long none that a segment could begin with.

        Then the session is to be ended: the next may begin with a key frame, or with the truth
        about the codec.  Cameras send a key frame every few seconds, few only every minute; each
        session without one is given twice the time of the one before, so that whatever GOP can be
        recorded is waited for.  A session that had one is trusted: the next may be ``LONGEST_S``
        away.
        """
        if self._growing is not None or self._since_s is None:
            return False
        patience_s = self._patience_s if self._timeline is None else LONGEST_S
        return at_s - self._since_s > patience_s

    @property
    def is_look_due(self) -> bool:
        """Whether the key frame that came last is to be looked at, or is too close to another."""
        return not 0 <= self._key_at - self._looked_at < CLOCK_HZ // LOOKS_A_SECOND

    def look(self, look: Look | None) -> None:
        """What changed in the picture up to the key frame that came last; None: nothing to tell."""
        self._looked_at = self._key_at
        if look is not None and self._growing is not None:
            self._growing.look(look, self._key_at)

    def report(self, report: SenderReport, at_s: float) -> None:
        """The camera told what time it believes it is."""
        if self._timeline is None:
            self._early = report, at_s  # before the first key frame
            return
        self._report = report.ntp_us, self._timeline.of(report.rtp_time, at_s)
        self._compare_clocks()

    def hear(self, data: bytes, rtp_time: int, at_s: float) -> None:
        """A piece of sound came, by the sound's own clock."""
        if self._growing is None or self._timeline is None or self._growing.sound is None:
            return
        rate = self._growing.sound.rate
        arrival = int((at_s - self._timeline.start_s) * rate)
        if self._sound_base is None or abs(rtp_time - self._sound_base - arrival) > rate:
            self._sound_base = rtp_time - arrival
        self._growing.hear(data, rtp_time - self._sound_base)

    def stand(self, state: StreamState, reason: Reason) -> None:
        """Where the stream stands now."""
        if state in _ENDED:
            self._end_run(EndReason.LOST)
            self._opened = None
            if reason is Reason.NO_KEY_FRAME:
                self._patience_s = min(2 * self._patience_s, LONGEST_S)
            self._say(_CAUSES.get(reason, GapCause.NETWORK), self._gap_us)

    def close(self) -> None:
        """Record no more."""
        self._end_run(EndReason.STOPPED)

    def _take_sets(self, unit: Unit) -> None:
        assert self._opened is not None
        sets = parameter_sets.collect(self._opened.codec, unit.data, self._sets, unit.starts)
        if sets is None or max(sets.width, sets.height) > MAX_SIDE:
            self._end_run(EndReason.CHANGED)
            self._say(GapCause.UNSUPPORTED, self._gap_us)
            sets = None
        self._sets = sets

    def _doubt(self, at_s: float) -> None:
        """Tell what is not as it should be of what is recorded, if that has changed."""
        doubts = []
        if self._timeline is not None and self._timeline.doubted(at_s):
            doubts.append(Doubt.TIMES)
        if self._opened is not None and self._opened.mute and self.record.audio:
            doubts.append(Doubt.SOUND)
        self._doubts = tuple(doubts)
        if self._run is not None and self._run.told:
            self._say(None, self._run.start_us)

    def _at_key(self, at: int, at_s: float) -> None:
        """A segment may end and another begin here."""
        sets, growing = self._sets, self._growing
        if growing is not None:
            reason = self._due(growing, at)
            if reason is None:
                return
            if reason is not EndReason.FULL:
                self._end_run(reason, at)
            elif not self._end_segment(reason, at):
                self._fall_behind(growing)
        if sets is None or at_s < self._blocked_until_s:
            return
        if not self._desk.disk.has_room:
            self._wait(GapCause.DISK_SLOW, self.record.volume_id)
            return
        before = growing.end if growing is not None and self._run is not None else None
        assert self._opened is not None
        sound = self._opened.sound if self.record.audio else None
        self._growing = Growing(sets, sound, before, self._begin)
        self._compare_clocks()

    def _due(self, growing: Growing, at: int) -> EndReason | None:
        """Why the segment must end, if it must."""
        run = self._run
        if growing.sets != self._sets:
            return EndReason.CHANGED
        if run is not None and (
            run.era < self.record.era or self._desk.time.stepped(run.start_us, run.start_s)
        ):
            return EndReason.CLOCK_STEP
        length = SEGMENT_S * CLOCK_HZ
        if run is not None and growing.start == run.base:
            length = int(length * (1 + self._camera * _SPREAD % 1) / 2)
        full = at - growing.first >= length
        moved = growing.begun is not None and growing.begun != (
            self.record.folder,
            self.record.volume_id,
        )
        return EndReason.FULL if full or moved else None

    def _begin(self, start: int) -> tuple[SegmentFile, dict[str, object]]:
        """The file of the segment that begins at tick ``start``, and its first words."""
        timeline, growing, record = self._timeline, self._growing, self.record
        assert timeline is not None
        assert growing is not None
        at_s = timeline.start_s + start / CLOCK_HZ
        run = self._run
        if run is None:
            stream = (self._camera, record.role)
            beginning = self._desk.time.begin(stream, record.era, at_s)
            run = self._run = _Run(start, beginning.start_us, at_s, beginning.era)
        growing.begun = record.folder, record.volume_id
        quicktime = growing.sound is not None and growing.sound.sounding.quicktime
        begun = Begun(
            volume=Path(record.folder),
            volume_id=record.volume_id,
            station=record.station,
            camera_id=self._camera,
            role=record.role,
            era=run.era,
            run_us=run.start_us,
            start_us=run.us(start),
            monotonic_ns=int(at_s * 1e9),
            quicktime=quicktime,
        )
        file = self._desk.disk.begin(
            begun,
            Heard(
                started=lambda: self._started(run),
                failed=lambda *why: self._failed(run, begun.volume_id, *why),
                done=self._desk.tell,
            ),
        )
        self._compare_clocks()
        return file, {
            "version": 1,
            "camera": self._camera,
            "role": record.role,
            "stream": self._stream_id,
            "run_us": begun.run_us,
            "era": begun.era,
            "start_us": begun.start_us,
            "monotonic_ns": begun.monotonic_ns,
            "codec": growing.sets.codec,
        }

    def _compare_clocks(self) -> None:
        if self._report is not None and self._run is not None and self._growing is not None:
            camera_us, tick = self._report
            self._growing.camera_off_us = camera_us - self._run.us(tick)

    def _started(self, run: _Run) -> None:
        """What the run begins with is in a file."""
        if run is self._run and not run.told:
            run.told = True
            self._wait_s = _FIRST_WAIT_S
            self._say(None, run.start_us)

    def _failed(self, run: _Run, volume_id: VolumeId, cause: GapCause, until_us: int) -> None:
        """A disk failed a segment of ``run``, which is on disk up to ``until_us``."""
        if run is self._run:
            if self._growing is not None:
                self._growing.give_up()
            self._growing = None
            if until_us > run.start_us:
                self._close_run(until_us)
            self._run = None
        elif self._run is not None:  # it was over, and another one goes on
            self._say(cause, until_us, volume_id)
            if self._run.told:
                self._say(None, self._run.start_us)
            return
        else:
            self._gap_us = min(self._gap_us, until_us)
        self._wait(cause, volume_id)

    def _fall_behind(self, growing: Growing) -> None:
        """The disk does not take any more; ``growing`` ends with what it took."""
        self._growing = None
        self._close_run(self._end_of(growing))
        log.warning("camera %s: the disk does not keep up", self._camera)
        _, volume_id = growing.begun or (None, self.record.volume_id)
        self._wait(GapCause.DISK_SLOW, volume_id)

    def _end_segment(self, reason: EndReason, following: int | None) -> bool:
        """End the segment; False if the disk did not take all of it."""
        growing = self._growing
        if growing is None:
            return True
        kept = growing.finish(reason, None if growing.reorders else following)
        self._growing = None
        return kept

    def _end_run(self, reason: EndReason, following: int | None = None) -> None:
        growing = self._growing
        if growing is not None:
            self._end_segment(reason, following)
            self._close_run(self._end_of(growing))

    def _end_of(self, growing: Growing) -> int:
        """Where a segment ends, as far as the disk took it."""
        if self._run is None:
            return self._gap_us
        return self._run.us(growing.first) + growing.written.duration_us

    def _close_run(self, end_us: int) -> None:
        if self._run is not None:
            stream = (self._camera, self.record.role)
            self._desk.time.ended(stream, self._run.era, end_us)
            self._gap_us = end_us
            self._run = None

    def _wait(self, cause: GapCause, volume_id: VolumeId) -> None:
        """Try again with a later key frame."""
        self._blocked_until_s = self._desk.loop.now_s() + self._wait_s
        self._wait_s = min(2 * self._wait_s, _LONGEST_WAIT_S)
        self._say(cause, self._gap_us, volume_id)

    def _say(
        self, cause: GapCause | None, since_us: int, volume_id: VolumeId | None = None
    ) -> None:
        doubts = self._doubts if cause is None else ()
        told = RecordingTold(
            self._camera, self.record.role, cause, since_us, volume_id, doubts=doubts
        )
        if told != self._told:
            self._told = told
            self._desk.tell(told)
