"""The window is killed right after a tile has flashed: what was marked is kept, and its footage."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from console.app import build
from console.audit_check import verify
from console.backup_files import STORE_FILE
from console.bench.key_times import key_times
from console.clock import SystemClock
from console.demo import register
from console.demo.media import FPS, GOP
from console.platform.children import environment
from console.video import footage_files
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.workers import Stop
from db.case_records import Bookmark
from db.footage_records import RecordingRule, Segment
from db.records import Span, from_us, to_us
from db.store import Store
from tests import guarded
from tests.camera import LOGIN, make_clip, serving
from tests.house.set_up import ROOT
from tests.proof.proof import Disproved
from tests.proof.ward import wait_for

ROUNDS = 10
CAMERAS = 4  # as many as ``tests.proof.presser`` marks
LOST_S = GOP / FPS + 1.0
_FLASHES_S = 240.0  # from the start of a window to its first flash, on a PC that does much else
_RECORDED_S = 120.0
_BEFORE_S = 3.0  # of footage are there before a key that counts
_DIES_LATER_S = (0.0, 2.0)  # the engine, after the window
_LOOK_S = 0.002  # after a flash
_SEAM_US = 250_000  # a frame's length is not known to the microsecond
_FOLDER = "footage"


@dataclass(frozen=True, slots=True)
class Life:
    """How long an engine was seen to record, in microseconds since 1970, until it was killed."""

    since_us: int
    killed_us: int


@dataclass(slots=True)
class Scene:
    """The station, what was told of it so far, and its engines' lives."""

    folder: Path
    told: int = 0
    since_us: int = 0  # this engine is seen to record; 0: not yet
    lives: list[Life] = field(default_factory=list)

    @property
    def station(self) -> Path:
        """Its data folder."""
        return self.folder / "station"

    @property
    def footage(self) -> Path:
        """Where it records to."""
        return self.station / _FOLDER

    @property
    def marks(self) -> Path:
        """Where the window tells of flashes."""
        return self.folder / "marks"


def ten_windows(folder: Path) -> str:
    """``kill -9`` of the window as it tells of a flash; each other time of its engine, too."""
    scene, chance = Scene(folder), random.Random(10)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    clip = make_clip(folder / "clip.mp4", frames=120, width=640, height=360)
    with serving({"clip": clip}, guarded.channels(CAMERAS, "clip"), login=LOGIN) as server:
        _make(scene, server.port)
        try:
            for number in range(ROUNDS):
                _round(scene, chance.uniform(*_DIES_LATER_S) if number % 2 else None)
                kept = _look_over(scene)
                print(f"round {number}: {scene.told} flashes, {len(kept)} bookmarks", flush=True)
            _mend(scene)
        finally:
            _end(scene)
    return _judged(scene, kept)


def _make(scene: Scene, port: int) -> None:
    guarded.made(scene.station, port, CAMERAS, officer=False)
    scene.footage.mkdir()
    console = build(scene.station, lambda _: None)
    try:
        console.recording.set_rule(RecordingRule())
        console.recording.add_volume(str(scene.footage), register.RESERVE_GB)
    finally:
        console.close()


def _round(scene: Scene, engine_dies_s: float | None) -> None:
    """One window's life and death."""
    window = _opened(scene)
    try:
        _until_recorded(scene)
        seen = len(key_times(scene.marks))
        wait_for("a flash", lambda: len(key_times(scene.marks)) > seen, _FLASHES_S, look_s=_LOOK_S)
    finally:
        window.kill()
        window.wait()
    scene.told += len(key_times(scene.marks))
    if engine_dies_s is not None:
        Stop().wait(engine_dies_s)
        scene.lives.append(Life(scene.since_us, to_us(SystemClock().now())))
        _end(scene)
        scene.since_us = 0


def _opened(scene: Scene) -> subprocess.Popen[bytes]:
    scene.marks.unlink(missing_ok=True)
    with (scene.folder / "log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.proof.presser", str(scene.station), str(scene.marks)],
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _until_recorded(scene: Scene) -> None:
    """Wait until keys are answered, and footage of every camera has come for a while."""
    wait_for("a first flash", lambda: bool(key_times(scene.marks)), _FLASHES_S)
    before = _sizes(scene)

    def growing() -> bool:
        now = _sizes(scene)
        return len(now) == CAMERAS and all(now[each] > before.get(each, 0) for each in now)

    wait_for("footage of every camera", growing, _RECORDED_S)
    Stop().wait(_BEFORE_S)
    scene.since_us = scene.since_us or to_us(SystemClock().now())


def _sizes(scene: Scene) -> dict[str, int]:
    """How much is on disk of each camera."""
    sizes: dict[str, int] = {}
    for path in footage_files.files(scene.footage):
        try:
            sizes[path.parent.name] = sizes.get(path.parent.name, 0) + path.stat().st_size
        except FileNotFoundError:  # it was ended, and has its name, just now
            continue
    return sizes


def _look_over(scene: Scene) -> list[Bookmark]:
    """The bookmarks that are kept, each with its hold, in a sound store with a whole log.

    Raises:
        Disproved: one that was told is not there, or something is not sound.
    """
    store = Store(scene.station / STORE_FILE, lambda _: None)
    try:
        store.look_through(thorough=True)
        verdict = verify(store, None, stop=Stop(), progressed=lambda *_: None)
        with store.read() as unit:
            kept = unit.bookmarks.newest(None, limit=10_000)
            holds = {each.id: each for each in unit.holds.in_force(SystemClock().now())}
    finally:
        store.close()
    if not verdict.whole:
        raise Disproved(f"the log is broken: {verdict.fault}")
    if len(kept) < scene.told:
        raise Disproved(f"{scene.told} tiles flashed, {len(kept)} bookmarks are there")
    for bookmark in kept:
        hold = None if bookmark.hold_id is None else holds.get(bookmark.hold_id)
        if hold is None or (hold.cameras, hold.span) != (
            frozenset(bookmark.cameras),
            bookmark.span,
        ):
            raise Disproved(f"bookmark {bookmark.id} is held by {hold}")
    return kept


def _mend(scene: Scene) -> None:
    """One more start, which brings what the kills left into the index."""
    window = _opened(scene)
    try:
        _until_recorded(scene)
        growing = CAMERAS
        wait_for(
            "a mended volume",
            lambda: len(footage_files.partials(scene.footage)) <= growing,
            _RECORDED_S,
        )
    finally:
        window.kill()
        window.wait()


def _end(scene: Scene) -> None:
    """End every process of the station, whoever its parent is."""
    while family := _family(scene):
        for process in family:
            process.kill()
        psutil.wait_procs(family, timeout=5.0)


def _family(scene: Scene) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            belongs = process.environ().get("XDG_RUNTIME_DIR") == str(scene.folder)
            if belongs and process.pid != os.getpid() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found


def _judged(scene: Scene, kept: Sequence[Bookmark]) -> str:
    """Look for the footage around each bookmark, up to the kill that came next.

    Raises:
        Disproved: more is missing than an engine's death may cost.
    """
    worst_us, judged = 0, 0
    reader = ArchiveReader(scene.station / INDEX_FILE)
    try:
        for life in scene.lives:
            for bookmark in kept:
                if life.since_us <= to_us(bookmark.at) < life.killed_us:
                    judged += 1
                    worst_us = max(worst_us, _lost_us(reader, bookmark, life))
    finally:
        reader.close()
    line = (
        f"{ROUNDS} windows and {len(scene.lives)} engines killed: {scene.told} flashes,"
        f" {len(kept)} bookmarks with their holds, log and store sound;"
        f" of the footage around {judged} of them {worst_us / 1e6:.2f} s lost at most"
    )
    if worst_us > LOST_S * 1e6:
        raise Disproved(line)
    return line


def _lost_us(reader: ArchiveReader, bookmark: Bookmark, life: Life) -> int:
    """How much of the footage from before a bookmark to the engine's end is not there."""
    start_us = to_us(bookmark.at) - round(_BEFORE_S * 1e6)
    around = Span(from_us(start_us), from_us(life.killed_us))
    return max(
        _missing_us(reader.segments(camera, None, around), start_us, life.killed_us)
        for camera in bookmark.cameras
    )


def _missing_us(segments: Sequence[Segment], start_us: int, end_us: int) -> int:
    """How much of a stretch no segment has; the seams between them are too short to be seen."""
    missing, at_us = 0, start_us
    for segment in segments:
        hole = segment.start_us - at_us
        missing += hole if hole > _SEAM_US else 0
        at_us = max(at_us, segment.end_us)
    return missing + max(0, end_us - at_us)
