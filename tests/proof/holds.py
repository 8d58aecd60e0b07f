"""A thousand holds over real files, kept to the limit: nothing that is held goes.

Seeded: holds begin and end at seams of files and a microsecond beside them, overlap, run out, are
prolonged, widened, released and placed while footage is being removed.  Between two parts the
index is made anew from the files by the command line.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from console.platform.children import command_line, environment
from console.video import fmp4, footage_files, parameter_sets, rebuild
from console.video import volumes as choice
from console.video.units import CLOCK_HZ, Codec
from console.workers import Stop
from db.footage_records import EndReason, GapCause, HoldId, RecordingRule, Segment
from db.records import CameraId, Span, StreamRole, from_us, to_us
from tests import wards
from tests.console.video.footage import DISK
from tests.fakes import FakeClock
from tests.footage import pictures
from tests.house.set_up import ROOT
from tests.keeping import KeptStation
from tests.proof.proof import Disproved

HOLDS = 1000
CAMERAS = 16  # two clusters of five share their room, the others keep for a day
HOURS = 8
_SECONDS = (20, 40, 50, 60)  # of a file
_PICTURES = 10  # of a file: few, so that it is small
_SHARE_ROOM = 1_000_000_000
_MUCH = 1 << 40
_SETTLE = timedelta(minutes=11)

Key = tuple[CameraId, int]


def a_thousand(folder: Path) -> str:
    """Record, hold, and remove by days, by share and for room."""
    trial = _Trial(folder)
    try:
        return trial.run()
    finally:
        trial.station.close()


class _Trial:
    """What there was, what must be there, and what may be gone."""

    def __init__(self, folder: Path) -> None:
        (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
        clock = FakeClock()
        self.chance, self.clock, self.busy = random.Random(1000), clock, False
        self.begin = clock.now()
        self.station = KeptStation(folder, clock, to_us(self.begin), self._on_asked)
        wards.fill(self.station.store, CAMERAS)
        with self.station.store.begin() as unit:
            self.cameras = [camera.id for camera in unit.fleet.cameras()]
            for cluster in unit.fleet.clusters()[:2]:
                rule = RecordingRule(cluster_id=cluster.id, days=365, share=1)
                unit.recording.set_rule(rule)
        self.files: dict[Key, Segment] = {}
        self.of: dict[CameraId, list[Segment]] = {camera: [] for camera in self.cameras}
        self.kept: dict[HoldId, set[Key]] = {}  # by each hold, as long as it keeps
        self.open: set[HoldId] = set()  # holds that were neither released nor have run out
        self.until: dict[HoldId, datetime] = {}
        self.ever_held: set[Key] = set()
        self.did: Counter[str] = Counter()

    def run(self) -> str:
        """All of it, in order; each part is followed by a look at every file."""
        self._record()
        while len(self.kept) < HOLDS:
            self._place()
        print(f"{len(self.files)} files, {len(self.ever_held)} of them held", flush=True)
        self.clock.pass_(days=1, hours=HOURS)
        self._sweep("days")
        self.station.want_free(self._free() - _SHARE_ROOM)
        self._sweep("share")
        self._release(HOLDS // 5)
        self._sweep("released, not on record yet")
        self.clock.pass_(minutes=_SETTLE.total_seconds() / 60)
        self._tend()
        self._sweep("released")
        self._make_index_anew()
        self._release(HOLDS // 5)
        self.clock.pass_(minutes=_SETTLE.total_seconds() / 60)
        if self.station.disposals.tend(Stop()):
            raise Disproved("an index that was made anew was believed at once")
        self._sweep("index anew")
        self.clock.pass_(days=1)
        self._tend()
        self._sweep("released, index anew")
        self._to_the_last()
        return self._told()

    def _record(self) -> None:
        for camera in self.cameras:
            at = self.begin
            while at < self.begin + timedelta(hours=HOURS):
                segment = _film(self.station.disk, camera, at, self.chance.choice(_SECONDS))
                self.files[camera, segment.start_us] = segment
                self.of[camera].append(segment)
                at = from_us(segment.end_us)
        self.station.enter(self.files.values())
        self.clock.pass_(hours=HOURS)

    # What officers do

    def _place(self) -> None:
        cameras = self.chance.sample(self.cameras, self.chance.choice((1, 1, 1, 2, 3)))
        span = self._some_span(cameras[0])
        days = self.chance.choice((None, None, 1, 2, 3))
        until = None if days is None else self.clock.now() + timedelta(days=days, minutes=7)
        hold = self.station.hold(cameras, span, until)
        self.open.add(hold)
        if until is not None:
            self.until[hold] = until
        self._keeps(hold, cameras, span)
        self.did["placed"] += 1

    def _some_span(self, camera: CameraId) -> Span:
        """Anywhere, or at the seam of two files, or a microsecond beside it."""
        seam = self.chance.choice(self.of[camera]).start_us
        start = seam + self.chance.choice((-1, 0, 1, self.chance.randrange(60_000_000)))
        length = self.chance.choice((1, 1_000_000, self.chance.randrange(1, 600_000_000)))
        return Span(from_us(start), from_us(start + length))

    def _keeps(self, hold: HoldId, cameras: list[CameraId], span: Span) -> None:
        """From now on the files that are there and that it touches are kept by it."""
        start_us, end_us = to_us(span.start), to_us(span.end)
        keys = {
            (camera, each.start_us)
            for camera in cameras
            for each in self.of[camera]
            if each.start_us < end_us and each.end_us > start_us
        }
        keys = {key for key in keys if self._path(key).exists()}
        self.kept.setdefault(hold, set()).update(keys)
        self.ever_held |= keys

    def _release(self, count: int) -> None:
        holds = self.chance.sample(sorted(self._in_force()), count)
        self.station.release(holds)
        self.open -= set(holds)
        self.did["released"] += count

    def _on_asked(self) -> None:
        """Officers do not wait while footage is removed: what the store says is never old."""
        if self.busy:
            return
        match self.chance.randrange(12):
            case 0 | 1:
                self._place()
            case 2:
                self._release(1)
            case 3:
                self._prolong()
            case 4:
                self._widen()

    def _prolong(self) -> None:
        ending = sorted(self._in_force() & self.until.keys())
        if ending:
            hold = self.chance.choice(ending)
            until = self.until[hold] + timedelta(days=9)
            with self.station.store.begin() as unit:
                unit.holds.extend(hold, until)
            self.until[hold] = until
            self.did["prolonged"] += 1

    def _widen(self) -> None:
        hold = self.chance.choice(sorted(self._in_force()))
        with self.station.store.begin() as unit:
            span = unit.holds.hold(hold).span
            wide = Span(span.start - timedelta(seconds=70), span.end + timedelta(seconds=1))
            its = unit.holds.widen(hold, wide)
        self._keeps(hold, list(its.cameras), its.span)
        self.did["widened"] += 1

    def _in_force(self) -> set[HoldId]:
        now = self.clock.now()
        return {hold for hold in self.open if hold not in self.until or self.until[hold] > now}

    # What the program does

    def _sweep(self, part: str) -> None:
        self.station.keeper.sweep(Stop())
        self._look(part)

    def _tend(self) -> None:
        """What has ended is put on record, and keeps no longer."""
        ended = self.kept.keys() - self._in_force()
        written = self.station.disposals.tend(Stop())
        if written != len(ended):
            raise Disproved(f"{len(ended)} holds had ended, {written} were put on record")
        for hold in ended:
            del self.kept[hold]
        self.did["on record"] += written

    def _make_index_anew(self) -> None:
        self.station.shut()
        words = ["check", "--data", str(self.station.folder), "--rebuild-index"]
        done = subprocess.run(
            command_line(words), cwd=ROOT, env=environment(), capture_output=True, text=True
        )
        print(done.stdout, done.stderr, flush=True)
        if done.returncode:
            raise Disproved("the index was not made anew")
        self.station.open()
        now_us = to_us(self.clock.now())
        self.station.desk.enter(lambda archive: archive.lives.begin(now_us, "test"))

    def _to_the_last(self) -> None:
        """Nothing but what is held is left: it stays, recording stops, and it is told."""
        order = self.station.want_free(self._free() + _MUCH)
        self._sweep("room")
        self.busy = True  # nobody changes anything any more
        self.station.keeper.sweep(Stop())
        self.station.keeper.look()
        self._look("room, again")
        must = set().union(*self.kept.values())
        if over := len(self._there() - must):
            raise Disproved(f"{over} files that nothing holds are left on a full disk")
        heard = self.station.heard
        chosen = choice.choose([order], heard.states, DISK)
        if not heard.only_held or chosen is not GapCause.DISK_FULL:
            raise Disproved(f"the disk is full of what is held, and nobody is told: {heard}")

    # What must hold

    def _look(self, part: str) -> None:
        """Every file that is kept is there and was not touched, in the index, too."""
        there, must = self._there(), set().union(*self.kept.values())
        if lost := must - there:
            raise Disproved(f"{part}: {len(lost)} held files are gone, {sorted(lost)[:3]} first")
        rows = {key for key, _ in self._rows()}
        if rows != there:
            raise Disproved(f"{part}: the index has {len(rows)} files, the disk {len(there)}")
        print(f"{part}: {len(there)} files there, {len(must)} of them held", flush=True)

    def _told(self) -> str:
        tally = rebuild.compare(self.station.folder, {DISK: self.station.disk}, by_hash=True)
        if not tally.whole:
            raise Disproved("what is left is not what was recorded")
        with self.station.store.read() as unit:
            hashes = {
                (each.camera_id, to_us(each.span.start)): each.sha256
                for hold in unit.holds.newest(10 * HOLDS)
                for each in unit.disposals.of(hold.id, len(self.files), None)
            }
        gone = self.ever_held - self._there()
        if unknown := gone - hashes.keys():
            raise Disproved(f"{len(unknown)} files were let go and are on no record")
        if any(hashes[key] != self.files[key].sha256.hex() for key in gone):
            raise Disproved("a record has another hash than the file had")
        done = ", ".join(f"{count} {what}" for what, count in sorted(self.did.items()))
        return (
            f"{len(self.files)} files, {len(self.ever_held)} held at some time: none was lost, "
            f"{len(gone)} were let go with their hashes; holds: {done}"
        )

    def _there(self) -> set[Key]:
        return {key for key in self.files if self._path(key).exists()}

    def _rows(self) -> Iterator[tuple[Key, Segment]]:
        all_time = Span(self.begin - timedelta(days=1), self.begin + timedelta(days=2))
        for camera in self.cameras:
            for each in self.station.reader.segments(camera, None, all_time):
                yield (camera, each.start_us), each

    def _path(self, key: Key) -> Path:
        return footage_files.path_of(self.station.disk, self.files[key])

    def _free(self) -> int:
        return shutil.disk_usage(self.station.disk).free


def _film(disk: Path, camera: CameraId, at: datetime, seconds: int) -> Segment:
    """A real file of so many seconds; all but its head was made once."""
    sets, fragments = _made(seconds)
    start_us = to_us(at)
    head = {
        "version": 1,
        "camera": camera,
        "role": StreamRole.SUB,
        "stream": 1,
        "run_us": start_us,
        "era": 0,
        "start_us": start_us,
        "monotonic_ns": start_us,
        "codec": "h264",
    }
    tail = {
        "reason": EndReason.FULL,
        "duration_us": seconds * 1_000_000,
        "frames": _PICTURES,
        "keys": _PICTURES,
        "damaged": 0,
        "camera_off_us": None,
    }
    path = footage_files.segment_path(disk, camera, StreamRole.SUB, start_us, quicktime=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fmp4.opening(sets, None, head) + fragments + fmp4.ending(tail))
    return footage_files.read_segment(path, DISK)


@cache
def _made(seconds: int) -> tuple[parameter_sets.Sets, bytes]:
    key = pictures(count=1, size=(64, 36))[0]
    sets = parameter_sets.collect(Codec.H264, key.data, None)
    assert sets is not None
    step = seconds * CLOCK_HZ // _PICTURES
    return sets, b"".join(
        fmp4.fragment(n + 1, [fmp4.picture(key.data, n * step, key=True)], n * step, step)
        for n in range(_PICTURES)
    )
