"""A timeline tells the bench how long a month takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.demo.archived import START_US, generate, watch
from db.records import CameraId, Span, from_us
from ui import month_timer
from ui.review.scale import DAY_US, HOUR_US


def test_a_small_month_is_shown_and_timed(tmp_path: Path, qapp: QApplication) -> None:
    index, end_us = tmp_path / "index.db", START_US + DAY_US
    generate(index, cameras=40, days=1)  # more than are in sight at once
    looks = watch(index, CameraId(1), Span(from_us(end_us - HOUR_US), from_us(end_us)))

    figures = month_timer.timed(index, cameras=40, end_us=end_us)

    assert looks > 1700  # a key frame each 2 s
    assert figures.keys() == {"first_ms", "month_ms", "zoom_ms", "area_ms"}
    assert figures["area_ms"] > 0
    assert 0 < figures["first_ms"] < figures["month_ms"]
    assert figures["zoom_ms"] > 0
