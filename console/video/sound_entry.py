"""What a file announces of its sound (ISO 14496-12, QuickTime): codec, rate, channels, AAC's setup.

Pure bytes in, a ``SoundTrack`` out.  What is announced may be anything: what cannot be is None.
"""

from __future__ import annotations

from collections.abc import Iterator

from console.video import boxes
from console.video.boxes import BoxBroken, Track
from console.video.units import Sounding, SoundTrack

RATES = range(4_000, 192_001)
MOST_CHANNELS = 8
_KINDS = {b"mp4a": Sounding.AAC, b"alaw": Sounding.ALAW, b"ulaw": Sounding.ULAW}
_FIELDS = 28  # bytes of a sound sample entry before its boxes, its own header not counted …
_MORE_FIELDS = {0: 0, 1: 16, 2: 36}  # … and more by version, in QuickTime
_STREAM, _DECODER, _SETUP = 3, 4, 5  # tags of descriptors (ISO 14496-1 7.2.6)
_MOST_SETUP = 64  # bytes of an AudioSpecificConfig


def announced(track: Track) -> SoundTrack | None:
    """The sound of a track; None where we do not play it."""
    entry = track.entry
    sounding = _KINDS.get(entry[4:8])
    if sounding is None or track.timescale not in RATES or len(entry) < 8 + _FIELDS:
        return None
    channels = int.from_bytes(entry[24:26], "big")
    if not 1 <= channels <= MOST_CHANNELS:
        return None
    if sounding is not Sounding.AAC:
        return SoundTrack(sounding, track.timescale, channels)
    try:
        setup = _setup(entry)
    except (BoxBroken, IndexError):
        return None
    return SoundTrack(sounding, track.timescale, channels, setup) if setup else None


def _setup(entry: bytes) -> bytes:
    """AAC's AudioSpecificConfig, "" where there is none; raises BoxBroken or IndexError."""
    more = _MORE_FIELDS.get(int.from_bytes(entry[16:18], "big"), 0)
    for box in boxes.children(entry, 8 + _FIELDS + more, len(entry)):
        if box.name == b"wave":  # QuickTime has it one box deeper
            box = boxes.inside(entry, box, b"esds")  # noqa: PLW2901 -- the one that was meant
        if box.name == b"esds":
            return _described(entry[box.body + 4 : box.end])
    return b""


def _described(data: bytes) -> bytes:
    for tag, body in _descriptors(data):
        if tag == _STREAM:
            flags = body[2]
            at = 3 + (2 if flags & 0x80 else 0) + (1 + body[3] if flags & 0x40 else 0)
            return _described(body[at + (2 if flags & 0x20 else 0) :])
        if tag == _DECODER:
            return _described(body[13:])
        if tag == _SETUP and 2 <= len(body) <= _MOST_SETUP:
            return body
    return b""


def _descriptors(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 <= len(data):
        tag, at, size = data[at], at + 1, 0
        for _ in range(4):  # seven bits of the size a byte
            size, more, at = size << 7 | data[at] & 0x7F, data[at] & 0x80, at + 1
            if not more:
                break
        yield tag, data[at : at + size]
        at += size
