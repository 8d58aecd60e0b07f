"""A process at the other end of a local line, with a thread to listen and one to speak.

Whoever uses a peer never waits for it: what is sent goes into an outbox, what is heard and
the end of the line are told on the listening thread.
"""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable

from console.platform.blocks import Block, Loan
from console.video import wire
from console.video.channel import Channel
from console.workers import Stop, Workers

log = logging.getLogger(__name__)

_MAX_WAITING = 2_000  # messages; whoever leaves so many unread does not live


class Peer:
    """Speaks and listens until the line breaks; then ``lost`` is called, once."""

    def __init__(self, name: str, channel: Channel, workers: Workers) -> None:
        self.name = name
        self._channel = channel
        self._workers = workers
        self._outbox: queue.SimpleQueue[tuple[wire.Message, Loan | None] | None] = (
            queue.SimpleQueue()
        )
        self._gone = False

    def start(
        self,
        heard: Callable[[wire.Message, Block | None], None],
        lost: Callable[[], None],
    ) -> None:
        """Begin.  Both are called on the listening thread, and must not wait."""
        self._workers.loop(f"{self.name}-out", self._speak)
        self._workers.loop(f"{self.name}-in", lambda stop: self._listen(stop, heard, lost))

    def send(self, message: wire.Message, block: Block | None = None) -> None:
        """Send soon, in order.  Safe from any thread; to a peer that is gone, nothing happens."""
        if self._gone:
            return
        if self._outbox.qsize() > _MAX_WAITING:
            log.warning("%s does not read its messages; hanging up", self.name)
            self.hang_up()
            return
        self._outbox.put((message, block.lend() if block is not None else None))

    def dismiss(self, message: wire.Message) -> None:
        """Send a last message, and break the line behind it.  Safe from any thread."""
        self.send(message)
        self._outbox.put(None)

    def hang_up(self) -> None:
        """Break the line.  Safe from any thread, any number of times."""
        self._gone = True
        self._outbox.put(None)
        self._channel.hang_up()

    def _speak(self, _stop: Stop) -> None:
        while (waiting := self._outbox.get()) is not None:
            message, loan = waiting
            try:
                self._channel.send(message, loan)
            except OSError:
                if loan is not None:
                    loan.drop()
                break
        self._gone = True
        self._channel.hang_up()
        self._drop_waiting()

    def _drop_waiting(self) -> None:
        while not self._outbox.empty():
            if (waiting := self._outbox.get()) is not None and waiting[1] is not None:
                waiting[1].drop()

    def _listen(
        self,
        stop: Stop,
        heard: Callable[[wire.Message, Block | None], None],
        lost: Callable[[], None],
    ) -> None:
        try:
            while not stop.is_set():
                heard(*self._channel.receive())
        except (EOFError, OSError):
            log.debug("%s hung up", self.name)
        except wire.WireBroken as problem:
            log.warning("%s: %s", self.name, problem)
        finally:
            self.hang_up()
            self._channel.close()
            lost()
