from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.demo.cache import SceneCache
from console.demo.clips import load
from console.demo.rtp import Codec
from console.demo.scenes import all_scenes
from console.errors import Cancelled
from console.platform.children import environment
from console.workers import Stop
from db.records import StreamRole

GATE = all_scenes()[5]
WIDTH, FRAMES = 192, 40
ENCODER = """
import argparse
from console.demo import encoder
parser = argparse.ArgumentParser()
encoder.add_arguments(parser)
encoder.run(parser.parse_args())
"""


def small(root: Path) -> SceneCache:
    return SceneCache(root, width=WIDTH, frames=FRAMES)


def test_an_empty_cache_lacks_all_scenes(tmp_path: Path) -> None:
    assert small(tmp_path / "new").missing() == list(all_scenes())


def test_the_encoder_draws_what_it_is_told_into_both_streams_and_keeps_it(tmp_path: Path) -> None:
    size = ["--width", str(WIDTH), "--frames", str(FRAMES)]
    done = subprocess.run(
        [sys.executable, "-c", ENCODER, "--cache", str(tmp_path), *size],
        input=f"{GATE.number}\n",
        capture_output=True,
        text=True,
        env=environment() | {"PYTHONWARNINGS": "error"},
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert said[0] == {"scene": GATE.number, "done": 0, "of": FRAMES}
    assert said[-1] == {"scene": GATE.number, "done": FRAMES, "of": FRAMES}
    cache = small(tmp_path)
    assert cache.has(GATE)
    assert GATE not in cache.missing()
    main, sub = (load(cache.path(GATE, role)) for role in StreamRole)
    assert (main.codec, main.width, main.height) == (Codec.H264, WIDTH, 108)
    assert (sub.codec, sub.width, sub.height) == (Codec.H265, WIDTH // 2, 54)
    assert len(main.frames) == len(sub.frames) == FRAMES
    assert [i for i, unit in enumerate(sub.frames) if unit.key] == [0, 30]


def test_giving_up_leaves_nothing_behind(tmp_path: Path) -> None:
    stop = Stop()

    def give_up(done: int, of: int) -> None:
        if 0 < done < of:
            stop.set()

    with pytest.raises(Cancelled):
        small(tmp_path).encode(GATE, stop=stop, progressed=give_up)

    assert list(small(tmp_path).folder.iterdir()) == []


def test_another_seed_or_size_has_a_folder_of_its_own(tmp_path: Path) -> None:
    size = SceneCache(tmp_path, width=320)
    caches = (small(tmp_path), size, SceneCache(tmp_path), SceneCache(tmp_path, seed=7, width=320))

    assert len({cache.folder for cache in caches}) == 4


def test_what_other_generators_left_can_be_removed(tmp_path: Path) -> None:
    mine, other = small(tmp_path), SceneCache(tmp_path, seed=7)
    for cache in (mine, other):
        cache.folder.mkdir()
    (tmp_path / "stations").mkdir()

    mine.remove_others()

    assert sorted(path.name for path in tmp_path.iterdir()) == [mine.folder.name, "stations"]
