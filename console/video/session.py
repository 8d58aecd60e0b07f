"""One RTSP session over TCP or TLS: the sockets below ``console.video.rtsp``, on a worker's loop.

Nothing here waits: connecting, the TLS handshake, reading and writing go on when the loop says
that the socket is ready.  The session ends exactly once, with an ``Ended``.
"""

from __future__ import annotations

import errno
import ipaddress
import selectors
import socket
import ssl
from collections.abc import Callable

from console.errors import CertificateUnknown
from console.events import Reason
from console.platform import tls
from console.secret import Secret
from console.video.loop import Timer
from console.video.means import Means
from console.video.ports import CameraSource, StreamSource
from console.video.rtsp.client import Login, RtspClient, Target
from console.video.units import Ended, Event
from console.workers import Lane

CONNECT_TIMEOUT_S = 3.0
TICK_S = 0.5
LEAVE_S = 1.0  # for a camera's word that a session is over
_MAX_UNSENT_BYTES = 64 * 1024
_STARTING = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN)

Gone = Callable[[], None]
"""Called once, when a session that was let go is over."""
Hear = Callable[[list[Event]], None]
"""Gets what one read brought, in order; an ``Ended`` is always the last of all."""


class TcpSession:
    """Plays one stream until it ends or is closed."""

    def __init__(
        self,
        source: StreamSource,
        camera: CameraSource,
        means: Means,
        hear: Hear,
        *,
        sound: bool = False,
    ) -> None:
        self._source = source
        self._pinned = camera.certificate_sha256
        self._where: tuple[int, tuple[object, ...]] | None = None
        self._means = means
        self._loop = means.loop
        self._hear = hear
        login = None
        if camera.username:
            login = Login(camera.username, camera.password or Secret(""))
        target = Target(scheme=source.scheme, host=source.host, port=source.port, path=source.path)
        self._client = RtspClient(target, login, now_s=self._loop.now_s(), sound=sound)
        self._unsent = bytearray()
        self._closed = False
        self._gone: Gone | None = None  # who waits for the camera's answer to our goodbye
        self.connected = False  # TCP stands: the host answered
        self.bytes_read = 0
        self._timer: Timer | None = None
        self._socket: socket.socket | None = None

    @property
    def packets(self) -> int:
        """How many packets of the picture came, the lost ones counted too."""
        media = self._client.media
        return 0 if media is None else media.highest

    def start(self) -> None:
        """Begin to connect.  Names are looked up on another thread: that may take its time."""
        self._timer = self._loop.later(CONNECT_TIMEOUT_S, self._on_deadline)
        host, port = self._source.host, self._source.port
        if _is_literal(host):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._connect(family, (host, port))
        else:
            looked_up = self._means.threads.submit(lambda: _look_up(host, port), Lane.LONG)
            looked_up.add_done_callback(
                lambda done: self._loop.post(lambda: self._on_looked_up(done.result()))
            )

    def close(self, gone: Gone | None = None) -> None:
        """Say goodbye and let go; nothing more is heard.

        Without ``gone`` the line is let go at once.  With it, when the camera has answered, or is
        given up after ``LEAVE_S``: only then may it be asked for another session (RFC 2326 10.7).
        """
        self._hear = _hear_nothing
        if not self._closed and self.connected:
            self._unsent += self._client.goodbye()
            self._send()
        self._gone = gone
        if self._closed or not self.connected or gone is None or self._client.over:
            self._let_go()
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.later(LEAVE_S, self._let_go)

    def _on_looked_up(self, found: tuple[int, tuple[object, ...]] | None) -> None:
        if self._closed:
            return
        if found is None:
            self._end(Reason.NO_ANSWER, "the name is not known")
        else:
            self._connect(*found)

    def _connect(self, family: int, address: tuple[object, ...]) -> None:
        self._where = family, address
        line = self._socket = socket.socket(family, socket.SOCK_STREAM)
        line.setblocking(False)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            code = line.connect_ex(address)
        except OSError as error:
            self._end(Reason.NO_ANSWER, error.strerror or "no such address")
            return
        if code in (0, *_STARTING):
            self._loop.watch(line, selectors.EVENT_WRITE, lambda _: self._on_connected(line))
        else:
            self._end_with(code)

    def _on_connected(self, line: socket.socket) -> None:
        if code := line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._end_with(code)
            return
        self.connected = True
        if self._source.scheme == "rtsps":
            self._loop.unwatch(line)
            secured = self._socket = tls.wrap(line, self._source.host, self._pinned)
            self._shake_hands(secured)
        else:
            self._talk()

    def _shake_hands(self, line: ssl.SSLSocket) -> None:
        try:
            line.do_handshake()
            tls.check(line, self._pinned)
        except ssl.SSLWantReadError:
            self._loop.watch(line, selectors.EVENT_READ, lambda _: self._shake_hands(line))
        except ssl.SSLWantWriteError:
            self._loop.watch(line, selectors.EVENT_WRITE, lambda _: self._shake_hands(line))
        except CertificateUnknown as problem:
            self._end(Reason.CERTIFICATE, problem.sha256)
        except ssl.SSLCertVerificationError as error:
            self._ask_who_it_is(line, error.verify_message)
        except OSError as error:
            self._end(Reason.BAD_ANSWER, type(error).__name__)
        else:
            self._talk()

    def _ask_who_it_is(self, line: ssl.SSLSocket, why: str) -> None:
        """Nobody vouches for the camera: fetch its fingerprint, so that it can be trusted by hand.

        A second connection, for the first does not tell what it refused.  Nothing is said on it.
        """
        if self._where is None or self._pinned is not None:
            self._end(Reason.CERTIFICATE, why)
            return
        self._loop.unwatch(line)
        line.close()
        self._pinned = tls.NOBODYS
        self._connect(*self._where)

    def _talk(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._unsent += self._client.start(self._loop.now_s())
        self._timer = self._loop.later(TICK_S, self._on_tick)
        self._send()

    def _on_ready(self, events: int) -> None:
        if events & selectors.EVENT_WRITE:
            self._send()
        if events & selectors.EVENT_READ and not self._closed:
            self._read()

    def _read(self) -> None:
        line = self._socket
        if line is None:
            return
        try:
            count = line.recv_into(self._loop.buffer)
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
        if self._gone is not None and self._client.over:
            self._let_go()
        if not self._closed and (request := self._client.outgoing()):
            self._unsent += request
            self._send()
        # What TLS has decrypted already makes no socket ready.
        if not self._closed and isinstance(line, ssl.SSLSocket) and line.pending():
            self._read()

    def _send(self) -> None:
        line = self._socket
        if self._closed or line is None:
            return
        try:
            while self._unsent:
                del self._unsent[: line.send(self._unsent)]
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
            if len(self._unsent) > _MAX_UNSENT_BYTES:
                self._end(Reason.SILENT, "the camera does not read")
                return
        except OSError as error:
            self._end(Reason.CLOSED, error.strerror or "the line broke")
            return
        if not self._closed:
            writing = selectors.EVENT_WRITE if self._unsent else 0
            self._loop.watch(line, selectors.EVENT_READ | writing, self._on_ready)

    def _on_tick(self) -> None:
        if self._closed:
            return
        events = self._client.tick(self._loop.now_s())
        self._unsent += self._client.outgoing()
        self._timer = self._loop.later(TICK_S, self._on_tick)
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
        if self._timer is not None:
            self._timer.cancel()
        if self._socket is not None:
            self._loop.unwatch(self._socket)
            self._socket.close()
            self._socket = None
        gone, self._gone = self._gone, None
        if gone is not None:
            gone()


def _hear_nothing(_events: list[Event]) -> None:
    pass


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _look_up(host: str, port: int) -> tuple[int, tuple[object, ...]] | None:
    """Family and address of a name, or None.  Blocks."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return None
    family, _, _, _, address = found[0]
    return family, address
