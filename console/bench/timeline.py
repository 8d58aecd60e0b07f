"""How long the footage index of a month lets a timeline wait, and what a segment takes in it."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from console.bench.plan import Figures, Plan
from console.demo.archived import START_US, generate
from console.video.archive_reader import ArchiveReader
from db.records import CameraId, Span, from_us

CAMERAS, DAYS = 81, 30
STEPS = 1200  # places of a timeline on a screen of 1920
_DAY_S, _HOUR_S = 86_400, 3_600
ZOOMS_S = (*(n * _DAY_S for n in (14, 7, 3, 1)), *(n * _HOUR_S for n in (12, 3, 1)), 600, 60, 10)
_LOOKS = 9


def timeline(plan: Plan) -> Figures:
    """The index of 81 cameras and 30 days (made in about a minute), asked in this process."""
    print("timeline: making a month of footage", flush=True)
    return asked(plan.folder / "month.db", plan.now_s, cameras=CAMERAS, days=DAYS)


def asked(path: Path, now_s: Callable[[], float], *, cameras: int, days: int) -> Figures:
    """Make an index at ``path`` and ask it.

    ``month_ms`` and ``zoom_ms`` are ``coverage``: of all of it, and of the slowest zoom step, at
    places that differ; ``rows_ms`` is what the review page asks for a month, as rows.  Medians.
    """
    segments = generate(path, cameras=cameras, days=days)
    reader = ArchiveReader(path)
    everyone = [CameraId(number) for number in range(1, cameras + 1)]
    month = Span(from_us(START_US), from_us(START_US) + timedelta(days=days))
    dice = random.Random(1)

    def took_ms(ask: Callable[[Span], object], length: timedelta) -> float:
        """The median over several places; the first one opens the file, and is not counted."""
        found = []
        for _ in range(_LOOKS + 1):
            start = month.start + (month.length - length) * dice.random()
            span = Span(start, start + length)
            began_s = now_s()
            ask(span)
            found.append((now_s() - began_s) * 1000)
        return statistics.median(found[1:])

    def covered(span: Span) -> object:
        return reader.coverage(everyone, span, STEPS)

    def rows(span: Span) -> object:
        read = reader.runs, reader.gaps, reader.outages
        return [each(everyone, span) for each in read]

    try:
        lengths = [timedelta(seconds=seconds) for seconds in ZOOMS_S]
        zooms = [took_ms(covered, length) for length in lengths if length < month.length]
        return {
            "segments": segments,
            "bytes_a_segment": round(path.stat().st_size / segments, 1),
            "month_ms": round(took_ms(covered, month.length), 1),
            "zoom_ms": round(max(zooms), 1),
            "rows_ms": round(took_ms(rows, month.length), 1),
        }
    finally:
        reader.close()
