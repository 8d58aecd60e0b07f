"""The demo ward's camera: one small RTSP server on 127.0.0.1 that loops encoded clips.

Nothing is encoded while it serves: a clip is cut into packets when it is put on the shelf,
so that a stream costs its writes and little else.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from typing_extensions import override

from console.demo.clips import Clip
from console.demo.faults import parse_order
from console.demo.lineup import Lineup
from console.demo.session import Session, Terms
from console.workers import Stop

HOST = "127.0.0.1"
_LET_IN_S = 0.01
TICK_S = 0.1  # faults that come and go, silent clients, our own end
BACKLOG = 512
PAIR_TRIES = 50
ANSWER_S = 5.0  # the longest that another thread waits for the server's thread

T = TypeVar("T")


class DemoServer:
    """Listens from its making, serves while ``run`` runs, which ends with its stop.

    ``off_port`` is a port that answers nobody: a camera that is switched off.

    Raises:
        OSError: the port is taken.
    """

    def __init__(self, lineup: Lineup, terms: Terms, *, port: int = 0) -> None:
        self._lineup = lineup
        self._terms = terms
        self._sessions: set[Session] = set()
        self._loop: Future[asyncio.AbstractEventLoop] = Future()
        self._door = _bound(socket.SOCK_STREAM, port)
        self._door.listen(BACKLOG)
        self._off = _bound(socket.SOCK_STREAM, 0)  # bound and never listening: it refuses
        self._datagrams = _pair()
        self.port: int = self._door.getsockname()[1]
        self.off_port: int = self._off.getsockname()[1]

    def run(self, stop: Stop) -> None:
        """Serve on this thread until ``stop``; then every connection and port is closed."""
        asyncio.run(self._run(stop))

    def order(self, line: str) -> int:
        """Carry out an order of ``console.demo.faults``, from any thread but the server's.

        Returns how many channels it reached, after it was carried out.

        Raises:
            ValueError: not an order, or no such clip.
        """
        order = parse_order(line)
        return self._ask(lambda: self._lineup.obey(order))

    def put(self, name: str, clip: Clip) -> None:
        """Put a clip on the shelf, from any thread but the server's."""
        self._ask(lambda: self._lineup.put(name, clip))

    def connections(self) -> int:
        """How many clients are connected, from any thread but the server's."""
        return self._ask(lambda: len(self._sessions))

    def _ask(self, work: Callable[[], T]) -> T:
        async def inside() -> T:
            return work()

        loop = self._loop.result(ANSWER_S)
        return asyncio.run_coroutine_threadsafe(inside(), loop).result(ANSWER_S)

    async def _run(self, stop: Stop) -> None:
        loop = asyncio.get_running_loop()
        rtp, _ = await loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, sock=self._datagrams[0]
        )
        rtcp, _ = await loop.create_datagram_endpoint(
            lambda: _Reports(self._sessions), sock=self._datagrams[1]
        )
        server = await loop.create_server(
            lambda: Session(self._lineup, self._terms, (rtp, rtcp), self._sessions),
            sock=self._door,
            backlog=BACKLOG,
        )
        self._loop.set_result(loop)
        while not stop.is_set():
            self._lineup.keep_rhythm(self._terms.clock.now().timestamp())
            for session in list(self._sessions):
                session.end_if_silent()
            await asyncio.sleep(TICK_S)
        server.close()
        await asyncio.sleep(_LET_IN_S)  # whoever was let in a moment ago has a session then
        for session in list(self._sessions):
            session.hang_up()
        rtp.close()
        rtcp.close()
        self._off.close()
        await server.wait_closed()
        await asyncio.sleep(0)  # the connections that were hung up close their sockets now


class _Reports(asyncio.DatagramProtocol):
    """Hears the receiver reports of datagram clients: they are alive."""

    def __init__(self, sessions: set[Session]) -> None:
        self._sessions = sessions

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        for session in self._sessions:
            if session.rtcp_from == addr:
                session.touch()


def _bound(kind: socket.SocketKind, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, kind)
    try:
        if sys.platform != "win32":  # there it would let two servers share the port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
    except OSError:
        made.close()
        raise
    return made


def _pair() -> tuple[socket.socket, socket.socket]:
    """Two datagram sockets at an even port and the next one, as RTP and RTCP want them."""
    for _ in range(PAIR_TRIES):
        first = _bound(socket.SOCK_DGRAM, 0)
        port: int = first.getsockname()[1]
        if port % 2 == 0 and port < 65535:
            try:
                return first, _bound(socket.SOCK_DGRAM, port + 1)
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    first.close()
                    raise
        first.close()
    raise OSError(errno.EADDRINUSE, "no free pair of ports")
