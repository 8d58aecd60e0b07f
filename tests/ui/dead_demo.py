"""A demo whose cameras were killed at once, in a process of its own: it runs a whole event loop.

Prints the problem that the tour ends with.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import psutil

from console.demo.player import CamerasMissing, Player
from console.demo.station import fresh_station
from console.workers import Workers
from ui.demo_window import DemoWindow

OPTIONS = argparse.Namespace(tiles=16, fullscreen=False, meter=None, stalls=None, marks=None)


def main(folder: Path) -> int:
    """Run the tour; 0 when it ended as it should."""
    workers = Workers()
    player = Player(folder)
    for process in psutil.Process().children():
        process.kill()
    with fresh_station(folder) as station:
        try:
            DemoWindow(player, station, workers).tour(OPTIONS, folder / "shots")
        except CamerasMissing as problem:
            sys.stdout.write(f"{problem}\n")
            return 0 if not workers.close() else 2
        finally:
            player.close()
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
