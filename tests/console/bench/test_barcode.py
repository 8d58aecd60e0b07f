"""The number of a picture is read off any tile, and off nothing else."""

from __future__ import annotations

import pytest

from console.bench import barcode

WIDTH, HEIGHT = 1920, 1080
STRIDE = WIDTH * 4


def painted(number: int, x: int, y: int, width: int, height: int) -> bytearray:
    """A grey screen with one tile whose picture carries ``number``."""
    pixels = bytearray([90]) * (STRIDE * HEIGHT)
    bits = [1, 0, *(number >> bit & 1 for bit in range(barcode.BITS))]
    for block, bit in enumerate(bits):
        left = x + block * width // barcode.BLOCKS_A_ROW
        right = x + (block + 1) * width // barcode.BLOCKS_A_ROW
        row = bytes([235 if bit else 16]) * (4 * (right - left))
        for line in range(y, y + height // barcode.ROWS):
            pixels[line * STRIDE + 4 * left : line * STRIDE + 4 * right] = row
    return pixels


@pytest.mark.parametrize("number", [0, 1, 511, 512, 719, 1023])
@pytest.mark.parametrize("box", [(0, 0, 480, 270), (1707, 961, 212, 119), (3, 5, 1914, 1076)])
def test_every_number_is_read_at_every_size(number: int, box: tuple[int, int, int, int]) -> None:
    pixels = painted(number, *box)

    assert barcode.read(pixels, barcode.spots(*box, stride=STRIDE)) == number


def test_a_tile_without_a_picture_has_no_number() -> None:
    where = barcode.spots(0, 0, 480, 270, stride=STRIDE)

    assert barcode.read(bytes(STRIDE * 20), where) is None
    assert barcode.read(b"\xff" * STRIDE * 20, where) is None


def test_grey_marks_are_no_code() -> None:
    pixels = painted(5, 0, 0, 480, 270)
    dimmed = bytes(value // 3 for value in pixels)

    assert barcode.read(dimmed, barcode.spots(0, 0, 480, 270, stride=STRIDE)) is None


def test_ffmpeg_is_told_a_box_for_each_bit() -> None:
    drawn = barcode.filters().split(",drawbox")

    assert len(drawn) == 2 + barcode.BITS
    assert "bitand(n,512)" in drawn[-1]
