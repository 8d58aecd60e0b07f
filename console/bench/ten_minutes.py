"""What shows only after ten minutes: whether synced cameras drift apart, and what a cut takes."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from console.bench.eye import quantile
from console.bench.media import HD
from console.bench.plan import Figures, Plan
from console.bench.seek import FIRST, FOUR, SIZES, linked, recorded
from console.bench.tools import BenchFailed, need
from console.video import footage_files
from console.video.footage_ports import ReviewPlace, ReviewPlayer
from console.video.link import Link
from console.workers import Stop
from db.records import CameraId, Span, StreamRole, from_us

MINUTES = 10
_BEHIND = timedelta(seconds=10)  # of what is recorded at the moment
_LAST_S = 60.0  # of the ten minutes: as far apart as they get
_LOOK_S = 0.05
_ENDED_S = 75.0  # until the last segment of the span is whole
_CUTS = 3


def ten_minutes(plan: Plan) -> Figures:
    """Four cameras play for ten minutes on one clock while they are recorded; then one is cut.

    ``drift_frames`` is how far apart, in pictures, two of the four are in the last minute (p95 of
    many looks; less than one is no drift: the cameras do not take their pictures at one instant).
    ``cut_ratio`` is the time of our cut of the ten minutes ÷ that of ``ffmpeg -c copy`` over the
    same segments; they take turns, medians of three.
    """
    need("ffmpeg")
    data = plan.station(0)
    with linked(data) as link:
        began_s = recorded(plan, data, link)
        span_began_s = plan.unix_s()
        player = link.player()
        try:
            apart = _played(plan, player)
        finally:
            player.close()
        span_ended_s = plan.unix_s()
        plan.patience.rest(_ENDED_S)
        span = Span(from_us(int(span_began_s * 1e6)), from_us(int(span_ended_s * 1e6)))
        figures = _cuts(plan, link, data / "footage", span)
        link.set_recording((), ())
    return {
        "drift_frames": round(quantile(sorted(apart), 0.95), 2),
        "recorded_s": round(span_ended_s - began_s, 1),
        **figures,
    }


def _played(plan: Plan, player: ReviewPlayer) -> list[float]:
    """Play; how many pictures the four were apart, at each look of the last minute."""
    print(f"ten minutes: playing {FOUR} cameras", flush=True)
    at = plan.patience.clock.now() - _BEHIND
    player.show([ReviewPlace(n, CameraId(FIRST + n), *SIZES[FOUR]) for n in range(FOUR)], at)
    player.go(at, 1.0)
    plan.patience.rest(MINUTES * 60 - _LAST_S)
    found, end_s = [], plan.now_s() + _LAST_S
    while plan.now_s() < end_s:
        plan.patience.rest(_LOOK_S)
        pictures = [player.view.picture(slot) for slot in range(FOUR)]
        instants = [picture.at_s for picture in pictures if picture is not None]
        if len(instants) < FOUR:
            raise BenchFailed("a camera is not played")
        found.append(apart_frames(instants, HD.fps))
    return found


def apart_frames(instants: Sequence[float], fps: float) -> float:
    """How far apart pictures that are shown at once were recorded, in lengths of a picture."""
    return (max(instants) - min(instants)) * fps


def _cuts(plan: Plan, link: Link, footage: Path, span: Span) -> Figures:
    segments = segments_in(footage, CameraId(FIRST), span)
    listed = plan.folder / "segments.txt"
    listed.write_text("".join(f"file '{path}'\n" for path in segments), "utf-8")
    ours, theirs, held = [], [], ""
    for number in range(_CUTS):
        target = plan.folder / f"cut-{number}.mp4"
        began_s = plan.now_s()
        held = link.cut(
            CameraId(FIRST), StreamRole.SUB, span, target, stop=Stop(), progressed=lambda *_: None
        )
        ours.append(plan.now_s() - began_s)
        target.unlink()
        began_s = plan.now_s()
        copied(listed, target)
        theirs.append(plan.now_s() - began_s)
        target.unlink()
    print(f"ten minutes: the cut held {json.loads(held)}", flush=True)
    return {
        "cut_s": round(statistics.median(ours), 3),
        "ffmpeg_s": round(statistics.median(theirs), 3),
        "cut_ratio": round(statistics.median(a / b for a, b in zip(ours, theirs, strict=True)), 2),
        "segments": len(segments),
    }


def segments_in(footage: Path, camera: CameraId, span: Span) -> list[Path]:
    """The whole segments that begin in a span or reach into it, in order."""
    found = sorted(
        (said.start_us, path)
        for path in footage_files.files(footage)
        if (said := footage_files.parse_name(path.name)) is not None and said.camera_id == camera
    )
    start_us, end_us = (int(at.timestamp() * 1e6) for at in (span.start, span.end))
    starts = [at_us for at_us, _ in found]
    first = max((n for n, at_us in enumerate(starts) if at_us <= start_us), default=0)
    return [path for at_us, path in found[first:] if at_us < end_us]


def copied(listed: Path, target: Path) -> None:
    """Have ffmpeg copy the segments of a list into one file.

    Raises:
        BenchFailed: it could not.
    """
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "concat", "-safe", "0"]
    command += ["-i", str(listed), "-map", "0:v", "-c", "copy", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchFailed(f"ffmpeg could not copy: {done.stderr.strip()[-300:]}")
