"""Reads the segments that ``fmp4`` wrote, whole or cut off: their words, fragments and samples.

Only our own shape is understood.  Foreign bytes, a file that was truncated or that somebody
changed: the reading ends at the last whole fragment before that, and never raises but OSError.
"""

from __future__ import annotations

import io
import json
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from console.video.fmp4 import HEAD_UUID, LOOKS_UUID, SOUND_TRACK, TAIL_UUID, VIDEO_TRACK
from console.video.looks import LOOK_BYTES, MAX_LOOKS
from console.video.units import Codec, Sounding, SoundTrack
from db.structs import Frozen, Struct, field

_MAX_WORDS = 64 * 1024  # bytes of our own JSON
_MAX_MOOV = 1 << 20
_MAX_MOOF = 4 << 20
_NO_KEY = 0x10000  # of a sample's flags
_BRANDS = (b"iso6", b"qt  ")


class StoredSample(Frozen):
    """A picture or a piece of sound in the file.

    ``at`` is when it is shown, ``decode`` when it is decoded, in ticks of its track from the
    file's beginning (90,000 a second for pictures).
    """

    offset: int
    size: int
    at: int
    decode: int
    duration: int
    key: bool


class Fragment(Frozen):
    """A part of the file that is there whole; ``at`` and ``duration`` in ticks of 1/90,000 s."""

    offset: int
    size: int
    at: int  # when its earliest picture is shown
    duration: int
    key: bool  # it begins with a key frame
    samples: tuple[StoredSample, ...]
    sounds: tuple[StoredSample, ...] = ()

    @property
    def end(self) -> int:
        """The byte behind it."""
        return self.offset + self.size


class Scan(Struct):
    """What a file holds.  ``whole`` is where its last whole part ends.

    ``head`` and ``tail`` are our own words, empty where there are none; ``tail`` is empty while the
    segment is being recorded and after a kill.  ``record`` is what a decoder needs to begin
    (``avcC`` or ``hvcC``), ``opening`` how many bytes lie before the first fragment, ``looks`` the
    change map, packed.
    """

    head: Mapping[str, Any] = field(default_factory=dict)
    tail: Mapping[str, Any] = field(default_factory=dict)
    codec: Codec | None = None
    width: int = 0
    height: int = 0
    record: bytes = b""
    sound: SoundTrack | None = None
    delay: int = 0
    fragments: list[Fragment] = field(default_factory=list)
    looks: bytes = b""
    opening: int = 0
    whole: int = 0
    size: int = 0

    @property
    def frames(self) -> int:
        """How many pictures it has."""
        return sum(len(fragment.samples) for fragment in self.fragments)

    @property
    def keys(self) -> int:
        """How many of them are key frames."""
        return sum(sample.key for fragment in self.fragments for sample in fragment.samples)

    @property
    def end(self) -> int:
        """When its last picture ends, in ticks of 1/90,000 s."""
        return max((f.at + f.duration for f in self.fragments if f.samples), default=0)


def scan(path: Path, before: Scan | None = None) -> Scan:
    """Look through a file.  ``before`` is what an earlier look found: only what came since is read.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        return scan_file(file, before)


def scan_file(file: BinaryIO | io.FileIO, before: Scan | None = None) -> Scan:
    """As ``scan``, for an open file."""
    found = before or Scan()
    found.size = os.fstat(file.fileno()).st_size
    while not found.tail and (box := _next(file, found.whole, found.size)) is not None:
        if not _take(file, found, *box):
            break
    return found


def opening(path: Path) -> Scan:
    """What a file says of itself before its first picture; ``codec`` None: it does not say.

    Raises OSError.
    """
    found = Scan()
    with path.open("rb", buffering=0) as file:
        found.size = os.fstat(file.fileno()).st_size
        while found.codec is None and (box := _next(file, found.whole, found.size)) is not None:
            if not _take(file, found, *box):
                break
    return found


def is_sound(file: BinaryIO | io.FileIO, fragment: Fragment) -> bool:
    """Whether every picture of a fragment is made of NAL units from end to end.

    After a power cut a file may have its length and no content.
    """
    for sample in fragment.samples:
        data = _read(file, sample.offset, sample.size)
        at = 0
        while at + 4 < len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            if not size:
                return False
            at += 4 + size
        if at != sample.size:
            return False
    return True


def _read(file: BinaryIO | io.FileIO, at: int, size: int) -> bytes:
    file.seek(at)
    parts: list[bytes] = []
    while size > 0 and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _next(file: BinaryIO | io.FileIO, at: int, size: int) -> tuple[bytes, int] | None:
    """Kind and size of the box at ``at``, if all of it is there."""
    head = _read(file, at, 8)
    if len(head) < 8:
        return None
    length, kind = struct.unpack(">I4s", head)
    return (kind, length) if length >= 8 and at + length <= size else None


def _take(file: BinaryIO | io.FileIO, found: Scan, kind: bytes, size: int) -> bool:
    """Note the box at ``found.whole``; False if the file ends there for us."""
    try:
        match kind:
            case b"ftyp" if not found.whole:
                if _read(file, 8, 4) not in _BRANDS:
                    return False
            case b"uuid" if size <= _MAX_WORDS:
                _take_own(found, _read(file, found.whole + 8, size - 8))
            case b"moov" if size <= _MAX_MOOV and found.codec is None:
                _Movie(found).take(_read(file, found.whole + 8, size - 8))
                found.opening = found.whole + size
            case b"moof" if size <= _MAX_MOOF and found.codec is not None:
                return _take_fragment(file, found, size)
            case _:
                return False
    except (struct.error, ValueError, IndexError, KeyError):
        return False
    found.whole += size
    return True


def _take_own(found: Scan, body: bytes) -> None:
    """A box that is ours alone: words about the file, or a part of its change map."""
    if body[:16] == LOOKS_UUID:
        found.looks = (found.looks + body[16:])[: MAX_LOOKS * LOOK_BYTES]
        return
    words = json.loads(body[16:])
    if body[:16] == HEAD_UUID and not found.head and isinstance(words, dict):
        found.head = words
    elif body[:16] == TAIL_UUID and isinstance(words, dict):
        found.tail = words
    else:
        raise ValueError("not our words")


def _take_fragment(file: BinaryIO | io.FileIO, found: Scan, size: int) -> bool:
    at = found.whole
    data = _next(file, at + size, found.size)
    if data is None or data[0] != b"mdat":
        return False
    end = at + size + data[1]
    samples: tuple[StoredSample, ...] = ()
    sounds: tuple[StoredSample, ...] = ()
    for kind, body in _boxes(_read(file, at + 8, size - 8)):
        if kind == b"traf":
            track, stored = _track_run(dict(_boxes(body)), at, found.delay)
            if any(s.offset < at + size or s.offset + s.size > end for s in stored):
                return False
            if track == VIDEO_TRACK:
                samples = stored
            elif track == SOUND_TRACK:
                sounds = stored
    first = min((sample.at for sample in samples), default=0)
    last = max((sample.at + sample.duration for sample in samples), default=first)
    key = bool(samples) and samples[0].key
    found.fragments.append(Fragment(at, end - at, first, last - first, key, samples, sounds))
    found.whole = end
    return True


def _track_run(
    boxes: dict[bytes, bytes], base: int, delay: int
) -> tuple[int, tuple[StoredSample, ...]]:
    header, run = boxes[b"tfhd"], boxes[b"trun"]
    flags, track = struct.unpack_from(">II", header)
    even = struct.unpack_from(">I", header, 8)[0] if flags & 8 else 0
    (decode,) = struct.unpack_from(">Q", boxes[b"tfdt"], 4)
    flags, count, offset = struct.unpack_from(">IIi", run)
    flags &= 0xFFFFFF
    at = 12
    first_flags = None
    if flags & 4:
        (first_flags,) = struct.unpack_from(">I", run, at)
        at += 4
    row = struct.Struct(">" + "I" * (flags & 0x700).bit_count() + "i" * (flags >> 11 & 1))
    if count > (len(run) - at) // max(1, row.size):
        raise ValueError("fewer samples than told")
    where = base + offset
    late = delay if track == VIDEO_TRACK else 0
    stored: list[StoredSample] = []
    for values in row.iter_unpack(run[at : at + count * row.size]):
        column = iter(values)
        duration = next(column) if flags & 0x100 else even
        size = next(column) if flags & 0x200 else 0
        marks = next(column) if flags & 0x400 else None
        shift = next(column) if flags & 0x800 else 0
        if marks is None:
            default = _NO_KEY if track == VIDEO_TRACK else 0
            marks = first_flags if first_flags is not None and not stored else default
        key = not marks & _NO_KEY
        stored.append(StoredSample(where, size, decode + shift - late, decode, duration, key))
        where += size
        decode += duration
    return track, tuple(stored)


def _boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or at + size > len(data):
            break
        found.append((kind, data[at + 8 : at + size]))
        at += size
    return found


class _Movie:
    """Reads what the tracks are."""

    def __init__(self, found: Scan) -> None:
        self._found = found

    def take(self, body: bytes) -> None:
        for kind, track in _boxes(body):
            if kind == b"trak":
                self._track(dict(_boxes(track)))

    def _track(self, boxes: dict[bytes, bytes]) -> None:
        media = dict(_boxes(boxes[b"mdia"]))
        table = dict(_boxes(dict(_boxes(media[b"minf"]))[b"stbl"]))
        [(kind, entry)] = _boxes(table[b"stsd"][8:])
        if media[b"hdlr"][8:12] == b"vide":
            self._video(kind, entry)
            if b"edts" in boxes:
                (self._found.delay,) = struct.unpack_from(
                    ">I", dict(_boxes(boxes[b"edts"]))[b"elst"], 12
                )
        else:
            (rate,) = struct.unpack_from(">I", media[b"mdhd"], 12)
            self._sound(kind, entry, rate)

    def _video(self, kind: bytes, entry: bytes) -> None:
        found = self._found
        found.width, found.height = struct.unpack_from(">HH", entry, 24)
        inside = dict(_boxes(entry[78:]))
        if kind == b"avc1":
            found.codec, found.record = Codec.H264, inside[b"avcC"]
        elif kind == b"hvc1":
            found.codec, found.record = Codec.H265, inside[b"hvcC"]

    def _sound(self, kind: bytes, entry: bytes, rate: int) -> None:
        (channels,) = struct.unpack_from(">H", entry, 16)
        config = b""
        if kind == b"mp4a":
            esds = dict(_boxes(entry[28:]))[b"esds"]
            config = esds[35 : 35 + esds[34]]
        soundings = {b"mp4a": Sounding.AAC, b"alaw": Sounding.ALAW, b"ulaw": Sounding.ULAW}
        self._found.sound = SoundTrack(soundings[kind], rate, channels, config)
