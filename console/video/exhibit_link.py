"""The console's end of a player of foreign files: each open file has a process of its own."""

from __future__ import annotations

import itertools
import logging
import secrets
import subprocess
import tempfile
import threading
from pathlib import Path

from console.events import ExhibitMoved, ExhibitState, Post
from console.platform import lines
from console.platform.blocks import Block
from console.platform.children import start_child
from console.video import canvas, wire
from console.video.channel import Channel
from console.video.peer import Peer
from console.video.ports import Picture, Place
from console.video.wire_footage import (
    ExhibitAt,
    ExhibitGo,
    ExhibitOpen,
    ExhibitSound,
    ExhibitStep,
)
from console.workers import Stop, Workers
from db.records import CameraId

log = logging.getLogger(__name__)

COMMAND = "exhibit-player"
NO_CAMERA = CameraId(0)
_numbers = itertools.count(1)
_KEY_BYTES = 32
_CLOSE_S = 2.0


class LinkedExhibit:
    """One foreign file that is played.  GUI thread only; nothing here blocks, but ``close``.

    Where it stands comes as ``ExhibitMoved`` with its ``number``; the file is only read.
    """

    def __init__(self, path: Path, size: tuple[int, int], post: Post, workers: Workers) -> None:
        """Begin to play ``path``, standing at its first picture, in ``size`` device pixels."""
        self.number = next(_numbers)
        self._post = post
        self._workers = workers
        [region], size_bytes = canvas.plan([Place(0, NO_CAMERA, *size)])
        self._block = Block.create(size_bytes)
        self._reader = canvas.SlotReader(self._block, region)
        self._lock = threading.Lock()  # leaf lock; guards the four below
        self._peer: Peer | None = None
        self._waiting: list[wire.Message] = []
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._open = ExhibitOpen(
            size_bytes, self._block.name, region.width, region.height, region.offset, str(path)
        )
        self._stop = workers.loop(f"exhibit-{self.number}", self._run)

    def changed(self) -> bool:
        """Whether a new picture came since this was asked last."""
        return self._reader.changed()

    def picture(self) -> Picture | None:
        """The newest picture; its ``at_s`` is the file's own time."""
        return self._reader.picture()

    def intact(self, picture: Picture) -> bool:
        """Whether ``picture`` was whole while it was painted."""
        return self._reader.intact(picture)

    def go(self, at_ms: int | None, rate: float) -> None:
        """Go to ``at_ms`` (None: stay) and on at ``rate``, 0 to 16; 0: stand there."""
        self._send(ExhibitGo(at_ms, rate))

    def step(self) -> None:
        """Stand, one picture further."""
        self._send(ExhibitStep())

    def hear(self, *, on: bool) -> None:
        """Let its sound be heard, or not."""
        self._send(ExhibitSound(on))

    def close(self) -> None:
        """End the player's process; within two seconds."""
        with self._lock:
            self._closed = True
            peer, process = self._peer, self._process
        self._stop.set()
        if peer is not None:
            peer.hang_up()
        if process is not None:
            try:
                process.wait(_CLOSE_S)
            except subprocess.TimeoutExpired:
                process.kill()
        self._reader.release()
        self._block.close()

    def _send(self, message: wire.Message) -> None:
        with self._lock:
            if self._peer is not None:
                self._peer.send(message)
            else:
                self._waiting.append(message)

    def _run(self, stop: Stop) -> None:
        """The process, from its start to its end."""
        if stop.is_set():
            return
        key = secrets.token_bytes(_KEY_BYTES)
        with tempfile.TemporaryDirectory(prefix="ward-console-") as folder:
            address = lines.address_in(Path(folder))
            with lines.listen(address, key) as listener:
                process = self._start(address, key)
                self._workers.loop(
                    f"exhibit-{self.number}-end", lambda _: self._await_end(process, address)
                )
                try:
                    connection = listener.accept()
                except (OSError, EOFError, lines.LineRefused):
                    connection = None  # it ended before it could say a word
        if connection is not None:
            self._talk(Peer(f"exhibit-{self.number}", Channel(connection), self._workers))
        code = process.wait()
        if not stop.is_set() and not self._closed:
            log.warning("the player of a foreign file ended with %d", code)
            self._tell(ExhibitAt(ExhibitState.CRASHED, 0, 0, 0.0, 0, 0))

    def _start(self, address: str, key: bytes) -> subprocess.Popen[bytes]:
        process = start_child([COMMAND], stdin=subprocess.PIPE)
        with self._lock:
            self._process = process
        if process.stdin is not None:
            process.stdin.write(f"{address}\n{key.hex()}\n".encode())
            process.stdin.close()
        return process

    def _await_end(self, process: subprocess.Popen[bytes], address: str) -> None:
        process.wait()
        lines.poke(address)

    def _talk(self, peer: Peer) -> None:
        lost = threading.Event()
        peer.start(self._heard, lost.set)
        with self._lock:
            if self._closed:
                peer.hang_up()
            self._peer = peer
            peer.send(self._open, self._block)
            for message in self._waiting:
                peer.send(message)
            self._waiting.clear()
        lost.wait()

    def _heard(self, message: wire.Message, _block: Block | None) -> None:
        if isinstance(message, ExhibitAt):
            self._tell(message)

    def _tell(self, at: ExhibitAt) -> None:
        self._post(
            ExhibitMoved(
                self.number, at.state, at.at_ms, at.length_ms, at.rate, at.width, at.height
            )
        )
