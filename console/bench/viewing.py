"""How fast a viewing copy is made, beside ffmpeg encoding the same segments."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path
from typing import NamedTuple

from console.bench import station
from console.bench.costs import Spent
from console.bench.media import MAIN
from console.bench.plan import Figures, Plan
from console.bench.seek import linked, source
from console.bench.tools import BenchFailed, need
from console.platform import processes
from console.video import footage_files
from console.video.evidence_orders import Mask, MaskAt, StripWords
from console.video.film import Film
from console.video.link import Link
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.footage_records import Plan as Recorded
from db.records import CameraId, Span, StreamRole, from_us

MINUTES = 10
_CAMERA = CameraId(1)
_WHOLE_S = 75.0  # until the last segment of the span is whole
_BEGUN_S = 40.0
_WORDS = StripWords("Cổng chợ Phường Đức Thắng, hướng Nguyễn Thượng Hiền", "VV-2026-000123", 420)
_MASK = Mask((MaskAt(0, (0.1, 0.1, 0.3, 0.4)),))


class _Cost(NamedTuple):
    wall_s: float
    cpu_s: float


def viewing(plan: Plan, minutes: float = MINUTES) -> Figures:
    """Ten minutes of 1080p, the wall closed: our viewing copy, with a mask, and ffmpeg's encoding.

    ``speed_ratio`` is ffmpeg's time ÷ ours: ``-c:v libx264 -preset veryfast`` over the same
    segments, on as many threads; they take turns, medians of the rounds.
    On a machine that does other things, too, only ``cpu_ratio`` says something: processor time,
    ffmpeg's ÷ ours.
    """
    need("ffmpeg")
    data = plan.station(0)
    with linked(data) as link:
        _record(plan, data, link, minutes)
        segments = _whole_segments(data / "footage")
        listed = plan.folder / "viewed.txt"
        listed.write_text("".join(f"file '{path}'\n" for _, _, path in segments), "utf-8")
        span = Span(from_us(segments[0][0]), from_us(segments[-1][1]))
        ours, theirs, held = [], [], ""
        for number in range(plan.rounds):
            target = plan.folder / f"viewing-{number}.mp4"
            before, began_s = plan.spent(link.engine_pid), plan.now_s()
            held = _made(link, span, target)
            ours.append(_Cost(plan.now_s() - began_s, _used_s(before, plan.spent(link.engine_pid))))
            target.unlink()
            used_s, began_s = _of_children_s(), plan.now_s()
            _encoded(listed, target)
            theirs.append(_Cost(plan.now_s() - began_s, _of_children_s() - used_s))
            target.unlink()
    print(f"viewing: the copy held {held}", flush=True)
    turns = list(zip(ours, theirs, strict=True))
    return {
        "viewing_s": round(statistics.median(each.wall_s for each in ours), 2),
        "ffmpeg_s": round(statistics.median(each.wall_s for each in theirs), 2),
        "speed_ratio": round(statistics.median(b.wall_s / a.wall_s for a, b in turns), 2),
        "cpu_ratio": round(statistics.median(b.cpu_s / a.cpu_s for a, b in turns), 2),
        "recorded_s": round((span.end - span.start).total_seconds(), 1),
        "frames": json.loads(held)["frames"],
    }


def _used_s(before: Spent, after: Spent) -> float:
    """The engine's processor time in between; a process that was born counts, too."""
    return sum(after.seconds[pid] - before.seconds.get(pid, 0.0) for pid in after.seconds)


def _of_children_s() -> float:
    """The processor time of all programs that the bench has run to their ends."""
    times = os.times()
    return times.children_user + times.children_system


def _record(plan: Plan, data: Path, link: Link, minutes: float) -> None:
    """Have one camera of 1080p recorded for so long, and its last segment made whole."""
    print(f"viewing: recording {minutes:g} min", flush=True)
    link.set_cameras([source(plan, _CAMERA, MAIN.name)])
    volume = station.volume(data)
    order = RecordOrder(_CAMERA, StreamRole.SUB, Recorded.ALWAYS, "", False, 2, 0)
    volumes = [VolumeOrder(station.VOLUME, str(volume), 0, True)]
    link.set_recording([order], volumes)
    plan.patience.until(
        "footage",
        lambda: any(footage_files.partials(volume)),
        within_s=_BEGUN_S,
    )
    plan.patience.rest(minutes * 60)
    link.set_recording([], volumes)
    link.set_cameras([])
    plan.patience.until(
        "the last segment",
        lambda: not any(footage_files.partials(volume)),
        within_s=_WHOLE_S,
    )


def _whole_segments(footage: Path) -> list[tuple[int, int, Path]]:
    """What was recorded: first and last instant of each file, and the file, in order."""
    found = []
    for path in footage_files.files(footage):
        said = footage_files.parse_name(path.name)
        if said is not None:
            film = Film(str(path), said.camera_id, said.role, said.start_us)
            found.append((film.start_us, film.end_us, path))
    return sorted(found)


def _made(link: Link, span: Span, target: Path) -> str:
    return link.view(
        _CAMERA,
        StreamRole.SUB,
        span,
        target,
        _WORDS,
        [_MASK],
        stop=Stop(),
        progressed=lambda *_: None,
    )


def _encoded(listed: Path, target: Path) -> None:
    """Have ffmpeg encode the segments of a list, on as many threads as we do.

    Raises:
        BenchFailed: it could not.
    """
    threads = ["-threads", str(processes.cores())]
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *threads]
    command += ["-f", "concat", "-safe", "0", "-i", str(listed), "-map", "0:v"]
    command += ["-c:v", "libx264", "-preset", "veryfast", *threads, "-pix_fmt", "yuv420p"]
    command += ["-movflags", "+faststart", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchFailed(f"ffmpeg could not encode: {done.stderr.strip()[-300:]}")
