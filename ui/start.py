"""Opening the window: on screen first, the station behind it as soon as it is read."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.clock import SystemClock
from console.errors import Problem
from console.events import Post
from console.station import Language
from console.workers import Lane, Workers
from ui import theme, translation
from ui.bridge import Bridge
from ui.crash import CrashNotice
from ui.desk import Desk
from ui.garbage import GarbageCollector
from ui.main_window import MainWindow
from ui.review.service import Archive
from ui.standing import Standing
from ui.tasks import Tasks
from ui.theme import ThemeName

if TYPE_CHECKING:  # at run time they would be loaded before the window is painted
    from console.app import Console
    from ui.bare_timer import StallTimer
    from ui.mark_meter import MarkMeter
    from ui.meter import Meter

WIDTH, HEIGHT = 1366, 768
# Python lets a thread that counts run for 5 ms while others wait.  A bookmark's commit asks for
# the interpreter dozens of times, and each time waited for whatever else was read or drawn up.
_SWITCH_S = 0.0005
log = logging.getLogger(__name__)
OpenConsole = Callable[[Post], "Console"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """How the window shall come up.  ``meter``, ``stalls`` and ``marks`` are files for the bench.

    ``welcome``: the first-run assistant asks where the station has no officer.
    """

    tiles: int = 16
    fullscreen: bool = False
    language: str = translation.DEFAULT_LANGUAGE
    theme: ThemeName = ThemeName.NIGHT
    meter: Path | None = None
    stalls: Path | None = None
    marks: Path | None = None
    welcome: bool = False


def open_station(options: argparse.Namespace) -> int:
    """``ward-console open``: the station in ``options.data``; returns the exit code."""

    def open_console(post: Post) -> Console:
        # Loaded here, on a worker's thread, while the window is painted already.
        from console.app import build_live
        from console.config import default_folder

        return build_live(options.data or default_folder(), post)

    return run_window(open_console, station_options(options))


def station_options(options: argparse.Namespace) -> WindowOptions:
    """The same for a station of someone's own: who opens an empty one is helped to set it up.

    But for the bench, which measures the wall.
    """
    return replace(window_options(options), welcome=options.meter is None)


def window_options(options: argparse.Namespace) -> WindowOptions:
    """What the command line says about the window."""
    return WindowOptions(
        tiles=options.tiles,
        fullscreen=options.fullscreen,
        meter=options.meter,
        stalls=options.stalls,
        marks=options.marks,
    )


def run_window(
    open_console: OpenConsole,
    options: WindowOptions,
    opened: Callable[[MainWindow], None] | None = None,
) -> int:
    """Show the window until it is closed.

    Args:
        open_console: Called on a worker's thread once the window is painted; the console that
            it returns, with its engine, is closed here at the end.
        options: How the window comes up.
        opened: Called on the GUI thread when the station is on screen.

    Returns:
        The exit code: 1 when the station could not be opened.

    """
    sys.setswitchinterval(_SWITCH_S)
    app = QApplication.instance() or QApplication(["ward-console"])
    assert isinstance(app, QApplication)
    app.setApplicationName("ward-console")
    translation.install(app, options.language)
    theme.apply(app, options.theme)
    # Python hears a signal at the window's next tick, and everything is closed in order.
    before = {
        which: signal.signal(which, lambda *_: app.quit())
        for which in (signal.SIGINT, signal.SIGTERM)
    }
    session = _Session(open_console, options, opened, app)
    app.exec()
    code = session.close()
    for which, handler in before.items():
        signal.signal(which, handler)
    return code


class _Session(QObject):
    """The window and what it stands on, from the first paint to the last thread."""

    def __init__(
        self,
        open_console: OpenConsole,
        options: WindowOptions,
        opened: Callable[[MainWindow], None] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._garbage = GarbageCollector(self)
        clock = SystemClock()
        self._open_console = open_console
        self._options = options
        self._opened = opened
        self._workers = Workers()
        self._bridge = Bridge(self)
        self._tasks = Tasks(self._workers, self)
        self._console: Console | None = None
        self._code = 0
        self._spoken = Language(options.language)
        self._desk = Desk(self._bridge, self._tasks, Standing(self._bridge, clock, self), clock)
        self._window = self._show_window()
        self._crash = CrashNotice(self)
        self._crash.happened.connect(self._on_crash)
        self._crash.install()
        self._instruments: list[Meter | StallTimer | MarkMeter] = []
        QTimer.singleShot(0, self._begin)

    def close(self) -> int:
        """From top to bottom: window, workers, console.  Returns the exit code."""
        for instrument in self._instruments:
            instrument.close()
        self._window.let_go()
        if left := self._workers.close():
            log.warning("threads that did not end: %s", ", ".join(left))
        if self._console is not None:
            self._console.close()
        self._crash.remove()
        self._window.deleteLater()
        self._garbage.close()
        return self._code

    def _show_window(self) -> MainWindow:
        window = MainWindow(self._desk, self._options.tiles, self._options.theme)
        window.resize(WIDTH, HEIGHT)
        if self._options.fullscreen:
            # An X screen without a window manager, as the bench's, does not resize it.
            window.resize(window.screen().size())
            window.toggle_full_screen()
        else:
            window.show()
        return window

    def _speak(self, language: Language) -> None:
        """Begin anew in the station's language, which nobody knows before its store is open."""
        app = QCoreApplication.instance()
        if language is self._spoken or language is Language.VIETNAMESE or app is None:
            return  # Vietnamese is what the window began with, unless it was told otherwise
        self._spoken = language
        translation.switch(app, language)
        before = self._window
        self._window = self._show_window()
        before.let_go()
        before.hide()
        before.deleteLater()

    def _begin(self) -> None:
        self._tasks.run(
            self._build,
            done=self._on_open,
            failed=self._on_failed,
            lane=Lane.LONG,
        )

    def _build(self) -> tuple[Console, Language]:
        """Open the station.  On a worker's thread, for which ``close`` waits."""
        self._console = console = self._open_console(self._bridge.post)
        return console, console.settings.get().language

    def _on_open(self, opened: tuple[Console, Language]) -> None:
        console, language = opened
        if console.engine is None:
            raise ValueError("a window needs an engine")
        self._speak(language)
        options = self._options
        self._window.open(
            console,
            console.engine,
            self._spoken if options.welcome else None,
            Archive(console.footage, console.engine),
        )
        self._garbage.settle()
        self._measure()
        if self._opened is not None:
            self._opened(self._window)

    def _on_crash(self, words: str) -> None:
        if self._window.wall is None:
            self._code = 1
            self._window.give_up(words)
        else:
            self._window.notice.say(words)

    def _on_failed(self, problem: Problem) -> None:
        log.error("the station cannot be opened: %s", problem)
        self._code = 1
        self._window.fail(problem)

    def _measure(self) -> None:
        """Start what the bench asked for; nobody else waits for it to be loaded."""
        from ui.bare_timer import StallTimer
        from ui.mark_meter import MarkMeter
        from ui.meter import Meter

        options, wall, clock = self._options, self._window.wall, SystemClock()
        if options.meter is not None and wall is not None:
            self._instruments.append(Meter(options.meter, wall.canvas, clock, self))
        if options.stalls is not None:
            self._instruments.append(StallTimer(options.stalls, clock, self))
        if options.marks is not None and self._console is not None:
            self._instruments.append(
                MarkMeter(options.marks, self._window, self._desk, self._console)
            )
