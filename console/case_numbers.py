"""The number of an incident as officers type it where nothing else is meant."""

from __future__ import annotations

import re

from console.asked import IncidentNumber
from db.folding import even

_SHORT = re.compile(r"(?:(?:vv|vu viec|vu|so|#)\s*)?0*(\d{1,6})(?:\s*[/-]\s*((?:20|21)\d\d))?")
_SERIES = re.compile(r"vv\s*-?\s*((?:20|21)\d\d)\s*-\s*0*(\d{1,6})")  # as the log tells it


def number_in(text: str) -> IncidentNumber | None:
    """15, 15/2026, VV-2026-0015; None for anything else.  Without a year, that one is None."""
    typed = " ".join(even(text).split())
    if match := _SERIES.fullmatch(typed):
        return IncidentNumber(int(match[2]), int(match[1]))
    match = _SHORT.fullmatch(typed)
    if match is None or not int(match[1]):
        return None
    return IncidentNumber(int(match[1]), int(match[2]) if match[2] else None)
