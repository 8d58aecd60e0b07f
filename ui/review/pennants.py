"""The flags of bookmarks, planted into rows of pixels that are one byte each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def planted(lines: Sequence[bytes], columns: Sequence[int], flag: int, ground: int) -> list[bytes]:
    """``lines`` with a flag at each of ``columns``, which are in order; the last line stays.

    A flag is a pole as high as the row and a pennant at its head.  Poles that touch are a block,
    which has one pennant, where there is room.  A pixel of ground keeps it apart from what is
    recorded.
    """
    width, pole = len(lines[0]), max(2, len(lines) // 8)
    pennant = len(lines) * 2 // 3  # its height; it is half as wide
    blocks = _blocks(columns, pole)
    rooms = [right[0] - left[1] for left, right in pairwise(blocks)]
    flies = [room > pennant // 2 + 2 for room in [*rooms, width]]
    grounds, flags = bytes((ground,)) * width, bytes((flag,)) * width
    found = []
    for number, line in enumerate(lines[:-1]):
        reach = max(0, min(number + 1, pennant - number))
        row = bytearray(line)
        ends = [end + reach * fly for (_, end), fly in zip(blocks, flies, strict=True)]
        for (start, _), end in zip(blocks, ends, strict=True):
            left, right = max(0, start - 1), min(width, end + 1)
            row[left:right] = grounds[: right - left]
        for (start, _), end in zip(blocks, ends, strict=True):
            row[start:end] = flags[: min(width, end) - start]
        found.append(bytes(row[:width]))
    return [*found, lines[-1]]


def _blocks(columns: Sequence[int], pole: int) -> list[tuple[int, int]]:
    """Half-open runs of poles with less than two pixels between them."""
    blocks: list[tuple[int, int]] = []
    for column in columns:
        if blocks and column < blocks[-1][1] + 2:
            blocks[-1] = (blocks[-1][0], column + pole)
        else:
            blocks.append((column, column + pole))
    return blocks
