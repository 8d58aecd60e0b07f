"""A camera that broke its decoder twice: not decoded for some minutes, recorded nevertheless."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from console.events import Reason, StreamState
from console.platform.blocks import Block
from console.redaction import Redactor
from console.video import wire
from console.video.bans import QUARANTINE_S
from console.video.crew import Hands
from console.video.engine import Engine
from console.video.jobs import Jobs
from console.video.peer import Peer
from console.video.standby import Standby
from console.video.strand import Strand
from console.video.units import Codec, Opened
from console.video.wire_footage import RecordingTold, RecordOrder, SetRecording
from db.footage_records import GapCause
from db.records import CameraId, to_us
from db.structs import replace
from tests.console.video.footage import GATE, YARD, order
from tests.console.video.ordering import CAMERAS, FIRST, SUB, WELL, Station
from tests.console.video.recording import Bench, volume
from tests.console.video.recording import order as recorded
from tests.console.video.test_strand import SUB as STREAM
from tests.console.video.test_strand import Shown
from tests.fakes import FakeClock
from tests.footage import FPS, pictures

killed = pytest.mark.loud("worker 0 ended after")
BROKEN = (StreamState.UNSUPPORTED, Reason.CODEC)


class Line:
    """A peer that remembers what it was sent."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sent: list[wire.Message] = []

    def send(self, message: wire.Message, block: Block | None = None) -> None:
        self.sent.append(message)

    def hang_up(self) -> None:
        pass

    @property
    def tasks(self) -> dict[CameraId, wire.Task]:
        """What a worker was told to do last."""
        last = next(m for m in reversed(self.sent) if isinstance(m, wire.Assign))
        return {task.camera.camera_id: task for task in last.tasks}

    def states(self, camera: CameraId) -> list[tuple[StreamState, Reason]]:
        """What a console was told of a camera."""
        told = [m for m in self.sent if isinstance(m, wire.Told) and m.camera_id == camera]
        return [(m.state, m.reason) for m in told]


class Room:
    """An engine with one place, whose workers are lines; a console shows two cameras."""

    def __init__(self, folder: Path, clock: FakeClock, *orders: RecordOrder) -> None:
        self.clock = clock
        self.station = Station(folder, clock)
        self.started: list[subprocess.Popen[bytes]] = []
        self.hands = Hands(1, clock, self._start)
        standby = Standby(folder, 1, clock, 0, after_s=None)
        jobs = Jobs(clock, folder)
        self.engine = Engine(
            self.hands, jobs, clock, Redactor(), lambda _: self.station.recording, standby
        )
        self.console = Line("console")
        self.engine.join(cast("Peer", self.console), wire.Hello(wire.VERSION, wire.Role.CONSOLE, 1))
        self.hear(self.console, wire.SetCameras(tuple(CAMERAS.values())))
        self.hear(self.console, SetRecording(orders, (FIRST,)))
        self.station.see(WELL)
        spots = tuple(
            wire.Spot(slot, camera, 160, 90, slot, slot << 18)
            for slot, camera in enumerate(CAMERAS)
        )
        self.block = Block.create(1 << 20)
        show = wire.Show(1, 1 << 20, self.block.name, spots, ())
        self.engine.heard(cast("Peer", self.console), show, self.block)
        self.worker = self.work()

    def _start(self, _number: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "input()"]
        self.started.append(subprocess.Popen(command, stdin=subprocess.PIPE))
        return self.started[-1]

    def hear(self, line: Line, message: wire.Message) -> None:
        self.engine.heard(cast("Peer", line), message, None)

    def work(self) -> Line:
        """The next worker says hello: first the spare that will be needed, then who works."""
        self.hands.start_due(self.engine._welcome)
        hand = self.hands.all[0]
        assert hand.life is not None
        line = Line("worker")
        hello = wire.Hello(wire.VERSION, wire.Role.WORKER, hand.life.process.pid)
        self.engine.join(cast("Peer", line), hello)
        return line

    def spare(self) -> Line:
        """A spare waits, connected."""
        self.clock.pass_(seconds=10)
        self.hands.start_due(self.engine._welcome)
        line = Line("spare")
        hello = wire.Hello(wire.VERSION, wire.Role.WORKER, self.started[-1].pid)
        self.engine.join(cast("Peer", line), hello)
        return line

    def die_decoding(self, camera: CameraId) -> None:
        """The worker dies with the camera's bytes in its decoder; the spare takes over."""
        spare = self.spare()
        hand = self.hands.all[0]
        assert hand.life is not None
        hand.life._word[0] = camera
        self.engine._lose(hand)
        self.worker = spare

    def tell(self, camera: CameraId, state: StreamState, reason: Reason = Reason.NONE) -> None:
        """The worker tells of a camera."""
        self.hear(self.worker, wire.Told(camera, state, reason, ""))

    def record(self, camera: CameraId) -> None:
        """The worker tells that it records."""
        now_us = to_us(self.clock.now())
        self.hear(self.worker, RecordingTold(camera, SUB, None, now_us))

    def pass_(self, seconds: float) -> None:
        self.clock.pass_(seconds=seconds)
        self.engine._every_second(self.clock.monotonic_s())

    def close(self) -> None:
        for process in self.started:
            assert process.stdin is not None
            process.stdin.close()
        self.hands.close()
        self.hear(self.console, wire.Hide(1))
        self.station.close()


@pytest.fixture
def room(tmp_path: Path, clock: FakeClock) -> Iterator[Room]:
    made = Room(tmp_path, clock, order())
    yield made
    made.close()


def banned(room: Room, camera: CameraId) -> None:
    for _ in range(2):
        room.tell(camera, StreamState.LIVE)
        if camera == GATE:
            room.record(camera)
        room.die_decoding(camera)


@killed
def test_it_is_recorded_meanwhile_and_nothing_of_it_is_decoded(room: Room) -> None:
    [record] = room.worker.tasks[GATE].record
    assert record.looks
    assert room.worker.tasks[GATE].mode is wire.Mode.PAINT

    banned(room, GATE)

    task = room.worker.tasks[GATE]
    assert (task.mode, task.role) == (wire.Mode.HOLD, SUB)
    assert [each.looks for each in task.record] == [False]
    assert room.worker.tasks[YARD].mode is wire.Mode.PAINT
    room.pass_(2)
    room.record(GATE)
    assert room.station.causes()[-1] is None
    gaps = room.station.written().gaps([GATE], room.station.day())
    assert GapCause.ENGINE_RESTARTED in {gap.cause for gap in gaps}
    assert all(gap.end_us is not None for gap in gaps)  # it lasted to the next run, no longer


@killed
def test_its_tile_says_why_all_the_while(room: Room) -> None:
    banned(room, GATE)
    assert room.console.states(GATE)[-1] == BROKEN

    room.tell(GATE, StreamState.CONNECTING)
    room.tell(GATE, StreamState.PAUSED, Reason.NOT_SHOWN)
    room.die_decoding(YARD)  # its worker is lost once more, not by it

    assert room.console.states(GATE)[-1] == BROKEN
    assert room.console.states(YARD)[-1] == (StreamState.CONNECTING, Reason.ENGINE_LOST)


@killed
def test_when_it_is_over_it_is_shown_again_and_where_it_stands_is_told(room: Room) -> None:
    banned(room, GATE)
    room.tell(GATE, StreamState.PAUSED, Reason.NOT_SHOWN)

    room.pass_(QUARANTINE_S - 1)
    assert room.worker.tasks[GATE].mode is wire.Mode.HOLD
    room.pass_(1)

    assert room.console.states(GATE)[-1] == (StreamState.PAUSED, Reason.NOT_SHOWN)
    assert room.worker.tasks[GATE].mode is wire.Mode.PAINT
    assert [each.looks for each in room.worker.tasks[GATE].record] == [True]
    room.tell(GATE, StreamState.LIVE)
    assert room.console.states(GATE)[-1] == (StreamState.LIVE, Reason.NONE)


@killed
def test_who_is_not_recorded_is_left_alone_from_the_next_worker_on(room: Room) -> None:
    assert room.worker.tasks[YARD].record == ()

    banned(room, YARD)

    assert YARD not in room.worker.tasks
    assert room.console.states(YARD)[-1] == BROKEN
    room.pass_(QUARANTINE_S)
    assert room.worker.tasks[YARD].mode is wire.Mode.PAINT


@pytest.mark.parametrize("looks", [True, False])
def test_a_stream_that_is_not_looked_at_comes_into_no_decoder(
    tmp_path: Path, clock: FakeClock, *, looks: bool
) -> None:
    bench, shown = Bench(clock), Shown()
    shown.mode = wire.Mode.HOLD
    record = replace(recorded(volume(tmp_path / "footage")), looks=looks)
    noted: list[CameraId | None] = []
    strand = Strand(shown, STREAM, CAMERAS[GATE], bench.means, noted.append, record)
    strand.opened(Opened(Codec.H264, b""))

    for unit in pictures():
        strand.unit(unit, clock.monotonic_s(), newest=True)
        clock.pass_(seconds=1 / FPS)

    assert noted == ([GATE, None] if looks else [])
    bench.until(lambda: bench.disk.waiting == 0)
    strand.close()
    bench.close()
    assert [done.frames for done in bench.done] == [len(pictures())]
