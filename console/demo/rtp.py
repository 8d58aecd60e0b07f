"""RTP as a camera writes it: pictures cut into packets, and the reports beside them.

RFC 3550 (RTP, RTCP), RFC 6184 (H.264), RFC 7798 (H.265).  No sockets, no clocks.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum

CLOCK_HZ = 90_000  # of every video payload
MTU = 1400  # bytes of payload in one packet, so that a datagram fits Ethernet
PAYLOAD_TYPE = 96

_MARKER = 0x80
_HEADER = struct.Struct(">BBHII")
_REPORT = struct.Struct(">BBHIQIII")
_FRAGMENT_H264 = 28
_FRAGMENT_H265 = 49
_NTP_EPOCH_S = 2_208_988_800  # seconds from 1900 to 1970


class Codec(StrEnum):
    """What the pictures are compressed with."""

    H264 = "H264"
    H265 = "H265"


def split_annexb(data: bytes) -> Iterator[bytes]:
    """The NAL units of an access unit in Annex B form, without start codes."""
    start = data.find(b"\x00\x00\x01")
    while start >= 0:
        start += 3
        end = data.find(b"\x00\x00\x01", start)
        yield data[start:] if end < 0 else data[start:end].rstrip(b"\x00")
        start = end


def nal_type(codec: Codec, nal: bytes) -> int:
    """The type in a NAL unit's header."""
    return nal[0] & 0x1F if codec is Codec.H264 else (nal[0] >> 1) & 0x3F


def payloads(codec: Codec, nals: Iterable[bytes]) -> tuple[bytes, ...]:
    """The RTP payloads of one access unit: a packet a NAL unit, or fragments of at most MTU."""
    out: list[bytes] = []
    for nal in nals:
        if len(nal) <= MTU:
            out.append(nal)
        else:
            out.extend(_fragments(codec, nal))
    return tuple(out)


def _fragments(codec: Codec, nal: bytes) -> Iterator[bytes]:
    kind = nal_type(codec, nal)
    if codec is Codec.H264:
        indicator, body = bytes([(nal[0] & 0xE0) | _FRAGMENT_H264]), nal[1:]
    else:
        indicator, body = bytes([(nal[0] & 0x81) | (_FRAGMENT_H265 << 1), nal[1]]), nal[2:]
    room = MTU - len(indicator) - 1
    for at in range(0, len(body), room):
        first = 0x80 if at == 0 else 0
        last = 0x40 if at + room >= len(body) else 0
        yield indicator + bytes([kind | first | last]) + body[at : at + room]


def header(
    sequence: int, timestamp: int, ssrc: int, *, last: bool, payload_type: int = PAYLOAD_TYPE
) -> bytes:
    """The 12 bytes before a payload; ``last`` marks the picture's end."""
    marker = payload_type | _MARKER if last else payload_type
    return _HEADER.pack(0x80, marker, sequence, timestamp, ssrc)


def timestamp(unix_s: float) -> int:
    """The RTP time of an instant; every stream of this server counts from 1970."""
    return int(unix_s * CLOCK_HZ) & 0xFFFFFFFF


def sender_report(unix_s: float, ssrc: int, packets: int, octets: int) -> bytes:
    """RTCP: which RTP time was which wall-clock instant, and how much was sent."""
    ntp = int((unix_s + _NTP_EPOCH_S) * (1 << 32)) & 0xFFFFFFFFFFFFFFFF
    return _REPORT.pack(
        0x80, 200, 6, ssrc, ntp, timestamp(unix_s), packets & 0xFFFFFFFF, octets & 0xFFFFFFFF
    )
