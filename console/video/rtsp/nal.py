"""RTP payloads to one access unit's NAL units: the parts that H.264 and H.265 do differently.

A fragmented NAL unit with a hole is left out as a whole: decoders show its head and then smear.
"""

from __future__ import annotations

from typing import Protocol

from console.video.units import Codec

MAX_UNIT_BYTES = 8 << 20
_START = b"\0\0\0\1"

# H.264 NAL unit types (ITU-T H.264 table 7-1, RFC 6184 5.2)
_SLICE, _IDR, _SEI, _STAP_A, _FU_A = 1, 5, 6, 24, 28
_SEI_RECOVERY_POINT = 6
# H.265 (ITU-T H.265 table 7-1, RFC 7798 4.4)
_LEADING_LAST, _IRAP_FIRST, _IRAP_LAST, _AP, _FU = 9, 16, 21, 48, 49


def is_picture(codec: Codec, first: int, second: int) -> bool:
    """Whether a NAL unit with these first two bytes is a part of a picture that decoders know.

    Not a partition of a slice (H.264), a reserved type, or a layer above the base (H.265).
    """
    if codec is Codec.H264:
        return first & 31 in (_SLICE, _IDR)
    kind = first >> 1 & 63
    known = kind <= _LEADING_LAST or _IRAP_FIRST <= kind <= _IRAP_LAST
    return known and not first & 1 and 0 < second < 8


def is_foreign(codec: Codec, first: int, second: int) -> bool:
    """Whether a NAL unit with these first two bytes tells that the stream is of another codec.

    H.265 looks like partitions of slices where H.264 was announced, which no decoder here reads;
    H.264 looks like layers above the seventh where H.265 was, its pictures above the 31st.
    """
    if codec is Codec.H264:
        return _SLICE < first & 31 < _IDR
    return first & 1 > 0 or (second >= 64 and first >> 1 < _AP)


class Assembly(Protocol):
    """An access unit in the making."""

    key: bool
    has_slices: bool
    foreign: bool
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

    def clear(self) -> None:
        """Forget what was collected; the next unit begins empty."""
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
        self.foreign = False  # it is of another codec
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
        self.clear()
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
            self.clear()
            self.dropped += 1

    def clear(self) -> None:
        """Forget what was collected; the next unit begins empty."""
        self._unit = bytearray()
        self.starts = []
        self._fragment = -1
        self.key = self.has_slices = self.foreign = False


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
        if kind in (_SLICE, _IDR):
            self.has_slices = True
            if kind == _IDR:
                self.key = True
        elif is_foreign(Codec.H264, kind, 0):
            self.foreign = True


class H265Assembly(_Collected):
    """Single NAL units, aggregates and fragments, in decoding order (no DONL)."""

    def add(self, data: bytearray | memoryview, start: int, end: int) -> None:
        """See ``Assembly``."""
        if end - start < 3:
            return
        kind = data[start] >> 1 & 63
        if is_foreign(Codec.H265, data[start], data[start + 1]):
            self.foreign = True
        if kind == _FU:
            head = data[start + 2]
            if head & 0x80:
                first = data[start] & 0x81 | (head & 63) << 1
                self._open(bytes((first, data[start + 1])))
                self._mark(first, data[start + 1])
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
            self._mark(data[start], data[start + 1])

    def _mark(self, first: int, second: int) -> None:
        if is_picture(Codec.H265, first, second):
            self.has_slices = True
            self.key = self.key or first >> 1 >= _IRAP_FIRST
