"""The demo server's process: serves the ward, has what is missing encoded, obeys standard input.

It prints JSON lines on standard output:

* ``{"port": 41234, "off_port": 41235, "pid": 77}`` as soon as clients may connect;
* ``{"scenes": 7, "ready": 3, "share": 0.31}`` whenever the encoding got further, at least once;
* ``{"problem": "…"}`` for an order that was not understood, or a scene that cannot be encoded.

It ends when standard input ends or its parent is gone, and takes its encoders with it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import queue
import select
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from console.clock import SystemClock
from console.demo import ward
from console.demo.cache import SceneCache, default_folder
from console.demo.clips import ClipUnreadable, load
from console.demo.encoder import COMMAND as ENCODE
from console.demo.lineup import Lineup
from console.demo.scenes import Scene, all_scenes
from console.demo.server import DemoServer
from console.demo.session import Terms
from console.errors import Problem
from console.platform import processes
from console.platform.children import start_child
from console.workers import Stop, Workers
from db.records import StreamRole

FEWEST_ENCODERS, MOST_ENCODERS = 2, 4
_LOOK_S = 0.5  # between looks whether our parent is there
_END_S = 3.0  # that an encoder has to end by itself

log = logging.getLogger(__name__)
Start = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


class PortTaken(Problem):
    """The demo server's port is in use."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``ward-console demo-server``."""
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--cache", type=Path, default=None, help="where the scenes are kept")


def run(options: argparse.Namespace) -> int:
    """Be that process; returns the exit code.  Raises PortTaken."""
    return serve_demo(port=options.port, cache=options.cache or default_folder())


def serve_demo(*, port: int, cache: Path, start: Start | None = None) -> int:
    """Serve the ward until standard input ends; returns the exit code.

    ``start`` starts ``ward-console …`` with pipes; it is there for tests.

    Raises:
        PortTaken: ``port`` is in use.
    """
    parent = os.getppid()  # before anybody is told that we are there: it may be killed then
    lineup = Lineup(ward.channels())
    try:
        server = DemoServer(lineup, Terms(clock=SystemClock(), login=ward.LOGIN), port=port)
    except OSError as error:
        raise PortTaken(f"port {port}: {error.strerror}") from error
    workers = Workers()
    workers.loop("demo-server", server.run)
    tell({"port": server.port, "off_port": server.off_port, "pid": os.getpid()})
    studio = Studio(SceneCache(cache), server, start or _start_encoder)
    try:
        workers.loop("demo-scenes", lambda stop: studio.run(stop, workers))
        for line in _orders(parent):
            _obey(server, line)
    finally:
        studio.close()
        workers.close()
    return 0


class Studio:
    """Puts every scene on the server's shelf, after having the missing ones encoded.

    Each encoder is a process that gets one scene at a time, so that the quicker one does more.
    """

    def __init__(self, cache: SceneCache, server: DemoServer, start: Start) -> None:
        self._cache = cache
        self._server = server
        self._start = start
        self._waiting: queue.SimpleQueue[Scene] = queue.SimpleQueue()
        self._lock = threading.Lock()  # leaf lock; guards what follows
        self._children: list[subprocess.Popen[bytes]] = []
        self._shares = dict.fromkeys((scene.number for scene in all_scenes()), 0.0)
        self._closed = False

    def run(self, stop: Stop, workers: Workers) -> None:
        """Load what is there, then start encoders for the rest; returns before they are done."""
        missing = self._cache.missing()
        for scene in all_scenes():
            if scene not in missing and not stop.is_set() and not self._show(scene):
                missing.append(scene)
        self._tell_progress()
        if not missing:
            self._cache.remove_others()
        for scene in missing:
            self._waiting.put(scene)
        encoders = min(max(FEWEST_ENCODERS, processes.cores()), MOST_ENCODERS, len(missing))
        for number in range(encoders):
            workers.loop(f"demo-encoder-{number}", self._encode_all)

    def close(self) -> None:
        """End the encoders at once."""
        with self._lock:
            self._closed = True
            children = list(self._children)
        for child in children:
            child.kill()

    def _encode_all(self, stop: Stop) -> None:
        with self._lock:
            if self._closed:
                return
            child = self._start([ENCODE, "--cache", str(self._cache.root)])
            self._children.append(child)
        try:
            with contextlib.suppress(queue.Empty, OSError):
                while not stop.is_set():
                    self._encode(child, self._waiting.get_nowait())
        finally:
            _end(child)

    def _encode(self, child: subprocess.Popen[bytes], scene: Scene) -> None:
        """Have one scene encoded and show it; raises OSError if the child is gone."""
        if child.stdin is None or child.stdout is None:
            raise BrokenPipeError
        child.stdin.write(f"{scene.number}\n".encode())
        child.stdin.flush()
        for line in child.stdout:
            said = json.loads(line)
            done = said["done"] >= said["of"]
            with self._lock:
                self._shares[scene.number] = 0.99 * said["done"] / said["of"]
            if done:
                self._show(scene)
            self._tell_progress()
            if done:
                return
        with self._lock:
            closed = self._closed
        if not closed:
            tell({"problem": f"scene {scene.number} was not encoded"})
        raise BrokenPipeError

    def _show(self, scene: Scene) -> bool:
        """Put both clips of a scene on the shelf; False if a file is damaged."""
        try:
            clips = {role: load(self._cache.path(scene, role)) for role in StreamRole}
        except ClipUnreadable as problem:
            log.warning("%s", problem)
            return False
        for role, clip in clips.items():
            self._server.put(ward.shelf_name(scene.number, role), clip)
        with self._lock:
            self._shares[scene.number] = 1.0
        return True

    def _tell_progress(self) -> None:
        with self._lock:
            shares = list(self._shares.values())
        ready = sum(share == 1.0 for share in shares)
        share = round(sum(shares) / len(shares), 3)
        tell({"scenes": len(shares), "ready": ready, "share": share})


def tell(said: dict[str, object]) -> None:
    """Print a JSON line; nothing happens if nobody reads any more."""
    try:
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the line stays in the buffer, and must go somewhere at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _start_encoder(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return start_child(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Let a child end, and make it; its pipes are closed."""
    with contextlib.suppress(OSError):
        if child.stdin:
            child.stdin.close()
    try:
        child.wait(_END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout:
        child.stdout.close()


def _obey(server: DemoServer, line: str) -> None:
    try:
        server.order(line)
    except ValueError as error:
        tell({"problem": str(error)})


def _orders(parent: int) -> Iterator[str]:
    """The lines on standard input; ends when it ends or ``parent`` is not ours any more.

    Reads the file descriptor itself: a thread or buffer of Python's would be in the way at
    the end.
    """
    rest = b""
    while sys.platform == "win32" or os.getppid() == parent:
        if sys.platform != "win32" and not select.select([0], [], [], _LOOK_S)[0]:
            continue
        data = os.read(0, 4096)
        if not data:
            return
        *lines, rest = (rest + data).split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in lines if line.strip())
