from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.demo.player import CamerasMissing, Player
from console.workers import Workers


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


def children() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


def test_a_player_serves_as_long_as_it_is_open(tmp_path: Path, workers: Workers) -> None:
    before = children()
    shares: list[float] = []
    player = Player(tmp_path)
    try:
        player.listen(workers, shares.append)
        ports = player.ports()
        with socket.create_connection(("127.0.0.1", ports.rtsp), timeout=5):
            pass
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", ports.off), timeout=5)
    finally:
        player.close()

    assert children() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", ports.rtsp), timeout=5)


def test_a_player_that_was_killed_at_once_is_a_problem(tmp_path: Path, workers: Workers) -> None:
    before = children()
    player = Player(tmp_path)
    try:
        for pid in children() - before:
            psutil.Process(pid).kill()

        player.listen(workers, lambda _: None)

        with pytest.raises(CamerasMissing):
            player.ports()
    finally:
        player.close()
