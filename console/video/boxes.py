"""The boxes of MP4 and QuickTime files (ISO 14496-12): headers, and what a fragment's samples say.

Pure bytes in, plain values out, nothing of libav.  What is read here comes from disks that anybody
may have written to: each length is checked, and whatever does not fit is ``BoxBroken``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from db.structs import Struct, field

HEADER_BYTES = 8
MAX_SAMPLES = 200_000  # of one file; a minute of video has a few thousand
NON_SYNC = 0x0001_0000  # a sample's flag: it is no key frame
_LARGE_HEADER_BYTES = 16
_U32, _U64 = struct.Struct(">I"), struct.Struct(">Q")
_HAS_BASE, _HAS_DESCRIPTION, _HAS_DURATION, _HAS_SIZE, _HAS_FLAGS = 1, 2, 8, 16, 32
_RUN_OFFSET, _RUN_FIRST_FLAGS = 1, 4
_RUN_DURATIONS, _RUN_SIZES, _RUN_FLAGS, _RUN_SHIFTS = 0x100, 0x200, 0x400, 0x800


class BoxBroken(Exception):
    """These bytes are no boxes."""


class Box(NamedTuple):
    """Where a box lies: its name, its first byte, its first byte of content, its end."""

    name: bytes
    start: int
    body: int
    end: int


class Row(NamedTuple):
    """One sample: when it is decoded and shown (in its track's ticks), and where it lies."""

    dts: int
    shift: int
    duration: int
    size: int
    offset: int
    flags: int

    @property
    def key(self) -> bool:
        """Whether decoding can begin here."""
        return not self.flags & NON_SYNC


class Track(Struct):
    """One stream of a file, as its ``moov`` announces it."""

    number: int = 0
    handler: bytes = b""
    timescale: int = 0
    entry: bytes = b""  # the first sample entry, whole
    duration: int = 0  # these three: for samples that do not say their own
    size: int = 0
    flags: int = 0


class Run(Struct):
    """The samples of one track in one fragment; ``clock`` is where its decode time is written."""

    track: int
    rows: list[Row] = field(default_factory=list)
    clock: int = 0  # offset within the moof
    wide: bool = True  # 8 bytes there, else 4


class Fragment(Struct):
    """A ``moof`` and its ``mdat``: where they lie, and what the moof says."""

    start: int
    end: int
    moof: bytes
    runs: list[Run] = field(default_factory=list)
    sequence: int = 0  # offset of the sequence number within the moof


def header(data: bytes, at: int, limit: int) -> Box:
    """The box at ``at``, which must end at ``limit`` or before.

    Raises:
        BoxBroken: there is none.
    """
    if at + HEADER_BYTES > len(data):
        raise BoxBroken("a header is cut off")
    size, name, body = u32(data, at), data[at + 4 : at + 8], at + HEADER_BYTES
    if size == 1:
        if at + _LARGE_HEADER_BYTES > len(data):
            raise BoxBroken("a header is cut off")
        size, body = u64(data, at + HEADER_BYTES), at + _LARGE_HEADER_BYTES
    if size < body - at or at + size > limit:
        raise BoxBroken(f"a box of {size} bytes does not fit")
    return Box(name, at, body, at + size)


def children(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between ``start`` and ``end``; raises ``BoxBroken``."""
    while start < end:
        box = header(data, start, end)
        yield box
        start = box.end


def inside(data: bytes, box: Box, *path: bytes) -> Box:
    """The first box under ``box`` at ``path``; raises ``BoxBroken`` where there is none."""
    for name in path:
        found = next((b for b in children(data, box.body, box.end) if b.name == name), None)
        if found is None:
            raise BoxBroken(f"{name.decode('latin-1')} is missing")
        box = found
    return box


def u8(data: bytes, at: int) -> int:
    """One byte; raises ``BoxBroken`` beyond the end."""
    if at >= len(data):
        raise BoxBroken("a box is cut off")
    return data[at]


def u32(data: bytes, at: int) -> int:
    """Four bytes, most significant first; raises ``BoxBroken`` beyond the end."""
    try:
        value: int = _U32.unpack_from(data, at)[0]
    except struct.error as error:
        raise BoxBroken("a box is cut off") from error
    return value


def u64(data: bytes, at: int) -> int:
    """Eight bytes, most significant first; raises ``BoxBroken`` beyond the end."""
    try:
        value: int = _U64.unpack_from(data, at)[0]
    except struct.error as error:
        raise BoxBroken("a box is cut off") from error
    return value


def read_tracks(moov: bytes) -> list[Track]:
    """The tracks that a whole ``moov`` box announces; raises ``BoxBroken``."""
    top = header(moov, 0, len(moov))
    tracks = [_track(moov, box) for box in children(moov, top.body, top.end) if box.name == b"trak"]
    for box in children(moov, top.body, top.end):
        if box.name == b"mvex":
            _defaults(moov, box, tracks)
    return tracks


def read_moof(moof: bytes, start: int, end: int, tracks: list[Track]) -> Fragment:
    """The samples of a whole ``moof`` box that lies at ``start``; its mdat ends at ``end``.

    Raises:
        BoxBroken: what it says does not fit together, or points elsewhere.
    """
    fragment = Fragment(start, end, moof)
    top = header(moof, 0, len(moof))
    for box in children(moof, 0 + top.body, top.end):
        if box.name == b"mfhd":
            fragment.sequence = _inside(box, 4, 4)
        elif box.name == b"traf":
            fragment.runs.append(_run(moof, box, fragment, tracks))
    if sum(row.size for run in fragment.runs for row in run.rows) > end - start:
        raise BoxBroken("samples lie over one another")  # copied one by one, they have no end
    return fragment


def _inside(box: Box, at: int, size: int) -> int:
    """Where ``size`` bytes lie that a cut will write anew, ``at`` bytes into a box's content."""
    if box.body + at + size > box.end:
        raise BoxBroken("a box is cut off")
    return box.body + at


def _track(moov: bytes, box: Box) -> Track:
    track = Track()
    head = inside(moov, box, b"tkhd")
    track.number = u32(moov, head.body + (20 if u8(moov, head.body) else 12))
    media = inside(moov, box, b"mdia", b"mdhd")
    track.timescale = u32(moov, media.body + (20 if u8(moov, media.body) else 12))
    if track.timescale == 0:
        raise BoxBroken("a track without a clock")
    handler = inside(moov, box, b"mdia", b"hdlr")
    track.handler = moov[handler.body + 8 : handler.body + 12]
    entries = inside(moov, box, b"mdia", b"minf", b"stbl", b"stsd")
    first = header(moov, entries.body + 8, entries.end)
    track.entry = moov[first.start : first.end]
    return track


def _defaults(moov: bytes, mvex: Box, tracks: list[Track]) -> None:
    for box in children(moov, mvex.body, mvex.end):
        if box.name == b"trex":
            number = u32(moov, box.body + 4)
            for track in tracks:
                if track.number == number:
                    track.duration = u32(moov, box.body + 12)
                    track.size = u32(moov, box.body + 16)
                    track.flags = u32(moov, box.body + 20)


def _run(moof: bytes, traf: Box, fragment: Fragment, tracks: list[Track]) -> Run:
    head = inside(moof, traf, b"tfhd")
    flags, number = u32(moof, head.body) & 0xFFFFFF, u32(moof, head.body + 4)
    track = next((track for track in tracks if track.number == number), None)
    if track is None:
        raise BoxBroken("a fragment of a track that was not announced")
    run = Run(number)
    at = head.body + 8
    if flags & _HAS_BASE:
        raise BoxBroken("samples are counted from elsewhere")
    at += 4 if flags & _HAS_DESCRIPTION else 0
    duration, size, kind = track.duration, track.size, track.flags
    if flags & _HAS_DURATION:
        duration, at = u32(moof, at), at + 4
    if flags & _HAS_SIZE:
        size, at = u32(moof, at), at + 4
    if flags & _HAS_FLAGS:
        kind = u32(moof, at)
    clock = inside(moof, traf, b"tfdt")
    run.wide = bool(u8(moof, clock.body))
    run.clock = _inside(clock, 4, 8 if run.wide else 4)
    dts = u64(moof, run.clock) if run.wide else u32(moof, run.clock)
    for box in children(moof, traf.body, traf.end):
        if box.name == b"trun":
            dts = _rows(moof, box, fragment, run, (dts, duration, size, kind))
    return run


def _rows(
    moof: bytes, box: Box, fragment: Fragment, run: Run, usual: tuple[int, int, int, int]
) -> int:
    """Add the samples of a ``trun``; returns the decode time behind them."""
    dts, duration, size, kind = usual
    flags, count, at = u32(moof, box.body) & 0xFFFFFF, u32(moof, box.body + 4), box.body + 8
    if not flags & _RUN_OFFSET or count > MAX_SAMPLES:
        raise BoxBroken("a run of samples that cannot be")
    offset, at = fragment.start + u32(moof, at), at + 4
    first = None
    if flags & _RUN_FIRST_FLAGS:
        first, at = u32(moof, at), at + 4
    told = [flags & bit for bit in (_RUN_DURATIONS, _RUN_SIZES, _RUN_FLAGS, _RUN_SHIFTS)]
    width = sum(map(bool, told))
    if at + 4 * width * count > box.end:
        raise BoxBroken("a run of samples is cut off")
    table = struct.unpack_from(f">{width * count}I", moof, at)
    columns = iter([table[n::width] for n in range(width)])
    durations, sizes, kinds, shifts = (
        next(columns) if is_told else (usually,) * count
        for is_told, usually in zip(told, (duration, size, kind, 0), strict=True)
    )
    if first is not None and not told[2]:
        kinds = (first, *kinds[1:])
    if moof[box.body] > 0:  # version 1: shifts are signed
        shifts = tuple(shift - (1 << 32) if shift >> 31 else shift for shift in shifts)
    decoded = accumulate(durations, initial=dts)
    offsets = accumulate(sizes, initial=offset)
    if offset + sum(sizes) > fragment.end:
        raise BoxBroken("a sample lies outside its fragment")
    # One of each is left over: where the next run would go on.
    run.rows += map(Row, decoded, shifts, durations, sizes, offsets, kinds)
    return dts + sum(durations)
