"""What the native copy of an hour takes, against plain tools; and what a wall shows meanwhile."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path

from console.bench import station
from console.bench.eye import Tile, watch
from console.bench.media import MAIN
from console.bench.plan import Figures, Plan, median
from console.bench.programs import Window
from console.bench.seek import linked
from console.bench.ten_minutes import copied
from console.bench.tools import BenchFailed, need, tree
from console.errors import EngineLost
from console.video import footage_files
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.film import Film
from console.video.hashing import sha256_of
from console.video.link import Link
from console.video.wire_footage import VolumeOrder
from console.workers import Lane, Stop, Workers
from db.footage_records import EndReason, Segment
from db.records import CameraId, Span, StreamRole, from_us

CAMERA = CameraId(1)
LENGTH_S, SEGMENT_S = 3600, 60
TILES = 16
START_US = 1_790_000_000_000_000
_MB = 1 << 20
_LOOKS_A_S = 40.0
_WITHIN_S = 40.0  # a failure, not a figure


def export(plan: Plan) -> Figures:
    """An hour of 4 Mbit/s is copied as evidence is: cut, fsync, read again for its hashes.

    ``ratio`` is our time ÷ that of ``ffmpeg -c copy`` over the same segments, fsync and
    ``openssl dgst -sha256`` of what came; they take turns, medians of the plan's rounds.
    ``rss_mb`` is the most memory that the job worker, which does all of it, ever had.
    ``wall_fps_min`` and ``wall_fps_mean`` are what 16 tiles show while one hour after the other is
    copied so, by the engine that paints them; ``others_cpu`` is what disturbed that.
    """
    need("ffmpeg", "openssl")
    data = plan.station(0)
    print("export: making an hour of footage", flush=True)
    volume = station.volume(data)
    paths, end_us = footage(plan.clips[MAIN.name], data, volume, LENGTH_S)
    span = Span(from_us(START_US), from_us(end_us))
    listed = plan.folder / "segments.txt"
    listed.write_text("".join(f"file '{path}'\n" for path in paths), "utf-8")
    with linked(data) as link:
        link.set_recording((), [VolumeOrder(station.VOLUME, str(volume), 0, True)])
        begun = Span(span.start, from_us(START_US + 1))
        plan.patience.until(
            "a job worker", lambda: _is_there(plan, link, begun), within_s=_WITHIN_S, every_s=0.2
        )
        _theirs(plan, listed)  # a virtual PC's memory costs who touches it first: not always us
        rounds = plan.repeated("export", lambda: _round(plan, link, span, listed))
    return {
        **median(rounds),
        "rss_mb": round(max(each["rss_mb"] for each in rounds), 1),
        "segments": len(paths),
        **beside_wall(plan, LENGTH_S),
    }


def beside_wall(plan: Plan, seconds: int) -> Figures:
    """What the wall shows while footage of so many seconds is copied over and over."""
    data = plan.station(TILES)
    # Of today: the window would doubt the PC's date, in a bar that moves the tiles away.
    start_us = round((plan.unix_s() - 2 * seconds) * 1_000_000)
    clip, volume = plan.clips[MAIN.name], station.volume(data)
    _, end_us = footage(clip, data, volume, seconds, start_us)
    span = Span(from_us(start_us), from_us(end_us))
    with plan.opened_on(data, TILES) as opened, linked(data) as link:
        places = plan.settled(opened, TILES)
        plan.patience.until(
            "a job worker", lambda: _is_there(plan, link, span), within_s=_WITHIN_S, every_s=0.2
        )
        return median(
            plan.repeated(
                "export beside a wall", lambda: _wall_round(plan, opened, places, link, span)
            )
        )


def _wall_round(plan: Plan, opened: Window, places: list[Tile], link: Link, span: Span) -> Figures:
    workers, enough = Workers(), Stop()

    def copy() -> int:
        copies = 0
        while not enough.is_set():
            _ours(plan, link, span)
            copies += 1
        return copies

    try:
        copying = workers.submit(copy, Lane.LONG)
        before = plan.spent(opened.pid)
        watched = watch(
            plan.screen, places, plan.patience, seconds=plan.seconds, looks_a_s=_LOOKS_A_S
        )
        others = plan.spent(opened.pid).others_since(before)
        enough.set()
        copies = copying.result()
    finally:
        enough.set()
        workers.close()
    return {
        "wall_fps_min": min(watched.fps),
        "wall_fps_mean": statistics.fmean(watched.fps),
        "wall_copies": copies,
        "others_cpu": others,
    }


def footage(
    clip: Path, data: Path, volume: Path, seconds: int, start_us: int = START_US
) -> tuple[list[Path], int]:
    """Give a station so much footage of one camera, and an index of it; its files, and its end.

    Raises:
        BenchFailed: ffmpeg could not make it.
    """
    made = data / "made"
    made.mkdir()
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-stream_loop", "-1", "-i", str(clip)]
    command += ["-t", str(seconds), "-map", "0:v", "-c", "copy", "-f", "segment"]
    command += ["-segment_time", str(SEGMENT_S), "-reset_timestamps", "1"]
    command += ["-segment_format", "mp4", "-segment_format_options"]
    command += ["movflags=frag_keyframe+empty_moov+default_base_moof", str(made / "%04d.mp4")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchFailed(f"ffmpeg could not make footage: {done.stderr.strip()[-300:]}")
    paths, at_us = [], start_us
    archive = Archive(data / INDEX_FILE)
    with archive.batch():
        archive.set_volumes({station.VOLUME: str(volume)})
        for each in sorted(made.iterdir()):
            path = footage_files.segment_path(
                volume, CAMERA, StreamRole.MAIN, at_us, quicktime=False
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            each.rename(path)
            film = Film(str(path), CAMERA, StreamRole.MAIN, at_us)
            archive.add(_segment(film))
            paths.append(path)
            at_us = film.end_us
    archive.close()
    return paths, at_us


def _segment(film: Film) -> Segment:
    return Segment(
        camera_id=film.camera_id,
        role=film.role,
        volume_id=station.VOLUME,
        era=0,
        run_us=START_US,
        start_us=film.start_us,
        duration_us=film.end_us - film.start_us,
        monotonic_ns=0,
        camera_off_us=None,
        frames=len(film.rows),
        keys=len(film.keys),
        size_bytes=Path(film.place).stat().st_size,
        sha256=sha256_of(Path(film.place)),
        end_reason=EndReason.FULL,
        quicktime=False,
    )


def _round(plan: Plan, link: Link, span: Span, listed: Path) -> Figures:
    ours_s, size = _ours(plan, link, span)
    memory_mb = max(_most_mb(process.pid) for process in tree(os.getpid()))
    if not memory_mb:
        raise BenchFailed("the job worker has gone")
    theirs_s = _theirs(plan, listed)
    return {
        "ours_s": ours_s,
        "theirs_s": theirs_s,
        "ratio": ours_s / theirs_s,
        "mb": size / _MB,
        "rss_mb": memory_mb,
    }


def _is_there(plan: Plan, link: Link, span: Span) -> bool:
    """Whether something copies already."""
    try:
        _ours(plan, link, span)
    except EngineLost:
        return False
    return True


def _ours(plan: Plan, link: Link, span: Span) -> tuple[float, int]:
    target = plan.folder / "goc.mp4"
    began_s = plan.now_s()
    told = link.cut(
        CAMERA,
        StreamRole.MAIN,
        span,
        target,
        stop=Stop(),
        progressed=lambda *_: None,
        facts=True,
    )
    took_s = plan.now_s() - began_s
    target.unlink()
    found = json.loads(told)
    if found["missing"] or found["native"]["damaged"]:
        raise BenchFailed("not all of the footage was copied")
    return took_s, found["size_bytes"]


def _theirs(plan: Plan, listed: Path) -> float:
    target = plan.folder / "copied.mp4"
    began_s = plan.now_s()
    copied(listed, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    command = ["openssl", "dgst", "-sha256", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    took_s = plan.now_s() - began_s
    target.unlink()
    if done.returncode:
        raise BenchFailed(f"openssl could not hash: {done.stderr.strip()[-300:]}")
    return took_s


def _most_mb(pid: int) -> float:
    """The most memory that a job worker ever had (resident), 0 for other processes."""
    process = Path("/proc") / str(pid)
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        status = (process / "status").read_text("ascii", "replace")
    except OSError:  # it ended a moment ago
        return 0.0
    if b"job" not in words:
        return 0.0
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
