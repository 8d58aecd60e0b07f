"""The words that open an encrypted package: said on the phone as words, typed in plain letters.

Eight of ``resources/words/tu-de-doc.txt``, as "xedap" for "xe đạp": 80 bits, and no keyboard, no
accent and no encoding between two PCs changes them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from console.secret import Secret
from db.folding import fold

HOW_MANY = 8
_BETWEEN = " "


def made() -> Secret:
    """New words, as they are typed: a blank between two.  Each is as likely as any other."""
    words = tuple(spoken())
    return Secret(_BETWEEN.join(secrets.choice(words) for _ in range(HOW_MANY)))


def as_typed(text: str) -> Secret:
    """What is meant by what somebody typed: marks, capitals and blanks inside a word are borne."""
    known = spoken()
    syllables = fold(text).split()
    words: list[str] = []
    while syllables:
        pair = "".join(syllables[:2])
        whole = syllables[0] not in known and len(syllables) > 1 and pair in known
        words.append(pair if whole else syllables[0])
        del syllables[: 2 if whole else 1]
    return Secret(_BETWEEN.join(words))


@cache
def spoken() -> Mapping[str, str]:
    """How each word is said, by how it is typed."""
    text = files("resources").joinpath("words", "tu-de-doc.txt").read_text("utf-8")
    return {typed(word): word for word in text.splitlines()}


def typed(word: str) -> str:
    """How a word is typed: in plain letters, in one."""
    return fold(word).replace(" ", "")
