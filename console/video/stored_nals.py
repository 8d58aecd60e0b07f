"""NAL units as a file keeps them: each behind its length (ISO 14496-15 5.3.3, 8.3.3).

Start codes are never looked for: a length of 256 to 511 bytes reads as one.  Bytes in, numbers out;
what does not add up is ``NalsBroken``.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from console.video.parameter_sets import kind
from console.video.units import Codec

_LENGTHS_AT = {Codec.H264: 4, Codec.H265: 21}  # which byte of the record says how long lengths are
_H264_SLICES, _H264_IDR, _H264_SEI = range(1, 6), 5, 6
_H265_SLICES, _H265_SEI = range(32), (39, 40)
_H265_RASL, _H265_IDR = (8, 9), (19, 20)
_HEADER_BYTES = {Codec.H264: 1, Codec.H265: 2}
_UNREGISTERED = 5  # an SEI message with a UUID (H.264 D.1.7, H.265 D.2.7)
_UUID_BYTES = 16
_LOOKED_AT, _MESSAGES = 1 << 16, 8  # of one SEI: bytes, and messages


class NalsBroken(Exception):
    """A sample is not made of NAL units from end to end."""


class Signed(StrEnum):
    """Whose signatures a stream carries; nobody has checked them."""

    NONE = "none"
    AXIS = "axis"
    ONVIF = "onvif"


_SIGNERS = {
    bytes.fromhex("5369676e656420566964656f2e2e2e30"): Signed.AXIS,
    bytes.fromhex("005bc93f2d715e95ada4796f90877a6f"): Signed.ONVIF,
}


def length_bytes(codec: Codec, config: bytes) -> int:
    """How long the lengths are, by a decoder configuration record.

    Raises:
        NalsBroken: the record is too short, or says what none may say.
    """
    at = _LENGTHS_AT[codec]
    if len(config) <= at or config[at] & 3 == 2:
        raise NalsBroken("it is not said how long the lengths are")
    return (config[at] & 3) + 1


def units(sample: bytes | memoryview, width: int) -> Iterator[tuple[int, int]]:
    """Where the NAL units of a sample lie: from, to.  ``width`` is how long their lengths are.

    Raises:
        NalsBroken: one is empty or goes beyond the sample; those before it came.
    """
    at, size = 0, len(sample)
    while at < size:
        start = at + width
        end = start + int.from_bytes(sample[at:start], "big")
        if end > size or end == start:
            raise NalsBroken("a NAL unit is empty, or goes beyond its picture")
        yield start, end
        at = end


def is_slice(codec: Codec, which: int) -> bool:
    """Whether a NAL unit of that type is a part of a picture (VCL)."""
    return which in (_H264_SLICES if codec is Codec.H264 else _H265_SLICES)


def is_sei(codec: Codec, which: int) -> bool:
    """Whether a NAL unit of that type tells something beside the picture."""
    return which == _H264_SEI if codec is Codec.H264 else which in _H265_SEI


def slice_kind(codec: Codec, sample: bytes, width: int) -> int | None:
    """The type of a picture's first slice; None where there is none to be found."""
    try:
        for start, _ in units(sample, width):
            if is_slice(codec, which := kind(codec, sample, start)):
                return which
    except NalsBroken:
        pass
    return None


def begins_anew(codec: Codec, which: int | None) -> bool:
    """Whether nothing behind a key picture of that type refers to what is before it (IDR)."""
    return which == _H264_IDR if codec is Codec.H264 else which in _H265_IDR


def leans_back(codec: Codec, which: int | None) -> bool:
    """Whether a picture that is shown before its key picture needs what is before that one.

    H.265 says so (RASL); of H.264 it must be feared.
    """
    return codec is Codec.H264 or which in _H265_RASL


def signer(codec: Codec, sei: bytes) -> Signed:
    """Whose signature is in an SEI NAL unit, its header included."""
    data = sei[_HEADER_BYTES[codec] : _LOOKED_AT].replace(b"\0\0\3", b"\0\0")
    at = 0
    for _ in range(_MESSAGES):
        if at + _UUID_BYTES > len(data):
            break
        which, at = _number(data, at)
        size, at = _number(data, at)
        if which == _UNREGISTERED and size >= _UUID_BYTES:
            found = _SIGNERS.get(data[at : at + _UUID_BYTES])
            if found is not None:
                return found
        at += size
    return Signed.NONE


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A type or size as SEI messages have them, 255 and on (H.264 7.3.2.3.1); where it ends."""
    value = 0
    while at < len(data) and data[at] == 0xFF:
        value, at = value + 255, at + 1
    return (value + data[at], at + 1) if at < len(data) else (value, at)
