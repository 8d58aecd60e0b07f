"""The change map: what moved in a camera's picture from key frame to key frame, 23 bytes each.

It tells movement and nothing else: no objects, no persons.  ``vision`` makes it in a worker,
the index keeps it a segment at a time, and whoever looks for the moment in which something
changed in a part of the picture asks ``moments``.  Pure Python, so that the window may read it.
"""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Iterable, Iterator, Sequence

from db.footage_records import CELLS, CELLS_ACROSS, CELLS_DOWN, Look
from db.structs import Frozen

_PACKED = struct.Struct("<I18sB")  # milliseconds from the segment's start, cells, amount
LOOK_BYTES = _PACKED.size
MAX_LOOKS = 4096  # of one segment; key frames do not come more often than pictures
LOOKS_A_SECOND = 4
"""At most: a camera that sends key frames alone is not looked at twenty-five times a second."""
_ALL = (1 << CELLS) - 1


def pack(looks: Sequence[Look], start_us: int) -> bytes:
    """The looks of the segment that begins at ``start_us``, in order, ``LOOK_BYTES`` each."""
    return b"".join(
        _PACKED.pack(
            (look.at_us - start_us) // 1000, look.cells.to_bytes(18, "little"), look.amount
        )
        for look in looks[:MAX_LOOKS]
        if 0 <= look.at_us - start_us < 1 << 41
    )


def unpack(data: bytes, start_us: int) -> Iterator[Look]:
    """The looks in ``data``, to the millisecond; a last one that is cut off is left out."""
    whole = len(data) - len(data) % LOOK_BYTES
    for ms, cells, amount in _PACKED.iter_unpack(data[:whole]):
        yield Look(start_us + ms * 1000, int.from_bytes(cells, "little") & _ALL, amount)


def to_text(data: bytes) -> str:
    """Packed looks for a message."""
    return base64.b64encode(data).decode()


def from_text(text: str) -> bytes:
    """Packed looks out of a message; nothing where they are none."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if len(data) <= MAX_LOOKS * LOOK_BYTES else b""


class Area(Frozen):
    """A part of the picture: left, top, right, bottom as shares of it, 0 to 1.

    Raises:
        ValueError: it is empty, or lies outside of the picture.
    """

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1):
            raise ValueError(f"no part of a picture: {self}")

    @property
    def cells(self) -> int:
        """The cells that it touches, as in ``Look``."""
        found = 0
        for row in range(CELLS_DOWN):
            if (row + 1) / CELLS_DOWN <= self.top or row / CELLS_DOWN >= self.bottom:
                continue
            for column in range(CELLS_ACROSS):
                if (column + 1) / CELLS_ACROSS > self.left and column / CELLS_ACROSS < self.right:
                    found |= 1 << (row * CELLS_ACROSS + column)
        return found


class Moment(Frozen):
    """A stretch in which an area changed; ``strength`` is the most of its cells at once, 0 to 1."""

    start_us: int
    end_us: int
    strength: float


def moments(
    looks: Iterable[Look], area: Area, *, least: float = 0.0, quiet_us: int = 10_000_000
) -> list[Moment]:
    """When something changed in ``area``, in order.

    A day of one camera (43,200 looks) takes some 20 ms.

    Args:
        looks: In order of time.
        area: Where to look.
        least: The share of the area's cells that must change at once; 0: any one cell.
        quiet_us: Changes closer together than this are one moment.

    """
    mask = area.cells
    most = mask.bit_count()
    needed = max(1, round(least * most))
    found: list[Moment] = []
    start_us = end_us = 0
    strongest = 0
    for look in looks:
        changed = (look.cells & mask).bit_count()
        if changed < needed:
            continue
        if strongest and look.at_us - end_us > quiet_us:
            found.append(Moment(start_us, end_us, strongest / most))
            strongest = 0
        if not strongest:
            start_us = look.at_us
        end_us = look.at_us
        strongest = max(strongest, changed)
    if strongest:
        found.append(Moment(start_us, end_us, strongest / most))
    return found
