"""The engine's side of recording: who is recorded where, and what the index hears of it.

On the engine's one thread, without waiting for a disk: the archive's desk and the keeper have
threads of their own.  What the newest console told holds; it outlives the console.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta, tzinfo

from console.clock import Clock
from console.events import StreamFigures, StreamState
from console.video import orders, volumes, wire
from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.keeper import Keeper, Measured, Mend
from console.video.line_use import LineBytes
from console.video.ports import CameraSource
from console.video.station_steps import StationSteps
from console.video.wire_footage import (
    IndexTold,
    IndexTrouble,
    LineUse,
    Record,
    RecordingFigures,
    RecordingTold,
    RecordOrder,
    SegmentDone,
    SetRecording,
    VolumeOrder,
)
from console.video.written import Written
from db.footage_records import EndReason, GapCause, Outage, Plan
from db.records import CameraId, to_us
from db.structs import Frozen, replace

log = logging.getLogger(__name__)

FIGURES_S = 3.0
SAVE_S = 5.0  # between two marks that we live, and what came over the lines so far
_OUT = (
    StreamState.OFFLINE,
    StreamState.REFUSED,
    StreamState.UNSUPPORTED,
    StreamState.STALLED,
)
_IN = (StreamState.LIVE, StreamState.LATE, StreamState.PAUSED)
Tell = Callable[[wire.Message], None]
"""Tells every console."""


class Beginning(Frozen):
    """What the index knew when the engine started."""

    era: int
    month: str
    used: Mapping[CameraId, int]


class Recording:
    """Orders in, records for the tasks out.  Engine thread only."""

    def __init__(
        self,
        desk: ArchiveDesk,
        keeper: Keeper,
        clock: Clock,
        beginning: Beginning,
        tell: Tell,
        zone: tzinfo | None = None,
    ) -> None:
        self._desk = desk
        self._keeper = keeper
        self._clock = clock
        self._tell = tell
        self._zone = zone
        self._steps = StationSteps(clock, beginning.era)
        self._message: SetRecording | None = None
        self._orders: dict[CameraId, RecordOrder] = {}
        self._alone: frozenset[CameraId] = frozenset()  # whose lines bear one session
        self._volumes: tuple[VolumeOrder, ...] = ()
        self._stays = True
        self._cameras: dict[CameraId, CameraSource] = {}
        self._measured = Measured({}, {}, None, only_held=False)
        self._volume: VolumeOrder | GapCause = GapCause.DISK_LOST
        self._sick = volumes.Sick()
        self._forbidden: dict[CameraId, GapCause | None] = {}
        self._told: dict[CameraId, RecordingTold] = {}
        self._out: set[CameraId] = set()
        self._lines = LineBytes(beginning.month, beginning.used)
        self._written = Written(clock)
        self._figures_at_s = self._saved_at_s = clock.monotonic_s()
        self._first_orders = True
        self._index = desk.begun_anew
        self._index_trouble: IndexTrouble | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether there is anything to stay for without a console."""
        return self._stays and bool(self._orders) and bool(self._volumes)

    @property
    def cameras(self) -> Mapping[CameraId, CameraSource]:
        """The cameras of the orders, as some console told of them last."""
        return self._cameras

    @property
    def orders(self) -> SetRecording | None:
        """The newest orders; None before there were any."""
        return self._message

    def know(self, cameras: Iterable[CameraSource]) -> None:
        """A console told of its cameras: those to be recorded are kept when it leaves."""
        for camera in cameras:
            if camera.camera_id in self._orders:
                self._cameras[camera.camera_id] = camera

    def set(self, message: SetRecording, known: Mapping[CameraId, CameraSource]) -> None:
        """The newest orders.  What they have in common with those before goes on."""
        now_us = to_us(self._clock.now())
        before, self._stays = self._orders, message.stays
        self._message = message
        self._orders = {o.camera_id: o for o in message.orders if o.plan is not Plan.NEVER}
        self._alone = frozenset(o.camera_id for o in message.orders if o.sessions == 1)
        self._cameras = {
            camera: source
            for camera, source in (self._cameras | dict(known)).items()
            if camera in self._orders
        }
        if message.volumes != self._volumes:
            self._volumes = message.volumes
            self._keeper.order(message.volumes)
            paths = {order.volume_id: order.path for order in message.volumes}
            self._desk.enter(lambda archive: archive.set_volumes(paths))
        ended = before.keys() - self._orders.keys()
        for camera in ended:
            self._withdraw(camera, now_us)
        if self._first_orders:
            self._first_orders = False
            wanted = frozenset(self._orders)
            self._desk.enter(lambda archive: archive.gaps.ended_but(wanted, now_us))
        self._decide()

    def records(self, camera: CameraId) -> tuple[Record, ...]:
        """What is to be written of a camera now."""
        order = self._orders.get(camera)
        if (
            order is None
            or self._forbidden.get(camera) is not None
            or isinstance(self._volume, GapCause)
            or camera not in self._cameras
        ):
            return ()
        return (
            Record(
                role=order.role,
                volume_id=self._volume.volume_id,
                folder=self._volume.path,
                era=self._steps.era,
                audio=order.audio,
                station=self._volume.station,
            ),
        )

    def recorded(self) -> list[CameraId]:
        """The cameras that are to be recorded now: each has a home in the crew."""
        return [camera for camera in self._orders if self.records(camera)]

    def is_alone(self, camera: CameraId) -> bool:
        """Whether its line bears one session, be it recorded at this moment or not."""
        return camera in self._alone

    def done(self, done: SegmentDone) -> None:
        """A segment is on disk."""
        self._written.add(done.size_bytes)
        self._lines.count(done.camera_id, done.size_bytes)
        if done.end_reason is not EndReason.DISK:
            self._sick.took(done.volume_id, done.monotonic_ns / 1e9)
        segment, looks = done.segment(), base64.b64decode(done.looks)
        self._desk.enter(lambda archive: archive.add(segment, looks))

    def told(self, told: RecordingTold) -> None:
        """A worker says whether it records; what it says too late is passed over."""
        if self.records(told.camera_id):
            self._heed(told)
            self._say(told)

    def _heed(self, told: RecordingTold) -> None:
        """A disk failed what was written, or does not keep up."""
        present = self._volume.volume_id if isinstance(self._volume, VolumeOrder) else None
        volume, now_s = told.volume_id or present, self._clock.monotonic_s()
        if volume is not None and told.cause is GapCause.DISK_LOST:
            self._sick.fell_ill(volume, now_s)
        elif volume is not None and told.cause is GapCause.DISK_SLOW:
            self._sick.lagged(volume, now_s)
            self._keeper.late()

    def newcomer(self) -> list[RecordingTold | IndexTold]:
        """What a console that opens must hear."""
        lasting = self._index_trouble is IndexTrouble.UNWRITABLE
        return [*self._told.values(), *([IndexTold(IndexTrouble.UNWRITABLE)] if lasting else [])]

    def index_told(self, trouble: IndexTrouble | None) -> None:
        """The footage index is in trouble; None: not any more."""
        self._index_trouble = trouble
        if trouble is not None:
            self._tell(IndexTold(trouble))

    def stands(self, told: wire.Told) -> None:
        """A camera's picture came or went: an outage begins or ends."""
        camera, now_us = told.camera_id, to_us(self._clock.now())
        if told.state in _OUT and camera > 0:  # what is only tried is none of the station's
            self._out.add(camera)
            outage = Outage(
                camera_id=camera,
                start_us=now_us,
                end_us=None,
                state=told.state,
                reason=told.reason,
            )
            era = self._steps.era
            self._desk.enter(lambda archive: archive.gaps.outage_began(outage, era))
        elif told.state in _IN:
            self._is_back(camera, now_us)

    def unwanted(self, cameras: Iterable[CameraId]) -> None:
        """Nobody wants these any more: their outages are over."""
        now_us = to_us(self._clock.now())
        for camera in cameras:
            self._is_back(camera, now_us)

    def lost(self, cameras: Iterable[CameraId]) -> None:
        """The worker of these cameras died: what it was writing is mended, and they have a gap."""
        now = self._clock.now()
        now_us = to_us(now)
        hurt = frozenset(camera for camera in cameras if self.records(camera))
        if not hurt:
            return
        since = (now - timedelta(days=1)).date()
        self._keeper.mend(Mend(hurt, since, now_us, dead=True))
        for camera in hurt:
            self._say(
                RecordingTold(camera, self._orders[camera].role, GapCause.ENGINE_RESTARTED, now_us)
            )

    def measured(self, measured: Measured) -> bool:
        """The keeper looked at the volumes; True if that changes what is recorded where."""
        for volume, state in measured.states.items():
            before = self._measured.states.get(volume)
            if before is not None and before.trouble is GapCause.DISK_LOST and not state.trouble:
                self._sick.is_back(volume)
        self._measured = measured
        return self._decide()

    def every_second(self, figures: Iterable[StreamFigures]) -> bool:
        """Look at the clock, the schedule and the lines; True if that changes what is recorded."""
        now_s = self._clock.monotonic_s()
        step = self._steps.look()
        if step:
            at_us, era = to_us(self._clock.now()), self._steps.era
            self._desk.enter(lambda archive: archive.clock_stepped(at_us, step, era))
        for figure in figures:
            if figure.role not in {record.role for record in self.records(figure.camera_id)}:
                self._lines.count(figure.camera_id, figure.line_bytes)
        if self._desk.begun_anew != self._index:
            self._index = self._desk.begun_anew
            self._enter_again()
        if now_s - self._saved_at_s >= SAVE_S:
            self._saved_at_s = now_s
            self._save()
        if now_s - self._figures_at_s >= FIGURES_S:
            self._figures_at_s = now_s
            self._tell(self.figures())
        return self._decide() or bool(step)

    def figures(self) -> RecordingFigures:
        """How recording goes as a whole."""
        measured = self._measured
        written = [order.volume_id for order in self._volumes if order.writing]
        return RecordingFigures(
            volumes=volumes.figures(
                self._volumes, measured.states, measured.footage_bytes, self._sick
            ),
            lines=tuple(LineUse(camera, used) for camera, used in sorted(self._lines.used.items())),
            oldest_us=measured.oldest_us,
            bytes_a_day=self._written.a_day(),
            only_held=measured.only_held,
            known_us=None if (known := measured.known) is None else to_us(known),
            stands=isinstance(self._volume, GapCause)
            and bool(written)
            and measured.states.keys() >= set(written),  # else one was not looked at yet
            unread=measured.unread,
        )

    def close(self) -> None:
        """The engine ends, in good order."""
        self._save()
        at_us = to_us(self._clock.now())
        self._desk.enter(lambda archive: archive.lives.leave(at_us))

    def _decide(self) -> bool:
        """Which volume is written, and who is not recorded now; True if anything changed."""
        local = self._clock.now().astimezone(self._zone)
        self._lines.turn_to(orders.month_of(local))
        present = self._volume
        self._volume = self._sick.choose(
            self._volumes,
            self._measured.states,
            present.volume_id if isinstance(present, VolumeOrder) else None,
            self._clock.monotonic_s(),
        )
        changed = self._volume != present
        if changed:
            log.info("footage is written to %s", _named(self._volume))
        forbidden: dict[CameraId, GapCause | None] = {
            camera: orders.forbids(order, local, self._lines.used.get(camera, 0))
            for camera, order in self._orders.items()
        }
        changed |= forbidden != self._forbidden
        self._forbidden = forbidden
        self._say_what_is_not(to_us(self._clock.now()))
        return changed

    def _say_what_is_not(self, now_us: int) -> None:
        """Tell of each camera that is not to be recorded now, and why."""
        if self._volumes and not self._measured.states:
            return  # not looked at yet
        for camera, order in self._orders.items():
            cause = self._forbidden.get(camera)
            if cause is None and isinstance(self._volume, GapCause):
                cause = self._volume
            told = self._told.get(camera)
            if cause is not None and (told is None or told.cause is not cause):
                self._say(RecordingTold(camera, order.role, cause, now_us))

    def _say(self, told: RecordingTold) -> None:
        before = self._told.get(told.camera_id)
        if before == told:
            return
        self._told[told.camera_id] = told
        if before is None or replace(before, doubts=told.doubts) != told:
            self._note(told)
        self._tell(told)

    def _note(self, told: RecordingTold) -> None:
        """Have the index know whether a camera is recorded, and since when."""
        era = self._steps.era
        camera, role, cause, at_us = told.camera_id, told.role, told.cause, told.run_us

        def entry(archive: Archive) -> None:
            archive.runs_ended(camera)
            if cause is None:
                archive.run_began(camera, role, era, at_us)
            else:
                archive.gaps.began(camera, era, at_us, cause)

        self._desk.enter(entry)

    def _enter_again(self) -> None:
        """Another index was begun: tell it what holds at this moment."""
        paths = {order.volume_id: order.path for order in self._volumes}
        self._desk.enter(lambda archive: archive.set_volumes(paths))
        for told in self._told.values():
            self._note(told)

    def _withdraw(self, camera: CameraId, now_us: int) -> None:
        """A camera is not to be recorded any more: that is no gap."""
        self._forbidden.pop(camera, None)
        if self._told.pop(camera, None) is None:
            return

        def entry(archive: Archive) -> None:
            archive.runs_ended(camera)
            archive.gaps.ended(camera, now_us)

        self._desk.enter(entry)

    def _is_back(self, camera: CameraId, now_us: int) -> None:
        if camera in self._out:
            self._out.discard(camera)
            self._desk.enter(lambda archive: archive.gaps.outage_ended(camera, now_us))

    def _save(self) -> None:
        at_us, month, used = to_us(self._clock.now()), self._lines.month, dict(self._lines.used)

        def entry(archive: Archive) -> None:
            archive.lives.alive(at_us)
            archive.spend(month, used)

        self._desk.enter(entry)


def _named(volume: VolumeOrder | GapCause) -> str:
    if isinstance(volume, GapCause):
        return f"no volume ({volume})"
    return f"volume {volume.volume_id}"
