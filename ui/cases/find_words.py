"""What was understood, what was found and what it has in common, in the officer's words."""

from __future__ import annotations

from datetime import datetime, timedelta

from console.asked import IncidentNumber, Part, PartKind, called_team
from console.finding_results import Facet, Result
from console.periods import Period
from db.case_records import IncidentState, Severity
from db.find_records import FoundKind
from ui.case_words import number_of, severity_word, state_word
from ui.times import stamp_words
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "find"
_KINDS = {
    FoundKind.BOOKMARK: QT_TRANSLATE_NOOP("find", "Bookmarks"),
    FoundKind.INCIDENT: QT_TRANSLATE_NOOP("find", "Incidents"),
}
_HEADS = {
    PartKind.KIND: QT_TRANSLATE_NOOP("find", "Kind"),
    PartKind.STATE: QT_TRANSLATE_NOOP("find", "State"),
    PartKind.SEVERITY: QT_TRANSLATE_NOOP("find", "Severity"),
    PartKind.CATEGORY: QT_TRANSLATE_NOOP("find", "Category"),
    PartKind.CLUSTER: QT_TRANSLATE_NOOP("find", "Cluster"),
    PartKind.TIME: QT_TRANSLATE_NOOP("find", "Month"),
}
_NUMBERED = {
    PartKind.CAMERA: QT_TRANSLATE_NOOP("find", "Camera {numbers}"),
    PartKind.CLUSTER: QT_TRANSLATE_NOOP("find", "Cluster {numbers}"),
    PartKind.TEAM: QT_TRANSLATE_NOOP("find", "Team {numbers}"),
}
_MINE = QT_TRANSLATE_NOOP("find", "Mine")
_NUMBER = QT_TRANSLATE_NOOP("find", "Number {number}")
_AT = QT_TRANSLATE_NOOP("find", "Time: {period}")
_SINCE = QT_TRANSLATE_NOOP("find", "from {time} on")
_UNTIL = QT_TRANSLATE_NOOP("find", "until {time}")
_TODAY = QT_TRANSLATE_NOOP("find", "today")
_YESTERDAY = QT_TRANSLATE_NOOP("find", "yesterday")
_MONTH = QT_TRANSLATE_NOOP("find", "Month {month}")
_UNKNOWN = QT_TRANSLATE_NOOP("find", "{words}: not at this station")
_MORE_CAMERAS = QT_TRANSLATE_NOOP("find", "{camera} and {count} more")
_NO_WORDS = QT_TRANSLATE_NOOP("find", "Not described yet")
_GONE = QT_TRANSLATE_NOOP("find", "a camera that was removed")
_FOUND = QT_TRANSLATE_NOOP("find", "Found: {count}")
_FOUND_MORE = QT_TRANSLATE_NOOP("find", "Found: more than {count}")
_ALL_UNCOUNTED = QT_TRANSLATE_NOOP(
    "find", "Found: {count}. What they have in common could not be counted."
)
_UNCOUNTED = QT_TRANSLATE_NOOP("find", "Found: {count} or more; they could not be counted.")
_DAY = timedelta(days=1)


def part_words(part: Part, category: str, now: datetime, *, unknown: bool = False) -> str:
    """A part as its chip says it; ``category`` is how the one that it names is called."""
    words = _part_words(part, category, now)
    return translate(_CONTEXT, _UNKNOWN).format(words=words) if unknown else words


def _part_words(part: Part, category: str, now: datetime) -> str:
    match part.kind, part.value:
        case PartKind.NUMBER, IncidentNumber(number=number, year=year):
            told = f"{number}" if year is None else number_of(year, number)
            return translate(_CONTEXT, _NUMBER).format(number=told)
        case PartKind.TIME, Period() as period:
            return translate(_CONTEXT, _AT).format(period=period_words(period, now))
        case ((PartKind.CAMERA | PartKind.CLUSTER | PartKind.TEAM), tuple() as numbers):
            told = ", ".join(str(number) for number in numbers)
            return translate(_CONTEXT, _NUMBERED[part.kind]).format(numbers=told)
        case PartKind.TEAM, str() as name if called_team(name) != name:
            return translate(_CONTEXT, _NUMBERED[part.kind]).format(numbers=name)
        case PartKind.KIND, FoundKind() as kind:
            return translate(_CONTEXT, _KINDS[kind])
        case PartKind.STATE, IncidentState() as state:
            return state_word(state)
        case PartKind.SEVERITY, Severity() as severity:
            return severity_word(severity)
        case PartKind.MINE, _:
            return translate(_CONTEXT, _MINE)
    return category or str(part.value)


def period_words(period: Period, now: datetime) -> str:
    """Yesterday 22:00-23:00; 20/11/2026; 10/2026; 20/11/2026 22:00 - 21/11/2026 05:00."""
    since, until = period.since, period.until
    if since is None and until is None:
        return ""
    if until is None:
        return translate(_CONTEXT, _SINCE).format(time=_moment(since, now))
    if since is None:
        return translate(_CONTEXT, _UNTIL).format(time=_moment(until, now))
    first, last = since.astimezone(), until.astimezone()
    whole_days = _is_midnight(first) and _is_midnight(last)
    if whole_days and first.day == 1 and (first + timedelta(days=32)).replace(day=1) == last:
        return translate(_CONTEXT, _MONTH).format(month=f"{first:%m/%Y}")
    if whole_days:
        last -= _DAY
        return _day(first, now) if last <= first else f"{_day(first, now)} - {_day(last, now)}"
    if first.date() == (last - timedelta(microseconds=1)).date():
        end = "24:00" if _is_midnight(last) else f"{last:%H:%M}"
        return f"{_day(first, now)} {first:%H:%M}-{end}"
    return f"{_moment(first, now)} - {_moment(last, now)}"


def _moment(at: datetime | None, now: datetime) -> str:
    return "" if at is None else f"{_day(at, now)} {at.astimezone():%H:%M}"


def _day(at: datetime, now: datetime) -> str:
    day, today = at.astimezone().date(), now.astimezone().date()
    if day == today:
        return translate(_CONTEXT, _TODAY)
    return translate(_CONTEXT, _YESTERDAY) if day == today - _DAY else f"{day:%d/%m/%Y}"


def _is_midnight(at: datetime) -> bool:
    return (at.hour, at.minute, at.second) == (0, 0, 0)


def found_words(count: int, *, is_over: bool, is_more: bool, is_uncounted: bool) -> str:
    """How many were found; ``is_over``: all of them are listed."""
    if is_uncounted:
        words = _ALL_UNCOUNTED if is_over else _UNCOUNTED
    else:
        words = _FOUND_MORE if is_more and not is_over else _FOUND
    return translate(_CONTEXT, words).format(count=count)


def head_words(kind: PartKind) -> str:
    """What stands over facets of a kind."""
    return translate(_CONTEXT, _HEADS[kind])


def facet_words(facet: Facet, ward: Ward) -> str:
    """What a facet is called, without its count."""
    match facet.value:
        case FoundKind():
            return translate(_CONTEXT, _KINDS[facet.value])
        case IncidentState():
            return state_word(facet.value)
        case Severity():
            return severity_word(facet.value)
        case Period(since=since):
            return "" if since is None else f"{since.astimezone():%m/%Y}"
    if facet.kind is PartKind.CLUSTER:
        cluster = next((each for each in ward.clusters if each.id == facet.value), None)
        team = ward.team_of(cluster)
        if cluster is not None:
            words = f"{cluster.number} · {cluster.name}"
            return words if team is None else f"{words} · {team.name}"
    return facet.words


def result_number(result: Result) -> str:
    """12/2026, "" for what belongs to no incident."""
    return "" if result.number is None else number_of(*result.number)


def title_words(result: Result) -> str:
    """The line to show first."""
    return result.said[0].text if result.said else translate(_CONTEXT, _NO_WORDS)


def place_words(result: Result, ward: Ward) -> str:
    """The cluster of an incident, else the cameras."""
    cluster = next((each for each in ward.clusters if each.id == result.cluster_id), None)
    if cluster is not None:
        return cluster.name
    if not result.cameras:
        return ""
    camera = ward.camera(result.cameras[0])
    words = translate(_CONTEXT, _GONE) if camera is None else f"{camera.number:02} {camera.name}"
    if len(result.cameras) == 1:
        return words
    more = translate(_CONTEXT, _MORE_CAMERAS)
    return more.format(camera=words, count=len(result.cameras) - 1)


def about_words(result: Result, ward: Ward) -> str:
    """When, where and what kind, on one line."""
    parts = (stamp_words(result.at), place_words(result, ward), result.category)
    return "  ·  ".join(part for part in parts if part)


def heard_words(result: Result, ward: Ward) -> str:
    """A result for those who hear it."""
    kind = translate(_CONTEXT, _KINDS[result.kind])
    state = "" if result.state is None else state_word(result.state)
    parts = (kind, result_number(result), title_words(result), state, about_words(result, ward))
    return ", ".join(part for part in parts if part)
