"""What is an incident's number, and what is not."""

from __future__ import annotations

import pytest

from console.asked import IncidentNumber
from console.case_numbers import number_in
from db.incident_records import number_text


@pytest.mark.parametrize(
    ("typed", "number", "year"),
    [
        ("15", 15, None),
        (" #0015 ", 15, None),
        ("15/2026", 15, 2026),
        ("15 - 2026", 15, 2026),
        ("vv 15", 15, None),
        ("Vụ việc 15/2026", 15, 2026),
        (number_text(2026, 15), 15, 2026),
    ],
)
def test_a_number_is_read_as_it_is_typed_or_told(typed: str, number: int, year: int | None) -> None:
    assert number_in(typed) == IncidentNumber(number, year)


@pytest.mark.parametrize("typed", ["", "xe", "0", "15/26", "15/3026", "15 xe", "1234567", "20/11"])
def test_anything_else_is_none(typed: str) -> None:
    assert number_in(typed) is None
