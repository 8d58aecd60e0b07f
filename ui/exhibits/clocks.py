"""Times of a foreign file: its own, the device's clock, the station's; as typed and as read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from console.errors import FieldRefused
from db.footage_records import Exhibit
from ui.search import plain
from ui.words import translate

START, OFFSET = "claimed_start", "offset_s"
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:h|g|:)(?:(\d{2})(?::(\d{2}))?)?")
_WITHIN = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5}(?:[.,]\d{1,3})?)")
_OFFSET = re.compile(
    r"([+-]) ?(?:(\d{1,5}) ?(?:ngay|d|days?))? ?(?:(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}))?"
)
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86_400


def read_start(text: str) -> datetime | None:
    """Day and time as a device showed them, in the zone of the station PC; None for nothing.

    The day has its year, and may lie ahead: clocks of recorders stand at anything.

    Raises:
        FieldRefused: it is neither.
    """
    words = " ".join(plain(text).split())
    if not words:
        return None
    day = _DATE.search(words)
    rest = "" if day is None else f"{words[: day.start()]} {words[day.end() :]}".strip()
    time = _TIME.fullmatch(rest)
    if day is None or time is None:
        raise FieldRefused(START, "device_time")
    try:
        return datetime(
            int(day[3]),
            int(day[2]),
            int(day[1]),
            int(time[1]),
            int(time[2] or 0),
            int(time[3] or 0),
        ).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise FieldRefused(START, "device_time") from error


def read_offset(text: str) -> float | None:
    """How far a device's clock is ahead, in seconds; None for nothing.

    "+5:12" is five minutes ahead, "-1:02:03" an hour behind, "+3 ngày 0:10" days.

    Raises:
        FieldRefused: it has no sign, or is no such time.
    """
    words = " ".join(plain(text).replace("−", "-").replace("–", "-").split())
    if not words:
        return None
    if words in {"0", "+0", "-0"}:
        return 0.0
    found = _OFFSET.fullmatch(words)
    if found is None or (found[2] is None and found[5] is None):
        raise FieldRefused(OFFSET, "clock_offset")
    days, hours, minutes, seconds = (int(found[part] or 0) for part in (2, 3, 4, 5))
    total = days * _DAY_S + hours * _HOUR_S + minutes * _MINUTE_S + seconds
    return float(-total if found[1] == "-" else total)


def read_within(text: str) -> int | None:
    """A place in a file: "1:23", "1:02:03" or seconds, as milliseconds; None for other words."""
    found = _WITHIN.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes = int(found[1] or 0), int(found[2] or 0)
    seconds = float(found[3].replace(",", "."))
    return round(1000 * (hours * _HOUR_S + minutes * _MINUTE_S + seconds))


def within_words(ms: int) -> str:
    """0:01:23, a place in a file or its length."""
    minutes, second = divmod(ms // 1000, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


def offset_words(seconds: float) -> str:
    """How a device's clock stands, as a sentence's part."""
    if not round(seconds):
        return translate("exhibits", "the device's clock is right")
    if seconds > 0:
        words = translate("exhibits", "the device's clock is {time} ahead")
    else:
        words = translate("exhibits", "the device's clock is {time} behind")
    return words.format(time=length_words(abs(seconds)))


def length_words(seconds: float) -> str:
    """5 min 12 s; 3 days 0:10:00."""
    days, rest = divmod(round(seconds), _DAY_S)
    if days:
        said = translate("exhibits", "{days} days {time}")
        return said.format(days=days, time=within_words(1000 * rest))
    hours, rest = divmod(rest, _HOUR_S)
    minutes, second = divmod(rest, _MINUTE_S)
    if hours:
        said = translate("exhibits", "{hours} h {minutes} min {seconds} s")
    elif minutes:
        said = translate("exhibits", "{minutes} min {seconds} s")
    else:
        said = translate("exhibits", "{seconds} s")
    return said.format(hours=hours, minutes=minutes, seconds=second)


def device_time(exhibit: Exhibit, at_ms: int) -> datetime | None:
    """What the device's clock showed at a place in the file, None when that was not told."""
    return _shifted(exhibit.claimed_start, at_ms / 1000)


def station_time(exhibit: Exhibit, at_ms: int) -> datetime | None:
    """The same by a clock that is right, None when the device's was not compared with one."""
    if exhibit.offset_s is None:
        return None
    return _shifted(exhibit.claimed_start, at_ms / 1000 - exhibit.offset_s)


def _shifted(start: datetime | None, seconds: float) -> datetime | None:
    if start is None:
        return None
    try:
        return start + timedelta(seconds=seconds)
    except OverflowError:  # a clock that stood at the end of days
        return None
