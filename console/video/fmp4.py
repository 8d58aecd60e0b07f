"""Writes a segment's bytes: fragmented MP4, or QuickTime where the sound is G.711 (ISO 14496-12).

No files, no clocks: whoever calls writes what comes back, in order: ``opening``, any number of
``fragment`` and ``looks``, ``ending``.  Each is whole by itself, so a file that is cut off behind
any of them plays.  NAL units are stored as they came, with their length in place of the start code.
"""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Mapping, Sequence

from console.video.parameter_sets import Sets, split
from console.video.units import CLOCK_HZ, Codec, Sounding, SoundTrack
from db.structs import Frozen, Struct

HEAD_UUID = bytes.fromhex("0f8b6c1e5a7d4b3e9d3a776172640001")
TAIL_UUID = bytes.fromhex("0f8b6c1e5a7d4b3e9d3a776172640002")
LOOKS_UUID = bytes.fromhex("0f8b6c1e5a7d4b3e9d3a776172640003")
VIDEO_TRACK, SOUND_TRACK = 1, 2
_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_KEY, _OTHER = 0x02000000, 0x01010000  # sample flags: depends on nothing; depends, no beginning
_DEFAULT_BASE, _DEFAULT_DURATION, _DEFAULT_FLAGS = 0x020000, 0x08, 0x20
_OFFSET, _FIRST_FLAGS, _DURATION, _SIZE, _FLAGS, _SHIFT = 0x01, 0x04, 0x100, 0x200, 0x400, 0x800


class Sample(Struct):
    """A picture or a piece of sound in the making: its bytes as stored, in parts.

    ``at`` is when it is shown, in ticks of its track from the file's beginning.
    """

    parts: list[bytes | memoryview]
    size: int
    at: int
    key: bool


def picture(data: bytes, at: int, *, key: bool, starts: tuple[int, ...] = ()) -> Sample:
    """A sample of Annex B bytes; ``starts`` as in ``Unit``."""
    view = memoryview(data)
    parts: list[bytes | memoryview] = []
    size = 0
    for start, end in split(data, starts):
        parts += ((end - start).to_bytes(4, "big"), view[start:end])
        size += 4 + end - start
    return Sample(parts, size, at, key)


def opening(
    sets: Sets, sound: SoundTrack | None, head: Mapping[str, object], delay: int = 0
) -> bytes:
    """The beginning of a file: its brand, our own words about it, and what its tracks are.

    ``delay`` is by how much pictures are stored late, so that none is shown before it is decoded
    (``delay_of``); an edit list takes it back.
    """
    if sound is not None and sound.sounding.quicktime:
        brand = b"qt  " + struct.pack(">I", 0x200) + b"qt  "
    else:
        brand = b"iso6" + struct.pack(">I", 0x200) + b"iso6iso5mp41"
    tracks = [_video_track(sets, delay)]
    extends = [_box(b"trex", struct.pack(">6I", 0, VIDEO_TRACK, 1, 0, 0, _OTHER))]
    if sound is not None:
        tracks.append(_sound_track(sound))
        extends.append(_box(b"trex", struct.pack(">6I", 0, SOUND_TRACK, 1, 0, 0, _KEY)))
    moov = _box(b"moov", _movie_header(), *tracks, _box(b"mvex", *extends))
    return _box(b"ftyp", brand) + _words(HEAD_UUID, head) + moov


def fragment(
    number: int,
    pictures: Sequence[Sample],
    begin: int,
    length: int,
    sounds: Sequence[Sample] = (),
    sound_length: int = 0,
    delay: int = 0,
) -> bytes:
    """About a second of the file.

    ``begin`` is the earliest decode time that it may take, ``length`` how long its last picture
    lasts; pictures are in the order in which they came, and their decode times are their own
    times, sorted.  ``delay`` is that of the ``opening``.
    """
    runs: list[_Run] = []
    if pictures:
        runs.append(_video_run(pictures, begin, length, delay))
    if sounds:
        ends = [sound.at for sound in sounds[1:]] + [sounds[-1].at + sound_length]
        spans = [max(1, end - sound.at) for sound, end in zip(sounds, ends, strict=True)]
        runs.append(_Run(SOUND_TRACK, sounds[0].at, sounds, spans, None))
    head = struct.pack(">II", 0, number)
    bare = _box(b"moof", _box(b"mfhd", head), *(run.box(0) for run in runs))
    boxes, at = [], len(bare) + 8
    for run in runs:
        boxes.append(run.box(at))
        at += sum(sample.size for sample in run.samples)
    size = at - len(bare)
    data: list[bytes | memoryview] = [
        _box(b"moof", _box(b"mfhd", head), *boxes),
        struct.pack(">I4s", size, b"mdat"),
    ]
    for run in runs:
        for sample in run.samples:
            data += sample.parts
    return b"".join(data)


def looks(packed: bytes) -> bytes:
    """The change map of what was written since the last one, as ``looks.pack`` makes it."""
    return _box(b"uuid", LOOKS_UUID, packed)


def ending(tail: Mapping[str, object]) -> bytes:
    """The end of a file: our own words about how it ended."""
    return _words(TAIL_UUID, tail)


class _Run(Frozen):
    """The samples of one track in a fragment."""

    track: int
    begin: int
    samples: Sequence[Sample]
    spans: Sequence[int]
    shifts: Sequence[int] | None

    def box(self, offset: int) -> bytes:
        """The ``traf`` whose data lies ``offset`` bytes behind the fragment's beginning."""
        first, *others = self.samples
        even = len(set(self.spans)) == 1
        mixed = any(sample.key for sample in others) and self.track == VIDEO_TRACK
        flags = _OFFSET | _SIZE | (0 if even else _DURATION) | (_SHIFT if self.shifts else 0)
        head = struct.pack(">III", flags | 1 << 24, len(self.samples), offset)
        if mixed:
            head = struct.pack(">III", flags | _FLAGS | 1 << 24, len(self.samples), offset)
        elif first.key and self.track == VIDEO_TRACK:
            head = struct.pack(
                ">IIII", flags | _FIRST_FLAGS | 1 << 24, len(self.samples), offset, _KEY
            )
        columns: list[list[int]] = [] if even else [list(self.spans)]
        columns.append([sample.size for sample in self.samples])
        if mixed:
            columns.append([_KEY if sample.key else _OTHER for sample in self.samples])
        if self.shifts:
            columns.append([shift & 0xFFFFFFFF for shift in self.shifts])
        rows = [number for row in zip(*columns, strict=True) for number in row]
        header = struct.pack(">II", _DEFAULT_BASE, self.track)
        if even:
            header = struct.pack(
                ">III", _DEFAULT_BASE | _DEFAULT_DURATION, self.track, self.spans[0]
            )
        return _box(
            b"traf",
            _box(b"tfhd", header),
            _box(b"tfdt", struct.pack(">IQ", 1 << 24, self.begin)),
            _box(b"trun", head, struct.pack(f">{len(rows)}I", *rows)),
        )


def delay_of(pictures: Sequence[Sample]) -> int:
    """How late the pictures of the first fragment must be stored; 0 without B pictures."""
    times = sorted(picture.at for picture in pictures)
    return max(
        (decoded - picture.at for picture, decoded in zip(pictures, times, strict=True)), default=0
    )


def _video_run(pictures: Sequence[Sample], begin: int, length: int, delay: int) -> _Run:
    decoded: list[int] = []
    least = begin
    for at in sorted(picture.at for picture in pictures):
        decoded.append(max(at, least))
        least = decoded[-1] + 1
    spans = [later - at for at, later in itertools.pairwise(decoded)]
    spans.append(max(1, length))
    shifts = [picture.at + delay - at for picture, at in zip(pictures, decoded, strict=True)]
    return _Run(VIDEO_TRACK, decoded[0], pictures, spans, shifts if any(shifts) else None)


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _words(uuid: bytes, words: Mapping[str, object]) -> bytes:
    return _box(b"uuid", uuid, json.dumps(words, separators=(",", ":")).encode())


def _movie_header() -> bytes:
    return _box(
        b"mvhd",
        struct.pack(">5I", 0, 0, 0, CLOCK_HZ, 0),
        struct.pack(">IHHII", 0x10000, 0x100, 0, 0, 0),
        _MATRIX,
        bytes(24),
        struct.pack(">I", 3),
    )


def _track(
    number: int,
    size: tuple[int, int],
    rate: int,
    handler: bytes,
    head: bytes,
    entry: bytes,
    delay: int = 0,
) -> bytes:
    volume = 0x100 if handler == b"soun" else 0
    tkhd = _box(
        b"tkhd",
        struct.pack(">6I", 3, 0, 0, number, 0, 0),
        struct.pack(">IIHHHH", 0, 0, 0, 0, volume, 0),
        _MATRIX,
        struct.pack(">II", size[0] << 16, size[1] << 16),
    )
    mdhd = _box(b"mdhd", struct.pack(">5IHH", 0, 0, 0, rate, 0, 0x55C4, 0))
    hdlr = _box(b"hdlr", bytes(8), handler, bytes(13))
    here = _box(b"dinf", _box(b"dref", struct.pack(">II", 0, 1), _box(b"url ", b"\0\0\0\1")))
    table = _box(
        b"stbl",
        _box(b"stsd", struct.pack(">II", 0, 1), entry),
        _box(b"stts", bytes(8)),
        _box(b"stsc", bytes(8)),
        _box(b"stsz", bytes(12)),
        _box(b"stco", bytes(8)),
    )
    edits = struct.pack(">IIIII", 0, 1, 0, delay, 1 << 16)
    edited = _box(b"edts", _box(b"elst", edits)) if delay else b""
    return _box(b"trak", tkhd, edited, _box(b"mdia", mdhd, hdlr, _box(b"minf", head, here, table)))


def _video_track(sets: Sets, delay: int) -> bytes:
    kind, record = (b"avc1", b"avcC") if sets.codec is Codec.H264 else (b"hvc1", b"hvcC")
    entry = _box(
        kind,
        struct.pack(">6xH16xHH", 1, sets.width, sets.height),
        struct.pack(">IIIH32xHh", 0x480000, 0x480000, 0, 1, 24, -1),
        _box(record, sets.record),
    )
    head = _box(b"vmhd", struct.pack(">I8x", 1))
    size = sets.width, sets.height
    return _track(VIDEO_TRACK, size, CLOCK_HZ, b"vide", head, entry, delay)


def _sound_track(sound: SoundTrack) -> bytes:
    kind = {Sounding.AAC: b"mp4a", Sounding.ALAW: b"alaw", Sounding.ULAW: b"ulaw"}
    parts = [
        struct.pack(">6xH8x", 1),
        struct.pack(">HHHHI", sound.channels, 16, 0, 0, (sound.rate & 0xFFFF) << 16),
    ]
    if sound.sounding is Sounding.AAC:
        parts.append(_box(b"esds", bytes(4), _stream_descriptor(sound.config)))
    head = _box(b"smhd", bytes(8))
    return _track(
        SOUND_TRACK, (0, 0), sound.rate, b"soun", head, _box(kind[sound.sounding], *parts)
    )


def _stream_descriptor(config: bytes) -> bytes:
    """AAC's elementary stream descriptor (ISO 14496-1 7.2.6.5)."""

    def descriptor(tag: int, body: bytes) -> bytes:
        return bytes((tag, 0x80, 0x80, 0x80, len(body))) + body

    decoder = struct.pack(">BB3xII", 0x40, 0x15, 0, 0) + descriptor(5, config)
    return descriptor(3, struct.pack(">HB", 0, 0) + descriptor(4, decoder) + descriptor(6, b"\2"))
