"""The screen's file is read as xwd says, and a real screen is black until something is painted."""

from __future__ import annotations

import struct
import sys

import pytest

from console.bench.screen import HEIGHT, WIDTH, Screen, Shape, screen, shape_of

HEAD = [160, 7, 2, 24, 1920, 1080, 0, 0, 32, 0, 32, 32, 7680, 4, 0, 0, 0, 8, 256, 256]
needs_xvfb = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no Xvfb")


def head(**changed: int) -> bytes:
    fields = [*HEAD, 0, 0, 0, 0, 0]
    for name, value in changed.items():
        fields[{"version": 1, "bits": 11}[name]] = value
    return struct.pack(">25I", *fields)


def test_pixels_begin_behind_head_and_colours() -> None:
    assert shape_of(head()) == Shape(1920, 1080, 7680, 160 + 256 * 12)


@pytest.mark.parametrize("wrong", [head(version=6), head(bits=16), b"short"])
def test_another_format_is_refused(wrong: bytes) -> None:
    with pytest.raises(ValueError, match="screen's file"):
        shape_of(wrong)


def test_lit_is_the_share_that_is_not_black() -> None:
    pixels = bytearray(400 * 4 * 400)
    pixels[: 400 * 4 * 100] = b"\x10\x20\x30\xff" * (400 * 100)
    shown = Screen(":1", memoryview(pixels), Shape(400, 400, 1600, 0), 0)

    assert shown.lit(step=40) == pytest.approx(0.2)  # rows 20 and 60 of ten


@needs_xvfb
def test_a_new_screen_is_black_and_gone_after_the_block() -> None:
    with screen() as shown:
        assert (shown.shape.width, shown.shape.height) == (WIDTH, HEIGHT)
        assert shown.lit() == 0

    with pytest.raises(ValueError, match="released"):
        shown.lit()
