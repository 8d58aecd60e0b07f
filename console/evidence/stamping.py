"""Asking the station's time-stamp authority (RFC 3161) for a stamp of SHA256SUMS.

Wards are often off the net, and a package never waits for a stamp: there is one within seconds, or
there is none, and the log says why.  The authority is told a hash and a random number.
"""

from __future__ import annotations

import hashlib
import http.client
import io
import logging
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from typing_extensions import override

from console.clock import Clock
from console.errors import AddressRefused, Problem
from console.evidence import stamp
from console.evidence.der import BOOLEAN, INTEGER, NULL, OCTETS, OID, SEQUENCE, SHA256, written
from console.platform import tls
from console.station import StationSettings
from console.web_address import WebAddress, parse_web_url
from console.workers import Stop, Workers

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

WITHIN_S = 10.0
"""So long it may take in all: the name, the line, the answer."""
LARGEST_BYTES = 64 << 10
"""A stamp with its certificates has some 6 kB; more than this is not read."""
_NONCE_BYTES = 8
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"
Stamper = Callable[[bytes], bytes | None]
"""The stamp of SHA256SUMS, or None."""

log = logging.getLogger(__name__)


class _NoStamp(Exception):
    """Why there is none; told to the log, so it holds nothing that a stranger wrote."""


def stamper(
    settings: Callable[[], StationSettings],
    clock: Clock,
    workers: Workers,
    within_s: float = WITHIN_S,
) -> Stamper:
    """What asks the authority that the station has by then.

    It never raises, and returns within ``within_s``: a whole ``TimeStampResp`` that is over these
    very sums, answers this very question and is well signed; or None, with the cause in the log.
    No redirect is followed, no proxy is asked, and of https the system's authorities must vouch for
    the host.  Any thread but the window's.
    """

    def stamped(sums: bytes) -> bytes | None:
        where = "there"
        try:
            url = settings().tsa_url
            if not url:
                return None
            address = parse_web_url(url)
            where = address.host
            return _stamped(address, sums, _Deadline(clock, within_s), workers)
        except (_NoStamp, stamp.StampBad) as problem:
            log.info("no time-stamp from %s: %s", where, problem)
        except (AddressRefused, Problem) as problem:
            log.info("no time-stamp: %s", type(problem).__name__)
        except TimeoutError:
            log.info("no time-stamp from %s within %g s", where, within_s)
        except http.client.HTTPException as error:  # its words are the stranger's
            log.info("no time-stamp from %s: %s", where, type(error).__name__)
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
            log.info("no time-stamp from %s: %s", where, reason)
        return None

    return stamped


def question(sums: bytes, nonce: bytes) -> bytes:
    """A ``TimeStampReq`` for SHA256SUMS that wants the certificate, too; see ``a_nonce``."""
    imprint = written(
        SEQUENCE,
        written(SEQUENCE, written(OID, SHA256), written(NULL)),
        written(OCTETS, hashlib.sha256(sums).digest()),
    )
    return written(
        SEQUENCE,
        written(INTEGER, b"\x01"),
        imprint,
        written(INTEGER, nonce),
        written(BOOLEAN, b"\xff"),
    )


def a_nonce() -> bytes:
    """A random number as DER has one: positive, and no byte of it is needless."""
    first, *rest = secrets.token_bytes(_NONCE_BYTES)
    return bytes([first & 0x3F | 0x40, *rest])


def _stamped(address: WebAddress, sums: bytes, deadline: _Deadline, workers: Workers) -> bytes:
    nonce = a_nonce()
    reply = _asked(address, question(sums, nonce), deadline, workers)
    instant = stamp.verified(reply, sums, nonce)
    log.info("%s stamped a package, at %s", address.host, instant)
    return reply


def _asked(address: WebAddress, query: bytes, deadline: _Deadline, workers: Workers) -> bytes:
    """What the authority answers, unjudged.

    Raises:
        _NoStamp: it answers something else, or too much.
        TimeoutError, OSError, ValueError, http.client.HTTPException: it does not answer.

    """
    with _line(address, deadline, workers) as line:
        asking = http.client.HTTPConnection(address.host, address.port)
        asking.sock = _Timed(line, deadline)  # so that it opens none, which could take for ever
        headers = {"Host": address.place, "Content-Type": _QUERY, "Accept": _REPLY}
        asking.request("POST", address.path, query, {**headers, "Connection": "close"})
        reply = asking.getresponse()
        if reply.status != http.client.OK:
            raise _NoStamp(f"it answers with {reply.status}")
        content = reply.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise _NoStamp(f"it answers with more than {LARGEST_BYTES} bytes")
    return content


@contextmanager
def _line(address: WebAddress, deadline: _Deadline, workers: Workers) -> Iterator[socket.socket]:
    """A line to the authority, over TLS where the address says so."""
    places = _looked_up(address, deadline, workers)
    plain = _reached(places, deadline)
    try:
        if address.scheme == "http":
            yield plain
            return
        plain.settimeout(deadline.left_s())
        with tls.wrap(plain, address.host, None) as safe:
            safe.do_handshake()
            yield safe
    finally:
        plain.close()


Places = list[tuple[socket.AddressFamily, tuple[object, ...]]]


def _looked_up(address: WebAddress, deadline: _Deadline, workers: Workers) -> Places:
    """Where the host is.  A resolver takes half a minute where the net is down: none is awaited."""
    found: Places = []
    done = Stop()

    def look(_stop: Stop) -> None:
        try:
            for family, _, _, _, place in socket.getaddrinfo(
                address.host, address.port, type=socket.SOCK_STREAM
            ):
                found.append((family, place))
        except (OSError, UnicodeError):
            log.debug("the time-stamp authority's name is not known")
        finally:
            done.set()

    workers.loop("stamp-name", look)
    if not done.wait(deadline.left_s()):
        raise TimeoutError
    if not found:
        raise _NoStamp("its name is not known")
    return found


def _reached(places: Places, deadline: _Deadline) -> socket.socket:
    """The first place that takes a connection; each has its share of the time."""
    error: OSError = TimeoutError()
    for number, (family, place) in enumerate(places):
        line = socket.socket(family, socket.SOCK_STREAM)
        try:
            line.settimeout(deadline.left_s() / (len(places) - number))
            line.connect(place)
        except OSError as caught:
            line.close()
            error = caught
        else:
            return line
    raise error


class _Deadline:
    """How long there still is."""

    def __init__(self, clock: Clock, within_s: float) -> None:
        self._clock = clock
        self._until_s = clock.monotonic_s() + within_s

    def left_s(self) -> float:
        """Seconds, more than none.  Raises TimeoutError."""
        left_s = self._until_s - self._clock.monotonic_s()
        if left_s <= 0:
            raise TimeoutError
        return left_s


class _Timed(io.RawIOBase):
    """A socket as ``http.client`` uses one, whose every step ends with the deadline.

    A plain time-out begins anew with each byte that a server drips.
    """

    def __init__(self, line: socket.socket, deadline: _Deadline) -> None:
        super().__init__()
        self._line = line
        self._deadline = deadline

    def sendall(self, content: bytes) -> None:
        """See ``socket.sendall``."""
        self._line.settimeout(self._deadline.left_s())
        self._line.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """See ``socket.makefile``."""
        return io.BufferedReader(_Timed(self._line, self._deadline))

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: WriteableBuffer) -> int:
        self._line.settimeout(self._deadline.left_s())
        return self._line.recv_into(buffer)
