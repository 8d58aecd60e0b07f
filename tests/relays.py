"""Bad lines for tests: what goes between a client and a camera is slowed, cut, garbled or lost."""

from __future__ import annotations

import random
import re
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

from console.workers import Stop, Workers

HOST = "127.0.0.1"
_LOOK_S = 0.05
_PORTS = re.compile(rb"client_port=(\d+)-(\d+)")


class Relay:
    """Forwards TCP connections to a port; set its fields from any thread, they count at once.

    ``bytes_per_s`` drips what the camera sends; ``garbled`` is the share of those bytes that
    come wrong; ``held`` forwards nothing and keeps the connections.  Datagrams that a client
    asks for in SETUP pass here too; ``lost`` is the share of them that do not arrive.
    """

    def __init__(self, port: int, workers: Workers) -> None:
        self.bytes_per_s: float | None = None
        self.garbled = 0.0
        self.held = False
        self.lost = 0.0
        self._far_port = port
        self._workers = workers
        self._random = random.Random(7)
        self._lock = threading.Lock()  # leaf lock; guards _lines
        self._lines: list[socket.socket] = []
        self._door = socket.create_server((HOST, 0))
        self._door.settimeout(_LOOK_S)
        self.port: int = self._door.getsockname()[1]

    def cut(self) -> None:
        """End every connection that is there now."""
        with self._lock:
            lines, self._lines = self._lines, []
        for line in lines:
            with suppress(OSError):  # its thread noticed the other end, and closed it already
                line.shutdown(socket.SHUT_RDWR)

    def run(self, stop: Stop) -> None:
        """Take connections until ``stop``."""
        with self._door:
            while not stop.is_set():
                try:
                    near, _ = self._door.accept()
                except TimeoutError:
                    continue
                far = socket.create_connection((HOST, self._far_port))
                with self._lock:
                    self._lines += [near, far]
                self._workers.loop("relay", partial(self._join, near, far))

    def _join(self, near: socket.socket, far: socket.socket, stop: Stop) -> None:
        datagrams = _Datagrams(self)
        try:
            while not stop.is_set():
                ready, _, _ = select.select([near, far, *datagrams.sockets], [], [], _LOOK_S)
                for line in ready:
                    if line in datagrams.sockets:
                        datagrams.forward(line)
                    elif not self._forward(line, near, far, datagrams, stop):
                        return
        except OSError:  # one side has gone
            return
        finally:
            with self._lock:
                self._lines = [line for line in self._lines if line not in {near, far}]
            datagrams.close()
            near.close()
            far.close()

    def _forward(
        self,
        line: socket.socket,
        near: socket.socket,
        far: socket.socket,
        datagrams: _Datagrams,
        stop: Stop,
    ) -> bool:
        if self.held:
            stop.wait(_LOOK_S)
            return True
        slow = self.bytes_per_s is not None and line is far
        data = line.recv(max(1, int((self.bytes_per_s or 0) * _LOOK_S)) if slow else 65536)
        if slow:
            stop.wait(_LOOK_S)
        if not data:
            return False
        if line is near:
            far.sendall(datagrams.redirect(data))
        else:
            near.sendall(datagrams.restore(self._garble(data)))
        return True

    def _garble(self, data: bytes) -> bytes:
        if not self.garbled:
            return data
        chance = self._random.random
        return bytes(b ^ 0x55 if chance() < self.garbled else b for b in data)

    def loses(self) -> bool:
        """Whether the next datagram is lost."""
        return self._random.random() < self.lost


class _Datagrams:
    """A pair of ports in place of the client's."""

    def __init__(self, relay: Relay) -> None:
        self.sockets: list[socket.socket] = []
        self._relay = relay
        self._client_ports: tuple[int, int] = (0, 0)
        self._ours = b""

    def redirect(self, request: bytes) -> bytes:
        """Have the camera send to us what the client wants sent to it."""
        match = _PORTS.search(request)
        if match is None:
            return request
        self._client_ports = (int(match[1]), int(match[2]))
        self.sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2)]
        for sock in self.sockets:
            sock.bind((HOST, 0))
        ports = [sock.getsockname()[1] for sock in self.sockets]
        self._ours = b"client_port=%d-%d" % (ports[0], ports[1])
        return request.replace(match[0], self._ours)

    def restore(self, reply: bytes) -> bytes:
        """Tell the client its own ports."""
        if not self._ours:
            return reply
        return reply.replace(self._ours, b"client_port=%d-%d" % self._client_ports)

    def forward(self, sock: socket.socket) -> None:
        data = sock.recv(65536)
        if not self._relay.loses():
            sock.sendto(data, (HOST, self._client_ports[self.sockets.index(sock)]))

    def close(self) -> None:
        for sock in self.sockets:
            sock.close()


@contextmanager
def relay(port: int) -> Iterator[Relay]:
    """A relay in front of a port."""
    workers = Workers()
    made = Relay(port, workers)
    workers.loop("relay-door", made.run)
    try:
        yield made
    finally:
        assert workers.close() == []
