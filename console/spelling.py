"""Words as they may be typed: with their diacritics, or with none at all."""

from __future__ import annotations

import re
import unicodedata

from db.folding import even

_LETTERS = re.compile(r"[^\W\d_]+")


class Typed:
    """What was typed, and the same in plain letters, place for place.

    What is understood of it is taken out of it: ``take`` leaves blanks, so that the rest can be
    read on, and every place stays.
    """

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.plain = even(self.text)

    def take(self, start: int, end: int) -> None:
        """Let nobody else read this part."""
        self.plain = f"{self.plain[:start]}{' ' * (end - start)}{self.plain[end:]}"

    def is_spelled(self, start: int, end: int, words: str) -> bool:
        """Whether this part may be meant as ``words``: each plain, or with their diacritics.

        So "toi qua" is yesterday evening, and "tới qua" is not.
        """
        right = words.lower().split()
        found = _LETTERS.findall(self.text[start:end].lower())
        return all(each.isascii() or each in right for each in found)
