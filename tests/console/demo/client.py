"""The smallest RTSP client, to see what the server writes; and PyAV, to see what it shows."""

from __future__ import annotations

import socket
import struct
from collections.abc import Generator
from dataclasses import dataclass
from types import TracebackType

import av
import numpy as np

from console.demo.media import read_code

TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Packet:
    channel: int
    data: bytes

    @property
    def sequence(self) -> int:
        return int.from_bytes(self.data[2:4])

    @property
    def timestamp(self) -> int:
        return int.from_bytes(self.data[4:8])

    @property
    def marker(self) -> bool:
        return bool(self.data[1] & 0x80)

    @property
    def nal(self) -> int:
        """The H.264 type of the NAL unit that the packet holds, or is part of."""
        kind = self.data[12] & 0x1F
        return self.data[13] & 0x1F if kind == 28 else kind


class Client:
    """Asks one thing after the other over one connection."""

    def __init__(self, port: int, path: str, *, receive_buffer: int | None = None) -> None:
        self.url = f"rtsp://127.0.0.1:{port}{path}"
        self._line = socket.socket()
        if receive_buffer:
            self._line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self._line.settimeout(TIMEOUT_S)
        try:
            self._line.connect(("127.0.0.1", port))
        except OSError:
            self._line.close()
            raise
        self._buffer = b""
        self._cseq = 0

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._line.close()

    def ask(self, method: str, url: str = "", **headers: str) -> Reply:
        """Send a request and return its reply; packets in between are dropped."""
        self._cseq += 1
        lines = [f"{method} {url or self.url} RTSP/1.0", f"CSeq: {self._cseq}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self._line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while self._first() == b"$":
            self.packet()
        while b"\r\n\r\n" not in self._buffer:
            self._more()
        head, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
        first, *rest = head.decode().split("\r\n")
        named = dict(line.split(": ", 1) for line in rest)
        assert named["CSeq"] == str(self._cseq)
        length = int(named.get("Content-Length", "0"))
        while len(self._buffer) < length:
            self._more()
        body, self._buffer = self._buffer[:length].decode(), self._buffer[length:]
        return Reply(int(first.split()[1]), named, body)

    def play(self) -> Reply:
        """DESCRIBE, SETUP over TCP, PLAY."""
        assert self.ask("DESCRIBE").status == 200
        transport = "RTP/AVP/TCP;unicast;interleaved=0-1"
        assert self.ask("SETUP", self.url + "/track1", Transport=transport).status == 200
        reply = self.ask("PLAY")
        assert reply.status == 200
        return reply

    def packet(self) -> Packet:
        """The next interleaved packet."""
        while len(self._buffer) < 4:
            self._more()
        dollar, channel, length = struct.unpack(">cBH", self._buffer[:4])
        assert dollar == b"$", self._buffer[:40]
        while len(self._buffer) < 4 + length:
            self._more()
        data, self._buffer = self._buffer[4 : 4 + length], self._buffer[4 + length :]
        return Packet(channel, data)

    def packets(self, count: int, channel: int = 0) -> list[Packet]:
        """The next so many packets of a channel."""
        found: list[Packet] = []
        while len(found) < count:
            packet = self.packet()
            if packet.channel == channel:
                found.append(packet)
        return found

    def picture(self) -> list[Packet]:
        """The packets up to the next marker."""
        found = self.packets(1)
        while not found[-1].marker:
            found += self.packets(1)
        return found

    def is_ended(self) -> bool:
        """Read until the server ends the connection; False if it does not in time."""
        try:
            while self._line.recv(65536):
                continue
        except TimeoutError:
            return False
        except ConnectionResetError:
            return True
        return True

    def _first(self) -> bytes:
        while not self._buffer:
            self._more()
        return self._buffer[:1]

    def _more(self) -> None:
        data = self._line.recv(65536)
        if not data:
            raise ConnectionResetError
        self._buffer += data


@dataclass(frozen=True, slots=True)
class Shown:
    """A decoded picture: the number burnt into it, its size, the codec."""

    number: int | None
    size: tuple[int, int]
    codec: str


def watch(url: str, *, transport: str = "tcp") -> Generator[Shown, None, None]:
    """Decode a stream with libavformat, picture by picture."""
    options = {"rtsp_transport": transport, "probesize": "32", "analyzeduration": "0"}
    with av.open(url, options=options, timeout=TIMEOUT_S) as container:
        codec = container.streams.video[0].codec_context.name
        for frame in container.decode(video=0):
            number = read_code(np.asarray(frame.to_ndarray(format="gray"), np.uint8))
            yield Shown(number, (frame.width, frame.height), codec)
