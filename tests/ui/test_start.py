from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.app import Console, build
from console.bench.meter import last_reading
from console.errors import StoreDamaged
from console.events import Post, StreamState
from console.station import Language
from tests import stores
from tests.fakes import FakeClock
from tests.ui.conftest import ROOT
from tests.ui.fake_engine import FakeEngine
from tests.ui.stage import Stage, wait_for
from ui import translation
from ui.crash import CrashNotice
from ui.main_window import MainWindow
from ui.meter import Meter
from ui.start import WindowOptions, run_window, station_options, window_options

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
    assert isinstance(record.args, tuple)
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


def test_the_window_opens_the_station_and_closes_everything_in_order(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path
) -> None:
    engine = FakeEngine(clock)
    shown: list[str] = []

    def opened(window: MainWindow) -> None:
        shown.append(window.pages.currentWidget().objectName())
        QTimer.singleShot(0, window.close)

    code = run_window(
        lambda post: build(tmp_path, post, engine=lambda _config, _workers: engine),
        WindowOptions(language="en"),
        opened,
    )

    assert (code, shown) == (0, ["wall-page"])
    assert engine.closed
    assert engine.canvases[0].closed


def test_a_station_that_speaks_english_does_so_from_the_next_start_on(
    qapp: QApplication,
    translations: Path,
    tmp_path: Path,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    # Given a window that begins in Vietnamese, and a station that was set to English
    translation.install(qapp, "vi", translations)
    console = build(stores.folder(tmp_path), lambda _: None, clock=clock)
    console.settings.change(replace(console.settings.get(), language=Language.ENGLISH))
    console.close()
    words: list[str] = []

    def opened(window: MainWindow) -> None:
        words.extend(window.rail.button(name).text() for name in ("wall", "settings"))
        window.listed.connect(QApplication.quit)

    # When it is opened
    code = run_window(
        lambda post: build(tmp_path, post, engine=lambda _config, _workers: FakeEngine(clock)),
        WindowOptions(),
        opened,
    )

    # Then its words are English
    assert (code, words) == (0, ["Wall", "Settings"])
    caplog.clear()  # where nobody has compiled the Vietnamese words, that is said


@pytest.mark.parametrize("error", [StoreDamaged(), ZeroDivisionError()])
def test_a_station_that_cannot_be_opened_says_so_and_ends_with_1(
    vietnamese: QTranslator, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    said: list[str] = []
    look = QTimer(interval=20)

    def read() -> None:
        for window in QApplication.topLevelWidgets():
            words = window.findChild(QLabel, "waiting")
            if isinstance(words, QLabel) and words.text().startswith("Không mở được"):
                said.append(words.text())
                look.stop()
                window.close()

    def fail(_post: Post) -> Console:
        raise error

    look.timeout.connect(read)
    look.start()
    code = run_window(fail, WindowOptions(language="en"))

    assert code == 1
    assert len(said) == 1
    caplog.clear()


def test_the_bench_reads_where_pictures_are_and_how_many_were_painted(
    stage: Stage, tmp_path: Path
) -> None:
    stage.all_live()
    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    file = tmp_path / "meter.jsonl"
    meter = Meter(file, stage.wall.canvas, stage.clock)

    wait_for(lambda: last_reading(file) is not None)
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


def test_the_assistant_asks_for_a_station_and_neither_for_the_demo_nor_the_bench() -> None:
    typed = argparse.Namespace(tiles=16, fullscreen=False, meter=None, stalls=None, marks=None)
    measured = argparse.Namespace(
        tiles=16, fullscreen=True, meter=Path("meter"), stalls=None, marks=None
    )

    assert station_options(typed).welcome
    assert not station_options(measured).welcome
    assert not window_options(typed).welcome
