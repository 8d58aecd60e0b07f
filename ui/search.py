"""Finding names as people type them: without diacritics, in any case, đ as d."""

from __future__ import annotations

import unicodedata

_STROKES = str.maketrans({"đ": "d", "Đ": "d"})


def plain(text: str) -> str:
    """``text`` in small letters without diacritics: "Ngõ Đình" is "ngo dinh"."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()


def matches(needle: str, *texts: str) -> bool:
    """Whether every word of ``needle`` begins or lies somewhere in one of ``texts``."""
    hay = plain(" ".join(texts))
    return all(word in hay for word in plain(needle).split())
