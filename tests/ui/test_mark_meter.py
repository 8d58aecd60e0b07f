"""The window tells the bench how long each key of the moment took."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.bench.key_times import key_times
from tests.ui.stage import Stage, wait_for
from ui.mark_meter import MarkMeter


def test_a_line_for_each_bookmark_whose_flash_was_painted(stage: Stage, tmp_path: Path) -> None:
    meter = MarkMeter(tmp_path / "marks", stage.window, stage.desk, stage.console)
    stage.window.activateWindow()
    stage.all_live()
    stage.wall.canvas.setFocus()
    wait_for(stage.wall.canvas.hasFocus)
    QTest.keyClick(stage.wall.canvas, Qt.Key.Key_Right)
    stage.clock.pass_(seconds=10)

    for count in (1, 2, 3):
        QTest.keyClick(stage.wall.canvas, Qt.Key.Key_B)
        wait_for(lambda: len(key_times(tmp_path / "marks")) == count)  # noqa: B023 -- at once

    meter.close()
    assert len(stage.console.bookmarks.newest()) == 3
