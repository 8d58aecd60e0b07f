"""Instants to the millisecond: as they are shown, and as people type them."""

from __future__ import annotations

import re

from console.periods import PeriodUnclear, moment_of
from db.records import from_us, to_us
from ui.evidence.reach import Reach

_MS = 1_000
_FRACTION = re.compile(r"(.*\d{1,2}[:hgHG]\s*\d{1,2}[:mM]\s*\d{1,2})\s*[sS]?[.,](\d{1,3})\s*")


def precise_words(us: int) -> str:
    """23/11/2026 22:05:07.250, in the zone of the station PC."""
    return f"{from_us(us).astimezone():%d/%m/%Y} {clock_words(us)}"


def clock_words(us: int) -> str:
    """22:05:07.250."""
    at = from_us(us).astimezone()
    return f"{at:%H:%M:%S}.{at.microsecond // _MS:03}"


def instant_of(text: str, reach: Reach) -> int:
    """The instant that was typed, of what is wanted: "22:05:07.250", "22h05", "23/11 22h".

    An hour alone is of the newest day that fits.

    Raises:
        PeriodUnclear: it cannot be understood.
        ValueError: it is not wanted.
    """
    whole, fraction = text, ""
    if found := _FRACTION.fullmatch(text):
        whole, fraction = found[1], found[2]
    us = to_us(moment_of(whole, from_us(reach.last_us))) + int(fraction.ljust(3, "0")) * _MS
    if us not in reach:
        raise ValueError("that is not wanted")
    return us


__all__ = ["PeriodUnclear", "clock_words", "instant_of", "precise_words"]
