"""RTP payloads to one access unit's NAL units: the parts that H.264 and H.265 do differently.

A fragmented NAL unit with a hole is left out as a whole: decoders show its head and then smear.
"""

from __future__ import annotations

from typing import Protocol

MAX_UNIT_BYTES = 8 << 20
_START = b"\0\0\0\1"

# H.264 NAL unit types (ITU-T H.264 table 7-1, RFC 6184 5.2)
_LAST_SLICE, _IDR, _SEI, _STAP_A, _FU_A = 5, 5, 6, 24, 28
_SEI_RECOVERY_POINT = 6
# H.265 (ITU-T H.265 table 7-1, RFC 7798 4.4)
_IRAP_FIRST, _IRAP_LAST, _VCL_LAST, _AP, _FU = 16, 21, 31, 48, 49


class Assembly(Protocol):
    """An access unit in the making."""

    key: bool
    has_slices: bool
    dropped: int
    starts: list[int]

    def add(self, data: bytearray | memoryview, start: int, end: int) -> None:
        """Take the payload ``data[start:end]``, at least one byte."""
        ...

    def tear(self) -> None:
        """Packets are missing here."""
        ...

    def take(self) -> bytes:
        """The unit as Annex B; the next one begins empty."""
        ...


class _Collected:
    """The bytes of the unit, and what is known of them."""

    def __init__(self) -> None:
        self._unit = bytearray()
        self.starts: list[int] = []  # where its NAL units begin
        self._fragment = -1  # where the open fragmented NAL unit begins, or -1
        self._before = False, False  # key and has_slices when it began
        self.key = False  # a decoder can begin here
        self.has_slices = False  # there is some picture in it
        self.dropped = 0  # times that the unit grew too large and was begun again

    def tear(self) -> None:
        """Packets are missing here: an open fragment has a hole."""
        if self._fragment >= 0:
            del self._unit[self._fragment :]
            del self.starts[-1]
            self._fragment = -1
            self.key, self.has_slices = self._before

    def take(self) -> bytes:
        """The unit as Annex B; the next one begins empty."""
        unit = bytes(self._unit)
        self._clear()
        self.dropped = 0
        return unit

    def _whole(self, nal: bytes | bytearray | memoryview) -> None:
        self._make_room(len(nal))
        self._fragment = -1  # one whose end bit was forgotten is whole: nothing is missing
        self.starts.append(len(self._unit))
        self._unit += _START
        self._unit += nal

    def _open(self, header: bytes) -> None:
        self._make_room(len(header))
        self._fragment = len(self._unit)
        self.starts.append(self._fragment)
        self._before = self.key, self.has_slices
        self._unit += _START
        self._unit += header

    def _go_on(self, part: bytes | bytearray | memoryview, *, last: bool) -> None:
        self._make_room(len(part))
        if self._fragment >= 0:  # else its beginning was lost
            self._unit += part
            if last:
                self._fragment = -1

    def _make_room(self, size: int) -> None:
        if len(self._unit) + len(_START) + size > MAX_UNIT_BYTES:
            self._clear()
            self.dropped += 1

    def _clear(self) -> None:
        self._unit = bytearray()
        self.starts = []
        self._fragment = -1
        self.key = self.has_slices = False


class H264Assembly(_Collected):
    """Single NAL units, STAP-A and FU-A; no camera was seen to send the others."""

    def add(self, data: bytearray | memoryview, start: int, end: int) -> None:
        """See ``Assembly``."""
        kind = data[start] & 31
        if kind == _FU_A:
            if end - start < 3:
                return
            head = data[start + 1]
            if head & 0x80:
                self._open(bytes((data[start] & 0xE0 | head & 31,)))
                self._mark(head & 31)
            self._go_on(data[start + 2 : end], last=head & 0x40 > 0)
        elif kind == _STAP_A:
            at = start + 1
            while at + 2 < end:
                size = data[at] << 8 | data[at + 1]
                self._nal(data, at + 2, min(end, at + 2 + size))
                at += 2 + size
        elif 0 < kind < _STAP_A:
            self._nal(data, start, end)

    def _nal(self, data: bytearray | memoryview, start: int, end: int) -> None:
        if start >= end:
            return
        self._whole(data[start:end])
        kind = data[start] & 31
        self._mark(kind)
        # Cameras that refresh bit by bit never send an IDR picture, but mark where to begin.
        if kind == _SEI and end - start > 1 and data[start + 1] == _SEI_RECOVERY_POINT:
            self.key = True

    def _mark(self, kind: int) -> None:
        if 0 < kind <= _LAST_SLICE:
            self.has_slices = True
            if kind == _IDR:
                self.key = True


class H265Assembly(_Collected):
    """Single NAL units, aggregates and fragments, in decoding order (no DONL)."""

    def add(self, data: bytearray | memoryview, start: int, end: int) -> None:
        """See ``Assembly``."""
        if end - start < 3:
            return
        kind = data[start] >> 1 & 63
        if kind == _FU:
            head = data[start + 2]
            if head & 0x80:
                self._open(bytes((data[start] & 0x81 | (head & 63) << 1, data[start + 1])))
                self._mark(head & 63)
            self._go_on(data[start + 3 : end], last=head & 0x40 > 0)
        elif kind == _AP:
            at = start + 2
            while at + 2 < end:
                size = data[at] << 8 | data[at + 1]
                self._nal(data, at + 2, min(end, at + 2 + size))
                at += 2 + size
        elif kind < _AP:
            self._nal(data, start, end)

    def _nal(self, data: bytearray | memoryview, start: int, end: int) -> None:
        if end - start >= 3:
            self._whole(data[start:end])
            self._mark(data[start] >> 1 & 63)

    def _mark(self, kind: int) -> None:
        if kind <= _VCL_LAST:
            self.has_slices = True
            if _IRAP_FIRST <= kind <= _IRAP_LAST:
                self.key = True
