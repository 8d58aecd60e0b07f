"""The words and figures of time in what people type: found, and told apart, not yet put together.

Vietnamese with or without diacritics, a little English.  Where plain letters mean several things
("toi" is evening, until and I), the diacritics decide if they were typed, else what is beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum

from console.spelling import Typed
from db.folding import even


class PartOfDay(StrEnum):
    """What a day has by name."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Stretch(StrEnum):
    """A week, month or year that is told from today."""

    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


class Link(Enum):
    """What stands before a time, or between two."""

    TO = "to"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class DaysAgo:
    """A day, counted back from today."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """0 is Monday."""

    number: int


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year of the calendar; what is None was not typed.  It need not exist."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ago:
    """So many days or other units: the last ones, or as long ago as that (``back``)."""

    count: int
    unit: str
    back: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``exact``: minutes were typed."""

    hour: int
    minute: int = 0
    second: int = 0
    exact: bool = False


Value = PartOfDay | Stretch | Link | DaysAgo | Weekday | Date | Ago | Clock


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word or figure of time, and where it stands."""

    start: int
    end: int
    value: Value


_PARTS = {
    "sáng": PartOfDay.MORNING,
    "trưa": PartOfDay.NOON,
    "chiều": PartOfDay.AFTERNOON,
    "tối": PartOfDay.EVENING,
    "đêm": PartOfDay.NIGHT,
    "khuya": PartOfDay.NIGHT,
}
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
# Each with what it stands for; of several that fit, the longest is meant.
_PHRASES: dict[str, tuple[Value, ...]] = {
    "hôm nay": (DaysAgo(0),),
    "today": (DaysAgo(0),),
    "hôm qua": (DaysAgo(1),),
    "yesterday": (DaysAgo(1),),
    "hôm kia": (DaysAgo(2),),
    "tuần này": (Stretch.THIS_WEEK,),
    "this week": (Stretch.THIS_WEEK,),
    "tuần trước": (Stretch.LAST_WEEK,),
    "tuần rồi": (Stretch.LAST_WEEK,),
    "tuần vừa rồi": (Stretch.LAST_WEEK,),
    "tuần qua": (Ago(7, "ngay", back=False),),
    "last week": (Stretch.LAST_WEEK,),
    "tháng này": (Stretch.THIS_MONTH,),
    "tháng trước": (Stretch.LAST_MONTH,),
    "năm nay": (Stretch.THIS_YEAR,),
    "năm ngoái": (Stretch.LAST_YEAR,),
    "năm trước": (Stretch.LAST_YEAR,),
    "chủ nhật": (Weekday(6),),
    "cn": (Weekday(6),),
    **{f"thứ {name}": (Weekday(day),) for day, name in enumerate(_WEEKDAYS)},
    **{f"thứ {day + 2}": (Weekday(day),) for day in range(6)},
    **{f"t{day + 2}": (Weekday(day),) for day in range(6)},
    **{name: (part,) for name, part in _PARTS.items()},
    **{f"{name} nay": (part, DaysAgo(0)) for name, part in _PARTS.items()},
    **{f"{name} qua": (part, DaysAgo(1)) for name, part in _PARTS.items()},
    "đến": (Link.TO,),
    "tới": (Link.TO,),
    "to": (Link.TO,),
    "-": (Link.TO,),
    "–": (Link.TO,),
    "trước": (Link.BEFORE,),
    "sau": (Link.AFTER,),
    "từ": (Link.FROM,),
    "lúc": (Link.FILLER,),
    "vào": (Link.FILLER,),
    "khoảng": (Link.FILLER,),
    "ngày": (Link.FILLER,),
}
_BY_PLAIN: dict[str, list[tuple[str, tuple[Value, ...]]]] = {}
for _phrase, _values in _PHRASES.items():
    _BY_PLAIN.setdefault(even(_phrase), []).append((_phrase, _values))
_PHRASE = re.compile(
    "|".join(
        rf"(?<!\w){re.escape(each)}(?!\w)" if each[0].isalnum() else re.escape(each)
        for each in sorted(_BY_PLAIN, key=len, reverse=True)
    )
)

_BEFORE = r"(?<![\w/.:])(?<!\d-)"
_BEHIND = r"(?![\w/])(?![.:-]\d)"
# "12/3" behind one of these is a house.
_OF_A_HOUSE = re.compile(r"\b(?:so|ngo|ngach|hem|kiet|nha|duong|to)\s*$")
_AGO = (
    rf"{_BEFORE}(\d{{1,4}}) (ngay|tuan|thang|gio|phut|days?|hours?)"
    r"(?: (qua|truoc|gan day|vua qua|vua roi|ago))?(?!\w)"
)
_FIGURES: tuple[tuple[str, Callable[[re.Match[str]], Value | None]], ...] = (
    (_AGO, lambda m: _ago(m[1], m[2], m[3])),
    (
        rf"{_BEFORE}(?:ngay )?(\d{{1,2}}) thang (\d{{1,2}})(?:(?: nam |/)(\d{{4}}))?{_BEHIND}",
        lambda m: _date(m[1], m[2], m[3]),
    ),
    (
        rf"{_BEFORE}(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}|\d\d))?{_BEHIND}",
        lambda m: _date(*m.groups()),
    ),
    (
        rf"{_BEFORE}(\d{{1,2}})[.-](\d\d)(?:[.-](\d{{4}}))?(?![\w/.:-])",
        lambda m: _date(*m.groups()),
    ),
    (rf"{_BEFORE}(\d{{1,2}})/(\d{{4}}){_BEHIND}", lambda m: _date(None, m[1], m[2])),
    (
        rf"(?<!\w)thang (\d{{1,2}})(?:(?:/| nam | )(\d{{4}}))?{_BEHIND}",
        lambda m: _date(None, m[1], m[2]),
    ),
    (rf"(?<!\w)nam (\d{{4}}){_BEHIND}", lambda m: _date(None, None, m[1])),
    (rf"(?<!\w)ngay (\d{{1,2}}){_BEHIND}(?!\s*(?:h|gio)\b)", lambda m: _date(m[1], None, None)),
    (
        r"(?<![\w/.:])(\d{1,2})(?:h(\d\d)?(?::(\d\d))?|g(\d\d)|:(\d\d)(?::(\d\d))?)(?![\w/:])",
        lambda m: _clock(m[1], m[2] or m[4] or m[5], m[3] or m[6]),
    ),
    (
        r"(?<![\w/.:])(\d{1,2}) ?(?:gio|h) ruoi(?!\w)",
        lambda m: _clock(m[1], "30", None),
    ),
    (
        r"(?<![\w/.:])(\d{1,2}) ?gio(?: ?(\d\d)(?: ?phut)?)?(?![\w/])",
        lambda m: _clock(m[1], m[2], None),
    ),
)
_COMPILED = tuple((re.compile(pattern), made) for pattern, made in _FIGURES)
_SPELLED = (
    "ngày tuần tháng năm giờ phút qua trước gần đây vừa rồi rưỡi nay h g days day hours hour ago"
)


def time_words(typed: Typed) -> list[TimeWord]:
    """Every word and figure of time in ``typed``, in order; nothing is taken out."""
    found: list[TimeWord] = []
    at = 0
    while at < len(typed.plain):
        words = next(_at(typed, at), None)
        if words is None:
            at += 1
        else:
            found.extend(words)
            at = words[-1].end
    return list(_told_apart(typed, found))


def _told_apart(typed: Typed, words: list[TimeWord]) -> Iterator[TimeWord]:
    """Words with a plain "toi" between two times of a kind as what it is then: until."""
    for place, word in enumerate(words):
        before = [each.value for each in words[max(0, place - 2) : place]]
        after = [each.value for each in words[place + 1 : place + 2]]
        is_between = any(
            isinstance(value, kind) and any(isinstance(each, kind) for each in after)
            for kind in (Clock, Date)
            for value in before
        )
        if is_between and typed.text[word.start : word.end].lower() == "toi":
            yield TimeWord(word.start, word.end, Link.TO)
        else:
            yield word


def _at(typed: Typed, at: int) -> Iterator[list[TimeWord]]:
    """What may begin at one place, the best first."""
    if typed.plain[at].isspace():
        return
    for pattern, made in _COMPILED:
        match = pattern.match(typed.plain, at)
        if match is None or not typed.is_spelled(*match.span(), _SPELLED):
            continue
        if isinstance(value := made(match), Date) and _OF_A_HOUSE.search(typed.plain[:at]):
            continue
        if value is not None:
            yield [TimeWord(*match.span(), value)]
    if (phrase := _PHRASE.match(typed.plain, at)) is not None:
        for right, values in _BY_PLAIN[phrase[0]]:
            # "thu 2 xe máy": two were seized; whoever types diacritics types "thứ 2".
            plain = right.startswith("thứ ") and typed.text[slice(*phrase.span())].isascii()
            is_day = not plain or right[-1].isalpha() or typed.text.isascii()
            if is_day and typed.is_spelled(*phrase.span(), right):
                yield [TimeWord(*phrase.span(), value) for value in values]


def _ago(figures: str, unit: str, how: str | None) -> Ago | None:
    count = int(figures)
    unit = {"day": "ngay", "days": "ngay", "hour": "gio", "hours": "gio"}.get(unit, unit)
    if how is None and unit != "ngay":
        return None  # "3 giờ" is a time of day, and "2 tháng" was how long somebody got
    return Ago(count, unit, back=how in ("truoc", "ago")) if count else None


def _date(day: str | None, month: str | None, year: str | None) -> Date | None:
    named = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    found = Date(None if day is None else int(day), None if month is None else int(month), named)
    fits = (
        (found.day is None or 1 <= found.day <= 31)
        and (found.month is None or 1 <= found.month <= 12)
        and (named is None or 1990 <= named <= 2199)
    )
    return found if fits else None


def _clock(hour: str, minute: str | None, second: str | None) -> Clock | None:
    found = Clock(int(hour), int(minute or 0), int(second or 0), exact=minute is not None)
    whole = found.hour * 3600 + found.minute * 60 + found.second
    fits = found.minute < 60 and found.second < 60 and whole <= 24 * 3600
    return found if fits else None
