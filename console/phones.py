"""Telephone numbers as people write them, and as they are kept: digits and a leading plus."""

from __future__ import annotations

import re
from enum import StrEnum

from console.errors import FieldRefused

FIELD = "phone"

# Mobile ones; those of towns, with their 02; those of the police and the army, with their 069.
_VIETNAMESE = re.compile(r"0(?:[35789]\d{8}|2\d{9}|69\d{5,8})")
_FOREIGN = re.compile(r"\+(?!84)[1-9]\d{6,14}")
_BETWEEN = re.compile(r"[\s.\-()/]+")  # what people part the digits with
# The country's number before it; some write the 0 of the town after it, too.
_OF_VIETNAM = re.compile(r"(?:\+|00)840?|84(?=(?:[35789]\d{8}|2\d{9})$)")


class PhoneRule(StrEnum):
    """What a number broke, as ``FieldRefused.rule`` names it."""

    PHONE = "phone"  # nobody could dial it


def clean_phone(raw: str) -> str:
    """``raw`` as it is dialled here: "+84 912.345.678" is "0912345678"; "" stays "".

    Numbers of other countries keep their plus.

    Raises:
        FieldRefused: letters, too few or too many digits, or a beginning that no network has.
    """
    written = raw.strip()
    if not written:
        return ""
    joined = _BETWEEN.sub("", written)
    home = _OF_VIETNAM.match(joined)
    if home is not None:
        joined = "0" + joined[home.end() :]
    elif joined.startswith("00"):
        joined = "+" + joined[2:]
    if not joined.isascii() or not (_VIETNAMESE.fullmatch(joined) or _FOREIGN.fullmatch(joined)):
        raise FieldRefused(FIELD, PhoneRule.PHONE)
    return joined
