"""A timeline tells the bench how long a month takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.demo.archived import START_US, generate
from ui import month_timer
from ui.review.scale import DAY_US


def test_a_small_month_is_shown_and_timed(tmp_path: Path, qapp: QApplication) -> None:
    generate(tmp_path / "index.db", cameras=81, days=3)

    figures = month_timer.timed(tmp_path / "index.db", cameras=81, end_us=START_US + 3 * DAY_US)

    assert figures.keys() == {"first_ms", "month_ms", "zoom_ms"}
    assert 0 < figures["first_ms"] < figures["month_ms"]
    assert figures["zoom_ms"] > 0
