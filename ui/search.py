"""Finding names as people type them: without diacritics, in any case, đ as d."""

from __future__ import annotations

import unicodedata


class _Letters(dict[int, int | None]):
    """What becomes of each letter, looked up once: strokes and marks go."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.combining(chr(code)) else code
        return kept


_LETTERS = _Letters({ord("đ"): ord("d"), ord("Đ"): ord("D")})


def plain(text: str) -> str:
    """``text`` in small letters without diacritics: "Ngõ Đình" is "ngo dinh"."""
    return unicodedata.normalize("NFD", text).translate(_LETTERS).casefold()


def matches(needle: str, *texts: str) -> bool:
    """Whether every word of ``needle`` begins or lies somewhere in one of ``texts``."""
    hay = plain(" ".join(texts))
    return all(word in hay for word in plain(needle).split())
