"""Bytes that were whole, spoiled by chance."""

from __future__ import annotations

import random


def spoiled(whole: bytes, chance: random.Random) -> bytes:
    """``whole`` with some bytes changed, taken out or doubled."""
    content = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[at] = chance.choice((0, 0x30, 0x7F, 0x80, 0xFF, chance.randrange(256)))
            case 1:
                del content[at : at + chance.choice((1, 4, 100))]
            case 2:
                content[at:at] = content[at : at + chance.choice((1, 4, 100))]
            case _:
                content[at] ^= 1 << chance.randrange(8)
        content = content or bytearray(b"0")
    return bytes(content)
