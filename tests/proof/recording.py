"""The engine is killed while it records, again and again: what is on disk opens, and is told."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av

from console.app import build
from console.clock import SystemClock
from console.demo import register, ward
from console.demo.media import FPS, GOP
from console.demo.ward import Fault
from console.events import RecordingChanged
from console.video import fmp4_reader, footage_files
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.ports import CameraSource
from console.video.rebuild import compare
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.footage_records import Gap, GapCause, RecordingRule, Segment
from db.records import Span, StreamRole, from_us, to_us
from tests import guarded
from tests.camera import make_clip, serving
from tests.console.video.watching import Watcher
from tests.proof.proof import Disproved

CAMERAS = 12
KILLS = 20
LOST_S = GOP / FPS + 1.0
BACK_S = 3.0
_RECORDED_S = 30.0  # each camera records, far more than that takes
_SHORT_S = (0.0, 8.0)
_LONG_S = (57.0, 63.0)  # when the first segments are full: they are ended, renamed and entered
_LONG_EACH = 8
_MENDED_S = 60.0
_SEAM_US = 1_000_000  # a frame's length is not known to the microsecond
_FOLDER = "footage"


@dataclass(frozen=True, slots=True)
class Station:
    """What the engine is told."""

    folder: Path
    cameras: tuple[CameraSource, ...]
    orders: tuple[RecordOrder, ...]
    volumes: tuple[VolumeOrder, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """What one kill did to one camera, by the index."""

    lost_s: float  # footage that is not there, before the kill
    back_s: float  # from the kill to the first picture that is there again
    told: bool  # there is a gap of just that length, with the right cause


def twenty_engines(folder: Path) -> str:
    """``kill -9`` of the engine at a random instant; half the time its workers die with it."""
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    clip = make_clip(folder / "clip.mp4", frames=120, width=640, height=360)
    scenes = {camera.scene for camera in ward.cameras()}
    clips = {ward.shelf_name(scene, StreamRole.SUB): clip for scene in scenes}
    with serving(clips, ward.channels(), login=ward.LOGIN) as server:
        station = _station(folder / "station", server.port, server.off_port)
        watcher = Watcher(station.folder, standby_after_s=1.0)
        try:
            killed = _kill(watcher, station)
            _settle(watcher, station)
        finally:
            watcher.link.set_recording((), ())  # an engine with orders would stay
            watcher.close()
    return _judged(station, killed)


def _station(folder: Path, port: int, off_port: int) -> Station:
    """The demo ward; the first dozen of its cameras that behave are recorded."""
    folder.mkdir()
    (folder / "station.toml").write_text(guarded.SETUP)
    (folder / _FOLDER).mkdir()
    console = build(folder, lambda _: None)
    try:
        ids = register.fill(console.fleet, port=port, off_port=off_port)
        console.recording.set_rule(RecordingRule())
        console.recording.add_volume(str(folder / _FOLDER), register.RESERVE_GB)
        well = [
            camera_id
            for camera_id, camera in zip(ids, ward.cameras(), strict=True)
            if camera.fault is Fault.NONE
        ][:CAMERAS]
        orders, volumes = console.recording.orders()
        return Station(
            folder,
            tuple(console.fleet.sources()),
            tuple(order for order in orders if order.camera_id in well),
            tuple(volumes),
        )
    finally:
        console.close()


def _kill(watcher: Watcher, station: Station) -> list[int]:
    """Kill the engine at random; when that was, in microseconds since 1970."""
    chance, pause, clock = random.Random(20), Stop(), SystemClock()
    killed: list[int] = []
    watcher.link.set_cameras(station.cameras)
    watcher.link.set_recording(station.orders, station.volumes)
    heard = 0
    for kill in range(KILLS):
        _until_recorded(watcher, heard)
        pause.wait(chance.uniform(*(_LONG_S if kill % _LONG_EACH == _LONG_EACH - 1 else _SHORT_S)))
        engine, workers = watcher.engine(), watcher.hands()
        heard = len(watcher.events)
        killed.append(to_us(clock.now()))
        for process in [engine, *(workers if kill % 2 else [])]:
            process.kill()
        print(f"kill {kill}: engine {engine.pid} and {len(workers)} workers", flush=True)
    _until_recorded(watcher, heard)
    return killed


def _until_recorded(watcher: Watcher, heard: int) -> None:
    """Wait until every camera is recorded, as was told after the first ``heard`` events."""

    def recorded() -> bool:
        causes = {
            event.camera_id: event.cause
            for event in watcher.events[heard:]
            if isinstance(event, RecordingChanged)
        }
        return list(causes.values()).count(None) == CAMERAS

    watcher.until(recorded, seconds=_RECORDED_S)


def _settle(watcher: Watcher, station: Station) -> None:
    """Give the keeper the time to mend what the last kill left."""
    growing = station.folder / _FOLDER

    def mended() -> bool:
        return len(footage_files.partials(growing)) <= CAMERAS

    watcher.until(mended, seconds=_MENDED_S)


def _judged(station: Station, killed: Sequence[int]) -> str:
    """Look at files and index with the eyes of somebody who comes later.

    Raises:
        Disproved: a file does not open, too much is lost, or the index lies.
    """
    volume = station.folder / _FOLDER
    pictures = sum(_opened(path) for path in footage_files.files(volume))
    tally = compare(station.folder, {station.volumes[0].volume_id: volume}, by_hash=True)
    print("\n".join(tally.lines()), flush=True)
    if not tally.whole or tally.cut_off:
        raise Disproved(f"index and files disagree: {' '.join(tally.lines())}")
    breaks = _breaks(station, killed)
    lost_s = max(each.lost_s for each in breaks)
    back = sorted(each.back_s for each in breaks)
    untold = sum(not each.told for each in breaks)
    line = (
        f"{len(killed)} kills of {CAMERAS} cameras: all {tally.segments} segments open"
        f" ({pictures} pictures); lost at most {lost_s:.2f} s; recording again after"
        f" {back[len(back) // 2]:.2f} s, at most {back[-1]:.2f} s;"
        f" {len(breaks) - untold} of {len(breaks)} gaps told"
    )
    if lost_s > LOST_S or back[-1] > BACK_S or untold:
        raise Disproved(line)
    return line


def _opened(path: Path) -> int:
    """How many pictures a segment has, each of them decoded.

    Raises:
        Disproved: it is cut off, or not all that it tells of is there.
    """
    scan = fmp4_reader.scan(path)
    if not scan.tail or scan.whole != path.stat().st_size:
        raise Disproved(f"{path.name} is not whole")
    with av.open(path) as container:
        pictures = sum(1 for _ in container.decode(video=0))
    if pictures != scan.tail["frames"]:
        raise Disproved(f"{path.name}: {pictures} of {scan.tail['frames']} pictures")
    return pictures


def _breaks(station: Station, killed: Sequence[int]) -> list[Break]:
    cameras = [order.camera_id for order in station.orders]
    span = Span(from_us(killed[0] - 3_600_000_000), from_us(killed[-1] + 3_600_000_000))
    reader = ArchiveReader(station.folder / INDEX_FILE)
    try:
        return [
            each
            for camera in cameras
            for each in _breaks_of(
                reader.segments(camera, None, span), reader.gaps([camera], span), killed
            )
        ]
    finally:
        reader.close()


def _breaks_of(segments: list[Segment], gaps: list[Gap], killed: Sequence[int]) -> list[Break]:
    """One camera's.

    Raises:
        Disproved: there is nothing before a kill, or nothing after it.
    """
    found = []
    for number, at_us in enumerate(killed):
        before = [segment for segment in segments if segment.start_us < at_us]
        after = [segment for segment in segments if segment.start_us >= at_us]
        if not before or not after:
            raise Disproved(f"no footage on both sides of kill {number}")
        end_us, start_us = before[-1].end_us, after[0].start_us
        told = any(
            gap.cause is GapCause.ENGINE_RESTARTED
            and abs(gap.start_us - end_us) <= _SEAM_US
            and abs((gap.end_us or 0) - start_us) <= _SEAM_US
            for gap in gaps
        )
        each = Break(max(0, at_us - end_us) / 1e6, (start_us - at_us) / 1e6, told)
        print(f"camera {before[-1].camera_id}, kill {number}: {each}", flush=True)
        found.append(each)
    return found
