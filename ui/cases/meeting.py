"""Two hands on one incident: what was typed here meets what others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.case_records import Incident
from db.incident_records import IncidentFields

FIELDS = tuple(IncidentFields.__struct_fields__)
"""What of an incident is typed, as ``console.incident_rules.IncidentChanges`` names it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What becomes of each field: ``merged`` is shown anew, of ``both`` the officer chooses.

    ``settled``: the same was typed here.  What is in none of them stays as it is on screen.
    """

    merged: frozenset[str]
    both: frozenset[str]
    settled: frozenset[str]


def met(before: Incident, now: Incident, typed: Mapping[str, object]) -> Meeting:
    """Compare what was read (``before``), what is there ``now``, and what was ``typed`` since.

    A value that could not be read from what was typed is no value of an incident: it meets
    whatever others wrote.
    """
    differs = {name for name in FIELDS if getattr(before, name) != getattr(now, name)}
    settled = {name for name, value in typed.items() if value == getattr(now, name)}
    return Meeting(
        merged=frozenset(differs - typed.keys()),
        both=frozenset((differs & typed.keys()) - settled),
        settled=frozenset(settled),
    )
