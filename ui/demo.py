"""``ward-console demo``: a made-up ward in the real window, over real RTSP."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path

from console.demo.player import Player
from console.demo.station import cache_folder, fresh_station
from console.workers import Workers

PICTURES = Path("demo-shots")  # in the folder where the command was typed
# Any of these says that a window will be seen, or that someone chose where it goes.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_demo(options: argparse.Namespace) -> int:
    """Show the demo ward until its window is closed; without a screen, take a tour of it.

    Its data folder is made anew and is gone afterwards; what was drawn stays in the cache.
    Returns the exit code.
    """
    with ExitStack() as stack:
        workers = Workers()
        stack.callback(workers.close)
        player = Player(cache_folder())
        stack.callback(player.close)
        folder = stack.enter_context(fresh_station(cache_folder()))
        if options.screenless or not _has_screen():
            return _tour(options, player, folder, workers)
        # Qt is loaded here, while the cameras' process loads its own libraries.
        from ui.demo_window import DemoWindow

        return DemoWindow(player, folder, workers).show(options)


def _tour(options: argparse.Namespace, player: Player, folder: Path, workers: Workers) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.demo_window import DemoWindow

    print("no screen: looking at the demo ward for 40 s; the first time its streets are drawn")
    sys.stdout.flush()
    code, lines = DemoWindow(player, folder, workers).tour(options, PICTURES)
    print(*lines, sep="\n")
    print(f"pictures of the pages: {PICTURES.resolve()}" if code == 0 else "no picture came")
    return code


def _has_screen() -> bool:
    return sys.platform != "linux" or any(map(os.environ.get, _SCREENS))
