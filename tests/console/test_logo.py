"""A logo is judged by its header alone: what it is, how large, how many bytes."""

from __future__ import annotations

import struct

import pytest

from console.logo import LARGEST_BYTES, LogoRule, broken_rule, size_of
from tests.logos import png


def jpeg(width: int, height: int, *, frame: int = 0xC0) -> bytes:
    """The head of a JPEG: JFIF, a table, fill bytes, then the frame that tells the size."""
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    table = b"\xff\xdb" + struct.pack(">H", 67) + bytes(65)
    size = struct.pack(">HBHHB", 17, 8, height, width, 3)
    return b"\xff\xd8" + jfif + table + b"\xff\xff" + bytes([frame]) + size + bytes(12)


@pytest.mark.parametrize(
    "picture", [png(320, 200), jpeg(320, 200), jpeg(320, 200, frame=0xC2)], ids=["png", "jpeg", "p"]
)
def test_the_header_tells_the_size(picture: bytes) -> None:
    assert size_of(picture) == (320, 200)
    assert broken_rule(picture) is None


@pytest.mark.parametrize(
    "picture",
    [b"", b"GIF89a", png(8, 8)[:20], jpeg(8, 8)[:30], b"\xff\xd8\xff" + bytes(40), b"<svg/>"],
)
def test_what_is_cut_off_or_something_else_is_refused(picture: bytes) -> None:
    assert broken_rule(picture) is LogoRule.FORMAT


def test_a_header_that_never_comes_to_a_frame_ends() -> None:
    assert size_of(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 60_000) is None


def test_too_many_bytes_or_pixels_are_refused() -> None:
    assert broken_rule(png(8, 8) + bytes(LARGEST_BYTES)) is LogoRule.BYTES
    assert broken_rule(png(1025, 1)) is LogoRule.SIDE
    assert broken_rule(jpeg(1, 60_000)) is LogoRule.SIDE
    assert broken_rule(jpeg(0, 0)) is LogoRule.SIDE
