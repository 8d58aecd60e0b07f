"""One RTSP session over TCP or TLS: the sockets below ``console.video.rtsp``, on a worker's loop.

Nothing here waits: connecting, the TLS handshake, reading and writing go on when the loop says
that the socket is ready.  The session ends exactly once, with an ``Ended``.
"""

from __future__ import annotations

import errno
import selectors
import socket
import ssl
from collections.abc import Callable

from console.errors import CameraProblem, CertificateUnknown
from console.events import Reason
from console.platform import tls
from console.video.loop import Loop, Timer
from console.video.ports import StreamSource
from console.video.rtsp.client import Login, RtspClient, Target
from console.video.units import Ended, Event

CONNECT_TIMEOUT_S = 3.0
TICK_S = 0.5
_MAX_UNSENT_BYTES = 64 * 1024
_STARTING = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN)

Hear = Callable[[list[Event]], None]
"""Gets what one read brought, in order; an ``Ended`` is always the last of all."""


class TcpSession:
    """Plays one stream until it ends or is closed."""

    def __init__(
        self,
        source: StreamSource,
        login: Login | None,
        certificate_sha256: str | None,
        loop: Loop,
        hear: Hear,
    ) -> None:
        self._source = source
        self._pinned = certificate_sha256
        self._loop = loop
        self._hear = hear
        target = Target(scheme=source.scheme, host=source.host, port=source.port, path=source.path)
        self._client = RtspClient(target, login, now_s=loop.now_s())
        self._unsent = bytearray()
        self._closed = False
        self.connected = False  # TCP stands: the host answered
        self.bytes_read = 0
        self._deadline: Timer | None = None
        self._socket = self._plain = socket.socket(
            socket.AF_INET6 if ":" in source.host else socket.AF_INET, socket.SOCK_STREAM
        )

    def start(self) -> None:
        """Begin to connect."""
        self._plain.setblocking(False)
        self._plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._deadline = self._loop.later(CONNECT_TIMEOUT_S, self._on_deadline)
        try:
            code = self._plain.connect_ex((self._source.host, self._source.port))
        except OSError as error:
            self._end(Reason.NO_ANSWER, error.strerror or "no such address")
            return
        if code not in (0, *_STARTING):
            self._end_with(code)
            return
        self._loop.watch(self._plain, selectors.EVENT_WRITE, self._on_connecting)

    def close(self) -> None:
        """Say goodbye and let go; nothing more is heard."""
        if self._closed:
            return
        if self.connected:
            self._unsent += self._client.goodbye()
            self._send()
        self._let_go()

    def _on_connecting(self, _events: int) -> None:
        if code := self._plain.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._end_with(code)
            return
        self.connected = True
        if self._source.scheme == "rtsps":
            self._loop.unwatch(self._plain)
            self._socket = tls.wrap(self._plain, self._source.host, self._pinned)
            self._loop.watch(
                self._socket, selectors.EVENT_READ | selectors.EVENT_WRITE, self._on_handshake
            )
            return
        self._talk()

    def _on_handshake(self, _events: int) -> None:
        assert isinstance(self._socket, ssl.SSLSocket)
        try:
            self._socket.do_handshake()
            tls.check(self._socket, self._pinned)
        except ssl.SSLWantReadError:
            self._loop.watch(self._socket, selectors.EVENT_READ, self._on_handshake)
        except ssl.SSLWantWriteError:
            self._loop.watch(self._socket, selectors.EVENT_WRITE, self._on_handshake)
        except CertificateUnknown as problem:
            self._end(Reason.CERTIFICATE, problem.sha256)
        except (ssl.SSLError, OSError, CameraProblem) as error:
            self._end(Reason.CERTIFICATE, type(error).__name__)
        else:
            self._talk()

    def _talk(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._unsent += self._client.start()
        self._deadline = self._loop.later(TICK_S, self._on_tick)
        self._send()

    def _on_ready(self, events: int) -> None:
        if events & selectors.EVENT_WRITE:
            self._send()
        if events & selectors.EVENT_READ and not self._closed:
            self._read()

    def _read(self) -> None:
        try:
            count = self._socket.recv_into(self._loop.buffer)
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
            return
        except OSError as error:
            self._end(Reason.CLOSED, error.strerror or "the line broke")
            return
        if count == 0:
            self._end(Reason.CLOSED, "the camera ended the session")
            return
        self.bytes_read += count
        self._tell(self._client.feed(memoryview(self._loop.buffer)[:count], self._loop.now_s()))
        if not self._closed and (request := self._client.outgoing()):
            self._unsent += request
            self._send()
        if not self._closed and isinstance(self._socket, ssl.SSLSocket) and self._socket.pending():
            self._read()

    def _send(self) -> None:
        if self._closed:
            return
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
            if len(self._unsent) > _MAX_UNSENT_BYTES:
                self._end(Reason.SILENT, "the camera does not read")
                return
        except OSError as error:
            self._end(Reason.CLOSED, error.strerror or "the line broke")
            return
        if not self._closed:
            writing = selectors.EVENT_WRITE if self._unsent else 0
            self._loop.watch(self._socket, selectors.EVENT_READ | writing, self._on_ready)

    def _on_tick(self) -> None:
        if self._closed:
            return
        events = self._client.tick(self._loop.now_s())
        self._unsent += self._client.outgoing()
        self._deadline = self._loop.later(TICK_S, self._on_tick)
        self._tell(events)
        self._send()

    def _on_deadline(self) -> None:
        if not self._closed:
            reason = Reason.SILENT if self.connected else Reason.NO_ANSWER
            self._end(reason, f"no connection within {CONNECT_TIMEOUT_S:g} s")

    def _tell(self, events: list[Event]) -> None:
        if not events:
            return
        if isinstance(events[-1], Ended):
            self._let_go()
        self._hear(events)

    def _end_with(self, code: int) -> None:
        refused = code == errno.ECONNREFUSED
        self._end(
            Reason.CONNECTION_REFUSED if refused else Reason.NO_ANSWER,
            errno.errorcode.get(code, ""),
        )

    def _end(self, reason: Reason, detail: str) -> None:
        if not self._closed:
            self._let_go()
            self._hear([Ended(reason, detail)])

    def _let_go(self) -> None:
        self._closed = True
        if self._deadline is not None:
            self._deadline.cancel()
        self._loop.unwatch(self._socket)
        self._socket.close()
