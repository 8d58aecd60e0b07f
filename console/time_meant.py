"""What a time that was told means on the calendar: where it begins and ends, in local time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from console.time_words import (
    Ago,
    Clock,
    Date,
    DaysAgo,
    Link,
    PartOfDay,
    Stretch,
    TimeWord,
    Weekday,
)

DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_NIGHT_ENDS = 5  # until then "đêm nay" is the night that began yesterday
# First and last hour; a night ends on the next day.
_HOURS = {
    PartOfDay.MORNING: (5, 11),
    PartOfDay.NOON: (11, 13),
    PartOfDay.AFTERNOON: (13, 18),
    PartOfDay.EVENING: (18, 24),
    PartOfDay.NIGHT: (22, 24 + _NIGHT_ENDS),
}


@dataclass
class TimeTold:
    """What was typed of one end of a stretch."""

    day: DaysAgo | Weekday | Date | Stretch | Ago | None = None
    week: Stretch | None = None  # the week that a weekday is of
    clock: Clock | None = None
    part: PartOfDay | None = None
    link: Link | None = None
    places: list[tuple[int, int]] = field(default_factory=list)

    def takes(self, word: TimeWord) -> bool:
        """Let ``word`` be of this told, if it has room for such a word."""
        value = word.value
        if isinstance(value, Link):
            return False
        if isinstance(value, Clock) and self.clock is None:
            self.clock = value
        elif isinstance(value, PartOfDay) and self.part is None:
            self.part = value
        elif isinstance(value, Stretch) and isinstance(self.day, Weekday) and self.week is None:
            self.week = value
        elif not isinstance(value, Clock | PartOfDay) and self.day is None:
            self.day = value
        else:
            return False
        self.places.append((word.start, word.end))
        return True

    @property
    def tells(self) -> bool:
        """Whether it is a time at all: "sáng" alone may be anything."""
        return self.day is not None or self.clock is not None


def moment(told: TimeTold, local: datetime, day: datetime) -> tuple[datetime, datetime]:
    """Where the time that ``told`` names begins and ends; ``day`` is meant where it names none."""
    since, until = (day, day + DAY) if told.day is None else _days(told, local)
    if told.part is PartOfDay.NIGHT and told.day == DaysAgo(0) and local.hour < _NIGHT_ENDS:
        since, until = since - DAY, until - DAY
    if told.clock is not None:
        hour = _hour(told.clock.hour, told.part)
        since += timedelta(hours=hour, minutes=told.clock.minute, seconds=told.clock.second)
        return since, since + _HOUR
    if told.part is not None:
        first, last = _HOURS[told.part]
        return since + first * _HOUR, since + last * _HOUR
    return since, until


def _hour(hour: int, part: PartOfDay | None) -> int:
    """Of 24: "3 giờ chiều" is 15; "2h đêm" is of the next day, and 12h at night its beginning."""
    if part is PartOfDay.NIGHT:
        if hour == 12 or hour < 6:
            return 24 + hour % 12
        return hour + 12 if hour < 12 else hour
    if part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) and hour < 12:
        return hour + 12
    return hour + 12 if part is PartOfDay.NOON and hour < 5 else hour


def _days(told: TimeTold, local: datetime) -> tuple[datetime, datetime]:
    today = local.replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - today.weekday() * DAY
    day = told.day
    if isinstance(day, DaysAgo):
        since = today - day.days * DAY
        return since, since + DAY
    if isinstance(day, Weekday):
        since = monday + day.number * DAY
        if told.week is Stretch.LAST_WEEK:
            since -= 7 * DAY
        elif told.week is None and since > today:
            since -= 7 * DAY  # the last one that there was
        return since, since + DAY
    if isinstance(day, Ago):
        return _ago(day, local, today)
    if isinstance(day, Date):
        return _date(day, today)
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    last_month = (month - DAY).replace(day=1)
    stretches = {
        Stretch.THIS_WEEK: (monday, monday + 7 * DAY),
        Stretch.LAST_WEEK: (monday - 7 * DAY, monday),
        Stretch.THIS_MONTH: (month, _next_month(month)),
        Stretch.LAST_MONTH: (last_month, month),
        Stretch.THIS_YEAR: (year, year.replace(year=year.year + 1)),
        Stretch.LAST_YEAR: (year.replace(year=year.year - 1), year),
    }
    if day is None:
        raise ValueError("no day")
    return stretches[day]


def _ago(ago: Ago, local: datetime, today: datetime) -> tuple[datetime, datetime]:
    if ago.unit in ("gio", "phut"):
        unit = _HOUR if ago.unit == "gio" else timedelta(minutes=1)
        then = local - ago.count * unit
        return (then - unit / 2, then + unit / 2) if ago.back else (then, local)
    days = {"ngay": 1, "tuan": 7, "thang": 30}[ago.unit] * ago.count
    if not ago.back:
        return today - (days - 1) * DAY, today + DAY
    then = today - days * DAY
    return then, then + {"ngay": 1, "tuan": 7, "thang": 30}[ago.unit] * DAY


def _date(date: Date, today: datetime) -> tuple[datetime, datetime]:
    """Without a year it lies behind us: on 2 January, 31/12 was two days ago."""
    if date.month is None and date.day is None:
        year = today.replace(year=date.year or today.year, month=1, day=1)
        return year, year.replace(year=year.year + 1)
    if date.month is None:
        month = today.replace(day=1)
        while month.replace(day=1) + ((date.day or 1) - 1) * DAY > today:
            month = (month - DAY).replace(day=1)
        since = month.replace(day=date.day or 1)
        return since, since + DAY
    since = today.replace(year=date.year or today.year, month=date.month, day=date.day or 1)
    if date.year is None and since > today:
        since = since.replace(year=since.year - 1)
    return since, _next_month(since) if date.day is None else since + DAY


def _next_month(month: datetime) -> datetime:
    return (month.replace(day=28) + 4 * DAY).replace(day=1)
