"""Letters and words as they are compared: small, plain, đ as d; no SQL and no library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 40
MOST_WORDS_OF_A_TEXT = 3000
_MOST_LETTERS = 1024

_WORD = re.compile(r"[a-z0-9]+")
# Number plates and house numbers are typed with and without their signs: 20A-123.45, 12/3.
_JOINED = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)+")
_SIGNS = re.compile(r"[-./]")


def fold(text: str) -> str:
    """``text`` in small plain letters: "Ngõ Đình" is "ngo dinh".

    What has no plain letter, as other scripts, is left out on both sides: keeping it would take
    four times as long, and no name here has it.
    """
    if not text.isascii():
        parted = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        text = parted.encode("ascii", "ignore").decode("ascii")
    return text.lower()


def even(text: str) -> str:
    """``text``, which is composed, letter for letter as ``fold`` has it: every place stays.

    A letter that has no plain one is a blank.
    """
    return text.lower() if text.isascii() else text.translate(_EVEN)


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of ``texts`` as the index has them; a number plate also in one piece."""
    found: set[str] = set()
    for text in texts:
        folded = fold(text)
        found.update(_WORD.findall(folded))
        found.update(_SIGNS.sub("", joined) for joined in _JOINED.findall(folded))
        if len(found) > MOST_WORDS_OF_A_TEXT:
            break
    return {word[:LONGEST_WORD] for word in found}


def words_typed(text: str) -> list[str]:
    """The words of what was typed, in order, each once."""
    found = dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(fold(text)))
    return list(found)


def places_of(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where words of ``text`` begin with one of ``words``: start and end of what is the same."""
    wanted = "|".join(sorted(words, key=len, reverse=True))  # letters and digits alone
    if not wanted:
        return ()
    begins = re.finditer(f"(?<![a-z0-9])(?:{wanted})", even(text))
    return tuple(each.span() for each in begins)


class _Even(dict[int, str]):
    """A letter and how it is compared; letters that are in use, and no texts."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(self) < _MOST_LETTERS:
            self[code] = plain
        return plain


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    if letter in "đĐ":
        return "d"
    first = unicodedata.normalize("NFD", letter)[0]
    return first.lower() if first.isascii() else " "


_EVEN = _Even()
