"""The camera's half of a session, as bytes: what a test feeds to the client."""

from __future__ import annotations

import struct

from console.secret import Secret
from console.video.rtsp.client import Login, RtspClient, Target
from console.video.units import Ended, Event

SDP = (
    "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=cam\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
    "m=audio 0 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\na=control:trackID=2\r\n"
    "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
    "a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAHtoCgL/lwEQ=,aM48gA==\r\n"
    "a=framerate:15\r\na=control:trackID=1\r\n"
)


def answer(number: int, status: str = "200 OK", body: str = "", **headers: str) -> bytes:
    lines = [f"RTSP/1.0 {status}", f"CSeq: {number}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if body:
        lines += ["Content-Type: application/sdp", f"Content-Length: {len(body.encode())}"]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def handshake(first: int = 1, *, sdp: str = SDP) -> list[bytes]:
    """The answers to DESCRIBE, SETUP and PLAY."""
    return [
        answer(first, body=sdp),
        answer(
            first + 1,
            Session="12345;timeout=60",
            Transport="RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=00000001",
        ),
        answer(first + 2, Session="12345", RTP_Info="url=x;seq=1;rtptime=0"),
    ]


def rtp(number: int, stamp: int, payload: bytes, *, marker: bool = True) -> bytes:
    head = struct.pack(">BBHII", 0x80, 96 | (0x80 if marker else 0), number & 0xFFFF, stamp, 7)
    return head + payload


def framed(packet: bytes, channel: int = 0) -> bytes:
    return struct.pack(">BBH", 0x24, channel, len(packet)) + packet


def nal(kind: int, size: int = 20) -> bytes:
    return bytes([0x60 | kind]) + bytes((n * 7 + kind) & 0xFF for n in range(size))


def fragments(whole: bytes, size: int) -> list[bytes]:
    """A NAL unit as FU-A payloads of at most ``size`` bytes each."""
    body = whole[1:]
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    out = []
    for place, part in enumerate(parts):
        head = whole[0] & 31
        head |= 0x80 if place == 0 else 0
        head |= 0x40 if place == len(parts) - 1 else 0
        out.append(bytes([whole[0] & 0xE0 | 28, head]) + part)
    return out


def sender_report(ntp_s: int, stamp: int) -> bytes:
    return struct.pack(">BBHIIIIII", 0x80, 200, 6, 7, ntp_s, 0, stamp, 0, 0)


TARGET = Target("rtsp", "192.0.2.1", 554, "/live/ch0?x=1")
LOGIN = Login("trực", Secret("bí mật"))
CHALLENGE = 'Digest realm="cam", nonce="abc123", algorithm=MD5'


def client(login: Login | None = None, path: str = TARGET.path) -> RtspClient:
    made = RtspClient(Target("rtsp", "192.0.2.1", 554, path), login, now_s=0.0)
    made.start()
    return made


def playing(login: Login | None = None) -> RtspClient:
    made = client(login)
    for reply in handshake():
        made.feed(reply, 0.1)
    made.outgoing()
    return made


def ended(events: list[Event]) -> Ended:
    [event] = [event for event in events if isinstance(event, Ended)]
    return event
