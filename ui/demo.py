"""``ward-console demo``: a made-up ward in the real window, over real RTSP."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from console.demo.ledger import Ledger
from console.demo.player import Player
from console.demo.station import cache_folder, fresh_station
from console.errors import Problem
from console.events import Event, Noticed, Post, Progressed
from console.workers import Workers
from db.records import Camera

if TYPE_CHECKING:  # at run time all of this is loaded when it is needed, and no sooner
    from console.app import Console
    from ui.main_window import MainWindow

PICTURES = Path("demo-shots")  # in the folder where the command was typed
_DRAWING = 1  # the number of the job that draws the streets
# Any of these says that a window will be seen, or that someone chose where it goes.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_demo(options: argparse.Namespace) -> int:
    """Show the demo ward until its window is closed; without a screen, for 20 seconds.

    Its data folder is made anew and is gone afterwards; what was drawn stays in the cache.
    Returns the exit code.
    """
    screenless = options.screenless or (
        sys.platform == "linux" and not any(map(os.environ.get, _SCREENS))
    )
    if screenless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with ExitStack() as stack:
        workers = Workers()
        stack.callback(workers.close)
        player = Player(cache_folder())  # first: it loads its libraries while we load Qt
        stack.callback(player.close)
        folder = stack.enter_context(fresh_station(cache_folder()))
        return _show(options, player, folder, workers, screenless=screenless)


def _show(
    options: argparse.Namespace, player: Player, folder: Path, workers: Workers, *, screenless: bool
) -> int:
    from PySide6.QtWidgets import QApplication

    from ui import start, tour
    from ui.bridge import Bridge

    bridge = Bridge()
    ledger = Ledger()
    cameras: list[Camera] = []
    codes: list[int] = []
    problems: list[Problem] = []
    player.listen(workers, lambda share: bridge.post(Progressed(_DRAWING, int(share * 100), 100)))

    def open_console(post: Post) -> Console:
        from console.app import build_live
        from console.demo import ward

        def hear(event: Event) -> None:
            ledger.heard(event)
            post(event)

        try:
            console = build_live(folder, hear)
            ports = player.ports()
            ward.fill(console.fleet, port=ports.rtsp, off_port=ports.off)
        except Problem as problem:
            problems.append(problem)
            bridge.post(Noticed(problem))
            raise
        cameras.extend(console.fleet.view().cameras)
        return console

    def end(code: int) -> None:
        codes.append(code)
        QApplication.quit()

    def opened(window: MainWindow) -> None:
        bridge.progressed.connect(tour.DrawingNotice(window).on_progressed)
        if screenless:
            tour.Tour(window, PICTURES, end, tiles=options.tiles)

    if screenless:  # nobody is there to read it and to close the window
        bridge.noticed.connect(lambda _: QApplication.quit())
    code = start.run_window(open_console, start.window_options(options), opened)
    if screenless:
        if problems:
            raise problems[0]
        print(*ledger.lines(cameras), sep="\n")
        print(f"pictures of the pages: {PICTURES.resolve()}")
    return max([code, *codes])
