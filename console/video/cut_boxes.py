"""The boxes that a cut has anew: its head, and the heads of fragments of which a part is taken.

Nothing of what a fragment holds is touched here.
"""

from __future__ import annotations

import struct
from collections.abc import Collection

from console.video import boxes
from console.video.boxes import BoxBroken, Row, Run

_OWN = (b"uuid", b"edts")  # they tell of the segment, not of the cut


def head(source: bytes, video: int, late: int, left_out: Collection[int] = ()) -> bytes:
    """``ftyp`` and ``moov`` of a segment as a cut has them; ``video`` is the pictures' track.

    Tracks whose numbers are in ``left_out`` are not announced.
    ``late`` is by how many ticks pictures are stored later than they are shown.  The edit list of
    the cut takes that back, and hides nothing: what is shown first lies just there.

    Raises:
        BoxBroken: it is no head.
    """
    made = b""
    for box in boxes.children(source, 0, len(source)):
        if box.name == b"moov":
            made += _box(b"moov", *_inside_movie(source, box, video, late, left_out))
        else:
            made += source[box.start : box.end]
    return made


def moof(sequence: int, parts: list[tuple[Run, list[Row]]], shifts: dict[int, int]) -> bytes:
    """The head of a fragment in which every sample says all of itself.

    ``shifts`` is what is added to the times of each track.  Raises struct.error: times that lie.
    """
    size = 8 + 16 + sum(8 + 16 + 20 + 20 + 16 * len(rows) for _, rows in parts)
    offset = size + boxes.HEADER_BYTES
    made = [_box(b"mfhd", struct.pack(">II", 0, sequence))]
    for run, rows in parts:
        clock = max(0, rows[0].dts + shifts[run.track])
        samples = b"".join(
            struct.pack(">IIIi", row.duration, row.size, row.flags, row.shift) for row in rows
        )
        made.append(
            _box(
                b"traf",
                _box(b"tfhd", struct.pack(">II", 0x020000, run.track)),
                _box(b"tfdt", struct.pack(">IQ", 1 << 24, clock)),
                _box(b"trun", struct.pack(">III", 1 << 24 | 0xF01, len(rows), offset), samples),
            )
        )
        offset += sum(row.size for row in rows)
    return _box(b"moof", *made)


def _inside_movie(
    source: bytes, movie: boxes.Box, video: int, late: int, left_out: Collection[int]
) -> list[bytes]:
    made = []
    for box in boxes.children(source, movie.body, movie.end):
        if box.name in _OWN or (box.name == b"trak" and _number(source, box) in left_out):
            continue
        if box.name == b"mvex":
            made.append(_box(b"mvex", *_defaults(source, box, left_out)))
            continue
        if box.name != b"trak":
            made.append(source[box.start : box.end])
            continue
        inner = list(boxes.children(source, box.body, box.end))
        track = [source[each.start : each.end] for each in inner if each.name not in _OWN]
        if late and _number(source, box) == video:
            if late >> 31:
                raise BoxBroken("pictures are shown hours after they are decoded")
            edits = struct.pack(">IIIiI", 0, 1, 0, late, 1 << 16)
            track.insert(1, _box(b"edts", _box(b"elst", edits)))
        made.append(_box(b"trak", *track))
    return made


def _defaults(source: bytes, extends: boxes.Box, left_out: Collection[int]) -> list[bytes]:
    """What samples of the tracks are that do not say it of themselves."""
    return [
        source[box.start : box.end]
        for box in boxes.children(source, extends.body, extends.end)
        if box.name != b"trex" or boxes.u32(source, box.body + 4) not in left_out
    ]


def _number(source: bytes, track: boxes.Box) -> int:
    head_ = boxes.inside(source, track, b"tkhd")
    return boxes.u32(source, head_.body + (20 if boxes.u8(source, head_.body) else 12))


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body
