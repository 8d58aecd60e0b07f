"""Stretches of time as people type them: "hôm qua 22h", "23/11", "20/11 - 23/11 6h30".

Diacritics and case do not matter.  A day alone is the whole day; an hour or a minute begins an
hour; of two with a dash, "den" or "to" between them, the first begins and the second ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from ui.search import plain

_DAYS_AGO = {
    "hom nay": 0,
    "today": 0,
    "hom qua": 1,
    "yesterday": 1,
    "hom kia": 2,
}
_RANGE = re.compile(r"\s+(?:-|–|den|toi|to)\s+|\s*–\s*")
_LAST = re.compile(r"(\d{1,4}) (?:ngay|days?)")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:h|g|:)(?:(\d{2})(?::(\d{2}))?)?")
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


class PeriodUnclear(ValueError):
    """What was typed is no stretch of time that we know."""


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open stretch of time, aware; None is open."""

    since: datetime | None = None
    until: datetime | None = None


def period_of(text: str, now: datetime) -> Period:
    """The stretch that ``text`` means at ``now``, in the zone of the station PC.

    Raises:
        PeriodUnclear: a day that does not exist, an end before its beginning, or other words.
    """
    words = " ".join(plain(text).split())
    today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    if not words:
        return Period()
    if last := _LAST.fullmatch(words):
        since = today - (int(last[1]) - 1) * _DAY
        return _aware(since, today + _DAY)
    parts = _RANGE.split(words)
    if len(parts) > 2:
        raise PeriodUnclear(text)
    since, until = _moment(parts[0], today)
    if len(parts) == 2:
        # "20/11 22h - 6h": an hour alone is of the day that the first one named.
        _, until = _moment(parts[1], today, since)
        if _TIME.search(parts[1]):
            until -= _HOUR
        if until <= since and not _names_a_day(parts[1]):
            until += _DAY
    return _aware(since, until)


def moment_of(text: str, now: datetime) -> datetime:
    """The instant that ``text`` means at ``now``: where its stretch begins.

    An hour of no day that has not come yet is that of the day before: at 6 in the morning, "22h"
    was last night.

    Raises:
        PeriodUnclear: as ``period_of``; nothing was typed, or it lies in the future.
    """
    since = period_of(text, now).since
    if since is not None and since > now and _TIME.fullmatch(" ".join(plain(text).split())):
        since -= _DAY
    if since is None or since > now:
        raise PeriodUnclear(text)
    return since


def _moment(
    words: str, today: datetime, first: datetime | None = None
) -> tuple[datetime, datetime]:
    """Where the day or hour that ``words`` name begins and ends, without a zone."""
    rest, clock = words, _TIME.search(words)
    if clock is not None:
        rest = (words[: clock.start()] + words[clock.end() :]).strip()
    day = _day(rest, today, first)
    if clock is None:
        return day, day + _DAY
    hour, minute, second = int(clock[1]), int(clock[2] or 0), int(clock[3] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise PeriodUnclear(words)
    since = day + timedelta(hours=hour, minutes=minute, seconds=second)
    return since, since + _HOUR


def _day(words: str, today: datetime, first: datetime | None) -> datetime:
    if not words:
        return today if first is None else first.replace(hour=0, minute=0)
    if words in _DAYS_AGO:
        return today - _DAYS_AGO[words] * _DAY
    found = _DATE.fullmatch(words)
    if found is None:
        raise PeriodUnclear(words)
    day, month = int(found[1]), int(found[2])
    try:
        named = datetime(int(found[3] or today.year), month, day)  # noqa: DTZ001
        # Without a year it is the last such day: on 2 January, 31/12 was two days ago.
        return named if found[3] or named <= today else named.replace(year=today.year - 1)
    except ValueError as error:
        raise PeriodUnclear(words) from error


def _names_a_day(words: str) -> bool:
    return _TIME.fullmatch(words) is None


def _aware(since: datetime, until: datetime) -> Period:
    if until <= since:
        raise PeriodUnclear("it ends before it begins")
    try:
        return Period(since.astimezone(), until.astimezone())
    except (OverflowError, OSError) as error:  # years that the PC's zone does not know
        raise PeriodUnclear("too far") from error
