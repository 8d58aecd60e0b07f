"""How long a month of footage lets a timeline wait, and what a segment takes in its index."""

from __future__ import annotations

from pathlib import Path

from console.bench import programs
from console.bench.plan import Figures, Plan
from console.demo.archived import START_US, generate, watch
from console.moved import LONGEST
from console.video.archive import DAY_US
from db.records import CameraId, Span, from_us

CAMERAS, DAYS = 81, 30


def timeline(plan: Plan) -> Figures:
    """The index of 81 cameras and 30 days (made in about a minute), shown by a timeline.

    The times are medians: ``first_ms`` from the wish for all of it to the rows in sight painted,
    ``month_ms`` to all rows and their sum, ``zoom_ms`` of the slowest zoom step, ``area_ms`` of
    looking through one camera's last day for what moved in a part of its picture: a look each
    quarter of a second, more than any camera's key frames give.
    """
    print("timeline: making a month of footage", flush=True)
    index = plan.folder / "month.db"
    figures = made(index, CAMERAS, DAYS)
    end_us = START_US + DAYS * DAY_US
    end = from_us(end_us)
    figures["looks"] = watch(index, CameraId(1), Span(end - LONGEST, end))
    return figures | programs.month_timer(index, CAMERAS, end_us)


def made(index: Path, cameras: int, days: int) -> Figures:
    """Make an index; how many segments it has, and what each takes."""
    segments = generate(index, cameras=cameras, days=days)
    return {
        "segments": segments,
        "bytes_a_segment": round(index.stat().st_size / segments, 1),
    }
