"""The bench's cameras answer as soon as they say so, and are gone with their block."""

from __future__ import annotations

import socket
from pathlib import Path

import psutil
import pytest

from console.bench.cameras import cameras, sent_bytes
from console.bench.tools import BenchFailed
from console.demo.clips import load
from console.demo.server import HOST
from tests.camera import make_clip


@pytest.fixture
def clips(tmp_path: Path) -> dict[str, Path]:
    path = tmp_path / "sub.mp4"
    make_clip(path, frames=30)
    return {"sub": path}


def test_cameras_answer_at_their_port_until_the_block_ends(clips: dict[str, Path]) -> None:
    with cameras(clips) as running:
        with socket.create_connection((HOST, running.port), 5) as line:
            line.sendall(f"OPTIONS {running.url(3)} RTSP/1.0\r\nCSeq: 1\r\n\r\n".encode())
            assert line.recv(100).startswith(b"RTSP/1.0 200")
        assert running.url(3).endswith("/sub/3")

    assert not psutil.pid_exists(running.pid)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, running.port), 5)


def test_a_camera_comes_back_at_the_port_that_it_had(clips: dict[str, Path]) -> None:
    with cameras(clips) as first:
        pass

    with cameras(clips, port=first.port) as again:
        assert again.port == first.port


def test_cameras_that_do_not_start_are_no_figure(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match="did not start"), cameras({"sub": tmp_path / "none.mp4"}):
        raise AssertionError("there is no such clip")


def test_what_is_sent_in_a_loop_is_the_clip_and_the_bytes_around_it(clips: dict[str, Path]) -> None:
    clip = load(clips["sub"])
    payloads = [payload for unit in clip.frames for payload in unit.payloads]
    loop = sum(map(len, payloads)) + 16 * len(payloads)

    assert sent_bytes(clip, [0, 7], 1000.3, 1002.3) == 2 * loop
    assert sent_bytes(clip, [0], 1000.3, 1000.3) == 0
