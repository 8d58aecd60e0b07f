"""The bar code in the clips: which picture of its loop a tile shows, read from screen pixels.

The code lies in the picture's top left: 12 blocks, each 1/16 of its width and 1/15 of its height.
The first is white, the second black, then ten bits of the picture's number follow, lowest first.
"""

from __future__ import annotations

from collections.abc import Sequence

BITS = 10
BLOCKS_A_ROW = 16
ROWS = 15
_WHITE = 170  # of 255: the two marks must be clearly what they are
_BLACK = 85
_HALF = 128


def spots(
    x: float, y: float, width: float, height: float, *, stride: int, pixel_bytes: int = 4
) -> tuple[int, ...]:
    """Where to look for the code of a picture: byte offsets of the centres of its blocks.

    Args:
        x: The picture's left edge in pixels; ``y``, ``width`` and ``height`` likewise.
        y: See ``x``.
        width: See ``x``.
        height: See ``x``.
        stride: Bytes from one row of the screen to the next.
        pixel_bytes: Bytes a pixel; the second one (green) is looked at.

    """
    row = int(y + height / ROWS / 2)
    columns = (int(x + (k + 0.5) * width / BLOCKS_A_ROW) for k in range(BITS + 2))
    return tuple(row * stride + column * pixel_bytes + 1 for column in columns)


def read(pixels: Sequence[int], where: tuple[int, ...]) -> int | None:
    """The number of the picture shown, 0 to 1023, or None where no code can be read."""
    if pixels[where[0]] < _WHITE or pixels[where[1]] > _BLACK:
        return None
    number = 0
    for bit, offset in enumerate(where[2:]):
        if pixels[offset] > _HALF:
            number |= 1 << bit
    return number


def filters() -> str:
    """The filters of ffmpeg that draw the code into every picture."""
    block = f"w=iw/{BLOCKS_A_ROW}:h=ih/{ROWS}"
    ground = f"w=iw*{BITS + 1}/{BLOCKS_A_ROW}:h=ih/{ROWS}"
    boxes = [
        f"drawbox=x=0:y=0:{block}:c=white:t=fill",
        f"drawbox=x=iw/{BLOCKS_A_ROW}:y=0:{ground}:c=black:t=fill",
    ]
    boxes += [
        f"drawbox=x=iw*{bit + 2}/{BLOCKS_A_ROW}:y=0:{block}:c=white:t=fill"
        f":enable='gt(bitand(n,{1 << bit}),0)'"
        for bit in range(BITS)
    ]
    return ",".join(boxes)
