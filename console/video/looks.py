"""The change map as bytes: 24 for each look, beside the index and on the line alike.

A look is its distance from the segment's start in milliseconds (4 bytes), how much changed (1), a
byte that is 0, and a bit for each of the 16 × 9 cells (18), all little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from db.footage_records import CELLS, Look

LOOK_BYTES = 24
_HEAD = struct.Struct("<IBx")
_CELL_BYTES = CELLS // 8


def pack(looks: Iterable[Look], start_us: int) -> bytes:
    """The looks of a segment that begins at ``start_us``."""
    return b"".join(
        _HEAD.pack(max(0, (look.at_us - start_us) // 1000), look.amount)
        + look.cells.to_bytes(_CELL_BYTES, "little")
        for look in looks
    )


def unpack(data: bytes, start_us: int) -> list[Look]:
    """What ``pack`` made; a tail that is no whole look is passed over."""
    found = []
    for place in range(0, len(data) - LOOK_BYTES + 1, LOOK_BYTES):
        milliseconds, amount = _HEAD.unpack_from(data, place)
        cells = int.from_bytes(data[place + _HEAD.size : place + LOOK_BYTES], "little")
        found.append(Look(start_us + milliseconds * 1000, cells, amount))
    return found
