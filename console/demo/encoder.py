"""A process that draws and encodes scenes, as it is told on standard input."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import cv2

from console.demo.cache import SceneCache
from console.demo.moves import FRAMES
from console.demo.scenes import WIDTH, all_scenes
from console.platform.processes import Rank, step_back
from console.workers import Stop

COMMAND = "demo-encode"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``ward-console demo-encode``."""
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--frames", type=int, default=FRAMES)


def run(options: argparse.Namespace) -> int:
    """Encode the scene of each number that comes on standard input, until that ends.

    Prints a JSON line ``{"scene": 3, "done": 15, "of": 300}`` every second of the clip;
    the scene is on disk when ``done`` is ``of``.
    """
    step_back(Rank.ENCODERS)
    cv2.setNumThreads(1)  # two of us share two cores; OpenCV's own threads only get in the way
    cache = SceneCache(options.cache, width=options.width, frames=options.frames)
    scenes = {scene.number: scene for scene in all_scenes()}
    for line in sys.stdin:
        scene = scenes[int(line)]

        def tell(done: int, of: int, number: int = scene.number) -> None:
            sys.stdout.write(json.dumps({"scene": number, "done": done, "of": of}) + "\n")
            sys.stdout.flush()

        cache.encode(scene, stop=Stop(), progressed=tell)
    return 0
