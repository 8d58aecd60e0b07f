"""RTP packets to access units: H.264 (RFC 6184) and H.265 (RFC 7798).

Called for every packet of every camera, so it works on the bytes in place and makes one object a
picture.  An access unit is whole at the marker bit, one frame interval before a parser that
waits for the next one would let it go; a camera that forgets the marker is met by the
change of the time stamp.
"""

from __future__ import annotations

import struct

from console.video.rtsp.nal import Assembly, H264Assembly, H265Assembly
from console.video.units import Codec, Unit

_HEADER = struct.Struct(">BBHII")  # flags, marker and payload type, number, stamp, source
_WRAP = 1 << 32
_RESTART = 3_000  # sequence numbers; a larger jump is a camera that counts anew
_PATIENCE = 64  # packets from the past in a row that mean the same

Units = tuple[Unit, ...]
_NONE: Units = ()


class Depacketizer:
    """Collects one stream's packets into units.

    ``payload`` is the payload type that the camera announced; packets of another are not
    for us.  None takes all.
    """

    def __init__(self, codec: Codec, payload: int | None = None) -> None:
        self._assembly: Assembly = H265Assembly() if codec is Codec.H265 else H264Assembly()
        self._payload = payload
        self._expected = -1  # the next sequence number, or -1 before the first packet
        self._late_run = 0
        self._stamp = -1  # the unit's RTP time as on the line
        self._time = 0  # the same, unwrapped
        self._lost = 0  # since the unit before
        self.ssrc = 0
        self.highest = 0  # extended highest sequence number
        self.lost = 0  # packets missing in this session

    def packet(self, data: bytearray | memoryview, start: int = 0, end: int | None = None) -> Units:
        """Take the RTP packet ``data[start:end]``; the units that it completes, two at most.

        Never raises, whatever the bytes are.
        """
        if end is None:
            end = len(data)
        at = start + _HEADER.size
        if at >= end:
            return _NONE
        first, second, number, stamp, ssrc = _HEADER.unpack_from(data, start)
        if first != 0x80:
            if first >> 6 != 2:
                return _NONE
            at, end = unwrapped(data, start, end)
        if at >= end or self._payload not in (None, second & 0x7F):
            return _NONE
        if ssrc != self.ssrc:
            self._begin_anew(ssrc)
        if number != self._expected and not self._in_order(number):
            return _NONE
        self._expected = (number + 1) & 0xFFFF
        self.highest += 1
        self._late_run = 0
        done = _NONE
        if stamp != self._stamp:
            done = self._take()  # the marker was forgotten, or its packet was lost
            self._time = self.unwrap(stamp)
            self._stamp = stamp
        self._assembly.add(data, at, end)
        return done + self._take() if second & 0x80 else done

    def unwrap(self, stamp: int) -> int:
        """An RTP time of this session without the wrap of its 32 bits."""
        if self._stamp < 0:
            return stamp
        step = (stamp - self._stamp + _WRAP // 2) % _WRAP - _WRAP // 2
        return self._time + step

    def _begin_anew(self, ssrc: int) -> None:
        """Another source speaks: its sequence numbers have nothing to do with the ones before."""
        if self._expected >= 0:
            self._missed(1)  # at the least
        self.ssrc = ssrc
        self._expected = -1

    def _in_order(self, number: int) -> bool:
        """Whether to take a packet that is not the expected one."""
        if self._expected < 0:
            self.highest = number - 1
            return True
        ahead = (number - self._expected) & 0xFFFF
        if ahead >= 0x8000 and self._late_run < _PATIENCE:
            self._late_run += 1  # a duplicate, or too late to be of use
            return False
        missing = ahead if ahead <= _RESTART else 1
        self._missed(missing)
        self.highest += missing
        return True

    def _missed(self, packets: int) -> None:
        self._lost += packets
        self.lost += packets
        self._assembly.tear()

    def _take(self) -> Units:
        assembly = self._assembly
        if assembly.foreign:  # a picture of another codec: nothing of it goes with the next
            assembly.clear()
        if not assembly.has_slices:
            return _NONE  # parameter sets with a marker of their own: they belong to the next
        lost = self._lost + assembly.dropped
        key, starts = assembly.key, tuple(assembly.starts)
        self._lost = 0
        return (Unit(assembly.take(), key, self._time, lost, starts),)


def unwrapped(data: bytearray | memoryview, start: int, end: int) -> tuple[int, int]:
    """Where the payload lies between sources, extension and padding; empty if they lie."""
    first = data[start]
    at = start + _HEADER.size + 4 * (first & 15)
    if first & 0x10 and end >= at + 4:
        at += 4 + 4 * (data[at + 2] << 8 | data[at + 3])
    if first & 0x20:
        end -= data[end - 1]
    return at, end
