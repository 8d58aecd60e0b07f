"""A camera that truly admits one session: recorded and shown by that one, never by two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import Reason, RecordingChanged, StreamState
from console.video.ports import CameraSource, CanvasView, Place
from console.video.session import LEAVE_S
from console.video.wire_footage import RecordOrder, VolumeOrder
from db.footage_records import GapCause, Plan
from db.records import CameraId, StreamId, StreamRole, Transport
from db.structs import replace
from tests.camera import Camera, serving
from tests.console.video.footage import GATE, order, volume
from tests.console.video.watching import Watcher, source

SLOW_S = 0.4  # a camera that takes its time to end a session
LOADED_S = 30.0  # this machine may be shared
TILE, FULL = (160, 90), (1280, 720)
ONE: RecordOrder = order(sessions=1)
MAIN: RecordOrder = order(sessions=1, role=StreamRole.MAIN)
HOLIDAY: RecordOrder = order(sessions=1, plan=Plan.WEEKLY, week="0" * 168)
NEVER: RecordOrder = order(sessions=1, plan=Plan.NEVER)


TRIED = CameraId(0)


@dataclass(frozen=True, slots=True)
class Gate:
    """The camera, and the window that looks at it."""

    camera: CameraSource
    server: Camera
    channels: dict[StreamRole, Channel]
    watcher: Watcher
    disk: VolumeOrder
    trial: CanvasView

    def over(self, transport: Transport) -> CameraSource:
        """The camera, its pictures sent in another way."""
        streams = (replace(stream, transport=transport) for stream in self.camera.streams)
        return replace(self.camera, streams=tuple(streams))

    def try_out(self, path: str) -> None:
        """Ask for a changed address of the same camera, in a window beside the first."""
        stream = replace(self.camera.streams[0], stream_id=StreamId(-1), path=path)
        trial = CameraSource(camera_id=TRIED, streams=(stream,), instead_of=CameraId(GATE))
        self.watcher.link.set_cameras([self.camera, trial])
        self.trial.show([Place(0, TRIED, *TILE)])

    @property
    def refused(self) -> int:
        """How many sessions were asked for that the camera had no room for."""
        return sum(channel.faults.refused for channel in self.channels.values())

    def is_shown(self, role: StreamRole) -> bool:
        """Whether the tile shows this stream, and no other is open."""
        figures = self.watcher.figures(GATE)
        state = self.watcher.state(GATE)
        others = [c for r, c in self.channels.items() if r is not role and c.visitors]
        live = state is not None and state[0] in (StreamState.LIVE, StreamState.LATE)
        return live and figures is not None and figures.role is role and not others

    def record(self, *orders: RecordOrder) -> None:
        """Let these hold, and wait until the first of them is followed."""
        self.watcher.events.clear()
        self.watcher.link.set_recording(orders, [self.disk])

    def told(self) -> list[GapCause | None]:
        """What was said of recording since the last orders."""
        found = [e for e in list(self.watcher.events) if isinstance(e, RecordingChanged)]
        return [event.cause for event in found]

    def written(self) -> set[str]:
        """Which streams are on disk, by their files' names."""
        return {path.name.split("-")[1] for path in Path(self.disk.path).glob("*/*/*.mp4*")}

    def until(self, condition: Callable[[], object]) -> None:
        """Wait."""
        self.watcher.until(condition, seconds=LOADED_S)


@pytest.fixture
def gate(watcher: Watcher, clips: dict[str, Clip], tmp_path: Path) -> Iterator[Gate]:
    sub, main = Channel("/gate/sub", "small", GATE), Channel("/gate/main", "large", GATE)
    with serving(clips, [sub, main]) as server:
        server.order("single /gate/*")
        camera = source(
            GATE, server.port, "/gate/sub", main="/gate/main", width=320, main_width=640
        )
        channels = {StreamRole.SUB: sub, StreamRole.MAIN: main}
        trial = watcher.link.canvas()
        yield Gate(camera, server, channels, watcher, volume(tmp_path / "disk"), trial)
        trial.close()
        watcher.link.set_recording((), ())


def test_the_main_stream_is_recorded_though_the_wall_had_the_other(gate: Gate) -> None:
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    gate.record(MAIN)

    gate.until(lambda: None in gate.told())
    gate.until(lambda: gate.is_shown(StreamRole.MAIN))
    assert gate.told() == [None]
    assert gate.written() == {"main"}
    assert gate.refused == 0


@pytest.mark.parametrize("kept", [HOLIDAY, NEVER])
def test_to_full_view_and_back_is_one_session_at_a_time(gate: Gate, kept: RecordOrder) -> None:
    gate.record(kept)
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    gate.watcher.show([gate.camera], size=FULL)
    gate.until(lambda: gate.is_shown(StreamRole.MAIN))
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    assert gate.refused == 0
    assert gate.told() == ([GapCause.SCHEDULE] if kept is HOLIDAY else [])


def test_what_is_recorded_stays_whole_while_the_full_view_comes_and_goes(gate: Gate) -> None:
    gate.watcher.show([gate.camera], size=TILE)
    gate.record(ONE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB) and gate.told() == [None])

    for size in (FULL, TILE):
        gate.watcher.show([gate.camera], size=size)
        gate.until(lambda: gate.is_shown(StreamRole.SUB) and gate.watcher.pictured(1))

    assert gate.told() == [None]
    assert gate.refused == 0


def test_a_stream_that_fails_is_not_replaced_by_the_other(gate: Gate) -> None:
    gate.record(HOLIDAY)
    gate.watcher.show([gate.camera], size=FULL)
    gate.until(lambda: gate.is_shown(StreamRole.MAIN))

    gate.server.order("codec /gate/main MP4V-ES")
    gate.server.order("kick /gate/main")

    gate.until(lambda: (StreamState.UNSUPPORTED, Reason.CODEC) in gate.watcher.states(GATE))
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))
    assert gate.refused == 0


@pytest.mark.parametrize("transport", list(Transport))
def test_the_next_session_waits_until_the_camera_has_ended_the_last(
    gate: Gate, transport: Transport
) -> None:
    """RFC 2326 10.7; libavformat does not wait for the answer itself, our thread for its end."""
    camera = gate.over(transport)
    gate.record(NEVER)
    if transport is Transport.TCP:
        gate.server.order(f"linger /gate/* {SLOW_S}")
    gate.watcher.show([camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    for size, role in ((FULL, StreamRole.MAIN), (TILE, StreamRole.SUB)) * 2:
        gate.watcher.show([camera], size=size)
        gate.until(partial(gate.is_shown, role))

    assert gate.refused == 0


@pytest.mark.parametrize(
    ("transport", "slow_s"), [(Transport.UDP, SLOW_S), (Transport.TCP, LEAVE_S + SLOW_S)]
)
def test_a_camera_that_forgets_late_is_asked_again_in_the_same_way(
    gate: Gate, transport: Transport, slow_s: float
) -> None:
    """It is busy, not unable to send in this way; and its answer is not waited for for ever."""
    camera = gate.over(transport)
    gate.record(NEVER)
    gate.server.order(f"linger /gate/* {slow_s}")
    gate.watcher.show([camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    gate.watcher.show([camera], size=FULL)

    gate.until(lambda: gate.is_shown(StreamRole.MAIN))
    assert (StreamState.OFFLINE, Reason.BUSY) in gate.watcher.states(GATE)
    assert gate.refused > 0


WAITS = (StreamState.PAUSED, Reason.LINE_IN_USE)


def test_a_changed_address_is_tried_when_nobody_watches_the_camera_any_more(gate: Gate) -> None:
    gate.record(NEVER)
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.is_shown(StreamRole.SUB))

    gate.try_out("/gate/main")
    gate.until(lambda: gate.watcher.state(TRIED) == WAITS)
    shown = gate.watcher.figures(GATE)
    gate.watcher.canvas.show([])

    gate.until(lambda: gate.trial.picture(0) is not None)
    assert shown is not None
    assert gate.watcher.states(TRIED)[0] == WAITS
    assert gate.refused == 0


def test_a_trial_makes_room_when_recording_begins(gate: Gate) -> None:
    gate.record(HOLIDAY)
    gate.try_out("/gate/main")
    gate.until(lambda: gate.trial.picture(0) is not None)

    gate.record(ONE)

    gate.until(lambda: None in gate.told())
    assert gate.watcher.state(TRIED) == WAITS
    assert gate.written() == {"sub"}
    assert gate.refused == 0


def test_what_fails_may_be_put_right_by_a_trial_while_it_is_to_be_recorded(gate: Gate) -> None:
    gate.server.order("codec /gate/sub MP4V-ES")
    gate.record(ONE)
    gate.watcher.show([gate.camera], size=TILE)
    gate.until(lambda: gate.watcher.state(GATE) == (StreamState.UNSUPPORTED, Reason.CODEC))

    gate.try_out("/gate/main")

    gate.until(lambda: gate.trial.picture(0) is not None)
    assert gate.refused == 0
