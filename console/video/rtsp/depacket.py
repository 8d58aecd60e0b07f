"""RTP packets to access units: H.264 (RFC 6184) and H.265 (RFC 7798).

Called for every packet of every camera, so it works on the bytes in place and makes one object a
picture.  An access unit is whole at the marker bit, one frame interval before a parser that
waits for the next one would let it go; a camera that forgets the marker is met by the
change of the time stamp.
"""

from __future__ import annotations

from console.video.units import Codec, Unit

MAX_UNIT_BYTES = 8 << 20
_START = b"\0\0\0\1"
_HEADER = 12
_WRAP = 1 << 32
_RESTART = 3_000  # sequence numbers; a larger jump is a camera that counts anew
_PATIENCE = 64  # packets from the past in a row that mean the same

# H.264 NAL unit types (ITU-T H.264 table 7-1, RFC 6184 5.2)
_IDR, _SEI, _STAP_A, _FU_A = 5, 6, 24, 28
_SEI_RECOVERY_POINT = 6
# H.265 (ITU-T H.265 table 7-1, RFC 7798 4.4)
_IRAP_FIRST, _IRAP_LAST, _AP, _FU = 16, 21, 48, 49


class Depacketizer:
    """Collects one stream's packets into units."""

    def __init__(self, codec: Codec) -> None:
        self._h265 = codec is Codec.H265
        self._unit = bytearray()
        self._key = False
        self._fragment = -1  # where the open fragmented NAL unit begins, or -1
        self._expected = -1  # the next sequence number, or -1 before the first packet
        self._late_run = 0
        self._stamp = -1  # the unit's RTP time as on the line
        self._time = 0  # the same, unwrapped
        self._lost = 0  # since the unit before
        self.ssrc = 0
        self.highest = 0  # extended highest sequence number
        self.lost = 0  # packets missing in this session

    def packet(self, data: memoryview) -> Unit | None:
        """Take one RTP packet; the unit that it completes, if any.  Never raises."""
        size = len(data)
        if size < _HEADER or data[0] >> 6 != 2:
            return None
        start = _HEADER + 4 * (data[0] & 15)
        if data[0] & 0x10 and size >= start + 4:
            start += 4 + 4 * (data[start + 2] << 8 | data[start + 3])
        if data[0] & 0x20:
            size -= data[-1]
        if start >= size or not self._in_order(data[2] << 8 | data[3]):
            return None
        self.ssrc = int.from_bytes(data[8:12], "big")
        stamp = int.from_bytes(data[4:8], "big")
        done = None
        if stamp != self._stamp:
            done = self._take()  # the marker was forgotten, or its packet was lost
            self._time = self.unwrap(stamp)
            self._stamp = stamp
        if self._h265:
            self._add_h265(data, start, size)
        else:
            self._add_h264(data, start, size)
        if len(self._unit) > MAX_UNIT_BYTES:
            self._drop_unit()
        if data[1] & 0x80:
            ended = self._take()
            # Two at once: the older one has lost its last packets; the newer one is whole.
            done = ended if ended is not None else done
        return done

    def unwrap(self, stamp: int) -> int:
        """An RTP time of this session without the wrap of its 32 bits."""
        if self._stamp < 0:
            return stamp
        step = (stamp - self._stamp + _WRAP // 2) % _WRAP - _WRAP // 2
        return self._time + step

    def _in_order(self, number: int) -> bool:
        if self._expected >= 0:
            ahead = (number - self._expected) & 0xFFFF
            if ahead >= 0x8000 and self._late_run < _PATIENCE:
                self._late_run += 1  # a duplicate, or too late to be of use
                return False
            if ahead:
                missing = ahead if ahead <= _RESTART else 1
                self._lost += missing
                self.lost += missing
                self._drop_fragment()
            self.highest += ahead + 1 if ahead <= _RESTART else 1
        else:
            self.highest = number
        self._late_run = 0
        self._expected = (number + 1) & 0xFFFF
        return True

    def _add_h264(self, data: memoryview, start: int, end: int) -> None:
        kind = data[start] & 31
        if kind == _FU_A:
            if end - start < 3:
                return
            head = data[start + 1]
            if head & 0x80:
                self._begin_fragment()
                self._unit.append(data[start] & 0xE0 | head & 31)
                self._key |= head & 31 == _IDR
            self._go_on(data[start + 2 : end], last=bool(head & 0x40))
        elif kind == _STAP_A:
            at = start + 1
            while at + 2 < end:
                size = data[at] << 8 | data[at + 1]
                self._whole_h264(data[at + 2 : min(end, at + 2 + size)])
                at += 2 + size
        elif 0 < kind < _STAP_A:
            self._whole_h264(data[start:end])

    def _whole_h264(self, nal: memoryview) -> None:
        if not nal:
            return
        kind = nal[0] & 31
        # Cameras that refresh bit by bit never send an IDR picture, but mark where to begin.
        self._key |= kind == _IDR or (
            kind == _SEI and len(nal) > 1 and nal[1] == _SEI_RECOVERY_POINT
        )
        self._fragment = -1
        self._unit += _START
        self._unit += nal

    def _add_h265(self, data: memoryview, start: int, end: int) -> None:
        if end - start < 3:
            return
        kind = data[start] >> 1 & 63
        if kind == _FU:
            head = data[start + 2]
            if head & 0x80:
                self._begin_fragment()
                self._unit.append(data[start] & 0x81 | (head & 63) << 1)
                self._unit.append(data[start + 1])
                self._key |= _IRAP_FIRST <= head & 63 <= _IRAP_LAST
            self._go_on(data[start + 3 : end], last=bool(head & 0x40))
        elif kind == _AP:
            at = start + 2
            while at + 2 < end:
                size = data[at] << 8 | data[at + 1]
                self._whole_h265(data[at + 2 : min(end, at + 2 + size)])
                at += 2 + size
        elif kind < _AP:
            self._whole_h265(data[start:end])

    def _whole_h265(self, nal: memoryview) -> None:
        if len(nal) < 3:
            return
        self._key |= _IRAP_FIRST <= nal[0] >> 1 & 63 <= _IRAP_LAST
        self._fragment = -1
        self._unit += _START
        self._unit += nal

    def _begin_fragment(self) -> None:
        self._drop_fragment()  # one whose end was lost
        self._fragment = len(self._unit)
        self._unit += _START

    def _go_on(self, payload: memoryview, *, last: bool) -> None:
        if self._fragment < 0:
            return  # its beginning was lost
        self._unit += payload
        if last:
            self._fragment = -1

    def _drop_fragment(self) -> None:
        if self._fragment >= 0:
            del self._unit[self._fragment :]
            self._fragment = -1

    def _drop_unit(self) -> None:
        self._unit = bytearray()
        self._fragment = -1
        self._key = False
        self._lost += 1

    def _take(self) -> Unit | None:
        self._drop_fragment()
        if not self._unit:
            self._key = False
            return None
        unit = Unit(bytes(self._unit), self._key, self._time, self._lost)
        self._unit = bytearray()
        self._key = False
        self._lost = 0
        return unit
