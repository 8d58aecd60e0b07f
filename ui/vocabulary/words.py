"""Categories and phrases in words: how much, how long, for whose eyes; and what is typed of it."""

from __future__ import annotations

from collections.abc import Sequence

from console.errors import FieldRefused
from db.case_records import Category
from ui.words import QT_TRANSLATE_NOOP, translate

_OPEN = QT_TRANSLATE_NOOP("vocabulary", "until somebody releases it")
_DAYS = QT_TRANSLATE_NOOP("vocabulary", "{count} days")
_AROUND = QT_TRANSLATE_NOOP("vocabulary", "{before} s before, {after} s after")
_LONGEST_S, _LONGEST_DAYS = 3600, 36_500


def held_word(days: int | None) -> str:
    """How long its footage is held."""
    return translate("vocabulary", _OPEN if days is None else _DAYS).format(count=days)


def around_words(category: Category) -> str:
    """How much footage a bookmark of it takes around its instant."""
    return translate("vocabulary", _AROUND).format(before=category.pre_s, after=category.post_s)


def seconds_of(field: str, text: str) -> int:
    """Seconds as typed.  Raises FieldRefused."""
    return _whole(field, text, range(_LONGEST_S + 1), "category_seconds")


def days_of(text: str) -> int | None:
    """Days as typed, None for nothing.  Raises FieldRefused."""
    words = text.strip()
    if not words:
        return None
    return _whole("hold_days", words, range(1, _LONGEST_DAYS + 1), "category_days")


def in_tree(categories: Sequence[Category]) -> list[tuple[Category, int]]:
    """Each with its level: a branch, then its leaves, as they stand."""
    return [(each, 0 if each.parent_id is None else 1) for each in categories]


def _whole(field: str, text: str, allowed: range, rule: str) -> int:
    digits = text.strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else -1
    if number not in allowed:
        raise FieldRefused(field, rule)
    return number
