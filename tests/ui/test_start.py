from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from console.bench.meter import last_reading
from console.events import StreamState
from tests.ui.conftest import ROOT
from tests.ui.stage import Stage
from ui.crash import CrashNotice
from ui.meter import Meter

_HEAVY = (
    "av",
    "vlc",
    "cv2",
    "numpy",
    "sqlalchemy",
    "alembic",
    "db.store",
    "console.app",
    "keyring",
)
_IMPORTED = f"""
import json, sys
import ui.start
print(json.dumps([name for name in {_HEAVY!r} if name in sys.modules]))
"""


def test_the_window_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []


def test_a_bug_is_told_with_a_number_and_its_traceback_goes_to_the_log(
    qtbot: QtBot, vietnamese: QTranslator, caplog: pytest.LogCaptureFixture
) -> None:
    notice = CrashNotice()
    notice.install()
    try:
        with qtbot.waitSignal(notice.happened) as told:
            sys.excepthook(ZeroDivisionError, ZeroDivisionError("secret detail"), None)
    finally:
        notice.remove()

    [words] = told.args
    [record] = caplog.records
    assert record.levelno == logging.CRITICAL
    assert str(record.args[0]) in words
    assert "secret detail" not in words
    caplog.clear()


def test_a_bug_on_another_thread_is_told_too(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    notice = CrashNotice()
    notice.install()
    try:
        with qtbot.waitSignal(notice.happened):
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        notice.remove()

    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_the_bench_reads_where_pictures_are_and_how_many_were_painted(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    stage.all_live()
    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    file = tmp_path / "meter.jsonl"
    meter = Meter(file, stage.wall.canvas, stage.clock)

    qtbot.waitUntil(lambda: last_reading(file) is not None)
    meter.close()

    reading = last_reading(file)
    assert reading is not None
    [tile] = reading.tiles
    assert (tile.number, tile.painted, tile.decoded) == (1, 1, 1)
    picture = stage.window.grab().toImage()
    corner = stage.window.mapToGlobal(stage.window.rect().topLeft())
    left, top = tile.x - corner.x(), tile.y - corner.y()
    assert picture.pixelColor(left, top).red() == 200
    assert picture.pixelColor(left + tile.width - 1, top).red() == 200
    assert stage.standing.of(stage.shown[0]).state is StreamState.LIVE
