"""Sums of outcomes by year, month and day: which of them make up a time, and all of them anew.

A period is written as the beginning of an ISO day: "2026", "2026-11", "2026-11-23".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

EVERYWHERE = 0
"""The place that stands for the whole station; others are ids of clusters."""

_YEAR, _MONTH, _DAY = 4, 7, 10  # signs of a period
_APPROVED = "case when incident.state in ('approved', 'closed') then true else false end"
# The lines that count, each with its place among those of its kind and incident.
_LINES = (
    "select incident_id, kind, on_day, count, coalesce(persons, 0) as persons,"
    " row_number() over (partition by incident_id, kind order by on_day, id) as nth,"
    " lag(on_day) over (partition by incident_id, kind order by on_day, id) as before_day"
    " from outcome where struck_at_us is null"
)


def periods_of(day: date) -> tuple[str, str, str]:
    """Its year, its month and itself: each has a sum in which it is."""
    text = day.isoformat()
    return text[:_YEAR], text[:_MONTH], text


def periods_between(first: date, last: date) -> Iterator[str]:
    """The fewest that make up these days, both included: whole years and months, else days."""
    day = first
    while day <= last:
        year, month, text = periods_of(day)
        of_month = date(day.year, day.month, monthrange(day.year, day.month)[1])
        of_year = date(day.year, 12, 31)
        if text == f"{year}-01-01" and of_year <= last:
            period, end = year, of_year
        elif day.day == 1 and of_month <= last:
            period, end = month, of_month
        else:
            period, end = text, day
        yield period
        if end == date.max:
            return
        day = end + timedelta(days=1)


def fill() -> tuple[str, ...]:
    """Statements that make all sums anew; portable."""
    by_day = (
        "select {place}, cast(line.on_day as varchar(10)), line.kind, " + _APPROVED + ","
        " count(*), sum(line.count), sum(line.persons),"
        " sum(case when line.nth = 1 then 1 else 0 end)"
        f" from ({_LINES}) as line join incident on incident.id = line.incident_id"
        " where not incident.restricted and {place} is not null"
        " group by {place}, line.on_day, line.kind, " + _APPROVED
    )
    longer = (
        "insert into outcome_sum select place, substr(period, 1, {signs}), kind, approved,"
        " sum(lines), sum(count), sum(persons), sum(cases)"
        f" from outcome_sum where length(period) = {_DAY}"
        " group by place, substr(period, 1, {signs}), kind, approved"
    )
    again = "select incident_id, kind, on_day, before_day"
    again += f" from ({_LINES}) as line where before_day < on_day"
    everywhere = by_day.replace("{place} is not null", "true")
    everywhere = everywhere.replace("group by {place}, ", "group by ")
    return (
        "delete from outcome_again",
        f"insert into outcome_again {again}",
        "delete from outcome_sum",
        "insert into outcome_sum " + everywhere.format(place=EVERYWHERE),
        "insert into outcome_sum " + by_day.format(place="incident.cluster_id"),
        longer.format(signs=_MONTH),
        longer.format(signs=_YEAR),
    )
