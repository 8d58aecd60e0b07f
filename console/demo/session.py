"""One client's RTSP connection: what it may ask, in which order, and what it is told."""

from __future__ import annotations

import asyncio
import random
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from typing_extensions import override

from console.clock import Clock
from console.demo import rtsp
from console.demo.auth import Algorithm, Guard, Login
from console.demo.clips import Clip, sdp
from console.demo.faults import SWOLLEN, Mood
from console.demo.lineup import Channel, Lineup
from console.demo.rtsp import NotRtsp, Request
from console.demo.sender import Join, Line, Sender, TcpLine, UdpLine
from console.demo.sound import SoundSender

PUBLIC = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, GET_PARAMETER, SET_PARAMETER, TEARDOWN"
LOOK_AGAIN_S = 0.1  # between looks for a clip that is still being encoded
SEND_BUFFER = 128 * 1024  # bytes in the kernel, so that a client that does not read is seen
NOISE = 4096  # bytes
_PICTURE, _SOUND = "/track1", "/track2"

DatagramPair = tuple[asyncio.DatagramTransport, asyncio.DatagramTransport]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a server treats its clients.

    ``timeout_s``: a session ends when its client says nothing for so long.  ``hold_s``:
    DESCRIBE of a camera whose clip is not there yet waits so long before it is told 503.
    """

    clock: Clock
    login: Login | None = None
    algorithms: tuple[Algorithm, ...] = (Algorithm.MD5,)
    join: Join = Join.LIVE
    timeout_s: float = 60.0
    hold_s: float = 4.0


class Session(asyncio.Protocol):
    """A connection, and the one stream that it may watch.  Belongs to the event loop's thread."""

    def __init__(
        self,
        lineup: Lineup,
        terms: Terms,
        datagrams: DatagramPair,
        everyone: set[Session],
    ) -> None:
        self._lineup = lineup
        self._terms = terms
        self._datagrams = datagrams
        self._everyone = everyone
        self._guard = Guard(terms.login, algorithms=terms.algorithms) if terms.login else None
        self._reader = rtsp.Reader()
        self._transport: asyncio.Transport | None = None
        self._channel: Channel | None = None
        self._sender: Sender | None = None
        self._line: Line | None = None
        self._sound_line: Line | None = None
        self._sound: SoundSender | None = None
        self._camera = ""  # whose one session this is, until the camera has forgotten it
        self._id = secrets.token_hex(4)
        self._heard_at_s = terms.clock.monotonic_s()
        self.rtcp_from: tuple[str, int] | None = None  # where a datagram client reports from

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._everyone.add(self)
        line: socket.socket = transport.get_extra_info("socket")
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._end_stream()
        self._transport = None
        if self._channel is not None:
            self._channel.visitors.discard(self)
        self._after_a_while(self._leave)

    @override
    def data_received(self, data: bytes) -> None:
        self.touch()
        try:
            for request in self._reader.feed(data):
                self._answer(request)
        except NotRtsp:
            self.hang_up()

    def touch(self) -> None:
        """Note that the client is alive."""
        self._heard_at_s = self._terms.clock.monotonic_s()

    def end_if_silent(self) -> None:
        """End a stream whose client has said nothing for the time-out."""
        silent_s = self._terms.clock.monotonic_s() - self._heard_at_s
        if self._sender is not None and silent_s > self._terms.timeout_s:
            self.hang_up()

    def hang_up(self) -> None:
        """End the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def write_noise(self) -> None:
        """Write bytes that are neither RTSP nor RTP."""
        if self._transport is not None:
            self._transport.write(random.randbytes(NOISE))

    def _answer(self, request: Request) -> None:
        channel = self._lineup.find(_bare(request.path))
        moods = channel.faults.moods if channel else frozenset[Mood]()
        if Mood.MUTE in moods:
            return
        if Mood.GONE in moods:
            self._reply(503, request)
        elif request.method == "OPTIONS":
            self._reply(200, request, ("Public", PUBLIC))
        elif channel is None:
            self._reply(404, request)
        elif not self._admits(channel, request):
            challenges = self._guard.challenges() if self._guard else ['Digest realm="x"']
            self._reply(401, request, *(("WWW-Authenticate", text) for text in challenges))
        else:
            self._watch(channel)
            self._serve(request, channel)

    def _admits(self, channel: Channel, request: Request) -> bool:
        if Mood.REFUSE in channel.faults.moods:
            return False
        if self._guard is None or not channel.guarded:
            return True
        return self._guard.admits(request.method, request.headers.get("authorization"))

    def _watch(self, channel: Channel) -> None:
        if self._channel is not None:
            self._channel.visitors.discard(self)
        self._channel = channel
        channel.visitors.add(self)

    def _serve(self, request: Request, channel: Channel) -> None:
        match request.method:
            case "DESCRIBE":
                until_s = self._terms.clock.monotonic_s() + self._terms.hold_s
                self._describe(request, channel, until_s)
            case "SETUP" if request.path.endswith(_SOUND):
                self._set_up_sound(request, channel)
            case "SETUP":
                self._set_up(request, channel)
            case "PLAY":
                self._play(request)
            case "PAUSE" if self._sender is not None:
                self._sender.pause()
                self._reply(200, request, self._session())
            case "TEARDOWN":
                self._end_stream()
                self._after_a_while(lambda: self._tear_down(request))
            case "GET_PARAMETER" | "SET_PARAMETER":
                self._reply(200, request, self._session())
            case "PAUSE":
                self._reply(455, request)
            case _:
                self._reply(501, request)

    def _describe(self, request: Request, channel: Channel, until_s: float) -> None:
        if self._transport is None:
            return
        clip = self._lineup.clip_of(channel)
        if channel.faults.redirect:
            self._reply(302, request, ("Location", channel.faults.redirect))
        elif clip is not None:
            self._send_description(request, channel, clip)
        elif self._terms.clock.monotonic_s() < until_s:
            loop = asyncio.get_running_loop()
            loop.call_later(LOOK_AGAIN_S, self._describe, request, channel, until_s)
        else:
            self._reply(503, request, ("Retry-After", "1"))

    def _send_description(self, request: Request, channel: Channel, clip: Clip) -> None:
        swollen = Mood.SWELL in channel.faults.moods
        name = SWOLLEN if swollen else "Ward demo"
        extra = (("X-Name", SWOLLEN),) if swollen else ()
        base = ("Content-Base", request.url.rstrip("/") + "/")
        text = sdp(clip, name=name, encoding=channel.faults.encoding or None)
        if channel.sound is not None:
            text += channel.sound.sdp()
        self._reply(200, request, base, *extra, body=text)

    def _set_up(self, request: Request, channel: Channel) -> None:
        clip = self._lineup.clip_of(channel)
        wanted = rtsp.parse_transport(request.headers.get("transport", ""))
        if clip is None or self._transport is None:
            self._reply(503, request)
            return
        if wanted is None:
            self._reply(461, request)
            return
        if Mood.SINGLE in channel.faults.moods and self._is_taken(channel):
            channel.faults.refused += 1
            self._reply(453, request)
            return
        self._end_stream()
        self._camera = _camera_of(channel)
        self._sender = Sender(self._lineup, channel, clip, self._terms.clock, self._terms.join)
        self._line, text = self._line_for(wanted)
        if not wanted.interleaved:
            self.rtcp_from = (self._transport.get_extra_info("peername")[0], wanted.pair[1])
        transport = ("Transport", f"{text};ssrc={self._sender.ssrc:08X}")
        self._reply(200, request, transport, self._session())

    def _is_taken(self, channel: Channel) -> bool:
        """Whether another client has a session of the same camera: a channel beside this one."""
        return any(
            other is not self and other.serves(_camera_of(channel)) for other in self._everyone
        )

    def serves(self, camera: str) -> bool:
        """Whether it has a session of the camera in this folder, be it one that lingers."""
        return self._camera == camera

    def _after_a_while(self, end: Callable[[], None]) -> None:
        """End a session: at once, or when a camera that is slow at it has come to it."""
        if self._channel is not None and self._channel.faults.lingers_s:
            asyncio.get_running_loop().call_later(self._channel.faults.lingers_s, end)
        else:
            end()

    def _leave(self) -> None:
        self._camera = ""
        self._everyone.discard(self)

    def _tear_down(self, request: Request) -> None:
        self._camera = ""
        self._reply(200, request, self._session())

    def _set_up_sound(self, request: Request, channel: Channel) -> None:
        """Sound is sent beside a picture of the same connection, in the way that it wants."""
        wanted = rtsp.parse_transport(request.headers.get("transport", ""))
        if channel.sound is None or self._sender is None or self._transport is None:
            self._reply(404, request)
        elif wanted is None:
            self._reply(461, request)
        else:
            self._sound_line, text = self._line_for(wanted)
            self._reply(200, request, ("Transport", text), self._session())

    def _line_for(self, wanted: rtsp.Transport) -> tuple[Line, str]:
        """A way to the client, and how it is told."""
        assert self._transport is not None
        first, second = wanted.pair
        if wanted.interleaved:
            text = f"RTP/AVP/TCP;unicast;interleaved={first}-{second}"
            return TcpLine(self._transport, wanted.pair), text
        host = self._transport.get_extra_info("peername")[0]
        ours = "-".join(str(d.get_extra_info("sockname")[1]) for d in self._datagrams)
        text = f"RTP/AVP;unicast;client_port={first}-{second};server_port={ours}"
        return UdpLine(self._datagrams, host, wanted.pair), text

    def _play(self, request: Request) -> None:
        if self._sender is None or self._line is None:
            self._reply(455, request)
            return
        if request.headers.get("session", self._id).split(";")[0] != self._id:
            self._reply(454, request)
            return
        sequence, timestamp = self._sender.play(self._line)
        channel, line = self._channel, self._sound_line
        if line is not None and channel is not None and channel.sound and self._sound is None:
            self._sound = SoundSender(
                channel.sound,
                self._terms.clock,
                lambda packet: line.send([(packet, b"")]),
                lambda: Mood.HUSH in channel.faults.moods,
            )
        url = request.url.rstrip("/") + "/track1"
        info = ("RTP-Info", f"url={url};seq={sequence};rtptime={timestamp}")
        self._reply(200, request, self._session(), ("Range", "npt=now-"), info)

    def _end_stream(self) -> None:
        if self._sender is not None:
            self._sender.pause()
        if self._sound is not None:
            self._sound.stop()
        self._sender = self._sound = None
        self._line = self._sound_line = None
        self.rtcp_from = None

    def _session(self) -> tuple[str, str]:
        return ("Session", f"{self._id};timeout={max(1, round(self._terms.timeout_s))}")

    def _reply(
        self, code: int, request: Request, *headers: tuple[str, str], body: str = ""
    ) -> None:
        if self._transport is not None:
            self._transport.write(rtsp.reply(code, request.cseq, headers, body))


def _camera_of(channel: Channel) -> str:
    return channel.path.rpartition("/")[0]


def _bare(path: str) -> str:
    """The path of a camera whose track is asked for."""
    return path.removesuffix(_PICTURE).removesuffix(_SOUND)
