"""One end of a local line: messages both ways, each with the shared block that it announces."""

from __future__ import annotations

import contextlib
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from console.platform import lines, meeting
from console.platform.blocks import Block, Loan
from console.video import wire
from console.video.wire_footage import ExhibitOpen, ReviewShow


def reach(data: Path) -> Channel | None:
    """A line to the engine of the station in ``data``; None if there is none that answers."""
    if (place := meeting.find(data)) is None:
        return None
    try:
        return Channel(lines.connect(place.address, place.key))
    except (OSError, EOFError, lines.LineRefused):
        return None  # it is ending, or was killed and left its socket


class Channel:
    """Sends from any thread, receives on one.  The thread that receives calls ``close``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()  # leaf lock; one message at a time goes out

    def send(self, message: wire.Message, loan: Loan | None = None) -> None:
        """Send a message, and right behind it the block that it announces.

        Raises:
            OSError: the line broke.
        """
        data = wire.pack(message)
        with self._lock:
            self._connection.send_bytes(data)
            if loan is not None:
                loan.send(self._connection)

    def receive(self) -> tuple[wire.Message, Block | None]:
        """Wait for the next message, and for the block that it announces.

        Raises:
            EOFError, OSError: the line broke, or ``hang_up`` was called.
            WireBroken: the other end speaks another language.
        """
        message = wire.unpack(self._connection.recv_bytes(wire.MAX_BYTES))
        match message:
            case wire.Show() | wire.Paint() | wire.Recorder() | ReviewShow() | ExhibitOpen():
                return message, Block.receive(self._connection, message.size, message.block)
        return message, None

    def hang_up(self) -> None:
        """Break the line, so that both ends' ``receive`` ends.  Safe from any thread."""
        lines.wake(self._connection)

    def close(self) -> None:
        """Let go of the line."""
        with self._lock, contextlib.suppress(OSError):
            self._connection.close()
