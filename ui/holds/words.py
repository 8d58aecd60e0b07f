"""Holds in the officer's words, and what he types about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from console.errors import FieldRefused
from console.periods import PeriodUnclear, period_of
from db.footage_records import Hold, HoldReason
from db.incident_records import IncidentLine
from db.records import CameraId, Span
from ui.case_words import number_words
from ui.search import plain
from ui.times import stamp_words
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.holds import HoldSeen
    from console.incident_holds import IncidentHolds

MOST_NAMED = 3  # cameras with their names; of more the numbers alone
_REASONS = {
    HoldReason.REQUEST: QT_TRANSLATE_NOOP("holds", "Written request"),
    HoldReason.INCIDENT: QT_TRANSLATE_NOOP("holds", "Incident"),
    HoldReason.MANUAL: QT_TRANSLATE_NOOP("holds", "By an officer's decision"),
    HoldReason.BOOKMARK: QT_TRANSLATE_NOOP("holds", "Bookmark"),
}
_HELD_UNTIL = QT_TRANSLATE_NOOP("holds", "Held until {until} ({left} left)")
_HELD_OPEN = QT_TRANSLATE_NOOP("holds", "Held until somebody releases it")
_HELD_NO_MORE = QT_TRANSLATE_NOOP("holds", "Nothing is held for this case any more")
_FACTS = QT_TRANSLATE_NOOP(
    "holds", "{cameras}\n{span}\n{reason}\nHeld by {officer} on {made}. Ends: {until}"
)
_STRETCHES = QT_TRANSLATE_NOOP("holds", "{count} stretches")
_RECORDED = QT_TRANSLATE_NOOP("holds", "{size} are recorded")
_WHY_DAYS = QT_TRANSLATE_NOOP(
    "holds",
    "The category {category} says {days} days, from the day a bookmark came in; the longest "
    "counts, and nothing is made shorter.",
)
_WHY_OPEN = QT_TRANSLATE_NOOP(
    "holds", "The category {category} says: until somebody releases it, once the case is closed."
)
_LAST_NUMBER = 9999
_DAY = timedelta(days=1)
_MB, _GB = 1_000_000, 1_000_000_000
_DAYS = re.compile(r"(\d{1,4})(?: ?(?:ngay|days?))?")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_NUMBERS = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


def reason_words(reason: HoldReason) -> str:
    """Why it is held, in a word or two."""
    return translate("holds", _REASONS[reason])


def cameras_words(cameras: Iterable[CameraId], ward: Ward, *, named: int = MOST_NAMED) -> str:
    """03 Cổng chợ, 12 Ngõ Đình; of more than ``named``: 03, 12, 14, 15."""
    known = [camera for each in cameras if (camera := ward.camera(each)) is not None]
    known.sort(key=lambda camera: camera.number)
    gone = len(set(cameras)) - len(known)
    words = [
        f"{camera.number:02} {camera.name}" if len(known) <= named else f"{camera.number:02}"
        for camera in known
    ]
    if gone:
        words.append(translate("holds", "{count} removed").format(count=gone))
    return ", ".join(words)


def case_words(case: IncidentLine) -> str:
    """12/2026 Mất xe máy."""
    return f"{number_words(case)} {case.title}"


def why_held(seen: HoldSeen) -> str:
    """The reason, and what it is about: the case, or the officer's note."""
    about = seen.hold.note if seen.case is None else case_words(seen.case)
    reason = reason_words(seen.hold.reason)
    return f"{reason}: {about}" if about else reason


def facts_words(seen: HoldSeen, ward: Ward) -> str:
    """All that is known of a hold, a line each."""
    hold = seen.hold
    until = until_words(hold)
    if hold.released_at is not None:
        until = translate("holds", "released {time}").format(time=stamp_words(hold.released_at))
    return translate("holds", _FACTS).format(
        cameras=cameras_words(hold.cameras, ward, named=12),
        span=span_words(hold.span),
        reason=why_held(seen),
        officer=seen.made_by or translate("holds", "the station"),
        made=stamp_words(hold.made_at),
        until=until,
    )


def span_words(span: Span) -> str:
    """22/11/2026 22:05:00 – 22:15:30; both days where they differ."""
    start, end = span.start.astimezone(), span.end.astimezone()
    same = start.date() == end.date()
    last = f"{end:%H:%M:%S}" if same else stamp_words(span.end)
    return f"{stamp_words(span.start)} – {last}"


def typed_span(span: Span) -> str:
    """The same as ``span_of`` reads it, in whole seconds around it."""
    start = span.start.astimezone().replace(microsecond=0)
    end = (span.end + timedelta(seconds=1, microseconds=-1)).astimezone().replace(microsecond=0)
    return f"{start:%d/%m/%Y %H:%M:%S} - {end:%d/%m/%Y %H:%M:%S}"


def span_of(text: str, now: datetime) -> Span:
    """The stretch that was typed.  Raises FieldRefused."""
    try:
        period = period_of(text, now)
    except PeriodUnclear as error:
        raise FieldRefused("span", "hold_period") from error
    if period.since is None or period.until is None:
        raise FieldRefused("span", "hold_period")
    return Span(period.since, period.until)


def until_words(hold: Hold) -> str:
    """When it runs out."""
    if hold.until is None:
        return translate("holds", "until it is released")
    return f"{hold.until.astimezone():%d/%m/%Y %H:%M}"


def until_of(text: str, now: datetime) -> datetime | None:
    """When a hold runs out, from "90", "90 ngày" or "31/12"; None for nothing typed.

    A day counts whole: the hold runs out at the midnight after it.  A day without a year is the
    next such day.  Raises FieldRefused.
    """
    words = " ".join(plain(text).split())
    if not words:
        return None
    today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    try:
        if days := _DAYS.fullmatch(words):
            day = today + int(days[1]) * _DAY
        elif date := _DATE.fullmatch(words):
            year = int(date[3] or today.year)
            day = today.replace(year=year, month=int(date[2]), day=int(date[1]))
            if not date[3] and day < today:
                day = day.replace(year=year + 1)
        else:
            raise FieldRefused("until", "hold_until")
        return (day + _DAY).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise FieldRefused("until", "hold_until") from error


def numbers_of(text: str) -> list[int]:
    """Camera numbers as typed: "3, 12-14".  Raises FieldRefused."""
    found: list[int] = []
    joined = re.sub(r"\s*[-–]\s*", "-", text.strip())
    for words in filter(None, re.split(r"[,;\s]+", joined)):
        match = _NUMBERS.fullmatch(words)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not 1 <= first <= last <= _LAST_NUMBER:
            raise FieldRefused("cameras", "hold_numbers")
        found += range(first, last + 1)
    if not found:
        raise FieldRefused("cameras", "hold_cameras")
    return sorted(set(found))


def typed_numbers(numbers: Sequence[int]) -> str:
    """3, 12-14: what ``numbers_of`` reads."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 1 else f"{r[0]}" for r in runs)


def left_words(hold: Hold, now: datetime) -> str:
    """How long it still keeps: "12 days", "5 hours", "" where nothing runs."""
    if hold.until is None or hold.released_at is not None or hold.until <= now:
        return ""
    left = hold.until - now
    if left >= 2 * _DAY:
        return translate("holds", "{count} days").format(count=left // _DAY)
    hours = left // timedelta(hours=1)
    if hours:
        return translate("holds", "{count} hours").format(count=hours)
    return translate("holds", "less than an hour")


def held_words(held: IncidentHolds, now: datetime | None = None) -> str:
    """Until when a case's footage is held, and how much; ``now`` adds how long that is."""
    if not held.holds:
        return translate("holds", _HELD_NO_MORE)
    last = held.holds[-1]
    if held.until is None:
        until = translate("holds", _HELD_OPEN)
    elif now is None:
        until = until_words(last)
    else:
        until = translate("holds", _HELD_UNTIL).format(
            until=until_words(last), left=left_words(last, now)
        )
    parts = [until, translate("holds", _STRETCHES).format(count=len(held.holds))]
    if held.bytes is not None:
        parts.append(translate("holds", _RECORDED).format(size=gigabytes(held.bytes)))
    return "   ·   ".join(parts)


def why_words(held: IncidentHolds) -> str:
    """Who says for how long."""
    if held.by is None:
        return ""
    words = _WHY_OPEN if held.by.hold_days is None else _WHY_DAYS
    return translate("holds", words).format(category=held.by.name, days=held.by.hold_days)


def gigabytes(size: int) -> str:
    """12,4 GB; less than one in whole MB."""
    if size >= _GB:
        return f"{size / _GB:.1f} GB".replace(".", ",")
    return f"{max(1, round(size / _MB)) if size else 0} MB"
