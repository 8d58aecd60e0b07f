"""Sums of outcomes by year, month and day: which make up a time, whether they are right, all anew.

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
    return (
        "delete from outcome_again",
        f"insert into outcome_again {_AGAIN}",
        "delete from outcome_sum",
        f"insert into outcome_sum {_SUMS}",
    )


def drift() -> str:
    """A query for how many rows of the sums are missing, and how many are too many."""
    some = "lines <> 0 or count <> 0 or persons <> 0 or cases <> 0"  # what became nothing may stay
    kept_sums = f"select {_COLUMNS} from outcome_sum where {some}"
    kept_again = "select incident_id, kind, on_day, before_day from outcome_again"
    pairs = ((f"select * from ({_SUMS}) as s", kept_sums), (_AGAIN, kept_again))
    missing, extra = (
        " + ".join(
            f"(select count(*) from ({one} except {other}) as d{n})" for n, (one, other) in which
        )
        for which in (enumerate(pairs), enumerate((kept, right) for right, kept in pairs))
    )
    return f"select {missing}, {extra}"


_COLUMNS = "place, period, kind, approved, lines, count, persons, cases"
# What each line adds to the sum of its day: in its cluster, and in the station.
_EACH = (
    f" {_APPROVED} as approved, line.kind as kind, cast(line.on_day as varchar({_DAY})) as period,"
    " line.count as count, line.persons as persons,"
    " case when line.nth = 1 then 1 else 0 end as cases"
    f" from ({_LINES}) as line join incident on incident.id = line.incident_id"
    " where not incident.restricted"
)
_DAYS = (
    "select place, period, kind, approved, count(*) as lines, sum(count) as count,"
    " sum(persons) as persons, sum(cases) as cases from"
    f" (select {EVERYWHERE} as place,{_EACH}"
    f" union all select incident.cluster_id as place,{_EACH} and incident.cluster_id is not null)"
    " as each_line group by place, period, kind, approved"
)
_LONGER = (
    "select place, substr(period, 1, {signs}), kind, approved, sum(lines), sum(count),"
    " sum(persons), sum(cases) from days group by place, substr(period, 1, {signs}), kind, approved"
)
_SUMS = (
    f"with days as ({_DAYS}) select {_COLUMNS} from days"
    f" union all {_LONGER.format(signs=_MONTH)} union all {_LONGER.format(signs=_YEAR)}"
)
_AGAIN = f"select incident_id, kind, on_day, before_day from ({_LINES}) as line"
_AGAIN += " where before_day < on_day"
