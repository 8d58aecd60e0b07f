"""Stretches of time as people type them: "hôm qua 22h", "tối thứ bảy", "20/11 - 23/11 6h30".

Diacritics and case do not matter, unless they make another word.  A day alone is the whole day; an
hour or a minute begins an hour; of two with a dash, "den" or "to" between them, the first begins
and the second ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from console.spelling import Typed
from console.time_meant import DAY, TimeTold, moment
from console.time_words import Link, TimeWord, time_words

_AROUND = timedelta(minutes=15)  # a minute that somebody remembers is not exact
_BETWEEN = re.compile(r"[\s,;]*")


class PeriodUnclear(ValueError):
    """What was typed is no stretch of time that we know."""


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open stretch of time, aware; None is open."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PeriodRead:
    """A stretch that was found in a longer text, and the places where it was typed."""

    period: Period
    places: tuple[tuple[int, int], ...]


def period_of(text: str, now: datetime) -> Period:
    """The stretch that ``text`` means at ``now``, in the zone of the station PC.

    Raises:
        PeriodUnclear: a day that does not exist, an end before its beginning, or other words.
    """
    # "6g" is an hour here, where nothing but times is typed.
    typed = Typed(re.sub(r"\b(\d{1,2})[gG]\b", r"\1h", text))
    if not typed.plain.strip():
        return Period()
    halves = _put_together(_halves(typed, time_words(typed)))
    if not halves or len(halves) > 2 or (len(halves) == 2 and halves[1].link is not Link.TO):
        raise PeriodUnclear(text)
    for start, end in (place for half in halves for place in half.places):
        typed.take(start, end)
    if typed.plain.strip():
        raise PeriodUnclear(text)
    return _period(halves, now, None, exactly=True)


def moment_of(text: str, now: datetime) -> datetime:
    """The instant that ``text`` means at ``now``: where its stretch begins.

    An hour of no day that has not come yet is that of the day before: at 6 in the morning, "22h"
    was last night.

    Raises:
        PeriodUnclear: as ``period_of``; nothing was typed, or it lies in the future.
    """
    since = period_of(text, now).since
    if since is not None and since > now and _is_an_hour(text):
        since -= DAY
    if since is None or since > now:
        raise PeriodUnclear(text)
    return since


def period_in(typed: Typed, now: datetime, zone: tzinfo | None = None) -> PeriodRead | None:
    """The first stretch that ``typed`` tells among other words, taken out of it, or None.

    Day and hour may stand apart.  A minute is the half hour around it; an hour that has not come
    yet is yesterday's; what ends before it begins is turned round.  ``zone`` is that of the
    station, None for the PC's.
    """
    halves = _put_together(_halves(typed, time_words(typed)))
    chosen = halves[:2] if len(halves) > 1 and halves[1].link is Link.TO else halves[:1]
    if not chosen:
        return None
    try:
        period = _period(chosen, now, zone, exactly=False)
    except PeriodUnclear:
        return None
    places = tuple(place for half in chosen for place in half.places)
    for start, end in places:
        typed.take(start, end)
    return PeriodRead(period, places)


def _is_an_hour(text: str) -> bool:
    halves = _halves(typed := Typed(re.sub(r"[gG]\b", "h", text)), time_words(typed))
    return len(halves) == 1 and halves[0].day is None and halves[0].part is None


def _halves(typed: Typed, words: Sequence[TimeWord]) -> list[TimeTold]:
    """The words put together where they stand side by side; a link belongs to what follows it."""
    halves: list[TimeTold] = []
    present = TimeTold()
    links: list[TimeWord] = []
    end = -1
    for word in words:
        # "tối qua" is two words at one place.
        adjacent = word.start < end or (
            end >= 0 and _BETWEEN.fullmatch(typed.plain, end, word.start) is not None
        )
        if isinstance(word.value, Link):
            links = [*links, word] if links and adjacent else [word]
            end = word.end
            continue
        near = adjacent or end < 0
        if (links and near) or not near or not present.takes(word):
            _keep(halves, present)
            present = TimeTold()
            if links and near:
                _link(present, links, halves, typed)
            present.takes(word)
        links = []
        end = word.end
    _keep(halves, present)
    return halves


def _keep(halves: list[TimeTold], half: TimeTold) -> None:
    if half.tells:
        halves.append(half)


def _link(half: TimeTold, links: list[TimeWord], halves: list[TimeTold], typed: Typed) -> None:
    """What stands before ``half``: between two times "đến" joins them, and "tối" is none."""
    for word in links:
        if word.value is Link.FILLER:
            half.places.append((word.start, word.end))
        elif word.value is not Link.TO:
            half.link = word.value if isinstance(word.value, Link) else None
            half.places.append((word.start, word.end))
        elif halves and _BETWEEN.fullmatch(
            typed.plain, max(end for _, end in halves[-1].places), word.start
        ):
            half.link = Link.TO
            half.places.append((word.start, word.end))


def _put_together(halves: list[TimeTold]) -> list[TimeTold]:
    """As "hôm qua lúc 22h" or "hôm qua xe máy 22h": one tells what the one before leaves open."""
    found: list[TimeTold] = []
    for half in halves:
        if found and _completes(found[-1], half):
            found[-1] = _joined(found[-1], half)
        else:
            found.append(half)
    return found


def _completes(first: TimeTold, second: TimeTold) -> bool:
    return (
        first.link is None
        and second.link is None
        and (first.day is None or second.day is None)
        and (first.clock is None or second.clock is None)
        and (first.part is None or second.part is None)
    )


def _joined(first: TimeTold, second: TimeTold) -> TimeTold:
    return TimeTold(
        first.day or second.day,
        first.week or second.week,
        first.clock or second.clock,
        first.part or second.part,
        places=[*first.places, *second.places],
    )


def _period(
    halves: Sequence[TimeTold], now: datetime, zone: tzinfo | None, *, exactly: bool
) -> Period:
    """Raises PeriodUnclear."""
    local = now.astimezone(zone).replace(tzinfo=None)
    try:
        since, until = _stretch(halves, local, exactly=exactly)
        link = halves[0].link if len(halves) == 1 else None
        return Period(
            None if link is Link.BEFORE else _aware(until if link is Link.AFTER else since, zone),
            None
            if link in (Link.FROM, Link.AFTER)
            else _aware(since if link is Link.BEFORE else until, zone),
        )
    except (OverflowError, OSError, ValueError) as error:
        raise PeriodUnclear(str(error)) from error


def _stretch(
    halves: Sequence[TimeTold], local: datetime, *, exactly: bool
) -> tuple[datetime, datetime]:
    """Raises ValueError, OverflowError."""
    first, last = halves[0], halves[-1]
    today = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if len(halves) == 1:
        since, until = moment(first, local, today)
        if not exactly and first.clock is not None:
            if first.day is None and since > local:
                since, until = since - DAY, until - DAY
            if first.clock.exact:
                since, until = since - _AROUND, since + _AROUND
        return since, until
    # "22h - 23h hôm qua": the day may be told at the end alone.
    base = moment(TimeTold(last.day, last.week), local, today)[0] if last.day else today
    since, _ = moment(first, local, base if first.day is None else today)
    day = since.replace(hour=0, minute=0, second=0, microsecond=0)
    ending, until = moment(last, local, day)
    if last.clock is not None:
        until = ending
        if until <= since and (last.day is None or first.day is None):
            until += DAY
    if not exactly:
        if first.day is None and last.day is None and since > local:
            since, until = since - DAY, until - DAY
        if until <= since:
            since, until = moment(last, local, day)[0], moment(first, local, today)[1]
    if until <= since:
        raise ValueError("it ends before it begins")
    return since, until


def _aware(local: datetime, zone: tzinfo | None) -> datetime:
    if zone is None:
        return local.astimezone()
    return local.replace(tzinfo=zone).astimezone(UTC)
