"""A camera, the engine, a player: the seconds before the key was pressed are on disk, and play."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import RecordingChanged, ReviewMoved, TileState
from console.video import rebuild
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.footage_ports import ReviewPlace
from console.video.wire_footage import VolumeOrder
from db.footage_records import GapCause
from db.records import Span, from_us
from tests.camera import serving
from tests.console.video.footage import DISK, GATE, order, volume
from tests.console.video.watching import Watcher, source

LOADED_S = 30.0  # this machine may be shared


@pytest.fixture
def disk(tmp_path: Path) -> VolumeOrder:
    return volume(tmp_path / "disk")


@pytest.fixture
def recording(
    watcher: Watcher, clips: dict[str, Clip], disk: VolumeOrder
) -> Iterator[tuple[Watcher, int]]:
    """A camera that is recorded, and when its run began."""
    with serving(clips, [Channel("/gate", "small", GATE)]) as camera:
        watcher.link.set_cameras([source(GATE, camera.port, "/gate")])
        watcher.link.set_recording([order()], [disk])
        watcher.until(lambda: began(watcher), seconds=LOADED_S)
        yield watcher, began(watcher)[-1]
        watcher.link.set_recording((), ())


def began(watcher: Watcher) -> list[int]:
    """When each run began, as it was told."""
    return [
        event.since_us
        for event in list(watcher.events)
        if isinstance(event, RecordingChanged) and event.cause is None
    ]


def state(watcher: Watcher) -> TileState | None:
    """Where the player's tile stands."""
    moved = [event for event in list(watcher.events) if isinstance(event, ReviewMoved)]
    return moved[-1].tiles[0].state if moved else None


def test_what_was_recorded_a_moment_ago_plays(recording: tuple[Watcher, int]) -> None:
    watcher, began_us = recording
    player = watcher.link.player()

    player.show([ReviewPlace(0, GATE, 160, 90)], from_us(began_us) + timedelta(seconds=0.5))
    watcher.until(lambda: state(watcher) is TileState.SHOWN, seconds=LOADED_S)
    before = player.view.picture(0)
    player.go(None, 1.0)
    watcher.until(lambda: (now := player.view.picture(0)) and before and now.at_s > before.at_s)

    picture = player.view.picture(0)
    assert picture is not None
    assert picture.at_s * 1e6 >= began_us
    player.close()


def test_a_killed_engine_loses_a_second_and_records_again(
    recording: tuple[Watcher, int], disk: VolumeOrder, tmp_path: Path
) -> None:
    watcher, began_us = recording
    engine = watcher.engine()
    partial = Path(disk.path)
    watcher.until(lambda: any(path.stat().st_size for path in partial.glob("*/*/*.partial")))

    killed = SystemClock().now()
    os.kill(engine.pid, signal.SIGKILL)
    watcher.until(lambda: began(watcher)[-1] > began_us, seconds=LOADED_S)

    with contextlib.closing(ArchiveReader(tmp_path / INDEX_FILE)) as reader:
        span = Span(from_us(began_us) - timedelta(hours=1), killed + timedelta(hours=1))
        watcher.until(lambda: reader.runs([GATE], span), seconds=LOADED_S)  # it was mended
        watcher.link.set_recording((), [disk])
        watcher.until(
            lambda: [run.open for run in reader.runs([GATE], span)] == [False, False],
            seconds=LOADED_S,
        )
        gaps = [gap for gap in reader.gaps([GATE], span) if gap.start_us > began_us]
        assert [gap.cause for gap in gaps] == [GapCause.ENGINE_RESTARTED]
        [gap] = gaps
        first, second = reader.runs([GATE], span)
        assert (gap.start_us, gap.end_us) == (first.end_us, second.start_us)
        assert killed.timestamp() * 1e6 - first.end_us < 3_500_000  # a GOP of 2 s, and a second
        assert rebuild.compare(tmp_path, {DISK: partial}, by_hash=True).whole
