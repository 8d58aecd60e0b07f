"""Stretches of time as they are typed; the clock of the tests stands at 14/03/2026."""

from __future__ import annotations

from datetime import datetime

import pytest

from console.periods import Period, PeriodUnclear, period_of

NOW = datetime(2026, 3, 14, 20, 30).astimezone()


def at(day: int, hour: int = 0, minute: int = 0, *, month: int = 3, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute).astimezone()


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("hôm nay", at(14), at(15)),
        ("Hom Qua", at(13), at(14)),
        ("hôm kia", at(12), at(13)),
        ("today", at(14), at(15)),
        ("hôm qua 22h", at(13, 22), at(13, 23)),
        ("22h30 hôm qua", at(13, 22, 30), at(13, 23, 30)),
        ("6:15", at(14, 6, 15), at(14, 7, 15)),
        ("23h", at(14, 23), at(15)),
        ("12/3", at(12), at(13)),
        ("12/3/2025", at(12, year=2025), at(13, year=2025)),
        ("12-03 8h", at(12, 8), at(12, 9)),
        ("23/11", at(23, month=11, year=2025), at(24, month=11, year=2025)),
        ("7 ngày", at(8), at(15)),
        ("10/3 - 12/3", at(10), at(13)),
        ("10/3 đến 12/3", at(10), at(13)),
        ("hôm qua 22h - 6h", at(13, 22), at(14, 6)),
        ("hôm qua 8h - 11h30", at(13, 8), at(13, 11, 30)),
        ("12/3 22h tới 13/3 6h", at(12, 22), at(13, 6)),
        ("hôm qua 22h - 24h", at(13, 22), at(14)),
    ],
)
def test_what_is_typed_is_understood(typed: str, since: datetime, until: datetime) -> None:
    assert period_of(typed, NOW) == Period(since, until)


def test_nothing_typed_does_not_narrow() -> None:
    assert period_of("  ", NOW) == Period()


@pytest.mark.parametrize(
    "typed",
    [
        "mai",
        "31/2",
        "25h",
        "24h30",
        "12/3 - 10/3",
        "1/1 - 2/1 - 3/1",
        "0 ngày",
        "7",
        "9999999 ngay",
    ],
)
def test_what_is_unclear_is_told_as_such(typed: str) -> None:
    with pytest.raises(PeriodUnclear):
        period_of(typed, NOW)
