"""The engine that waits for another one's death: alone, and as processes over real RTSP."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import psutil
import pytest

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import RecordingChanged
from console.platform import lines, meeting
from console.video import standby, wire
from console.video.archive_reader import ArchiveReader
from console.video.channel import Channel as Line
from console.video.reserves import Reserves
from console.video.standby import (
    AGAIN_S,
    AT_FIRST_S,
    LONGEST_LINE,
    STEADY_S,
    Legacy,
    Standby,
)
from console.video.wire_footage import SetRecording, VolumeOrder
from console.workers import Lane, Workers
from tests.camera import LOGIN, PASSWORD, USERNAME, serving
from tests.console.video.footage import GATE, order, volume
from tests.console.video.watching import Watcher, source
from tests.fakes import FakeClock

LOADED_S = 30.0  # this machine may be shared


@pytest.fixture
def disk(tmp_path: Path) -> VolumeOrder:
    return volume(tmp_path / "disk")


def recorded(watcher: Watcher) -> bool:
    """Whether the camera is recorded, by the last word of the engine that answers now."""
    told = [event.cause for event in list(watcher.events) if isinstance(event, RecordingChanged)]
    return told[-1:] == [None]


def ready(watcher: Watcher) -> bool:
    """Whether somebody waits for the engine's death, with workers."""
    waiting = [p for p in watcher.engine().children() if "standby" in p.cmdline()]
    return any(len(process.children()) == 2 for process in waiting)


@pytest.mark.timeout(120)
def test_footage_goes_on_when_the_engine_is_killed_though_no_window_is_open(
    runtime: Path, tmp_path: Path, clips: dict[str, Clip], disk: VolumeOrder
) -> None:
    gate = Channel("/gate", "small", GATE, guarded=True)
    with serving(clips, [gate], login=LOGIN) as server:
        first = Watcher(tmp_path, standby_after_s=0.5)
        gate_there = source(
            GATE, server.port, "/gate", username=USERNAME, password=PASSWORD.reveal()
        )
        first.link.set_cameras([gate_there])
        first.link.set_recording([order()], [disk])
        first.until(lambda: recorded(first), seconds=LOADED_S)
        first.until(lambda: ready(first), seconds=LOADED_S)
        killed = first.engine()
        first.link.close()

        killed.kill()

        heard = Watcher(tmp_path)
        heard.until(lambda: recorded(heard), seconds=LOADED_S)
        heir = heard.engine()
        assert "standby" in heir.cmdline()
        assert all("--waits" in hand.cmdline() for hand in heard.hands()[:2])
        assert PASSWORD.reveal() not in " ".join([*heir.cmdline(), *heir.environ().values()])
        heard.link.set_recording((), ())  # nothing to stay for any more
        heard.close()
        assert first._workers.close() == []
        assert not heir.is_running() or heir.status() == psutil.STATUS_ZOMBIE
    with contextlib.closing(ArchiveReader(tmp_path / "footage.db")) as reader:
        assert len(reader.rows("select 1 from life")) == 2
        assert reader.rows("select count(*) from run")[0][0] >= 2


class Ward:
    """The end of an engine that somebody waits for."""

    def __init__(self, data: Path, clock: FakeClock, heirs: int = 0) -> None:
        self.workers = Workers()
        self.reserves = Reserves(data)
        with meeting.take(data) as place:
            assert place is not None
            with lines.listen(place.address, place.key) as listener:
                place.announce()
                self.left: Future[Legacy | None] = self.workers.submit(
                    lambda: standby.wait(data, self.reserves, 0, clock, heirs), Lane.LONG
                )
                self.line = Line(listener.accept())
        hello, _ = self.line.receive()
        assert isinstance(hello, wire.Hello)
        assert hello.role is wire.Role.STANDBY

    def end(self) -> Legacy | None:
        """Hang up; what the one who waited makes of it."""
        self.line.hang_up()
        self.line.close()
        left = self.left.result(timeout=LOADED_S)
        assert self.workers.close() == []
        return left


def test_whoever_waits_gets_the_newest_orders(
    runtime: Path, tmp_path: Path, clock: FakeClock, disk: VolumeOrder
) -> None:
    ward = Ward(tmp_path, clock)
    camera = source(GATE, 9, "/gate", username=USERNAME, password=PASSWORD.reveal())
    ward.line.send(wire.SetCameras((camera,)))
    ward.line.send(SetRecording((), ()))
    ward.line.send(SetRecording((order(),), (disk,)))

    left = ward.end()

    assert left == Legacy((camera,), SetRecording((order(),), (disk,)), heirs=1)


def test_nobody_follows_an_engine_that_said_goodbye(
    runtime: Path, tmp_path: Path, clock: FakeClock
) -> None:
    ward = Ward(tmp_path, clock)
    ward.line.send(wire.Goodbye())

    assert ward.end() is None


@pytest.mark.parametrize(
    ("lived_s", "heirs", "follows"),
    [(1.0, LONGEST_LINE - 1, True), (1.0, LONGEST_LINE, False), (STEADY_S, LONGEST_LINE, True)],
)
def test_a_long_line_of_engines_that_die_young_ends(
    runtime: Path, tmp_path: Path, clock: FakeClock, lived_s: float, heirs: int, follows: bool
) -> None:
    ward = Ward(tmp_path, clock, heirs)
    clock.pass_(seconds=lived_s)

    assert (ward.end() is not None) is follows


def test_an_engine_that_died_before_anybody_could_wait_is_followed(
    runtime: Path, tmp_path: Path, clock: FakeClock
) -> None:
    reserves = Reserves(tmp_path)

    assert standby.wait(tmp_path, reserves, 2, clock, 0) == Legacy(heirs=1)


class Starts:
    """Starts harmless processes instead of ours: what is tried is when."""

    def __init__(self) -> None:
        self.made: list[subprocess.Popen[bytes]] = []

    def __call__(self, _command: list[str], **_options: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "input()"]
        self.made.append(subprocess.Popen(command, stdin=subprocess.PIPE))
        return self.made[-1]


@pytest.fixture
def starts() -> Iterator[Starts]:
    starts = Starts()
    yield starts
    for process in starts.made:
        process.kill()
        process.wait()
        if process.stdin is not None:
            process.stdin.close()


def started(clock: FakeClock, waiting: Standby, starts: Starts, seconds: float) -> int:
    """How many were started by then."""
    clock.pass_(seconds=seconds)
    waiting.look()
    return len(starts.made)


def test_the_first_pictures_of_a_start_come_first(
    tmp_path: Path, clock: FakeClock, starts: Starts
) -> None:
    waiting = Standby(tmp_path, 2, clock, heirs=0, after_s=AT_FIRST_S, start=starts)

    assert started(clock, waiting, starts, AT_FIRST_S - 0.1) == 0
    assert started(clock, waiting, starts, 0.1) == 1
    assert started(clock, waiting, starts, 100.0) == 1
    waiting.end()


def test_a_standby_that_ended_is_started_again_after_a_while(
    tmp_path: Path, clock: FakeClock, starts: Starts, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = Standby(tmp_path, 2, clock, heirs=1, start=starts)
    assert started(clock, waiting, starts, 0.0) == 1  # whoever followed a dead one: at once
    starts.made[0].kill()
    starts.made[0].wait()

    assert started(clock, waiting, starts, 0.0) == 1
    assert started(clock, waiting, starts, AGAIN_S) == 2
    assert "the standby ended" in caplog.text
    caplog.clear()
    waiting.end()


def test_a_reserve_that_died_is_not_relied_on(tmp_path: Path, starts: Starts) -> None:
    reserves = Reserves(tmp_path, starts)
    reserves.prepare(3)
    dead, used, left = starts.made
    dead.kill()
    dead.wait()

    assert reserves.start(0) is used
    assert used.wait(LOADED_S) == 0  # it was told to begin
    reserves.close()
    assert left.poll() is not None
    assert reserves.start(1) is starts.made[3]


_DEAF = "import os, threading; os.close(0); os.write(1, b'.'); threading.Event().wait()"


def test_a_reserve_that_does_not_listen_any_more_is_passed_over(tmp_path: Path) -> None:
    """It dies this moment: the engine's thread must not die of that."""
    made: list[subprocess.Popen[bytes]] = []

    def start(_command: list[str], **_options: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", _DEAF]
        made.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return made[-1]

    reserves = Reserves(tmp_path, start)
    reserves.prepare(1)
    assert made[0].stdout is not None
    made[0].stdout.read(1)  # it is deaf from now on

    assert reserves.start(0) is made[1]
    assert made[0].poll() is not None
    for process in made:
        process.kill()
        process.wait()
        for file in (process.stdin, process.stdout):
            if file is not None:
                file.close()


def test_orders_that_nobody_told_of_are_not_no_orders(
    runtime: Path, tmp_path: Path, clock: FakeClock
) -> None:
    assert Ward(tmp_path, clock).end() == Legacy((), None, heirs=1)
