"""A look at a camera before libavformat is let at it: who answers, with what, and no redirect.

libavformat follows a redirect to any address, and takes the password along: it even sends it
in the clear when the other side asks for that (seen with FFmpeg 8.1).  Nothing switches that
off, so our own reader asks for the description first, and what it does not like is not opened.
A camera that answers us well and redirects libavformat afterwards is not caught; it learns
nothing that way which it could not have asked for itself.
"""

from __future__ import annotations

import socket
import ssl

from console.clock import Clock
from console.errors import CertificateUnknown
from console.events import Reason
from console.platform import tls
from console.video.ports import CameraSource, StreamSource
from console.video.rtsp.client import Login, RtspClient, Target
from console.video.units import Ended, Event
from console.workers import Stop

CONNECT_S = 3.0
_TICK_S = 0.25
_READ_BYTES = 64 * 1024


def look(
    stream: StreamSource, camera: CameraSource, login: Login | None, clock: Clock, stop: Stop
) -> Ended | None:
    """Ask for the description of ``stream``; why not to go on, or None.

    Blocks for up to ``CONNECT_S`` and the client's own time-outs, less when ``stop`` is set.  What
    our reader does not understand is no reason: that is what libavformat is for.
    """
    try:
        with socket.create_connection((stream.host, stream.port), CONNECT_S) as plain:
            if stream.scheme != "rtsps":
                return _describe(plain, stream, login, clock, stop)
            with tls.wrap(plain, stream.host, camera.certificate_sha256) as line:
                line.do_handshake()
                tls.check(line, camera.certificate_sha256)
                return _describe(line, stream, login, clock, stop)
    except CertificateUnknown as problem:
        return Ended(Reason.CERTIFICATE, problem.sha256)
    except ssl.SSLError as error:
        return Ended(Reason.CERTIFICATE, type(error).__name__)
    except ConnectionRefusedError:
        return Ended(Reason.CONNECTION_REFUSED)
    except ConnectionResetError:
        return Ended(Reason.CLOSED, "the camera ended the session")
    except OSError as error:
        return Ended(Reason.NO_ANSWER, type(error).__name__)


def _describe(
    line: socket.socket, stream: StreamSource, login: Login | None, clock: Clock, stop: Stop
) -> Ended | None:
    target = Target(stream.scheme, stream.host, stream.port, stream.path)
    client = RtspClient(target, login, now_s=clock.monotonic_s())
    line.sendall(client.start())
    line.settimeout(_TICK_S)
    while not stop.is_set():
        events: list[Event]
        try:
            data = line.recv(_READ_BYTES)
        except TimeoutError:
            events = []
        else:
            if not data:
                return Ended(Reason.CLOSED, "the camera ended the session")
            events = client.feed(data, clock.monotonic_s())
        events += client.tick(clock.monotonic_s())
        for event in events:
            if isinstance(event, Ended):
                return None if event.reason is Reason.BAD_ANSWER else event
        if client.described:
            return None
        line.sendall(client.outgoing())
    return Ended(Reason.CLOSED, "stopped")
