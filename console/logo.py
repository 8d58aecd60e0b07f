"""A station's logo: whether it is a picture that may be kept, told from its first bytes.

Nothing is decoded here.  The window, which does decode it, is told only of pictures whose
header promises few enough pixels.
"""

from __future__ import annotations

from enum import StrEnum

LARGEST_BYTES = 256 * 1024
LARGEST_SIDE = 1024  # pixels

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Start-of-frame markers of JPEG; C4, C8 and CC lie between them and mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


class LogoRule(StrEnum):
    """What a logo broke, as ``FieldRefused.rule`` names it."""

    FORMAT = "logo_format"  # neither PNG nor JPEG, or cut off
    BYTES = "logo_bytes"  # more than 256 KiB
    SIDE = "logo_side"  # wider or higher than 1024 pixels, or without any


def broken_rule(picture: bytes) -> LogoRule | None:
    """The first rule that ``picture`` breaks, or None: it may be kept."""
    if len(picture) > LARGEST_BYTES:
        return LogoRule.BYTES
    size = size_of(picture)
    if size is None:
        return LogoRule.FORMAT
    return None if all(0 < side <= LARGEST_SIDE for side in size) else LogoRule.SIDE


def size_of(picture: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the header of a PNG or JPEG says, or None: it is neither."""
    if picture.startswith(_PNG) and picture[12:16] == b"IHDR" and len(picture) >= 33:
        return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    if picture.startswith(_JPEG):
        return _jpeg_size(picture)
    return None


def _jpeg_size(picture: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        elif marker in _FRAMES:
            height, width = picture[at + 5 : at + 7], picture[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        else:
            at += 2 + max(2, int.from_bytes(picture[at + 2 : at + 4], "big"))
    return None
