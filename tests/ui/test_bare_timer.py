"""A Qt event loop tells the bench how late it is."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from console.bench.meter import stall_readings
from console.clock import SystemClock
from ui.bare_timer import StallTimer


def test_beats_are_written_once_a_second(tmp_path: Path, qtbot: QtBot) -> None:
    timer = StallTimer(tmp_path / "stalls", SystemClock())

    qtbot.waitUntil(lambda: bool(stall_readings(tmp_path / "stalls")), timeout=5000)
    timer.close()

    (reading,) = stall_readings(tmp_path / "stalls")
    assert 1 < sum(reading.beats.values()) <= 101
    assert reading.longest_ms >= 0
