"""The process that plays one foreign file: libVLC behind a line to the console that started it.

A file that breaks it takes nothing along but its own picture.  It ends with its console.  Where the
system allows it, it has no network at all: whatever libVLC may find to fetch, it cannot.
"""

from __future__ import annotations

import logging
import queue
import sys
from collections.abc import Callable
from pathlib import Path

from console.events import ExhibitState
from console.platform import lines, offline, processes
from console.platform.blocks import Block
from console.video import wire
from console.video.canvas import Region, SlotPainter
from console.video.channel import Channel
from console.video.exhibit_head import NoFilm
from console.video.peer import Peer
from console.video.review import FilePlayer, NoLibrary
from console.video.wire_footage import (
    ExhibitAt,
    ExhibitGo,
    ExhibitOpen,
    ExhibitSound,
    ExhibitStep,
)
from console.workers import Workers

log = logging.getLogger(__name__)

MAX_MEMORY_BYTES = 4 << 30  # of address space (S-14)
_LOOK_S = 0.1


class ExhibitPlayer:
    """Follows the console's word.  One thread."""

    def __init__(self, tell: Callable[[wire.Message], None]) -> None:
        self._tell = tell
        self._player: FilePlayer | None = None
        self._painter: SlotPainter | None = None
        self._block: Block | None = None
        self._told: ExhibitAt | None = None

    def heard(self, message: wire.Message, block: Block | None) -> None:
        """The console said something."""
        match message:
            case ExhibitOpen() if block is not None:
                self._open(message, block)
            case ExhibitGo() if self._player is not None:
                self._player.go(message.at_ms, message.rate)
            case ExhibitStep() if self._player is not None:
                self._player.step()
            case ExhibitSound() if self._player is not None:
                self._player.hear(on=message.on)
            case _:
                log.warning("the console sent %s", type(message).__name__)

    def look(self) -> None:
        """Several times a second: tell where the file stands, if that changed."""
        player = self._player
        if player is None:
            return
        player.look()
        self._say(
            ExhibitAt(player.state, player.at_ms, player.length_ms, player.rate, *player.size)
        )

    def close(self) -> None:
        """Let go of file and memory."""
        if self._player is not None:
            self._player.close()
        if self._painter is not None:
            self._painter.release()
        if self._block is not None:
            self._block.close()
        self._player = self._painter = self._block = None

    def _open(self, message: ExhibitOpen, block: Block) -> None:
        self.close()
        self._block = block
        region = Region(0, message.width, message.height, message.offset)
        self._painter = SlotPainter(block, region)
        try:
            self._player = FilePlayer(Path(message.path), self._painter)
        except NoLibrary as problem:
            log.warning("no libVLC: %s", problem)
            self._say(_without_picture(ExhibitState.NO_LIBRARY))
        except NoFilm:
            self._say(_without_picture(ExhibitState.NO_FILM))
        except OSError as error:
            log.warning("the file cannot be read: %s", error.strerror)
            self._say(_without_picture(ExhibitState.UNREADABLE))

    def _say(self, told: ExhibitAt) -> None:
        if told != self._told:
            self._told = told
            self._tell(told)


def _without_picture(state: ExhibitState) -> ExhibitAt:
    return ExhibitAt(state, 0, 0, 0.0, 0, 0)


def main() -> int:
    """Be the player of whoever started us: address and key come on standard input."""
    address, key = sys.stdin.readline().strip(), bytes.fromhex(sys.stdin.readline())
    processes.limit_memory(MAX_MEMORY_BYTES)
    offline.leave_network()  # before there is a thread
    threads = Workers()
    inbox: queue.SimpleQueue[tuple[wire.Message, Block | None] | None] = queue.SimpleQueue()
    try:
        channel = Channel(lines.connect(address, key))
    except (OSError, EOFError, lines.LineRefused):
        return 1
    peer = Peer("console", channel, threads)
    peer.start(lambda message, block: inbox.put((message, block)), lambda: inbox.put(None))
    player = ExhibitPlayer(peer.send)
    while True:
        try:
            said = inbox.get(timeout=_LOOK_S)
        except queue.Empty:
            player.look()
            continue
        if said is None:
            break
        player.heard(*said)
    player.close()
    peer.hang_up()
    threads.close(timeout_s=1.0)
    return 0
