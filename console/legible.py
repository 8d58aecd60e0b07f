"""Text as our font prints it: composed letters, and a visible code for what it cannot draw."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Set
from importlib.resources import files

FONT = "Tinos"
FONT_FOLDER = ("third_party", "tinos")  # below resources

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Text that runs from right to left would put what stands beside it in another order on paper.
_BACKWARDS = frozenset({"R", "AL", "AN"})


def legible(text: str, drawn: Set[int]) -> str:
    """``text`` composed (NFC), with every sign that is not ``drawn`` as its code: ``[U+1F600]``.

    So are signs that nobody sees or that turn text round, so that no two texts look alike on
    paper by way of them.  Line ends stay; a tab is a blank.  Never fails.
    """
    plain = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(
        sign if sign == "\n" or _prints(sign, drawn) else f"[U+{ord(sign):04X}]"
        for sign in unicodedata.normalize("NFC", plain)
    )


def drawn_signs() -> frozenset[int]:
    """The code points that our font draws in all its styles.  Some milliseconds."""
    return drawn_by(files("resources").joinpath(*FONT_FOLDER, f"{FONT}-Regular.ttf").read_bytes())


def drawn_by(font: bytes) -> frozenset[int]:
    """The code points for which a TrueType font has a glyph.

    Those of the Basic Multilingual Plane: it reads the subtable of ``cmap`` for Windows, Unicode
    (platform 3, encoding 1, format 4), as OpenType's specification describes it.

    Raises:
        ValueError: there is no such subtable.
    """
    at = _subtable(font)
    doubled: int = struct.unpack_from(">H", font, at + 6)[0]
    count = doubled // 2

    def row(number: int, kind: str) -> tuple[int, ...]:
        """The four lists lie one behind the other; two bytes of padding follow the first."""
        return struct.unpack_from(
            f">{count}{kind}", font, at + 14 + number * doubled + 2 * (number > 0)
        )

    offsets_at = at + 14 + 3 * doubled + 2
    segments = zip(row(1, "H"), row(0, "H"), row(2, "h"), row(3, "H"), strict=True)
    return frozenset(
        code
        for place, (first, last, delta, offset) in enumerate(segments)
        for code in range(first, last + 1)
        if _glyph(font, code, delta, offsets_at + 2 * place, offset, code - first)
    )


def _glyph(font: bytes, code: int, delta: int, place: int, offset: int, step: int) -> int:
    if not offset:
        return (code + delta) & 0xFFFF
    at = place + offset + 2 * step
    glyph: int = struct.unpack_from(">H", font, at)[0] if at + 2 <= len(font) else 0
    return (glyph + delta) & 0xFFFF if glyph else 0


def _subtable(font: bytes) -> int:
    cmap = next((at for tag, at in _tables(font) if tag == b"cmap"), None)
    if cmap is not None:
        count: int = struct.unpack_from(">H", font, cmap + 2)[0]
        for number in range(count):
            platform, encoding, at = struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)
            if (platform, encoding) == (3, 1) and font[cmap + at : cmap + at + 2] == b"\0\4":
                return cmap + int(at)
    raise ValueError("the font does not say which letters it has")


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    count: int = struct.unpack_from(">H", font, 4)[0] if len(font) > 12 else 0
    for number in range(count):
        tag, _, at, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        yield tag, at


def _prints(sign: str, drawn: Set[int]) -> bool:
    return (
        ord(sign) in drawn
        and unicodedata.category(sign) not in _UNSEEN
        and unicodedata.bidirectional(sign) not in _BACKWARDS
    )
