"""The engine process with orders to record: who stays, who is found, what is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import RecordingChanged, RecordingMeasured
from console.video.archive_reader import ArchiveReader
from console.video.wire_footage import RecordOrder, VolumeOrder
from db.footage_records import GapCause, Plan
from tests.camera import serving
from tests.console.video.footage import DISK, GATE, order, volume
from tests.console.video.watching import Watcher, source

HOLIDAY: RecordOrder = order(plan=Plan.WEEKLY, week="0" * 168)
LOADED_S = 30.0  # this machine may be shared


@pytest.fixture
def disk(tmp_path: Path) -> VolumeOrder:
    return volume(tmp_path / "disk")


@pytest.fixture
def engine_ends(watcher: Watcher) -> Iterator[None]:
    """An engine with orders stays; here it must not."""
    yield
    watcher.link.set_recording((), ())


def causes(watcher: Watcher) -> list[GapCause | None]:
    return [e.cause for e in list(watcher.events) if isinstance(e, RecordingChanged)]


@pytest.mark.usefixtures("engine_ends")
def test_a_recorded_camera_is_connected_though_nobody_looks(
    watcher: Watcher, clips: dict[str, Clip], disk: VolumeOrder
) -> None:
    channel = Channel("/gate", "small", GATE)
    with serving(clips, [channel]) as camera:
        watcher.link.set_cameras([source(GATE, camera.port, "/gate")])
        watcher.link.set_recording([order()], [disk])

        watcher.until(lambda: channel.visitors, seconds=LOADED_S)

        watcher.link.set_recording([HOLIDAY], [disk])
        watcher.until(lambda: causes(watcher)[-1:] == [GapCause.SCHEDULE], seconds=LOADED_S)
        watcher.until(lambda: not channel.visitors, seconds=LOADED_S)
        watcher.until(lambda: any(isinstance(e, RecordingMeasured) for e in watcher.events))


def test_the_engine_stays_for_its_orders_and_the_next_console_finds_it(
    runtime: Path, tmp_path: Path, disk: VolumeOrder
) -> None:
    first = Watcher(tmp_path, engine_workers=1)
    first.link.set_cameras([source(GATE, 9, "/gate")])
    first.link.set_recording([HOLIDAY], [disk])
    first.until(lambda: causes(first) == [GapCause.SCHEDULE], seconds=LOADED_S)
    engine = first.engine()
    first.link.close()

    heard = Watcher(tmp_path, engine_workers=1)
    heard.until(lambda: causes(heard) == [GapCause.SCHEDULE], seconds=LOADED_S)
    assert engine.is_running()
    assert heard.engine() == engine

    heard.link.set_recording((), ())  # nothing to stay for any more
    heard.close()
    assert first._workers.close() == []
    assert not engine.is_running() or engine.status() == psutil.STATUS_ZOMBIE
    reader = ArchiveReader(tmp_path / "footage.db")
    [(begun, ended)] = reader.rows("select begun_us, ended_us from life")
    assert ended > begun
    reader.close()


@pytest.mark.usefixtures("engine_ends")
def test_a_volume_that_is_not_there_is_told(watcher: Watcher, tmp_path: Path) -> None:
    watcher.link.set_cameras([source(GATE, 9, "/gate")])
    watcher.link.set_recording([order()], [VolumeOrder(DISK, str(tmp_path / "pulled"), 0, True)])

    watcher.until(lambda: causes(watcher) == [GapCause.DISK_LOST], seconds=LOADED_S)


def test_an_engine_that_is_told_to_end_by_the_system_ends_in_good_order(
    runtime: Path, tmp_path: Path, disk: VolumeOrder
) -> None:
    watcher = Watcher(tmp_path, engine_workers=1)
    watcher.link.set_cameras([source(GATE, 9, "/gate")])
    watcher.link.set_recording([HOLIDAY], [disk])
    watcher.until(lambda: causes(watcher) == [GapCause.SCHEDULE], seconds=LOADED_S)
    engine = watcher.engine()
    watcher.link.close()

    engine.terminate()

    engine.wait(timeout=LOADED_S)
    assert watcher._workers.close() == []
    reader = ArchiveReader(tmp_path / "footage.db")
    assert reader.rows("select count(*) from life where ended_us is not null") == [(1,)]
    reader.close()
