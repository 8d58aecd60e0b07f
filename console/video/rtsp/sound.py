"""RTP packets to pieces of sound: AAC (RFC 3640) and G.711 (RFC 3551 4.5.14)."""

from __future__ import annotations

import struct

from console.video.rtsp.depacket import unwrapped
from console.video.rtsp.sdp import SoundOffer
from console.video.units import Heard

AAC_FRAME = 1024  # ticks
_HEADER = struct.Struct(">BBHII")
_WRAP = 1 << 32
_MAX_FRAME = 8192  # bytes of one AAC frame
_MAX_FRAMES = 64  # of one packet


class SoundDepacketizer:
    """Collects one track's packets.  Never raises, whatever the bytes are."""

    def __init__(self, offer: SoundOffer) -> None:
        self._offer = offer
        self._aac = offer.track is not None and bool(offer.track.config)
        self._stamp = -1
        self._time = 0
        self._part = bytearray()  # of a frame that is spread over packets
        self._number = -1

    def packet(self, data: bytearray | memoryview, start: int, end: int) -> list[Heard]:
        """Take the RTP packet ``data[start:end]``; the pieces that it brings."""
        if end - start <= _HEADER.size:
            return []
        first, second, number, stamp, _ = _HEADER.unpack_from(data, start)
        at, end = unwrapped(data, start, end)
        if first >> 6 != 2 or second & 0x7F != self._offer.payload or at >= end:
            return []
        if number == self._number:
            return []  # sent twice
        if number != (self._number + 1) & 0xFFFF:
            self._part.clear()
        self._number = number
        time = self._unwrap(stamp)
        body = bytes(data[at:end])
        if not self._aac:
            return [Heard(body, time)]
        return self._frames(body, time, last=second & 0x80 > 0)

    def _unwrap(self, stamp: int) -> int:
        if self._stamp < 0:
            self._stamp = self._time = stamp
        self._time += (stamp - self._stamp + _WRAP // 2) % _WRAP - _WRAP // 2
        self._stamp = stamp
        return self._time

    def _frames(self, body: bytes, time: int, *, last: bool) -> list[Heard]:
        """The frames of a packet: all of their headers, then all of their bytes."""
        each = self._offer.size_bits + self._offer.index_bits
        if len(body) < 2:
            return []
        bits = int.from_bytes(body[:2], "big")
        at = 2 + (bits + 7) // 8
        count = bits // each
        if at >= len(body) or not 0 < count <= _MAX_FRAMES:
            return []
        headers = int.from_bytes(body[2:at], "big") >> (8 * (at - 2) - bits)
        left = bits
        heard: list[Heard] = []
        for index in range(count):
            left -= each
            size = headers >> left + self._offer.index_bits & (1 << self._offer.size_bits) - 1
            if size > len(body) - at:
                return self._gather(body[at:], size, time, last=last) if count == 1 else heard
            if size:
                heard.append(Heard(body[at : at + size], time + index * AAC_FRAME))
            at += size
        return heard

    def _gather(self, part: bytes, size: int, time: int, *, last: bool) -> list[Heard]:
        """A frame that is spread over packets (RFC 3640 3.2.3.2): each tells its whole size."""
        self._part += part
        if len(self._part) > min(size, _MAX_FRAME):
            self._part.clear()
        if not last and len(self._part) < size:
            return []
        frame, self._part = bytes(self._part), bytearray()
        return [Heard(frame, time)] if len(frame) == size else []
