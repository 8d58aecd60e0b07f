"""What waits, and since when, in the officer's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.case_records import IncidentState, OutcomeKind, Severity
from db.incident_records import IncidentLine
from db.records import OfficerId
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.inbox import InboxItem

# The words of console.inbox.Waits, in the order of the filters.
KINDS = ("submitted", "returned", "draft", "bookmark", "hold")
AGEING = timedelta(hours=24)  # from then on it is shown as getting old
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

_KINDS = {
    "submitted": QT_TRANSLATE_NOOP("inbox", "To be approved"),
    "returned": QT_TRANSLATE_NOOP("inbox", "Returned, not mended"),
    "draft": QT_TRANSLATE_NOOP("inbox", "Draft, not submitted"),
    "bookmark": QT_TRANSLATE_NOOP("inbox", "Bookmark without words"),
    "hold": QT_TRANSLATE_NOOP("inbox", "Hold runs out"),
}
_FILTERS = {
    "": QT_TRANSLATE_NOOP("inbox", "All"),
    "submitted": QT_TRANSLATE_NOOP("inbox", "To approve"),
    "returned": QT_TRANSLATE_NOOP("inbox", "To mend"),
    "draft": QT_TRANSLATE_NOOP("inbox", "Drafts"),
    "bookmark": QT_TRANSLATE_NOOP("inbox", "Bookmarks"),
    "hold": QT_TRANSLATE_NOOP("inbox", "Holds"),
}
_STATES = {
    IncidentState.DRAFT: QT_TRANSLATE_NOOP("inbox", "draft"),
    IncidentState.SUBMITTED: QT_TRANSLATE_NOOP("inbox", "submitted"),
    IncidentState.RETURNED: QT_TRANSLATE_NOOP("inbox", "returned to be mended"),
    IncidentState.APPROVED: QT_TRANSLATE_NOOP("inbox", "approved"),
    IncidentState.CLOSED: QT_TRANSLATE_NOOP("inbox", "closed"),
}
_SEVERITIES = {
    Severity.ROUTINE: "",
    Severity.SERIOUS: QT_TRANSLATE_NOOP("inbox", "serious"),
    Severity.URGENT: QT_TRANSLATE_NOOP("inbox", "urgent"),
}
_OUTCOMES = {
    OutcomeKind.VERIFIED: QT_TRANSLATE_NOOP("inbox", "case verified"),
    OutcomeKind.ADMINISTRATIVE: QT_TRANSLATE_NOOP("inbox", "administrative violation fined"),
    OutcomeKind.SEIZED: QT_TRANSLATE_NOOP("inbox", "exhibit seized"),
    OutcomeKind.SANCTION_ADVISED: QT_TRANSLATE_NOOP("inbox", "sanction advised"),
    OutcomeKind.DRUGS: QT_TRANSLATE_NOOP("inbox", "drug case"),
    OutcomeKind.REHABILITATION: QT_TRANSLATE_NOOP("inbox", "rehabilitation dossier"),
    OutcomeKind.COUNSELLED: QT_TRANSLATE_NOOP("inbox", "persons counselled"),
    OutcomeKind.TRAFFIC: QT_TRANSLATE_NOOP("inbox", "traffic accident resolved"),
    OutcomeKind.HANDED_OVER: QT_TRANSLATE_NOOP("inbox", "handed to another unit"),
    OutcomeKind.NO_RESULT: QT_TRANSLATE_NOOP("inbox", "no result"),
}


def kind_words(kind: str) -> str:
    """What waits, and for what."""
    return translate("inbox", _KINDS[kind])


def filter_words(kind: str) -> str:
    """The same on a filter; "": all kinds."""
    return translate("inbox", _FILTERS[kind])


def state_words(state: IncidentState) -> str:
    """Where an incident stands."""
    return translate("inbox", _STATES[state])


def severity_words(severity: Severity) -> str:
    """How much it matters, "" for what is routine."""
    return translate("inbox", _SEVERITIES[severity]) if _SEVERITIES[severity] else ""


def outcome_words(kind: OutcomeKind) -> str:
    """What came of it."""
    return translate("inbox", _OUTCOMES[kind])


def number_words(line: IncidentLine) -> str:
    """15/2026."""
    return f"{line.number}/{line.year}"


def name_words(names: Mapping[OfficerId, str], officer_id: OfficerId | None) -> str:
    """Who it was; he may have left since."""
    if officer_id is None:
        return translate("inbox", "the station")
    return names.get(officer_id) or translate("inbox", "an officer who left")


def length_words(length: timedelta) -> str:
    """3 d 4 h; 5 h 20 min; 5 h; 12 min: two units at most."""
    days, hours, minutes = length // _DAY, length % _DAY // _HOUR, length % _HOUR // _MINUTE
    units = [
        (days, translate("inbox", "{n} d")),
        (hours, translate("inbox", "{n} h")),
        (0 if days else minutes, translate("inbox", "{n} min")),
    ]
    said = [words.format(n=number) for number, words in units if number > 0]
    return " ".join(said) or translate("inbox", "{n} min").format(n=0)


def item_title(item: InboxItem) -> str:
    """What the item is about, on one line."""
    if item.line is not None:
        return item.line.title
    if item.bookmark_id is not None:
        return translate("inbox", "Bookmark without category or words")
    if item.hold_id is not None:
        return translate("inbox", "A hold runs out")
    words = translate("inbox", "{count} holds of bookmarks in no case run out")
    return words.format(count=item.holds)


def item_facts(item: InboxItem, names: Mapping[OfficerId, str]) -> str:
    """Its kind, number and author."""
    parts = [kind_words(item.waits)]
    if item.until is not None:
        words = translate("inbox", "held until {day}")
        parts = [words.format(day=f"{item.until.astimezone():%d/%m %H:%M}")]
    if item.line is not None:
        parts.append(number_words(item.line))
        parts.append(severity_words(item.line.severity))
    if item.until is None:
        parts.append(name_words(names, item.made_by))
    return " · ".join(part for part in parts if part)


def short_day(at: datetime) -> str:
    """23/11 22:05, in the zone of the station PC."""
    return f"{at.astimezone():%d/%m %H:%M}"
