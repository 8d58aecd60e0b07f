"""Cameras for tests: the demo ward's RTSP server with short clips, and lines that go bad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from console.clock import SystemClock
from console.demo.auth import Algorithm, Login
from console.demo.clips import Clip, load
from console.demo.lineup import Channel, Lineup
from console.demo.media import QUICK, Recipe, moving, write_clip
from console.demo.rtp import Codec
from console.demo.sender import Join
from console.demo.server import DemoServer
from console.demo.session import Terms
from console.secret import Secret
from console.workers import Workers

USERNAME = "officer"
PASSWORD = Secret("right-horse")
LOGIN = Login(USERNAME, PASSWORD)


class Camera:
    """A demo server on a thread of its own; every channel is a camera.

    ``order`` makes one misbehave: see ``console.demo.faults`` for the words.
    """

    def __init__(self, server: DemoServer) -> None:
        self.server = server
        self.port = server.port
        self.off_port = server.off_port

    def url(self, path: str, *, login: Login | None = None) -> str:
        """The address of a path, with a login in it if given."""
        who = f"{login.username}:{login.password.reveal()}@" if login else ""
        return f"rtsp://{who}127.0.0.1:{self.port}{path}"

    def order(self, line: str) -> None:
        """Carry out an order; fails if it reaches no channel."""
        assert self.server.order(line) > 0, f"{line!r} reached no channel"


def make_clip(
    path: Path, *, frames: int = 60, codec: Codec = Codec.H264, width: int = 320, height: int = 180
) -> Clip:
    """Encode a coded clip of ``frames`` pictures at 15 a second and load it; 0.1-0.3 s."""
    recipe = Recipe(
        width=width, height=height, kbit_s=QUICK.kbit_s, codec=codec, preset=QUICK.preset
    )
    write_clip(path, moving(width, height, frames), recipe)
    return load(path)


@contextmanager
def serving(
    clips: Mapping[str, Clip],
    channels: Sequence[Channel] = (),
    *,
    login: Login | None = None,
    algorithms: tuple[Algorithm, ...] = (Algorithm.MD5,),
    join: Join = Join.LIVE,
    timeout_s: float = 60.0,
    hold_s: float = 4.0,
    port: int = 0,
) -> Iterator[Camera]:
    """Serve ``/<clip>/<n>`` for every clip, and ``channels``; everything is closed at the end."""
    terms = Terms(
        clock=SystemClock(),
        login=login,
        algorithms=algorithms,
        join=join,
        timeout_s=timeout_s,
        hold_s=hold_s,
    )
    lineup = Lineup(channels)
    for name, clip in clips.items():
        lineup.put(name, clip)
    server = DemoServer(lineup, terms, port=port)
    workers = Workers()
    workers.loop("demo-server", server.run)
    try:
        yield Camera(server)
    finally:
        assert workers.close() == []
