"""A hash in eight short groups that an officer copies from paper, or reads out over a telephone.

Thirty signs of Crockford's base 32 hold the first 150 bits, two more check them: a Reed-Solomon
code over GF(32), so that any two signs that are misread, or swapped, are found for certain, and
a single one is found in its group.  ``console/README.md`` says why not hex.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from console.errors import GroupsMisread

GROUPS = 8
GROUP_SIGNS = 4
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# What people write for a sign that looks like another one; U is no sign at all.
_SAME = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys(" -–—._\t\r\n\u00a0", None)})
_DATA = GROUPS * GROUP_SIGNS - 2
_BITS = 5
_ORDER = 31  # of the multiplicative group of GF(32)
_FINGERPRINT = re.compile("[0-9a-f]{64}")
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive


def grouped(digest: str) -> str:
    """The first 150 bits of ``digest`` (64 hex digits): eight groups with a blank between."""
    bits = int(digest, 16) >> (len(digest) * 4 - _DATA * _BITS)
    data = [(bits >> (_BITS * at)) & 31 for at in reversed(range(_DATA))]
    text = "".join(_SIGNS[value] for value in (*data, *_checks(data)))
    return " ".join(text[at : at + GROUP_SIGNS] for at in range(0, len(text), GROUP_SIGNS))


def in_fours(fingerprint: str) -> str:
    """A key's fingerprint as packages of evidence show it: 64 hex digits in 16 groups of 4.

    Unlike ``grouped`` it is what anybody's tools print, ``openssl`` or ``sha256sum``; nobody who
    checks a package has ours.  Raises ValueError: it is none.
    """
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise ValueError("a fingerprint has 64 hex digits")
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def read_groups(typed: str) -> str:
    """``typed`` as ``grouped`` writes it.

    Case, blanks, dashes and dots do not matter, nor O for 0, I or L for 1.

    Raises:
        GroupsMisread: its ``group`` counts from 1; 0 when it cannot be told.
    """
    text = typed.upper().translate(_SAME)
    if len(text) != GROUPS * GROUP_SIGNS:
        raise GroupsMisread(0)
    values = [_SIGNS.find(sign) for sign in text]
    if -1 in values:
        raise GroupsMisread(values.index(-1) // GROUP_SIGNS + 1)
    data, found = values[:_DATA], values[_DATA:]
    wrong, weighed = (a ^ b for a, b in zip(_checks(data), found, strict=True))
    if wrong or weighed:
        raise GroupsMisread(_group_of(wrong, weighed))
    return " ".join(text[at : at + GROUP_SIGNS] for at in range(0, len(text), GROUP_SIGNS))


def _checks(data: Sequence[int]) -> tuple[int, int]:
    """The sum of all signs, and the sum of all weighed by their place, in GF(32)."""
    return _sum(data), _sum(_times(value, _POWERS[at]) for at, value in enumerate(data))


def _group_of(wrong: int, weighed: int) -> int:
    """Where a single sign was misread; 0 when there were more."""
    if not (wrong and weighed):
        return GROUPS  # one of the two check signs, both in the last group
    at = (_LOGS[weighed] - _LOGS[wrong]) % _ORDER
    return at // GROUP_SIGNS + 1 if at < _DATA else 0


def _sum(values: Iterable[int]) -> int:
    total = 0
    for value in values:
        total ^= value
    return total


def _times(a: int, b: int) -> int:
    return _POWERS[(_LOGS[a] + _LOGS[b]) % _ORDER] if a and b else 0


def _powers() -> list[int]:
    """The powers of x in GF(32), from the zeroth."""
    powers, value = [], 1
    for _ in range(_ORDER):
        powers.append(value)
        value <<= 1
        if value > _ORDER:
            value ^= _POLYNOMIAL
    return powers


_POWERS = _powers()
_LOGS = {value: power for power, value in enumerate(_POWERS)}
