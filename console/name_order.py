"""People in the order of a Vietnamese list: by the given name, which stands last.

The alphabet is a ă â b c d đ e ê … o ô ơ … u ư … y; of two syllables with the same letters, the
tone decides: ngang, huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_OTHERS = len(_LETTERS)  # signs that are no letters come behind them, in the order of Unicode

Order = tuple[tuple[tuple[int, ...], int], ...]


def order_of(name: str) -> Order:
    """What to sort names by: the given name, then family and middle names from the left."""
    syllables = [_syllable(part) for part in name.split()]
    return tuple(syllables[-1:] + syllables[:-1])


@lru_cache(maxsize=2000)  # names are made of a few hundred
def _syllable(text: str) -> tuple[tuple[int, ...], int]:
    tone = 0
    letters: list[str] = []
    for sign in unicodedata.normalize("NFD", text.casefold()):
        if sign in _TONES:
            tone = _TONES[sign]
        elif unicodedata.combining(sign) and letters:
            letters[-1] += sign  # the mark of ă, â, ê, ô, ơ, ư belongs to the letter
        else:
            letters.append(sign)
    composed = (unicodedata.normalize("NFC", letter) for letter in letters)
    return tuple(_RANK.get(each, _OTHERS + ord(each[0])) for each in composed), tone
