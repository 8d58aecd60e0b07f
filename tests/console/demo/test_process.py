from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psutil
import pytest

from console.demo import ward
from console.demo.cache import SceneCache
from console.demo.media import QUICK, moving, write_clip
from console.demo.scenes import all_scenes
from console.platform.children import environment
from db.records import StreamRole
from tests.console.demo.client import Client, watch

# Stands in for drawing, which takes minutes of a test's time: the clip is there already.
SERVER = """
import subprocess, sys
from pathlib import Path
from console.demo.process import serve_demo

def start(command):
    code = "import encoder; encoder.main()"
    return subprocess.Popen([sys.executable, "-c", code, *command[1:]],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

sys.exit(serve_demo(port=int(sys.argv[1]), cache=Path(sys.argv[2]), start=start))
"""
ENCODER = """
import json, shutil, sys
from pathlib import Path
from console.demo.cache import SceneCache
from console.demo.scenes import all_scenes
from db.records import StreamRole

def main():
    cache = SceneCache(Path(sys.argv[2]))
    for line in sys.stdin:
        scene = all_scenes()[int(line) - 1]
        print(json.dumps({"scene": scene.number, "done": 150, "of": 300}), flush=True)
        for role in StreamRole:
            shutil.copy(cache.root / "clip.mp4", cache.path(scene, role))
        print(json.dumps({"scene": scene.number, "done": 300, "of": 300}), flush=True)
"""


PARENT = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", *sys.argv[1:]])
input()
"""


class Served:
    """A demo server's process and what it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.ready = self.said()
        self.port: int = self.ready["port"]

    def said(self) -> dict[str, int]:
        """The next line."""
        line = self._out.readline()
        assert line, "the server ended"
        said: dict[str, int] = json.loads(line)
        return said

    def order(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hang_up(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    @property
    def _out(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout


@pytest.fixture
def cache(tmp_path: Path) -> SceneCache:
    """A cache in which every scene is the same short clip."""
    write_clip(tmp_path / "clip.mp4", moving(320, 180, 30), QUICK)
    cache = SceneCache(tmp_path)
    cache.folder.mkdir()
    for scene in all_scenes():
        for role in StreamRole:
            shutil.copy(tmp_path / "clip.mp4", cache.path(scene, role))
    (tmp_path / "encoder.py").write_text(ENCODER)
    return cache


@contextmanager
def served(cache: SceneCache, port: int = 0) -> Iterator[Served]:
    env = environment()
    env["PYTHONPATH"] = os.pathsep.join((str(cache.root), env["PYTHONPATH"]))
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(port), str(cache.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=env,
    )
    with process:
        try:
            yield Served(process)
        finally:
            process.kill()


def test_a_full_cache_is_served_at_once(cache: SceneCache) -> None:
    with served(cache) as demo:
        assert demo.said() == {"scenes": 7, "ready": 7, "share": 1.0}
        who = f"{ward.LOGIN.username}:{ward.LOGIN.password.reveal()}"
        url = f"rtsp://{who}@127.0.0.1:{demo.port}/cam/7/sub"

        assert next(watch(url)).number is not None


def test_a_missing_scene_is_encoded_and_its_cameras_appear(cache: SceneCache) -> None:
    scene = all_scenes()[2]
    number = next(camera.number for camera in ward.cameras() if camera.scene == scene.number)
    cache.path(scene, StreamRole.SUB).unlink()

    with served(cache) as demo, Client(demo.port, f"/cam/{number}/sub") as client:
        assert demo.said()["ready"] == 6
        assert 6 / 7 < demo.said()["share"] < 1
        assert demo.said() == {"scenes": 7, "ready": 7, "share": 1.0}
        assert client.ask("DESCRIBE").status == 401  # it is there, and asks for the password


def test_a_damaged_clip_is_made_again(cache: SceneCache) -> None:
    cache.path(all_scenes()[0], StreamRole.MAIN).write_bytes(b"torn")

    with served(cache) as demo:
        readies = [demo.said()["ready"] for _ in range(3)]

    assert (readies[0], readies[-1]) == (6, 7)


def test_orders_come_on_standard_input_and_wrong_ones_are_told(cache: SceneCache) -> None:
    with served(cache) as demo, Client(demo.port, "/scene-1-sub/3") as client:
        demo.said()
        client.play()
        demo.order("dance /scene-1-sub/3")
        assert "problem" in demo.said()
        demo.order("kick /scene-1-sub/3")
        assert client.is_ended()


def test_it_ends_when_standard_input_ends(cache: SceneCache) -> None:
    with served(cache) as demo:
        demo.hang_up()

        assert demo.process.wait(10) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no parent to lose")
def test_it_ends_when_its_parent_is_killed_although_the_line_stays_open(
    cache: SceneCache,
) -> None:
    read, write = os.pipe()  # our end stays open, as in a sibling that inherited it
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            PARENT,
            SERVER,
            "0",
            str(cache.root),
        ],
        stdin=read,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    with parent:
        assert parent.stdout is not None
        server = psutil.Process(json.loads(parent.stdout.readline())["pid"])
        os.kill(parent.pid, signal.SIGKILL)
        server.wait(10)
    os.close(read)
    os.close(write)


def test_a_port_that_is_taken_is_a_problem(cache: SceneCache) -> None:
    with served(cache) as demo:
        process = subprocess.run(
            [sys.executable, "-c", SERVER, str(demo.port), str(cache.root)],
            capture_output=True,
            text=True,
            env=environment(),
            timeout=30,
        )

    assert "PortTaken" in process.stderr
    assert process.returncode == 1
