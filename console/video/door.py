"""The engine's door: who knows the key comes in, says hello, and is handed on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from multiprocessing.connection import Listener
from typing import Protocol

from console.platform import lines
from console.platform.blocks import Block
from console.video import wire
from console.video.channel import Channel
from console.video.peer import Peer
from console.workers import Stop, Workers

log = logging.getLogger(__name__)


class Host(Protocol):
    """The engine, as the door knows it."""

    def post(self, call: Callable[[], None]) -> None:
        """Make ``call`` on the engine's thread."""
        ...

    def join(self, peer: Peer, hello: wire.Hello) -> None:
        """Somebody opened a line and said hello."""
        ...

    def heard(self, peer: Peer, message: wire.Message, block: Block | None) -> None:
        """A message came from a peer that has joined."""
        ...

    def lost(self, peer: Peer) -> None:
        """A line broke."""
        ...


def keep_open(stop: Stop, listener: Listener, host: Host, threads: Workers) -> None:
    """Let in whoever knows the key, until the listener is closed."""
    count = 0
    while not stop.is_set():
        try:
            connection = listener.accept()
        except lines.LineRefused:
            log.warning("somebody knocked with another key")
            continue
        except (OSError, EOFError):
            if stop.wait(0.05):
                return
            continue
        count += 1
        _greet(Peer(f"line-{count}", Channel(connection), threads), host)


def _greet(peer: Peer, host: Host) -> None:
    joined = False

    def heard(message: wire.Message, block: Block | None) -> None:
        nonlocal joined
        if joined:
            host.post(lambda: host.heard(peer, message, block))
        elif isinstance(message, wire.Hello):
            joined = True
            host.post(lambda: host.join(peer, message))
        else:
            peer.hang_up()

    peer.start(heard, lambda: host.post(lambda: host.lost(peer)))
