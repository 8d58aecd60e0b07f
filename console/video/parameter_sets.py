"""NAL units and what their parameter sets say (ITU-T H.264 7.3.2, ITU-T H.265 7.3.2).

Bytes of cameras: whatever they are, what comes out is a ``Sets`` or None, never another error.
"""

from __future__ import annotations

import struct
from itertools import pairwise

from console.video.units import Codec
from db.structs import Frozen

_START = b"\0\0\1"
_H264_SPS, _H264_PPS = 7, 8
_H265_VPS, _H265_SPS, _H265_PPS = 32, 33, 34
_KINDS = {Codec.H264: (_H264_SPS, _H264_PPS), Codec.H265: (_H265_VPS, _H265_SPS, _H265_PPS)}
_HIGH_PROFILES = frozenset({100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135})
_SCALED = frozenset({100, 110, 122, 144})  # profiles whose record has four more bytes
_MAX_SETS = 31  # of one kind: the record has five bits for their count
_MAX_SET_BYTES = 0xFFFF


class _Broken(Exception):
    """A parameter set ends too soon, or says what none may say."""


class Sets(Frozen):
    """The parameter sets of a stream; equal ones decode alike.

    ``reorder`` is how many pictures may come before one that is shown earlier: 0 for none, None
    where the stream does not say.  ``record`` is what an MP4 keeps of them (``avcC``, ``hvcC``).
    """

    codec: Codec
    nals: tuple[bytes, ...]
    width: int
    height: int
    reorder: int | None
    record: bytes


def split(data: bytes, starts: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    """Where the NAL units of Annex B bytes lie: from, to.

    ``starts`` as in ``Unit``; without, start codes of three bytes or four are looked for.
    """
    if starts:
        return [(at + 4, end) for at, end in pairwise((*starts, len(data))) if at + 4 < end]
    found: list[tuple[int, int]] = []
    at = data.find(_START)
    while at >= 0:
        start = at + 3
        at = data.find(_START, start)
        end = len(data) if at < 0 else at - (data[at - 1] == 0 and at > start)
        if end > start:
            found.append((start, end))
    return found


def kind(codec: Codec, data: bytes | memoryview, at: int) -> int:
    """The type in the NAL unit header at ``at``."""
    return data[at] & 31 if codec is Codec.H264 else data[at] >> 1 & 63


def collect(
    codec: Codec, data: bytes, before: Sets | None, starts: tuple[int, ...] = ()
) -> Sets | None:
    """The sets in force after ``data`` (see ``split``): what it brings, the rest from ``before``.

    None while a kind is missing, or if they cannot be read.
    """
    kinds = _KINDS[codec]
    brought: dict[int, list[bytes]] = {}
    for start, end in split(data, starts):
        which = kind(codec, data, start)
        if which in kinds and end - start <= _MAX_SET_BYTES:
            found = brought.setdefault(which, [])
            nal = data[start:end].rstrip(b"\0")
            if nal and nal not in found and len(found) < _MAX_SETS:
                found.append(nal)
    if not brought:
        return before
    new = frozenset(brought)
    for nal in before.nals if before is not None else ():
        if (which := kind(codec, nal, 0)) not in new:
            brought.setdefault(which, []).append(nal)
    nals = tuple(nal for which in kinds for nal in brought.get(which, ()))
    if before is not None and nals == before.nals:
        return before
    if any(which not in brought for which in kinds):
        return None
    try:
        return _H264(nals).sets() if codec is Codec.H264 else _H265(nals).sets()
    except _Broken:
        return None


class _Bits:
    """Reads a NAL unit's payload bit by bit; the bytes that only keep start codes away left out."""

    def __init__(self, nal: bytes, skip: int) -> None:
        data = nal[skip:].replace(b"\0\0\3", b"\0\0")
        self.data = data
        self._value = int.from_bytes(data, "big")
        self._left = 8 * len(data)

    def take(self, count: int) -> int:
        """The next ``count`` bits as a number."""
        self._left -= count
        if self._left < 0:
            raise _Broken
        return self._value >> self._left & (1 << count) - 1

    def ue(self) -> int:
        """An unsigned Exp-Golomb number."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 32:
                raise _Broken
        return (1 << zeros) - 1 + (self.take(zeros) if zeros else 0)

    def se(self) -> int:
        """A signed Exp-Golomb number."""
        value = self.ue()
        return (value + 1) // 2 if value & 1 else -(value // 2)


def _size(width: int, height: int) -> tuple[int, int]:
    if not 0 < width <= 0xFFFF or not 0 < height <= 0xFFFF:
        raise _Broken
    return width, height


class _H264:
    """Reads H.264's sequence parameter set as far as a file needs it."""

    def __init__(self, nals: tuple[bytes, ...]) -> None:
        self._nals = nals
        self._sps = [nal for nal in nals if nal[0] & 31 == _H264_SPS]
        self._pps = [nal for nal in nals if nal[0] & 31 == _H264_PPS]

    def sets(self) -> Sets:
        sps = self._sps[0]
        bits = _Bits(sps, 1)
        profile = bits.take(8)
        bits.take(16)
        bits.ue()
        chroma, luma_depth, chroma_depth = 1, 0, 0
        if profile in _HIGH_PROFILES:
            chroma = bits.ue()
            if chroma == 3:
                bits.take(1)
            luma_depth, chroma_depth = bits.ue(), bits.ue()
            bits.take(1)
            if bits.take(1):
                self._skip_scaling(bits, 8 if chroma != 3 else 12)
        bits.ue()
        order = bits.ue()
        self._skip_order(bits, order)
        bits.ue()
        bits.take(1)
        across, down = bits.ue() + 1, bits.ue() + 1
        frames_only = bits.take(1)
        if not frames_only:
            bits.take(1)
        bits.take(1)
        crop = [bits.ue() for _ in range(4)] if bits.take(1) else [0] * 4
        x = 2 if chroma in (1, 2) else 1
        y = (2 if chroma == 1 else 1) * (2 - frames_only)
        width, height = _size(
            16 * across - x * (crop[0] + crop[1]),
            16 * down * (2 - frames_only) - y * (crop[2] + crop[3]),
        )
        reorder = 0 if order == 2 or profile == 66 else _reorder_of_vui(bits)
        record = bytearray((1, sps[1], sps[2], sps[3], 0xFF, 0xE0 | len(self._sps)))
        for nal in self._sps:
            record += struct.pack(">H", len(nal)) + nal
        record.append(len(self._pps))
        for nal in self._pps:
            record += struct.pack(">H", len(nal)) + nal
        if profile in _SCALED:
            record += bytes((0xFC | chroma & 3, 0xF8 | luma_depth & 7, 0xF8 | chroma_depth & 7, 0))
        return Sets(Codec.H264, self._nals, width, height, reorder, bytes(record))

    @staticmethod
    def _skip_scaling(bits: _Bits, lists: int) -> None:
        for index in range(lists):
            if not bits.take(1):
                continue
            last = following = 8
            for _ in range(16 if index < 6 else 64):
                if following:
                    following = (last + bits.se()) % 256
                last = following or last

    @staticmethod
    def _skip_order(bits: _Bits, order: int) -> None:
        if order == 0:
            bits.ue()
        elif order == 1:
            bits.take(1)
            bits.se()
            bits.se()
            count = bits.ue()
            if count > 255:
                raise _Broken
            for _ in range(count):
                bits.se()


def _reorder_of_vui(bits: _Bits) -> int | None:
    """How many pictures may be out of order (E.1.1); None where it is not said, or garbled."""
    try:
        if not bits.take(1):
            return None
        if bits.take(1) and bits.take(8) == 255:
            bits.take(32)
        if bits.take(1):
            bits.take(1)
        if bits.take(1):
            bits.take(4)
            if bits.take(1):
                bits.take(24)
        if bits.take(1):
            bits.ue()
            bits.ue()
        if bits.take(1):
            bits.take(65)
        if (_skip_model(bits), _skip_model(bits)) != (False, False):
            bits.take(1)
        bits.take(1)
        if not bits.take(1):
            return None
        bits.take(1)
        for _ in range(4):
            bits.ue()
        return bits.ue()
    except _Broken:
        return None


def _skip_model(bits: _Bits) -> bool:
    """Pass over the model of a buffer; whether there was one."""
    if not bits.take(1):
        return False
    count = bits.ue() + 1
    if count > 32:
        raise _Broken
    bits.take(8)
    for _ in range(count):
        bits.ue()
        bits.ue()
        bits.take(1)
    bits.take(20)
    return True


class _H265:
    """Reads H.265's sequence parameter set as far as a file needs it."""

    def __init__(self, nals: tuple[bytes, ...]) -> None:
        self._nals = nals

    def sets(self) -> Sets:
        sps = next(nal for nal in self._nals if nal[0] >> 1 & 63 == _H265_SPS)
        bits = _Bits(sps, 2)
        bits.take(4)
        layers = bits.take(3)
        nested = bits.take(1)
        general = bits.data[1:13]
        if len(general) < 12 or layers > 6:
            raise _Broken
        bits.take(96)
        self._skip_layers(bits, layers)
        bits.ue()
        chroma = bits.ue()
        if chroma > 3:
            raise _Broken
        if chroma == 3:
            bits.take(1)
        width, height = bits.ue(), bits.ue()
        if bits.take(1):
            left, right, top, bottom = (bits.ue() for _ in range(4))
            width -= (2 if chroma in (1, 2) else 1) * (left + right)
            height -= (2 if chroma == 1 else 1) * (top + bottom)
        width, height = _size(width, height)
        luma_depth, chroma_depth = bits.ue(), bits.ue()
        bits.ue()
        each = bits.take(1)
        reorder = 0
        for _ in range(layers + 1 if each else 1):
            bits.ue()
            reorder = max(reorder, bits.ue())
            bits.ue()
        record = bytearray((1,)) + general
        record += struct.pack(">HB", 0xF000, 0xFC)  # spatial segments and parallelism: not told
        record += bytes((0xFC | chroma, 0xF8 | luma_depth & 7, 0xF8 | chroma_depth & 7))
        # Frame rate not told; layers, nesting, four bytes of length.
        record += struct.pack(">HB", 0, (layers + 1) << 3 | nested << 2 | 3)
        record.append(len(_KINDS[Codec.H265]))
        for which in _KINDS[Codec.H265]:
            nals = [nal for nal in self._nals if nal[0] >> 1 & 63 == which]
            record += struct.pack(">BH", 0x80 | which, len(nals))
            for nal in nals:
                record += struct.pack(">H", len(nal)) + nal
        return Sets(Codec.H265, self._nals, width, height, reorder, bytes(record))

    @staticmethod
    def _skip_layers(bits: _Bits, layers: int) -> None:
        told = [(bits.take(1), bits.take(1)) for _ in range(layers)]
        if layers:
            bits.take(2 * (8 - layers))
        for profile, level in told:
            bits.take(88 * profile + 8 * level)
