"""What people write in their own words, before it is kept: composed letters, nothing invisible."""

from __future__ import annotations

import unicodedata

from console.errors import FieldRefused
from console.forms import FieldRule


def clean_line(field: str, raw: str, longest: int, *, may_be_empty: bool = False) -> str:
    """``raw`` as one line without needless blanks.

    Raises FieldRefused: a sign that nobody sees, more than ``longest`` signs, or nothing at all.
    """
    text = " ".join(clean_lines(field, raw, longest).split())
    if not text and not may_be_empty:
        raise FieldRefused(field, FieldRule.EMPTY)
    return text


def clean_lines(field: str, raw: str, longest: int, also: str = "") -> str:
    """``raw`` with its lines as they are; the signs in ``also`` are allowed, too."""
    text = unicodedata.normalize("NFC", raw).strip()
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign not in also for sign in text):
        raise FieldRefused(field, FieldRule.CHARACTERS)
    if len(text) > longest:
        raise FieldRefused(field, FieldRule.LENGTH)
    return text
