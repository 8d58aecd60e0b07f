"""The bench's cameras: the demo server in a process of its own, looping the bench's clips.

Camera number n shows stream n - 1 of a clip, at ``/<clip>/<n - 1>``.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from console.bench.media import SUB
from console.bench.tools import BenchFailed, ended
from console.clock import SystemClock
from console.demo import clips
from console.demo.clips import Clip
from console.demo.lineup import Lineup
from console.demo.server import HOST, DemoServer
from console.demo.session import Terms
from console.platform.children import start_child
from console.workers import Workers

_RTP = 16  # bytes before each payload: four of RTSP's channel, twelve of RTP


@dataclass(frozen=True, slots=True)
class Cameras:
    """A running server; ``pid`` is its process, ``answers_s`` when its port began to answer."""

    pid: int
    port: int
    answers_s: float  # Clock.monotonic_s

    def url(self, stream: int, clip: str = SUB.name) -> str:
        """Where a stream can be watched."""
        return f"rtsp://{HOST}:{self.port}{path(stream, clip)}"


def path(stream: int, clip: str = SUB.name) -> str:
    """The part of a stream's address behind the port."""
    return f"/{clip}/{stream}"


def age_s(number: int, unix_s: float, stream: int) -> float:
    """How old picture ``number`` of a stream's sub clip is; a bit below 0 by the clock's jitter."""
    return clips.age_s(number, unix_s, fps=SUB.fps, n=stream, frames=SUB.frames)


def sent_bytes(clip: Clip, streams: Iterable[int], began_s: float, ended_s: float) -> int:
    """What streams of a clip send between two instants of unix time, RTP's own bytes included."""
    sizes = [sum(map(len, unit.payloads)) + _RTP * len(unit.payloads) for unit in clip.frames]
    total = 0
    for stream in streams:
        ahead = clips.phase(stream, len(sizes))
        first, last = (math.floor(at_s * clip.fps + ahead) for at_s in (began_s, ended_s))
        total += sum(sizes[number % len(sizes)] for number in range(first + 1, last + 1))
    return total


@contextlib.contextmanager
def cameras(media: Mapping[str, Path], *, port: int = 0) -> Iterator[Cameras]:
    """Serve the clips on a port of 127.0.0.1, a free one if 0, until the block ends.

    Raises:
        BenchFailed: the port is taken, or the server did not start.
    """
    told = [f"{name}={file}" for name, file in media.items()]
    command = ["bench", "cameras", "--port", str(port), "--clips", *told]
    process = start_child(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with ended(process):
        assert process.stdout is not None
        line = process.stdout.readline()
        answers_s = SystemClock().monotonic_s()
        if not line:
            raise BenchFailed("the bench's cameras did not start")
        yield Cameras(process.pid, json.loads(line)["port"], answers_s)


def serve(options: argparse.Namespace) -> int:
    """Be that process: serve until standard input ends; returns the exit code.

    Raises:
        BenchFailed: the port is taken.
        ClipUnreadable: see ``console.demo.clips``.
    """
    lineup = Lineup()
    for told in options.clips:
        name, _, file = told.partition("=")
        lineup.put(name, clips.load(Path(file)))
    try:
        server = DemoServer(lineup, Terms(clock=SystemClock()), port=options.port)
    except OSError as error:
        raise BenchFailed(f"port {options.port}: {error.strerror}") from error
    print(json.dumps({"port": server.port}), flush=True)
    workers = Workers()
    workers.loop("demo-server", server.run)
    try:
        _wait_for_end()
    finally:
        workers.close()
    return 0


def _wait_for_end() -> None:
    """Return when our parent closes the line to us, or is gone."""
    while sys.stdin.buffer.read(1):
        continue
